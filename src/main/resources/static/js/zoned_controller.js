import { Controller } from "@hotwired/stimulus"

/** Puts instants into local date fields as the reader's own clock shows them; the server reads them back in the same zone. */
export default class extends Controller {
  connect() {
    const zone = document.body.dataset.zone || undefined
    for (const field of this.element.querySelectorAll("[data-zoned]")) {
      const date = new Date(field.dataset.zoned)
      if (isNaN(date)) continue
      const at = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).formatToParts(date).map(part => [part.type, part.value]))
      field.value = field.defaultValue = `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`
    }
  }
}
