"""The arc of a cue: which sections it has for its length, how full each is, and when each beat falls."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .harmony import Chord, chord
from .moods import Mood

_PHRASE = 8
"""Bars in a section of a long cue: long enough to say a tune and answer it."""

_FULL_FORM_BARS = 16
_CLOSE_S = 1.8
"""The closing chord is held at least about this long, so that it rings before it fades."""
_LONGEST_CLOSE_S = 3.4
_BREATH_BEATS = 5
"""Beats at the end over which the music slows down."""


@dataclass(frozen=True, slots=True)
class Section:
    """`bars` bars of one colour. `intensity` 1 to 4 says who plays, `shift` in semitones where the tonic has moved."""

    name: str
    bars: int
    intensity: int
    progression: str
    shift: int = 0
    turn: str = "plain"
    """How the motif comes back (see `melody.TURNS`); "rest" for no tune, "herald" for the motif by itself."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar as the players see it: `start` in beats, `force` (0 to 1) how strongly it is played."""

    index: int
    start: int
    section: Section
    in_section: int
    tonic: int
    chord: Chord
    following: Chord
    force: float

    @property
    def last_of_section(self) -> bool:
        """Whether a fill leads out of it."""
        return self.in_section == self.section.bars - 1


def sections_for(bars: int, mood: Mood, chance: random.Random) -> list[Section]:
    """Return the sections of a cue of `bars` bars: a rise, a full part, and in a long one contrasts in between."""
    theme, answer, contrast, *spare = mood.progressions
    if bars < 1:
        return []
    if bars < 4:
        return [Section("statement", bars, 2 if bars < 2 else 3, theme)]
    if bars < 8:
        build = (bars - 1) // 2
        return [
            Section("intro", 1, 1, theme, turn="rest"),
            Section("build", build, 2, theme),
            Section("full", bars - 1 - build, 4, answer, turn="sequence"),
        ]
    if bars < _FULL_FORM_BARS:
        intro = 2
        outro = 2 if bars >= 10 else 1
        build = min(4, (bars - intro - outro) // 2)
        return [
            Section("intro", intro, 1, theme, turn="rest"),
            Section("build", build, 2, theme),
            Section("full", bars - intro - build - outro, 4 if bars >= 12 else 3, answer, turn="sequence"),
            Section("outro", outro, 1, theme, turn="augment"),
        ]
    return _long_form(bars, (theme, answer, contrast, *spare), chance)


def _long_form(bars: int, progressions: Sequence[str], chance: random.Random) -> list[Section]:
    """Return intro, build, a middle of as many eight-bar sections as fit, climax and outro."""
    theme, answer, contrast, *spare = progressions
    outro = 4 if bars >= 24 else 2
    intro = 4 if bars >= 20 else 2
    left = bars - intro - outro
    climax = min(_PHRASE, left // 2)
    middle = _middle(left - climax, (theme, answer, contrast, *spare), chance)
    return [
        Section("intro", intro, 1, theme, turn="rest"),
        *middle,
        Section("climax", climax, 4, answer, turn="sequence"),
        Section("outro", outro, 1, theme, turn="augment"),
    ]


def _middle(bars: int, progressions: Sequence[str], chance: random.Random) -> list[Section]:
    """Return sections that add up to `bars`: build, theme, then contrasts and returns that do not repeat."""
    theme, answer, contrast, *spare = progressions
    plan = [("build", 2, theme, 0, "plain"), ("theme", 3, theme, 0, "ornament")]
    turns = ["inversion", "sequence", "ornament", "augment"]
    while len(plan) * _PHRASE < bars:
        away = chance.choice((5, -3, 2, -5))
        turn = chance.choice(turns)
        plan += [
            ("contrast", 2, contrast, away, turn),
            ("stillness", 1, chance.choice([theme, *spare]), 0, "rest"),
            ("return", 3, chance.choice([theme, answer, *spare]), chance.choice((0, 0, 2)), chance.choice(turns)),
        ]
    sections = []
    for name, intensity, progression, shift, turn in plan:
        length = min(_PHRASE if name != "stillness" else _PHRASE // 2, bars)
        if length:
            sections.append(Section(name, length, intensity, progression, shift, turn))
        bars -= length
    if bars:
        sections.append(Section("return", bars, 3, answer, 0, "plain"))
    return sections


def cadence(mood: Mood) -> Chord:
    """Return the chord that leads home in the mood's mode."""
    if 1 in mood.scale:
        return chord("bII")
    if 10 in mood.scale and 11 not in mood.scale and 4 in mood.scale:
        return chord("bVII")
    return chord("V7")


def bars_of(sections: Sequence[Section], mood: Mood, tonic: int, *, leads_out: Chord | None = None) -> list[Bar]:
    """Lay the sections out bar by bar; each bar knows the chord that follows it.

    The last bar is the chord that leads home, or `leads_out` where the music goes on elsewhere.
    """
    bars: list[Bar] = []
    chords = [
        (section, at, chord(section.progression.split()[at % len(section.progression.split())]))
        for section in sections
        for at in range(section.bars)
    ]
    if len(chords) > 1:
        chords[-1] = (*chords[-1][:2], leads_out or cadence(mood))
    for index, (section, at, sounding) in enumerate(chords):
        following = chords[index + 1][2] if index + 1 < len(chords) else chord("i" if mood.minor else "I")
        bars.append(
            Bar(
                index, index * mood.beats, section, at, tonic + section.shift, sounding, following,
                _force(section, at, index / len(chords)),
            )
        )  # fmt: skip
    return bars


def _force(section: Section, at: int, share: float) -> float:
    """Return how strongly a bar is played: by its section, growing within a build, fullest at two thirds."""
    base = {1: 0.62, 2: 0.72, 3: 0.86, 4: 1.0}[section.intensity]
    growth = 0.1 * (at / max(1, section.bars - 1)) if section.name in ("build", "intro") else 0.0
    return min(1.0, base + growth + 0.06 * (1 - abs(share - 0.66) / 0.66))


def fitted(sections: Sequence[Section], levels: Sequence[int], *, opens: bool, arrives: bool) -> list[Section]:
    """Return `sections` no fuller than `levels` says at the bar each begins, one level a bar.

    A film's first section states the motif; music that arrives out of a swell is there at once.
    """
    result: list[Section] = []
    bar = 0
    for section in sections:
        level = levels[min(bar + section.bars // 2, len(levels) - 1)]
        full = max(1, min(section.intensity + (level - 3), level))
        turn = section.turn
        if bar == 0 and opens:
            turn = "herald"
        elif bar == 0 and arrives:
            full, turn = max(2, full, level - 1), "plain" if turn == "rest" else turn
        result.append(replace(section, intensity=full, turn=turn))
        bar += section.bars
    return result


def beats_in(seconds: float, mood: Mood, *, closes: bool = True) -> tuple[int, int]:
    """Return how many whole bars and how many beats of a closing chord fill `seconds` near the mood's tempo.

    A few seconds hold the closing chord alone. Music that does not close has bars only.
    """
    beats = max(2, round(seconds * mood.bpm / 60))
    if not closes:
        return max(1, round(beats / mood.beats)), 0
    if beats < mood.beats + 2:
        return 0, beats
    closing = max(2, round(min(_LONGEST_CLOSE_S, max(_CLOSE_S, seconds / 14)) * mood.bpm / 60))
    bars = max(1, (beats - closing) // mood.beats)
    return bars, beats - bars * mood.beats


def beat_times(beats: int, seconds: float, rubato: float, *, slows: bool = True) -> NDArray[np.float64]:
    """Return the second at which each beat falls, `beats` + 1 of them: even, or slowing into the end."""
    lengths = np.ones(beats)
    slowing = min(_BREATH_BEATS, beats // 2) if slows else 0
    lengths[beats - slowing :] += np.linspace(0.05, 0.5, slowing) * (0.2 + rubato)
    times = np.concatenate(([0.0], np.cumsum(lengths)))
    return np.asarray(times * (seconds / times[-1]), np.float64)
