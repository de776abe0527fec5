import { session } from "@hotwired/turbo"
import { say } from "./words.js"

// What others changed must not sweep away what is being written: such a change waits, with a word about it.
const held = new Map()
const sweeping = ["replace", "update", "remove"]

const writing = "[data-editing], form[data-dirty]"

/** Whether somebody writes in it, or has a menu open there: it is not drawn anew meanwhile. */
export const written = element => Boolean(element.querySelector(`${writing}, :popover-open`))

const edited = element => element.closest(writing) ?? element.querySelector(writing)

function sweeps(stream, element) {
  const open = edited(element)
  if (!open) return null
  return stream.action === "update" && open === element.closest("form") && !element.querySelector("input, textarea") ? null : open
}

addEventListener("turbo:before-stream-render", event => {
  const stream = event.target
  if (!sweeping.includes(stream.action) && stream.action !== "refresh") return
  const open = stream.action === "refresh" ? document.querySelector(writing) : stream.targetElements.map(element => sweeps(stream, element)).find(Boolean)
  if (!open) return
  event.preventDefault()
  const waiting = held.get(open) ?? new Map()
  waiting.set(stream.target || stream.action, stream.cloneNode(true))
  held.set(open, waiting)
  mark(open)
  watch ??= setInterval(look, 500)
})

// What was itself replaced meanwhile is newer than what waited for it; a wish to fetch the page anew still stands.
let watch = null
function look() {
  for (const [open, waiting] of held) {
    if (open.isConnected) continue
    held.delete(open)
    if (waiting.has("refresh")) bring(waiting.get("refresh"))
  }
  if (held.size) return
  clearInterval(watch)
  watch = null
}

function mark(open) {
  const form = open.matches("form") ? open : open.querySelector("form:not([hidden])") ?? open
  if (form.previousElementSibling?.matches(".held")) return
  const note = document.createElement("p")
  note.className = "held"
  note.setAttribute("role", "status")
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("held.show") })
  button.addEventListener("click", () => letGo(open))
  note.append(Object.assign(document.createElement("span"), { textContent: say("held") }), button)
  form.before(note)
}

function letGo(open) {
  const waiting = held.get(open)
  if (!waiting) return
  held.delete(open)
  delete open.dataset.editing
  for (const element of [open, ...open.querySelectorAll("[data-dirty], [data-editing]")]) {
    delete element.dataset.dirty
    delete element.dataset.editing
  }
  open.parentElement?.querySelectorAll(":scope > .held").forEach(note => note.remove())
  open.querySelectorAll(".held").forEach(note => note.remove())
  for (const stream of waiting.values()) bring(stream)
}

// A page that is on its way drops a wish to be fetched anew, so that wish waits for it.
function bring(stream) {
  if (stream.action === "refresh" && session.navigator.currentVisit) return setTimeout(bring, 200, stream)
  document.documentElement.append(stream)
}

addEventListener("edit:end", event => letGo(event.target))
addEventListener("compose:sent", event => letGo(event.target))
