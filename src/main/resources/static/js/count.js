import { say } from "./words.js"

const waiting = new Set()

/** Writes how many cards a column shows, once per frame however many came and went. */
export function count(column) {
  if (!column) return
  if (!waiting.size) queueMicrotask(flush)
  waiting.add(column)
}

function flush() {
  for (const column of waiting) write(column)
  waiting.clear()
}

function write(column) {
  const place = column.querySelector(":scope > header .count")
  if (!place) return
  const faces = column.querySelectorAll(".cards > .face-card")
  const shown = column.querySelectorAll(".cards > .face-card:not([hidden])").length
  const all = faces.length + Number(column.querySelector(".cards > .rest")?.dataset.count ?? 0)
  const limit = Number(column.dataset.limit ?? 0)
  const text = shown < faces.length ? say("board.shown", { shown, all }) : limit ? `${all} / ${limit}` : `${all}`
  if (place.textContent !== text) place.textContent = text
  column.toggleAttribute("data-full", limit > 0 && all >= limit)
}
