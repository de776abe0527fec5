// Whoever is in a part that is drawn anew stays where they were in it, with what they have typed.
const controls = "a[href], button, input:not([type=hidden]), textarea, select, summary"

const kind = element => [element.localName, element.name, element.type, element.dataset.action, element.dataset.key, element.form?.getAttribute("action")].join(" ")

function remember() {
  const element = document.activeElement
  const scope = element?.closest("[id]")
  if (!scope || element === document.body || !element.matches(controls)) return null
  const alike = [...scope.querySelectorAll(controls)].filter(each => kind(each) === kind(element))
  return { element, scope: scope.id, kind: kind(element), at: alike.indexOf(element), typed: typed(element) }
}

const typed = element => element.matches("textarea, input:not([type=checkbox], [type=radio], [type=file])") && element.value !== element.defaultValue ? element.value : null

function restore({ element, scope, kind: wanted, at, typed }) {
  if (element.isConnected) return
  const place = document.getElementById(scope)
  const seen = [...place?.matches(controls) ? [place] : [], ...place?.querySelectorAll(controls) ?? []].filter(each => each.checkVisibility())
  const alike = seen.filter(each => kind(each) === wanted)
  const next = alike[Math.max(0, Math.min(at, alike.length - 1))] ?? seen[0] ?? document.querySelector(".sheet, #main")
  next?.focus({ preventScroll: true })
  if (typed !== null && alike.includes(next)) next.value = typed
}

/** What draws something anew, with whoever is in it staying there. */
export const staying = render => async (...what) => {
  const was = remember()
  await render(...what)
  if (was) restore(was)
}

addEventListener("turbo:before-stream-render", event => { event.detail.render = staying(event.detail.render) })
