// The page's words, in the reader's language, put there by the server under #words.
let source, words = {}

function all() {
  const element = document.getElementById("words")
  if (element !== source) {
    source = element
    words = element ? JSON.parse(element.textContent) : {}
  }
  return words
}

export const language = () => document.documentElement.lang || "ru"

export function say(key, values = {}) {
  const known = all()
  const text = known[`js.${key}`]
    ?? known[`js.${key}.${new Intl.PluralRules(language()).select(values.n ?? 0)}`]
    ?? known[`js.${key}.other`]
    ?? key
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
}
