"""Finds the sounds that happen in a sentence, and the word at which each is heard: "the door slammed"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .words import lexicon

PLAIN = re.compile(r"[^\w'’-]+")
WITHIN = 6  # words between "door" and "slammed"
MOST = 3  # of one segment
SILENT = frozenset({"no", "not", "never", "without", "nobody", "didn't", "doesn't", "if", "like"})


def sounds_in(text: str) -> list[dict[str, Any]]:
    """Return [{"sound", "word"}] of what is heard in a narrated text, in order; `word` counts from 0."""
    said = [PLAIN.sub("", word).lower().replace("’", "'") for word in text.split()]
    found: dict[str, int] = {}
    for at, word in enumerate(said):
        for other, sound in _table().get(word, ()):
            near = said[max(0, at - WITHIN) : at + WITHIN + 1]
            if (not other or other in near) and not SILENT & set(said[max(0, at - 3) : at]):
                found.setdefault(sound, at)
                break
    return [{"sound": sound, "word": at} for sound, at in list(found.items())[:MOST]]


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    """Return the word at which a sound is heard -> [(the word that must be near, the sound)], the choosiest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for sound, line in lexicon("feeling")["cues"].items():
        for entry in str(line).split():
            first, _, second = entry.partition("+")
            table.setdefault(second or first, []).append((first if second else "", sound))
    return {word: sorted(rows, key=lambda row: not row[0]) for word, rows in table.items()}
