import { Controller } from "@hotwired/stimulus"

/** A popover whose frame tells of now: fetched each time it opens. */
export default class extends Controller {
  static targets = ["frame"]

  connect() {
    this.opened = event => { if (event.newState === "open" && this.frameTarget.hasAttribute("complete")) this.frameTarget.reload() }
    this.element.addEventListener("toggle", this.opened)
  }

  disconnect() { this.element.removeEventListener("toggle", this.opened) }
}
