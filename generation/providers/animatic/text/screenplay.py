"""Reads a screenplay in Fountain or Hollywood form, or with "TOM: Hello.": headings, action, cues, dialogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import introductions
from .fountain import (
    EXTENSION,
    LONGEST_TITLE,
    MONTAGE,
    SUPER,
    TITLE_KEY,
    heading_of,
    is_cue,
    is_furniture,
    is_heading,
    is_slug,
    is_transition,
    lines_of_paper,
    transition_of,
)

OFF_SCREEN = {
    "V.O.": "voice over",
    "VO": "voice over",
    "V.O": "voice over",
    "O.S.": "off screen",
    "OS": "off screen",
    "O.S": "off screen",
    "O.C.": "off screen",
    "FILTERED": "on the phone",
    "ON PHONE": "on the phone",
    "INTO PHONE": "on the phone",
    "PRE-LAP": "voice over",
}
UNSAID = frozenset({"more", "cont'd", "cont’d", "contd", "continuing", "continued"})
BY_COLON = re.compile(r"^([A-ZÀ-Þ][\w.'’\- ]{0,30}?)\s*(?:\(([^()]{0,60})\))?\s*:\s+(\S.*)$")
FEWEST_BY_COLON = 3
MOST_FRONT = 5  # lines of a title and its authors
DEDENT = 3  # columns; prose that starts so much further left is no dialogue
NOT_A_SPEAKER = frozenset({"scene", "setting", "time", "note", "title", "place", "cast", "chapter", "part", "act"})


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
    """Say whether a text is written as a screenplay: with scene headings, or with speakers before colons."""
    lines = [line.strip() for line in text.split("\n")]
    return any(is_heading(line) and not line.startswith(".") for line in lines) or _is_by_colon(lines)


def title_of(text: str) -> str:
    """Return the title page's title, or the line above the screenplay that is one, or ""."""
    lines = [line.strip() for line in lines_of_paper(text)]
    for at, line in enumerate(lines[:20]):
        found = TITLE_KEY.match(line)
        if found and found[1].lower() == "title":
            return (found[2] or (lines[at + 1] if at + 1 < len(lines) else "")).strip(' *_"“”')
    end = _front_end(lines)
    first = next((line for line in lines[:end] if line), "")
    first = "" if TITLE_KEY.match(first) else first.strip(' *_"“”')
    return " ".join(word.capitalize() for word in first.split()) if first.isupper() else first


def elements(text: str) -> list[Element]:
    """Return the elements of a screenplay in order; actions as they are heard."""
    lines = lines_of_paper(text)
    lines = lines[_front_end([line.strip() for line in lines]) :]
    by_colon = _is_by_colon([line.strip() for line in lines])
    found = list(_by_colon(lines) if by_colon else _elements(_joined(lines)))
    cues = frozenset(element.speaker for element in found if element.kind == "dialogue")
    return [_heard(element, cues) if element.kind == "action" else element for element in found]


def _heard(element: Element, cues: frozenset[str]) -> Element:
    text, introduced = introductions.heard(element.text, cues)
    return replace(element, text=text, introduced=introduced)


def _front_end(lines: Sequence[str]) -> int:
    """Return the first line after a title page, or after a title and an author above the screenplay."""
    first = next((at for at, line in enumerate(lines) if line), 0)
    if lines and TITLE_KEY.match(lines[first]):
        return next((at for at in range(first, len(lines)) if not lines[at]), len(lines))
    starts = next((at for at, line in enumerate(lines) if is_heading(line) or is_transition(line)), -1)
    front = [line for line in lines[first : max(starts, 0)] if line]
    signed = any(line.lower().startswith(("by ", "written by")) for line in front)
    cue = is_cue(list(lines), first) and not signed
    if 0 < len(front) <= MOST_FRONT and not cue and all(_is_title(line.rstrip(".")) for line in front):
        return starts
    return first + 1 if starts < 0 and lines and _is_title(lines[first]) and not BY_COLON.match(lines[first]) else 0


def _is_title(line: str) -> bool:
    return (
        0 < len(line.split()) <= LONGEST_TITLE
        and not line.endswith((".", "!", "?", ",", ":", ")"))
        and not is_heading(line)
    )


# --- headings, cues and action -------------------------------------------------------------------------------------


def _joined(lines: list[str]) -> list[str]:
    """Close the gaps of a text whose every line is followed by an empty one, so that a cue is above its dialogue."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    gaps = sum(at + 1 >= len(lines) or not lines[at + 1].strip() for at in filled)
    lonely = Counter(EXTENSION.sub("", lines[at]).strip() for at in filled if lines[at].strip().isupper())
    if gaps < len(filled) or not any(number > 1 for number in lonely.values()):
        return lines
    found: list[str] = []
    for at in filled:
        found.append(lines[at])
        name = EXTENSION.sub("", lines[at]).strip()
        opens = name.isupper() and lonely[name] > 1 and not is_heading(name) and not is_transition(name)
        if not opens and not lines[at].strip().startswith("("):
            found.append("")
    return found


def _elements(lines: list[str]) -> Iterator[Element]:
    action: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        kind = _kind(lines, at)
        if kind == "action":
            action.append(SUPER.sub("", line.lstrip("!~").strip("<> ") if line[0] in "!~>" else line))
            at += 1
            continue
        if action:
            yield Element("action", " ".join(action))
            action = []
        if kind == "cue":
            spoken, at = _dialogue(lines, at)
            yield from spoken
            continue
        if kind == "heading":
            yield Element(kind, heading_of(line))
        elif kind == "slug":
            montage = MONTAGE.match(line)
            yield Element("heading", montage[1] if montage and montage[1] else line.rstrip(".:"))
        elif kind == "transition":
            yield Element(kind, transition_of(line.lstrip("> ")))
        at += 1
    if action:
        yield Element("action", " ".join(action))


def _kind(lines: list[str], at: int) -> str:
    line = lines[at].strip()
    if not line or is_furniture(line):
        return "none"
    if line.startswith("!"):
        return "action"
    if is_heading(line):
        return "heading"
    if is_transition(line):
        return "transition"
    if is_slug(lines, at):
        return "slug"
    return "cue" if is_cue(lines, at) else "action"


def _dialogue(lines: list[str], at: int) -> tuple[list[Element], int]:
    """Read one cue with what is said under it; return the lines and where reading goes on."""
    cue = lines[at].strip()
    speaker = _name(cue)
    manner, direction = _extension(cue), ""
    said: list[str] = []
    found: list[Element] = []
    at += 1
    column = _column(lines[at])
    while at < len(lines) and lines[at].strip():
        line = lines[at].strip()
        if said and _column(lines[at]) <= column - DEDENT:
            break  # an action that nobody parted from the dialogue
        if line.startswith("("):
            line, at = _whole_parenthesis(lines, at)
            inside, _, rest = line[1:].partition(")")
            if said:
                found.append(Element("dialogue", " ".join(said), speaker, _both(manner, direction)))
                said = []
            direction = "" if inside.lower() in UNSAID else inside.strip().lower()
            said += [rest.strip()] if rest.strip() else []
        else:
            said.append(line.lstrip("~").strip())
        at += 1
    if said:
        found.append(Element("dialogue", " ".join(said), speaker, _both(manner, direction)))
    return found, at


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())


def _whole_parenthesis(lines: list[str], at: int) -> tuple[str, int]:
    """Return a parenthetical that may run over several lines, and its last line."""
    line = lines[at].strip()
    while ")" not in line and at + 1 < len(lines) and lines[at + 1].strip():
        at += 1
        line = f"{line} {lines[at].strip()}"
    return line, at


def _both(manner: str, direction: str) -> str:
    return ", ".join(part for part in (manner, direction) if part)


def _name(cue: str) -> str:
    """Return the speaker's name as it is written in running text: "JACK KANE (V.O.)" is "Jack Kane"."""
    name = EXTENSION.sub("", cue).strip(" ^@:")
    name = re.split(r"\s*(?:&|/|\bAND\b)\s*", name)[0] or name
    if not name.isupper():
        return name or "Voice"
    return " ".join(_capitalised(part) for part in name.split()) or "Voice"


def _capitalised(part: str) -> str:
    if re.fullmatch(r"(?:[A-Z]\.)+", part):
        return part
    return re.sub(r"(?<![^\W\d_'’])[^\W\d_]+|(?<=['’])[^\W\d_]{2,}", lambda found: found[0].capitalize(), part.lower())


def _extension(cue: str) -> str:
    for inside in EXTENSION.findall(cue):
        if inside.strip().upper() in OFF_SCREEN:
            return OFF_SCREEN[inside.strip().upper()]
    return ""


# --- speakers before colons ----------------------------------------------------------------------------------------


def _is_by_colon(lines: Sequence[str]) -> bool:
    """Say whether a text has its speakers before colons: several lines do, and the names come again or are shouted."""
    filled = [line for line in lines if line]
    names = Counter(found[1].strip().lower() for line in filled if (found := _spoken(line)))
    spoken = sum(names.values())
    again = sum(number for number in names.values() if number > 1)
    return spoken >= FEWEST_BY_COLON and spoken * 3 >= len(filled) and again * 2 >= spoken


def _spoken(line: str) -> re.Match[str] | None:
    found = BY_COLON.match(line)
    if found is None or TITLE_KEY.match(line) or found[1].split()[0].lower() in NOT_A_SPEAKER:
        return None
    return found if len(found[1].split()) <= 4 else None


def _by_colon(lines: Sequence[str]) -> Iterator[Element]:
    open_speech: Element | None = None
    for raw in lines:
        line = raw.strip()
        found = _spoken(line)
        if found:
            if open_speech is not None:
                yield open_speech
            name, direction = _name(found[1]), (found[2] or "").lower()
            rest = found[3]
            if rest.startswith("(") and ")" in rest:
                inside, _, rest = rest[1:].partition(")")
                direction = direction or inside.strip().lower()
            open_speech = Element("dialogue", rest.strip(), name, direction)
            continue
        if open_speech is not None and line and not line.startswith(("(", "[")) and not is_heading(line):
            open_speech = replace(open_speech, text=f"{open_speech.text} {line}".strip())
            continue
        if open_speech is not None:
            yield open_speech
            open_speech = None
        if not line or is_furniture(line):
            continue
        if is_heading(line):
            yield Element("heading", heading_of(line))
        elif is_transition(line):
            yield Element("transition", transition_of(line))
        else:
            yield Element("action", line.strip("()[]"))
    if open_speech is not None:
        yield open_speech
