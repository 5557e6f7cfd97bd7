"""From the words a plan uses for sounds to the sounds that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .foley_grounds import AT_PLACES, RUNNING_WORDS, SURFACE_WORDS
from .foley_lexicon import NAMES

_SOFT = frozenset({"distant", "far", "faint", "soft", "quiet", "gentle", "light", "muffled", "low", "away", "softly"})
_FAR = frozenset({"distant", "far", "faint", "muffled", "away", "distance", "outside", "echoing"})
_STRONG = frozenset({"loud", "heavy", "strong", "roaring", "violent", "pouring", "close", "huge", "loudly", "massive"})
_SKIPPED = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "at",
        "to",
        "into",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
        "some",
        "with",
        "by",
        "from",
        "over",
        "under",
        "through",
        "out",
        "up",
        "down",
        "off",
        "against",
        "sound",
        "sounds",
        "noise",
        "noises",
        "hear",
        "heard",
        "distant",
        "far",
        "faint",
        "soft",
        "quiet",
        "gentle",
        "light",
        "muffled",
        "low",
        "away",
        "softly",
        "loud",
        "heavy",
        "strong",
        "violent",
        "close",
        "huge",
        "loudly",
        "massive",
        "distance",
        "one",
        "two",
        "three",
        "old",
        "new",
        "big",
        "small",
        "little",
        "tiny",
        "sudden",
        "suddenly",
        "quick",
        "quickly",
        "slow",
        "slowly",
        "again",
        "someone",
        "somebody",
    ]
)
_MOST_WORDS = 4

Stems = tuple[str, ...]


def _stem(word: str) -> str:
    """Return a word without its ending, so that slams, slammed and slamming are slam."""
    for ending in ("ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 3 else word


def _stems(phrase: str) -> list[str]:
    """Return the stems of a phrase's telling words; "" where "and" or a comma ends a thought."""
    words = re.findall(r"[a-z]+|[,;.&+]", phrase.lower().replace("'", "").replace("’", ""))
    return ["" if word == "and" or not word.isalpha() else _stem(word) for word in words if word not in _SKIPPED]


def _keys(name: str) -> Iterator[Stems]:
    stems = tuple(filter(None, _stems(name)))
    if stems:
        yield stems
        if len(stems) == 2:
            yield stems[::-1]


def _table() -> dict[Stems, tuple[str, ...]]:
    table: dict[Stems, tuple[str, ...]] = {}
    for sound, names in NAMES.items():
        for name in (sound, *names.split("|")):
            for key in _keys(name):
                table.setdefault(key, (sound,))
    for place, sounds in AT_PLACES.items():
        for key in _keys(place):
            table[key] = sounds
    # A sound's own name means that sound, whatever else it may be a word for.
    table.update({key: (sound,) for sound in NAMES for key in list(_keys(sound))[:1]})
    return table


_TABLE = _table()
_SURFACES = {_stem(word): surface for surface, words in SURFACE_WORDS.items() for word in words.split()}
_RUNNING = frozenset(map(_stem, RUNNING_WORDS.split()))


def sounds_named(phrase: str) -> tuple[str, ...]:
    """Return the sounds a phrase such as "heavy rain and a distant bell" names; () where it names none.

    Each thought of it (up to a comma or an "and") names one: the one that most of its words stand for, or the first.
    """
    stems = _stems(phrase)
    found: list[str] = []
    thought: list[str] = []
    for stem in [*stems, ""]:
        if stem:
            thought.append(stem)
            continue
        found += [_on_its_ground(sound, frozenset(thought)) for sound in _best(thought)]
        thought = []
    return tuple(dict.fromkeys(found))


def _best(thought: list[str]) -> tuple[str, ...]:
    for length in range(min(_MOST_WORDS, len(thought)), 0, -1):
        for at in range(len(thought) - length + 1):
            named = _TABLE.get(tuple(thought[at : at + length]))
            if named:
                return named
    return ()


def _on_its_ground(sound: str, stems: frozenset[str]) -> str:
    """Return steps as they sound on the ground that the phrase names."""
    if sound not in ("footsteps", "running"):
        return sound
    pace = "running" if stems & _RUNNING else sound
    surface = next((_SURFACES[stem] for stem in sorted(stems) if stem in _SURFACES), "")
    name = f"{pace} {surface}" if surface else pace
    return name if name in NAMES else pace


def loudness_of(phrase: str) -> float:
    """Return the gain its adjectives give a sound: less for "distant", more for "heavy", 1 otherwise."""
    words = set(re.findall(r"[a-z]+", phrase.lower()))
    return 0.5 if words & _SOFT else 1.35 if words & _STRONG else 1.0


def is_far(phrase: str) -> bool:
    """Return whether a sound is heard from far off or through a wall."""
    return bool(set(re.findall(r"[a-z]+", phrase.lower())) & _FAR)
