import { Controller } from "@hotwired/stimulus"
import { say } from "./words.js"

let known = 0

/** How many things wait for whoever looks, quietly beside the desk's name. */
export default class extends Controller {
  connect() {
    this.listener = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), 1000) }
    document.addEventListener("live:changed", this.listener)
    this.show()
    this.ask()
  }

  disconnect() {
    document.removeEventListener("live:changed", this.listener)
    clearTimeout(this.timer)
  }

  async ask() {
    try {
      const response = await fetch("/desk/waits", { cache: "no-store", headers: { Accept: "text/plain" } })
      if (!response.ok || response.redirected) return
      known = Number(await response.text())
      this.show()
    } catch { /* the number as it was must do */ }
  }

  show() {
    this.element.hidden = !known
    this.element.textContent = known > 99 ? "99+" : known
    this.element.ariaLabel = say("waits", { n: known })
    this.element.role = "img"
  }
}
