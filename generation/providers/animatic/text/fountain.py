"""The marks of a screenplay on paper: what is furniture (never heard), and what kind of line a line is.

Screenplays come in Fountain, pasted out of a word processor, or typed from memory: with lost or odd indentation,
scene numbers, page numbers, and directions in any case. Everything here works line by line.
"""

from __future__ import annotations

import re

from .reading import clean
from .words import kinds, words

HEADING = re.compile(
    r"^(?:scene\s+\d+\w?\s*[.:\-–—]?\s*|\d+[a-z]?[.)]?\s+)?\.?"
    r"(INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|INTERIOR|EXTERIOR|INT|EXT|EST|I/E)\s*[.:\-–—]?\s+(\S.*)$",
    re.IGNORECASE,
)
FORCED_HEADING = re.compile(r"^\.[^\W_]")
SCENE_NUMBER = re.compile(r"\s*#[\w.\-)]+#\s*$")
NUMBERED_AT_END = re.compile(r"\s+\d+[A-Z]?$")
TRANSITION = re.compile(
    r"^(?:[A-Z][A-Z' ]{0,24} )?(?:CUT|FADE|DISSOLVE|WIPE|IRIS|CROSSFADE|CROSS FADE|BACK)(?:S|ING)?"
    r"(?: (?:BACK )?(?:TO|IN|OUT|UP|ON|THROUGH|FROM|IN ON|OUT ON|ACROSS))?"
    r"(?: (?:BLACK|WHITE|SCENE|TITLES?|CREDITS))?\s*[.:]*$"
)
LOOSE_TRANSITION = re.compile(
    r"^(?:smash |match |jump |hard |quick )?(?:cut|fade|dissolve|wipe)(?: (?:to|in|out))?\b[^.!?]{0,18}[:.]$",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"^(?:\(?CONTINUED:?\)?(?: \(\d+\))?|\(MORE\)|\d{1,3}\.|INTERCUT\b.*|END (?:OF )?(?:INTERCUT|MONTAGE|FLASHBACK).*|"
    r"THE END\.?|END\.?|(?:OPENING|END|CLOSING) (?:TITLES|CREDITS).*|TITLE CARD:?|"
    r"ACT [A-Z0-9]+\.?|TEASER|COLD OPEN:?|SCENE \d+)$"
)
TIME_SLUG = re.compile(
    r"^(?:MOMENTS?|MINUTES?|HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?|"
    r"[A-Z\-]+ (?:MINUTES?|HOURS?|DAYS?|WEEKS?|MONTHS?|YEARS?)|"
    r"SOME TIME|A LITTLE|LATER|CONTINUOUS|SAME(?: TIME)?|MEANWHILE|THAT|THE (?:NEXT|SAME|FOLLOWING))"
    r"(?: (?:LATER|EARLIER|BEFORE|AFTER|THAT|SAME|DAY|NIGHT|MORNING|EVENING|AFTERNOON|TIME|DAWN|DUSK))*"
    r"(?:\s*[-–—,]\s*[A-Z ]+)?[.:]?$"
)
MONTAGE = re.compile(r"^(?:MONTAGE|SERIES OF SHOTS|FLASHBACK|DREAM SEQUENCE)\b\s*[:.\-–—]*\s*(.*)$")
TITLE_KEY = re.compile(
    r"^(title|credit|author|authors|written by|source|draft date|date|contact|copyright|"
    r"notes|revision|format|genre|logline)\s*:\s*(.*)$",
    re.IGNORECASE,
)
SUPER = re.compile(r"^(?:SUPER(?:IMPOSE)?|TITLE|CAPTION|CHYRON)\s*(?:CARD|OVER BLACK)?\s*[:\-–—]\s*", re.IGNORECASE)
BONEYARD = re.compile(r"/\*.*?\*/", re.DOTALL)
NOTE = re.compile(r"\[\[.*?\]\]", re.DOTALL)
EMPHASIS = re.compile(r"(\*{1,3}|_)(?=\S)([^*_\n]*?\S)\1(?!\w)")
EXTENSION = re.compile(r"\(([^()]*)\)")
CUE_LENGTH, CUE_WORDS = 40, 5
LONGEST_HEADING = 110
LONGEST_TITLE = 9  # words
TRANSITIONS = (
    ("match", "match"),
    ("wipe", "wipe"),
    ("iris", "wipe"),
    ("white", "dip_white"),
    ("dissolve", "dissolve"),
    ("cross", "dissolve"),
    ("fade", "dip"),
    ("black", "dip"),
)


def lines_of_paper(text: str) -> list[str]:
    """Return a screenplay's lines, with their indentation, without notes, boneyard and marks of emphasis."""
    plain = NOTE.sub("", BONEYARD.sub("", clean(text).replace("\t", "    ")))
    for _ in range(2):
        plain = EMPHASIS.sub(r"\2", plain)
    return [line.rstrip().replace("\\*", "*").replace("\\_", "_") for line in plain.split("\n")]


def is_heading(line: str) -> bool:
    """Say whether a line is a scene heading, in capitals or not: "INT. BAR - NIGHT", "Scene 2. Ext. garden, later"."""
    if FORCED_HEADING.match(line):
        return not line.startswith("..")
    found = HEADING.match(line)
    if not found or len(line) > LONGEST_HEADING:
        return False
    prefix = found[1]
    dotted = line[found.end(1) : found.end(1) + 1] in {".", ":"}
    return (prefix.isupper() and (dotted or line.isupper() or " - " in line)) or (dotted and not line.endswith("!"))


def heading_of(line: str) -> str:
    """Return a heading without its numbers: "4 INT. BAR - NIGHT 4" is "INT. BAR - NIGHT"."""
    plain = SCENE_NUMBER.sub("", line)
    found = HEADING.match(plain)
    if not found:
        return plain.lstrip(". ")
    numbered = plain[: found.start(1)].strip(" .")
    rest = NUMBERED_AT_END.sub("", found[2]) if numbered[:1].isdigit() else found[2]
    prefix = re.sub(r"[.\s]", "", found[1].upper())
    prefix = {"INTERIOR": "INT", "EXTERIOR": "EXT", "I/E": "INT/EXT"}.get(prefix, prefix).replace("/", "./")
    return f"{prefix}. {rest.strip()}"


def is_transition(line: str) -> bool:
    """Say whether a line says how one scene becomes the next."""
    if line.startswith(">"):
        return not line.endswith("<")
    return bool(TRANSITION.match(line) or LOOSE_TRANSITION.match(line))


def transition_of(line: str) -> str:
    """Return the cut that a line asks for: cut, dissolve, dip, dip_white, wipe or match."""
    said = line.lower()
    return next((kind for word, kind in TRANSITIONS if word in said), "cut")


def is_furniture(line: str) -> bool:
    """Say whether a line is no part of the story: page breaks, sections, synopses, page numbers."""
    if line.startswith(("===", "#")) or (line.startswith("=") and not line.startswith("==")):
        return True
    return bool(FURNITURE.match(line))


def is_slug(lines: list[str], at: int) -> bool:
    """Say whether a line in capitals by itself moves the scene: "LATER", "THE KITCHEN"."""
    line = lines[at].strip()
    alone = not _at(lines, at + 1) and not _at(lines, at - 1)
    if not alone or not line.isupper() or line.startswith(">") or line.endswith(("!", "?")):
        return False
    if TIME_SLUG.match(line) or MONTAGE.match(line):
        return True
    said = words(line)
    return len(said) <= CUE_WORDS - 1 and bool(said) and said[-1] in kinds() and not line.endswith(".")


def is_cue(lines: list[str], at: int) -> bool:
    """Say whether a line is a character's name above what they say."""
    line = lines[at].strip()
    following = _at(lines, at + 1)
    if line.startswith("@"):
        return bool(following)
    name = EXTENSION.sub("", line).strip(" ^:")
    shouted = name.isupper() and len(name) <= CUE_LENGTH and len(name.split()) <= CUE_WORDS
    plain = shouted and (not name.endswith((".", "!", "?", ",")) or name.endswith(("DR.", "JR.", "SR.")))
    return bool(following) and plain and not is_heading(following) and not is_transition(following)


def _at(lines: list[str], at: int) -> str:
    return lines[at].strip() if 0 <= at < len(lines) else ""
