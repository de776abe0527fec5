import { say } from "./words.js"

export function toast(text, { wrong = false, action, act } = {}) {
  const place = document.getElementById("toasts")
  if (!place) return
  const element = document.createElement("div")
  element.className = wrong ? "toast wrong" : "toast"
  element.dataset.controller = "toast"
  element.setAttribute("role", wrong ? "alert" : "status")
  element.append(Object.assign(document.createElement("span"), { textContent: text }))
  if (act) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: action ?? say("undo") })
    button.addEventListener("click", () => { element.remove(); act() })
    element.append(button)
  }
  place.append(element)
  while (place.children.length > 3) place.firstElementChild.remove()
}
