import { Controller } from "@hotwired/stimulus"

/** One box for whatever is said; which button sends it decides what it is. The minutes are proposed by the clock until they are set by hand. */
export default class extends Controller {
  static targets = ["text", "primary", "minutes", "sent"]

  connect() {
    if (matchMedia("(pointer: fine)").matches) this.textTarget.focus({ preventScroll: true })
  }

  send(event) {
    event.preventDefault()
    if (this.element.ariaBusy !== "true") this.element.requestSubmit(this.primaryTarget)
  }

  mirror({ formData }) {
    const text = this.textTarget.value
    formData.set("text", text)
    formData.set("reason", text)
  }

  minute({ detail }) {
    if (this.hand) return
    this.minutesTarget.value = this.sentTarget.value = detail.minutes
  }

  own() {
    this.hand = true
    this.sentTarget.value = this.minutesTarget.value
  }
}
