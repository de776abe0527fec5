import { Controller } from "@hotwired/stimulus"
import { announce } from "./announce.js"
import { token } from "./send.js"
import { say } from "./words.js"

/** Says before it is sent who answers a question until when, and whom a decision may affect. */
export default class extends Controller {
  static targets = ["to", "urgent", "promise", "text", "suggestions"]
  static values = { promise: String, suggest: String }

  connect() {
    this.clock = setInterval(() => { if (!document.hidden && this.kind === "question") this.foresee(true) }, 60000)
    this.see()
  }

  disconnect() {
    clearInterval(this.clock)
    clearTimeout(this.pause)
    this.asking?.abort()
  }

  get kind() { return this.element.querySelector("[name=kind]:checked")?.value }

  see() {
    if (this.kind === "question") this.foresee()
    if (this.kind === "decision") { clearTimeout(this.pause); this.pause = setTimeout(() => this.suggest(), 350) }
    else if (this.said) { this.said = null; this.suggestionsTarget.replaceChildren() }
  }

  foresee(again) {
    const asked = new URLSearchParams({ to: this.toTarget.value, ...(this.urgentTarget.checked && { urgent: "1" }) })
    const url = new URL(`${this.promiseValue}?${asked}`, location.href).href
    if (this.promiseTarget.src !== url) this.promiseTarget.src = url
    else if (again) this.promiseTarget.reload()
  }

  async suggest() {
    const text = this.textTarget.value.trim()
    if (text === this.said) return
    this.said = text
    this.asking?.abort()
    if (!text) return this.suggestionsTarget.replaceChildren()
    this.asking = new AbortController()
    try {
      const response = await fetch(this.suggestValue, { method: "POST", body: new URLSearchParams({ text }), headers: { Accept: "text/html", "X-CSRF-Token": token() }, signal: this.asking.signal })
      if (!response.ok) return
      const found = document.createRange().createContextualFragment(await response.text())
      for (const line of found.querySelectorAll(".suggestion")) if (this.box(line.dataset.discipline)?.checked) line.remove()
      this.suggestionsTarget.replaceChildren(...found.querySelectorAll(".suggestion"))
    } catch { /* a suggestion that does not come is no harm */ }
  }

  box(discipline) { return this.element.querySelector(`[name=affects][value="${CSS.escape(discipline)}"]`) }

  accept({ params: { discipline }, currentTarget }) {
    const box = this.box(discipline)
    if (!box) return
    box.checked = true
    currentTarget.closest(".suggestion").remove()
    box.focus({ preventScroll: true })
    announce(say("suggest.asked", { who: box.closest("label").textContent.trim() }))
    box.dispatchEvent(new Event("input", { bubbles: true }))
  }
}
