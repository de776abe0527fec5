import { Controller } from "@hotwired/stimulus"

export default class extends Controller {
  static targets = ["text"]

  send(event) {
    event.preventDefault()
    if (!this.textTarget.value.trim() || this.element.ariaBusy === "true") return
    this.element.requestSubmit()
  }

  sent(event) {
    if (event.target !== this.element || !event.detail.success) return
    const elsewhere = document.activeElement && document.activeElement !== document.body && !this.element.contains(document.activeElement) && !document.activeElement.matches(".sheet")
    this.element.reset()
    if (!elsewhere) this.textTarget.focus()
    this.dispatch("sent", { target: this.element })
  }
}
