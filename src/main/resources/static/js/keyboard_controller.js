import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import { letter, typing } from "./keys.js"
import { shown } from "./move.js"
import { isMine } from "./turn.js"

export default class extends Controller {
  connect() {
    this.listener = event => this.key(event)
    window.addEventListener("keydown", this.listener)
  }

  disconnect() { window.removeEventListener("keydown", this.listener) }

  key(event) {
    if (event.defaultPrevented || event.isComposing) return
    if (event.key === "Escape") return this.back(event)
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    if (document.querySelector("dialog:modal, [popover]:popover-open")) return
    if (this.chord(event) || this.help(event) || this.walk(event)) { event.preventDefault(); return }
    const act = { c: () => this.add(), q: () => this.say("question"), r: () => this.reply(), a: () => this.press("a"), e: () => this.press("e"), f: () => this.press("f"), m: () => this.menu(), "/": () => this.search() }
    const key = event.code === "Slash" && !event.shiftKey ? "/" : letter(event)
    const done = (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) ? this.menu() : !event.shiftKey && act[key]?.()
    if (done) event.preventDefault()
  }

  chord(event) {
    const key = letter(event), first = this.first
    this.first = null
    if (first && !event.shiftKey) {
      const link = document.querySelector(`[data-keys="${first} ${CSS.escape(key)}"]`)
      if (link) { link.click(); return true }
    }
    if (key === "g") { this.first = "g"; setTimeout(() => { this.first = null }, 1200); return true }
  }

  help(event) {
    if (event.key !== "?" && !(event.code === "Slash" && event.shiftKey)) return
    document.getElementById("keys")?.showModal()
    return true
  }

  shut() { document.getElementById("keys")?.close() }

  search() { this.press("/") || visit("/search"); return true }

  press(key) {
    const scope = document.querySelector(".sheet") ?? document
    const targets = [...scope.querySelectorAll(`[data-key="${key}"]`)].filter(each => each.checkVisibility())
    const target = targets.find(each => each.dataset.whom && isMine(each)) ?? targets[0]
    if (!target) return false
    target.scrollIntoView({ block: "nearest" })
    target.focus()
    if (target.matches("button, a")) target.click()
    return true
  }

  /** Begins to say something in the card that is open. */
  say(kind) {
    const compose = document.querySelector(".sheet .compose")
    if (!compose) return false
    this.application.getControllerForElementAndIdentifier(compose, "compose")?.begin(kind)
    return true
  }

  /** Replies to the comment in which the focus is; where it is in none, one writes a message. */
  reply() {
    const said = document.activeElement?.closest(".say")
    const act = said && this.application.getControllerForElementAndIdentifier(said, "act")
    if (!act) return this.say("message")
    act.reply()
    return true
  }

  back(event) {
    if (document.querySelector("dialog:modal, [popover]:popover-open")) return
    const sheet = document.querySelector(".sheet")
    if (typing(event.target)) { event.target.blur(); sheet?.focus(); return }
    if (sheet) { event.preventDefault(); sheet.querySelector("[data-action*='sheet#close']")?.click() }
  }

  get card() { return document.activeElement?.closest(".face-card") }

  get board() {
    const board = document.getElementById("board")
    return board && !document.querySelector(".sheet") && this.application.getControllerForElementAndIdentifier(board, "board")
  }

  walk(event) {
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
    const board = step && this.board
    if (!board || event.target.closest("[role=tablist], .menu, .tabs")) return
    const card = this.card
    if (!card) {
      if (event.shiftKey || (document.activeElement !== document.body && !board.element.contains(document.activeElement) && document.activeElement.id !== "main")) return
      return this.focus(document.getElementById(this.last) ?? board.element.querySelector(".face-card:not([hidden])"))
    }
    if (event.shiftKey) {
      step[0] ? board.across(card, step[0]) : board.upOrDown(card, step[1])
      return true
    }
    if (step[1]) {
      const list = shown(card.parentElement)
      return this.focus(list[list.indexOf(card) + step[1]] ?? card)
    }
    const height = card.getBoundingClientRect().top
    for (let column = board.neighbour(card.closest(".column"), step[0]); column; column = board.neighbour(column, step[0])) {
      const there = shown(column.querySelector(".cards"))
      if (there.length) return this.focus(there.reduce((near, each) => Math.abs(each.getBoundingClientRect().top - height) < Math.abs(near.getBoundingClientRect().top - height) ? each : near))
    }
    return true
  }

  focus(card) {
    if (!card) return false
    this.last = card.id
    const link = card.querySelector("a")
    link.focus({ preventScroll: true })
    card.scrollIntoView({ block: "nearest", inline: "nearest" })
    return true
  }

  add() {
    if (!this.board) return false
    const column = this.card?.closest(".column") ?? document.getElementById(this.last)?.closest(".column") ?? document.querySelector(".column[data-kind=intake], .column[data-kind=planned], .column")
    const box = column?.querySelector(".add .input")
    column?.scrollIntoView({ block: "nearest", inline: "nearest" })
    box?.focus()
    return Boolean(box)
  }

  menu() {
    const card = this.card
    if (card) this.board?.menu(card, card)
    return Boolean(card)
  }
}
