import { Controller } from "@hotwired/stimulus"

/** Turns what is read into a form and back, in its place. */
export default class extends Controller {
  static targets = ["read", "form"]

  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => this.element.addEventListener(type, listener, { signal: this.abort.signal })
    on("draft:restored", event => { if (event.target === this.form) this.open() })
    on("turbo:submit-start", event => { if (event.target === this.form) delete this.element.dataset.editing })
    on("turbo:submit-end", event => { if (event.target === this.form) event.detail.success ? this.close() : this.open() })
  }

  disconnect() { this.abort.abort() }

  get form() { return this.hasFormTarget ? this.formTarget : null }

  open() {
    if (!this.form) return
    this.element.dataset.editing = ""
    if (this.hasReadTarget) this.readTarget.hidden = true
    this.form.hidden = false
    const field = this.form.querySelector("textarea, input:not([type=hidden]), select")
    field?.focus()
    if (field?.selectionStart != null) field.setSelectionRange(field.value.length, field.value.length)
  }

  cancel(event) {
    if (this.form?.hidden ?? true) return
    event?.preventDefault()
    event?.stopPropagation()
    this.form.reset()
    this.dispatch("cancelled", { target: this.form })
    this.close()
  }

  close() {
    delete this.element.dataset.editing
    const within = this.form?.contains(document.activeElement)
    if (this.hasReadTarget) this.readTarget.hidden = false
    if (within) this.element.querySelector("[data-action*='edit#open']")?.focus()
    if (this.form) this.form.hidden = true
    this.dispatch("end", { bubbles: true })
  }

  send() { this.form.requestSubmit() }
}
