"""Loads the story bank: plots, episodes and passing views, written as plain text in `stories/`.

A line of a plot starts with the tier from which it is heard: 1 is in every film, 5 only in long ones; "+" belongs to
the line before it. `[a|b]` is a choice, `{H}` a name, `@ office night rain` starts a scene, `...` is where a long film
makes room for episodes, `=facts` where a film that explains something gives its answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FACTS = 0  # the tier that stands for "here comes what is known about the topic"
STORIES = Path(__file__).parent / "stories"
SPEECH = re.compile(r"^([A-Z])(?: \(([a-z ]+)\))?: (.+)$")
HOURS = frozenset({"dawn", "day", "dusk", "night"})
HEADER = re.compile(r"^(title|teller|needs|logline|[A-Z]): (.+)$")


@dataclass(frozen=True, slots=True)
class Beat:
    """One sentence or speech of a plot, still with its slots and choices. `who` is a cast letter or ""."""

    text: str
    who: str = ""
    direction: str = ""


@dataclass(slots=True)
class Unit:
    """Beats that are heard together or not at all."""

    tier: int
    beats: list[Beat] = field(default_factory=list)


@dataclass(slots=True)
class Act:
    """A scene of a plot: a place, a time and what happens there. An act without units makes room for episodes."""

    place: str
    time: str = ""
    weather: str = ""
    units: list[Unit] = field(default_factory=list)
    step: int = 0  # 0 is in every film; the first step is in most, the fourth only in long ones
    name: str = ""  # what the story calls the place, where it does not just name its kind


@dataclass(slots=True)
class Plot:
    """One story of the bank, or one episode."""

    key: str
    genres: frozenset[str]
    shapes: frozenset[str]
    titles: list[str] = field(default_factory=list)
    loglines: list[str] = field(default_factory=list)
    teller: str = ""
    needs: frozenset[str] = frozenset()
    cast: dict[str, str] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)


@cache
def plots() -> tuple[Plot, ...]:
    """Return every plot of the bank, in a fixed order."""
    return tuple(plot for plot in _all() if "episode" not in plot.shapes)


@cache
def episodes() -> tuple[Plot, ...]:
    """Return every episode of the bank, in a fixed order."""
    return tuple(plot for plot in _all() if "episode" in plot.shapes)


@cache
def views() -> dict[str, list[str]]:
    """Return passing views by kind of place, time of day or weather: sentences that fit any story there."""
    return _lines_of("views.txt")


@cache
def voices() -> dict[str, list[str]]:
    """Return how a genre begins and holds its breath: "noir open" -> sentences."""
    return _lines_of("voices.txt")


def _lines_of(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    key = ""
    for line in (STORIES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            key = line[2:].strip()
        elif line.strip():
            found.setdefault(key, []).append(line.strip())
    return found


@cache
def _all() -> tuple[Plot, ...]:
    found: list[Plot] = []
    for path in sorted(STORIES.glob("*.story")):
        found.extend(_read(path))
    return tuple(found)


def _read(path: Path) -> list[Plot]:
    found: list[Plot] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if line.startswith("## "):
            genres, shapes = line[3:].split()
            key = f"{path.stem}{number}"
            found.append(Plot(key, frozenset(genres.split(",")), frozenset(shapes.split(","))))
        elif line and not line.startswith("# "):
            _add(found[-1], line)
    return found


def _add(plot: Plot, line: str) -> None:
    header = HEADER.match(line)
    if header:
        _set_header(plot, header[1], header[2])
    else:
        add_line(plot.acts, line)


def add_line(acts: list[Act], line: str) -> None:
    """Add a line of a story to its acts: "@ office night" starts one, "2 H: Who's there?" is a speech in it."""
    if line == "...":
        acts.append(Act("..."))
    elif line.startswith("@ "):
        place, *said = line[2:].split()
        hours = [word for word in said if word in HOURS]
        acts.append(Act(place, "".join(hours[:1]), "".join([word for word in said if word not in HOURS][:1])))
    elif line.startswith("="):
        acts[-1].units.append(Unit(FACTS, [Beat(line[1:])]))
    else:
        mark, _, rest = line.partition(" ")
        units = acts[-1].units
        if mark != "+":
            units.append(Unit(int(mark)))
        speech = SPEECH.match(rest)
        units[-1].beats.append(Beat(speech[3], speech[1], speech[2] or "") if speech else Beat(rest))


def _set_header(plot: Plot, key: str, value: str) -> None:
    if key == "title":
        plot.titles += value.split("|")
    elif key == "logline":
        plot.loglines.append(value)
    elif key == "teller":
        plot.teller = value
    elif key == "needs":
        plot.needs = frozenset(value.split())
    else:
        plot.cast[key] = value
