"""Covers one scene with shots, by the rules editors cut by.

A new place is seen whole first. Who speaks is seen. Two people who talk keep their sides and look at each other
(the camera stays on one side of them). Feeling brings the camera closer, a thing that matters fills the frame once,
and two neighbouring shots never have the same size and angle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from .acting import STRONG, TAKING, Company
from .roster import Memory, Roster, roster_of
from .runs import Run, runs_of
from .things import nouns_of_things
from .words import words

LENSES = {
    "extreme_wide": "18mm",
    "wide": "24mm",
    "full": "35mm",
    "medium": "50mm",
    "close": "85mm",
    "extreme_close": "100mm",
    "insert": "100mm",
}
TALL = frozenset({"castle", "lighthouse", "mountain", "city", "church", "forest", "rooftop"})
FACING = {"left": "right", "right": "left", "center": "camera", "back": "camera"}
SECOND_SIZE = {
    "extreme_wide": "wide",
    "wide": "full",
    "full": "medium",
    "medium": "close",
    "close": "medium",
    "extreme_close": "close",
    "insert": "close",
}
ENDS = (".", "!", "?", "…")
ANSWER_WITHIN = 3  # shots; who speaks later than that need not be there yet
MOST_IN_SHOT = 3
MOST_INSERTS = 6  # only the things that come up most fill the frame


@dataclass(frozen=True, slots=True)
class _Frame:
    """How a run is framed."""

    size: str
    angle: str = "eye"
    move: str = "hold"
    focus: str = ""
    people: tuple[str, ...] = ()
    props: tuple[str, ...] = ()


@dataclass(slots=True)
class _Floor:
    """Where people stand through the scene, and what has been shown of it."""

    sides: dict[str, str]
    company: Company
    shown_props: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    answering: tuple[str, ...] = ()
    talked: bool = False
    replies: int = 0


def cover(material: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the shots document for one scene."""
    segments: Sequence[Mapping[str, Any]] = material.get("segments") or []
    characters: Sequence[Mapping[str, Any]] = material.get("characters") or []
    scene: Mapping[str, Any] = material.get("scene") or {}
    place: Mapping[str, Any] = material.get("set") or {}
    if not segments:
        return {"shots": []}
    runs = runs_of(segments, characters)
    mood = str(scene.get("mood") or material.get("mood") or "")
    floor = _Floor(_sides(runs, scene, characters), Company(mood, str(place.get("kind", ""))))
    props = [str(prop.get("name", "")) for prop in material.get("props") or ()]
    roster, memory = roster_of(characters), _memory(characters)
    shots: list[dict[str, Any]] = []
    before = _previous(material.get("previous"))
    for at, run in enumerate(runs):
        talk = takewhile(
            lambda later: later.kind == "line" and not later.told_first, runs[at + 1 : at + 1 + ANSWER_WITHIN]
        )
        floor.answering = tuple(name for later in talk for name in later.speakers)
        run.present = _told_of(run, runs[at - 1] if at else None, floor, roster, memory)
        for speaker in run.speakers:
            memory.note(speaker, roster.sexes.get(speaker, ""))
        frame = _frame(run, at, len(runs), floor, props, place, seed, after_insert=before[0] == "insert")
        frame = replace(_unlike(frame, before), props=frame.props or _things_in(run, props))
        before = (frame.size, frame.angle)
        shots.append(_shot(run, frame, floor, "cut" if at else str(scene.get("transition") or "cut")))
        floor.seen += [person["name"] for person in reversed(shots[-1]["characters"])]
    return {"shots": shots}


def _memory(characters: Sequence[Mapping[str, Any]]) -> Memory:
    """Return a memory in which "he" and "she" are the scene's first man and woman until the text says who."""
    last = {str(entry.get("sex", "")): str(entry.get("name", "")) for entry in reversed(characters)}
    return Memory({sex: name for sex, name in last.items() if sex})


def _told_of(run: Run, before: Run | None, floor: _Floor, roster: Roster, memory: Memory) -> tuple[str, ...]:
    """Return who is told of in a run; a sentence that was cut in two is still about the same person."""
    if run.kind != "narration":
        floor.company.follow(roster, memory, " ".join(run.told))
        return ()
    unfinished = before is not None and before.kind == "narration" and not before.text.rstrip("”’\"'").endswith(ENDS)
    going_on = before.present[0] if before is not None and unfinished and before.present else ""
    return tuple(floor.company.follow(roster, memory, run.text, going_on=going_on)) or (going_on,) * bool(going_on)


def _previous(shot: Any) -> tuple[str, str]:
    return (str(shot.get("size", "")), str(shot.get("angle", ""))) if isinstance(shot, Mapping) else ("", "")


# --- where people stand --------------------------------------------------------------------------------------------


def _sides(runs: Sequence[Run], scene: Mapping[str, Any], characters: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Give everybody a side for the whole scene: the first two who speak face each other."""
    speaking = [speaker for run in runs for speaker in run.speakers]
    known = [str(entry.get("name", "")) for entry in characters]
    listed = [str(name) for name in scene.get("characters") or () if name in known]
    order = list(dict.fromkeys([*speaking, *listed, *known]))
    if len(order) == 1:
        return {order[0]: "center"}
    return {name: ("left", "right", "center", "back")[min(at, 3)] for at, name in enumerate(order)}


# --- framing -------------------------------------------------------------------------------------------------------


def _frame(
    run: Run,
    at: int,
    total: int,
    floor: _Floor,
    props: Sequence[str],
    place: Mapping[str, Any],
    seed: int,
    *,
    after_insert: bool,
) -> _Frame:
    present = run.present
    if at == 0 and run.kind != "line":
        return _establishing(present, place, seed)
    if run.kind == "line":
        return _spoken(run, floor, opening=at == 0)
    # Nobody is brought in by what they carry: first they are seen themselves.
    known = all(name in floor.seen for name in present)
    thing = _new_thing(run.text, props, floor) if known and not after_insert else ""
    if thing:
        return _Frame("insert", "high", "push_in", thing, (), (thing,))
    people = tuple(name for name in present if name in floor.sides)[:MOST_IN_SHOT]
    if at == total - 1 and total > 2:
        return _Frame("wide", "eye", "pull_out", people[0] if people else "", people)
    return _told(run, people, floor)


def _establishing(present: Sequence[str], place: Mapping[str, Any], seed: int) -> _Frame:
    kind = str(place.get("kind", ""))
    people = tuple(present[:MOST_IN_SHOT])
    if bool(place.get("interior")):
        return _Frame("wide", "eye", "push_in", "", people)
    move = "tilt_up" if kind in TALL else ("pan_right", "pan_left")[seed % 2]
    return _Frame("extreme_wide" if not people else "wide", "low" if kind in TALL else "eye", move, "", people)


def _spoken(run: Run, floor: _Floor, *, opening: bool) -> _Frame:
    """Frame a line: both at the start of a talk, then whoever speaks, closer with feeling."""
    speaker = run.speakers[0]
    # Whoever was seen last, else whoever answers: nobody is in the picture before they come.
    others = [name for name in [*reversed(floor.seen), *floor.answering] if name != speaker and name in floor.sides]
    if len(run.speakers) > 1:
        return _Frame("medium", "eye", "hold", speaker, tuple(run.speakers[:MOST_IN_SHOT]))
    if (opening or not floor.talked) and others:
        floor.talked = True
        return _Frame("medium" if not opening else "full", "eye", "push_in", speaker, (speaker, others[0]))
    floor.talked = True
    floor.replies += 1
    if run.told_first:
        return _Frame("full", "eye", "hold", speaker, (speaker, *others[:1]))
    if _is_strong(run):
        return _Frame("close", "low" if run.text.endswith("!") else "eye", "push_in", speaker, (speaker,))
    if others and floor.replies % 3 == 2:
        return _Frame("medium", "over_shoulder", "hold", speaker, (speaker, others[0]))
    return _Frame("close" if floor.replies % 2 else "medium", "eye", "hold", speaker, (speaker,))


def _is_strong(run: Run) -> bool:
    soft = run.direction.split(",")[0] in {"whispering", "sad", "afraid", "angry", "gentle", "shouting", "softly"}
    return soft or run.text.endswith("!")


def _told(run: Run, people: tuple[str, ...], floor: _Floor) -> _Frame:
    said = set(words(run.text))
    floor.talked = False
    if not people:
        near = floor.seen[-1:]
        return _Frame("wide", "high" if near else "eye", "push_in", "", tuple(near))
    pose, feeling = floor.company.tell(people[0], run.text)
    if pose in {"run", "drive"}:
        return _Frame("full", "low", "handheld", people[0], people)
    if pose == "walk":
        return _Frame(
            "full", "eye", "pan_right" if floor.sides[people[0]] != "right" else "pan_left", people[0], people
        )
    if feeling in STRONG and len(people) == 1 and floor.company.people[people[0]].expression:
        angle = "dutch" if feeling == "fear" and floor.company.mood in {"tense", "scary"} else "eye"
        return _Frame("close", angle, "push_in", people[0], people)
    if said & {"looked", "saw", "stared", "watched", "eyes", "face", "thought", "knew", "smiled"}:
        return _Frame("close" if len(people) == 1 else "medium", "eye", "hold", people[0], people)
    return _Frame("medium" if len(people) > 1 else "full", "eye", "hold", people[0], people)


def _things_in(run: Run, props: Sequence[str]) -> tuple[str, ...]:
    """Return the props that are told of while the shot lasts."""
    nouns = {noun for noun, _ in nouns_of_things(run.text)} if run.kind == "narration" else set()
    return tuple(prop for prop in props if prop.split()[-1].lower() in nouns)[:2]


def _new_thing(text: str, props: Sequence[str], floor: _Floor) -> str:
    """Return a prop that is shown for the first time here, or ""."""
    for noun, _ in nouns_of_things(text):
        for prop in props:
            prominent = props.index(prop) < MOST_INSERTS and (set(words(text)) & TAKING or noun == words(text)[-1])
            if prop.split()[-1].lower() == noun and prop not in floor.shown_props and prominent:
                floor.shown_props.add(prop)
                return prop
    return ""


def _unlike(frame: _Frame, before: tuple[str, str]) -> _Frame:
    """Return the frame, moved closer or further off where it would repeat the shot before."""
    if (frame.size, frame.angle) != before:
        return frame
    if frame.size == "insert":
        return replace(frame, angle="eye" if frame.angle != "eye" else "high")
    if len(frame.people) > 1:
        return replace(frame, size="full" if frame.size != "full" else "wide")
    return replace(frame, size=SECOND_SIZE.get(frame.size, "medium"))


# --- the shot --------------------------------------------------------------------------------------------------------


def _shot(run: Run, frame: _Frame, floor: _Floor, transition: str) -> dict[str, Any]:
    people = list(dict.fromkeys([*run.speakers, *frame.people]))[: MOST_IN_SHOT + 1]
    if frame.size == "insert":
        people = []
    held = {floor.company.of(name).holds.split(" ")[-1] for name in people}
    props = [prop for prop in frame.props if prop and prop.split()[-1] not in held]
    return {
        "segment": run.segment,
        "from_word": run.from_word,
        "action": _action(run, people),
        "size": frame.size,
        "angle": frame.angle,
        "move": frame.move,
        "lens": LENSES[frame.size],
        "characters": [_placed(name, run, frame, floor, people) for name in people],
        "props": props,
        "focus": frame.focus,
        "transition": transition if transition in {"cut", "dissolve"} else "cut",
    }


def _placed(name: str, run: Run, frame: _Frame, floor: _Floor, people: Sequence[str]) -> dict[str, Any]:
    if name in run.speakers:
        pose, expression = floor.company.speak(name, run.text, run.direction)
    elif name in run.present:
        pose, expression = floor.company.tell(name, run.text)
    else:
        pose, expression = floor.company.listen(name)
    side = floor.sides.get(name, "center")
    return {
        "name": name,
        "pose": pose,
        "expression": expression,
        "holds": floor.company.of(name).holds,
        "position": side,
        "facing": FACING[side] if len(floor.sides) > 1 or frame.size in {"close", "medium"} else "right",
    }


def _action(run: Run, people: Sequence[str]) -> str:
    if run.kind == "line" and run.speakers:
        verb = {"whispering": "whispers", "shouting": "shouts", "phone": "speaks into the phone"}.get(
            run.direction, "speaks"
        )
        others = [name for name in people if name not in run.speakers]
        names = " and ".join(run.speakers)
        verb = verb.rstrip("s") if len(run.speakers) > 1 else verb
        return f"{names} {verb}{' to ' + others[0] if others else ''}."
    return run.text[:200] or "A quiet view of the place."
