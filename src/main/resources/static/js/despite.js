import { title } from "./place.js"

/** Asks why a card is done although remarks are open on it; null when it shall stay where it was. */
export function despite(card) {
  const dialog = document.getElementById("despite")
  if (!dialog || !card) return null
  const form = dialog.querySelector("form")
  form.reset()
  dialog.querySelector("[data-name]").textContent = title(card)
  dialog.returnValue = ""
  dialog.showModal()
  return new Promise(resolve => dialog.addEventListener("close", () => {
    resolve(dialog.returnValue === "move" ? form.elements.reason.value.trim() : null)
  }, { once: true }))
}
