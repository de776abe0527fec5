import { Controller } from "@hotwired/stimulus"
import { written } from "./guard.js"

/** A frame that shows the project in another way than the board: fetched anew a moment after something changed. */
export default class extends Controller {
  connect() {
    this.listener = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.again(), 400) }
    document.addEventListener("live:changed", this.listener)
  }

  disconnect() {
    document.removeEventListener("live:changed", this.listener)
    clearTimeout(this.timer)
  }

  again() {
    if (written(this.element)) return this.listener()
    this.element.src ? this.element.reload() : this.element.src = location.href
  }
}
