import { Controller } from "@hotwired/stimulus"

/** Proposes the minutes that an answer takes, from the time for which it lies open in a page that is looked at. */
export default class extends Controller {
  static targets = ["minutes"]

  connect() {
    this.spent = 0
    this.timer = setInterval(() => this.tick(), 5000)
    this.abort = new AbortController()
    this.element.closest("form").addEventListener("act:opened", () => this.tick(), { signal: this.abort.signal })
  }

  disconnect() {
    clearInterval(this.timer)
    this.abort.abort()
  }

  tick() {
    if (!this.element.checkVisibility() || document.hidden) return
    this.spent += 5
    if (!this.told) this.minutesTarget.value = Math.max(1, Math.round(this.spent / 60))
  }

  own() { this.told = true }
}
