"""Loads the conflicts: for every kind of story several openings, steps, turns and endings, to be put together.

The files in `stories/conflicts/` are written like plots; `== open if human thing` starts a part of a story and says
what it needs. `@ $place`, `$home`, `$near`, `$far` and `$wild` are places that the premise decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from .plots import STORIES, Act, add_line

STAGES = ("open", "step", "turn", "end")


@dataclass(slots=True)
class Part:
    """One opening, step, turn or ending. `key` names it, for drawing by seed."""

    key: str
    stage: str
    needs: frozenset[str]
    sets: frozenset[str] = frozenset()  # what it brings into the story, for later parts that need it
    acts: list[Act] = field(default_factory=list)


@dataclass(slots=True)
class Conflict:
    """Everything known of one kind of story."""

    key: str
    titles: list[str] = field(default_factory=list)
    cast: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def of(self, stage: str) -> list[Part]:
        """Return the parts for one stage of the story, in a fixed order."""
        return [part for part in self.parts if part.stage == stage]


@cache
def conflict(key: str) -> Conflict:
    """Return a conflict by its name."""
    found = Conflict(key)
    lines = (STORIES / "conflicts" / f"{key}.story").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if line.startswith("== "):
            rest, _, sets = line[3:].partition(" sets ")
            stage, _, needs = rest.partition(" if ")
            found.parts.append(Part(f"{key}{number}", stage.strip(), frozenset(needs.split()), frozenset(sets.split())))
        elif line and not line.startswith("# "):
            _add(found, line)
    return found


def _add(found: Conflict, line: str) -> None:
    if found.parts:
        add_line(found.parts[-1].acts, line)
        return
    key, _, value = line.partition(": ")
    if key == "title":
        found.titles += value.split("|")
    else:
        found.cast[key] = value
