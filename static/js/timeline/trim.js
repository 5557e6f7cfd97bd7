/* Where one shot gives way to the next: dragged with a pointer or moved with keys, drawn to the beginnings of words. */

import { clamp } from "./model.js";

const SNAP_PX = 7, SETTLE_MS = 700;

export class Trim {
  constructor(player, tracks, hint) {
    this.player = player;
    this.tracks = tracks;
    this.hint = hint;
    this.waiting = 0;
    this.pending = null;
  }

  attach(edge, shot) {
    edge.addEventListener("pointerdown", (event) => this.grab(edge, shot, event));
    edge.addEventListener("keydown", (event) => this.key(edge, shot, event));
    edge.addEventListener("blur", () => this.settle());
  }

  grab(edge, shot, event) {
    if (event.button || this.player.isSaving) return;
    event.preventDefault();
    event.stopPropagation();
    this.settle();
    edge.setPointerCapture(event.pointerId);
    edge.focus({ preventScroll: true });
    edge.classList.add("is-held");
    const cut = this.tracks.cut, was = shot.start, offset = event.clientX;
    const origin = cut.timeOf(shot.start);
    let word = null;
    const move = (moved) => {
      const reach = Math.max(1, Math.round((SNAP_PX / this.tracks.px) * cut.fps));
      const raw = Math.round((origin + (moved.clientX - offset) / this.tracks.px) * cut.fps);
      word = moved.altKey ? null : cut.nearestWord(shot, raw, reach);
      this.put(shot, word ? Math.round((word.ms / 1000) * cut.fps) : raw, word);
    };
    const end = (isKept) => {
      edge.removeEventListener("pointermove", move);
      edge.removeEventListener("pointerup", drop);
      edge.removeEventListener("pointercancel", cancel);
      document.removeEventListener("keydown", escape, true);
      edge.classList.remove("is-held");
      this.hint.hidden = true;
      if (!isKept || shot.start === was) { this.put(shot, was, null); this.hint.hidden = true; return; }
      const exact = word && Math.round((word.ms / 1000) * cut.fps) === shot.start ? word.ms : null;
      this.player.trim(shot, was, exact ?? Math.round(cut.timeOf(shot.start) * 1000));
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const escape = (key) => { if (key.key === "Escape") { key.stopPropagation(); end(false); } };
    edge.addEventListener("pointermove", move);
    edge.addEventListener("pointerup", drop);
    edge.addEventListener("pointercancel", cancel);
    document.addEventListener("keydown", escape, true);
  }

  key(edge, shot, event) {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (event.key === "Enter") { this.settle(); return; }
    if (event.key === "Escape" && this.pending) { this.forget(); event.stopPropagation(); return; }
    if (!step || event.ctrlKey || event.metaKey || event.altKey || this.player.isSaving) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.pending) this.pending = { shot, was: shot.start };
    this.put(shot, shot.start + step * (event.shiftKey ? 10 : 1), null);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), SETTLE_MS);
  }

  /* Several presses are one change. */
  settle() {
    clearTimeout(this.waiting);
    const pending = this.pending;
    this.pending = null;
    this.hint.hidden = true;
    if (pending && pending.shot.start !== pending.was) {
      this.player.trim(pending.shot, pending.was, Math.round(this.tracks.cut.timeOf(pending.shot.start) * 1000));
    }
  }

  forget() {
    const { shot, was } = this.pending;
    clearTimeout(this.waiting);
    this.pending = null;
    this.put(shot, was, null);
    this.hint.hidden = true;
  }

  put(shot, frame, word) {
    const cut = this.tracks.cut, room = cut.roomFor(shot);
    cut.moveEdge(shot, clamp(frame, room.least, Math.max(room.least, room.most)) );
    this.tracks.update();
    this.player.seek(cut.timeOf(shot.start));
    this.hint.hidden = false;
    this.hint.style.setProperty("--at", cut.timeOf(shot.start).toFixed(4));
    this.hint.textContent = word ? `${cut.timecode(shot.start)} “${word.text}”` : cut.timecode(shot.start);
    this.hint.classList.toggle("is-word", Boolean(word));
  }
}
