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
    this.brought = new Map()
    this.coming = new Set(this.element.querySelectorAll("turbo-frame[src]:not([complete])"))
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.abort.signal })
    on(this.element, "input", () => { this.sent = false; this.touch(); clearTimeout(this.timer); this.timer = setTimeout(() => this.keep(), 300) })
    on(this.element, "turbo:submit-start", () => { this.keep(); sending.set(this.element, this.key); delete this.element.dataset.dirty })
    on(this.element, "turbo:submit-end", event => { if (event.detail.success) { this.sent = true; this.forget() } else this.touch() })
    on(window, "draft:refused", event => { if (event.detail === this.key && !this.written) this.restore() })
    on(this.element, "edit:cancelled", () => this.forget())
    on(this.element, "reset", () => { for (const [field, value] of this.brought) field.value = value })
    on(this.element, "turbo:frame-load", event => { this.coming.delete(event.target); this.restore(event.target) })
    on(window, "pagehide", () => this.keep())
    on(document, "visibilitychange", () => document.hidden && this.keep())
    this.restore()
  }

  disconnect() {
    this.keep()
    this.abort.abort()
  }

  get key() { return `draft:${document.body.dataset.me ?? ""}:${this.keyValue}` }

  // What a frame has brought counts from when it was told so; until then it may hold the server's text in place of the draft's.
  here(field) { return !this.coming.has(field.closest("turbo-frame")) }

  get fields() { return [...this.element.querySelectorAll(texts)].filter(field => this.here(field)) }

  // What is chosen along with a text is kept with it; alone it is no draft.
  get choices() { return [...this.element.querySelectorAll(choices)] }

  get written() { return this.fields.some(field => field.value !== field.defaultValue) }

  get kept() { try { return JSON.parse(localStorage.getItem(this.key)) } catch { return null } }

  // What was kept of fields that are not in the form, for a frame brings them only when somebody looks at it.
  missing(kept) { return Object.entries(kept?.text ?? {}).filter(([name, text]) => text && !this.fields.some(field => field.name === name)) }

  touch() { this.element.toggleAttribute("data-dirty", this.written) }

  keep() {
    clearTimeout(this.timer)
    if (this.sent) return
    const kept = this.kept
    const missing = this.missing(kept)
    try {
      if (this.written) localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), version: this.version?.value ?? kept?.version, text: Object.fromEntries([...missing, ...this.fields.map(field => [field.name, field.value])]), chosen: this.choices.filter(choice => !choice.matches("[type=checkbox], [type=radio]") || choice.checked).map(choice => [choice.name, choice.value]) }))
      else if (!missing.length) localStorage.removeItem(this.key)
    } catch { /* a full or forbidden store: the page itself still has the text */ }
  }

  get version() {
    const field = this.element.elements.namedItem("version")
    return field && this.here(field) ? field : null
  }

  restore(within = this.element) {
    if ([...sending.values()].includes(this.key)) return
    const kept = this.kept
    if (!kept) return
    for (const field of this.fields) if (within.contains(field) && kept.text[field.name] !== undefined) field.value = kept.text[field.name]
    const missing = this.missing(kept).length > 0
    if (!this.written && !missing) return this.forget()
    if (kept.chosen && within === this.element) this.choose(kept.chosen)
    if (kept.version && within.contains(this.version)) this.bring(this.version, kept.version)
    this.touch()
    if (this.written) this.note()
    if (this.written || this.coming.size) setTimeout(() => this.dispatch("restored"))
  }

  // A reset does not take back by itself what nobody sees.
  bring(field, value) {
    if (!this.brought.has(field)) this.brought.set(field, field.value)
    field.value = value
  }

  choose(chosen) {
    for (const choice of this.choices) {
      const values = chosen.filter(([name]) => name === choice.name).map(([, value]) => value)
      if (choice.matches("[type=checkbox], [type=radio]")) choice.checked = values.includes(choice.value)
      else if (choice.type === "hidden") this.bring(choice, values[0] ?? "")
      else if (choice.localName !== "select" || [...choice.options].some(option => option.value === values[0])) choice.value = values[0] ?? ""
    }
  }

  note() {
    this.element.querySelectorAll(".draft-note").forEach(note => note.remove())
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
