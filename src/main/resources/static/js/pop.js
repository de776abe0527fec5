// Imported before Turbo, so that the sheet may answer Back and Forward itself, the board staying where it is.
const answers = new Set()

addEventListener("popstate", event => {
  for (const answer of answers) if (answer(event)) return event.stopImmediatePropagation()
}, { capture: true })

export function answerPop(answer) {
  answers.add(answer)
  return () => answers.delete(answer)
}
