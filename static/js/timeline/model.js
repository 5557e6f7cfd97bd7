/* The cut as the server sends it, and questions about it. Frames are whole numbers, times are seconds. */

export class Cut {
  constructor(data) {
    Object.assign(this, data);
    this.fps = data.rate[0] / data.rate[1];
    this.seconds = data.frames / this.fps;
    this.shots.forEach((shot, index) => { shot.index = index; });
  }

  /* Shots that last no frame are never seen. */
  shotAt(frame) {
    const shots = this.shots;
    let low = 0, high = shots.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shots[middle].start <= frame) low = middle; else high = middle - 1;
    }
    while (low > 0 && !shots[low].frames) low -= 1;
    return shots[low] || null;
  }

  shotOf(id) { return this.shots.find((shot) => shot.id === id) || null; }

  frameAt(seconds) {
    return Math.max(0, Math.min(this.frames - 1, Math.floor(seconds * this.fps + 1e-6)));
  }

  timeOf(frame) { return frame / this.fps; }

  /* Where words begin, as frames: what an edge snaps to. */
  wordsOf(shot) {
    const points = [];
    for (const line of this.speech) {
      if (line.scene !== shot.scene) continue;
      if (!line.words.length) points.push({ ms: line.start_ms, text: line.text });
      line.words.forEach((word, index) => points.push({ ms: index ? word[1] : line.start_ms, text: word[0] }));
    }
    return points;
  }

  nearestWord(shot, frame, within) {
    const ms = (frame / this.fps) * 1000, reach = (within / this.fps) * 1000;
    let best = null;
    for (const point of this.wordsOf(shot)) {
      const far = Math.abs(point.ms - ms);
      if (far <= reach && (!best || far < Math.abs(best.ms - ms))) best = point;
    }
    return best;
  }

  /* Between which frames the beginning of a shot can lie. */
  roomFor(shot) {
    const before = this.shots[shot.index - 1];
    return { least: before.start + 1, most: shot.start + shot.frames - 1 };
  }

  /* Put the beginning of a shot elsewhere, until the server says how it is. */
  moveEdge(shot, frame) {
    const before = this.shots[shot.index - 1], by = frame - shot.start;
    shot.start += by;
    shot.frames -= by;
    before.frames += by;
  }

  timecode(frame) {
    const whole = Math.round(this.fps), seconds = Math.floor(frame / whole), two = (number) => String(number).padStart(2, "0");
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}:${two(frame % whole)}`;
  }
}

export function clockText(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
