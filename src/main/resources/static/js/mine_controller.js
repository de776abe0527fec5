import { Controller } from "@hotwired/stimulus"

/**
 * Faces and comments are the same for everybody; what is the reader's own is picked out by one small style sheet. What is for
 * some (`data-for`: a side, roles, those who manage, the author of the comment) is hidden from all others.
 */
export default class extends Controller {
  connect() {
    const { me, side, roles = "" } = this.element.dataset
    if (!Number(me)) return
    const mine = [side, ...roles.split(" ")].filter(word => /^[a-z]+$/.test(word))
    const whoms = [me, ...mine]
    const turns = whoms.map(whom => `.turn[data-whom="${whom}"]:not(.paused, .late)`).join(", ")
    const allowed = [...mine.map(word => `[data-for~="${word}"]`), `[data-author="${me}"] [data-for~="author"]`].join(", ")
    this.sheet = new CSSStyleSheet()
    this.sheet.replaceSync(`
      .face[data-person="${me}"] { outline: 2px solid currentColor; outline-offset: -2px; position: relative; z-index: 1; }
      ${turns} { background: var(--side); color: var(--card); }
      ${whoms.map(whom => `.turns .turn[data-whom="${whom}"]`).join(", ")} { order: -1; display: inline-flex; }
      ${whoms.map(whom => `.button.quiet[data-whom="${whom}"]`).join(", ")} { background: var(--ink); color: var(--paper); box-shadow: none; }
      [data-author="${me}"] .mine-only { display: revert !important; }
      [data-author="${me}"] .mine-only.acts { display: flex !important; }
      [data-for]:not(${allowed}), [data-author="${me}"] [data-not~="author"] { display: none !important; }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet]
    document.documentElement.dataset.known = ""
  }

  disconnect() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet)
    delete document.documentElement.dataset.known
  }
}
