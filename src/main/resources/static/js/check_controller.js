import { say } from "./words.js"
import { Controller } from "@hotwired/stimulus"

/** Makes the SHA-256 of files here, one after another, and asks which versions they are; the files go nowhere. */
export default class extends Controller {
  static targets = ["rows", "zone"]
  static values = { url: String }

  connect() {
    this.waiting = []
    this.count = 0
  }

  disconnect() {
    this.waiting = []
    this.stop?.()
  }

  chosen(event) {
    this.add([...event.target.files])
    event.target.value = ""
  }

  over(event) {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.zoneTarget.classList.add("drop")
  }

  out() { this.zoneTarget.classList.remove("drop") }

  drop(event) {
    this.out()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (!files.length) return
    event.preventDefault()
    this.add(files)
  }

  add(files) {
    for (const file of files) this.waiting.push({ file, row: this.row(file) })
    if (!this.busy) this.next()
  }

  row(file) {
    const row = document.createElement("li")
    const name = Object.assign(document.createElement("b"), { textContent: file.name })
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 })
    bar.setAttribute("aria-label", say("check.counting", { file: file.name }))
    const cancel = Object.assign(document.createElement("button"), { type: "button", className: "mini", textContent: say("upload.cancel") })
    cancel.addEventListener("click", () => { row.dataset.gone = ""; if (this.now === row) this.stop(); row.remove() })
    row.append(name, cancel, bar)
    this.rowsTarget.prepend(row)
    return row
  }

  async next() {
    const one = this.waiting.shift()
    this.busy = Boolean(one)
    if (!one) return
    if (!("gone" in one.row.dataset)) await this.one(one)
    this.next()
  }

  async one({ file, row }) {
    this.now = row
    const bar = row.querySelector("progress")
    const sha256 = await this.hash(file, done => { bar.value = done }).catch(() => undefined)
    this.now = null
    if (sha256 === null || !this.element.isConnected) return
    row.querySelector("button").remove()
    bar.remove()
    if (!sha256) return row.append(Object.assign(document.createElement("p"), { className: "wrong", textContent: say("check.unreadable") }))
    row.append(Object.assign(document.createElement("code"), { textContent: sha256 }))
    const frame = document.createElement("turbo-frame")
    frame.id = `check-${++this.count}`
    frame.src = `${this.urlValue}?${new URLSearchParams({ sha256, name: file.name })}`
    row.append(frame)
  }

  /** Null when it was stopped. */
  hash(file, told) {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./sha256_worker.js", import.meta.url), { type: "module" })
      const end = (settle, value) => { worker.terminate(); settle(value) }
      this.stop = () => end(resolve, null)
      worker.addEventListener("error", () => end(reject))
      worker.addEventListener("message", ({ data }) => data.failed ? end(reject) : data.sha256 ? end(resolve, data.sha256) : told(data.done))
      worker.postMessage(file)
    })
  }
}
