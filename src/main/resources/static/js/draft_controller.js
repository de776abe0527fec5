import { Controller } from "@hotwired/stimulus"
import { say } from "./words.js"

const texts = "textarea[name], input[name]:not([type=hidden], [type=number], [type=checkbox], [type=radio], [type=file], [type=password])"
const choices = "select[name], input[type=checkbox][name], input[type=radio][name], input[data-drafted]"

// What is on its way, until the answer is here: its form may be replaced before that by what the answer, or somebody else, changed.
const sending = new Map()

addEventListener("turbo:submit-end", ({ detail: { formSubmission, success } }) => {
  const key = sending.get(formSubmission.formElement)
  if (!key) return
  sending.delete(formSubmission.formElement)
  if (success) drop(key)
  else dispatchEvent(new CustomEvent("draft:refused", { detail: key }))
})

function drop(key) {
  try { localStorage.removeItem(key) } catch { /* nothing was kept */ }
}

/** Keeps what is being written on this device until it was sent; a reload, a sign-out or a dead battery lose nothing. */
export default class extends Controller {
  static values = { key: String }

  connect() {
    this.abort = new AbortController()
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.abort.signal })
    on(this.element, "input", () => { this.sent = false; this.touch(); clearTimeout(this.timer); this.timer = setTimeout(() => this.keep(), 300) })
    on(this.element, "turbo:submit-start", () => { this.keep(); sending.set(this.element, this.key); delete this.element.dataset.dirty })
    on(this.element, "turbo:submit-end", event => { if (event.detail.success) { this.sent = true; this.forget() } else this.touch() })
    on(window, "draft:refused", event => { if (event.detail === this.key && !this.written) this.restore() })
    on(this.element, "edit:cancelled", () => this.forget())
    on(window, "pagehide", () => this.keep())
    on(document, "visibilitychange", () => document.hidden && this.keep())
    this.restore()
  }

  disconnect() {
    this.keep()
    this.abort.abort()
  }

  get key() { return `draft:${document.body.dataset.me ?? ""}:${this.keyValue}` }

  get fields() { return [...this.element.querySelectorAll(texts)] }

  // What is chosen along with a text is kept with it; alone it is no draft.
  get choices() { return [...this.element.querySelectorAll(choices)] }

  get written() { return this.fields.some(field => field.value !== field.defaultValue) }

  touch() { this.element.toggleAttribute("data-dirty", this.written) }

  keep() {
    clearTimeout(this.timer)
    if (this.sent) return
    try {
      if (!this.written) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), version: this.version?.value, text: Object.fromEntries(this.fields.map(field => [field.name, field.value])), chosen: this.choices.filter(choice => !choice.matches("[type=checkbox], [type=radio]") || choice.checked).map(choice => [choice.name, choice.value]) }))
    } catch { /* a full or forbidden store: the page itself still has the text */ }
  }

  get version() { return this.element.elements.namedItem("version") }

  restore() {
    if ([...sending.values()].includes(this.key)) return
    let kept
    try { kept = JSON.parse(localStorage.getItem(this.key)) } catch { return }
    if (!kept) return
    for (const field of this.fields) if (kept.text[field.name] !== undefined) field.value = kept.text[field.name]
    if (!this.written) return this.forget()
    if (kept.chosen) this.choose(kept.chosen)
    if (kept.version && this.version) this.version.value = kept.version
    this.touch()
    this.note()
    setTimeout(() => this.dispatch("restored"))
  }

  choose(chosen) {
    for (const choice of this.choices) {
      const values = chosen.filter(([name]) => name === choice.name).map(([, value]) => value)
      if (choice.matches("[type=checkbox], [type=radio]")) choice.checked = values.includes(choice.value)
      else if (choice.localName !== "select" || [...choice.options].some(option => option.value === values[0])) choice.value = values[0] ?? ""
    }
  }

  note() {
    const note = document.createElement("p")
    note.className = "draft-note"
    const drop = Object.assign(document.createElement("button"), { type: "button", textContent: say("draft.drop") })
    drop.addEventListener("click", () => { this.element.reset(); this.forget(); this.element.dispatchEvent(new Event("input", { bubbles: true })); this.fields[0]?.focus() })
    note.append(say("draft.kept"), " ", drop)
    this.element.append(note)
  }

  forget() {
    clearTimeout(this.timer)
    drop(this.key)
    delete this.element.dataset.dirty
    this.element.querySelectorAll(".draft-note").forEach(note => note.remove())
  }
}
