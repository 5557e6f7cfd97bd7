"""What each player does in a bar: bass lines, broken chords, held chords, answers, drums.

A pattern takes a `Bar` and yields `Played` notes; the composer says when they sound.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .form import Bar
from .harmony import nearest, scale_step
from .moods import Mood


@dataclass(frozen=True, slots=True)
class Played:
    """One note: `beat` from the bar's start, `length` in beats, a MIDI pitch, `force` about 0 to 1."""

    beat: float
    length: float
    pitch: int
    force: float


@dataclass(frozen=True, slots=True)
class Stand:
    """What a player has before them: the bar, the mood, the voicing of the chord, and chance."""

    bar: Bar
    mood: Mood
    voicing: Sequence[int]
    chance: random.Random

    @property
    def beats(self) -> int:
        """Beats in the bar."""
        return self.mood.beats

    @property
    def bass(self) -> int:
        """The chord's root in the bass octave, MIDI 33 to 47 or so."""
        return _low(self.bar.tonic + self.bar.chord.root)


def _low(pitch: int) -> int:
    while pitch > 47:
        pitch -= 12
    while pitch < 33:
        pitch += 12
    return pitch


def _walk(stand: Stand) -> Iterator[Played]:
    bar, chance = stand.bar, stand.chance
    tones = [stand.bass + tone - bar.chord.root for tone in bar.chord.tones[1:3]]
    target = _low(bar.tonic + bar.following.root)
    middle = tones if chance.random() < 0.6 else tones[::-1]
    line = [*[stand.bass, *middle][: stand.beats - 1], target + chance.choice((-1, 1))]
    for beat, pitch in enumerate(line):
        yield Played(beat, 0.92, pitch, 1.0 if beat in (0, 2) else 0.85)


def _roots(stand: Stand) -> Iterator[Played]:
    yield Played(0, stand.beats - 1.1, stand.bass, 1.0)
    if stand.bar.section.intensity > 1 and stand.beats == 4:
        yield Played(2.5, 0.45, stand.bass, 0.7)
        yield Played(3, 0.9, _near_bass(stand.bass + stand.bar.chord.fifth - stand.bar.chord.root), 0.8)


def _near_bass(pitch: int) -> int:
    return pitch - 12 if pitch > 50 else pitch


def _two(stand: Stand) -> Iterator[Played]:
    fifth = _near_bass(stand.bass + stand.bar.chord.fifth - stand.bar.chord.root)
    yield Played(0, 0.8, stand.bass, 1.0)
    yield Played(stand.beats / 2, 0.8, fifth - 12 if fifth - 12 >= 31 else fifth, 0.85)


def _low_octaves(stand: Stand) -> Iterator[Played]:
    yield Played(0, stand.beats * 1.02, stand.bass, 1.0)
    yield Played(0, stand.beats * 1.02, stand.bass + 12, 0.6)


def _pedal(stand: Stand) -> int:
    """Return the tone that stays: the tonic, or where that would be wrong the chord's root; dread keeps the tonic."""
    stays = 0 in stand.bar.chord.classes or 1 in stand.mood.scale
    return _low(stand.bar.tonic) if stays else stand.bass


def _drone(stand: Stand) -> Iterator[Played]:
    tonic = _pedal(stand)
    yield Played(0, stand.beats * 1.02, tonic, 1.0)
    if (tonic + 7 - stand.bar.tonic) % 12 in stand.bar.chord.classes:
        yield Played(0, stand.beats * 1.02, tonic + 7, 0.55)


def _hold(stand: Stand) -> Iterator[Played]:
    for pitch in _opened(stand.voicing):
        yield Played(0, stand.beats * 1.02, pitch, 0.9)


def _opened(voicing: Sequence[int]) -> Sequence[int]:
    """Return a close chord of four with its second voice an octave lower, as an orchestra sets it."""
    if len(voicing) < 4 or voicing[-2] < 60:
        return voicing
    return sorted((*voicing[:-2], voicing[-2] - 12, voicing[-1]))


def _comp(stand: Stand) -> Iterator[Played]:
    places = stand.chance.choice(((0, 2.5), (0.5, 2), (0, 1.5, 3), (1.5, 3)))
    for place in places:
        for pitch in stand.voicing[-4:]:
            yield Played(place, 1.3, pitch, 0.8)


def _offbeat(stand: Stand) -> Iterator[Played]:
    for beat in range(stand.beats):
        for pitch in stand.voicing[-3:]:
            yield Played(beat + 0.5, 0.35, pitch, 0.75)


def _strum(stand: Stand) -> Iterator[Played]:
    for place, force in ((0, 1.0), (1, 0.7), (1.5, 0.6), (2.5, 0.65), (3, 0.85), (3.5, 0.55)):
        if place < stand.beats:
            for string, pitch in enumerate(stand.voicing):
                yield Played(place + 0.03 * string, 0.9, pitch, force)


def _stride(stand: Stand) -> Iterator[Played]:
    yield Played(0, 0.7, stand.bass, 1.0)
    yield Played(2 if stand.beats == 4 else 0, 0.7, stand.bass + stand.bar.chord.fifth - stand.bar.chord.root, 0.85)
    for beat in (1, 3) if stand.beats == 4 else (1, 2):
        for pitch in stand.voicing[-4:]:
            yield Played(beat, 0.45, pitch, 0.7)


def _waltz(stand: Stand) -> Iterator[Played]:
    yield Played(0, stand.beats - 0.2, stand.bass, 1.0)
    for beat in range(1, stand.beats):
        for pitch in stand.voicing[-3:]:
            yield Played(beat, 0.7, pitch, 0.62)


def _arp(stand: Stand) -> Iterator[Played]:
    rising = [stand.bass + 12, *stand.voicing, stand.voicing[0] + 12]
    wave = [*rising, *rising[-2:0:-1]]
    for eighth in range(stand.beats * 2):
        # Under the pedal each note rings until the harmony moves.
        ring = max(0.6, min(2.5, stand.beats - eighth / 2))
        yield Played(
            eighth / 2, ring, wave[eighth % len(wave)], 0.95 if eighth == 0 else 0.62 + 0.1 * (eighth % 4 == 0)
        )


def _skip(stand: Stand) -> Iterator[Played]:
    order = [stand.bass + 12, stand.voicing[-1], stand.voicing[0], stand.voicing[-2]]
    for eighth in range(stand.beats * 2):
        if eighth % 4 != 3 or stand.chance.random() < 0.6:
            yield Played(eighth / 2, 0.4, order[eighth % 4], 1.0 if eighth % 2 == 0 else 0.7)


def _ostinato(stand: Stand) -> Iterator[Played]:
    root, fifth = stand.bass + 12, stand.bass + 12 + stand.bar.chord.fifth - stand.bar.chord.root
    third = stand.bass + 12 + stand.bar.chord.tones[1] - stand.bar.chord.root
    shape = (root, root, third, root, fifth, root, third, root)
    if stand.bar.section.intensity >= 3:
        shape = (root, third, fifth, third, root + 12, fifth, third, fifth)
    for sixteenth in range(stand.beats * 4):
        yield Played(sixteenth / 4, 0.24, shape[sixteenth % 8], 1.0 if sixteenth % 4 == 0 else 0.62)


def _pulse(stand: Stand) -> Iterator[Played]:
    tonic = _pedal(stand)
    for eighth in range(stand.beats * 2):
        yield Played(eighth / 2, 0.3, tonic, 1.0 if eighth % 4 == 0 else 0.6)


def _trem(stand: Stand) -> Iterator[Played]:
    """A high shiver on one tone of the chord, with a second that joins it."""
    top = nearest(stand.voicing[-1] + 12, stand.bar.chord.classes, stand.bar.tonic)
    yield Played(0, stand.beats * 1.02, top, 0.9)
    if stand.bar.in_section % 2:
        below = nearest(top - 3, stand.bar.chord.classes, stand.bar.tonic)
        yield Played(stand.beats / 2, stand.beats / 2, below, 0.6)


def _run(stand: Stand) -> Iterator[Played]:
    """A broken chord in quick notes, as a harpsichord or a lute spins it."""
    tones = [stand.voicing[0], *stand.voicing[1:], stand.voicing[0] + 12]
    shape = [0, 2, 1, 3, 2, 3, 1, 2]
    for eighth in range(stand.beats * 2):
        yield Played(eighth / 2, 0.55, tones[shape[eighth % 8] % len(tones)], 0.9 if eighth % 2 == 0 else 0.68)


def _pulsed(stand: Stand) -> Iterator[Played]:
    """The chord in soft even strokes."""
    for half in range(stand.beats * 2):
        for pitch in stand.voicing[-3:]:
            yield Played(half / 2, 0.4, pitch, 0.8 if half % stand.beats == 0 else 0.58)


def _groove(stand: Stand) -> Iterator[Played]:
    """A bass that answers the drum: on the beat, before the third, and up an octave."""
    for place, length, up, force in ((0, 0.9, 0, 1.0), (1.5, 0.4, 0, 0.8), (2.5, 0.8, 0, 0.85), (3.5, 0.4, 12, 0.6)):
        if place < stand.beats:
            yield Played(place, length, stand.bass + up, force)


def _timpani(stand: Stand) -> Iterator[Played]:
    """A stroke on the first beat, and a roll into what comes next."""
    drum = stand.bass if stand.bass >= 40 else stand.bass + 12
    yield Played(0, 1.0, drum, 0.9)
    if stand.bar.last_of_section:
        for stroke in range(8):
            yield Played(stand.beats - 2 + stroke / 4, 0.25, drum, 0.35 + 0.06 * stroke)
    elif stand.bar.section.intensity >= 3 and stand.beats == 4:
        yield Played(2.5, 0.5, drum, 0.5)
        yield Played(3, 1.0, drum, 0.6)


def _sparkle(stand: Stand) -> Iterator[Played]:
    """An answer high up in every second bar, when the tune has come to rest."""
    if stand.bar.in_section % 2 == 0:
        return
    start = stand.beats - 2
    for note, pitch in enumerate(
        (stand.voicing[-1], stand.voicing[0] + 12, stand.voicing[1] + 12, stand.voicing[-1] + 12)
    ):
        yield Played(start + note / 2, 1.5, pitch + 12, 0.9 - 0.1 * note)


def _toll(stand: Stand) -> Iterator[Played]:
    if stand.bar.in_section % 2 == 0 and 0 in stand.bar.chord.classes:
        yield Played(0, stand.beats * 2, _low(stand.bar.tonic) + 24, 1.0)


def _stab(stand: Stand) -> Iterator[Played]:
    if stand.bar.last_of_section or stand.chance.random() < 0.3:
        fifth = stand.bass + stand.bar.chord.fifth - stand.bar.chord.root
        for pitch in (stand.bass, fifth, stand.bass + 12):
            yield Played(stand.beats - 1, 1.0, pitch, 0.8)


def _counter(stand: Stand) -> Iterator[Played]:
    """A slow inner line on the chord's third and seventh that passes down to its next tone."""
    guides = frozenset(tone % 12 for tone in stand.bar.chord.tones[1::2])
    pitch = nearest(stand.voicing[len(stand.voicing) // 2], guides, stand.bar.tonic)
    if stand.beats < 4:
        yield Played(0, stand.beats, pitch, 0.8)
        return
    yield Played(0, 1.5, pitch, 0.8)
    below = nearest(pitch - 3, stand.bar.chord.classes, stand.bar.tonic)
    passing = scale_step(pitch, -1, stand.mood.scale, stand.bar.tonic)
    if below < passing < pitch:
        yield Played(1.5, 0.5, passing, 0.6)
    yield Played(2, 2, below, 0.7)


PATTERNS: dict[str, Callable[[Stand], Iterator[Played]]] = {
    "walk": _walk, "roots": _roots, "two": _two, "low": _low_octaves, "drone": _drone, "hold": _hold,
    "comp": _comp, "offbeat": _offbeat, "strum": _strum, "stride": _stride, "waltz": _waltz, "arp": _arp,
    "skip": _skip, "ostinato": _ostinato, "pulse": _pulse, "trem": _trem, "sparkle": _sparkle, "toll": _toll,
    "stab": _stab, "counter": _counter, "run": _run, "pulsed": _pulsed, "groove": _groove,
    "timpani": _timpani,
}  # fmt: skip

# Drums as (beat, drum, force); a drum's name is a sound of `percussion`.
_Beat = tuple[float, str, float]
_DRUMS: dict[str, tuple[_Beat, ...]] = {
    "brushes": ((0, "swish", 0.7), (1, "tap", 0.8), (1.66, "ride", 0.4), (2, "swish", 0.7), (3, "tap", 0.8),
                (3.66, "ride", 0.4), (0, "ride", 0.5), (2, "ride", 0.5)),
    "shaker": tuple((place / 2, "shaker", 1.0 if place % 2 else 0.55) for place in range(8)),
    "tambourine": ((0, "kick", 0.5), (1, "tambourine", 0.8), (2, "kick", 0.5), (3, "tambourine", 0.8),
                   (2.5, "tambourine", 0.4), (0.5, "shaker", 0.5), (1.5, "shaker", 0.5), (3.5, "shaker", 0.5)),
    "blocks": ((0, "block", 0.8), (1.5, "block", 0.5), (2, "block", 0.7), (3, "tap", 0.6), (3.5, "block", 0.5)),
    "taiko": ((0, "taiko", 1.0), (1.5, "taiko", 0.6), (2, "taiko", 0.85), (3, "taiko", 0.6), (3.5, "taiko", 0.7)),
    "march": ((0, "taiko", 0.7), (1, "snare", 0.6), (1.5, "snare", 0.35), (1.75, "snare", 0.4), (2, "taiko", 0.6),
              (3, "snare", 0.6), (3.5, "snare", 0.4)),
    "frame": ((0, "frame", 1.0), (1.5, "frame", 0.5), (2, "frame", 0.7), (3, "tambourine", 0.4), (3.5, "frame", 0.5)),
    "gallop": tuple((beat + part, "brushtap", force) for beat in range(4) for part, force in ((0, 0.9), (0.5, 0.5),
                                                                                            (0.75, 0.6))),
    "tick": tuple((place / 2, "tick", 0.9 if place % 4 == 0 else 0.5) for place in range(8)),
    "heart": ((0, "taiko", 0.7), (0.5, "taiko", 0.45)),
    "ragtime": ((0, "kick", 0.6), (1, "tap", 0.6), (2, "kick", 0.5), (3, "tap", 0.65), (1.5, "block", 0.35),
                (3.5, "block", 0.4)),
    "hop": ((0, "kick", 1.0), (1.75, "kick", 0.55), (2.5, "kick", 0.8), (1, "snare", 0.6), (3, "snare", 0.65),
            *((place / 2, "hat", 0.55 if place % 2 == 0 else 0.35) for place in range(8))),
    "light": (*((place / 2, "shaker", 0.7 if place % 2 else 0.4) for place in range(8)), (0, "kick", 0.45),
              (2, "kick", 0.35)),
    "electro": ((0, "kick", 1.0), (2, "kick", 0.9), (2.5, "kick", 0.5), (1, "clap", 0.55), (3, "clap", 0.55),
                *((place / 2, "hat", 0.6 if place % 2 else 0.35) for place in range(8))),
}  # fmt: skip

_FILLS = {
    "taiko": "taiko",
    "march": "snare",
    "frame": "frame",
    "electro": "clap",
    "brushes": "tap",
    "hop": "snare",
    "ragtime": "tap",
}


def drum_bar(pattern: str, stand: Stand) -> Iterator[tuple[float, str, float]]:
    """Yield (beat, drum, force) of one bar; the last bar of a section runs into the next."""
    fill = _FILLS.get(pattern) if stand.bar.last_of_section and stand.bar.section.intensity > 1 else None
    for beat, drum, force in _DRUMS[pattern]:
        if beat < stand.beats and not (fill and beat >= stand.beats - 1):
            yield beat, drum, force
    if fill:
        for quarter in range(4):
            yield stand.beats - 1 + quarter / 4, fill, 0.45 + 0.12 * quarter
    if stand.bar.in_section == 0 and stand.bar.section.intensity >= 3 and pattern in ("taiko", "march"):
        yield 0, "cymbal", 0.6


DRUM_PATTERNS = frozenset(_DRUMS)
