import { say } from "./words.js"

const slots = new Set(["answer", "clarify", "raised", "appeal", "objection", "confirm"])

/** Says whose turn it is: who is waited for since when, or until when they have promised; late only when it is. */
export function writeTurn(chip, clock) {
  const { turn, who = "", since, from, due, paused, side, urgent } = chip.dataset
  const until = due && new Date(due)
  const late = Boolean(until && !paused && until < clock.now)
  const mine = isMine(chip) && !paused
  let text
  if (mine) text = say("turn.mine", { what: say(`turn.mine.${turn}`), when: late ? say("turn.mine.late", { span: clock.span(until) || say("span.moment") }) : until ? when(turn, from && new Date(from), until, clock) : clock.span(new Date(since)) || say("span.now") })
  else if (paused) text = say(`turn.paused.${paused}`, { who })
  else if (late) text = say("turn.late", { who: who || say(`turn.who.${side}`), span: clock.span(until) || say("span.moment") })
  else if (until) text = say(`turn.${turn}`, { who: who || say(`turn.who.${side}`), when: when(turn, from && new Date(from), until, clock) })
  else text = [say(`turn.waiting.${side}`), who, clock.span(new Date(since))].filter(Boolean).join(" · ")
  if (urgent !== undefined && !paused) text = say("turn.urgent", { text })
  if (chip.textContent !== text) chip.textContent = text
  chip.classList.toggle("late", late)
}

function when(turn, from, until, clock) {
  return from && from > clock.now && slots.has(turn) ? clock.slot(from, until) : clock.by(until)
}

export const isLate = chip => Boolean(chip.dataset.due && chip.dataset.paused === undefined && new Date(chip.dataset.due) < new Date())

/** Whether a turn waits for the reader: by name, by a role of theirs, or for anybody of their side. */
export function isMine(chip) {
  const { me, side, roles = "" } = document.body.dataset, whom = chip.dataset.whom
  return whom === me || whom === side || roles.split(" ").includes(whom)
}
