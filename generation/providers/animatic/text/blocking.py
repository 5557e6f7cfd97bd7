"""Where people stand through a scene, whom they look at, who walks in and out, and what they do with their hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from .acting import Company
from .runs import Run
from .words import index_of, lexicon, words

FACING = {"left": "right", "right": "left", "center": "camera", "back": "camera"}
OPPOSITE = {"left": "right", "right": "left"}
SEATED_KINDS = frozenset({"car", "train", "airplane", "theatre"})
"""Where people sit in rows: nobody walks through the picture there."""


@dataclass(slots=True)
class Floor:
    """Where people stand through the scene, and what has been shown of it."""

    sides: dict[str, str]
    company: Company
    kind: str = ""
    shown_props: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    listed: tuple[str, ...] = ()
    gone: set[str] = field(default_factory=set)
    answering: tuple[str, ...] = ()
    talked: bool = False
    replies: int = 0
    told: int = 0

    def partner_of(self, name: str) -> str:
        """Return whom somebody talks with: whoever was seen last, else whoever answers; "" when alone."""
        # Nobody is in the picture before they come.
        near = [other for other in [*reversed(self.seen), *self.answering] if other != name and other in self.sides]
        return next((other for other in near if other not in self.gone), "")


def sides_of(
    runs: Sequence[Run], scene: Mapping[str, Any], characters: Sequence[Mapping[str, Any]], *, centred: bool
) -> dict[str, str]:
    """Give everybody a side for the whole scene: the first two who speak face each other."""
    speaking = [speaker for run in runs for speaker in run.speakers]
    known = [str(entry.get("name", "")) for entry in characters]
    listed = [str(name) for name in scene.get("characters") or () if name in known]
    order = list(dict.fromkeys([*speaking, *listed, *known]))
    if len(order) == 1 or (centred and not speaking and len(order) < 2):
        return {name: "center" for name in order}
    return {name: ("left", "right", "center", "back")[min(at, 3)] for at, name in enumerate(order)}


def placed(
    name: str, run: Run, floor: Floor, people: Sequence[str], props: Sequence[str], *, near: bool
) -> dict[str, Any]:
    """Return what somebody does in a shot, as the plan has it."""
    pose, expression = _acts(name, run, floor)
    side = floor.sides.get(name, "center")
    said = _said_of(name, run, floor)
    enters, leaves = _ways(name, said, side, floor)
    return {
        "name": name,
        "pose": "walk" if enters and pose == "stand" else pose,
        "expression": expression,
        "holds": floor.company.of(name).holds,
        "position": side,
        "facing": FACING[side] if len(floor.sides) > 1 or near else "right",
        "looks_at": _looks_at(name, run, said, people, props),
        "enters": enters,
        "leaves": leaves,
        "gesture": gesture_in(said) if said else "",
    }


def _acts(name: str, run: Run, floor: Floor) -> tuple[str, str]:
    if name in run.speakers:
        return floor.company.speak(name, run.text, run.direction)
    if name in run.present:
        return floor.company.tell(name, run.text)
    return floor.company.listen(name)


def _said_of(name: str, run: Run, floor: Floor) -> list[str]:
    """Return the words that tell what somebody does during a run."""
    if name in run.speakers and run.kind == "line":
        return words(run.direction) + floor.company.told.get(name, []) * run.told_first
    return floor.company.told.get(name, []) if run.told or run.kind == "narration" else []


def gesture_in(said: Sequence[str]) -> str:
    """Return the gesture that words tell of, "" for none: what several words say goes before what one says."""
    text = f" {' '.join(said)} "
    for gesture, phrases in _phrases("phrases").items():
        if any(f" {phrase} " in text for phrase in phrases):
            return gesture
    by_word = index_of("gestures", "gestures")
    return next((by_word[word] for word in said if word in by_word), "")


def _ways(name: str, said: Sequence[str], side: str, floor: Floor) -> tuple[str, str]:
    """Return where somebody walks in from and off to, each "" if they do not."""
    if floor.kind in SEATED_KINDS or not said:
        return "", ""
    text = f" {' '.join(said)} "
    ways = lexicon("gestures")["ways"]
    comes = bool(set(said) & set(ways["enters"].split())) or any(
        f" {phrase} " in text for phrase in ways["enters_phrases"].split("|")
    )
    goes = bool(set(said) & set(ways["leaves"].split())) or any(
        f" {phrase} " in text for phrase in ways["leaves_phrases"].split("|")
    )
    way = side if side in OPPOSITE else "left"
    if goes:
        floor.gone.add(name)
        return "", way
    floor.gone.discard(name)
    return (way, "") if comes and name not in floor.seen else ("", "")


def _looks_at(name: str, run: Run, said: Sequence[str], people: Sequence[str], props: Sequence[str]) -> str:
    others = [other for other in people if other != name]
    speaker = next((other for other in run.speakers if other != name), "")
    if speaker in others:
        return speaker
    looking = set(said) & set(lexicon("gestures")["looks"]["at"].split())
    thing = next((prop for prop in props if prop.split()[-1].lower() in said), "")
    if looking and thing:
        return thing
    return others[0] if others and (name in run.speakers or looking) else ""


@cache
def _phrases(table: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(value.split("|")) for key, value in lexicon("gestures")[table].items()}
