import { Controller } from "@hotwired/stimulus"

/** Stands a popover beside the button that opened it, and walks it with the arrows. */
export default class extends Controller {
  connect() {
    this.abort = new AbortController()
    const on = (type, listener) => this.element.addEventListener(type, listener, { signal: this.abort.signal })
    on("toggle", event => event.newState === "open" && this.stand())
    on("keydown", event => this.key(event))
    on("click", event => { if (event.target.closest("a, button[type=button], .bare-form button")) setTimeout(() => this.element.hidePopover()) })
    on("turbo:submit-end", event => event.detail.success && this.element.hidePopover())
  }

  disconnect() { this.abort.abort() }

  stand() {
    const menu = this.element, style = menu.style
    const anchor = menu.anchor ?? document.querySelector(`[popovertarget="${menu.id}"]`)
    style.left = style.top = style.right = style.bottom = ""
    if (anchor && innerWidth >= 720) {
      const at = anchor.getBoundingClientRect(), box = menu.getBoundingClientRect()
      style.left = `${Math.max(8, Math.min(anchor.matches(".face-card") ? at.left + 24 : menu.dataset.stand === "start" ? at.left : at.right - box.width, innerWidth - box.width - 8))}px`
      style.top = `${Math.max(8, at.bottom + 4 + box.height > innerHeight ? Math.min(at.top - box.height - 4 > 8 ? at.top - box.height - 4 : innerHeight - box.height - 8, innerHeight - box.height - 8) : at.bottom + 4)}px`
    }
    menu.anchor = null
    this.items[0]?.focus({ preventScroll: true })
  }

  get items() {
    return [...this.element.querySelectorAll("a, button, input:not([type=hidden]), select, summary")].filter(item => !item.disabled && item.checkVisibility())
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.target.matches("select, textarea, input:not([type=checkbox])")) return
    event.preventDefault()
    const items = this.items
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus()
  }
}
