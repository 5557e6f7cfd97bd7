/* The shot that was chosen: its picture and length, which part of its clip is seen, and the way to its other pages. */

const SETTLE_MS = 600;

export class Panel {
  constructor(root, words, wishes) {
    this.root = root;
    this.words = words;
    this.wishes = wishes;
    this.slider = root.querySelector("[data-slip]");
    root.querySelector("[data-close]").addEventListener("click", () => wishes.close());
    this.slider.addEventListener("input", () => { this.say(); wishes.look(this.shot, Number(this.slider.value)); });
    this.slider.addEventListener("change", () => this.soon());
    this.slider.addEventListener("blur", () => this.settle());
  }

  /* Several presses of a key are one change. */
  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), SETTLE_MS);
    this.pending = { shot: this.shot, inMs: Number(this.slider.value) };
  }

  settle() {
    clearTimeout(this.waiting);
    const pending = this.pending;
    this.pending = null;
    if (pending) this.wishes.slip(pending.shot, pending.inMs);
  }

  show(shot, cut) {
    if (this.pending && this.pending.shot !== shot) this.settle();
    this.shot = shot;
    this.root.hidden = !shot;
    if (!shot) return;
    const part = (name) => this.root.querySelector(`[data-shot-${name}]`);
    part("number").textContent = shot.number;
    part("name").textContent = shot.name;
    part("about").textContent = shot.about || shot.camera;
    part("length").textContent = this.words.seconds.replace("%s", (shot.frames / cut.fps).toFixed(2));
    part("span").textContent = `${cut.timecode(shot.start)} – ${cut.timecode(shot.start + shot.frames)}`;
    const state = part("state");
    state.textContent = this.words.states[shot.state] || this.words.ready;
    state.className = `pill is-${{ ready: "done", failed: "failed", working: "working" }[shot.state] || "waiting"}`;
    const still = part("still");
    if (shot.poster && still.getAttribute("src") !== shot.poster) still.src = shot.poster;
    still.hidden = !shot.poster;
    for (const link of this.root.querySelectorAll("a[data-page]")) link.href = `${link.dataset.page}?shot=${shot.id}`;
    this.slide(shot, cut);
  }

  slide(shot, cut) {
    const field = this.root.querySelector("[data-slip-field]"), note = this.root.querySelector("[data-slip-note]");
    const can = Boolean(shot.clip) && !shot.is_still && shot.spare_ms >= 1000 / cut.fps;
    field.hidden = !can;
    note.hidden = can || !shot.clip;
    if (!can || this.pending) return;
    this.slider.max = String(shot.spare_ms);
    this.slider.step = String(Math.round(1000 / cut.fps));
    this.slider.value = String(shot.in_ms);
    this.slider.disabled = !cut.may_edit;
    this.cut = cut;
    this.say();
  }

  say() {
    const from = Number(this.slider.value) / 1000, to = from + this.shot.frames / this.cut.fps;
    const text = this.words.part.replace("%1", from.toFixed(1)).replace("%2", to.toFixed(1)).replace("%3", (this.shot.clip_ms / 1000).toFixed(1));
    this.root.querySelector("[data-slip-says]").textContent = text;
    this.slider.setAttribute("aria-valuetext", text);
  }
}

