import { Controller } from "@hotwired/stimulus"
import { letter, typing } from "./keys.js"

const acts = { p: "pass", c: "card", m: "merge", o: "off" }
const soon = 20000

// What was opened and where one stood, from one fetch of the desk to the next, be it of its frame or of the whole page.
let kept = null

/** The desk by the keyboard: along its lines, and one letter for what is done with one. Who stands on a line stays there when the desk is fetched anew. */
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    this.place = -1
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.abort.signal })
    on(window, "keydown", event => this.key(event))
    on(this.element, "focusin", () => { if (this.row) { this.place = this.rows.indexOf(this.row); this.stood = this.row.id } })
    on(this.element, "turbo:before-frame-render", () => this.keep(Boolean(this.row)))
    on(this.element, "turbo:frame-render", () => this.stay())
    if (kept?.path === location.pathname && Date.now() - kept.at < soon) this.stay()
  }

  disconnect() {
    this.abort.abort()
    this.keep(true)
  }

  get rows() { return [...this.element.querySelectorAll(".matter")].filter(row => row.checkVisibility()) }

  get row() { return document.activeElement?.closest(".matter") ?? null }

  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return
    if (document.querySelector("dialog:modal, [popover]:popover-open")) return
    const key = letter(event)
    if (this.chord) { this.chord = false; return }
    if (key === "g") { this.chord = true; setTimeout(() => { this.chord = false }, 1200); return }
    if (this.walk({ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key]) || this.act(key) || this.press(key)) event.preventDefault()
  }

  walk(step) {
    const rows = this.rows
    if (!step || !rows.length) return false
    const at = rows.indexOf(this.row)
    this.stand(rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))])
    return true
  }

  stand(row) {
    row?.querySelector("a.open").focus({ preventScroll: true })
    row?.scrollIntoView({ block: "nearest" })
  }

  act(key) {
    const row = this.row
    if (!acts[key] || !row?.dataset.acts) return false
    this.application.getControllerForElementAndIdentifier(this.element, "acts").show(row.dataset.turn, acts[key])
    return true
  }

  press(key) {
    if (!/^[a-z]$/.test(key)) return false
    const named = `[data-desk-key="${key}"]`
    const target = this.row?.querySelector(named) ?? [...this.element.querySelectorAll(named)].find(each => !each.closest(".matter") && each.checkVisibility())
    if (!target) return false
    target.click()
    return true
  }

  get details() { return [...this.element.querySelectorAll("details")] }

  keep(standing) {
    kept = { path: location.pathname, at: Date.now(), opened: this.details.map(each => each.open), place: standing ? this.place : -1, stood: this.stood }
  }

  stay() {
    this.details.forEach((each, i) => { if (kept.opened[i] !== undefined) each.open = kept.opened[i] })
    if (kept.place < 0) return
    const rows = this.rows
    this.stand(rows.find(row => row.id === kept.stood) ?? rows[Math.min(kept.place, rows.length - 1)])
  }
}
