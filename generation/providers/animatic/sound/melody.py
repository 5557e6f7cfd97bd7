"""Tunes: a short motif, made once for a cue, that comes back over every chord, turned a little each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .form import Bar
from .harmony import nearest, scale_step
from .moods import Mood

# Rhythms of one bar as note lengths in beats, negative for rests; from long tones to running ones.
_CELLS = {
    4: (
        ((4,), (3, 1), (2, 2), (-1, 3)),
        ((1.5, 0.5, 2), (1, 1, 2), (3, 0.5, 0.5), (-1, 1, 2), (2, 1, 1)),
        ((1, 0.5, 0.5, 1, 1), (0.5, 0.5, 1, 2), (-0.5, 0.5, 1, 1, 1), (1.5, 0.5, 1, 1), (0.5, 0.5, 0.5, 0.5, 2)),
    ),
    3: (((3,), (2, 1)), ((1.5, 0.5, 1), (2, 0.5, 0.5), (-1, 1, 1)), ((1, 0.5, 0.5, 1), (0.5, 0.5, 1, 1), (1, 1, 1))),
}

TURNS = ("plain", "sequence", "inversion", "ornament", "augment")

# Where each two bars of a phrase lie above its start, in scale steps: a question, higher, highest, home.
_ARC = (0, 2, 4, -1)


@dataclass(frozen=True, slots=True)
class Tone:
    """One note of a tune: `beat` from the bar pair's start, `step` in scale steps from its anchor."""

    beat: float
    length: float
    step: int


@dataclass(frozen=True, slots=True)
class Motif:
    """Two bars of tune without a key: a question and its answer."""

    tones: tuple[Tone, ...]
    beats: int

    def turned(self, turn: str) -> Motif:
        """Return the motif in one of `TURNS`."""
        tones = self.tones
        if turn == "inversion":
            tones = tuple(Tone(tone.beat, tone.length, -tone.step) for tone in tones)
        elif turn == "sequence":
            tones = tuple(
                Tone(tone.beat, tone.length, tone.step + (2 if tone.beat >= self.beats else 0)) for tone in tones
            )
        elif turn == "augment":
            tones = tuple(
                Tone(tone.beat * 2, tone.length * 2, tone.step) for tone in tones if tone.beat * 2 < self.beats * 2
            )
        elif turn == "ornament":
            tones = tuple(part for tone in tones for part in _ornamented(tone))
        return Motif(tones, self.beats)


def _ornamented(tone: Tone) -> Iterator[Tone]:
    """Yield a long note as the note and its upper neighbour, short ones as they are."""
    if tone.length < 1.5:
        yield tone
        return
    yield Tone(tone.beat, tone.length - 1, tone.step)
    yield Tone(tone.beat + tone.length - 1, 0.5, tone.step + 1)
    yield Tone(tone.beat + tone.length - 0.5, 0.5, tone.step)


def make_motif(mood: Mood, chance: random.Random) -> Motif:
    """Return a motif: a livelier bar and a calmer one, mostly by step with one leap that is then filled."""
    calm, even, lively = _CELLS[mood.beats]
    first = chance.choice(lively if chance.random() < mood.lively else even)
    second = chance.choice(even if chance.random() < mood.lively else calm)
    tones: list[Tone] = []
    step, leapt = chance.choice((0, 0, 2)), 0
    for bar, cell in enumerate((first, second)):
        beat = float(bar * mood.beats)
        for length in cell:
            if length > 0:
                tones.append(Tone(beat, length, step))
                move = -leapt // 2 if leapt else chance.choice((1, 1, 1, -1, -1, -1, 2, -2, 3, -3))
                leapt = move if abs(move) > 2 else 0
                step = max(-3, min(4, step + move))
            beat += abs(length)
    return Motif(tuple(tones), mood.beats)


def tune(motif: Motif, bars: Sequence[Bar], mood: Mood, centre: int) -> Iterator[tuple[float, float, int, float]]:
    """Yield (beat, length in beats, MIDI pitch, force) of the motif over `bars`, around pitch `centre`.

    Every second pair of bars leaves room at its end, as a singer breathes; the last bar of a section rests
    on a tone of its chord.
    """
    last = centre
    for start in range(0, len(bars), 2):
        pair = bars[start : start + 2]
        section = pair[0].section
        if section.turn == "rest":
            continue
        arc = _ARC[(pair[0].in_section // 2) % 4]
        anchor = nearest(scale_step(centre, arc, mood.scale, pair[0].tonic), pair[0].chord.classes, pair[0].tonic)
        for tone in motif.turned(section.turn if arc > 0 else "plain").tones:
            bar = pair[min(len(pair) - 1, int(tone.beat // mood.beats))]
            if tone.beat >= len(pair) * mood.beats:
                break
            pitch = _placed(anchor, tone, bar, mood)
            pitch = _within_reach(pitch, last, centre)
            length = tone.length
            if bar.last_of_section:
                pitch, length = (
                    nearest(pitch, bar.chord.classes, bar.tonic),
                    bar.start + mood.beats - pair[0].start - tone.beat,
                )
            yield pair[0].start + tone.beat, length, pitch, bar.force
            last = pitch
            if bar.last_of_section:
                break


def _placed(anchor: int, tone: Tone, bar: Bar, mood: Mood) -> int:
    """Return the pitch of a tone over its bar's chord: on the first beat or when long, one of the chord's own."""
    pitch = _altered(scale_step(anchor, tone.step, mood.scale, bar.tonic), bar, mood)
    if tone.beat % mood.beats == 0 or tone.length >= 2:
        return nearest(pitch, bar.chord.classes, bar.tonic)
    rubs = {(tone + 1) % 12 for tone in bar.chord.classes}
    if (pitch - bar.tonic) % 12 in rubs - bar.chord.classes and tone.length > 0.5:
        return nearest(pitch, bar.chord.classes, bar.tonic)
    return pitch


def _altered(pitch: int, bar: Bar, mood: Mood) -> int:
    """Return `pitch`, or the chord's own form of it where the chord leaves the scale (a raised seventh, say)."""
    outside = bar.chord.classes - set(mood.scale)
    step = (pitch - bar.tonic) % 12
    if step in bar.chord.classes:
        return pitch
    return next((pitch + side for side in (1, -1) if (step + side) % 12 in outside), pitch)


def _within_reach(pitch: int, last: int, centre: int) -> int:
    """Return `pitch` in the octave a singer would take it: no leap beyond a sixth, not far from `centre`."""
    while pitch - last > 9:
        pitch -= 12
    while last - pitch > 9:
        pitch += 12
    if pitch > centre + 11:
        return pitch - 12
    return pitch + 12 if pitch < centre - 9 else pitch
