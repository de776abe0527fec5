import { announce } from "../js/announce.js"
import { letter } from "../js/keys.js"
import { say } from "../js/words.js"
import { listens, marker, markersOf, sayAt } from "./pins.js"

const part = value => `${Math.round(value * 1e4) / 100}%`

function put(element, { x, y, width = 0, height = 0 }) {
  Object.assign(element.style, { left: part(x), top: part(y), ...(width && { width: part(width), height: part(height) }) })
  return element
}

const box = place => put(Object.assign(document.createElement("span"), { className: "frame-of" }), place)

/** Draws what is pinned to a page or a picture on its layer. */
export function draw(layer, file) {
  const page = Number(layer.dataset.page)
  layer.querySelectorAll(":scope > [data-list], :scope > .frame-of:not(.fresh)").forEach(each => each.remove())
  for (const pin of markersOf(file, "spot")) {
    if (pin.place.page !== page) continue
    if (pin.place.width) layer.appendChild(box(pin.place)).dataset.side = pin.side
    layer.append(put(marker(pin), { x: pin.place.x, y: pin.place.y }))
  }
}

/** Marks a place: a click is a point, a frame is a frame; by keyboard a cross is moved and set. */
export class Marking {
  constructor(element, stage, file, layers, words) {
    Object.assign(this, { element, stage, file, layers, words })
    this.button = element.querySelector("[data-part=mark]")
    const { on, off } = listens()
    this.off = off
    on(this.button, "click", event => this.toggle(!this.on, event.detail === 0))
    on(element, "keydown", event => this.key(event))
    on(stage, "pointerdown", event => this.down(event))
    on(stage, "pointermove", event => this.move(event))
    on(stage, "pointerup", event => this.up(event))
    on(stage, "pointercancel", () => this.drop())
    on(document, "pin:said", () => this.drop())
    on(document, "pins:changed", () => this.layers().forEach(layer => draw(layer, file)))
  }

  close() { this.off() }

  get on() { return this.element.classList.contains("marking") }

  toggle(on, byKey = false) {
    this.element.classList.toggle("marking", on)
    this.button.ariaPressed = on
    this.cross?.remove()
    this.cross = null
    if (on && byKey) this.stage.focus()
    if (on && document.activeElement === this.stage) this.aim()
  }

  aim(kind = "remark") {
    this.kind = kind
    this.spot = { x: .5, y: .5 }
    this.cross = Object.assign(document.createElement("span"), { className: "cross" })
    this.near = this.middle()
    this.near?.append(put(this.cross, this.spot))
    this.tell()
  }

  /** The layer in the middle of what is seen. */
  middle() {
    const seen = this.stage.getBoundingClientRect(), y = seen.top + seen.height / 2
    const layers = this.layers()
    return layers.find(layer => { const at = layer.getBoundingClientRect(); return at.top <= y && at.bottom >= y }) ?? layers[0]
  }

  tell() { announce(say("viewer.cross", { x: Math.round(this.spot.x * 100), y: Math.round(this.spot.y * 100) })) }

  key(event) {
    if (event.target !== this.stage || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    const key = letter(event)
    if (event.key === "Escape" && this.on) this.toggle(false)
    else if (!event.shiftKey && (key === "r" || key === "q")) { if (!this.on) this.toggle(true); if (this.cross) this.kind = key === "q" ? "question" : "remark"; else this.aim(key === "q" ? "question" : "remark") }
    else if (this.cross && step) {
      const far = event.shiftKey ? .05 : .01
      this.spot = { x: Math.min(1, Math.max(0, this.spot.x + step[0] * far)), y: Math.min(1, Math.max(0, this.spot.y + step[1] * far)) }
      put(this.cross, this.spot).scrollIntoView({ block: "nearest", inline: "nearest" })
      this.tell()
    } else if (this.cross && event.key === "Enter") this.say(this.near, this.spot, this.kind)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  at(event, layer) {
    const { left, top, width, height } = layer.getBoundingClientRect()
    return { x: Math.min(1, Math.max(0, (event.clientX - left) / width)), y: Math.min(1, Math.max(0, (event.clientY - top) / height)) }
  }

  down(event) {
    const layer = event.target.closest(".spots")
    if (!this.on || !layer || event.button || event.target.closest(".pin")) return
    event.preventDefault()
    event.stopPropagation()
    this.from = { layer, ...this.at(event, layer), clientX: event.clientX, clientY: event.clientY, id: event.pointerId }
    this.stage.setPointerCapture(event.pointerId)
  }

  move(event) {
    if (this.from?.id !== event.pointerId) return
    const far = Math.hypot(event.clientX - this.from.clientX, event.clientY - this.from.clientY) > 6
    if (!far && !this.drawn) return
    this.drawn ??= this.from.layer.appendChild(Object.assign(box({ x: 0, y: 0 }), { className: "frame-of fresh" }))
    put(this.drawn, this.frame(event))
  }

  frame(event) {
    const to = this.at(event, this.from.layer)
    const x = Math.min(this.from.x, to.x), y = Math.min(this.from.y, to.y)
    return { x, y, width: Math.max(.002, Math.abs(to.x - this.from.x)), height: Math.max(.002, Math.abs(to.y - this.from.y)) }
  }

  up(event) {
    if (this.from?.id !== event.pointerId) return
    const { layer, x, y } = this.from
    const frame = this.drawn ? this.frame(event) : { x, y }
    this.from = null
    this.say(layer, frame, "remark")
  }

  say(layer, { x, y, width = 0, height = 0 }, kind) {
    this.drop(true)
    this.fresh = layer.appendChild(put(Object.assign(document.createElement("span"), { className: "pin fresh", textContent: "+" }), { x, y }))
    const page = Number(layer.dataset.page)
    const round = value => Math.round(value * 1e5) / 1e5
    sayAt({ at: "spot", file: this.file, page, x: round(x), y: round(y), width: round(Math.min(width, 1 - x)), height: round(Math.min(height, 1 - y)) }, this.words(page), kind)
  }

  drop(keepsFrame = false) {
    this.from = null
    this.fresh?.remove()
    this.fresh = null
    if (keepsFrame) return
    this.drawn?.remove()
    this.drawn = null
    if (this.on) this.toggle(false)
  }
}
