import { say } from "../js/words.js"
import { listens } from "./pins.js"
import { draw, Marking } from "./spots.js"

const at = name => new URL(`../pdfjs/${name}`, import.meta.url).href
const KEPT = 8, MOST_PIXELS = 16e6, GAP = 12, SMALL = 16e6
// not a static import: the worker, which is larger, comes and starts beside it
const library = import("../pdfjs/pdf.min.mjs")

/**
 * A document, page after page; a page is drawn when it comes near. Of a large one only what is needed for that is fetched. Until
 * the first page is drawn, its picture stands there.
 */
export default class {
  constructor(element) {
    this.element = element
    this.port = new Worker(at("pdf.worker.min.mjs"), { type: "module" })
    for (const name of ["stage", "count", "level", "calm", "first"]) this[name] = element.querySelector(`[data-part=${name}]`)
    this.file = Number(element.dataset.file)
    this.zoomed = 1
    this.pages = []
    const { on, off } = listens()
    this.off = off
    this.marking = new Marking(element, this.stage, this.file, () => this.pages.map(page => page.spots), page => say("viewer.page", { page }))
    on(element, "click", event => { const by = event.target.closest("[data-zoom]")?.dataset.zoom; if (by) this.by(Number(by)) })
    on(this.stage, "keydown", event => this.key(event))
    on(this.stage, "wheel", event => { if (event.ctrlKey || event.metaKey) { event.preventDefault(); this.zoom(this.zoomed * Math.exp(-event.deltaY / 300)) } }, { passive: false })
    on(this.stage, "scroll", () => { this.frame ??= requestAnimationFrame(() => { this.frame = null; this.tell() }) }, { passive: true })
    on(document, "pin:seek", event => this.seek(event.detail))
    this.resized = new ResizeObserver(() => { if (this.pages.length && this.stage.clientWidth !== this.wide) this.lay() })
    this.resized.observe(this.stage)
    this.open()
  }

  close() {
    this.off()
    this.marking.close()
    this.resized.disconnect()
    this.near?.disconnect()
    this.closed = true
    if (this.loading) this.loading.destroy().finally(() => this.port.terminate())
    else this.port.terminate()
  }

  async open() {
    const { getDocument, PDFWorker } = await library
    if (this.closed) return
    this.loading = getDocument({
      worker: new PDFWorker({ port: this.port }), url: this.element.dataset.url,
      rangeChunkSize: 65536, disableAutoFetch: true, disableStream: Number(this.element.dataset.size) > SMALL, isEvalSupported: false, enableXfa: false,
      wasmUrl: at("wasm/"), standardFontDataUrl: at("standard_fonts/"), cMapUrl: at("cmaps/"), iccUrl: at("iccs/"), useWorkerFetch: true
    })
    try {
      this.document = await this.loading.promise
      const first = await this.document.getPage(1)
      if (this.closed) return
      this.begin(first)
    } catch (failure) {
      if (this.closed) return
      this.calm.hidden = false
      this.calm.textContent = say(failure?.name === "PasswordException" ? "viewer.locked" : "viewer.broken")
    }
  }

  begin(first) {
    const { width, height } = first.getViewport({ scale: 1 })
    this.calm.remove()
    this.near = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) target.page.near = isIntersecting
      this.work()
    }, { root: this.stage, rootMargin: "500px 0px" })
    for (let number = 1; number <= this.document.numPages; number++) {
      const element = Object.assign(document.createElement("div"), { className: "leaf-of" })
      const spots = Object.assign(document.createElement("div"), { className: "spots" })
      spots.dataset.page = number
      element.append(spots)
      element.role = "group"
      element.ariaLabel = say("viewer.page", { page: number })
      const page = element.page = { number, element, spots, width, height }
      draw(spots, this.file)
      this.pages.push(page)
    }
    Object.assign(this.pages[0], { proxy: first, near: true })
    if (this.first) this.pages[0].element.prepend(this.first)
    this.stage.append(...this.pages.map(page => page.element))
    this.lay()
    for (const page of this.pages) this.near.observe(page.element)
    if (this.sought) this.seek(this.sought)
  }

  /** Gives every page its size; what is drawn is drawn anew when it is seen. */
  lay() {
    const was = this.current, top = was ? this.stage.scrollTop - was.element.offsetTop : 0, tall = was?.element.offsetHeight || 1
    this.wide = this.stage.clientWidth
    for (const page of this.pages) { this.shape(page); page.stale = true }
    if (was) this.stage.scrollTop = was.element.offsetTop + top / tall * was.element.offsetHeight
    this.level.textContent = `${Math.round(this.zoomed * 100)} %`
    this.tell()
    this.work()
  }

  shape(page) {
    const width = Math.min((this.wide - 2 * GAP), 1100) * this.zoomed
    Object.assign(page.element.style, { width: `${Math.round(width)}px`, height: `${Math.round(width * page.height / page.width)}px` })
  }

  get current() {
    const middle = this.stage.scrollTop + this.stage.clientHeight / 3
    return this.pages.findLast(page => page.element.offsetTop <= middle) ?? this.pages[0]
  }

  tell() {
    const text = say("viewer.pages", { page: this.current?.number ?? 1, all: this.pages.length })
    if (this.count.textContent !== text) this.count.textContent = text
  }

  /** Draws what is near, the nearest first, one after another; drops what is far. */
  async work() {
    if (this.working) return
    this.working = true
    try {
      for (let page; !this.closed && (page = this.next());) {
        try { await this.draw(page) } catch (failure) {
          if (failure?.name !== "RenderingCancelledException") { page.failed = true; page.element.classList.add("broken") }
        }
      }
    } finally { this.working = false }
  }

  next() {
    const current = this.current?.number ?? 1
    const far = page => Math.abs(page.number - current)
    const drawn = this.pages.filter(page => page.canvas).sort((a, b) => far(b) - far(a))
    for (const page of drawn.slice(0, Math.max(0, drawn.length - KEPT))) if (!page.near) this.drop(page)
    return this.pages.filter(page => page.near && !page.failed && (!page.canvas || page.stale)).sort((a, b) => far(a) - far(b))[0]
  }

  drop(page) {
    page.canvas.width = page.canvas.height = 0
    page.canvas.remove()
    page.canvas = null
    page.proxy?.cleanup()
  }

  async draw(page) {
    page.proxy ??= await this.document.getPage(page.number)
    const plain = page.proxy.getViewport({ scale: 1 })
    if (plain.width !== page.width || plain.height !== page.height) {
      Object.assign(page, { width: plain.width, height: plain.height })
      this.shape(page)
    }
    page.stale = false
    const shown = page.element.clientWidth / plain.width * (devicePixelRatio || 1)
    const scale = Math.min(shown, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)))
    const viewport = page.proxy.getViewport({ scale })
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.floor(viewport.width), height: Math.floor(viewport.height) })
    await page.proxy.render({ canvas, canvasContext: canvas.getContext("2d", { alpha: false }), viewport }).promise
    if (page.canvas) this.drop(page)
    page.canvas = canvas
    page.element.querySelector("img")?.remove()
    page.element.prepend(canvas)
    page.element.classList.add("there")
    if (page.words) return
    page.words = Object.assign(document.createElement("p"), { className: "sr" })
    page.element.append(page.words)
    page.proxy.getTextContent().then(({ items }) => { page.words.textContent = items.map(item => item.str + (item.hasEOL ? "\n" : "")).join("") }, () => {})
  }

  zoom(to) {
    this.zoomed = Math.min(4, Math.max(.4, to))
    clearTimeout(this.laying)
    this.laying = setTimeout(() => this.lay(), 60)
  }

  by(step) { this.zoom(step ? this.zoomed * (step > 0 ? 1.25 : .8) : 1) }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const zoom = { "+": 1, "=": 1, "-": -1, "0": 0 }[event.key]
    if (zoom === undefined) return
    event.preventDefault()
    this.by(zoom)
  }

  seek(pin) {
    if (pin.place.file !== this.file) return
    const page = this.pages[pin.place.page - 1]
    if (!page) { this.sought = pin; return }
    this.stage.scrollTo({ top: page.element.offsetTop + pin.place.y * page.element.offsetHeight - this.stage.clientHeight / 2, left: page.element.offsetLeft + pin.place.x * page.element.offsetWidth - this.stage.clientWidth / 2 })
    page.spots.querySelector(`[data-list="${pin.number}"]`)?.focus({ preventScroll: true })
  }
}
