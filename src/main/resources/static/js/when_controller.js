import { Controller } from "@hotwired/stimulus"
import { language, say } from "./words.js"

const kept = new Map()

function format(options) {
  const key = language() + JSON.stringify(options)
  if (!kept.has(key)) kept.set(key, new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), options))
  return kept.get(key)
}

/** Writes every `time[data-when]` as people say it (moment, due or day), in the reader's own zone, and marks what is late. */
export default class extends Controller {
  connect() {
    this.all()
    this.clock = setInterval(() => this.all(), 60000)
    this.watch = new MutationObserver(records => {
      for (const record of records) for (const node of record.addedNodes) {
        if (node.nodeType !== 1) continue
        if (node.matches("time[data-when]")) this.write(node)
        else this.all(node)
      }
    })
    this.watch.observe(this.element, { childList: true, subtree: true })
  }

  disconnect() {
    clearInterval(this.clock)
    this.watch.disconnect()
  }

  get zone() { return this.element.dataset.zone || undefined }

  all(root = this.element) {
    this.now = new Date()
    this.today = this.dayOf(this.now)
    for (const time of root.querySelectorAll("time[data-when]")) this.write(time)
  }

  dayOf(date) {
    const [day, month, year] = format({ day: "2-digit", month: "2-digit", year: "numeric", timeZone: this.zone }).format(date).split(/\D/).map(Number)
    return Date.UTC(year, month - 1, day) / 864e5
  }

  write(time) {
    const plain = /^\d{4}-\d\d-\d\d$/.test(time.dateTime)
    const date = new Date(plain ? `${time.dateTime}T00:00:00Z` : time.dateTime)
    if (isNaN(date)) return
    const zone = plain ? "UTC" : this.zone
    const day = plain ? date / 864e5 : this.dayOf(date)
    const away = day - this.today
    const clock = plain ? null : format({ hour: "2-digit", minute: "2-digit", timeZone: zone }).format(date)
    const text = say(this.key(time.dataset.when, away, clock), { day: this.day(date, zone, away, time.dataset.when), time: clock })
    if (time.textContent !== text) time.textContent = text
    if (clock || time.dataset.when !== "day") time.title ||= format({ dateStyle: "full", ...(clock && { timeStyle: "short" }), timeZone: zone }).format(date)
    if (time.dataset.when === "due") {
      const late = plain ? away < 0 : date < this.now
      time.classList.toggle("late", late)
      time.classList.toggle("soon", !late && away <= 0)
    }
  }

  key(style, away, clock) {
    const near = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[away] ?? "date"
    return style === "due" ? `when.due.${near}${clock ? ".time" : ""}` : style === "day" || !clock ? `when.day.${near}` : `when.moment.${near}`
  }

  day(date, zone, away, style) {
    const year = Math.abs(away) > 300 ? "numeric" : undefined
    const text = format({ day: "numeric", month: style === "day" ? "long" : "short", year, timeZone: zone }).format(date).replace(/ г\.$/, "")
    return style === "day" ? text : text.replace(/(\p{L}{3})\p{L}*\.?/u, "$1")
  }
}
