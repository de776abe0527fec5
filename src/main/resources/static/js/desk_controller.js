import { Controller } from "@hotwired/stimulus"
import { letter, typing } from "./keyboard_controller.js"

const acts = { p: "pass", c: "card", m: "merge", o: "off" }

/** The desk by the keyboard: along its lines, and one letter for what is done with one. Who stands on a line stays there when the desk is fetched anew. */
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.abort.signal })
    on(window, "keydown", event => this.key(event))
    on(this.element, "turbo:before-frame-render", () => { this.stood = this.row?.id; this.place = this.rows.indexOf(this.row); this.opened = [...this.element.querySelectorAll("details")].map(it => it.open) })
    on(this.element, "turbo:frame-render", () => this.stay())
  }

  disconnect() { this.abort.abort() }

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

  stay() {
    this.element.querySelectorAll("details").forEach((it, i) => { if (this.opened?.[i] !== undefined) it.open = this.opened[i] })
    if (!this.stood) return
    this.stand(document.getElementById(this.stood) ?? this.rows[Math.min(this.place, this.rows.length - 1)])
  }
}
