import { Controller } from "@hotwired/stimulus"
import { clip } from "./clip.js"
import { move, shown } from "./move.js"
import { name, title } from "./place.js"
import { post } from "./send.js"
import { toast } from "./toast.js"
import { say } from "./words.js"

/** The board's one menu for all faces, and the moves that the menu and the keys make. */
export default class extends Controller {
  static targets = ["menu"]
  static values = { url: String }

  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => this.element.addEventListener(type, listener, { signal: this.abort.signal })
    on("click", event => {
      const more = event.target.closest(".face-card .more")
      if (more) this.menu(more.closest(".face-card"), more)
      const doing = event.target.closest("[data-do]")
      if (doing && doing.localName !== "form") this.act(doing.dataset.do, event)
    })
    on("change", event => { if (event.target.name === "column" && this.hasMenuTarget && this.menuTarget.contains(event.target)) this.send(event.target.value) })
    on("submit", event => { if (event.target.dataset.do) event.preventDefault() })
    on("contextmenu", event => {
      const card = event.target.closest(".face-card")
      if (card && event.pointerType !== "mouse" && event.button !== 2) { event.preventDefault(); this.menu(card, card) }
    })
  }

  disconnect() { this.abort.abort() }

  menu(card, anchor = card) {
    if (!this.hasMenuTarget) return
    this.card = card
    const menu = this.menuTarget
    menu.querySelector("h3").textContent = title(card)
    menu.querySelector("[data-do=open]").href = card.querySelector("a").href
    const column = card.closest(".column")
    menu.querySelector("select").replaceChildren(...this.columns.map(each => new Option(name(each), each.dataset.column, false, each === column)))
    menu.querySelector("[data-do=left]").disabled = !this.neighbour(column, -1)
    menu.querySelector("[data-do=right]").disabled = !this.neighbour(column, 1)
    menu.anchor = anchor
    menu.showPopover()
  }

  act(what, event) {
    const card = this.card && document.getElementById(this.card.id)
    if (!card) return
    this.menuTarget.hidePopover()
    const cards = card.parentElement, number = card.dataset.number
    switch (what) {
      case "open": event.preventDefault(); card.querySelector("a").click(); break
      case "top": this.stand(card, cards, null); break
      case "left": this.across(card, -1); break
      case "right": this.across(card, 1); break
      case "copy": this.ask(`${this.urlValue}/cards/${number}/copy`); break
      case "link": clip(card.querySelector("a").href); break
      case "archive": this.archive(card); break
    }
  }

  send(column) {
    const card = this.card && document.getElementById(this.card.id)
    this.menuTarget.hidePopover()
    const cards = document.getElementById(`column-${column}-cards`)
    if (card && cards && cards !== card.parentElement) this.stand(card, cards, null)
    card?.querySelector("a").focus()
  }

  stand(card, cards, behind) { move(card, cards, behind, this.urlValue) }

  across(card, step) {
    const column = this.neighbour(card.closest(".column"), step)
    if (!column) return
    const cards = column.querySelector(".cards")
    const index = shown(card.parentElement).indexOf(card)
    const there = shown(cards)
    this.stand(card, cards, index > 0 ? there[Math.min(index, there.length) - 1] ?? null : null)
  }

  upOrDown(card, step) {
    const list = shown(card.parentElement), at = list.indexOf(card), to = at + step
    if (to < 0 || to >= list.length) return
    this.stand(card, card.parentElement, step > 0 ? list[to] : list[to - 1] ?? null)
  }

  async archive(card) {
    const url = `${this.urlValue}/cards/${card.dataset.number}`
    const next = card.nextElementSibling ?? card.previousElementSibling
    if (await this.ask(`${url}/archive`)) {
      next?.querySelector("a")?.focus()
      document.getElementById(card.id)?.remove()
      toast(say("card.archived", { card: title(card) }), { act: () => this.ask(`${url}/restore`) })
    }
  }

  async ask(url) {
    try { return await post(url) } catch (refusal) { toast(refusal.message, { wrong: true }) }
  }

  get columns() { return [...this.element.querySelectorAll(".column")] }

  neighbour(column, step) { return this.columns[this.columns.indexOf(column) + step] }
}
