import { say } from "./words.js"

// What others changed must not sweep away what is being written: such a change waits, with a word about it.
const held = new Map()
const sweeping = ["replace", "update", "remove"]

const edited = element => element.closest("[data-editing], form[data-dirty]")
  ?? element.querySelector("[data-editing], form[data-dirty]")

function sweeps(stream, element) {
  const open = edited(element)
  if (!open) return null
  return stream.action === "update" && open === element.closest("form") && !element.querySelector("input, textarea") ? null : open
}

addEventListener("turbo:before-stream-render", event => {
  const stream = event.target
  if (!sweeping.includes(stream.action) && stream.action !== "refresh") return
  const open = stream.action === "refresh" ? document.querySelector("[data-editing], form[data-dirty]") : stream.targetElements.map(element => sweeps(stream, element)).find(Boolean)
  if (!open) return
  event.preventDefault()
  const waiting = held.get(open) ?? new Map()
  waiting.set(stream.target || stream.action, stream.cloneNode(true))
  held.set(open, waiting)
  mark(open)
})

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
  for (const stream of waiting.values()) document.documentElement.append(stream)
}

addEventListener("edit:end", event => letGo(event.target))
addEventListener("compose:sent", event => letGo(event.target))
