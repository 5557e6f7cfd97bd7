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

    def told_in(self, mood: Mood, chance: random.Random) -> Motif:
        """Return the motif as music of another mood tells it: in its metre, slower and barer or quicker."""
        tones = self.tones
        if mood.beats != self.beats:
            tones = tuple(_in_metre(tones, self.beats, mood.beats))
        told = Motif(tones, mood.beats)
        if mood.lively <= 0.25:
            told = told.turned("augment")
        elif mood.lively >= 0.75:
            told = told.turned("ornament")
        if mood.minor and chance.random() < 0.3:
            told = told.turned("inversion")
        return told


def _in_metre(tones: Sequence[Tone], beats: int, wanted: int) -> Iterator[Tone]:
    """Yield tones of bars of `beats` in bars of `wanted`, on half beats, each up to the next."""
    places: dict[float, int] = {}
    for tone in tones:
        bar, beat = divmod(tone.beat, beats)
        places.setdefault(bar * wanted + min(wanted - 0.5, round(beat * wanted / beats * 2) / 2), tone.step)
    starts = sorted(places)
    for start, following in zip(starts, [*starts[1:], 2 * wanted], strict=True):
        yield Tone(start, min(following - start, wanted - start % wanted), places[start])


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
    return _motif(first, second, mood.beats, chance)


def make_theme(chance: random.Random) -> Motif:
    """Return a film's motif: it begins on the first beat, so that it can be told over a title."""
    calm, even, lively = _CELLS[4]
    first = chance.choice([cell for cell in (*even, *lively) if cell[0] > 0])
    return _motif(first, chance.choice((*calm[1:3], *even[:2])), 4, chance)


def _motif(first: Sequence[float], second: Sequence[float], beats: int, chance: random.Random) -> Motif:
    tones: list[Tone] = []
    step, leapt = chance.choice((0, 0, 2)), 0
    for bar, cell in enumerate((first, second)):
        beat = float(bar * beats)
        for length in cell:
            if length > 0:
                tones.append(Tone(beat, length, step))
                move = -leapt // 2 if leapt else chance.choice((1, 1, 1, -1, -1, -1, 2, -2, 3, -3))
                leapt = move if abs(move) > 2 else 0
                step = max(-3, min(4, step + move))
            beat += abs(length)
    return Motif(tuple(tones), beats)


def tune(motif: Motif, bars: Sequence[Bar], mood: Mood, centre: int) -> Iterator[tuple[float, float, int, float]]:
    """Yield (beat, length in beats, MIDI pitch, force) of the motif over `bars`, around pitch `centre`.

    Every second pair of bars leaves room at its end, as a singer breathes; the last bar of a section rests
    on a tone of its chord.
    """
    last = centre
    for start in range(0, len(bars), 2):
        pair = bars[start : start + 2]
        section = pair[0].section
        if section.turn == "rest" or _breathes(pair[0]):
            continue
        arc = _ARC[(pair[0].in_section // 2) % 4]
        anchor = nearest(scale_step(centre, arc, mood.scale, pair[0].tonic), pair[0].chord.classes, pair[0].tonic)
        for tone in motif.turned(section.turn if arc > 0 or section.turn == "augment" else "plain").tones:
            bar = pair[min(len(pair) - 1, int(tone.beat // mood.beats))]
            if tone.beat >= len(pair) * mood.beats:
                break
            pitch = _placed(anchor, tone, bar, mood)
            pitch = _within_reach(pitch, last, centre)
            length = tone.length
            if (pitch - bar.tonic) % 12 not in bar.following.classes:
                length = min(length, bar.start + mood.beats - pair[0].start - tone.beat)
            if bar.last_of_section:
                pitch, length = (
                    nearest(pitch, bar.chord.classes, bar.tonic),
                    bar.start + mood.beats - pair[0].start - tone.beat,
                )
            yield pair[0].start + tone.beat, length, pitch, bar.force
            last = pitch
            if bar.last_of_section:
                break


def _breathes(bar: Bar) -> bool:
    """In quiet sections the tune is heard in every other pair of bars only, and leaves room for voices."""
    return bar.section.intensity <= 2 and bar.section.turn != "herald" and bar.in_section // 2 % 2 == 1


def _placed(anchor: int, tone: Tone, bar: Bar, mood: Mood) -> int:
    """Return the pitch of a tone over its bar's chord: on a strong beat or when long, one of the chord's own."""
    pitch = _altered(scale_step(anchor, tone.step, mood.scale, bar.tonic), bar, mood)
    strong = tone.beat % mood.beats in ((0, 2) if mood.beats == 4 else (0,))
    if strong or tone.length >= 2:
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
