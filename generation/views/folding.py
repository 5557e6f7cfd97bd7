"""Long films, scene by scene: a scene that is shut is its head and its figures; its rows come when it is opened.

A short film is shown whole. Of a long one the first scenes are open, those that the address asks for, and those that
the browser says it has open: it says so with every request, so a page that is followed live is sent no more than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.views.parts import Part

MOST_ROWS: Final = 60
"""A page of so many rows is quick, and is shown whole."""

FIRST_ROWS: Final = 24
"""How many rows of a longer film are there at once: about what is seen before anybody scrolls far."""

ASKED: Final = "unfolded"
"""The word of an address, and of a request, that says what is open: keys of parts, or `all`."""

EVERYTHING: Final = "all"

ATTENTION: Final = ("working", "failed", "again", "stale", "waiting", "missing", "none")
"""The icons that are counted at a scene that is shut, the most pressing first. What is done needs no word."""


@dataclass(frozen=True)
class Fold:
    """One scene of a long film. `holds` are the keys of its rows, `marks` pairs of an icon and how many there are."""

    is_open: bool
    is_held: bool
    count: str
    marks: tuple[tuple[str, str], ...]
    holds: tuple[str, ...]


@dataclass(frozen=True)
class Folded:
    """What is said of all scenes together."""

    is_long: bool
    shut: int
    words: str


class Folding:
    """Which scenes of a page are open. `rows` are the keys of the rows by the key of their scene, in film order."""

    def __init__(self, asked: Mapping[str, str], rows: Mapping[str, Sequence[str]]) -> None:
        self._rows = rows
        self.is_long = sum(map(len, rows.values())) > MOST_ROWS
        self._held = _held(asked, rows)
        wish = asked.get(ASKED)
        self._open = set(rows) if wish == EVERYTHING else set(wish.split(".")) if wish is not None else self._first()

    def is_open(self, key: str) -> bool:
        """Tell whether a scene's rows are shown."""
        return not self.is_long or key in self._open or key in self._held

    def fold(self, key: str, count: str, states: Iterable[tuple[str, str]]) -> Fold | None:
        """Return what a scene says of its rows: their number in words, and how they stand. None in a short film."""
        if not self.is_long:
            return None
        holds = tuple(self._rows[key])
        return Fold(self.is_open(key), key in self._held, count, _marks(states), holds)

    def part(self) -> Part:
        """Return the line above all scenes: how many are shut, and the way to open all."""
        shut = sum(not self.is_open(key) for key in self._rows)
        words = ngettext("%(n)s scene is shut.", "%(n)s scenes are shut.", shut) % {"n": shut} if shut else ""
        return Part("folded", "components/_folded.html", Folded(self.is_long, shut, words or _("All scenes are open.")))

    def _first(self) -> set[str]:
        found, room = set[str](), FIRST_ROWS
        for key, rows in self._rows.items():
            if room <= 0:
                break
            found.add(key)
            room -= len(rows)
        return found


def _held(asked: Mapping[str, str], rows: Mapping[str, Sequence[str]]) -> set[str]:
    """What the address shows something of cannot be shut: `?shot=12` is in the scene that holds `shot-12`."""
    wanted = {f"{name}-{value}" for name, value in asked.items()}
    return {key for key, held in rows.items() if key in wanted or not wanted.isdisjoint(held)}


def _marks(states: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    counted = Counter(states)
    found = sorted((ATTENTION.index(icon), icon, word, n) for (icon, word), n in counted.items() if icon in ATTENTION)
    return tuple((icon, f"{n} · {word}") for _at, icon, word, n in found)
