import { Controller } from "@hotwired/stimulus"

/** One line that adds and stays ready for the next, even while the one before is still on its way. */
export default class extends Controller {
  connect() {
    this.started = () => { this.sending = this.field.value; this.field.value = "" }
    this.element.addEventListener("turbo:submit-start", this.started)
  }

  disconnect() { this.element.removeEventListener("turbo:submit-start", this.started) }

  get field() { return this.element.querySelector(".input") }

  keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.ctrlKey) {
      event.preventDefault()
      this.send()
    }
    if (event.key === "Escape") { event.stopPropagation(); this.field.blur(); this.leave() }
  }

  send() {
    this.next = this.element.ariaBusy === "true"
    if (!this.next && this.field.value.trim()) this.element.requestSubmit()
  }

  leave() {
    (this.element.closest(".column")?.querySelector(".face-card a") ?? this.element.closest(".sheet"))?.focus()
  }

  sent(event) {
    if (!event.detail.success) { this.field.value ||= this.sending; return }
    const cards = this.element.closest(".column")?.querySelector(".cards")
    if (cards) requestAnimationFrame(() => requestAnimationFrame(() => { cards.scrollTop = cards.scrollHeight }))
    if (this.next) setTimeout(() => this.send())
  }
}
