import { letter } from "../js/keys.js"
import { say } from "../js/words.js"
import { listens, marker, markersOf, sayAt } from "./pins.js"

const blocks = "p, li, h3, h4, h5, h6, pre, tr, blockquote"
const solid = letter => /[\p{L}\p{N}]/u.test(letter) || /[\ud800-\udfff]/.test(letter)
const FEW = 24, QUOTE = 500, AROUND = 40

/** A text: words are selected in it, or a paragraph is chosen, and something is said about them. */
export default class {
  constructor(element) {
    this.element = element
    for (const name of ["leaf", "text", "margin"]) this[name] = element.querySelector(`[data-part=${name}]`)
    this.file = Number(element.dataset.file)
    this.exact = element.dataset.exact === "true"
    this.blocks = this.exact ? [...this.text.children] : [...this.text.querySelectorAll(blocks)].filter(block => !block.querySelector(blocks))
    this.say = [...element.querySelectorAll("[data-say]")]
    for (const block of this.blocks) block.tabIndex = -1
    if (this.blocks[0]) this.blocks[0].tabIndex = 0
    const { on, off } = listens()
    this.off = off
    on(document, "selectionchange", () => this.selected())
    on(this.text, "focusin", event => this.choose(event.target.closest("[tabindex]")))
    on(this.text, "keydown", event => this.key(event))
    for (const button of this.say) on(button, "mousedown", event => event.preventDefault())
    on(element, "click", event => { const kind = event.target.closest("[data-say]")?.dataset.say; if (kind) this.pin(kind) })
    on(document, "pin:seek", event => this.seek(event.detail))
    on(document, "pins:changed", () => this.draw())
    this.watch = new ResizeObserver(() => this.place())
    this.watch.observe(this.leaf)
    this.draw()
  }

  close() {
    this.off()
    this.watch.disconnect()
    for (const name of ["pinned-client", "pinned-agency"]) globalThis.CSS?.highlights?.delete(name)
  }

  choose(block) {
    if (!block || !this.blocks.includes(block)) return
    this.blocks.forEach(each => { if (each.tabIndex === 0) each.tabIndex = -1 })
    block.tabIndex = 0
    this.block = block
    this.able()
  }

  selected() {
    const selection = getSelection(), range = selection.rangeCount && selection.getRangeAt(0)
    this.range = range && !range.collapsed && this.text.contains(range.commonAncestorContainer) && range.toString().trim() ? range.cloneRange() : null
    this.able()
  }

  able() { for (const button of this.say) button.disabled = !this.range && !this.block?.textContent.trim() }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const block = event.target.closest("[tabindex]"), at = this.blocks.indexOf(block), key = letter(event)
    if (at < 0) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.blocks.length - 1 }[event.key]
    if (to !== undefined) this.blocks[Math.min(this.blocks.length - 1, Math.max(0, to))].focus()
    else if (key === "r" || key === "q") this.pin(key === "q" ? "question" : "remark")
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  pin(kind) {
    let range = this.range
    if (!range && this.block) { range = document.createRange(); range.selectNodeContents(this.block) }
    if (!range) return
    const quote = range.toString().trim()
    if (!quote) return
    const place = this.exact ? this.offsets(range) : this.seen(range)
    sayAt({ at: "passage", file: this.file, ...place }, say("viewer.words", { text: quote.length > 90 ? `${quote.slice(0, 90)}…` : quote }), kind)
  }

  /** Where it is in a text whose every line knows its place. */
  offsets(range) {
    const at = (node, offset, otherwise) => {
      const block = (node.nodeType === 1 ? node.childNodes[offset] ?? node.lastChild : node)?.parentElement?.closest("[data-from]") ?? node.closest?.("[data-from]")
      if (!block) return otherwise
      const before = document.createRange()
      before.setStart(block, 0)
      before.setEnd(node, offset)
      return Number(block.dataset.from) + before.toString().length
    }
    const start = at(range.startContainer, range.startOffset, 0)
    const last = this.blocks.at(-1)
    return { start, end: Math.max(start + 1, at(range.endContainer, range.endOffset, Number(last.dataset.from) + last.textContent.length)), quote: "", before: "", after: "" }
  }

  /** What is seen of a text that looks otherwise than it is written; the server finds it in that. */
  seen(range) {
    const before = document.createRange()
    before.setStart(this.text, 0)
    before.setEnd(range.startContainer, range.startOffset)
    const start = before.toString().length, all = this.text.textContent, quote = range.toString().slice(0, QUOTE)
    return { start, end: start + quote.length, quote, before: all.slice(Math.max(0, start - AROUND), start), after: all.slice(start + quote.length, start + quote.length + AROUND) }
  }

  // What is pinned

  draw() {
    this.pins = markersOf(this.file, "passage").map(pin => ({ pin, range: this.exact ? this.lines(pin.place) : this.find(pin.place), button: marker(pin) })).filter(each => each.range)
    this.margin.replaceChildren(...this.pins.map(each => each.button))
    if (globalThis.Highlight) for (const side of ["client", "agency"]) CSS.highlights.set(`pinned-${side}`, new Highlight(...this.pins.filter(({ pin }) => pin.open && pin.side === side).map(each => each.range)))
    this.place()
  }

  place() {
    const top = this.leaf.getBoundingClientRect().top
    const spots = (this.pins ?? []).map(({ range, button }) => ({ button, y: range.getBoundingClientRect().top - top })).sort((a, b) => a.y - b.y)
    let least = 0
    for (const { button, y } of spots) {
      const at = Math.max(least, y - 2)
      button.style.top = `${at}px`
      least = at + 30
    }
  }

  lines({ start, end }) {
    const range = document.createRange()
    const at = offset => {
      let low = 0, high = this.blocks.length - 1
      while (low < high) { const middle = (low + high + 1) >> 1; if (Number(this.blocks[middle].dataset.from) <= offset) low = middle; else high = middle - 1 }
      const block = this.blocks[low], node = block?.firstChild
      return node ? [node, Math.min(node.length, offset - Number(block.dataset.from))] : block ? [block, 0] : null
    }
    const [from, to] = [at(start), at(end)]
    if (!from || !to) return null
    range.setStart(...from)
    range.setEnd(...to)
    return range
  }

  /** By letters and digits alone, for marks and spaces are not what they are in the text as it is written. */
  find({ quote, before, start }) {
    this.letters ??= this.read()
    const { text, at } = this.letters, lettersOf = words => words.split("").filter(solid).join("")
    const wanted = lettersOf(quote), lead = lettersOf(before)
    if (!wanted) return null
    const near = (words) => {
      let best = -1, least = Infinity
      for (let found = text.indexOf(words); found >= 0; found = text.indexOf(words, found + 1)) {
        const far = Math.abs(at[found][2] - start) + (text.slice(0, found).endsWith(lead) ? 0 : 1e9)
        if (far < least) { least = far; best = found }
      }
      return best
    }
    let from = near(wanted), to = from + wanted.length - 1
    if (from < 0) {
      from = near(wanted.slice(0, FEW))
      const tail = wanted.slice(-FEW)
      to = from < 0 ? -1 : text.indexOf(tail, from) + tail.length - 1
    }
    if (from < 0 || to < from) return null
    const range = document.createRange()
    range.setStart(at[from][0], at[from][1])
    range.setEnd(at[to][0], at[to][1] + 1)
    return range
  }

  read() {
    const walk = document.createTreeWalker(this.text, NodeFilter.SHOW_TEXT), at = [], found = []
    let passed = 0
    for (let node; (node = walk.nextNode()); passed += node.length) {
      for (let i = 0; i < node.length; i++) if (solid(node.data[i])) { found.push(node.data[i]); at.push([node, i, passed + i]) }
    }
    return { text: found.join(""), at }
  }

  seek({ number, place }) {
    if (place.file !== this.file) return
    const known = this.pins.find(({ pin }) => pin.number === number)
    if (!known) return
    known.button.focus({ preventScroll: true })
    known.button.scrollIntoView({ block: "center" })
  }
}
