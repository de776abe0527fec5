import { Controller } from "@hotwired/stimulus"

/** Shows the chosen theme at once; the form tells the server. */
export default class extends Controller {
  choose(event) { document.documentElement.dataset.theme = event.target.value }
}
