import { Controller } from "@hotwired/stimulus"

/** Faces and comments are the same for everybody; what is the reader's own is picked out by one small style sheet. */
export default class extends Controller {
  connect() {
    const me = Number(this.element.dataset.me)
    if (!me) return
    this.sheet = new CSSStyleSheet()
    this.sheet.replaceSync(`
      .face[data-person="${me}"] { outline: 2px solid currentColor; outline-offset: -2px; position: relative; z-index: 1; }
      [data-author="${me}"] .mine-only { display: revert !important; }
      [data-author="${me}"] .mine-only.acts { display: flex !important; }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet]
  }

  disconnect() { document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet) }
}
