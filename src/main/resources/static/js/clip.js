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
