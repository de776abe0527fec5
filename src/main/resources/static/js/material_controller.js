import { Controller } from "@hotwired/stimulus"
import { announce } from "./announce.js"
import { drop, upload } from "./resume.js"
import { say } from "./words.js"

/**
 * The form of a version. Its files go up piece by piece as soon as they are chosen, each with its progress and a way to stop it, and
 * go on after a lost connection; the form then only names them. Without scripts the form sends them itself.
 */
export default class extends Controller {
  static targets = ["file", "rows", "send"]

  connect() {
    this.going = new Set()
    this.reset = () => this.clear()
    this.element.addEventListener("reset", this.reset)
  }

  disconnect() {
    this.element.removeEventListener("reset", this.reset)
    this.cancel()
  }

  over(event) {
    if (!this.hasFileTarget || !event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.element.classList.add("drop")
  }

  out() { this.element.classList.remove("drop") }

  drop(event) {
    this.out()
    if (!this.hasFileTarget || !event.dataTransfer?.files.length) return
    event.preventDefault()
    this.take([...event.dataTransfer.files])
  }

  chosen() {
    const files = [...this.fileTarget.files]
    this.fileTarget.value = ""
    this.take(files)
  }

  take(files) { for (const file of files) this.one(file) }

  async one(file) {
    const stop = new AbortController()
    const row = document.createElement("li")
    const name = Object.assign(document.createElement("span"), { className: "name", textContent: file.name })
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 })
    bar.setAttribute("aria-label", say("upload.progress", { file: file.name }))
    const acts = Object.assign(document.createElement("span"), { className: "acts" })
    const button = (text, act) => { const one = Object.assign(document.createElement("button"), { type: "button", className: "mini", textContent: text }); one.addEventListener("click", act); return one }
    acts.append(button(say("upload.cancel"), () => { stop.abort(); row.remove(); drop(file); this.settle(stop) }))
    row.append(name, bar, acts)
    this.rowsTarget.append(row)
    this.going.add(stop)
    this.settle()
    try {
      const { token } = await upload(file, { signal: stop.signal, onProgress: done => { bar.value = done } })
      bar.remove()
      row.append(Object.assign(document.createElement("input"), { type: "hidden", name: "upload", value: token }))
      acts.replaceChildren(button(say("upload.drop"), () => row.remove()))
      announce(say("upload.done", { file: file.name }))
    } catch (broken) {
      if (stop.signal.aborted) return
      row.append(Object.assign(document.createElement("span"), { className: "wrong", textContent: broken.message || say("upload.broken") }))
      acts.replaceChildren(button(say("upload.again"), () => { row.remove(); this.one(file) }), button(say("upload.drop"), () => row.remove()))
    } finally {
      this.settle(stop)
    }
  }

  /** What is still going up is waited for. */
  settle(done) {
    if (done) this.going.delete(done)
    if (this.hasSendTarget) this.sendTarget.disabled = this.going.size > 0
  }

  submit(event) {
    if (this.going.size) event.preventDefault()
  }

  cancel() {
    for (const stop of this.going) stop.abort()
    this.going.clear()
    this.clear()
  }

  clear() {
    if (this.hasRowsTarget) this.rowsTarget.replaceChildren()
    this.settle()
  }
}
