import { sha256 } from "./sha256.js"

// Beside the page, so that it stays quick however large the file is.
addEventListener("message", async ({ data: file }) => {
  try {
    postMessage({ sha256: await sha256(file, done => postMessage({ done })) })
  } catch {
    postMessage({ failed: true })
  }
})
