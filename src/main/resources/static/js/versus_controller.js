import { Controller } from "@hotwired/stimulus"
import { StreamActions } from "@hotwired/turbo"

/** Two texts of the same thing: takes one or the other into the box, or both to be merged by hand. */
export default class extends Controller {
  static targets = ["mine", "theirs", "text"]
  static values = { field: String }

  mine() { this.put(this.mineTarget.textContent) }
  theirs() { this.put(this.theirsTarget.textContent) }
  both() { this.put(`${this.theirsTarget.textContent}\n\n${this.mineTarget.textContent}`) }

  put(text) {
    const box = this.hasTextTarget ? this.textTarget : this.element.closest("form").querySelector(this.fieldValue ? `[name="${this.fieldValue}"]` : "textarea")
    box.value = text
    box.dispatchEvent(new Event("input", { bubbles: true }))
    box.focus()
  }
}

/** Somebody else was quicker: their text stands above ours in our own form, which now knows of it. */
StreamActions.versus = function () {
  const part = document.getElementById(this.target)
  const act = this.getAttribute("act")
  const form = part?.querySelector(act ? `form[data-act="${act}"]` : "form[data-edit-target=form]")
  if (!form) return
  form.elements.namedItem("version").value = this.getAttribute("version")
  for (const told of [...form.querySelectorAll(".versus"), ...part.querySelectorAll(".held")]) told.remove()
  form.prepend(this.templateContent)
  form.querySelector("textarea").dispatchEvent(new Event("input", { bubbles: true }))
  form.querySelector(".versus").scrollIntoView({ block: "nearest" })
}

/** A decision came too late: what was written for it stands, unsent as before, in a form that says it as a remark. */
StreamActions.late = function () {
  const [form] = this.targetElements
  if (!form) return
  const unsaid = this.templateContent.firstElementChild
  form.replaceWith(unsaid)
  for (const box of unsaid.querySelectorAll("textarea")) {
    const text = box.value
    box.defaultValue = ""
    box.value = text
  }
  setTimeout(() => unsaid.querySelector("textarea").focus())
}

/** What was to be asked about has newer versions: they stand in the open form, and all else that was written there stays. */
StreamActions.newer = function () {
  const [older] = this.targetElements
  if (!older) return
  const fresh = this.templateContent.firstElementChild
  older.replaceWith(fresh)
  fresh.querySelector("input")?.focus()
}
