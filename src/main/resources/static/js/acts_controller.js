import { Controller } from "@hotwired/stimulus"
import { typing } from "./keys.js"

/** What can be done with a question, in a dialog that is fetched when it is wanted; digits choose. */
export default class extends Controller {
  static targets = ["dialog", "frame"]
  static values = { back: String }

  connect() {
    this.listener = event => this.key(event)
    this.element.addEventListener("keydown", this.listener)
  }

  disconnect() { this.element.removeEventListener("keydown", this.listener) }

  open(event) {
    const turn = event.target.closest("[data-turn]").dataset.turn
    this.show(turn, event.params.act ?? event.currentTarget.dataset.act)
  }

  show(turn, act) {
    this.frameTarget.innerHTML = ""
    this.frameTarget.src = `/desk/turns/${turn}/acts?do=${act}&back=${encodeURIComponent(this.backValue)}`
    this.frameTarget.addEventListener("turbo:frame-load", () => this.focus(), { once: true })
    this.dialogTarget.showModal()
  }

  focus() {
    (this.frameTarget.querySelector("[autofocus]") ?? this.frameTarget.querySelector(".picks button, .picks a"))?.focus()
  }

  close() { this.dialogTarget.close() }

  key(event) {
    if (!this.dialogTarget.open) return
    const choices = [...this.frameTarget.querySelectorAll(".picks button, .picks a")]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && choices.length && !typing(event.target)) {
      event.preventDefault()
      choices[(choices.indexOf(document.activeElement) + step + choices.length) % choices.length].focus()
    }
    if (!/^[1-9]$/.test(event.key) || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const choice = this.frameTarget.querySelector(`[data-digit="${event.key}"]`)
    if (!choice) return
    event.preventDefault()
    choice.click()
    this.frameTarget.addEventListener("turbo:frame-load", () => this.focus(), { once: true })
  }
}
