import { Controller } from "@hotwired/stimulus"

/** One line that adds and stays ready for the next. */
export default class extends Controller {
  get field() { return this.element.querySelector(".input") }

  keys(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.ctrlKey) {
      event.preventDefault()
      if (this.field.value.trim()) this.element.requestSubmit()
    }
    if (event.key === "Escape") { event.stopPropagation(); this.field.blur(); this.leave() }
  }

  leave() {
    (this.element.closest(".column")?.querySelector(".face-card a") ?? this.element.closest(".sheet"))?.focus()
  }

  sent(event) {
    if (!event.detail.success) return
    this.field.value = ""
    this.field.focus()
    const cards = this.element.closest(".column")?.querySelector(".cards")
    if (cards) requestAnimationFrame(() => requestAnimationFrame(() => { cards.scrollTop = cards.scrollHeight }))
  }
}
