import { Controller } from "@hotwired/stimulus"
import { announce } from "./announce.js"
import { move, whereIs } from "./move.js"
import { name, release, take, title } from "./place.js"
import { say } from "./words.js"

const START = 4, HOLD = 300, WANDER = 8, EDGE = 56

// The mouse lifts a card at once, a finger after a long press; before that the finger scrolls.
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    const on = (type, listener, options) => this.element.addEventListener(type, listener, { signal: this.abort.signal, ...options })
    on("pointerdown", event => this.press(event))
    on("dragstart", event => event.target.closest(".face-card") && event.preventDefault())
    on("contextmenu", event => this.grip?.touch && event.preventDefault())
    on("touchmove", event => this.grip?.lifted && event.preventDefault(), { passive: false })
    on("click", event => { if (this.dropped) { this.dropped = false; event.preventDefault(); event.stopImmediatePropagation() } }, { capture: true })
  }

  disconnect() {
    this.cancel()
    this.abort.abort()
  }

  press(event) {
    const card = event.target.closest(".face-card")
    if (!card || event.button !== 0 || !event.isPrimary || event.target.closest("button, input, textarea, select")) return
    this.dropped = false
    this.cancel()
    const touch = event.pointerType !== "mouse"
    const hands = new AbortController()
    this.grip = { card, touch, hands, id: event.pointerId, x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY }
    const on = (type, listener) => window.addEventListener(type, listener, { signal: hands.signal, capture: true })
    on("pointermove", move => this.wander(move))
    on("pointerup", up => up.pointerId === this.grip?.id && this.drop())
    on("pointercancel", () => this.cancel())
    on("blur", event => event.target === window && this.cancel())
    on("keydown", key => { if (key.key === "Escape" && this.grip?.lifted) { key.preventDefault(); key.stopPropagation(); this.cancel() } })
    if (touch) this.grip.timer = setTimeout(() => this.lift(), HOLD)
  }

  wander(event) {
    const grip = this.grip
    if (!grip || event.pointerId !== grip.id) return
    grip.x = event.clientX
    grip.y = event.clientY
    const far = Math.hypot(grip.x - grip.startX, grip.y - grip.startY)
    if (!grip.lifted) {
      if (grip.touch) { if (far > WANDER) this.cancel() }
      else if (far > START) this.lift()
    }
    if (this.grip?.lifted) { event.preventDefault(); this.follow() }
  }

  lift() {
    const grip = this.grip, box = grip.card.getBoundingClientRect()
    grip.origin = whereIs(grip.card)
    grip.next = grip.card.nextElementSibling
    grip.dx = grip.startX - box.left
    grip.dy = grip.startY - box.top
    const ghost = grip.ghost = grip.card.cloneNode(true)
    ghost.removeAttribute("id")
    ghost.classList.add("lifted")
    ghost.setAttribute("aria-hidden", "true")
    ghost.style.width = `${box.width}px`
    ghost.style.height = `${box.height}px`
    document.body.append(ghost)
    grip.lifted = true
    take(grip.card.dataset.number)
    grip.card.classList.add("placeholder")
    this.element.classList.add("dragging")
    if (grip.touch) navigator.vibrate?.(12)
    announce(say("drag.lifted", { card: title(grip.card) }))
    this.follow()
    this.scroll()
  }

  follow() {
    const { ghost, x, y, dx, dy } = this.grip
    ghost.style.translate = `${x - dx}px ${y - dy}px`
    this.seat()
  }

  seat() {
    const { card, x, y } = this.grip
    const under = document.elementFromPoint(x, y)
    const column = under?.closest(".column") ?? this.nearest(x)
    if (!column || !this.element.contains(column)) return
    const cards = column.querySelector(".cards")
    const over = under?.closest(".face-card")
    let next
    if (over === card) return
    if (over) {
      const box = over.getBoundingClientRect()
      next = y < box.top + box.height / 2 ? over : over.nextElementSibling
    } else if (y < cards.getBoundingClientRect().top) {
      next = cards.firstElementChild
    } else {
      const last = [...cards.querySelectorAll(":scope > .face-card:not([hidden], .placeholder)")].at(-1)
      if (last && y < last.getBoundingClientRect().bottom) return
      next = last ? last.nextElementSibling : cards.firstElementChild
    }
    if (next === card || (next === card.nextElementSibling && card.parentElement === cards)) return
    cards.insertBefore(card, next)
    this.mark(column)
  }

  nearest(x) {
    return [...this.element.querySelectorAll(".column")].find(column => {
      const box = column.getBoundingClientRect()
      return x >= box.left - 8 && x <= box.right + 8
    })
  }

  mark(column) {
    if (this.over === column) return
    this.over?.classList.remove("over")
    this.over = column
    column?.classList.add("over")
  }

  scroll() {
    const grip = this.grip
    if (!grip?.lifted) return
    const pull = (at, low, high) => at < low + EDGE ? -Math.min(1, (low + EDGE - at) / EDGE) : at > high - EDGE ? Math.min(1, (at - high + EDGE) / EDGE) : 0
    const board = this.element.getBoundingClientRect()
    const sideways = pull(grip.x, board.left, Math.min(board.right, innerWidth)) * 16
    const cards = grip.card.parentElement, box = cards.getBoundingClientRect()
    const down = grip.x > box.left && grip.x < box.right ? pull(grip.y, Math.max(box.top, 0), Math.min(box.bottom, innerHeight)) * 14 : 0
    if (sideways) this.element.scrollLeft += sideways
    if (down) cards.scrollTop += down
    if (sideways || down) this.seat()
    grip.frame = requestAnimationFrame(() => this.scroll())
  }

  drop() {
    const grip = this.grip
    if (!grip?.lifted) return this.letGo()
    const { card, origin } = grip
    this.letGo()
    this.dropped = true
    setTimeout(() => { this.dropped = false }, 50)
    const now = whereIs(card)
    release(card.dataset.number)
    if (now.cards === origin.cards && now.behind === origin.behind) return
    move(card, now.cards, now.behind ? document.getElementById(`card-${now.behind}`) : null, this.element.dataset.boardUrlValue, origin)
  }

  cancel() {
    const grip = this.grip
    if (!grip) return
    this.letGo()
    if (!grip.lifted) return
    this.dropped = true
    setTimeout(() => { this.dropped = false }, 400)
    const { card, origin, next } = grip
    if (origin.cards.isConnected) origin.cards.insertBefore(card, next?.parentElement === origin.cards ? next : document.getElementById(`card-${origin.behind}`)?.nextElementSibling ?? origin.cards.firstElementChild)
    release(card.dataset.number)
    announce(say("drag.cancelled", { card: title(card), column: name(card.closest(".column")) }))
  }

  letGo() {
    const grip = this.grip
    this.grip = null
    if (!grip) return
    clearTimeout(grip.timer)
    cancelAnimationFrame(grip.frame)
    grip.hands.abort()
    grip.ghost?.remove()
    grip.card.classList.remove("placeholder")
    this.element.classList.remove("dragging")
    this.mark(null)
  }
}
