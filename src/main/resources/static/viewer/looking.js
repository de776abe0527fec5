import { announce } from "../js/announce.js"
import { say } from "../js/words.js"
import { listens, markers, sayAt } from "./pins.js"

/** Keeps a preview and the list of what is pinned to it together, and opens the composer. */
export default class {
  constructor(element) {
    this.element = element
    this.form = element.querySelector("#pinning")
    this.list = element.querySelector(".said-of")
    const { on, off } = listens()
    this.off = off
    on(document, "pin:say", event => this.open(event.detail))
    on(element, "click", event => this.click(event))
    on(element, "keydown", event => { if (event.key === "Escape" && this.form.contains(event.target)) { event.preventDefault(); event.stopPropagation(); this.forgo() } })
    on(this.form, "keydown", event => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.form.ariaBusy !== "true") { event.preventDefault(); this.form.requestSubmit() } })
    on(this.form, "turbo:submit-end", event => { if (event.detail.success) this.sent() })
    on(this.form, "draft:restored", () => this.restored())
    on(window, "hashchange", () => this.arrive())
    this.watch = new MutationObserver(() => this.changed())
    this.watch.observe(this.list, { childList: true, subtree: true })
    this.seen = document.getElementById("markers")
    this.restored()
    this.arrive()
  }

  close() {
    this.off()
    this.watch.disconnect()
  }

  changed() {
    const now = document.getElementById("markers")
    if (!now || now === this.seen) return
    this.seen = now
    document.dispatchEvent(new CustomEvent("pins:changed"))
    this.newer()
  }

  /** A newer version came while one looks at this one. */
  newer() {
    const told = document.getElementById("newer-of"), line = document.getElementById("newer")
    if (!told || !line.hidden) return
    line.replaceChildren(told.content.cloneNode(true))
    line.hidden = false
    announce(line.textContent.trim())
  }

  click(event) {
    const at = event.target.closest("[data-show], [data-list], [data-act=forgo], [data-whole]:not(.show)")
    if (!at) return
    if (at.dataset.show) this.seek(Number(at.dataset.show))
    else if (at.dataset.list) this.find(Number(at.dataset.list))
    else if (at.dataset.act) this.forgo()
    else if (at.dataset.whole) sayAt({ at: "whole" }, say("viewer.whole"), at.dataset.whole)
  }

  /** From the list to the place. */
  seek(number) {
    const pin = markers().find(each => each.number === number)
    if (!pin?.place || pin.place.at === "whole") return
    const shown = this.element.querySelector("[data-file]")
    if (shown && Number(shown.dataset.file) !== pin.place.file) {
      const link = this.element.parentElement.querySelector(`.files-tabs a:nth-child(${pin.place.file + 1})`)
      if (link) { link.hash = `pin-${number}`; link.click() }
      return
    }
    shown?.scrollIntoView({ block: "nearest" })
    document.dispatchEvent(new CustomEvent("pin:seek", { detail: pin }))
  }

  /** From the place to the list. */
  find(number) {
    const entry = document.getElementById(`pin-${number}`)
    if (!entry) return
    const folded = entry.closest("details")
    if (folded) folded.open = true
    entry.focus({ preventScroll: true })
    entry.scrollIntoView({ block: "nearest" })
    this.list.querySelectorAll(".chosen").forEach(each => each.classList.remove("chosen"))
    entry.classList.add("chosen")
  }

  arrive() {
    const number = Number(location.hash.match(/^#pin-(\d+)$/)?.[1])
    if (!number) return
    this.find(number)
    setTimeout(() => this.seek(number), 300)
  }

  open({ place, words, kind }) {
    const form = this.form
    this.opener = document.activeElement
    form.elements.place.value = JSON.stringify(place)
    form.elements.at.value = words
    form.querySelector(`[name=kind][value="${kind}"]`).checked = true
    this.show()
  }

  show() {
    document.getElementById("pinning-at").textContent = this.form.elements.at.value
    this.form.hidden = false
    this.form.scrollIntoView({ block: "nearest" })
    this.form.elements.text.focus({ preventScroll: true })
  }

  restored() {
    if (this.form.elements.text.value && this.form.elements.place.value && this.form.hidden) this.show()
  }

  forgo() {
    this.form.reset()
    this.form.elements.place.value = ""
    this.form.dispatchEvent(new CustomEvent("edit:cancelled"))
    this.shut()
  }

  sent() {
    this.form.reset()
    announce(say("viewer.sent"))
    this.shut()
  }

  shut() {
    this.form.hidden = true
    document.dispatchEvent(new CustomEvent("pin:said"))
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true })
  }
}
