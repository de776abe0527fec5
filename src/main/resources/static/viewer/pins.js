// What everything that shows a version has in common: where it is pinned, and how something new is pinned to it.

/** What is pinned to this version, as the list beside it says. */
export const markers = () => JSON.parse(document.getElementById("markers")?.textContent ?? "[]")

/** The file that is looked at, and its markers at places of this kind. */
export const markersOf = (file, at) => markers().filter(({ place }) => place?.at === at && place.file === file)

export function marker({ number, name, side, open }) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "pin", textContent: number, ariaLabel: name })
  Object.assign(button.dataset, { side, open, list: number })
  return button
}

/** Opens the composer for a place; `words` say which it is. */
export const sayAt = (place, words, kind = "remark") => document.dispatchEvent(new CustomEvent("pin:say", { detail: { place, words, kind } }))

export const listens = () => {
  const abort = new AbortController()
  return { on: (target, type, listener, options = {}) => target.addEventListener(type, listener, { signal: abort.signal, ...options }), off: () => abort.abort() }
}
