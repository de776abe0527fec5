import { Controller } from "@hotwired/stimulus"

/** Goes by itself, but not while somebody reads, points at or is in it. */
export default class extends Controller {
  connect() { this.wait() }

  disconnect() { clearTimeout(this.timer) }

  wait() {
    const stay = this.element.matches(".wrong") ? 12000 : 8000
    this.timer = setTimeout(() => this.element.matches(":hover, :focus-within") ? this.wait() : this.element.remove(), stay)
  }

  shut() { this.element.remove() }
}
