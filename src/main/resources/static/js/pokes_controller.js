import { Controller } from "@hotwired/stimulus"

// What is somebody's own is not sent but only poked: the page fetches it anew. Should no poke come through, it looks once a minute.
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    document.addEventListener("visibilitychange", () => document.hidden ? this.rest() : this.wake(), { signal: this.abort.signal })
    addEventListener("pagehide", () => this.hangUp(), { signal: this.abort.signal })
    this.minute = setInterval(() => { if (!document.hidden) this.tell() }, 60000)
    this.listen()
  }

  disconnect() {
    this.abort.abort()
    clearInterval(this.minute)
    clearTimeout(this.resting)
    this.hangUp()
  }

  listen() {
    this.hangUp()
    this.source = new EventSource("/desk/live")
    this.source.addEventListener("poke", () => this.tell())
  }

  hangUp() {
    this.source?.close()
    this.source = null
  }

  rest() { this.resting = setTimeout(() => this.hangUp(), 5 * 60 * 1000) }

  wake() {
    clearTimeout(this.resting)
    if (!this.source || this.source.readyState === EventSource.CLOSED) this.listen()
    this.tell()
  }

  tell() { this.dispatch("changed", { target: document, prefix: "live", detail: {} }) }
}
