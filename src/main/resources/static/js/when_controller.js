import { Controller } from "@hotwired/stimulus"
import { Clock, format } from "./clock.js"
import { writeTurn } from "./turn.js"
import { say } from "./words.js"

const told = "time[data-when], .turn[data-turn]"

/** Writes every `time[data-when]` as people say it (moment, due or day) and whose turn it is, in the reader's own zone, and marks what is late. */
export default class extends Controller {
  connect() {
    this.all()
    this.timer = setInterval(() => this.all(), 60000)
    this.watch = new MutationObserver(records => {
      for (const record of records) for (const node of record.addedNodes) {
        if (node.nodeType !== 1) continue
        if (node.matches(told)) this.tell(node)
        else this.all(node)
      }
    })
    this.watch.observe(this.element, { childList: true, subtree: true })
  }

  disconnect() {
    clearInterval(this.timer)
    this.watch.disconnect()
  }

  all(root = this.element) {
    this.clock = new Clock(this.element.dataset.zone || undefined)
    for (const element of root.querySelectorAll(told)) this.tell(element)
  }

  tell(element) {
    if (element.localName === "time") this.write(element)
    else writeTurn(element, this.clock)
  }

  write(time) {
    const plain = /^\d{4}-\d\d-\d\d$/.test(time.dateTime)
    const date = new Date(plain ? `${time.dateTime}T00:00:00Z` : time.dateTime)
    if (isNaN(date)) return
    const zone = plain ? "UTC" : this.clock.zone
    const away = plain ? date / 864e5 - this.clock.today : this.clock.away(date)
    const clock = plain ? null : this.clock.time(date)
    const text = say(this.key(time.dataset.when, away, clock), { day: this.day(date, zone, away, time.dataset.when), time: clock })
    if (time.textContent !== text) time.textContent = text
    if (clock || time.dataset.when !== "day") time.title ||= format({ dateStyle: "full", ...(clock && { timeStyle: "short" }), timeZone: zone }).format(date)
    if (time.dataset.when === "due") {
      const late = plain ? away < 0 : date < this.clock.now
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
    if (style !== "day") return this.clock.shortDay(date, { zone, year })
    return format({ day: "numeric", month: "long", year, timeZone: zone }).format(date).replace(/ г\.$/, "")
  }
}
