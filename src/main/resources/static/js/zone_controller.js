import { Controller } from "@hotwired/stimulus"

/** Tells the form in which time zone its reader is. */
export default class extends Controller {
  connect() { this.element.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "" }
}
