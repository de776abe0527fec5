import { Controller } from "@hotwired/stimulus"
import { post } from "./send.js"
import { toast } from "./toast.js"

export default class extends Controller {
  static targets = ["text", "seen"]
  static values = { url: String }

  connect() { this.reset = () => this.show(false); this.element.addEventListener("compose:sent", this.reset) }

  disconnect() { this.element.removeEventListener("compose:sent", this.reset) }

  async toggle(event) {
    this.button = event.currentTarget
    if (!this.seenTarget.hidden) return this.show(false)
    try {
      const response = await post(this.urlValue, { text: this.textTarget.value }, { accept: "text/html" })
      this.seenTarget.innerHTML = await response.text()
      this.show(true)
    } catch (refusal) { toast(refusal.message, { wrong: true }) }
  }

  show(preview) {
    this.seenTarget.hidden = !preview
    this.textTarget.hidden = preview
    this.button?.setAttribute("aria-pressed", preview)
    if (!preview && this.button) this.textTarget.focus()
  }
}
