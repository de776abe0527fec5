import { Controller } from "@hotwired/stimulus"

/** A button that begins to say something in the card's composer. */
export default class extends Controller {
  static values = { form: String, kind: String }

  begin() {
    const form = document.querySelector(this.formValue)
    if (form) this.application.getControllerForElementAndIdentifier(form, "compose")?.begin(this.kindValue)
  }
}
