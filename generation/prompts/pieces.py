"""A prompt as pieces of text that are worth something: where a model takes few characters, the least worth is left out.

Pieces stay in the order in which they are read. A piece is left out whole, so that no word is ever cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Worth(IntEnum):
    """How much a piece matters; what is worth least is left out first."""

    NICE = 1
    STYLE_DETAIL = 2
    COMPOSITION = 3
    PLACE_DETAIL = 4
    PERSON_DETAIL = 5
    STYLE = 6
    CAMERA = 7
    PLACE = 8
    RULES = 9
    PEOPLE = 10
    WHOSE_PICTURE = 11
    ACTION = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and how much they matter."""

    text: str
    worth: int = Worth.NICE


def joined(pieces: Iterable[Piece], most: int | None = None, *, between: str = " ") -> str:
    """Return the pieces as one text of at most `most` characters, without those that matter least.

    Of pieces that matter alike the later go first. One piece always stays, however long it is: whoever asks a model
    for more than it takes is told so.
    """
    kept = [Piece(tidy(piece.text), piece.worth) for piece in pieces if piece.text.strip()]
    while len(kept) > 1 and most is not None and len(between.join(piece.text for piece in kept)) > most:
        least = min(range(len(kept)), key=lambda index: (kept[index].worth, -index))
        del kept[least]
    return between.join(piece.text for piece in kept)


def tidy(text: str) -> str:
    """Return text with single spaces, no space before a stop and no doubled stop."""
    words = " ".join(text.split())
    for stop in ".,;:":
        words = words.replace(f" {stop}", stop)
    while ".." in words:
        words = words.replace("..", ".")
    return words.replace(",.", ".").replace(".,", ",").replace("?.", "?").replace("!.", "!").strip()


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as they are said: “a, b and c”. Empty ones are left out."""
    found = [word for word in words if word]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def sentence(text: str) -> str:
    """Return text that starts large and ends with a stop; nothing for nothing."""
    words = text.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?]" else ".")


def article(noun: str) -> str:
    """Return a noun with its article: “an elderly woman”."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}" if noun else ""
