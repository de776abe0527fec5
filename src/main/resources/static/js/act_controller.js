import { Controller } from "@hotwired/stimulus"

/** Opens beneath what was said the form for what is done about it, one at a time; and turns to the composer for a reply. */
export default class extends Controller {
  static targets = ["form"]

  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => this.element.addEventListener(type, listener, { signal: this.abort.signal })
    on("turbo:submit-start", event => { if (this.holding(event.target)) delete this.element.dataset.editing })
    on("turbo:submit-end", event => {
      if (!this.holding(event.target)) return
      if (event.detail.success) this.close()
      else this.element.dataset.editing = ""
    })
    on("draft:restored", event => { const form = this.holding(event.target); if (form) this.show(form) })
  }

  disconnect() { this.abort.abort() }

  holding(element) { return this.formTargets.find(form => form.contains(element)) }

  get shown() { return this.formTargets.find(form => !form.hidden) }

  open({ params: { form: name }, currentTarget }) {
    this.opener = currentTarget.closest("[popover]") ? document.querySelector(`[popovertarget="${currentTarget.closest("[popover]").id}"]`) : currentTarget
    const form = this.formTargets.find(each => each.dataset.act === name)
    if (!form) return
    if (this.shown && this.shown !== form) this.close()
    this.show(form)
    setTimeout(() => form.querySelector("textarea, select, input:not([type=hidden]), turbo-frame")?.focus())
  }

  show(form) {
    this.element.dataset.editing = ""
    form.hidden = false
    form.dispatchEvent(new CustomEvent("act:opened", { bubbles: true }))
  }

  send(event) {
    const form = event.currentTarget
    if (form.ariaBusy !== "true") form.requestSubmit()
  }

  cancel(event) {
    const form = this.shown
    if (!form) return
    event?.preventDefault()
    event?.stopPropagation()
    if (form.matches("form")) form.reset()
    this.dispatch("cancelled", { prefix: "edit", target: form })
    this.close()
  }

  close() {
    const form = this.shown
    if (!form) return
    const within = form.contains(document.activeElement)
    form.hidden = true
    delete this.element.dataset.editing
    if (within) (this.opener?.isConnected ? this.opener : this.element).focus({ preventScroll: true })
    this.dispatch("end", { prefix: "edit", bubbles: true })
  }

  reply() {
    const answer = [...this.element.querySelectorAll("[data-key=a]")].find(button => button.checkVisibility())
    if (answer) return answer.click()
    this.dispatch("reply", { prefix: "talk", target: document, detail: this.told })
  }

  get told() {
    const text = this.element.querySelector(".prose")?.textContent.trim().replace(/\s+/g, " ") ?? ""
    return { id: this.element.id.replace("comment-", ""), name: this.element.dataset.name, text: text.slice(0, 120) }
  }
}
