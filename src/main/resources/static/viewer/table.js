import { letter } from "../js/keys.js"
import { language, say } from "../js/words.js"
import { listens, marker, markersOf, sayAt } from "./pins.js"

const CHUNK = 200, KEPT = 40, SPARE = 10, TALLEST = 12e6
const counted = /заголов|текст|описан|headline|title|text|descr/i
const kept = new Map() // where one was in a table, for when it is drawn anew because all of it is read now

const div = (className, role) => Object.assign(document.createElement("div"), { className, role })
const alike = text => text.toLowerCase().replaceAll("ё", "е")

function letters(column) {
  let name = ""
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + rest % 26) + name
  return name
}

/** A table of any length: only the rows that are seen are there, and they come by the hundreds as one scrolls. */
export default class {
  constructor(element) {
    this.element = element
    for (const name of ["grid", "heads", "rows", "query", "filters", "count", "cell"]) this[name] = element.querySelector(`[data-part=${name}]`)
    this.sheets = JSON.parse(element.querySelector("[data-part=sheets]").textContent)
    this.file = Number(element.dataset.file)
    this.url = element.dataset.url
    this.high = matchMedia("(pointer: coarse)").matches ? 44 : 36
    this.number = new Intl.NumberFormat(language())
    this.say = [...element.querySelectorAll("[data-say]")]
    const { on, off } = listens()
    this.off = off
    on(this.grid, "scroll", () => { this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw() }) }, { passive: true })
    on(this.grid, "keydown", event => this.key(event))
    on(this.rows, "click", event => this.click(event))
    on(this.heads, "input", event => this.filter(event.target))
    on(this.query, "input", () => this.later())
    on(this.filters, "click", () => this.unfold())
    on(element, "click", event => {
      const { say: kind, sheet } = event.target.closest("button")?.dataset ?? {}
      if (kind) this.pin(kind)
      if (sheet) this.open(Number(sheet))
    })
    on(document, "pin:seek", event => this.seek(event.detail))
    on(document, "pins:changed", () => this.marked())
    this.watch = new ResizeObserver(() => { this.room = this.grid.clientHeight; this.broad = this.grid.clientWidth; this.draw() })
    const was = kept.get(this.url)
    this.open(was?.sheet ?? 0, was)
    this.watch.observe(this.grid)
    if (element.dataset.whole !== "true") this.polling = setTimeout(() => this.poll(), 700)
  }

  close() {
    kept.clear()
    kept.set(this.url, { sheet: this.sheet, top: this.grid.scrollTop, left: this.grid.scrollLeft, active: this.active, focused: this.focused })
    this.off()
    this.watch.disconnect()
    this.stop()
    clearTimeout(this.polling)
    clearTimeout(this.waiting)
    clearTimeout(this.asking)
  }

  stop() { this.asked?.forEach(abort => abort.abort()) }

  // One sheet

  open(sheet, was) {
    this.sheet = Math.min(sheet, this.sheets.length - 1)
    this.about = this.sheets[this.sheet]
    this.wishes = new Map()
    this.query.value = ""
    this.active = was?.active ?? null
    this.element.querySelectorAll("[data-sheet]").forEach(each => { each.ariaPressed = Number(each.dataset.sheet) === this.sheet })
    this.columns()
    this.pins()
    this.anew(this.about.rows)
    if (was) { this.grid.scrollTo(was.left, was.top); if (was.focused) this.grid.focus({ preventScroll: true }) }
  }

  columns() {
    const { columns, header, widths } = this.about
    this.titles = Array.from({ length: columns }, (_, column) => header[column]?.trim() || letters(column))
    this.limits = this.titles.map((title, column) => header[column] && counted.test(title) ? Number(title.match(/\((\d{1,4})\)/)?.[1] ?? 0) : null)
    const sizes = this.titles.map((title, column) => Math.round(Math.min(440, Math.max(68, (widths[column] ?? 12) * 7.7 + 28 + (this.limits[column] === null ? 0 : 34)))))
    this.starts = sizes.reduce((starts, size) => [...starts, starts.at(-1) + size], [84])
    this.grid.style.setProperty("--cols", `84px ${sizes.map(size => `${size}px`).join(" ")}`)
    this.grid.style.setProperty("--wide", `${this.starts.at(-1)}px`)
    this.grid.ariaColCount = columns + 1
    const line = div("row-of", "row"), filters = div("row-of wishes-of", "row")
    line.ariaRowIndex = 1
    filters.ariaRowIndex = 2
    line.append(Object.assign(div("no", "columnheader"), { textContent: say("viewer.number"), ariaColIndex: 1 }))
    filters.append(Object.assign(div("no", "rowheader"), { ariaLabel: this.filters.textContent.trim(), ariaColIndex: 1 }))
    this.titles.forEach((title, column) => {
      line.append(Object.assign(div("cell", "columnheader"), { textContent: title, title, ariaColIndex: column + 2 }))
      const cell = Object.assign(div("cell", "gridcell"), { ariaColIndex: column + 2 })
      const input = Object.assign(document.createElement("input"), { className: "input", maxLength: 200, ariaLabel: say("viewer.filter", { column: title }) })
      input.dataset.column = column
      cell.append(input)
      filters.append(cell)
    })
    filters.hidden = this.filters.ariaPressed !== "true"
    this.heads.replaceChildren(line, filters)
  }

  /** What was shown is no longer right: other rows, or another sheet. */
  anew(total) {
    this.stop()
    this.asked = new Map()
    this.chunks = new Map()
    this.lines = new Map()
    this.free = []
    this.rows.replaceChildren()
    this.needles = [alike(this.query.value.trim()), ...this.wishes.values()].filter(Boolean)
    this.resize(total)
    this.draw()
    this.ask()
  }

  resize(total) {
    if (total === this.total && this.tall) return this.tell()
    this.total = total
    this.tall = Math.min(TALLEST, Math.max(total, 0) * this.high)
    this.rows.style.height = `${this.tall}px`
    this.grid.ariaRowCount = total + this.headRows
    this.tell()
  }

  /** How many rows stand above those of the table: its head, and the filters when they are unfolded. */
  get headRows() { return this.filters.ariaPressed === "true" ? 2 : 1 }

  get narrowed() { return this.query.value.trim() !== "" || this.wishes.size > 0 }

  tell() {
    const write = value => this.number.format(value)
    const text = this.narrowed
      ? this.total === 0 ? say("viewer.none") : say("viewer.found", { n: this.about.rows, some: write(this.total), all: write(this.about.rows) })
      : say("viewer.rows", { n: this.total, all: write(this.total) })
    if (this.count.textContent !== text) this.count.textContent = text
  }

  unfold() {
    const on = this.filters.ariaPressed !== "true"
    this.filters.ariaPressed = on
    this.heads.querySelector(".wishes-of").hidden = !on
    this.grid.ariaRowCount = this.total + this.headRows
    for (const [index, line] of this.lines) line.ariaRowIndex = index + 1 + this.headRows
    if (on) this.heads.querySelector("input")?.focus()
    else if (this.wishes.size) {
      this.heads.querySelectorAll("input").forEach(input => { input.value = "" })
      this.wishes.clear()
      this.later(0)
    }
  }

  filter(input) {
    const column = Number(input.dataset.column), wish = alike(input.value.trim())
    if (wish) this.wishes.set(column, wish)
    else this.wishes.delete(column)
    this.later()
  }

  later(after = 250) {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => {
      this.active = null
      this.grid.scrollTop = 0
      this.anew(this.narrowed ? Math.min(this.total, CHUNK) : this.about.rows)
    }, after)
  }

  // Rows come

  address(from, count, more = {}) {
    const wish = new URLSearchParams({ sheet: this.sheet, from, count, ...more })
    if (this.query.value.trim()) wish.set("q", this.query.value.trim())
    this.wishes.forEach((text, column) => wish.set(`f${column}`, text))
    return `${this.url}?${wish}`
  }

  async rowsOf(address, signal) {
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal })
    if (!response.ok) throw Object.assign(new Error(response.statusText), { after: 1000 * Number(response.headers.get("Retry-After") ?? 2) })
    return response.json()
  }

  /** Fetches what is seen and not here; what was asked for and is passed by now is let go. */
  ask() {
    clearTimeout(this.asking)
    this.asking = null
    const [first, last] = this.span()
    const wanted = []
    for (let chunk = Math.floor(first / CHUNK); chunk <= Math.floor(Math.max(first, last - 1) / CHUNK); chunk++) wanted.push(chunk)
    for (const [chunk, abort] of this.asked) if (!wanted.includes(chunk)) { abort.abort(); this.asked.delete(chunk) }
    for (const chunk of wanted) if (!this.chunks.has(chunk) && !this.asked.has(chunk)) this.fetch(chunk)
  }

  async fetch(chunk) {
    const abort = new AbortController(), asked = this.asked
    asked.set(chunk, abort)
    try {
      const { total, all, rows } = await this.rowsOf(this.address(chunk * CHUNK, CHUNK), abort.signal)
      if (asked !== this.asked) return
      asked.delete(chunk)
      this.about.rows = all
      this.chunks.set(chunk, rows)
      if (this.chunks.size > KEPT) this.chunks.delete([...this.chunks.keys()].reduce((far, each) => Math.abs(each - chunk) > Math.abs(far - chunk) ? each : far))
      this.resize(total)
      this.draw(true)
      this.read()
    } catch (failure) {
      if (failure.name === "AbortError") return
      asked.delete(chunk)
      if (asked === this.asked) this.asking = setTimeout(() => this.ask(), failure.after ?? 2000)
    }
  }

  row(index) { return this.chunks.get(Math.floor(index / CHUNK))?.[index % CHUNK] }

  async poll() {
    try {
      if ((await this.rowsOf(this.address(0, 0))).whole) {
        const frame = this.element.closest("turbo-frame")
        if (frame.src) frame.reload()
        else frame.src = location.href.replace(/#.*/, "")
        return
      }
    } catch { /* once more */ }
    this.polling = setTimeout(() => this.poll(), 900)
  }

  // Rows are drawn

  /** How far the first row that could be seen is from the top of all, in pixels of a table that has them all. */
  get above() {
    const all = this.total * this.high, top = this.grid.scrollTop
    if (all <= this.tall) return top
    const room = this.room - this.heads.offsetHeight
    return top / Math.max(1, this.tall - room) * (all - room)
  }

  span() {
    const first = Math.max(0, Math.floor(this.above / this.high) - SPARE)
    return [first, Math.min(this.total, first + Math.ceil((this.room ?? 600) / this.high) + 2 * SPARE)]
  }

  across() {
    const columns = this.titles.length
    if (columns <= 24) return [0, columns]
    const left = this.grid.scrollLeft, right = left + (this.broad ?? 1000)
    let from = 0, to = columns
    while (from < columns && this.starts[from + 1] < left) from++
    while (to > from && this.starts[to - 1] > right) to--
    return [Math.max(0, from - 2), Math.min(columns, to + 2)]
  }

  draw(came = false) {
    if (!this.titles) return
    const above = this.above, [first, last] = this.span(), [from, to] = this.across()
    const shift = this.total * this.high > this.tall ? this.grid.scrollTop - above : 0
    for (const [index, line] of this.lines) {
      if (index >= first && index < last) continue
      if (line.contains(document.activeElement)) continue
      this.lines.delete(index)
      this.free.push(line)
    }
    let missing = false
    for (let index = first; index < last; index++) {
      let line = this.lines.get(index)
      if (!line) {
        line = this.free.pop() ?? this.make()
        this.lines.set(index, line)
      }
      const row = this.row(index)
      if (!row) missing = true
      this.fill(line, index, row, from, to, shift)
    }
    while (this.free.length) this.free.pop().remove()
    this.point()
    if (missing && !came) this.asking ??= setTimeout(() => this.ask(), 40)
  }

  make() {
    const line = div("row-of", "row"), no = div("no", "rowheader")
    no.ariaColIndex = 1
    line.append(no)
    line.cells = []
    this.rows.append(line)
    return line
  }

  fill(line, index, row, from, to, shift) {
    const y = index * this.high + shift
    if (line.y !== y) { line.y = y; line.style.transform = `translateY(${y}px)` }
    if (line.index === index && line.row === row && line.from === from && line.to === to) return
    if (line.index !== index) line.ariaRowIndex = index + 1 + this.headRows
    Object.assign(line, { index, row, from, to })
    line.classList.toggle("waiting", !row)
    this.head(line, row)
    while (line.cells.length > to - from) line.cells.pop().remove()
    for (let column = from; column < to; column++) {
      let cell = line.cells[column - from]
      if (!cell) {
        cell = div("cell", "gridcell")
        line.cells.push(cell)
        line.append(cell)
      }
      if (cell.column !== column) { cell.column = column; cell.style.gridColumn = column + 2; cell.ariaColIndex = column + 2 }
      this.write(cell, row?.[1][column] ?? "", column)
    }
    this.dot(line)
  }

  head(line, row) {
    const no = line.firstChild, pins = row && this.pinned.get(row[0])
    const key = row ? `${row[0]}:${pins?.map(pin => pin.number + pin.name) ?? ""}` : ""
    if (no.key === key) return
    no.key = key
    no.replaceChildren(row ? String(row[0]) : "")
    line.classList.toggle("pinned-row", Boolean(pins))
    if (!pins) return
    no.append(...pins.slice(0, 2).map(marker))
    if (pins.length > 2) no.append(Object.assign(document.createElement("small"), { textContent: `+${pins.length - 2}` }))
  }

  write(cell, text, column) {
    const limit = this.limits[column], needles = this.needles.length && text ? this.needles : null
    const short = text.length > 400 ? `${text.slice(0, 400)}…` : text
    if (needles) cell.replaceChildren(...this.found(short, column))
    else if (cell.plain) { if (cell.firstChild.data !== short) cell.firstChild.data = short }
    else cell.replaceChildren(document.createTextNode(short))
    cell.plain = !needles && limit === null
    if (limit === null || !text) { cell.plain = !needles && cell.childNodes.length === 1; return }
    const count = [...text].length
    cell.append(Object.assign(document.createElement("small"), { className: limit && count > limit ? "letters over" : "letters", textContent: count }))
    cell.plain = false
  }

  /** The words that are looked for are marked. */
  *found(text, column) {
    const low = alike(text), query = alike(this.query.value.trim()), wishes = [query, this.wishes.get(column)].filter(Boolean)
    let at = 0
    while (low.length === text.length && at < text.length) {
      const [place, wish] = wishes.map(wish => [low.indexOf(wish, at), wish]).filter(([place]) => place >= 0).sort(([a], [b]) => a - b)[0] ?? []
      if (wish === undefined) break
      if (place > at) yield document.createTextNode(text.slice(at, place))
      yield Object.assign(document.createElement("mark"), { textContent: text.slice(place, place + wish.length) })
      at = place + wish.length
    }
    yield document.createTextNode(text.slice(at))
  }

  // What is pinned

  pins() {
    this.pinned = new Map()
    for (const pin of markersOf(this.file, "cells")) {
      if (pin.place.sheet !== this.about.name) continue
      this.pinned.set(pin.place.row, [...this.pinned.get(pin.place.row) ?? [], pin])
    }
  }

  marked() {
    this.pins()
    for (const line of this.lines.values()) { this.head(line, line.row); this.dot(line) }
  }

  /** The very cells that are pinned. */
  dot(line) {
    const columns = line.row ? this.pinned.get(line.row[0])?.filter(pin => pin.open).map(pin => pin.place.column) ?? [] : []
    for (const cell of line.cells) cell.classList.toggle("pinned-cell", columns.includes(cell.column))
  }

  async seek({ place, number }) {
    if (place.file !== this.file || place.at !== "cells") return
    const sheet = this.sheets.findIndex(each => each.name === place.sheet)
    if (sheet < 0) return
    if (sheet !== this.sheet || this.narrowed) this.open(sheet)
    const { from } = await this.rowsOf(this.address(0, 1, { at: place.row }))
    this.go(from, place.column, true)
    this.grid.focus({ preventScroll: true })
    this.sought = number
  }

  pin(kind) {
    const row = this.active && this.row(this.active.index)
    if (!row) return
    const { column } = this.active
    sayAt({ at: "cells", file: this.file, sheet: this.about.name, row: row[0], column, cells: [] }, this.where(row, column), kind)
  }

  where(row, column) {
    return column < 0 ? say("viewer.row", { row: row[0] }) : say("viewer.cell", { row: row[0], column: this.titles[column] })
  }

  // The cell that is chosen

  get focused() { return document.activeElement === this.grid }

  click(event) {
    const line = event.target.closest(".row-of"), cell = event.target.closest(".cell, .no")
    if (!line?.row || event.target.closest("button")) return
    this.active = { index: line.index, column: cell?.classList.contains("cell") ? cell.column : -1 }
    this.point()
    this.read()
  }

  key(event) {
    if (event.target !== this.grid) {
      if (event.target.matches("input") && this.leave(event)) { event.preventDefault(); event.stopPropagation() }
      return
    }
    if (event.altKey) return
    const { index = 0, column = 0 } = this.active ?? {}, page = Math.max(1, Math.floor((this.room - this.heads.offsetHeight) / this.high) - 1), end = this.titles.length - 1
    const far = event.ctrlKey || event.metaKey
    const to = {
      ArrowDown: [index + (this.active ? 1 : 0), column], ArrowUp: [index - 1, column], ArrowLeft: [index, column - 1], ArrowRight: [index, column + 1],
      PageDown: [index + page, column], PageUp: [index - page, column], Home: far ? [0, 0] : [index, 0], End: far ? [this.total - 1, end] : [index, end]
    }[event.key]
    const key = letter(event)
    if (event.key === "ArrowUp" && !far && index === 0 && this.wish(Math.max(0, column))) { /* there */ }
    else if (to && (!far || event.key === "Home" || event.key === "End")) this.go(...to)
    else if (far) return
    else if (!event.shiftKey && (key === "r" || key === "q") && this.active) this.pin(key === "q" ? "question" : "remark")
    else if (event.key === "Enter" && this.active) this.lines.get(index)?.querySelector(".pin")?.click()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Into the filter above this column. @return whether there is one now */
  wish(column) {
    const input = this.headRows > 1 && this.heads.querySelector(`[data-column="${column}"]`)
    if (!input) return false
    input.focus()
    return true
  }

  /** Out of a filter as out of a cell: down to the rows, and to the filters beside it from the ends of what it says. */
  leave({ key, target: input, altKey, ctrlKey, metaKey, shiftKey }) {
    if (altKey || ctrlKey || metaKey || shiftKey) return false
    const column = Number(input.dataset.column), { selectionStart: from, selectionEnd: to } = input
    if (key === "ArrowLeft") return from === 0 && to === 0 && this.wish(column - 1)
    if (key === "ArrowRight") return from === input.value.length && this.wish(column + 1)
    if (key !== "ArrowDown" && key !== "Escape") return false
    this.grid.focus({ preventScroll: true })
    if (key === "ArrowDown") this.go(0, column)
    return true
  }

  go(index, column, middle = false) {
    if (!this.total) return
    this.active = { index: Math.min(this.total - 1, Math.max(0, index)), column: Math.min(this.titles.length - 1, Math.max(-1, column)) }
    this.show(middle)
    this.draw()
    this.read()
  }

  show(middle) {
    const head = this.heads.offsetHeight, room = this.room - head, all = this.total * this.high
    const top = this.active.index * this.high, above = this.above
    let to = above
    if (middle && (top < above || top + this.high > above + room)) to = top - room / 2
    else if (top < above) to = top
    else if (top + this.high > above + room) to = top + this.high - room
    if (to !== above) this.grid.scrollTop = all <= this.tall ? to : Math.max(0, to) / (all - room) * (this.tall - room)
    const { column } = this.active
    if (column < 0) return
    const left = this.starts[column], right = this.starts[column + 1]
    if (left - this.starts[0] < this.grid.scrollLeft) this.grid.scrollLeft = left - this.starts[0]
    else if (right > this.grid.scrollLeft + this.broad) this.grid.scrollLeft = right - this.broad
  }

  point() {
    const line = this.active && this.lines.get(this.active.index)
    const at = line && (this.active.column < 0 ? line.firstChild : line.cells[this.active.column - line.from])
    if (this.at !== at) {
      if (this.at) { this.at.classList.remove("at"); this.at.removeAttribute("id"); this.at.ariaSelected = null }
      this.at = at
      if (at) { at.classList.add("at"); at.id = `cell-at-${this.file}`; at.ariaSelected = "true" }
    }
    if (at) this.grid.setAttribute("aria-activedescendant", at.id)
    else this.grid.removeAttribute("aria-activedescendant")
    if (this.chosen !== line) { this.chosen?.classList.remove("chosen"); line?.classList.add("chosen"); this.chosen = line }
  }

  /** All of the chosen cell's text, below the table. */
  read() {
    const row = this.active && this.row(this.active.index)
    for (const button of this.say) button.disabled = !row
    if (!row) return
    const { column } = this.active, text = column < 0 ? row[1].filter(Boolean).join(" · ") : row[1][column] ?? ""
    const limit = column < 0 ? null : this.limits[column], count = [...text].length
    const head = Object.assign(document.createElement("p"), { className: "small", textContent: this.where(row, column) })
    if (limit !== null && text) head.append(" · ", Object.assign(document.createElement("span"), { className: limit && count > limit ? "over" : "", textContent: limit ? say("viewer.letters.of", { count, limit }) : say("viewer.letters", { count }) }))
    this.cell.replaceChildren(head, Object.assign(document.createElement("p"), { className: "whole", textContent: text }))
  }
}
