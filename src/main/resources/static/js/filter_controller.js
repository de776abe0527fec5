import { Controller } from "@hotwired/stimulus"
import { session } from "@hotwired/turbo"
import { announce } from "./announce.js"
import { count } from "./count.js"
import { isLate, isMine } from "./turn.js"
import { say } from "./words.js"

let days
const onDay = date => (days ??= new Intl.DateTimeFormat("sv", { timeZone: document.body.dataset.zone || undefined })).format(date)
const day = shift => onDay(new Date(Date.now() + shift * 864e5))
const within = (list, value) => (list ?? "").split(",").includes(value)

/** Shows of the board what was asked for; what was asked for stands in the address. */
export default class extends Controller {
  static targets = ["clear", "found"]
  static values = { board: String }

  connect() {
    this.abort = new AbortController()
    document.addEventListener("card:placed", event => { event.target.hidden = !this.fits(event.target); this.tell() }, { signal: this.abort.signal })
    const asked = new URLSearchParams(location.search)
    for (const field of this.element.elements) {
      if (!field.name) continue
      if (field.type === "checkbox") field.checked = asked.getAll(field.name).includes(field.value)
      else if (asked.has(field.name)) field.value = asked.get(field.name)
    }
    if ([...new FormData(this.element)].some(([, value]) => value)) this.show()
    else this.read()
  }

  disconnect() { this.abort.abort() }

  get board() { return document.querySelector(this.boardValue) }

  read() {
    const data = new FormData(this.element)
    this.asked = { text: (data.get("text") ?? "").trim().toLowerCase(), disciplines: data.getAll("discipline"), mine: data.get("mine"), person: data.get("person"), label: data.get("label"), kind: data.get("kind"), due: data.get("due"), turn: data.get("turn") }
    this.on = [...data].some(([, value]) => value)
    this.me = document.body.dataset.me
    this.today = day(0)
    this.week = day(7)
    if (this.hasClearTarget) this.clearTarget.hidden = !this.on
    for (const select of this.element.querySelectorAll("select")) select.toggleAttribute("data-on", Boolean(select.value))
  }

  fits(face) {
    if (!this.on) return true
    const { text, disciplines, mine, person, label, kind, due, turn } = this.asked, it = face.dataset
    return (!disciplines.length || disciplines.includes(it.discipline))
      && (!mine || within(it.people, this.me))
      && (!person || within(it.people, person))
      && (!label || within(it.labels, label))
      && (!kind || it.kind === kind)
      && (!due || this.dueFits(due, it.due ? onDay(new Date(it.due)) : "", it.done))
      && (!turn || this.turnFits(turn, [...face.querySelectorAll(".turn[data-turn]")]))
      && (!text || `${face.querySelector(".title").textContent} #${it.number}`.toLowerCase().includes(text))
  }

  dueFits(asked, due, done) {
    if (asked === "none") return !due
    if (!due || done) return false
    return asked === "late" ? due < this.today : asked === "today" ? due === this.today : due >= this.today && due <= this.week
  }

  turnFits(asked, turns) {
    return turns.some(asked === "mine" ? isMine : asked === "late" ? isLate : turn => turn.dataset.side === asked)
  }

  apply() {
    this.show()
    const asked = new URLSearchParams([...new FormData(this.element)].filter(([, value]) => value))
    const url = new URL(location.href)
    for (const key of new Set([...this.element.elements].map(field => field.name).filter(Boolean))) url.searchParams.delete(key)
    for (const [key, value] of asked) url.searchParams.append(key, value)
    history.replaceState(history.state, "", url)
    session.history.location = url
    session.view.lastRenderedLocation = url
  }

  show() {
    this.read()
    for (const face of this.board.querySelectorAll(".face-card")) {
      const hide = !this.fits(face)
      if (face.hidden !== hide) face.hidden = hide
    }
    this.tell()
  }

  tell() {
    for (const column of this.board.querySelectorAll(".column")) count(column)
    if (!this.hasFoundTarget) return
    const n = this.on ? this.board.querySelectorAll(".face-card:not([hidden])").length : 0
    const text = this.on ? say("filter.found", { n }) : ""
    if (this.foundTarget.textContent !== text) { this.foundTarget.textContent = text; announce(text) }
  }

  clear() {
    this.element.reset()
    for (const field of this.element.elements) if (field.type === "checkbox") field.checked = false; else if (field.name) field.value = ""
    this.apply()
    this.element.querySelector("input").focus()
  }
}
