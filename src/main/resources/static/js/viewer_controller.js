import { Controller } from "@hotwired/stimulus"

/** A part of a page on which materials are looked at. What it needs is fetched when it is there: no other page pays for it. */
export default class extends Controller {
  static values = { part: String }

  async connect() {
    this.here = true
    const { default: Part } = await import(`../viewer/${this.partValue}.js`)
    if (this.here && !this.part) this.part = new Part(this.element)
  }

  disconnect() {
    this.here = false
    this.part?.close()
    this.part = null
  }
}
