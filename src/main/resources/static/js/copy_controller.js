import { Controller } from "@hotwired/stimulus"
import { clip } from "./clip.js"

export default class extends Controller {
  static targets = ["source"]
  static values = { text: String }

  copy() {
    const text = this.hasSourceTarget ? this.sourceTarget.value ?? this.sourceTarget.textContent : this.textValue
    clip(text.startsWith("/") ? new URL(text, location.href).href : text)
  }
}
