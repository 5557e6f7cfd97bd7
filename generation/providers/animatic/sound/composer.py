"""From a mood, a length and a seed to notes with times: form, chords, tune, players, and a close on the tonic."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .form import Bar, Section, bars_of, beat_times, beats_in, fitted, sections_for
from .harmony import Chord, chord, nearest, voicing
from .melody import Motif, make_motif, tune
from .moods import Layer, Mood
from .patterns import DRUM_PATTERNS, PATTERNS, Played, Stand, drum_bar

_NOTE_NAMES = ("C", "D flat", "D", "E flat", "E", "F", "G flat", "G", "A flat", "A", "B flat", "B")

# Where each instrument's chords and tunes lie, as a MIDI pitch; others lie around middle C.
CENTRES = {
    "cello": 57, "cellos": 50, "bassoon": 55, "horns": 60, "brass": 60, "trumpet": 70, "sax": 66, "violin": 76,
    "flute": 77, "whistle": 81, "oboe": 72, "clarinet": 69, "harmonica": 70, "musicbox": 79, "synth": 69, "glass": 74,
    "vibes": 67, "celesta": 72, "glock": 72, "xylophone": 72, "pad": 58, "strings": 64, "choir": 62, "piano": 62,
    "rhodes": 62, "guitar": 58, "harp": 62, "pizz": 64, "tremolo": 67, "dulcimer": 65, "pluck": 62, "banjo": 62,
    "harpsichord": 64, "recorder": 79, "lute": 59, "accordion": 64, "marimba": 62, "steel": 58, "clean": 60,
    "organ": 60, "fiddle": 74, "mute": 70, "trombone": 58, "englishhorn": 66, "oohs": 62, "honkytonk": 62,
    "kalimba": 67, "mandolin": 66, "halo": 62, "saw": 62, "viola": 62, "piccolo": 84, "tenor": 61, "bells": 66,
    "spiccato": 57, "upright": 42, "ebass": 42, "sub": 42, "tuba": 42, "timpani": 45, "bagpipe": 62,
}  # fmt: skip
Times = NDArray[np.float64]
"""The second of each beat."""

_HUMAN_S = 0.012
"""How far players are from the exact time at most: about what an ensemble's are."""
_UNDONE = frozenset({"pulse", "ostinato", "trem", "stab", "sparkle", "toll", "run", "pulsed"})
"""Patterns that have stopped when the last chord sounds."""
_BASSES = frozenset({"walk", "roots", "two", "low", "drone", "timpani", "groove"})


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
    harmony: tuple[tuple[float, frozenset[int]], ...] = ()
    """From which second which pitch classes (0 is C) are the chord's."""
    levels: tuple[tuple[float, float], ...] = ()
    """From which second the music is how many dB louder or softer than the whole; () where it levels itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be composed: one mood for `seconds`.

    `levels` says how full each bar may be (1 to 4), () leaves it to the mood; `theme` is the film's motif, None for
    one of the passage's own. `opens` states the motif at once, `arrives` starts full; `leads_out` is the chord it
    ends on instead of closing, `rings_s` how long the closing chord rings after its end.
    """

    mood: Mood
    seconds: float
    tonic: int
    levels: tuple[int, ...] = ()
    theme: Motif | None = None
    opens: bool = False
    arrives: bool = False
    leads_out: Chord | None = None
    rings_s: float = 0.0


def compose(mood: Mood, seconds: float, seed: int) -> Score:
    """Return a cue of exactly `seconds`: the same arguments give the same notes."""
    tonic = mood.tonic + random.Random(f"{mood.name} {seed}").randint(-2, 3)
    return compose_passage(Passage(mood, seconds, tonic), f"{mood.name} {seed}")


def compose_passage(passage: Passage, seed: str) -> Score:
    """Return the notes of one passage, from its own start."""
    mood, seconds, tonic = passage.mood, passage.seconds, passage.tonic
    chance = random.Random(seed)
    chance.randint(-2, 3)
    closes = passage.leads_out is None
    bars, closing = beats_in(seconds, mood, closes=closes)
    times = beat_times(bars * mood.beats + closing, seconds, mood.rubato, slows=closes)
    sections = sections_for(bars, mood, chance)
    if passage.levels:
        levels = [passage.levels[bar * len(passage.levels) // max(1, bars)] for bar in range(max(1, bars))]
        sections = fitted(sections, levels, opens=passage.opens, arrives=passage.arrives)
    laid_out = bars_of(sections, mood, tonic, leads_out=passage.leads_out)
    motif = passage.theme.told_in(mood, chance) if passage.theme else make_motif(mood, chance)
    notes: list[Note] = []
    players = [
        _Player(layer, mood, random.Random(f"{seed} {layer}"), times, swells=not closes) for layer in mood.layers
    ]
    for player in players:
        layer = player.layer
        if layer.pattern == "lead":
            notes += player.lead(laid_out, lambda heard, centre: tune(motif, heard, mood, centre))
        else:
            notes += player.accompany(laid_out)
    if closes:
        notes += _close(players, tonic, bars * mood.beats, closing, passage.rings_s)
    notes.sort(key=lambda note: (note.start_s, note.instrument, note.pitch))
    key = f"{_NOTE_NAMES[tonic % 12]} {'minor' if mood.minor else 'major'}"
    tempo = 60 * (len(times) - 1) / seconds
    starts = tuple(_starts(sections, mood, times, closes=closes))
    return Score(tuple(notes), seconds, round(tempo, 1), key, starts, _harmony(laid_out, times, tonic, mood))


def _close(players: list[_Player], tonic: int, start: int, beats: int, rings_s: float) -> list[Note]:
    """Return the last chord: of those who play to the end, or where nobody does of the first that can."""
    notes = [note for player in players for note in player.close(tonic, start, beats)]
    if not any(not note.drum for note in notes):
        notes += next((list(player.resolve(tonic, start, beats)) for player in players if not player.drums), [])
    low = min((note for note in notes if not note.drum), key=lambda note: note.pitch, default=None)
    if low and (low.pitch - tonic) % 12:
        # Where no bass plays, whoever is lowest takes the tonic too: on another tone the end would not be one.
        notes.append(replace(low, pitch=low.pitch - (low.pitch - tonic) % 12))
    return [replace(note, length_s=note.length_s + rings_s) for note in notes]


def _harmony(bars: list[Bar], times: Times, tonic: int, mood: Mood) -> tuple[tuple[float, frozenset[int]], ...]:
    home = chord("i" if mood.minor else "I")
    heard = [(bar.start, bar.tonic, bar.chord) for bar in bars]
    heard.append((bars[-1].start + mood.beats if bars else 0, tonic, home))
    return tuple(
        (float(times[beat]), frozenset((root + tone) % 12 for tone in sounding.classes))
        for beat, root, sounding in heard
        if beat < len(times) - 1
    )


def _starts(sections: list[Section], mood: Mood, times: Times, *, closes: bool) -> Iterator[tuple[str, int]]:
    beat = 0
    for section in sections:
        yield section.name, round(float(times[beat]) * 1000)
        beat += section.bars * mood.beats
    if closes:
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

    def __init__(self, layer: Layer, mood: Mood, chance: random.Random, times: Times, *, swells: bool = False) -> None:
        self.layer = layer
        self.mood = mood
        self.chance = chance
        self.times = times
        self.centre = CENTRES.get(layer.instrument, 60)
        self.drums = layer.pattern in DRUM_PATTERNS
        self.hand: tuple[int, ...] = ()
        self.swells = swells
        # Some play a little behind the beat, some a little ahead, and each keeps to it.
        self.place_s = chance.gauss(0, 0.004)

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
        heard = [
            bar
            for bar in bars
            if bar.section.intensity >= self.layer.enters or bar.section.turn in ("augment", "herald")
        ]
        for run in _runs(heard):
            for beat, length, pitch, force in sing(run, self.centre):
                whole, part = divmod(beat, 1)
                yield self._note(whole + self._swung(part), length * 0.96, pitch, force)

    def close(self, tonic: int, start: int, beats: int) -> Iterator[Note]:
        """Yield this player's part of the last chord, if it plays to the end; drums give one stroke."""
        if self.drums:
            if self.layer.pattern in ("taiko", "march", "frame", "heart"):
                yield self._note(start, 1, 0, 0.6, drum="taiko" if self.layer.pattern != "frame" else "frame")
        elif self.layer.enters <= 3 and self.layer.pattern not in _UNDONE:
            yield from self.resolve(tonic, start, beats)

    def resolve(self, tonic: int, start: int, beats: int) -> Iterator[Note]:
        """Yield this player's part of the tonic's chord."""
        for pitch, force in self._closing_pitches(tonic):
            late = 0.12 * (pitch - tonic) / 12 if self.layer.pattern in ("arp", "comp", "waltz", "strum") else 0.0
            yield self._note(start + late, beats - late, pitch, force)

    def _closing_pitches(self, tonic: int) -> list[tuple[int, float]]:
        bass = tonic if tonic <= 45 else tonic - 12
        if self.layer.pattern in _BASSES:
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
        start = max(0.0, start + self.place_s + self.chance.triangular(-_HUMAN_S, _HUMAN_S))
        force *= self.layer.level * self.chance.triangular(0.9, 1.1) * self._swell(beat)
        return Note(drum or self.layer.instrument, start, max(0.05, end - start), pitch, force, drum=bool(drum))

    def _swell(self, beat: float) -> float:
        """Return how the last two bars of a passage that leads on grow."""
        if not self.swells:
            return 1.0
        left = len(self.times) - 1 - beat
        return 1.0 + 0.3 * max(0.0, 1 - left / (2 * self.mood.beats))
