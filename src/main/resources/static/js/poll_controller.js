import { Controller } from "@hotwired/stimulus"
import { staying } from "./focus.js"
import { written } from "./guard.js"

/** Reloads its turbo-frame until what comes no longer asks for it. Who is in it stays there, and nothing written is swept away. */
export default class extends Controller {
  static values = { every: { type: Number, default: 1000 } }

  connect() {
    this.frame = this.element.closest("turbo-frame")
    this.staying = event => { if (event.target === this.frame) event.detail.render = staying(event.detail.render) }
    this.frame.addEventListener("turbo:before-frame-render", this.staying)
    this.timer = setInterval(() => this.again(), this.everyValue)
  }

  disconnect() {
    clearInterval(this.timer)
    this.frame.removeEventListener("turbo:before-frame-render", this.staying)
  }

  again() {
    if (document.hidden || written(this.frame)) return
    this.frame.src ? this.frame.reload() : this.frame.src = location.href
  }
}
