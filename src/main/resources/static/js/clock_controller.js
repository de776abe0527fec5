import { Controller } from "@hotwired/stimulus"

/** A quiet clock: how long something was in front of somebody's eyes, a reload included. Time in which the page is hidden does not count. */
export default class extends Controller {
  static targets = ["face"]
  static values = { key: String }

  connect() {
    this.seconds = Number(sessionStorage.getItem(this.key)) || 0
    this.timer = setInterval(() => { if (!document.hidden) this.tick() }, 1000)
    requestAnimationFrame(() => this.show())
  }

  disconnect() { clearInterval(this.timer) }

  get key() { return `clock:${this.keyValue}` }

  tick() {
    this.seconds++
    sessionStorage.setItem(this.key, this.seconds)
    this.show()
  }

  show() {
    this.faceTarget.textContent = `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, "0")}`
    const minutes = Math.min(600, Math.max(1, Math.ceil(this.seconds / 60)))
    if (minutes === this.said && this.seconds % 60 > 1) return
    this.said = minutes
    this.dispatch("minute", { target: document, detail: { minutes } })
  }
}
