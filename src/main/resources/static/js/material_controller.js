import { Controller } from "@hotwired/stimulus"

/** The form of a version: files may be dropped on it. */
export default class extends Controller {
  static targets = ["file", "rows", "send"]

  over(event) {
    if (!this.hasFileTarget || !event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.element.classList.add("drop")
  }

  out() { this.element.classList.remove("drop") }

  drop(event) {
    this.out()
    if (!this.hasFileTarget || !event.dataTransfer?.files.length) return
    event.preventDefault()
    this.fileTarget.files = event.dataTransfer.files
    this.chosen()
  }

  chosen() {}
  submit() {}
  cancel() {}
}
