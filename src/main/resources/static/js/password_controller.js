import { Controller } from "@hotwired/stimulus"
import { post } from "./send.js"

/** The server says how strong a password is, and why; the page only shows it. */
export default class extends Controller {
  static targets = ["field", "strength", "bar", "word", "eye"]
  static values = { url: String }

  check() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), 250)
  }

  async ask() {
    const password = this.fieldTarget.value
    this.strengthTarget.hidden = !password
    if (!password) return
    try {
      const { score, say } = await (await post(this.urlValue, { password }, { accept: "application/json" })).json()
      if (password !== this.fieldTarget.value) return
      this.strengthTarget.dataset.score = score
      this.barTarget.value = Math.max(score, 0.4)
      this.wordTarget.textContent = say
    } catch { this.strengthTarget.hidden = true }
  }

  peek(event) {
    const open = this.fieldTarget.type === "password"
    this.fieldTarget.type = open ? "text" : "password"
    event.currentTarget.setAttribute("aria-pressed", open)
    this.fieldTarget.focus()
  }
}
