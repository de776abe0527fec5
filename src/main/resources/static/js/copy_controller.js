import { Controller } from "@hotwired/stimulus"
import { toast } from "./toast.js"
import { say } from "./words.js"

/** Copies an address or a text; works on plain http too, where the clipboard is not given. */
export async function clip(text) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "sr" })
    const back = document.activeElement
    ;(document.querySelector(".sheet, dialog:modal") ?? document.body).append(box)
    box.select()
    document.execCommand("copy")
    box.remove()
    back?.focus()
  }
  toast(say("copied"))
}

export default class extends Controller {
  static targets = ["source"]
  static values = { text: String }

  copy() {
    const text = this.hasSourceTarget ? this.sourceTarget.value ?? this.sourceTarget.textContent : this.textValue
    clip(text.startsWith("/") ? new URL(text, location.href).href : text)
  }
}
