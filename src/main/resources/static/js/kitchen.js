import "./pop.js"
import * as Turbo from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import "./place.js"
import "./guard.js"
import "./focus.js"
import "./fault.js"
import { toast } from "./toast.js"
import { say } from "./words.js"
import act from "./act_controller.js"
import acts from "./acts_controller.js"
import add from "./add_controller.js"
import answer from "./answer_controller.js"
import autosubmit from "./autosubmit_controller.js"
import begin from "./begin_controller.js"
import bell from "./bell_controller.js"
import board from "./board_controller.js"
import clock from "./clock_controller.js"
import compose from "./compose_controller.js"
import copy from "./copy_controller.js"
import desk from "./desk_controller.js"
import draft from "./draft_controller.js"
import drag from "./drag_controller.js"
import edit from "./edit_controller.js"
import filter from "./filter_controller.js"
import fresh from "./fresh_controller.js"
import intent from "./intent_controller.js"
import keyboard from "./keyboard_controller.js"
import live from "./live_controller.js"
import mention from "./mention_controller.js"
import menu from "./menu_controller.js"
import mine from "./mine_controller.js"
import minutes from "./minutes_controller.js"
import password from "./password_controller.js"
import pokes from "./pokes_controller.js"
import poll from "./poll_controller.js"
import preview from "./preview_controller.js"
import print from "./print_controller.js"
import refresh from "./refresh_controller.js"
import rest from "./rest_controller.js"
import rows from "./rows_controller.js"
import sheet from "./sheet_controller.js"
import sort from "./sort_controller.js"
import theme from "./theme_controller.js"
import toasts from "./toast_controller.js"
import upload from "./upload_controller.js"
import versus from "./versus_controller.js"
import waits from "./waits_controller.js"
import when from "./when_controller.js"
import zone from "./zone_controller.js"
import zoned from "./zoned_controller.js"

Turbo.config.drive.progressBarDelay = 250
Turbo.config.forms.submitter = "aria-disabled" // a disabled button would lose the focus

const application = Application.start()
for (const [name, controller] of Object.entries({
  act, acts, add, answer, autosubmit, begin, bell, board, clock, compose, copy, desk, draft, drag, edit, filter, fresh, intent, keyboard,
  live, mention, menu, mine, minutes, password, pokes, poll, preview, print, refresh, rest, rows, sheet, sort, theme, toast: toasts,
  upload, versus, waits, when, zone, zoned
})) application.register(name, controller)

addEventListener("turbo:fetch-request-error", event => { event.preventDefault(); toast(say("offline"), { wrong: true }) })

// What is being sent already is not sent again, however often the button or the keys are pressed.
addEventListener("submit", event => {
  if (event.target.getAttribute("aria-busy") !== "true") return
  event.preventDefault()
  event.stopImmediatePropagation()
}, { capture: true })

// A file dropped beside its place must not take the page away.
for (const type of ["dragover", "drop"]) addEventListener(type, event => {
  if (!event.defaultPrevented && event.dataTransfer?.types.includes("Files")) event.preventDefault()
})
