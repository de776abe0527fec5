import { Controller } from "@hotwired/stimulus"
import { renderStreamMessage, visit } from "@hotwired/turbo"
import { say, language } from "./words.js"

// One stream per tab. A change that follows directly on what the page shows is applied; after any gap
// the page asks for exactly what it lacks. So nothing is missed and nothing is applied twice.
export default class extends Controller {
  static values = { url: String, changes: String, version: Number }

  connect() {
    this.tries = 0
    this.wanted = this.versionValue
    this.seen = Date.now()
    this.abort = new AbortController()
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal: this.abort.signal })
    on(window, "online", () => this.wake())
    on(window, "offline", () => this.lost())
    on(window, "pageshow", event => event.persisted && this.wake())
    on(window, "pagehide", () => this.hangUp())
    on(document, "visibilitychange", () => document.hidden ? this.rest() : this.wake())
    this.watch = setInterval(() => this.check(), 5000)
    this.listen()
  }

  disconnect() {
    this.abort.abort()
    clearInterval(this.watch)
    this.hangUp()
    clearTimeout(this.resting)
    clearTimeout(this.telling)
  }

  listen() {
    this.hangUp()
    const source = this.source = new EventSource(`${this.urlValue}?since=${this.versionValue}`)
    source.addEventListener("open", () => this.heard())
    source.addEventListener("at", event => { this.heard(); this.reach(JSON.parse(event.data).to) })
    source.addEventListener("change", event => { this.heard(); this.change(JSON.parse(event.data)) })
    source.addEventListener("ping", () => { this.pings = true; this.heard() })
    source.addEventListener("gone", () => { this.hangUp(); visit("/projects", { action: "replace" }) })
    source.addEventListener("error", () => { if (this.source === source) this.lost() })
  }

  hangUp() {
    this.source?.close()
    this.source = null
    clearTimeout(this.again)
  }

  heard() {
    this.seen = Date.now()
    this.tries = 0
    clearTimeout(this.telling)
    this.telling = null
    this.line.hidden = true
  }

  lost() {
    this.hangUp()
    this.telling ??= setTimeout(() => this.tell(), 3000)
    const wait = Math.min(30000, 500 * 2 ** this.tries++) * (0.7 + Math.random() * 0.6)
    this.again = setTimeout(async () => { if (await this.fetch()) this.listen(); else if (!this.source) this.lost() }, wait)
  }

  wake() {
    clearTimeout(this.resting)
    if (document.hidden) return
    this.tries = 0
    if (!this.source || this.stale) { this.hangUp(); this.listen() }
    this.fetch()
  }

  rest() {
    this.resting = setTimeout(() => this.hangUp(), 5 * 60 * 1000)
  }

  check() {
    if (this.source && this.stale) this.lost()
  }

  get stale() {
    return this.pings ? Date.now() - this.seen > 60000 : this.source?.readyState === EventSource.CLOSED
  }

  change({ from, to, streams }) {
    if (to <= this.versionValue) return
    if (from === this.versionValue && !this.fetching) this.show(to, streams)
    else this.reach(to)
  }

  reach(to) {
    this.wanted = Math.max(this.wanted, to)
    if (this.wanted > this.versionValue) this.fetch()
  }

  show(to, streams) {
    this.versionValue = to
    if (streams) renderStreamMessage(streams)
    this.dispatch("changed", { target: document, detail: { version: to } })
  }

  fetch() {
    return this.fetching ??= this.ask().finally(() => {
      this.fetching = null
      if (this.source && this.wanted > this.versionValue) this.fetch()
    })
  }

  async ask() {
    try {
      const response = await fetch(`${this.changesValue}?since=${this.versionValue}`, { headers: { Accept: "text/vnd.turbo-stream.html" }, cache: "no-store", signal: this.abort.signal })
      if (response.status === 404 || response.status === 403) { visit("/projects", { action: "replace" }); return false }
      if (response.status === 401 || response.redirected || response.status === 410) { visit(location.href, { action: "replace" }); return false }
      if (!response.ok) return this.failed()
      const streams = response.status === 204 ? "" : await response.text()
      const version = Number(response.headers.get("X-Project-Version"))
      if (version > this.versionValue) this.show(version, streams)
      else this.wanted = this.versionValue
      this.seen = Date.now()
      return true
    } catch {
      return this.failed()
    }
  }

  failed() {
    this.wanted = this.versionValue
    return false
  }

  tell() {
    const time = new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", timeZone: document.body.dataset.zone || undefined }).format(this.seen)
    this.line.textContent = say("connection.lost", { time })
    this.line.hidden = false
  }

  get line() {
    return document.getElementById("connection") ?? document.createElement("p")
  }
}
