import { Controller } from "@hotwired/stimulus"
import { say } from "./words.js"

/** The one box in which everything is said: suits its words to what it is said as, replies to a comment, and is fresh again when it was sent. */
export default class extends Controller {
  static targets = ["text", "button", "answers", "replying", "quote"]

  connect() {
    this.abort = new AbortController()
    document.addEventListener("talk:reply", event => this.reply(event.detail), { signal: this.abort.signal })
    this.suit()
  }

  disconnect() { this.abort.abort() }

  get kind() { return this.element.querySelector("[name=kind]:checked") }

  suit() {
    const { hint, send } = this.kind.dataset
    this.textTarget.placeholder = hint
    this.buttonTarget.textContent = send
  }

  /** Begins to say something of this kind. */
  begin(kind) {
    const choice = this.element.querySelector(`[name=kind][value=${kind}]`)
    if (!choice.checked) {
      choice.checked = true
      choice.dispatchEvent(new Event("input", { bubbles: true }))
    }
    this.element.scrollIntoView({ block: "nearest" })
    this.textTarget.focus()
  }

  reply(comment) {
    this.quote(comment)
    this.begin("message")
  }

  quote({ id, name, text }) {
    this.answersTarget.value = id
    this.quoteTarget.textContent = say("reply", { name, text })
    this.replyingTarget.hidden = false
  }

  /** A draft came back: to what it replies, too. */
  restored() {
    this.suit()
    const said = this.answersTarget.value && document.getElementById(`comment-${this.answersTarget.value}`)
    const act = said && this.application.getControllerForElementAndIdentifier(said, "act")
    if (act) this.quote(act.told)
    else this.answersTarget.value = ""
  }

  forgo() {
    this.answersTarget.value = ""
    this.replyingTarget.hidden = true
    this.textTarget.focus()
  }

  send(event) {
    event.preventDefault()
    if (!this.textTarget.value.trim() || this.element.ariaBusy === "true") return
    this.element.requestSubmit()
  }

  sent(event) {
    if (event.target !== this.element || !event.detail.success) return
    const elsewhere = document.activeElement && document.activeElement !== document.body && !this.element.contains(document.activeElement) && !document.activeElement.matches(".sheet")
    this.element.reset()
    this.answersTarget.value = ""
    this.replyingTarget.hidden = true
    this.element.dispatchEvent(new Event("input", { bubbles: true }))
    if (!elsewhere) this.textTarget.focus()
    this.dispatch("sent", { target: this.element })
  }
}
