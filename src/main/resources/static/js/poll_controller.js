import { Controller } from "@hotwired/stimulus"

/** Reloads its turbo-frame until what comes no longer asks for it. */
export default class extends Controller {
  static values = { every: { type: Number, default: 1000 } }

  connect() {
    const frame = this.element.closest("turbo-frame")
    this.timer = setInterval(() => { if (!document.hidden) frame.src ? frame.reload() : frame.src = location.href }, this.everyValue)
  }

  disconnect() { clearInterval(this.timer) }
}
