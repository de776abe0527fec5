import { Controller } from "@hotwired/stimulus"
import { session } from "@hotwired/turbo"
import { answerPop } from "./pop.js"

// The card over the board. Opening and closing it moves the address, never the board beneath.
export default class extends Controller {
  static targets = ["sheet"]
  static values = { board: String }

  connect() {
    this.abort = new AbortController()
    const on = (target, type, listener, options) => target.addEventListener(type, listener, { signal: this.abort.signal, ...options })
    on(this.element, "turbo:frame-load", event => event.target === this.element && this.opened())
    on(this.element, "turbo:frame-missing", event => { event.preventDefault(); event.detail.visit(event.detail.response) })
    on(document, "turbo:click", event => { if (event.target.dataset.turboFrame === "sheet") this.opener = event.target.closest(".face-card")?.id ?? this.opener })
    on(document, "turbo:before-cache", () => this.empty())
    on(document, "focusin", event => this.hold(event))
    this.deaf = answerPop(event => this.popped(event))
    this.title = document.title
    this.home = location.pathname === this.boardValue ? location.href : this.boardValue
    if (this.hasSheetTarget) this.cover()
  }

  disconnect() { this.abort.abort(); this.deaf(); this.uncover() }

  opened() {
    if (!this.hasSheetTarget) return
    const url = new URL(this.element.src, location.href)
    if (url.href !== location.href) {
      if (location.pathname === this.boardValue) { this.home = location.href; this.title = document.title }
      const depth = (history.state?.sheet ?? 0) + 1
      session.history.push(url)
      history.replaceState({ ...history.state, sheet: depth }, "", location.href)
      this.settle()
    }
    this.cover()
  }

  cover() {
    const sheet = this.sheetTarget
    this.opener ??= `card-${sheet.dataset.card}`
    if (sheet.dataset.title) document.title = sheet.dataset.title
    document.documentElement.dataset.covered = ""
    if (location.hash) sheet.querySelector(`#${CSS.escape(location.hash.slice(1))}`)?.scrollIntoView()
    if (!sheet.contains(document.activeElement)) sheet.focus({ preventScroll: true })
  }

  /** Goes to what a link names, if it stands in this sheet. */
  show(event) {
    const { hash, pathname } = new URL(event.currentTarget.href)
    const there = pathname === location.pathname && hash && document.getElementById(hash.slice(1))
    if (!there) return
    event.preventDefault()
    there.scrollIntoView({ block: "center" })
    there.classList.remove("fresh")
    there.focus({ preventScroll: true })
    requestAnimationFrame(() => there.classList.add("fresh"))
  }

  // Not `inert`: that would make the browser style all 5,000 cards of a big board anew, twice.
  hold(event) {
    if (this.hasSheetTarget && event.target.closest(".app, .skip")) this.sheetTarget.focus({ preventScroll: true })
  }

  uncover() {
    delete document.documentElement.dataset.covered
  }

  close(event) {
    event.preventDefault()
    const depth = history.state?.sheet
    if (depth) { history.go(-depth); return }
    session.history.push(new URL(this.home, location.href))
    this.settle()
    this.shut()
  }

  popped(event) {
    const here = location.pathname
    if (here === this.boardValue) { if (!this.hasSheetTarget) return false; this.shut() }
    else if (here.startsWith(`${this.boardValue}/cards/`) && /\/cards\/\d+$/.test(here)) { this.element.src = location.href }
    else return false
    const turbo = event.state?.turbo
    if (turbo) {
      session.history.restorationIdentifier = turbo.restorationIdentifier
      session.history.currentIndex = turbo.restorationIndex
    }
    this.settle()
    return true
  }

  settle() {
    session.history.location = new URL(location.href)
    session.view.lastRenderedLocation = session.history.location
  }

  shut() {
    this.empty()
    document.title = this.title
    const face = document.getElementById(this.opener)
    this.opener = null
    face?.querySelector("a")?.focus({ preventScroll: true })
    face?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  empty() {
    this.element.removeAttribute("src")
    this.element.removeAttribute("complete")
    this.element.replaceChildren()
    this.uncover()
  }
}
