"""Learns what a story's own names for places mean: "the starship Perpetua", "the Blue Parrot was a basement bar"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .words import kinds

NAME = r"((?:[A-ZÀ-Þ][\w'’\-]+)(?: [A-ZÀ-Þ][\w'’\-]+){0,2})"
BEFORE = re.compile(rf"\b([a-z]+(?:-[a-z]+)?),? (?:called |named |known as )?(?:[Tt]he )?{NAME}")
AFTER = re.compile(rf"\b[Tt]he {NAME} (?:was|is) (?:an?|the|our|his|her) ((?:[a-z\-]+ ){{0,3}}[a-z\-]+)")
DESCRIBED = 4  # words after "was a" among which the kind of place stands


def named_places(text: str) -> dict[str, str]:
    """Return name -> the word for its kind, for names that the text also writes with "the": "the Perpetua"."""
    found: dict[str, str] = {}
    for match in BEFORE.finditer(text):
        word = match[1].lower()
        if word in kinds() and re.search(rf"\b(?:the|The) {re.escape(match[2])}\b", text):
            found.setdefault(match[2], word)
    for match in AFTER.finditer(text):
        kind = next((word for word in reversed(match[2].split()[:DESCRIBED]) if word in kinds()), "")
        if kind:
            found.setdefault(match[1], kind)
    return {name: word for name, word in found.items() if name.split()[-1].lower() not in kinds()}


def with_kinds(text: str, names: Mapping[str, str]) -> str:
    """Return a sentence with the kind of every place that has a name told: "aboard the Perpetua Starship"."""
    for name, word in names.items():
        if name in text:
            text = re.sub(rf"\b([Tt]he {re.escape(name)})\b(?!['’])", rf"\1 {word.capitalize()}", text)
    return text
