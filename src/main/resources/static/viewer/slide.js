/** Two pictures over each other, with an edge between them that is moved. */
export default class {
  constructor(element) {
    const over = element.querySelector(".over"), slider = element.querySelector("input")
    const move = () => over.style.setProperty("--split", `${slider.value}%`)
    slider.addEventListener("input", move)
    over.addEventListener("pointermove", event => {
      if (event.pointerType === "mouse" && !event.buttons) return
      const { left, width } = over.getBoundingClientRect()
      slider.value = Math.round((event.clientX - left) / width * 100)
      move()
    })
    move()
  }

  close() {}
}
