/* What is seen: a few video elements that take turns. While one plays, the next shots are loaded and stand on their
   first frame. The picture follows the clock: a small lag is made up by speed, a large one by a jump. */

import { clamp } from "./model.js";

const POOL = 3;
const FETCHED_AHEAD = 4, KEPT = 10, LARGEST_FETCHED_S = 30;
const JUMP = 0.3, IN_STEP = 0.012;
/* How long a video takes to get going once it is told to, at first; then as measured, within these. */
const GETS_GOING = 0.05, SOONEST = 0.02, LATEST = 0.2;
/* Of two shapes nearer than this to each other, the picture loses its edges; others stand whole on black. */
const CUT_RATIO = 1.12;

export class Picture {
  constructor(stage, words) {
    this.stage = stage;
    this.words = words;
    this.layers = Array.from({ length: POOL }, () => new Layer(stage.querySelector("[data-layers]"), this));
    this.dip = stage.querySelector("[data-dip]");
    this.files = new Map();
    this.notes = [];
    this.lead = GETS_GOING;
    this.drift = 0;
    this.worst = 0;
    this.measured = 0;
    this.isNearShape = true;
  }

  load(cut) {
    this.cut = cut;
    for (const layer of this.layers) layer.refresh();
  }

  /* Show a moment. `playing` at `speed`; standing still and going backwards, every frame is looked up. */
  show(at, playing, speed) {
    const cut = this.cut, frame = cut.frameAt(at), shot = cut.shotAt(frame);
    if (!shot) return;
    const into = frame - shot.start, begins = shot.transition, before = cut.shots[shot.index - 1];
    const crosses = begins && before && into < begins.frames && ["dissolve", "wipe", "match"].includes(begins.kind);
    const part = begins ? (into + 1) / (begins.frames + 1) : 1;
    const seen = crosses ? [before, shot] : [shot];
    const held = seen.map((one) => this.layerFor(one, seen));
    for (const layer of this.layers) layer.isSeen = held.includes(layer);
    held.forEach((layer, index) => {
      layer.sync(at, playing && speed > 0, speed);
      layer.paint(crosses && index === 1 ? begins.kind : "", part, index + 1, begins && begins.towards);
    });
    const next = playing && speed > 0 ? this.nextLayer(shot, at, speed) : null;
    for (const layer of this.layers) {
      if (layer === next) layer.begin(at, speed);
      else if (!layer.isSeen) layer.rest();
    }
    /* The film comes out of black; standing on its first frame it shows a picture all the same. */
    this.paintDip(shot, shot.index || playing ? into : Infinity, part, frame);
    this.prepare(shot, seen, at);
    this.current = held[held.length - 1];
  }

  /* The next shot's video, where it must be told now to be going when its time comes. */
  nextLayer(shot, at, speed) {
    const next = this.cut.shots[shot.index + 1];
    if (!next || this.cut.timeOf(next.start) - at > this.lead * speed) return null;
    return this.layers.find((layer) => layer.shot === next && !layer.isSeen) || null;
  }

  layerFor(shot, wanted) {
    const has = this.layers.find((layer) => layer.shot === shot);
    if (has) return has;
    const free = this.layers.filter((layer) => !layer.shot || !wanted.includes(layer.shot));
    const layer = free.find((one) => !one.isSeen) || free[0];
    layer.put(shot);
    return layer;
  }

  /* Load the next shots into the elements that nobody looks at. */
  prepare(shot, seen, at) {
    const after = this.cut.shots.slice(shot.index + 1).filter((one) => one.frames > 0);
    const next = after.slice(0, POOL - seen.length);
    for (const one of next) {
      if (this.layers.some((layer) => layer.shot === one)) continue;
      const free = this.layers.find((layer) => !layer.isSeen && !next.includes(layer.shot));
      if (free) free.put(one);
    }
    if (this.preparedFor === shot) return;
    this.preparedFor = shot;
    after.slice(0, FETCHED_AHEAD).forEach((one) => this.fetch(one));
    while (this.files.size > KEPT) {
      const [url, file] = this.files.entries().next().value;
      if (this.layers.some((layer) => layer.shot && layer.shot.clip === url)) break;
      this.files.delete(url);
      Promise.resolve(file.ready).then((link) => { if (link) URL.revokeObjectURL(link); });
    }
  }

  /* Clips are small files: what comes soon is fetched whole, and starts without asking anybody. */
  fetch(shot) {
    if (!shot.clip || shot.is_still || shot.clip_ms > LARGEST_FETCHED_S * 1000 || this.files.has(shot.clip)) return;
    const file = { link: "" };
    file.ready = fetch(shot.clip).then((answer) => (answer.ok ? answer.blob() : null)).then((blob) => {
      file.link = blob ? URL.createObjectURL(blob) : "";
      return file.link;
    }).catch(() => "");
    this.files.set(shot.clip, file);
  }

  sourceOf(shot) {
    const file = this.files.get(shot.clip);
    return (file && file.link) || shot.clip;
  }

  paintDip(shot, into, part, frame) {
    const next = this.cut.shots[shot.index + 1], ends = next && next.transition;
    const left = shot.start + shot.frames - frame;
    const toBlack = this.cut.frames - frame;
    let dark = 0, white = false;
    if (this.cut.fade_out && toBlack <= this.cut.fade_out) {
      dark = 1 - toBlack / (this.cut.fade_out + 1);
    } else if (shot.transition && shot.transition.kind.startsWith("dip") && into < shot.transition.frames) {
      dark = 1 - part;
      white = shot.transition.kind === "dip_white";
    } else if (ends && ends.kind.startsWith("dip") && left <= ends.frames) {
      dark = 1 - left / (ends.frames + 1);
      white = ends.kind === "dip_white";
    }
    if (dark === this.dark) return;
    this.dark = dark;
    this.dip.style.setProperty("opacity", dark.toFixed(3));
    this.dip.classList.toggle("is-white", white);
  }

  /* Whether what is to be seen at a moment is there. */
  isReady(at) {
    const shot = this.cut.shotAt(this.cut.frameAt(at));
    const layer = this.layers.find((one) => one.shot === shot);
    return !shot || !shot.clip || Boolean(layer && layer.isReady());
  }

  note(drift) {
    this.drift = drift;
    this.notes.push([this.clock.now(), Math.round(drift)]);
    if (this.notes.length > 400) this.notes.shift();
    this.measured += 1;
    this.worst = Math.max(this.worst, Math.abs(drift));
  }

  forget() {
    this.notes = [];
    this.drift = 0;
    this.worst = 0;
    this.measured = 0;
  }
}

class Layer {
  constructor(parent, picture) {
    this.picture = picture;
    this.shot = null;
    this.isSeen = false;
    this.root = document.createElement("div");
    this.root.className = "tl-layer";
    this.still = document.createElement("img");
    this.still.alt = "";
    this.still.decoding = "async";
    this.slate = document.createElement("div");
    this.slate.className = "tl-slate";
    this.slate.hidden = true;
    this.video = document.createElement("video");
    Object.assign(this.video, { muted: true, playsInline: true, preload: "auto", disableRemotePlayback: true });
    this.video.setAttribute("playsinline", "");
    this.video.setAttribute("aria-hidden", "true");
    this.video.tabIndex = -1;
    this.root.append(this.still, this.video, this.slate);
    parent.append(this.root);
    this.video.addEventListener("loadedmetadata", () => this.fit(this.video, this.video.videoWidth, this.video.videoHeight));
    this.still.addEventListener("load", () => this.fit(this.still, this.still.naturalWidth, this.still.naturalHeight));
    this.video.addEventListener("loadeddata", () => this.root.classList.add("has-picture"));
    this.video.addEventListener("seeked", () => { if (this.wanted !== null) this.jump(this.wanted); });
    this.video.addEventListener("error", () => this.broken());
    this.wanted = null;
  }

  fit(element, width, height) {
    if (!width || !height) return;
    const shape = (width / height) / (this.picture.cut.width / this.picture.cut.height);
    element.classList.toggle("is-whole", Math.max(shape, 1 / shape) > CUT_RATIO);
  }

  /* The cut has been loaded anew: the same shot may have another clip or begin elsewhere. */
  refresh() {
    if (!this.shot) return;
    const fresh = this.picture.cut.shotOf(this.shot.id);
    if (!fresh) { this.clear(); return; }
    const isSame = fileOf(fresh.clip) === fileOf(this.shot.clip) && fileOf(fresh.poster) === fileOf(this.shot.poster) && fresh.state === this.shot.state;
    if (isSame) this.shot = fresh; else this.put(fresh);
  }

  clear() {
    this.shot = null;
    this.video.removeAttribute("src");
    this.video.load();
  }

  put(shot) {
    this.shot = shot;
    this.tries = 0;
    this.wanted = null;
    this.root.classList.remove("has-picture");
    this.root.dataset.shot = shot.id;
    const still = shot.is_still ? shot.clip : shot.poster;
    if (still) { if (this.still.getAttribute("src") !== still) this.still.src = still; } else this.still.removeAttribute("src");
    this.say(shot.clip ? "" : this.picture.words.missing);
    if (shot.clip && !shot.is_still) {
      this.video.src = this.picture.sourceOf(shot);
      if (shot.in_ms) this.jump(shot.in_ms / 1000);
    } else {
      this.video.removeAttribute("src");
      this.video.load();
    }
  }

  say(note) {
    this.slate.hidden = !note;
    if (!note) return;
    this.slate.replaceChildren(...[this.shot.name, note].map((text, index) => {
      const line = document.createElement(index ? "span" : "strong");
      line.textContent = text;
      return line;
    }));
  }

  async broken() {
    if (!this.shot || !this.shot.clip || !this.video.getAttribute("src")) return;
    const shot = this.shot;
    this.tries += 1;
    if (this.tries === 1 && window.renewedLink) {
      const link = await window.renewedLink(shot.clip);
      if (this.shot !== shot) return;
      if (link) {
        shot.clip = link;
        this.video.src = link;
        return;
      }
    }
    this.say(this.picture.words.broken);
  }

  hasVideo() { return Boolean(this.shot && this.shot.clip && !this.shot.is_still); }

  isReady() { return !this.hasVideo() || this.video.readyState >= 2 || Boolean(this.video.error); }

  expected(at) {
    return this.shot.in_ms / 1000 + (at - this.picture.cut.timeOf(this.shot.start));
  }

  sync(at, playing, speed) {
    if (!this.hasVideo()) return;
    const video = this.video, wanted = this.expected(at);
    if (video.readyState < 1) return;
    const last = (video.duration || Infinity) - 0.001;
    if (!playing) {
      if (!video.paused) video.pause();
      /* The middle of a frame is never taken for its neighbour. */
      const half = 0.5 / this.picture.cut.fps;
      const frame = Math.floor(wanted * this.picture.cut.fps + 1e-4) / this.picture.cut.fps;
      this.jump(clamp(frame + half, 0, Math.max(0, last - half)));
      return;
    }
    if (wanted >= last) { if (!video.paused) video.pause(); if (video.currentTime < last - 0.05) this.jump(last); return; }
    const apart = video.currentTime - wanted;
    if (video.paused) { this.begin(at, speed); return; }
    if (video.seeking) return;
    this.measure();
    if (Math.abs(apart) > JUMP * speed) this.jump(wanted + 0.06);
    else video.playbackRate = speed * (Math.abs(apart) > IN_STEP ? clamp(1 - apart * 5, 0.5, 1.6) : 1);
  }

  /* Get going, a little early. */
  begin(at, speed) {
    const video = this.video;
    if (!this.hasVideo() || video.readyState < 2 || !video.paused) return;
    const clock = this.picture.clock;
    /* When the film starts, its first video stands ready and needs no time. */
    if (clock.playing && clock.raw() < clock.at - SOONEST / 2) return;
    const wanted = Math.max(this.shot.in_ms / 1000, this.expected(at));
    if (Math.abs(video.currentTime - wanted) > 0.25) { this.jump(wanted); return; }
    video.playbackRate = speed;
    this.learn();
    video.play().catch(() => {});
  }

  learn() {
    const video = this.video, told = performance.now(), from = video.currentTime, player = this.picture;
    if (!video.requestVideoFrameCallback) return;
    video.requestVideoFrameCallback((now, frame) => {
      if (video.paused) return;
      const took = (frame.expectedDisplayTime - told) / 1000 - (frame.mediaTime - from);
      player.lead = clamp(0.6 * player.lead + 0.4 * took, SOONEST, LATEST);
    });
  }

  /* One seek at a time; the last one asked for wins. */
  jump(to) {
    const video = this.video;
    if (video.readyState < 1 || video.seeking) { this.wanted = to; if (video.readyState < 1) video.addEventListener("loadedmetadata", () => { if (this.wanted !== null) this.jump(this.wanted); }, { once: true }); return; }
    this.wanted = null;
    if (Math.abs(video.currentTime - to) > 0.004) video.currentTime = to;
  }

  /* How far the frame that is really on the screen is from the one that belongs there, in milliseconds. */
  measure() {
    const video = this.video;
    if (!video.requestVideoFrameCallback || this.isMeasuring) return;
    this.isMeasuring = true;
    const player = this.picture;
    video.requestVideoFrameCallback((now, frame) => {
      this.isMeasuring = false;
      if (video.paused || !this.shot || !this.isSeen || !player.clock.playing) return;
      const at = player.clock.now() + ((frame.expectedDisplayTime - performance.now()) / 1000) * player.clock.speed;
      const wanted = this.expected(at), length = 1 / player.cut.fps;
      const apart = frame.mediaTime > wanted ? frame.mediaTime - wanted : Math.min(0, frame.mediaTime + length - wanted);
      if (wanted > this.shot.in_ms / 1000 + 0.02) player.note(apart * 1000);
      this.measure();
    });
  }

  paint(kind, part, depth, towards) {
    const style = this.root.style;
    style.setProperty("z-index", String(depth));
    style.setProperty("visibility", "visible");
    style.setProperty("opacity", kind === "dissolve" || kind === "match" ? part.toFixed(3) : "1");
    style.setProperty("clip-path", kind === "wipe" ? wiped(towards, part) : "none");
    this.root.classList.toggle("is-seen", true);
  }

  rest() {
    if (!this.video.paused) this.video.pause();
    /* What stands ready lies under what is seen: so the browser has its picture when its time comes. */
    this.root.style.setProperty("visibility", this.shot ? "visible" : "hidden");
    this.root.style.setProperty("opacity", "1");
    this.root.style.setProperty("z-index", "0");
    this.root.classList.toggle("is-seen", false);
    /* Stand on the first frame that will be seen. */
    if (this.hasVideo() && this.shot.index > (this.picture.current?.shot?.index ?? -1) && this.video.readyState >= 1) {
      this.jump(this.shot.in_ms / 1000);
    }
  }
}

/* The part of a picture that a wipe has uncovered; `towards` is where its edge goes. */
function wiped(towards, part) {
  const rest = `${((1 - part) * 100).toFixed(2)}%`;
  return { left: `inset(0 0 0 ${rest})`, up: `inset(${rest} 0 0 0)`, down: `inset(0 0 ${rest} 0)` }[towards] || `inset(0 ${rest} 0 0)`;
}

/* Links to one file differ by their seal. */
function fileOf(url) { return url.split("/").slice(0, 4).join("/"); }
