// Says politely to a screen reader what the eye has seen; several things at once become one sentence each.
let waiting = [], timer

export function announce(text) {
  if (!text || waiting.includes(text)) return
  waiting.push(text)
  clearTimeout(timer)
  timer = setTimeout(() => {
    const place = document.getElementById("announcer")
    if (place) place.textContent = waiting.slice(-3).join(". ")
    waiting = []
  }, 150)
}
