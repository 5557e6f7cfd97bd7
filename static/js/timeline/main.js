/* The timeline: one player that holds clock, sound, picture, captions and tracks together. */

import { Captions } from "./captions.js";
import { Clock } from "./clock.js";
import { listen } from "./keys.js";
import { clamp, clockText, Cut } from "./model.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { Server } from "./server.js";
import { Sound } from "./sound.js";
import { make, Tracks } from "./tracks.js";
import { Trim } from "./trim.js";

const FASTEST = 4, READY_MS = 700, SOUND_EVERY_MS = 120, REFRESH_MS = 1500;

class Player {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse(document.getElementById("cut-words").textContent);
    this.server = new Server(root);
    this.clock = new Clock();
    this.sound = new Sound(this.clock);
    this.stage = root.querySelector("[data-stage]");
    this.picture = new Picture(this.stage, this.words);
    this.picture.clock = this.clock;
    this.captions = new Captions(root.querySelector("[data-captions]"), root.querySelector("[data-card]"));
    this.tracks = new Tracks(root, this.words, {
      select: (shot, how) => this.select(shot, how),
      scrub: (at, isHeld) => this.scrub(at, isHeld),
      edge: (edge, shot) => this.edges.attach(edge, shot),
    });
    this.edges = new Trim(this, this.tracks, root.querySelector("[data-hint]"));
    this.panel = new Panel(root.querySelector("[data-panel]"), this.words, {
      close: () => this.select(null),
      slip: (shot, inMs) => this.slip(shot, inMs),
      look: (shot, inMs) => this.look(shot, inMs),
    });
    this.playButton = root.querySelector("[data-do=play]");
    this.code = root.querySelector("[data-timecode]");
    this.isSaving = false;
    this.edits = [];
    this.shownFrame = -1;
    this.buttons();
  }

  async open() {
    try {
      this.take(await this.server.cut(true));
    } catch {
      this.root.classList.add("is-broken");
      this.say(this.words.unreachable);
      return;
    }
    const asked = new URLSearchParams(location.search).get("shot");
    const shot = asked && this.cut.shotOf(Number(asked));
    if (shot) this.select(shot, { seek: true });
    this.root.classList.add("is-ready");
    this.root.classList.toggle("is-fresh", !shot);
    this.root.removeAttribute("aria-busy");
    this.watch();
  }

  /* Take over a cut, where we are and what is chosen stays. */
  take(data) {
    if (!data) return;
    const at = this.cut ? this.clock.now() : 0, selected = this.tracks.selected;
    this.cut = new Cut(data);
    this.stage.style.setProperty("--wide", String(data.width));
    this.stage.style.setProperty("--high", String(data.height));
    this.sound.load(this.cut);
    this.picture.load(this.cut);
    this.captions.load(this.cut);
    this.tracks.load(this.cut);
    const again = selected && this.cut.shotOf(selected.id);
    this.tracks.select(again || null);
    this.panel.show(again || null, this.cut);
    this.root.querySelector("[data-length]").textContent = this.cut.timecode(this.cut.frames);
    this.sum();
    this.shownFrame = -1;
    this.root.classList.toggle("is-guessed", !this.cut.is_timed);
    if (this.clock.playing) return;
    this.clock.seek(clamp(at, 0, this.last()));
    this.draw();
    this.sound.prepare(this.clock.now());
  }

  /* How much of the film is there. */
  sum() {
    const { shots, speech } = this.cut, counts = { silent: speech.filter((line) => line.state === "missing").length };
    for (const shot of shots) if (shot.state !== "ready") counts[shot.state] = (counts[shot.state] || 0) + 1;
    const rows = Object.keys(this.words.sums).filter((name) => counts[name]).map((name) => [name, counts[name]]);
    if (!rows.length) rows.push(["whole", 0]);
    this.root.querySelector("[data-sum-head]").textContent = this.words.head.replace("%1", shots.length).replace("%2", clockText(this.cut.seconds));
    this.root.querySelector("[data-sum-list]").replaceChildren(...rows.map(([name, count]) => make("li", `is-${name}`, this.words.sums[name].replace("%s", count))));
  }

  last() { return this.cut.timeOf(Math.max(0, this.cut.frames - 1)); }

  /* --- Playing ------------------------------------------------------------------------------ */

  toggle() { return this.clock.playing || this.isStarting ? this.pause() : this.play(1); }

  async play(speed) {
    if (!this.cut) return;
    this.wish = speed;
    if (this.isStarting) return;
    this.isStarting = true;
    this.mark();
    const asked = performance.now();
    this.edges.settle();
    let at = this.clock.now();
    if (this.clock.playing) this.halt();
    if (speed > 0 && at >= this.last() - 0.001) at = 0;
    this.clock.seek(at);
    this.draw();
    await Promise.all([this.clock.wake(), soonest(this.sound.prepare(at), READY_MS), this.ready(at)]);
    if (!this.isStarting) return;
    this.isStarting = false;
    this.picture.forget();
    this.clock.start(this.clock.at, this.wish);
    this.startedIn = performance.now() - asked;
    this.sound.tick(at);
    this.timer = setInterval(() => this.hear(), SOUND_EVERY_MS);
    this.mark();
    this.loop();
  }

  async ready(at) {
    const end = performance.now() + READY_MS;
    while (!this.picture.isReady(at) && performance.now() < end) {
      await new Promise((resolve) => { setTimeout(resolve, 15); });
    }
  }

  hear() {
    const at = this.clock.now();
    if (at >= this.cut.seconds) { this.end(); return; }
    if (!this.clock.audible && this.clock.speed === 1 && this.clock.context && this.clock.context.state === "running" && !this.clock.wasStalled) {
      /* Sound was allowed only after the film had begun. */
      this.clock.wasStalled = true;
      this.clock.start(at, 1);
    }
    this.sound.tick(at);
  }

  loop() {
    if (!this.clock.playing) return;
    const at = this.clock.now();
    if (at >= this.cut.seconds || (this.clock.speed < 0 && at <= 0)) { this.end(); return; }
    this.draw();
    requestAnimationFrame(() => this.loop());
  }

  end() {
    if (!this.clock.playing) return;
    const isBack = this.clock.speed < 0;
    this.halt();
    this.clock.seek(isBack ? 0 : this.last());
    this.mark();
    this.draw();
  }

  halt() {
    this.clock.stop();
    clearInterval(this.timer);
    this.sound.silence();
  }

  pause() {
    this.isStarting = false;
    if (this.clock.playing) this.halt();
    /* Standing still, the film stands on a frame. */
    this.clock.seek(this.cut.timeOf(this.cut.frameAt(clamp(this.clock.at, 0, this.last()))));
    this.mark();
    this.draw();
  }

  /* J and L: each press goes faster that way, the other one turns round. */
  shuttle(way) {
    const speed = this.isStarting ? this.wish : this.clock.playing ? this.clock.speed : 0;
    const next = Math.sign(speed) === way ? clamp(speed * 2, -FASTEST, FASTEST) : way;
    if (next !== speed) this.play(next);
  }

  seek(at) {
    if (!this.cut) return;
    this.root.classList.remove("is-fresh");
    const to = clamp(at, 0, this.last()), wasPlaying = this.clock.playing, speed = this.clock.speed;
    if (wasPlaying) this.halt();
    this.clock.seek(to);
    if (wasPlaying) this.play(speed); else { this.draw({ reveal: true }); this.sound.prepare(to); }
  }

  step(frames) {
    this.pause();
    this.seek(this.cut.timeOf(clamp(this.cut.frameAt(this.clock.now()) + frames, 0, this.cut.frames - 1)));
  }

  /* To the beginning of this shot, or of its neighbours. */
  hop(way) {
    const frame = this.cut.frameAt(this.clock.now()), shot = this.cut.shotAt(frame);
    const to = way < 0 && frame > shot.start ? shot : this.cut.shots[clamp(shot.index + way, 0, this.cut.shots.length - 1)];
    this.select(to, { seek: true });
  }

  /* While the playhead is held, the film waits. */
  scrub(at, isHeld) {
    if (isHeld && this.heldAt === undefined) {
      this.heldAt = this.clock.playing ? this.clock.speed : 0;
      this.pause();
    }
    if (!isHeld && this.heldAt === undefined) return;
    this.seek(this.cut.timeOf(this.cut.frameAt(at)));
    if (isHeld) return;
    const speed = this.heldAt;
    this.heldAt = undefined;
    if (speed) this.play(speed);
  }

  draw({ reveal = false } = {}) {
    if (!this.cut || !this.cut.shots.length) return;
    const at = this.clock.now(), frame = this.cut.frameAt(at), isPlaying = this.clock.playing;
    this.picture.show(at, isPlaying, this.clock.speed);
    
    this.tracks.at = at;
    this.tracks.head(at, frame, { follow: reveal || isPlaying });
    if (frame === this.shownFrame) return;
    this.shownFrame = frame;
    this.captions.show(frame, this.cut.shotAt(frame));
    this.code.textContent = this.cut.timecode(frame);
  }

  mark() {
    this.root.classList.remove("is-fresh");
    const isOn = this.clock.playing || Boolean(this.isStarting);
    this.root.classList.toggle("is-playing", isOn);
    this.playButton.setAttribute("aria-label", isOn ? this.words.pause : this.words.play);
    this.root.querySelector("[data-speed]").textContent = isOn && this.clock.playing && this.clock.speed !== 1 ? `${this.clock.speed}×` : "";
  }

  /* --- Choosing and changing ------------------------------------------------------------------- */

  select(shot, { seek = false } = {}) {
    this.edges.settle();
    this.tracks.select(shot);
    this.panel.show(shot, this.cut);
    const address = new URL(location.href);
    if (shot) address.searchParams.set("shot", shot.id); else address.searchParams.delete("shot");
    history.replaceState(history.state, "", address);
    if (seek && shot) this.seek(this.cut.timeOf(shot.start));
  }

  trim(shot, was, atMs) {
    return this.save(() => this.server.trim(shot, atMs), () => { this.cut.moveEdge(shot, was); this.tracks.update(); }, this.words.trimmed.replace("%s", shot.number));
  }

  slip(shot, inMs) {
    if (inMs === shot.chosen_in_ms || this.isSaving) return undefined;
    return this.save(() => this.server.slip(shot, inMs), () => {}, this.words.slipped.replace("%s", shot.number));
  }

  /* What would be seen at its first frame. */
  look(shot, inMs) {
    if (this.clock.playing) this.pause();
    shot.in_ms = inMs;
    this.seek(this.cut.timeOf(shot.start));
  }

  undo() {
    if (!this.edits.length || this.isSaving) return false;
    const edit = this.edits.pop();
    this.save(() => this.server.undo(edit), () => this.edits.push(edit), this.words.undone);
    return true;
  }

  async save(send, takeBack, done) {
    this.isSaving = true;
    this.root.classList.add("is-saving");
    const focused = document.activeElement?.dataset?.edge;
    try {
      const answer = await send();
      if (answer.edit) this.edits.push(answer.edit);
      if (answer.says) this.say(answer.says); else this.say(done, answer.edit);
      this.take(answer.timeline);
      this.server.tellPage();
    } catch {
      takeBack();
      this.say(this.words.lost);
    } finally {
      this.isSaving = false;
      this.root.classList.remove("is-saving");
    }
    if (focused) this.root.querySelector(`[data-edge="${focused}"]`)?.focus({ preventScroll: true });
  }

  say(text, edit) {
    const box = this.root.querySelector("[data-says]");
    box.replaceChildren(text);
    if (edit) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button is-small";
      button.textContent = this.words.undo;
      button.addEventListener("click", () => this.undo());
      box.append(" ", button);
    }
    box.hidden = false;
    clearTimeout(this.saysUntil);
    this.saysUntil = setTimeout(() => { if (!box.contains(document.activeElement)) box.hidden = true; }, edit ? 15_000 : 8_000);
  }

  buttons() {
    const deeds = {
      play: () => this.toggle(),
      back: () => this.step(-1),
      on: () => this.step(1),
      in: () => this.tracks.zoomBy(1),
      out: () => this.tracks.zoomBy(-1),
      fit: () => this.tracks.zoomTo(this.tracks.fitPx()),
      mute: () => this.mute(),
      captions: (button) => {
        this.captions.isOn = !this.captions.isOn;
        button.setAttribute("aria-pressed", String(this.captions.isOn));
        this.shownFrame = -1;
        this.draw();
      },
    };
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button && this.cut) deeds[button.dataset.do](button);
    });
    this.stage.addEventListener("click", () => { if (this.cut) this.toggle(); });
    this.tracks.playhead.addEventListener("keydown", (event) => {
      if (event.key === "PageUp" || event.key === "PageDown") { event.preventDefault(); this.hop(event.key === "PageUp" ? 1 : -1); }
    });
  }

  mute() {
    this.sound.muted = !this.sound.muted;
    this.sound.turn();
    const button = this.root.querySelector("[data-do=mute]");
    button.setAttribute("aria-pressed", String(this.sound.muted));
  }

  /* The page is told when the cut has changed elsewhere; then it is asked for, not more often than needed. */
  watch() {
    const stamp = () => document.getElementById("cutnow")?.dataset.cut;
    let seen = stamp(), waiting = 0;
    new MutationObserver(() => {
      const now = stamp();
      if (!now || now === seen) return;
      seen = now;
      clearTimeout(waiting);
      waiting = setTimeout(() => this.refresh(), REFRESH_MS);
    }).observe(this.root.parentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-cut"] });
    document.addEventListener("visibilitychange", () => { if (document.hidden) return; this.shownFrame = -1; this.draw(); });
  }

  async refresh() {
    if (this.isSaving || this.edges.pending || this.root.querySelector(".is-held")) { setTimeout(() => this.refresh(), REFRESH_MS); return; }
    try { this.take(await this.server.cut(false)); } catch { /* the page says itself that the studio cannot be reached */ }
  }
}

function soonest(promise, ms) {
  return Promise.race([promise, new Promise((resolve) => { setTimeout(resolve, ms); })]);
}

const root = document.querySelector("[data-timeline]");
if (root) {
  const player = new Player(root);
  /* What the timeline measures of itself. */
  window.sceneTimeline = {
    player,
    drift: () => player.picture.drift,
    worst: () => player.picture.worst,
    measured: () => player.picture.measured,
    startedIn: () => player.startedIn ?? null,
    time: () => player.clock.now(),
    frame: () => player.cut.frameAt(player.clock.now()),
    isPlaying: () => player.clock.playing,
    isAudible: () => player.clock.audible,
    openedIn: null,
  };
  listen(player);
  player.open().then(() => { window.sceneTimeline.openedIn = performance.now(); });
}
