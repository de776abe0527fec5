import { Controller } from "@hotwired/stimulus"

/** Two texts of the same thing: takes one or the other into the box, or both to be merged by hand. */
export default class extends Controller {
  static targets = ["mine", "theirs", "text"]

  mine() { this.put(this.mineTarget.textContent) }
  theirs() { this.put(this.theirsTarget.textContent) }
  both() { this.put(`${this.theirsTarget.textContent}\n\n${this.mineTarget.textContent}`) }

  put(text) {
    this.textTarget.value = text
    this.textTarget.dispatchEvent(new Event("input", { bubbles: true }))
    this.textTarget.focus()
  }
}
