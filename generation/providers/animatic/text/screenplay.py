"""Reads a screenplay in Fountain or Hollywood form: headings, action, cues, parentheticals, dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import introductions
from .reading import clean

HEADING = re.compile(r"^\.?(?:INT|EXT|EST|INT\.?/EXT|EXT\.?/INT|I/E)[. ]\s*\S", re.IGNORECASE)
FORCED_HEADING = re.compile(r"^\.[^\W\d_]")
TRANSITION = re.compile(
    r"^(?:>.*|(?:[A-Z ]{2,30} TO|FADE (?:IN|OUT|TO BLACK)|CUT TO BLACK|DISSOLVE|THE END|TITLE CARD)[.:]?)$"
)
TITLE_KEY = re.compile(
    r"^(title|credit|author|authors|source|draft date|contact|copyright|notes|revision|format)\s*:\s*(.*)$",
    re.IGNORECASE,
)
EXTENSION = re.compile(r"\(([^()]*)\)")
OFF_SCREEN = {"V.O.": "voice over", "VO": "voice over", "O.S.": "off screen", "OS": "off screen", "O.C.": "off screen"}
CUE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a screenplay. `kind` is heading, action, dialogue or transition.

    An action's `introduced` are (name, looks) of the people whose names it has in capitals.
    """

    kind: str
    text: str
    speaker: str = ""
    direction: str = ""
    introduced: tuple[tuple[str, str], ...] = ()


def is_screenplay(text: str) -> bool:
    """Say whether a text is written as a screenplay: it has scene headings on lines of their own."""
    return any(HEADING.match(line.strip()) and line.strip()[:7].isupper() for line in text.split("\n"))


def title_of(text: str) -> str:
    """Return the title page's title, or ""."""
    for line in text.split("\n")[:20]:
        found = TITLE_KEY.match(line.strip())
        if found and found[1].lower() == "title":
            return found[2].strip(" *_")
    return ""


def elements(text: str) -> list[Element]:
    """Return the elements of a screenplay in order; actions as they are heard."""
    lines = [line.strip() for line in clean(text).split("\n")]
    found = list(_elements(lines[_title_page_end(lines) :]))
    cues = frozenset(element.speaker for element in found if element.kind == "dialogue")
    return [_heard(element, cues) if element.kind == "action" else element for element in found]


def _heard(element: Element, cues: frozenset[str]) -> Element:
    text, introduced = introductions.heard(element.text, cues)
    return replace(element, text=text, introduced=introduced)


def _title_page_end(lines: list[str]) -> int:
    """Return the first line after a title page (0 where there is none)."""
    first = next((at for at, line in enumerate(lines) if line), 0)
    if not lines or not TITLE_KEY.match(lines[first]):
        return 0
    return next((at for at in range(first, len(lines)) if not lines[at]), len(lines))


def _elements(lines: list[str]) -> Iterator[Element]:
    action: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        kind = _kind(lines, at)
        if kind == "action" and line:
            action.append(line.lstrip("!~"))
            at += 1
            continue
        if action:
            yield Element("action", " ".join(action))
            action = []
        if kind == "cue":
            spoken, at = _dialogue(lines, at)
            yield from spoken
            continue
        if kind in {"heading", "transition"}:
            yield Element(kind, line.lstrip(".> "))
        at += 1
    if action:
        yield Element("action", " ".join(action))


def _kind(lines: list[str], at: int) -> str:
    line = lines[at]
    if not line or line.startswith(("[[", "===")) or (line.startswith(("#", "= ")) and len(line) < 120):
        return "none"
    if HEADING.match(line) or (FORCED_HEADING.match(line) and not line.startswith("..")):
        return "heading"
    if TRANSITION.match(line):
        return "transition"
    return "cue" if _is_cue(lines, at) else "action"


def _is_cue(lines: list[str], at: int) -> bool:
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else ""
    if line.startswith("@"):
        return bool(following)
    name = EXTENSION.sub("", line).strip(" ^")
    plain = (
        name.isupper() and len(name) <= CUE_LENGTH and not name.endswith((".", "!", "?", ":", ","))
    ) or name.endswith("DR.")
    return bool(following) and plain and not HEADING.match(following) and not TRANSITION.match(following)


def _dialogue(lines: list[str], at: int) -> tuple[list[Element], int]:
    """Read one cue with what is said under it; return the lines and where reading goes on."""
    cue = lines[at]
    speaker = _name(cue)
    direction = _extension(cue)
    said: list[str] = []
    found: list[Element] = []
    at += 1
    while at < len(lines) and lines[at]:
        line = lines[at]
        if line.startswith("(") and line.endswith(")"):
            if said:
                found.append(Element("dialogue", " ".join(said), speaker, direction))
                said = []
            direction = "" if line.upper() in {"(MORE)", "(CONT'D)"} else line.strip("() ").lower()
        else:
            said.append(line)
        at += 1
    if said:
        found.append(Element("dialogue", " ".join(said), speaker, direction))
    return found, at


def _name(cue: str) -> str:
    """Return the speaker's name as it is written in running text: "JACK KANE (V.O.)" is "Jack Kane"."""
    name = EXTENSION.sub("", cue).strip(" ^@")
    if not name.isupper():
        return name or "Voice"
    return (
        " ".join(part if re.fullmatch(r"(?:[A-Z]\.)+", part) else part.capitalize() for part in name.split()) or "Voice"
    )


def _extension(cue: str) -> str:
    for inside in EXTENSION.findall(cue):
        if inside.strip().upper() in OFF_SCREEN:
            return OFF_SCREEN[inside.strip().upper()]
    return ""
