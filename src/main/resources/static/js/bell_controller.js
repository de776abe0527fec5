import { Controller } from "@hotwired/stimulus"

let known = null // from page to page, so that the number does not come and go

/** On how many cards there is news: asked for when a page comes up, after a change in its project, and now and then. */
export default class extends Controller {
  static targets = ["count"]
  static values = { url: String, every: { type: Number, default: 30000 } }

  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => document.addEventListener(type, listener, { signal: this.abort.signal })
    on("visibilitychange", () => document.hidden || this.look())
    on("live:changed", () => this.soon())
    this.timer = setInterval(() => document.hidden || this.look(), this.everyValue)
    if (known) this.show(known)
    this.look()
  }

  disconnect() {
    this.abort.abort()
    clearInterval(this.timer)
    clearTimeout(this.waiting)
  }

  // who is told is found a moment after the change itself
  soon() {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.look(), 1200)
  }

  async look() {
    try {
      const response = await fetch(this.urlValue, { headers: { Accept: "application/json" }, signal: this.abort.signal })
      if (response.ok) this.show(known = await response.json())
    } catch { /* the next look may reach it */ }
  }

  show({ count, words }) {
    this.countTarget.hidden = count === 0
    this.countTarget.textContent = count > 99 ? "99+" : count
    this.element.title = words
  }
}
