/* Captions and cards as they will be in the film: the same phrases on the same lines and frames, at the same place. */

const POP_S = 1 / 6;
const CARD_COMES_S = 0.5, CARD_GOES_S = 0.4;

export class Captions {
  constructor(box, card) {
    this.box = box;
    this.card = card;
    this.event = null;
    this.isOn = true;
  }

  load(cut) {
    this.cut = cut;
    this.event = null;
    this.box.replaceChildren();
    this.shot = null;
    if (!cut.look) return;
    const { look } = cut, style = this.box.style;
    const values = { size: look.size * 100, bottom: look.bottom * 100, top: look.top * 100, room: look.room, line: look.line, weight: look.weight, outline: look.outline, shadow: look.shadow, box: look.box, lit: look.lit };
    for (const [name, value] of Object.entries(values)) style.setProperty(`--${name}`, String(value));
    if (look.language) this.box.lang = look.language;
    this.box.dataset.lights = look.lights;
    this.box.classList.toggle("is-boxed", look.box > 0);
  }

  /* `frame` counts from the start of the film. */
  show(frame, shot) {
    const into = frame - shot.start;
    this.showCard(shot, into);
    const event = this.isOn ? shot.captions.find((one) => one.start <= into && into < one.end) || null : null;
    if (event !== this.event) this.write(event);
    if (!event) return;
    const { lights } = this.cut.look;
    if (!lights) return;
    let spoken = -1;
    this.words.forEach((word, index) => { if (word.start <= into) spoken = index; });
    this.words.forEach((word, index) => {
      const part = (into + 1 - word.start) / Math.max(1, word.end - word.start);
      if (lights === "fill") word.element.style.setProperty("--part", `${(Math.max(0, Math.min(1, part)) * 100).toFixed(1)}%`);
      else word.element.classList.toggle("is-lit", index === spoken);
    });
    if (lights === "pop") this.jump((into - event.begins) / Math.max(2, Math.round(POP_S * this.cut.fps)));
  }

  write(event) {
    this.event = event;
    this.words = [];
    this.box.replaceChildren();
    if (!event) return;
    this.box.dir = event.base;
    this.box.dataset.place = event.place;
    this.box.style.setProperty("--shrink", String(event.shrink));
    for (const line of event.lines) {
      const row = document.createElement("span");
      row.className = "tl-caption-line";
      line.forEach(([text, start, end, isJoined], index) => {
        const element = document.createElement("span");
        element.className = "tl-word";
        element.textContent = text;
        element.dataset.text = text;
        this.words.push({ element, start, end });
        row.append(...(index && !isJoined ? [" ", element] : [element]));
      });
      this.box.append(row);
    }
  }

  /* A phrase springs to its size and a little beyond it. */
  jump(part) {
    let scale = 1;
    if (part < 0.6) scale = 0.78 + 0.28 * Math.max(0, part / 0.6);
    else if (part < 1) scale = 1.06 - 0.06 * ((part - 0.6) / 0.4);
    this.box.style.setProperty("--jump", scale.toFixed(3));
  }

  /* A title in the letters of its design; how it moves is left to the film. */
  showCard(shot, into) {
    const { card } = shot;
    if (shot !== this.shot) this.writeCard(shot);
    if (!card) return;
    const at = into / this.cut.fps, left = (shot.frames - into) / this.cut.fps;
    const opacity = Math.min(1, at / CARD_COMES_S, shot.index === this.cut.shots.length - 1 ? 1 : left / CARD_GOES_S);
    this.card.style.setProperty("opacity", Math.max(0, opacity).toFixed(3));
  }

  writeCard(shot) {
    this.shot = shot;
    const { card } = shot, box = this.card;
    box.replaceChildren();
    box.hidden = !card;
    if (!card) return;
    const text = document.createElement("span");
    text.textContent = card.text;
    box.append(text);
    if (card.note) {
      const note = document.createElement("small");
      note.textContent = card.note;
      box.append(note);
    }
    const values = { height: card.height * 100, size: card.size * 100, leading: card.leading, tracking: card.tracking, weight: card.weight, colour: card.colour, dims: card.dims };
    for (const [name, value] of Object.entries(values)) box.style.setProperty(`--${name}`, String(value));
    box.className = `tl-card is-${card.align} is-${card.case || "plain"} ${card.family.startsWith("Source") ? "is-serif" : ""} ${card.italic ? "is-italic" : ""}`;
  }
}
