import { Controller } from "@hotwired/stimulus"

export default class extends Controller {
  static values = { delay: Number }

  submit() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.element.requestSubmit(), this.delayValue)
  }

  disconnect() { clearTimeout(this.timer) }
}
