import { token as csrf } from "./send.js"
import { say } from "./words.js"

const PIECE = 8 * 1024 * 1024
const PATIENCE = 5 * 60 * 1000
const SLOWEST = 15 * 1000

/** Why an upload came to nothing, in words for a person. */
export class Broken extends Error {}

/** What another request may change. */
class Again extends Error {}

/**
 * Sends a file piece by piece and goes on where it stopped: after a lost connection, and when the same file is chosen again
 * after a reload. Resolves to what forms name it by. Rejects with a Broken, or an AbortError when the signal says so; what came
 * stays, to go on another time.
 */
export async function upload(file, { onProgress = () => {}, signal } = {}) {
  const known = recall(file)
  let place = known && await patiently(() => look(known, file, signal), signal)
  if (!place) place = { token: await patiently(() => begin(file, signal), signal), offset: 0 }
  onProgress(place.offset / file.size)
  while (place.offset < file.size) {
    place = await patiently(() => piece(file, place, onProgress, signal), signal, () => look(place.token, file, signal), found => {
      if (!found) throw new Broken(say("upload.broken"))
      place = found
    })
  }
  forget(file)
  return { token: place.token }
}

/** Throws away what came of it. */
export async function drop(file) {
  const known = recall(file)
  forget(file)
  if (known) await fetch(`/uploads/${known}`, { method: "DELETE", headers: headers() }).catch(() => {})
}

const headers = more => ({ Accept: "application/json", "X-CSRF-Token": csrf(), ...more })

async function begin(file, signal) {
  const answer = await asked("/uploads", {
    method: "POST", signal, headers: headers(), body: new URLSearchParams({ name: file.name || "file", size: file.size })
  })
  const token = answer.headers.get("Location").split("/").pop()
  remember(file, token)
  return token
}

/** Null when it is not known there any more. */
async function look(token, file, signal) {
  const answer = await asked(`/uploads/${token}`, { method: "HEAD", signal, headers: headers() }, [404])
  if (answer.status === 404 || Number(answer.headers.get("Upload-Length")) !== file.size) {
    forget(file)
    return null
  }
  return { token, offset: Number(answer.headers.get("Upload-Offset")) }
}

async function asked(url, request, fine = []) {
  let answer
  try {
    answer = await fetch(url, request)
  } catch (error) {
    throw error.name === "AbortError" ? error : new Again()
  }
  if (answer.ok || fine.includes(answer.status)) return answer
  throw refused(answer.status, await answer.text().catch(() => ""))
}

function refused(status, text) {
  if (status === 423 || status === 429 || (status >= 500 && status !== 507)) return new Again()
  if (status === 401) return new Broken(say("signed-out"))
  try { return new Broken(JSON.parse(text).detail || say("refused")) } catch { return new Broken(say("refused")) }
}

/** By XMLHttpRequest, which tells how far it is. */
function piece(file, { token, offset }, onProgress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (settle, value) => { signal?.removeEventListener("abort", stop); settle(value) }
    request.upload.addEventListener("progress", event => onProgress((offset + event.loaded) / file.size))
    request.addEventListener("load", () => {
      const reached = Number(request.getResponseHeader("Upload-Offset"))
      if (request.status === 204) return end(resolve, { token, offset: reached })
      end(reject, request.status === 409 || request.status === 404 ? new Again() : refused(request.status, request.responseText))
    })
    request.addEventListener("error", () => end(reject, new Again()))
    request.addEventListener("timeout", () => end(reject, new Again()))
    request.addEventListener("abort", () => end(reject, new DOMException("stopped", "AbortError")))
    if (signal?.aborted) return reject(new DOMException("stopped", "AbortError"))
    signal?.addEventListener("abort", stop)
    request.open("PATCH", `/uploads/${token}`)
    for (const [name, value] of Object.entries(headers({ "Content-Type": "application/offset+octet-stream", "Upload-Offset": offset }))) request.setRequestHeader(name, value)
    request.timeout = PATIENCE
    request.send(file.slice(offset, offset + PIECE))
  })
}

/** Tries again for some minutes, more and more slowly; between tries it looks how things stand. */
async function patiently(act, signal, look, found) {
  const since = Date.now()
  for (let wait = 500; ; wait = Math.min(wait * 2, SLOWEST)) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Again)) throw error
    }
    if (Date.now() - since > PATIENCE) throw new Broken(say("upload.broken"))
    await pause(wait, signal)
    if (!look) continue
    try {
      found(await look())
    } catch (error) {
      if (!(error instanceof Again)) throw error
    }
  }
}

function pause(time, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => { clearTimeout(timer); reject(new DOMException("stopped", "AbortError")) }
    const timer = setTimeout(() => { signal?.removeEventListener("abort", stop); resolve() }, time)
    signal?.addEventListener("abort", stop, { once: true })
  })
}

const key = file => `upload ${file.name} ${file.size} ${file.lastModified}`

function recall(file) {
  try { return localStorage.getItem(key(file)) } catch { return null }
}

function remember(file, token) {
  try { localStorage.setItem(key(file), token) } catch { /* it goes on without, as long as the page is open */ }
}

function forget(file) {
  try { localStorage.removeItem(key(file)) } catch { /* nothing was kept */ }
}
