"""What faces do while time passes: mouths in time with speech, and blinks."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from generation.providers.base import SpokenPart

LEVELS = (0.0, 0.15, 0.3, 0.6, 0.95)
"""The mouth openings that are drawn; between them the eye sees no difference at 24 frames a second."""

OPENINGS: dict[str, float] = (
    dict.fromkeys("ɑaæɐɒAI", 0.85)
    | dict.fromkeys("ɔoOWY", 0.75)
    | dict.fromkeys("eɛEʌQ", 0.65)
    | dict.fromkeys("əɜɚɝ", 0.45)
    | dict.fromkeys("iɪyʏ", 0.38)
    | dict.fromkeys("uʊɯw", 0.35)
    | dict.fromkeys("mbp", 0.0)
    | dict.fromkeys("fvɱ", 0.06)
)
"""How far a sound opens the mouth, 0 to 1, by IPA letter (capitals are some voices' diphthongs)."""

CONSONANT = 0.2
SILENT = frozenset(" _.,;:!?…—-ˈˌː'\"|()")
CLOSED = frozenset("mbp")

SYLLABLES_PER_SECOND = 4.3
"""The pace of a mouth whose sounds are not known."""

BLINK_EVERY_S = (3.0, 5.0)
BLINK_LASTS_S = (0.10, 0.13)
BLINKS_APART_S = 0.35
"""The least time between two people's blinks, so that a crowd does not blink as one."""


def same_person(first: str, second: str) -> bool:
    """Whether two names mean the same person."""
    return bool(first.strip()) and first.strip().casefold() == second.strip().casefold()


def mouth_levels(speech: Iterable[SpokenPart], person: str, frames: int, rate: int) -> list[float]:
    """Return the mouth of `person` for every frame, each one of `LEVELS`."""
    openings = [0.0] * frames
    pressed: set[int] = set()
    for part in speech:
        if same_person(part.speaker, person):
            for symbol, start_ms, end_ms in part.phones or _babble(part):
                _open(openings, pressed, symbol, (start_ms, end_ms), rate)
    return [LEVELS[0] if frame in pressed else _nearest(_softened(openings, frame)) for frame in range(frames)]


def _open(openings: list[float], pressed: set[int], symbol: str, span: tuple[int, int], rate: int) -> None:
    first = max(0, math.floor(span[0] * rate / 1000))
    last = min(len(openings), max(first + 1, math.floor(span[1] * rate / 1000)))
    for frame in range(first, last):
        openings[frame] = max(openings[frame] if frame == first else 0.0, opening(symbol))
    if first < last and CLOSED & set(symbol):
        pressed.add(first)


def opening(symbol: str) -> float:
    """Return how far the sound `symbol` (one IPA letter or several) opens the mouth, 0 to 1."""
    letters = [letter for letter in symbol if letter not in SILENT]
    return max((OPENINGS.get(letter, CONSONANT) for letter in letters), default=0.0)


def _babble(part: SpokenPart) -> list[tuple[str, int, int]]:
    draw, beat = random.Random(part.start_ms), 1000 / SYLLABLES_PER_SECOND
    count = max(1, round((part.end_ms - part.start_ms) / beat))
    step = (part.end_ms - part.start_ms) / count
    sounds: list[tuple[str, int, int]] = []
    for index in range(count):
        start = part.start_ms + index * step
        sounds.append((draw.choice("ɑɔɛəɪ"), round(start), round(start + step * 0.6)))
        sounds.append((draw.choice("tsmnl"), round(start + step * 0.6), round(start + step)))
    return sounds


def _softened(openings: Sequence[float], frame: int) -> float:
    before = openings[frame - 1] if frame else 0.0
    after = openings[frame + 1] if frame + 1 < len(openings) else 0.0
    return 0.2 * before + 0.6 * openings[frame] + 0.2 * after


def _nearest(value: float) -> float:
    return min(LEVELS, key=lambda level: abs(level - value))


def blinks(people: Sequence[str], seconds: float, seed: int) -> dict[str, list[tuple[float, float]]]:
    """Return when each person's eyes are shut: (start, end) in seconds, no two people at once."""
    taken: list[float] = []
    spans: dict[str, list[tuple[float, float]]] = {}
    for person in people:
        draw = _draw_for(person, seed)
        spans[person], moment = [], draw.uniform(0.9, BLINK_EVERY_S[0])
        while moment < seconds:
            while any(abs(moment - other) < BLINKS_APART_S for other in taken):
                moment += BLINKS_APART_S
            taken.append(moment)
            spans[person].append((moment, moment + draw.uniform(*BLINK_LASTS_S)))
            moment += draw.uniform(*BLINK_EVERY_S)
    return spans


def _draw_for(person: str, seed: int) -> random.Random:
    return random.Random(blake2b(f"{seed}/{person.casefold()}".encode(), digest_size=8).digest())
