import { Controller } from "@hotwired/stimulus"
import { announce } from "./announce.js"
import { post } from "./send.js"
import { toast } from "./toast.js"
import { say } from "./words.js"

/** Reorders a short list by its grips: drag, or arrow keys on the grip. Tells `{url}/{id}/place` behind which one it stands. */
export default class extends Controller {
  static targets = ["list", "grip"]
  static values = { url: String }

  gripTargetConnected(grip) {
    grip.addEventListener("pointerdown", this.press)
    grip.addEventListener("keydown", this.key)
  }

  press = event => {
    if (event.button !== 0) return
    event.preventDefault()
    const grip = event.currentTarget, item = grip.closest("[data-id]"), before = item.nextElementSibling
    const hands = new AbortController(), { signal } = hands
    grip.setPointerCapture(event.pointerId)
    item.classList.add("placeholder")
    const end = keep => {
      hands.abort()
      item.classList.remove("placeholder")
      if (!keep) this.listTarget.insertBefore(item, before)
      else if (item.nextElementSibling !== before) this.tell(item, before)
    }
    grip.addEventListener("pointermove", move => {
      const over = document.elementFromPoint(item.getBoundingClientRect().left + 40, move.clientY)?.closest("[data-id]")
      if (!over || over === item || over.parentElement !== this.listTarget) return
      const box = over.getBoundingClientRect()
      this.listTarget.insertBefore(item, move.clientY < box.top + box.height / 2 ? over : over.nextElementSibling)
    }, { signal })
    grip.addEventListener("pointerup", () => end(true), { signal })
    grip.addEventListener("pointercancel", () => end(false), { signal })
    window.addEventListener("keydown", key => { if (key.key === "Escape") { key.stopPropagation(); end(false) } }, { signal, capture: true })
  }

  key = event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    const grip = event.currentTarget, item = grip.closest("[data-id]"), before = item.nextElementSibling
    const next = step < 0 ? item.previousElementSibling : before
    if (!next) return
    step < 0 ? next.before(item) : next.after(item)
    grip.focus()
    announce(say("sort.moved", { n: [...this.listTarget.children].indexOf(item) + 1 }))
    this.tell(item, before)
  }

  async tell(item, before) {
    try {
      await post(`${this.urlValue}/${item.dataset.id}/place`, { after: item.previousElementSibling?.dataset.id ?? "" })
    } catch (refusal) {
      if (item.isConnected) this.listTarget.insertBefore(item, before?.isConnected ? before : null)
      toast(refusal.message, { wrong: true })
    }
  }
}
