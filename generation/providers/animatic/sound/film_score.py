"""The score of a whole film: a cue for each stretch of one mood, in related keys, each leading into the next.

One motif, made from the seed, is heard in all of them, told in each mood's own way. A cue ends on the cut: it
resolves and rings over it, takes a breath before it, or swells into the next cue's first beat. The last one comes
home and rings out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .composer import Passage, Score, compose_passage
from .harmony import Chord
from .melody import Motif, make_theme
from .moods import Mood

SILENCE = frozenset({"none", "silence", "silent", "no music"})

_SHORTEST_S = 6.5
"""A stretch shorter than this has no time for a cue of its own and belongs to its neighbour's."""
_SHORTEST_SILENCE_S = 1.5
_BREATH_S = 0.75
_RING_S = 1.3
_LEVELS_A_CUE = 24
_LOUDER_DB = 9.0
"""How much louder music of full energy is than music of none."""

_FAR_KEYS = (5, 7, 2, 10, 5, 9)
"""How far, in semitones up, the keys between the first and the last cue lie from the film's home."""

# Moods that come in with weight: what is before them swells into them.
_WEIGHTY = frozenset({"epic", "heroic", "adventure", "tense", "dark", "joyful"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is asked for a part of the film; `energy` is 0 to 1."""

    start_s: float
    end_s: float
    mood: str
    energy: float

    @property
    def silent(self) -> bool:
        """Whether no music is wanted."""
        return self.mood.strip().lower() in SILENCE

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of one mood, None for silence; `energies` are (second, energy) from which each holds."""

    start_s: float
    end_s: float
    mood: Mood | None
    energies: tuple[tuple[float, float], ...]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s

    @property
    def energy(self) -> float:
        """Its energy on average."""
        ends = [*(start for start, _ in self.energies[1:]), self.end_s]
        parts = zip(self.energies, ends, strict=True)
        return sum(energy * (end - start) for (start, energy), end in parts) / max(self.seconds, 1e-6)

    def levels(self) -> tuple[int, ...]:
        """Return how full its parts are, in steps of even length."""
        found = []
        for step in range(_LEVELS_A_CUE):
            at = self.start_s + self.seconds * (step + 0.5) / _LEVELS_A_CUE
            energy = [energy for start, energy in self.energies if start <= at][-1]
            found.append(min(4, max(1, 1 + round(3 * energy))))
        return tuple(found)


def cues_of(stretches: Sequence[Stretch], seconds: float, mood_of: Callable[[str], Mood]) -> list[Cue]:
    """Return the film's cues: they cover 0 to `seconds`, neighbours differ, none is too short to be music."""
    cues: list[Cue] = []
    for stretch in _covering(stretches, seconds):
        mood = None if stretch.silent else mood_of(stretch.mood)
        shortest = _SHORTEST_SILENCE_S if mood is None else _SHORTEST_S
        energies = ((stretch.start_s, stretch.energy),)
        last = cues[-1] if cues else None
        if last and (last.mood is mood or (stretch.seconds < shortest and last.mood)):
            cues[-1] = replace(last, end_s=stretch.end_s, energies=last.energies + energies)
        elif last and last.mood and mood and last.seconds < _SHORTEST_S:
            cues[-1] = Cue(last.start_s, stretch.end_s, mood, (*last.energies, *energies))
        else:
            cues.append(Cue(stretch.start_s, stretch.end_s, mood, energies))
    return _joined(cues)


def _joined(cues: Sequence[Cue]) -> list[Cue]:
    """Return `cues` with neighbours of one mood made one."""
    result: list[Cue] = []
    for cue in cues:
        if result and result[-1].mood is cue.mood:
            result[-1] = replace(result[-1], end_s=cue.end_s, energies=result[-1].energies + cue.energies)
        else:
            result.append(cue)
    return result


def _covering(stretches: Sequence[Stretch], seconds: float) -> list[Stretch]:
    """Return the stretches in order, within the film, each from the end of the one before, without a gap."""
    result: list[Stretch] = []
    ordered = sorted((stretch for stretch in stretches if stretch.start_s < seconds), key=lambda one: one.start_s)
    for index, stretch in enumerate(ordered):
        start = ordered[index].start_s if index else 0.0
        end = ordered[index + 1].start_s if index + 1 < len(ordered) else seconds
        if end > start:
            result.append(replace(stretch, start_s=start, end_s=min(end, seconds)))
    return result


def compose_film(cues: Sequence[Cue], seconds: float, seed: int) -> tuple[Score, list[dict[str, object]]]:
    """Return the whole score, and for each cue its start, mood, key, tempo and how it leads on."""
    chance = random.Random(f"film {seed}")
    theme = make_theme(chance)
    home = chance.randrange(12)
    scores: list[tuple[Cue, Score]] = []
    told: list[dict[str, object]] = []
    tonics = _tonics(cues, home)
    joins = [_join(cues, index, chance) for index in range(len(cues))]
    for index, cue in enumerate(cues):
        if cue.mood is None:
            told.append({"start_ms": round(cue.start_s * 1000), "mood": "none"})
            continue
        following = tonics[index + 1] if index + 1 < len(cues) else 0
        arrives = index > 0 and joins[index - 1] == "swell"
        passage = _passage(cue, cue.mood, tonics[index], theme, joins[index], following)
        passage = replace(passage, opens=cue.start_s == 0, arrives=arrives)
        score = compose_passage(passage, f"{cue.mood.name} {seed} {index}")
        scores.append((cue, score))
        told.append(
            {
                "start_ms": round(cue.start_s * 1000), "mood": cue.mood.name, "key": score.key, "bpm": score.bpm,
                "ends": joins[index],
            }
        )  # fmt: skip
    return _assembled(scores, seconds), told


def _passage(cue: Cue, mood: Mood, tonic: int, theme: Motif, join: str, following: int) -> Passage:
    passage = Passage(mood, cue.seconds, tonic, cue.levels(), theme)
    if join == "swell":
        # The dominant of the key to come, seen from this one.
        root = (following + 7 - tonic) % 12
        return replace(passage, leads_out=Chord(root, (root, root + 4, root + 7, root + 10)))
    if join == "breath":
        return replace(passage, seconds=cue.seconds - _BREATH_S)
    return replace(passage, rings_s=_RING_S if join == "ring" else 0.0)


def _join(cues: Sequence[Cue], index: int, chance: random.Random) -> str:
    """Return how a cue leads on: "home" at the end of the film, else "swell", "breath" or "ring"."""
    if index + 1 == len(cues):
        return "home"
    cue, following = cues[index], cues[index + 1]
    if cue.mood is None or following.mood is None or cue.seconds < _SHORTEST_S:
        return "ring"
    grows = following.energy >= cue.energies[-1][1] + 0.12
    if grows or (following.mood.name in _WEIGHTY and following.energy >= 0.5):
        return "swell"
    return chance.choice(("ring", "ring", "breath"))


def _tonics(cues: Sequence[Cue], home: int) -> list[int]:
    """Return each cue's tonic: first and last at home, others related; minor moods in the relative minor."""
    tonics = []
    for index, cue in enumerate(cues):
        away = 0 if index in (0, len(cues) - 1) else _FAR_KEYS[(index - 1) % len(_FAR_KEYS)]
        if cue.mood is None:
            tonics.append(home)
            continue
        wanted = home + away + (9 if cue.mood.minor else 0)
        tonics.append(cue.mood.tonic + (wanted - cue.mood.tonic + 5) % 12 - 5)
    return tonics


def _assembled(scores: Sequence[tuple[Cue, Score]], seconds: float) -> Score:
    notes = [
        replace(note, start_s=note.start_s + cue.start_s, length_s=min(note.length_s, seconds - note.start_s))
        for cue, score in scores
        for note in score.notes
        if note.start_s + cue.start_s < seconds
    ]
    notes.sort(key=lambda note: (note.start_s, note.instrument, note.pitch))
    sections = tuple(
        (name, start + round(cue.start_s * 1000)) for cue, score in scores for name, start in score.sections
    )
    harmony = tuple((at + cue.start_s, tones) for cue, score in scores for at, tones in score.harmony)
    last = scores[-1][1] if scores else Score((), seconds, 0.0, "", ())
    levels = tuple((cue.start_s, _LOUDER_DB * (cue.energy - 0.5)) for cue, _ in scores)
    return Score(tuple(notes), seconds, last.bpm, last.key, sections, harmony, levels)
