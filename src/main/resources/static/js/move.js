import { announce } from "./announce.js"
import { count } from "./count.js"
import { despite } from "./despite.js"
import { name, release, settled, take, title } from "./place.js"
import { post } from "./send.js"
import { toast } from "./toast.js"
import { say } from "./words.js"

const going = new Map()

export const shown = cards => [...cards.querySelectorAll(":scope > .face-card:not([hidden], .lifted)")]

export function whereIs(card) {
  let behind = card.previousElementSibling
  while (behind && !behind.matches(".face-card")) behind = behind.previousElementSibling
  return { cards: card.parentElement, behind: behind?.dataset.number ?? "", rank: card.dataset.rank }
}

/** Stands the card behind another (none: on top) at once, and tells the server; back again when it refuses. */
export function move(card, cards, behind, url, origin = whereIs(card)) {
  const number = card.dataset.number
  stand(card, cards, behind)
  count(origin.cards.closest(".column"))
  const trip = going.get(number) ?? { origin, card }
  trip.wanted = { column: cards.closest(".column").dataset.column, after: behind?.dataset.number ?? "" }
  going.set(number, trip)
  announce(say("board.moved", { card: title(card), column: name(cards.closest(".column")), n: shown(cards).indexOf(document.getElementById(card.id)) + 1 }))
  if (!trip.running) settle(number, trip, url)
}

function stand(card, cards, behind, rank = behind ? `${behind.dataset.rank}!` : "") {
  const from = card.closest(".column")
  const focused = card.contains(document.activeElement)
  cards.insertBefore(card, behind ? behind.nextElementSibling : cards.firstElementChild)
  card.dataset.rank = rank
  card.dataset.column = cards.closest(".column").dataset.column
  if (focused) card.querySelector("a")?.focus({ preventScroll: true })
  card.scrollIntoView({ block: "nearest", inline: "nearest" })
  count(from); count(cards.closest(".column"))
}

async function settle(number, trip, url) {
  trip.running = true
  take(number)
  while (trip.wanted) {
    const wanted = trip.wanted
    trip.wanted = null
    try {
      const answer = await post(`${url}/cards/${number}/place`, wanted)
      const card = document.getElementById(`card-${number}`)
      if (card) {
        settled(card, answer.headers.get("X-Project-Version"))
        trip.origin = whereIs(card)
      }
    } catch (refusal) {
      const reason = refusal.fields?.includes("reason") && !wanted.reason && !trip.wanted && await despite(document.getElementById(`card-${number}`))
      if (reason) { trip.wanted = { ...wanted, reason }; continue }
      trip.wanted = null
      const card = document.getElementById(`card-${number}`)
      const { cards, behind, rank } = trip.origin
      if (card && cards.isConnected) {
        stand(card, cards, behind ? document.getElementById(`card-${behind}`) : null, rank)
        toast(say("board.back", { why: refusal.message }), { wrong: true })
      }
    }
  }
  going.delete(number)
  release(number)
}
