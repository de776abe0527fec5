import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage } from "@hotwired/turbo"
import { announce } from "./announce.js"
import { token } from "./send.js"
import { say } from "./words.js"

const filesIn = transfer => [...(transfer?.files ?? [])]

/** Sends files by button, drop or paste, each with its progress, a way to stop it and a way to try again. */
export default class extends Controller {
  static targets = ["rows", "zone", "text"]
  static values = { url: String, into: Boolean }

  chosen(event) {
    this.send([...event.target.files])
    event.target.value = ""
  }

  over(event) {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.element.classList.add("drop")
    if (this.hasZoneTarget) this.zoneTarget.classList.add("drop")
  }

  out() {
    this.element.classList.remove("drop")
    if (this.hasZoneTarget) this.zoneTarget.classList.remove("drop")
  }

  drop(event) {
    this.out()
    const files = filesIn(event.dataTransfer)
    if (!files.length) return
    event.preventDefault()
    this.send(files)
  }

  paste(event) {
    if (event.defaultPrevented) return
    const files = filesIn(event.clipboardData)
    if (!files.length) return
    event.preventDefault()
    this.send(files)
  }

  send(files) { for (const file of files) this.one(file) }

  one(file) {
    const row = document.createElement("li")
    const name = Object.assign(document.createElement("span"), { className: "name", textContent: file.name || say("upload.pasted") })
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 })
    bar.setAttribute("aria-label", say("upload.progress", { file: name.textContent }))
    const acts = Object.assign(document.createElement("span"), { className: "acts" })
    row.append(name, bar, acts)
    this.rowsTarget.append(row)
    this.go(file, row, bar, acts)
  }

  go(file, row, bar, acts) {
    const request = new XMLHttpRequest()
    const button = (text, act) => { const one = Object.assign(document.createElement("button"), { type: "button", className: "mini", textContent: text }); one.addEventListener("click", act); return one }
    const failed = why => {
      row.querySelector(".wrong")?.remove()
      row.append(Object.assign(document.createElement("span"), { className: "wrong", textContent: why }))
      acts.replaceChildren(button(say("upload.again"), () => { row.querySelector(".wrong").remove(); this.go(file, row, bar, acts) }), button(say("upload.drop"), () => row.remove()))
    }
    request.upload.addEventListener("progress", event => { if (event.lengthComputable) bar.value = event.loaded / event.total })
    request.addEventListener("load", () => {
      if (request.status < 200 || request.status > 299) return failed(this.reason(request))
      row.remove()
      announce(say("upload.done", { file: file.name }))
      if (this.intoValue) this.write(file, request.getResponseHeader("Location"))
      if (request.getResponseHeader("Content-Type")?.startsWith("text/vnd.turbo-stream.html")) renderStreamMessage(request.responseText)
    })
    request.addEventListener("error", () => failed(say("upload.broken")))
    request.addEventListener("abort", () => row.remove())
    request.open("POST", this.urlValue)
    request.setRequestHeader("X-CSRF-Token", token())
    request.setRequestHeader("Accept", "text/vnd.turbo-stream.html, application/problem+json")
    const body = new FormData()
    body.append("file", file, file.name || "image.png")
    request.send(body)
    acts.replaceChildren(button(say("upload.cancel"), () => request.abort()))
  }

  reason(request) {
    if (request.status === 413) return say("too-large")
    try { return JSON.parse(request.responseText).detail || say("refused") } catch { return say("refused") }
  }

  write(file, url) {
    if (!url || !this.hasTextTarget) return
    const text = this.textTarget
    const mark = `${file.type.startsWith("image/") ? "!" : ""}[${(file.name || "").replace(/[[\]]/g, "")}](${new URL(url, location.href).pathname})`
    text.setRangeText(`${text.value && !text.value.endsWith("\n") ? "\n" : ""}${mark}\n`, text.selectionStart, text.selectionEnd, "end")
    text.dispatchEvent(new Event("input", { bubbles: true }))
  }
}
