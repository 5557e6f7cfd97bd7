/* The time of the film. Sound is the clock: the picture follows what is being heard, not what was asked to be heard.

   Where there is no sound (no device, not allowed yet, a speed at which nothing is heard), the page's own clock counts. */

const STALLED_MS = 700;
const MOST_LATENCY = 0.6;

export class Clock {
  constructor() {
    this.context = null;
    this.playing = false;
    this.speed = 1;
    this.at = 0;
    this.audible = false;
  }

  /* A context may be made before anybody pressed anything; it then waits to be resumed. */
  open() {
    if (this.context) return this.context;
    const Context = window.AudioContext || window.webkitAudioContext;
    try { this.context = Context ? new Context({ latencyHint: "interactive" }) : null; } catch { this.context = null; }
    return this.context;
  }

  async wake() {
    const context = this.open();
    if (!context || context.state === "running") return;
    const waiting = new Promise((resolve) => { setTimeout(resolve, 400); });
    await Promise.race([context.resume().catch(() => {}), waiting]);
  }

  start(at, speed) {
    this.at = at;
    this.speed = speed;
    this.playing = true;
    this.audible = speed === 1 && Boolean(this.context) && this.context.state === "running";
    this.startedPage = performance.now();
    this.startedContext = this.audible ? this.context.currentTime + 0.04 : 0;
    this.lastContext = -1;
    this.movedAt = this.startedPage;
  }

  stop() {
    this.at = this.now();
    this.playing = false;
  }

  seek(at) { this.at = at; }

  /* When a moment of the film is to be heard, in the context's time. */
  contextTimeOf(at) { return this.startedContext + (at - this.at); }

  now() {
    const at = this.raw();
    return this.audible && this.playing ? Math.max(this.at, at) : at;
  }

  /* Sound takes a moment to reach the loudspeaker: until it does, this is a little before where the film was started. */
  raw() {
    if (!this.playing) return this.at;
    if (this.audible) this.watch();
    if (!this.audible) return this.at + ((performance.now() - this.startedPage) / 1000) * this.speed;
    return this.at + this.heard() - this.startedContext;
  }

  /* What comes out of the loudspeaker now, in the context's time. */
  heard() {
    const context = this.context, asked = context.currentTime;
    if (context.getOutputTimestamp) {
      const stamp = context.getOutputTimestamp();
      const heard = stamp.contextTime + (performance.now() - stamp.performanceTime) / 1000;
      if (stamp.contextTime > 0 && asked - heard > -0.05 && asked - heard < MOST_LATENCY) return heard;
    }
    return asked - Math.min(MOST_LATENCY, context.outputLatency || context.baseLatency || 0);
  }

  /* A device that was pulled out stops its clock: then the film goes on by the page's. */
  watch() {
    const page = performance.now(), asked = this.context.currentTime;
    if (asked !== this.lastContext) {
      this.lastContext = asked;
      this.movedAt = page;
    } else if (page - this.movedAt > STALLED_MS) {
      this.at = Math.max(this.at, this.at + asked - this.startedContext);
      this.startedPage = this.movedAt;
      this.audible = false;
    }
  }
}
