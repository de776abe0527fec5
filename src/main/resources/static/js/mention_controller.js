import { Controller } from "@hotwired/stimulus"

/** Offers people and roles after an @ in a text. */
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => this.element.addEventListener(type, listener, { signal: this.abort.signal })
    on("input", () => this.look())
    on("keydown", event => this.key(event))
    on("blur", () => this.close())
  }

  disconnect() { this.abort.abort(); this.close() }

  look() {
    const before = this.element.value.slice(0, this.element.selectionStart)
    const found = before.match(/(?:^|[\s(])@([\p{L}\p{N}_-]*)$/u)
    const word = found?.[1].toLowerCase()
    const people = found ? this.people.filter(one => one.handle.toLowerCase().startsWith(word) || one.name.toLowerCase().split(" ").some(part => part.startsWith(word))).slice(0, 8) : []
    people.length ? this.open(people, word.length) : this.close()
  }

  get people() {
    return JSON.parse(document.getElementById("people")?.textContent || "[]")
  }

  open(people, length) {
    this.close()
    this.found = people
    this.length = length
    const list = this.list = document.createElement("ul")
    list.className = "mentions"
    list.id = "mentions"
    list.setAttribute("role", "listbox")
    people.forEach((one, index) => {
      const item = document.createElement("li")
      item.id = `mention-${index}`
      item.dataset.side = one.side
      item.setAttribute("role", "option")
      item.append(one.name, Object.assign(document.createElement("small"), { textContent: `@${one.handle} · ${one.what}` }))
      item.addEventListener("pointerdown", event => { event.preventDefault(); this.choose(index) })
      list.append(item)
    })
    this.element.after(list)
    const text = this.element.getBoundingClientRect(), box = list.getBoundingClientRect()
    list.style.left = `${text.left}px`
    list.style.top = `${text.bottom + box.height + 8 < innerHeight ? text.bottom + 4 : Math.max(8, text.top - box.height - 4)}px`
    this.element.setAttribute("aria-controls", "mentions")
    this.element.setAttribute("aria-autocomplete", "list")
    this.point(0)
  }

  point(index) {
    this.at = (index + this.found.length) % this.found.length
    ;[...this.list.children].forEach((item, each) => item.setAttribute("aria-selected", each === this.at))
    this.list.children[this.at].scrollIntoView({ block: "nearest" })
    this.element.setAttribute("aria-activedescendant", `mention-${this.at}`)
  }

  key(event) {
    if (!this.list || event.isComposing) return
    const act = { ArrowDown: () => this.point(this.at + 1), ArrowUp: () => this.point(this.at - 1), Enter: () => this.choose(this.at), Tab: () => this.choose(this.at), Escape: () => this.close() }[event.key]
    if (!act || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    act()
  }

  choose(index) {
    const end = this.element.selectionStart
    this.element.setRangeText(`${this.found[index].handle} `, end - this.length, end, "end")
    this.close()
    this.element.dispatchEvent(new Event("input", { bubbles: true }))
  }

  close() {
    this.list?.remove()
    this.list = null
    for (const name of ["aria-controls", "aria-activedescendant"]) this.element.removeAttribute(name)
  }
}
