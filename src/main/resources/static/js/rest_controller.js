import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage } from "@hotwired/turbo"

/** The cards below the fold of a very long column: asked for when one scrolls near them. */
export default class extends Controller {
  static values = { url: String }

  connect() {
    this.sight = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.load(), { root: this.element.parentElement, rootMargin: "600px" })
    this.sight.observe(this.element)
  }

  disconnect() { this.sight.disconnect() }

  async load() {
    if (this.loading) return
    this.loading = true
    try {
      const response = await fetch(this.urlValue, { headers: { Accept: "text/vnd.turbo-stream.html" } })
      if (response.ok) renderStreamMessage(await response.text())
    } finally { this.loading = false }
  }
}
