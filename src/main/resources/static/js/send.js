import { renderStreamMessage, visit } from "@hotwired/turbo"
import { say } from "./words.js"

/** Words for a person, and the names of the fields that are wrong. */
export class Refusal extends Error {
  constructor(message, fields = []) {
    super(message)
    this.fields = fields
  }
}

export const token = () => document.querySelector("meta[name=csrf-token]")?.content ?? ""
const streams = "text/vnd.turbo-stream.html"

/** Posts fields; shows what streams come back; throws a Refusal with words for a person. */
export async function post(url, fields = {}, { accept = `${streams}, application/json, text/html`, signal } = {}) {
  let response
  try {
    response = await fetch(url, {
      method: "POST", signal,
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      headers: { Accept: accept, "X-CSRF-Token": token() }
    })
  } catch (error) {
    if (error.name === "AbortError") throw error
    throw new Refusal(say("offline"))
  }
  if (response.status === 401) {
    visit(location.href, { action: "replace" })
    throw new Refusal(say("signed-out"))
  }
  const type = response.headers.get("Content-Type") ?? ""
  if (response.ok) {
    if (type.startsWith(streams)) renderStreamMessage(await response.text())
    return response
  }
  throw await refusal(response, type)
}

async function refusal(response, type) {
  try {
    if (type.includes("json")) {
      const { detail, fields } = await response.json()
      return new Refusal(detail || say("refused"), fields)
    }
    if (type.startsWith("text/plain")) return new Refusal((await response.text()) || say("refused"))
    if (type.startsWith(streams)) renderStreamMessage(await response.text())
  } catch { /* the status alone must do */ }
  return new Refusal(response.status === 413 ? say("too-large") : say("refused"))
}
