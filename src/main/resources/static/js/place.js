import { StreamActions } from "@hotwired/turbo"
import { announce } from "./announce.js"
import { count } from "./count.js"
import { say } from "./words.js"

const busy = new Set(), held = new Map()

/** While a card is in somebody's hand, what others did to its place waits. */
export const take = number => busy.add(number)

export function release(number) {
  busy.delete(number)
  held.get(number)?.()
}

/** The server has put the card where it stands here, in this version of the project: what is older may not move it again. */
export function settled(card, version) { card.dataset.settled = version }

const before = (a, b) => a.dataset.rank === b.dataset.rank
  ? Number(a.dataset.number) < Number(b.dataset.number)
  : a.dataset.rank < b.dataset.rank

function seat(cards, card) {
  let next = cards.querySelector(":scope > .rest")
  const faces = cards.querySelectorAll(":scope > .face-card")
  for (let i = faces.length - 1; i >= 0 && before(card, faces[i]); i--) next = faces[i]
  return next
}

/** Shows what is new on a card that has been moved on since. */
function stay(old, fresh) {
  const { rank, column, settled } = old.dataset
  Object.assign(fresh.dataset, { rank, column, settled })
  const focused = old.contains(document.activeElement)
  old.replaceWith(fresh)
  if (focused) fresh.querySelector("a")?.focus({ preventScroll: true })
  fresh.dispatchEvent(new CustomEvent("card:placed", { bubbles: true }))
}

export function put(cards, fresh) {
  const old = document.getElementById(fresh.id)
  const number = fresh.dataset.number
  if (busy.has(number) && old) {
    held.set(number, () => put(cards, fresh))
    return
  }
  held.delete(number)
  if (cards && !cards.isConnected) return
  const version = Number(fresh.dataset.version)
  if (old?.dataset.version > version) return
  if (old?.dataset.settled > version) return stay(old, fresh)
  const from = old?.closest(".column")
  const to = cards?.closest(".column")
  const rest = cards?.querySelector(":scope > .rest")
  if (!cards || (rest && fresh.dataset.rank > rest.dataset.after)) {
    if (old?.matches(".face-card")) old.remove()
    count(from); count(to)
    return
  }
  const focused = old?.contains(document.activeElement)
  if (old && from === to && old.isEqualNode(fresh)) return
  const known = old ? old.dataset.rank : null
  old?.remove()
  cards.insertBefore(fresh, seat(cards, fresh))
  if (focused) fresh.querySelector("a")?.focus({ preventScroll: true })
  if (known !== fresh.dataset.rank && !known?.endsWith("!")) fresh.classList.add("fresh")
  fresh.dispatchEvent(new CustomEvent("card:placed", { bubbles: true }))
  count(from); count(to)
  if (from !== to) announce(say(from ? "live.moved" : "live.added", { card: title(fresh), column: name(to) }))
}

export const title = card => card.querySelector(".title")?.textContent.trim() ?? ""
export const name = column => column?.querySelector("header h2")?.textContent.trim() ?? ""

StreamActions.place = function () {
  for (const fresh of [...this.templateContent.querySelectorAll(".face-card")]) put(document.getElementById(this.target), fresh)
}

StreamActions.take = function () {
  const card = document.getElementById(this.target)
  if (!card?.matches(".face-card")) return
  const column = card.closest(".column")
  if (card.contains(document.activeElement)) (card.nextElementSibling ?? card.previousElementSibling)?.querySelector("a")?.focus()
  announce(say("live.taken", { card: title(card) }))
  card.remove()
  count(column)
}

/** The cards of a long column that the page did not hold at first, all at once. */
StreamActions.rest = function () {
  const cards = document.getElementById(this.target)
  cards?.querySelector(":scope > .rest")?.remove()
  for (const fresh of [...this.templateContent.querySelectorAll(".face-card")]) if (!document.getElementById(fresh.id)) cards?.append(fresh)
  count(cards?.closest(".column"))
  document.dispatchEvent(new CustomEvent("board:grown"))
}

/** Somebody writes within it: the guard keeps the change and tells of it. */
function later(old, fresh) {
  const stream = document.createElement("turbo-stream")
  stream.setAttribute("action", "replace")
  stream.setAttribute("target", old.id)
  const template = document.createElement("template")
  template.content.append(fresh)
  stream.append(template)
  document.documentElement.append(stream)
}

/** What was said stands where its time puts it; said again, it takes its own place. */
StreamActions.say = function () {
  const talk = document.getElementById(this.target)
  const fresh = this.templateContent.querySelector(".say")
  if (!talk || !fresh) return
  const old = document.getElementById(fresh.id)
  if (old) {
    if (old.hasAttribute("data-editing")) later(old, fresh)
    else old.replaceWith(fresh)
    return
  }
  const next = [...talk.querySelectorAll(":scope > .say")].find(say => say.dataset.at > fresh.dataset.at)
  talk.insertBefore(fresh, next ?? null)
  announce(fresh.querySelector(".who")?.textContent.trim() ?? "")
}
