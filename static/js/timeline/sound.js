/* What is heard: lines and effects are decoded a little ahead of the playhead and placed to the sample; long beds are
   streamed and kept in step. Levels follow the mix of the finished film: every sound is brought to one loudness, music
   lies under speech and gives way to it, effects lie lower still. */

import { clamp } from "./model.js";

const AHEAD = 12, KEPT_BEHIND = 15, SCHEDULED = 4;
const LONGEST_DECODED = 150;
const REFERENCE = -20, MOST_LEVELLING = 12;
const KINDS = {
  speech: { bed: 0, duck: 0, fade: 0.008 },
  music: { bed: -9, duck: -11, fade: 1.5 },
  effects: { bed: -13, duck: -3, fade: 0 },
};
/* The finished film is brought to -14 LUFS, which is about this much over the mix. */
const MASTER_DB = 5;
const LOOK_AHEAD = 0.15, HOLD = 0.3, GLIDE = 0.14;
const STEP_APART = 0.06;

const gainOf = (db) => 10 ** (db / 20);

export class Sound {
  constructor(clock) {
    this.clock = clock;
    this.volume = 1;
    this.muted = false;
    this.buffers = new Map();
    this.placed = new Map();
    this.streams = new Map();
    this.sounds = [];
    this.speaking = [];
    this.decoder = null;
  }

  load(cut) {
    const sounds = [];
    const add = (kind, rows) => rows.forEach((row) => {
      if (!row.url) return;
      const start = row.start_ms / 1000;
      const length = (kind === "speech" ? row.duration_ms : Math.min(row.duration_ms, cut.length_ms - row.start_ms)) / 1000;
      sounds.push({ kind, url: row.url, start, end: start + length, file: (row.file_ms || row.duration_ms) / 1000, comes: (row.fade_in_ms || 0) / 1000, goes: (row.fade_out_ms || 0) / 1000, gain: row.gain_db || 0, level: row.level_lufs ?? null, key: `${kind} ${row.url.split("/").slice(0, 4).join("/")} ${row.start_ms} ${row.duration_ms} ${row.gain_db || 0}` });
    });
    add("speech", cut.speech);
    add("music", cut.music);
    add("effects", cut.effects);
    this.sounds = sounds.sort((one, other) => one.start - other.start);
    this.speaking = speaking(cut.speech);
    const kept = new Set(sounds.map((sound) => sound.key));
    for (const key of [...this.placed.keys()]) if (!kept.has(key)) this.drop(key);
    for (const [url, stream] of this.streams) if (!sounds.some((sound) => sound.url === url)) { stream.element.pause(); this.streams.delete(url); }
  }

  bus(kind) {
    const context = this.clock.context;
    if (!this.master) {
      this.master = context.createGain();
      const limiter = context.createDynamicsCompressor();
      Object.entries({ threshold: -4, knee: 4, ratio: 12, attack: 0.002, release: 0.12 }).forEach(([name, value]) => { limiter[name].value = value; });
      this.master.connect(limiter).connect(context.destination);
      this.buses = {};
      for (const name of Object.keys(KINDS)) {
        this.buses[name] = context.createGain();
        this.buses[name].gain.value = gainOf(KINDS[name].bed);
        this.buses[name].connect(this.master);
      }
      this.turn();
    }
    return this.buses[kind];
  }

  turn() {
    if (this.master) this.master.gain.value = this.muted ? 0 : this.volume * gainOf(MASTER_DB);
  }

  /* Decode what will be heard soon; forget what was heard long ago. */
  prepare(at) {
    const wanted = this.sounds.filter((sound) => this.isDecoded(sound) && sound.end > at - 1 && sound.start < at + AHEAD);
    wanted.forEach((sound) => this.decoded(sound.url));
    const near = new Set(this.sounds.filter((sound) => sound.end > at - KEPT_BEHIND && sound.start < at + 3 * AHEAD).map((sound) => sound.url));
    for (const url of this.buffers.keys()) if (!near.has(url)) this.buffers.delete(url);
    return Promise.all(wanted.filter((sound) => sound.start < at + 1).map((sound) => this.decoded(sound.url)));
  }

  isDecoded(sound) { return sound.file <= LONGEST_DECODED; }

  decoded(url) {
    if (!this.buffers.has(url)) this.buffers.set(url, this.fetched(url));
    return this.buffers.get(url);
  }

  async fetched(url) {
    try {
      let answer = await fetch(url);
      if (answer.status === 410 && window.renewedLink) answer = await fetch(await window.renewedLink(url));
      if (!answer.ok) return null;
      /* A context without a device decodes before anybody has pressed anything. */
      this.decoder ||= new (window.OfflineAudioContext || window.webkitOfflineAudioContext)(2, 1, 48000);
      const buffer = await this.decoder.decodeAudioData(await answer.arrayBuffer());
      return { buffer, loudness: loudness(buffer) };
    } catch {
      return null;
    }
  }

  /* Called many times a second while playing. */
  tick(at) {
    if (!this.clock.audible) return this.silence();
    this.prepare(at);
    this.duck(at);
    for (const sound of this.sounds) {
      if (sound.end <= at || sound.start > at + SCHEDULED) continue;
      if (this.isDecoded(sound)) this.place(sound); else this.stream(sound, at);
    }
    for (const [key, source] of this.placed) if (source.end < at - 1) this.drop(key);
    for (const stream of this.streams.values()) if (!stream.element.paused && (at < stream.sound.start || at >= stream.sound.end)) stream.element.pause();
    return undefined;
  }

  async place(sound) {
    if (this.placed.has(sound.key)) return;
    const entry = { end: sound.end, node: null };
    this.placed.set(sound.key, entry);
    const ready = await this.decoded(sound.url);
    if (!ready || this.placed.get(sound.key) !== entry || !this.clock.playing || !this.clock.audible) {
      if (this.placed.get(sound.key) === entry) this.placed.delete(sound.key);
      return;
    }
    entry.node = this.begin(sound, ready);
  }

  begin(sound, { buffer, loudness: measured }) {
    const context = this.clock.context, source = context.createBufferSource(), gain = context.createGain();
    const level = sound.level ?? measured;
    source.buffer = buffer;
    source.loop = sound.kind !== "speech" && sound.end - sound.start > buffer.duration + 0.05;
    const loud = gainOf((Number.isFinite(level) ? clamp(REFERENCE - level, -MOST_LEVELLING, MOST_LEVELLING) : 0) + sound.gain);
    source.connect(gain).connect(this.bus(sound.kind));
    const from = Math.max(this.clock.contextTimeOf(sound.start), context.currentTime + 0.005);
    const offset = from - this.clock.contextTimeOf(sound.start), ends = this.clock.contextTimeOf(sound.end);
    if (ends <= from) return null;
    const fade = Math.min(Math.max(sound.goes, Math.min(KINDS[sound.kind].fade, (sound.end - sound.start) / 4)), ends - from);
    const come = Math.max(0.004, sound.comes - offset);
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loud, from + come);
    gain.gain.setValueAtTime(loud, Math.max(from + come, ends - fade));
    gain.gain.linearRampToValueAtTime(0, ends);
    source.start(from, source.loop ? offset % buffer.duration : Math.min(offset, buffer.duration));
    source.stop(ends);
    return source;
  }

  /* A bed too long to hold in memory. */
  stream(sound, at) {
    if (at < sound.start) return;
    let stream = this.streams.get(sound.url);
    if (!stream) {
      const element = new Audio();
      element.crossOrigin = "use-credentials";
      element.loop = true;
      element.src = sound.url;
      this.clock.context.createMediaElementSource(element).connect(this.bus(sound.kind));
      stream = { element, sound };
      this.streams.set(sound.url, stream);
    }
    const element = stream.element, wanted = (at - sound.start) % (element.duration || sound.file);
    stream.sound = sound;
    if (element.readyState < 1 || element.seeking) return;
    const apart = element.currentTime - wanted;
    if (element.paused) {
      element.currentTime = wanted;
      element.play().catch(() => {});
    } else if (Math.abs(apart) > 0.4) {
      element.currentTime = wanted;
    } else {
      element.playbackRate = Math.abs(apart) > STEP_APART ? clamp(1 - apart, 0.94, 1.06) : 1;
    }
  }

  duck(at) {
    const under = isSpeaking(this.speaking, at);
    if (under === this.under) return;
    this.under = under;
    const now = this.clock.context.currentTime;
    for (const kind of ["music", "effects"]) {
      this.bus(kind).gain.setTargetAtTime(gainOf(KINDS[kind].bed + (under ? KINDS[kind].duck : 0)), now, GLIDE);
    }
  }

  drop(key) {
    const entry = this.placed.get(key);
    this.placed.delete(key);
    if (!entry || !entry.node) return;
    try { entry.node.stop(); } catch { /* it has ended by itself */ }
    entry.node.disconnect();
  }

  silence() {
    for (const key of [...this.placed.keys()]) this.drop(key);
    for (const { element } of this.streams.values()) if (!element.paused) element.pause();
    this.under = undefined;
  }
}

/* When somebody speaks, with the time in which beds give way before and after, one after the other. */
function speaking(lines) {
  const spans = [];
  for (const line of lines) {
    for (const [, start, end] of line.words) {
      const from = start / 1000 - LOOK_AHEAD, to = end / 1000 + HOLD, last = spans[spans.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to); else spans.push([from, to]);
    }
  }
  return spans;
}

function isSpeaking(spans, at) {
  let low = 0, high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (spans[middle][1] < at) low = middle + 1;
    else if (spans[middle][0] > at) high = middle - 1;
    else return true;
  }
  return false;
}

/* About its loudness in LUFS: the mean power of what is not silence. One channel is heard from both sides. */
function loudness(buffer) {
  const block = Math.round(buffer.sampleRate / 10), powers = [];
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, index) => buffer.getChannelData(index));
  for (let start = 0; start + block <= buffer.length; start += block) {
    let sum = 0;
    for (const samples of channels) for (let index = start; index < start + block; index += 4) sum += samples[index] * samples[index];
    powers.push((sum / (block / 4)) * (channels.length === 1 ? 2 : 1));
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const heard = powers.filter((power) => power > 1e-7);
  if (!heard.length) return NaN;
  const loud = heard.filter((power) => power > mean(heard) / 10);
  return 10 * Math.log10(mean(loud.length ? loud : heard)) - 0.69;
}
