import { say } from "../js/words.js"
import { listens } from "./pins.js"
import { draw, Marking } from "./spots.js"

const MOST = 8

/** A picture that can be zoomed and moved. */
export default class {
  constructor(element) {
    this.element = element
    for (const name of ["stage", "paper", "image", "spots", "level"]) this[name] = element.querySelector(`[data-part=${name}]`)
    this.file = Number(element.dataset.file)
    const { on, off } = listens()
    this.off = off
    this.marking = new Marking(element, this.stage, this.file, () => [this.spots], () => say("viewer.picture"))
    this.fingers = new Map()
    on(element, "click", event => { const by = event.target.closest("[data-zoom]")?.dataset.zoom; if (by) this.by(Number(by)) })
    on(this.stage, "keydown", event => this.key(event))
    on(this.stage, "wheel", event => this.wheel(event), { passive: false })
    on(this.stage, "dblclick", event => { if (!this.marking.on) this.leap(event) })
    on(this.stage, "pointerdown", event => this.down(event))
    on(this.stage, "pointermove", event => this.move(event))
    for (const type of ["pointerup", "pointercancel"]) on(this.stage, type, event => this.fingers.delete(event.pointerId))
    on(document, "pin:seek", event => this.seek(event.detail))
    on(this.image, "load", () => this.ready())
    this.watch = new ResizeObserver(() => this.ready())
    this.watch.observe(this.stage.parentElement)
    draw(this.spots, this.file)
    this.ready()
  }

  close() {
    this.off()
    this.marking.close()
    this.watch.disconnect()
  }

  ready() {
    const { naturalWidth: width, naturalHeight: height } = this.image
    if (!width) return
    const wide = this.stage.clientWidth
    if (wide === this.wide) return
    this.wide = wide
    this.stage.style.height = `${Math.round(Math.min(innerHeight * .76, Math.max(220, Math.min(1, wide / width) * height)))}px`
    Object.assign(this.paper.style, { width: `${width}px`, height: `${height}px` })
    this.fit()
  }

  get size() { return [this.image.naturalWidth, this.image.naturalHeight] }

  get fits() { return Math.min(1, this.stage.clientWidth / this.size[0], this.stage.clientHeight / this.size[1]) }

  fit() { this.place(this.fits, 0, 0) }

  /** Keeps the picture in sight. */
  place(scale, x, y) {
    const [width, height] = this.size
    const hold = (at, size, room) => size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at))
    this.scale = Math.min(Math.max(MOST, this.fits), Math.max(Math.min(this.fits, .1), scale))
    this.x = hold(x, width * this.scale, this.stage.clientWidth)
    this.y = hold(y, height * this.scale, this.stage.clientHeight)
    this.paper.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`
    this.paper.style.setProperty("--unzoom", 1 / this.scale)
    this.stage.classList.toggle("zoomed", this.scale > this.fits * 1.01)
    this.level.textContent = `${Math.round(this.scale * 100)} %`
    this.paper.classList.add("there")
  }

  zoom(factor, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2) {
    const scale = Math.min(MOST, Math.max(this.fits, this.scale * factor)), by = scale / this.scale
    this.place(scale, x - (x - this.x) * by, y - (y - this.y) * by)
  }

  by(step) { step ? this.zoom(step > 0 ? 1.4 : 1 / 1.4) : this.fit() }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const zoom = { "+": 1, "=": 1, "-": -1, "0": 0 }[event.key], pan = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key]
    if (zoom !== undefined) this.by(zoom)
    else if (pan && this.stage.classList.contains("zoomed") && !this.marking.cross) this.place(this.scale, this.x + pan[0] * 60, this.y + pan[1] * 60)
    else return
    event.preventDefault()
  }

  point(event) {
    const { left, top } = this.stage.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    this.zoom(Math.exp(-event.deltaY / 200), ...this.point(event))
  }

  leap(event) { this.scale > this.fits * 1.01 ? this.fit() : this.zoom(Math.max(2, 1 / this.scale), ...this.point(event)) }

  down(event) {
    if (this.marking.from || event.button || event.target.closest(".pin")) return
    this.fingers.set(event.pointerId, this.point(event))
    if (this.stage.classList.contains("zoomed") || this.fingers.size > 1) this.stage.setPointerCapture(event.pointerId)
    if (event.pointerType !== "touch") return
    if (this.fingers.size === 1 && event.timeStamp - (this.tapped ?? -1000) < 300 && !this.marking.on) this.leap(event)
    this.tapped = event.timeStamp
  }

  move(event) {
    const before = this.fingers.get(event.pointerId)
    if (!before || this.marking.from) return
    const now = this.point(event), other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1]
    this.fingers.set(event.pointerId, now)
    if (other) {
      const far = point => Math.hypot(point[0] - other[0], point[1] - other[1])
      this.zoom(far(now) / Math.max(1, far(before)), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2)
    } else if (this.stage.classList.contains("zoomed")) this.place(this.scale, this.x + now[0] - before[0], this.y + now[1] - before[1])
  }

  seek({ number, place }) {
    if (place.file !== this.file) return
    const [width, height] = this.size
    this.place(this.scale, this.stage.clientWidth / 2 - place.x * width * this.scale, this.stage.clientHeight / 2 - place.y * height * this.scale)
    this.spots.querySelector(`[data-list="${number}"]`)?.focus({ preventScroll: true })
  }
}
