"""Reads scene headings: the set, whether it is indoors, the hour, and the cut that leads to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fountain import HEADING, TIME_SLUG, heading_of, is_heading
from .hours import first_of
from .whereabouts import is_interior, kind_of
from .words import WORD

MARKS = {
    "dissolve": "DISSOLVE TO",
    "dip": "FADE TO BLACK",
    "dip_white": "FADE TO WHITE",
    "wipe": "WIPE TO",
    "match": "MATCH CUT TO",
}
PARTS = re.compile(
    r"\s+[-–—]+\s+|\s*[–—]\s*|,\s+|\.\s+(?=(?:DAY|NIGHT|MORNING|EVENING|AFTERNOON|DAWN|DUSK|LATER|CONTINUOUS)\b)",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\s+(?:in front of|outside|opposite|near|behind|beside|next to|by)\s+", re.IGNORECASE)
RETURNING = re.compile(r"^back (?:at|in|to|on|inside) (?:the )?", re.IGNORECASE)
SAME_PLACE = frozenset({"later", "continuous", "same", "moments", "meanwhile", "back"})
DEFAULT_KIND = "room"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; "" and None are what it does not say."""

    name: str
    kind: str
    interior: bool | None
    time: str
    weather: str
    flashback: bool = False
    later: bool = False


def marked(cut: str, heading: str) -> str:
    """Return a heading with the cut that leads to it, as a screenplay writes them: "DISSOLVE TO: EXT. SEA - DAY"."""
    return f"{MARKS[cut]}: {heading}" if cut in MARKS else heading


def unmarked(direction: str) -> tuple[str, str]:
    """Return (cut, heading) of a marked heading."""
    for cut, mark in MARKS.items():
        if direction.startswith(f"{mark}: "):
            return cut, direction[len(mark) + 2 :]
    return "", direction


def read_heading(text: str) -> Heading:
    """Return what a heading says: "LATER" says only that time has passed."""
    plain = heading_of(text) if is_heading(text) else text.lstrip(".")
    match = HEADING.match(plain) if is_heading(plain) else None
    rest = match[2] if match else plain
    inside = match[1].upper().startswith("I") and "EXT" not in match[1].upper() if match else None
    if match and match[1].upper().startswith("I") and "EXT" in match[1].upper():
        inside = True  # "INT./EXT. CAR" is seen from inside first
    parts = [part.strip(" ()[]") for part in PARTS.split(_without_brackets(rest)) if part.strip(" ()[]")]
    later = [part for part in parts if _is_time(part)]
    where = [part for part in parts if part not in later]
    said = [word.lower() for part in (later or parts) for word in WORD.findall(part)]
    time = first_of(said, "time_of_day") or ("day" if "day" in said else "")
    weather = first_of([word.lower() for word in WORD.findall(rest)], "weather")
    where = [RETURNING.sub("", part) for part in where]
    where = [BESIDE.split(part)[0] if kind_of(BESIDE.split(part)[0]) else part for part in where]
    name = where[-1] if len(where) > 1 and kind_of(where[-1]) and not kind_of(where[0]) else " ".join(where[:1])
    kind = kind_of(name) or next((kind_of(part) for part in where if kind_of(part)), "")
    if match is None and where:
        inside = None
    return Heading(
        name,
        kind or _default(name, inside=inside),
        inside if where else None,
        time,
        weather,
        _is_back(text),
        "LATER" in rest.upper(),
    )


def _default(name: str, *, inside: bool | None) -> str:
    if not name:
        return ""
    return "street" if inside is False else DEFAULT_KIND


def _without_brackets(rest: str) -> str:
    return re.sub(r"[()\[\]]", " - ", rest)


def _is_time(part: str) -> bool:
    said = [word.lower() for word in WORD.findall(part)]
    if not said:
        return True
    if TIME_SLUG.match(part.upper()) or (set(said) & SAME_PLACE and not (said[0] == "back" and kind_of(part))):
        return True
    known = {
        "day",
        "late",
        "early",
        "the",
        "next",
        "following",
        "same",
        "time",
        "present",
        "flashback",
        "dream",
        "winter",
        "summer",
    }
    return all(
        word in known or first_of([word], "time_of_day") or first_of([word], "weather") or word.isdigit()
        for word in said
    )


def _is_back(text: str) -> bool:
    return "FLASHBACK" in text.upper()


def inside_of(heading: Heading) -> bool:
    """Say whether a heading's set is indoors: as it says, else as its kind is."""
    return is_interior(heading.kind) if heading.interior is None else heading.interior


def titled(name: str) -> str:
    """Return a heading's name as it is written in a list: "GRANDMOTHER'S ATTIC" is "Grandmother's Attic"."""
    plain = " ".join(word[:1].upper() + word[1:] for word in name.split()) if name.islower() else name
    if not plain.isupper():
        return plain[:60]
    return " ".join(word[:1] + word[1:].lower() for word in plain.split())[:60]
