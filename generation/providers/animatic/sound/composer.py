"""From a mood, a length and a seed to notes with times: form, chords, tune, players, and a close on the tonic."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .form import Bar, Section, bars_of, beat_times, beats_in, sections_for
from .harmony import chord, nearest, voicing
from .melody import make_motif, tune
from .moods import Layer, Mood
from .patterns import DRUM_PATTERNS, PATTERNS, Played, Stand, drum_bar

_NOTE_NAMES = ("C", "D flat", "D", "E flat", "E", "F", "G flat", "G", "A flat", "A", "B flat", "B")

# Where each instrument's chords and tunes lie, as a MIDI pitch; others lie around middle C.
_CENTRES = {
    "cello": 57, "cellos": 50, "bassoon": 55, "horns": 60, "brass": 60, "trumpet": 70, "sax": 66, "violin": 76,
    "flute": 77, "whistle": 81, "oboe": 72, "clarinet": 69, "harmonica": 70, "musicbox": 79, "synth": 69, "glass": 74,
    "vibes": 67, "celesta": 72, "glock": 72, "xylophone": 72, "pad": 58, "strings": 64, "choir": 62, "piano": 62,
    "rhodes": 62, "guitar": 58, "harp": 62, "pizz": 64, "tremolo": 67, "dulcimer": 65, "pluck": 62, "banjo": 62,
}  # fmt: skip
Times = NDArray[np.float64]
"""The second of each beat."""

_HUMAN_S = 0.007
"""How far players are from the exact time: about what an ensemble's are."""


@dataclass(frozen=True, slots=True)
class Note:
    """One sound: `pitch` is a MIDI pitch, 0 for drums, whose `instrument` names the drum; `force` about 0 to 1."""

    instrument: str
    start_s: float
    length_s: float
    pitch: int
    force: float
    drum: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A composed cue."""

    notes: tuple[Note, ...]
    seconds: float
    bpm: float
    key: str
    sections: tuple[tuple[str, int], ...]
    """(name, start_ms) in order."""


def compose(mood: Mood, seconds: float, seed: int) -> Score:
    """Return a cue of exactly `seconds`: the same arguments give the same notes."""
    chance = random.Random(f"{mood.name} {seed}")
    tonic = mood.tonic + chance.randint(-2, 3)
    bars, closing = beats_in(seconds, mood)
    times = beat_times(bars * mood.beats + closing, seconds, mood.rubato)
    sections = sections_for(bars, mood, chance)
    laid_out = bars_of(sections, mood, tonic)
    motif = make_motif(mood, chance)
    notes: list[Note] = []
    for layer in mood.layers:
        player = _Player(layer, mood, random.Random(f"{mood.name} {seed} {layer}"), times)
        if layer.pattern == "lead":
            notes += player.lead(laid_out, lambda heard, centre: tune(motif, heard, mood, centre))
        else:
            notes += player.accompany(laid_out)
        notes += player.close(tonic, bars * mood.beats, closing)
    notes.sort(key=lambda note: (note.start_s, note.instrument, note.pitch))
    key = f"{_NOTE_NAMES[tonic % 12]} {'minor' if mood.minor else 'major'}"
    tempo = 60 * (len(times) - 1) / seconds
    return Score(tuple(notes), seconds, round(tempo, 1), key, tuple(_starts(sections, mood, times)))


def _starts(sections: list[Section], mood: Mood, times: Times) -> Iterator[tuple[str, int]]:
    beat = 0
    for section in sections:
        yield section.name, round(float(times[beat]) * 1000)
        beat += section.bars * mood.beats
    yield "close", round(float(times[beat]) * 1000)


def _runs(bars: list[Bar]) -> list[list[Bar]]:
    """Split bars where a section begins and where bars are missing: a tune does not cross either."""
    runs: list[list[Bar]] = []
    for bar in bars:
        if not runs or bar.in_section == 0 or bar.index != runs[-1][-1].index + 1:
            runs.append([])
        runs[-1].append(bar)
    return runs


class _Player:
    """One layer of the mood, at its own stand, with its own small unevenness."""

    def __init__(self, layer: Layer, mood: Mood, chance: random.Random, times: Times) -> None:
        self.layer = layer
        self.mood = mood
        self.chance = chance
        self.times = times
        self.centre = _CENTRES.get(layer.instrument, 60)
        self.drums = layer.pattern in DRUM_PATTERNS
        self.hand: tuple[int, ...] = ()

    def accompany(self, bars: list[Bar]) -> Iterator[Note]:
        """Yield what this player plays in the bars of sections full enough for it."""
        for bar in bars:
            if bar.section.intensity < self.layer.enters or not self._wanted(bar):
                continue
            self.hand = voicing(bar.chord, bar.tonic, near=self.hand, centre=self.centre)
            stand = Stand(bar, self.mood, self.hand, self.chance)
            if self.drums:
                for beat, drum, force in drum_bar(self.layer.pattern, stand):
                    yield self._note(bar.start + self._swung(beat), 0.2, 0, force * bar.force, drum=drum)
            else:
                for played in PATTERNS[self.layer.pattern](stand):
                    yield self._sound(played, bar)

    def lead(
        self, bars: list[Bar], sing: Callable[[list[Bar], int], Iterator[tuple[float, float, int, float]]]
    ) -> Iterator[Note]:
        """Yield the tune over every run of bars full enough for it."""
        heard = [bar for bar in bars if bar.section.intensity >= self.layer.enters or bar.section.turn == "augment"]
        for run in _runs(heard):
            for beat, length, pitch, force in sing(run, self.centre):
                whole, part = divmod(beat, 1)
                yield self._note(whole + self._swung(part), length * 0.96, pitch, force)

    def close(self, tonic: int, start: int, beats: int) -> Iterator[Note]:
        """Yield this player's part of the last chord, which is the tonic's and rings out; drums give one stroke."""
        if self.drums:
            if self.layer.pattern in ("taiko", "march", "frame", "heart"):
                yield self._note(start, 1, 0, 0.6, drum="taiko" if self.layer.pattern != "frame" else "frame")
            return
        if self.layer.enters > 3 or self.layer.pattern in ("pulse", "ostinato", "trem", "stab", "sparkle", "toll"):
            return
        for pitch, force in self._closing_pitches(tonic):
            late = 0.12 * (pitch - tonic) / 12 if self.layer.pattern in ("arp", "comp", "waltz", "strum") else 0.0
            yield self._note(start + late, beats - late, pitch, force)

    def _closing_pitches(self, tonic: int) -> list[tuple[int, float]]:
        bass = tonic if tonic <= 45 else tonic - 12
        if self.layer.pattern in ("walk", "roots", "two", "low", "drone"):
            return [(bass, 0.85)]
        if self.layer.pattern in ("lead", "counter"):
            return [(nearest(self.centre, frozenset({0 if self.layer.pattern == "lead" else 7}), tonic), 0.6)]
        home = chord("i" if self.mood.minor else "I")
        self.hand = voicing(home, tonic, near=self.hand, centre=self.centre)
        return [(pitch, 0.6) for pitch in self.hand]

    def _wanted(self, bar: Bar) -> bool:
        """In a stillness the drums are silent; everything else plays as it enters."""
        return not (bar.section.name == "stillness" and self.drums)

    def _sound(self, played: Played, bar: Bar) -> Note:
        return self._note(bar.start + self._swung(played.beat), played.length, played.pitch, played.force * bar.force)

    def _swung(self, beat: float) -> float:
        return beat + self.mood.swing if abs(beat % 1 - 0.5) < 0.01 else beat

    def _note(self, beat: float, length: float, pitch: int, force: float, *, drum: str = "") -> Note:
        start, end = (float(np.interp(at, np.arange(len(self.times)), self.times)) for at in (beat, beat + length))
        start = max(0.0, start + self.chance.uniform(-_HUMAN_S, _HUMAN_S))
        force *= self.layer.level * self.chance.uniform(0.93, 1.07)
        return Note(drum or self.layer.instrument, start, max(0.05, end - start), pitch, force, drum=bool(drum))
