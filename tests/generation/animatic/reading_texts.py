"""Difficult texts and what a careful reader finds in them: who is in them, who says what, and where they play.

Each file in `readings/` is a head, a line of three dashes and the text. In the head, `people` are separated by ";",
what else they may be called by "|"; "?" marks somebody who may also be left out. `says` is "who = words of the line",
with "-" for words that the narrator keeps. `places` are the kinds of the scenes' sets in order and `times` their hours,
both without repeats, and with " | " between whole lists that are equally right. `set` is "known" for texts by which the
reading was made; the other sets were written afterwards, one after another, to see how it does on a stranger's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "readings"


@dataclass(frozen=True, slots=True)
class Text:
    """One text and what is in it. `says` are (words of a line, who says it or "")."""

    name: str
    source: str
    people: str
    says: tuple[tuple[str, str], ...]
    places: str
    times: str
    kind: str
    set: str


@cache
def texts(which: str = "") -> tuple[Text, ...]:
    """Return the texts of one set, or all, by name."""
    found = [_read(path) for path in sorted(FOLDER.glob("*.txt"))]
    return tuple(text for text in found if which in {"", text.set})


def _read(path: Path) -> Text:
    head, _, source = path.read_text(encoding="utf-8").partition("\n---\n")
    rows = [line.partition(": ")[::2] for line in head.split("\n")]
    fields = {key: value for key, value in rows if key != "says"}
    said = [value.partition(" = ")[::2] for key, value in rows if key == "says"]
    return Text(
        path.stem,
        source,
        fields["people"],
        tuple((words, "" if who == "-" else who) for who, words in said),
        fields.get("places", ""),
        fields.get("times", ""),
        fields["kind"],
        fields["set"],
    )
