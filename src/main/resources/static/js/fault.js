import { StreamActions } from "@hotwired/turbo"
import { toast } from "./toast.js"

// What is wrong with a field is said beside it, in the form that was sent; what has no field there is said in a corner.
let sent = null

addEventListener("turbo:submit-start", event => {
  sent = event.target
  sent.querySelectorAll("[aria-invalid]").forEach(right)
})

StreamActions.fault = function() {
  const text = this.templateContent.textContent.trim()
  const field = sent?.isConnected ? control(sent, this.getAttribute("field")) : null
  if (!field) return toast(text, { wrong: true })
  right(field)
  const said = Object.assign(document.createElement("p"), { className: "fault", id: `fault-${field.name}`, textContent: text })
  said.setAttribute("role", "alert")
  ;(field.closest("label") ?? field).after(said)
  field.setAttribute("aria-invalid", "true")
  field.setAttribute("aria-describedby", said.id)
  field.addEventListener("input", () => right(field), { once: true })
  if (!sent.contains(document.activeElement) || document.activeElement.matches("button")) field.focus()
}

const words = ["body", "text", "reason"]

function control(form, name) {
  const names = words.includes(name) ? [name, ...words] : [name]
  return names.flatMap(each => [...form.querySelectorAll(`[name="${each}"]:not([type=hidden])`)]).find(each => each.checkVisibility())
}

function right(field) {
  field.removeAttribute("aria-invalid")
  field.removeAttribute("aria-describedby")
  field.form?.querySelectorAll(`#fault-${field.name}`).forEach(said => said.remove())
}
