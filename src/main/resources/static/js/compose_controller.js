import { Controller } from "@hotwired/stimulus"

export default class extends Controller {
  static targets = ["text"]

  send(event) {
    event.preventDefault()
    if (this.textTarget.value.trim()) this.element.requestSubmit()
  }

  sent(event) {
    if (event.target !== this.element || !event.detail.success) return
    this.element.reset()
    this.textTarget.focus()
    this.dispatch("sent", { target: this.element })
  }
}
