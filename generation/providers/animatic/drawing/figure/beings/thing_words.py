"""Which thing somebody is: "thing:printer", "a talking vacuum cleaner", or a printer that is said to be talking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generation.providers.animatic.drawing.figure.colours import words_of
from generation.providers.animatic.drawing.props import is_drawable, prop_word

from .words import HUMAN, WORDS

_MARK = "thing:"
"""Before the name of a thing: whoever is called so is that thing, whatever else its words may mean."""

_FIELDS = ("kind", "species", "features", "role", "name")
_TALKING = re.compile(r"^(?:an? |the )?(?:talking|living|speaking)\s+(.+)$")
_MACHINE = re.compile(r"\s+machine$")


def thing_named(entry: Mapping[str, Any]) -> str:
    """Return the name of the thing that an entry says somebody is, as it is to be drawn, or ""."""
    for key in _FIELDS:
        said = str(entry.get(key) or "").strip().casefold()
        if said.startswith(_MARK):
            return said.removeprefix(_MARK).split(",")[0].strip()
    parts = [part.strip().casefold() for part in str(entry.get("features") or "").split(",")]
    for part in [match.group(1) for each in parts if (match := _TALKING.match(each))]:
        if _is_thing(part):
            return part
    if "talking" not in parts[1:]:
        return ""
    # "Printer machine" is a printer, and a washing machine is what it says.
    thing = parts[0] if prop_word(parts[0]).endswith("machine") else _MACHINE.sub("", parts[0])
    return _in_full(thing, entry) if _is_thing(thing) else ""


def _is_thing(phrase: str) -> bool:
    words = words_of(phrase)
    creature = bool(words) and words[-1] in WORDS
    return bool(words) and not creature and not HUMAN.intersection(words) and is_drawable(phrase)


def _in_full(thing: str, entry: Mapping[str, Any]) -> str:
    """Return what a thing is called in its role or its name, where that says more: "ice cream truck"."""
    for key in ("role", "name"):
        said = str(entry.get(key) or "").strip().casefold()
        if said.endswith(f" {thing}") and _is_thing(said):
            return said.removeprefix("the ")
    return thing
