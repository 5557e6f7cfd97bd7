/* Picture, speech, music and effects to scale. Only what is in view, and a little around it, is in the page. */

import { clamp, clockText } from "./model.js";

const MOST_PX = 320, STEP = 1.5, ROOM = 0.5;
const TICKS = [1 / 24, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300];
const TICK_PX = 76;

export class Tracks {
  constructor(root, words, wishes) {
    this.root = root;
    this.words = words;
    this.wishes = wishes;
    this.scroll = root.querySelector("[data-scroll]");
    this.inner = root.querySelector("[data-inner]");
    this.playhead = root.querySelector("[data-playhead]");
    this.rows = Object.fromEntries([...root.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
    this.live = new Map();
    this.px = 0;
    this.selected = null;
    this.scroll.addEventListener("scroll", () => this.soon(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.scroll);
    this.listen();
  }

  load(cut) {
    const isFirst = !this.cut;
    this.cut = cut;
    this.items = this.itemsOf(cut);
    for (const node of this.live.values()) node.remove();
    this.live.clear();
    this.inner.style.setProperty("--seconds", String(cut.seconds));
    this.playhead.setAttribute("aria-valuemax", String(Math.max(0, cut.frames - 1)));
    this.root.classList.toggle("is-locked", !cut.may_edit);
    if (isFirst) this.zoomTo(this.firstPx()); else this.soon();
  }

  /* Few shots fill the width; of many, so many are shown that they can be told apart. */
  firstPx() {
    const shots = this.cut.shots.filter((shot) => shot.frames > 0).length || 1;
    return Math.max(this.fitPx(), (64 * shots) / Math.max(1, this.cut.seconds));
  }

  fitPx() { return Math.max(0.2, (this.scroll.clientWidth - this.pad() * 2) / Math.max(1, this.cut.seconds)); }

  pad() { return 20; }

  itemsOf(cut) {
    const items = [];
    cut.scenes.forEach((scene) => items.push({ row: "scenes", key: `scene ${scene.id}`, from: scene.start_ms / 1000, to: scene.end_ms / 1000, make: () => this.sceneItem(scene) }));
    cut.shots.forEach((shot) => items.push({ row: "picture", key: `shot ${shot.id}`, shot, get from() { return cut.timeOf(shot.start); }, get to() { return cut.timeOf(shot.start + shot.frames); }, make: () => this.shotItem(shot) }));
    cut.shots.forEach((shot) => { if (shot.index) items.push({ row: "picture", key: `edge ${shot.id}`, shot, get from() { return cut.timeOf(shot.start); }, get to() { return cut.timeOf(shot.start); }, make: () => this.edgeItem(shot) }); });
    cut.speech.forEach((line) => { if (line.kind !== "pause") items.push({ row: "speech", key: `line ${line.id}`, from: line.start_ms / 1000, to: (line.start_ms + line.duration_ms) / 1000, make: () => this.lineItem(line) }); });
    for (const kind of ["music", "effects"]) cut[kind].forEach((sound) => items.push({ row: kind, key: `${kind} ${sound.start_ms}`, from: sound.start_ms / 1000, to: Math.min(cut.seconds, (sound.start_ms + sound.duration_ms) / 1000), make: () => this.soundItem(kind, sound) }));
    return items;
  }

  soon() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => { this.asked = 0; this.render(); });
  }

  resized() {
    if (!this.cut) return;
    if (this.px < this.fitPx()) this.zoomTo(this.fitPx()); else this.soon();
  }

  render() {
    if (!this.cut || !this.px) return;
    const width = this.scroll.clientWidth, left = this.scroll.scrollLeft - this.pad();
    const from = (left - width * ROOM) / this.px, to = (left + width * (1 + ROOM)) / this.px;
    const wanted = new Set();
    for (const item of this.items) {
      if (item.to < from || item.from > to) continue;
      wanted.add(item.key);
      this.put(item);
    }
    this.ticks(from, to, wanted);
    for (const [key, node] of this.live) {
      if (wanted.has(key) || node.contains(document.activeElement)) continue;
      node.remove();
      this.live.delete(key);
    }
  }

  put(item) {
    let node = this.live.get(item.key);
    if (!node) {
      node = item.make();
      this.live.set(item.key, node);
      this.rows[item.row].append(node);
    }
    node.style.setProperty("--at", item.from.toFixed(5));
    node.style.setProperty("--for", Math.max(0, item.to - item.from).toFixed(5));
    if (item.shot && item.key.startsWith("shot")) {
      node.classList.toggle("is-selected", item.shot === this.selected);
      node.setAttribute("aria-pressed", String(item.shot === this.selected));
      node.classList.toggle("is-tiny", (item.to - item.from) * this.px < 34);
      node.hidden = item.shot.frames <= 0;
    }
    if (item.key.startsWith("edge")) this.dressEdge(node, item.shot);
  }

  /* Put everything where it belongs without waiting for the next frame. */
  update() { this.render(); }

  ticks(from, to, wanted) {
    const step = TICKS.find((one) => one * this.px >= TICK_PX) || TICKS[TICKS.length - 1];
    const first = Math.max(0, Math.floor(from / step)), last = Math.floor(Math.min(this.cut.seconds, to) / step);
    for (let index = first; index <= last; index += 1) {
      const key = `tick ${step} ${index}`, at = index * step;
      wanted.add(key);
      if (this.live.has(key)) continue;
      const tick = make("span", "tl-tick");
      tick.textContent = step < 1 ? this.cut.timecode(Math.round(at * this.cut.fps)).slice(3) : clockText(at);
      tick.style.setProperty("--at", at.toFixed(4));
      this.live.set(key, tick);
      this.rows.ruler.append(tick);
    }
  }

  sceneItem(scene) {
    const item = make("span", "tl-scene");
    const name = scene.heading ? `${scene.number} · ${scene.heading}` : String(scene.number);
    item.append(make("span", "tl-stuck", name));
    item.title = name;
    return item;
  }

  shotItem(shot) {
    const item = make("button", `tl-shot is-${shot.state}`);
    item.type = "button";
    item.dataset.shot = shot.id;
    if (shot.poster) {
      const still = make("img", "");
      Object.assign(still, { alt: "", loading: "lazy", decoding: "async", draggable: false, src: shot.poster });
      item.append(still);
    }
    const state = this.words.states[shot.state];
    item.append(make("span", "tl-number", shot.number));
    if (state) item.append(make("span", "tl-state", state));
    item.setAttribute("aria-label", [shot.name, this.cut.timecode(shot.start), state].filter(Boolean).join(", "));
    item.addEventListener("click", () => this.wishes.select(shot, { seek: true }));
    return item;
  }

  edgeItem(shot) {
    const edge = make("span", "tl-edge");
    edge.dataset.edge = shot.id;
    if (!this.cut.may_edit) { edge.hidden = true; return edge; }
    edge.setAttribute("role", "slider");
    edge.setAttribute("aria-orientation", "horizontal");
    edge.setAttribute("aria-label", this.words.edge.replace("%s", shot.number));
    this.wishes.edge(edge, shot);
    return edge;
  }

  dressEdge(edge, shot) {
    const room = this.cut.roomFor(shot), near = shot === this.selected || this.cut.shots[shot.index - 1] === this.selected;
    edge.classList.toggle("is-near", near);
    edge.tabIndex = near ? 0 : -1;
    const values = { min: room.least, max: room.most, now: shot.start, text: this.cut.timecode(shot.start) };
    for (const [name, value] of Object.entries(values)) edge.setAttribute(`aria-value${name}`, String(value));
  }

  lineItem(line) {
    const item = make("span", `tl-line is-${line.kind} is-${line.state}`);
    item.append(make("span", "tl-stuck", [line.speaker, line.text].filter(Boolean).join(": ")));
    if (line.state === "missing") item.append(make("span", "tl-state", this.words.silent));
    item.title = line.text;
    return item;
  }

  soundItem(kind, sound) {
    const item = make("span", `tl-sound is-${kind}`);
    item.append(make("span", "tl-stuck", this.words[kind]));
    return item;
  }

  select(shot) {
    this.selected = shot;
    this.render();
  }

  /* The playhead, kept in view while the film plays. */
  head(at, frame, { follow }) {
    this.playhead.style.setProperty("--at", at.toFixed(4));
    if (frame !== this.frame) {
      this.frame = frame;
      this.playhead.setAttribute("aria-valuenow", String(frame));
      this.playhead.setAttribute("aria-valuetext", this.cut.timecode(frame));
    }
    if (follow) this.reveal(at);
  }

  reveal(at) {
    const x = this.pad() + at * this.px - this.scroll.scrollLeft, width = this.scroll.clientWidth;
    if (x < 12 || x > width * 0.92) this.scroll.scrollLeft = this.pad() + at * this.px - width * 0.15;
  }

  /* `anchor` is the place in the view, in pixels, whose moment stays where it is. */
  zoomTo(px, anchor = null) {
    const least = this.fitPx(), next = clamp(px, least, MOST_PX), width = this.scroll.clientWidth;
    const headX = this.pad() + (this.at || 0) * this.px - this.scroll.scrollLeft;
    const x = anchor ?? clamp(headX, 0, width), moment = (this.scroll.scrollLeft + x - this.pad()) / (this.px || next);
    this.px = next;
    this.inner.style.setProperty("--px", next.toFixed(4));
    this.scroll.scrollLeft = moment * next + this.pad() - x;
    this.root.querySelector("[data-do=out]").disabled = next <= least * 1.001;
    this.root.querySelector("[data-do=in]").disabled = next >= MOST_PX;
    this.render();
  }

  zoomBy(steps, anchor = null) { this.zoomTo(this.px * STEP ** steps, anchor); }

  timeAt(clientX) {
    const left = this.scroll.getBoundingClientRect().left;
    return clamp((clientX - left + this.scroll.scrollLeft - this.pad()) / this.px, 0, this.cut.seconds);
  }

  listen() {
    this.scroll.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoomBy(-event.deltaY / 240, event.clientX - this.scroll.getBoundingClientRect().left);
    }, { passive: false });
    this.listenToPinch();
    const ruler = this.rows.ruler;
    for (const handle of [ruler, this.playhead]) {
      handle.addEventListener("pointerdown", (event) => {
        if (event.button) return;
        event.preventDefault();
        handle.setPointerCapture(event.pointerId);
        this.playhead.focus({ preventScroll: true });
        this.wishes.scrub(this.timeAt(event.clientX), true);
      });
      handle.addEventListener("pointermove", (event) => {
        if (handle.hasPointerCapture(event.pointerId)) this.wishes.scrub(this.timeAt(event.clientX), true);
      });
      for (const name of ["pointerup", "pointercancel"]) handle.addEventListener(name, (event) => this.wishes.scrub(this.timeAt(event.clientX), false));
    }
  }

  listenToPinch() {
    let apart = 0, px = 0;
    const far = (event) => Math.hypot(event.touches[0].clientX - event.touches[1].clientX, event.touches[0].clientY - event.touches[1].clientY);
    this.scroll.addEventListener("touchstart", (event) => {
      if (event.touches.length === 2) { apart = far(event); px = this.px; }
    }, { passive: true });
    this.scroll.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const middle = (event.touches[0].clientX + event.touches[1].clientX) / 2;
      this.zoomTo((px * far(event)) / apart, middle - this.scroll.getBoundingClientRect().left);
    }, { passive: false });
    this.scroll.addEventListener("touchend", (event) => { if (event.touches.length < 2) apart = 0; }, { passive: true });
  }
}

export function make(name, classes, text) {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  if (text !== undefined) element.textContent = text;
  return element;
}
