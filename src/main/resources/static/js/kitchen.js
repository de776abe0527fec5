import "./pop.js"
import * as Turbo from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import "./place.js"
import "./guard.js"
import "./focus.js"
import "./fault.js"
import { toast } from "./toast.js"
import { say } from "./words.js"
import { controllers } from "./controllers.js" // made of all the _controller.js here, see Controllers.java

Turbo.config.drive.progressBarDelay = 250
Turbo.config.forms.submitter = "aria-disabled" // a disabled button would lose the focus

const application = Application.start()
for (const [name, controller] of Object.entries(controllers)) application.register(name, controller)

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
