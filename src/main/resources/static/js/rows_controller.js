import { Controller } from "@hotwired/stimulus"
import { announce } from "./announce.js"

/** Rows of a form that come and go before it is sent; each has a number of its own in the names of its fields. */
export default class extends Controller {
  static targets = ["list", "row", "template", "add", "empty"]
  static values = { next: Number, removed: String }

  add() {
    this.listTarget.insertAdjacentHTML("beforeend", this.templateTarget.innerHTML.replaceAll("NEW", this.nextValue++))
    this.field(this.rowTargets.at(-1)).focus()
  }

  remove(event) {
    const row = event.target.closest("[data-rows-target~=row]"), at = this.rowTargets.indexOf(row)
    const next = this.rowTargets[at + 1] ?? this.rowTargets[at - 1]
    row.remove()
    ;(next ? this.field(next) : this.addTarget).focus()
    announce(this.removedValue)
  }

  rowTargetConnected() { this.emptyTarget.hidden = true }
  rowTargetDisconnected() { this.emptyTarget.hidden = this.rowTargets.length > 0 }

  field(row) { return row.querySelector("input:not([type=hidden])") }
}
