import { language, say } from "./words.js"

const kept = new Map()

export function format(options) {
  const key = language() + JSON.stringify(options)
  if (!kept.has(key)) kept.set(key, new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), options))
  return kept.get(key)
}

/** Tells moments as people do: by the reader's own zone, as of now. */
export class Clock {
  constructor(zone) {
    this.zone = zone
    this.now = new Date()
    this.today = this.dayOf(this.now)
  }

  /** The day on which a moment falls, as a number of days. */
  dayOf(date) {
    const [day, month, year] = format({ day: "2-digit", month: "2-digit", year: "numeric", timeZone: this.zone }).format(date).split(/\D/).map(Number)
    return Date.UTC(year, month - 1, day) / 864e5
  }

  /** How many days ahead of today. */
  away(date) { return this.dayOf(date) - this.today }

  time(date) { return format({ hour: "2-digit", minute: "2-digit", timeZone: this.zone }).format(date) }

  shortDay(date, { zone = this.zone, year } = {}) {
    return format({ day: "numeric", month: "short", year, timeZone: zone }).format(date).replace(/ г\.$/, "").replace(/(\p{L}{3})\p{L}*\.?/u, "$1")
  }

  /** "today by 18:00" */
  by(date) {
    const near = { 0: "today", 1: "tomorrow" }[this.away(date)] ?? "date"
    return say(`when.due.${near}.time`, { day: this.shortDay(date), time: this.time(date) })
  }

  /** "today 17–18" */
  slot(from, until) {
    const near = { 0: "today", 1: "tomorrow" }[this.away(from)] ?? "date"
    return say(`turn.slot.${near}`, { day: this.shortDay(from), hours: this.hours(from, until) })
  }

  hours(from, until) {
    const [a, b] = [this.time(from), this.time(until)]
    return a.endsWith(":00") && b.endsWith(":00") ? `${Number(a.slice(0, 2))}–${Number(b.slice(0, 2)) || 24}` : `${a}–${b}`
  }

  /** "20 min", "3 h", "2 days": in its greatest unit, rounded down; nothing for less than a minute. */
  span(from, until = this.now) {
    const minutes = Math.floor((until - from) / 6e4)
    if (minutes < 1) return ""
    if (minutes < 60) return say("span.minutes", { n: minutes })
    if (minutes < 1440) return say("span.hours", { n: Math.floor(minutes / 60) })
    return say("span.days", { n: Math.floor(minutes / 1440) })
  }
}
