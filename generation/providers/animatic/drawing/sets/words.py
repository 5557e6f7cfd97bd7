"""What the words of a set's description say of it: its era, its colours, its state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

ERAS: dict[str, str] = {
    "future": "future futuristic cyberpunk sci-fi scifi spacefaring neon 22nd 23rd 24th 25th dystopian utopian",
    "medieval": "medieval ancient fantasy roman greek viking fairy middle feudal knights renaissance tudor egyptian "
    "biblical 12th 13th 14th 15th 16th",
    "victorian": "victorian edwardian regency georgian colonial gaslit steampunk wild 17th 18th 19th",
    "classic": "twenties thirties forties noir deco gatsby prohibition wartime 20th",
    "retro": "fifties sixties seventies retro mid-century hippie mod",
    "modern": "modern contemporary present today now eighties nineties 21st current",
}
"""Eras that look different, and the words that mean them, the strongest first."""

_LAST_YEARS = ((1600, "medieval"), (1914, "victorian"), (1949, "classic"), (1979, "retro"), (2040, "modern"))
"""The last year of each era; later ones are the future."""

_IMPLIED = {
    "medieval": "castle fortress throne dungeon knight dragon wizard kingdom blacksmith",
    "victorian": "saloon gaslight carriage sheriff sheriffs frontier galleon pirate cowboy cowboys outlaw outlaws "
    "gunslinger stagecoach homestead",
    "future": "spaceship starship android robot hologram cyborg",
}
"""Words that say an era where nothing else does."""

_RAILWAY = frozenset({"train", "railway", "subway", "metro", "underground", "tram"})
"""Words by which a carriage is not one with horses."""

_WESTERN = frozenset({"western town", "wild west", "old west", "ghost town", "desert town", "western street"})
"""Pairs of words that mean the West of the nineteenth century where no other era is said."""

COLOURS: dict[str, str] = {
    "red": "#c0392f", "crimson": "#a8242c", "scarlet": "#d8342c", "orange": "#e08a3c", "yellow": "#e8c84a",
    "golden": "#d9b04a", "gold": "#d9b04a", "green": "#4a8a56", "emerald": "#2f9a6a", "turquoise": "#3fb0a8",
    "teal": "#2f8a8a", "blue": "#3f6fb0", "navy": "#2c3f6a", "purple": "#7a4a9a", "violet": "#8a5ab8",
    "pink": "#e08aa8", "brown": "#7a5236", "black": "#24242a", "white": "#f2efe8", "grey": "#8a8d92",
    "gray": "#8a8d92", "silver": "#b8bec4", "beige": "#d8c8a8", "cream": "#efe4cc",
}  # fmt: skip
"""What colour words look like."""

WORN = frozenset(
    [
        "ruined",
        "abandoned",
        "derelict",
        "dusty",
        "decayed",
        "decaying",
        "broken",
        "haunted",
        "crumbling",
        "rundown",
        "run-down",
        "shabby",
        "dilapidated",
        "deserted",
        "wrecked",
        "forgotten",
        "neglected",
        "grimy",
        "dirty",
        "burnt",
    ]
)
GRAND = frozenset(
    [
        "luxurious",
        "luxury",
        "elegant",
        "grand",
        "posh",
        "rich",
        "opulent",
        "royal",
        "lavish",
        "palatial",
        "fancy",
        "splendid",
        "mansion",
        "manor",
        "palace",
        "ornate",
        "gilded",
    ]
)
WEST = frozenset(
    [
        "western", "frontier", "wild west", "old west", "cowboy", "cowboys", "sheriff", "sheriffs", "saloon", "outlaw",
        "outlaws", "gunslinger", "gold rush", "ghost town", "desert", "prairie", "tumbleweed", "stagecoach", "ranch",
        "homestead", "mesa", "canyon", "badlands", "western town", "desert town", "frontier town",
    ]
)  # fmt: skip
"""Words that set a story of the nineteenth century in the West."""

COSY = frozenset(["cosy", "cozy", "warm", "snug", "homely", "comfortable", "inviting", "candlelit", "rustic"])
CROWDED = frozenset(["crowded", "busy", "packed", "bustling", "lively", "full", "teeming"])
EMPTY = frozenset(["empty", "deserted", "abandoned", "lonely", "quiet", "silent"])
NEON = frozenset(["neon", "cyberpunk", "glowing", "electric", "futuristic"])

_WORD = re.compile(r"[\w-]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def words_of(text: object) -> list[str]:
    """Return the lower-case words of `text` in order, and after them its pairs of neighbours ("red door").

    A word with hyphens stands for itself and for its parts; "captain's cabin" is a captain cabin.
    """
    words: list[str] = []
    for word in _WORD.findall(_POSSESSIVE.sub("", str(text or "").lower())):
        words += [word, *word.split("-")] if "-" in word.strip("-") else [word]
    return [*words, *(f"{first} {second}" for first, second in pairwise(words))]


def era_of(place: Mapping[str, Any]) -> str:
    """Return "medieval", "victorian", "classic", "retro", "modern" or "future", from the set's era and words."""
    said = words_of(place.get("era"))
    told = [*words_of(place.get("kind")), *words_of(place.get("description")), *words_of(place.get("name"))]
    for words in (said, told):
        found = _era_in(words)
        if found:
            return found
    if not set(told).isdisjoint(_WESTERN):
        return "victorian"
    if _RAILWAY & set(told):
        told = [word for word in told if word != "carriage"]
    implied = (era for era, listed in _IMPLIED.items() if not set(told).isdisjoint(listed.split()))
    return next(implied, "modern")


def _era_in(words: list[str]) -> str:
    years = [int(year[1]) for year in (re.fullmatch(r"(\d{3,4})s?", word) for word in words) if year]
    if years:
        return next((era for last, era in _LAST_YEARS if years[0] <= last), "future")
    return next((era for era, listed in ERAS.items() if not set(words).isdisjoint(listed.split())), "")
