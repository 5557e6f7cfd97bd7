"""Covers one scene with shots, by the rules editors cut by.

A new place is seen whole first. Who speaks is seen. Two people who talk keep their sides and look at each other
(the camera stays on one side of them). Feeling brings the camera closer, a thing that matters fills the frame once,
and two neighbouring shots never have the same size and angle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .acting import STRONG, TAKING, Company
from .roster import Memory, roster_of
from .scenes import speaker_name
from .things import nouns_of_things
from .words import words

WORD_MS = 320
SHORTEST_MS, LONGEST_MS = 1200, 7000
TOGETHER_MS = 5000  # pieces of one sentence share a shot up to here
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
MOST_IN_SHOT = 3
MOST_INSERTS = 6  # only the things that come up most fill the frame


@dataclass(slots=True)
class _Run:
    """A run of the script that one shot covers: from a word of a segment until the next run starts."""

    segment: int
    from_word: int
    length_ms: int
    kind: str
    texts: list[str]
    speakers: list[str] = field(default_factory=list)
    direction: str = ""
    present: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is heard during the run."""
        return " ".join(text for text in self.texts if text)


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
    runs = _merged(_divided(_runs(segments, characters)))
    mood = str(scene.get("mood") or material.get("mood") or "")
    floor = _Floor(_sides(runs, scene, characters), Company(mood, str(place.get("kind", ""))))
    props = [str(prop.get("name", "")) for prop in material.get("props") or ()]
    roster, memory = roster_of(characters), Memory()
    shots: list[dict[str, Any]] = []
    before = _previous(material.get("previous"))
    for at, run in enumerate(runs):
        run.present = tuple(roster.mentioned(run.text, memory)) if run.kind == "narration" else ()
        for speaker in run.speakers:
            memory.note(speaker, roster.sexes.get(speaker, ""))
        frame = _frame(run, at, len(runs), floor, props, place, seed, after_insert=before[0] == "insert")
        frame = replace(_unlike(frame, before), props=frame.props or _things_in(run, props))
        before = (frame.size, frame.angle)
        shots.append(_shot(run, frame, floor, "cut" if at else str(scene.get("transition") or "cut")))
    return {"shots": shots}


def _previous(shot: Any) -> tuple[str, str]:
    return (str(shot.get("size", "")), str(shot.get("angle", ""))) if isinstance(shot, Mapping) else ("", "")


# --- runs: what each shot covers -----------------------------------------------------------------------------------


def _runs(segments: Sequence[Mapping[str, Any]], characters: Sequence[Mapping[str, Any]]) -> list[_Run]:
    found = []
    for segment in segments:
        text = str(segment.get("text", ""))
        kind = str(segment.get("kind", "narration"))
        length = int(segment.get("duration_ms") or 0) or WORD_MS * max(1, len(text.split()))
        speakers = [speaker_name(str(segment.get("speaker", "")), characters)] if kind == "line" else []
        direction = str(segment.get("direction", "")) if kind == "line" else ""
        found.append(_Run(int(segment["index"]), 0, length, kind, [text], speakers, direction))
    return found


def _divided(runs: Sequence[_Run]) -> list[_Run]:
    """Divide what is too long for one shot at a word, after a comma where there is one near the middle."""
    found: list[_Run] = []
    for run in runs:
        said = run.text.split()
        parts = min(-(-run.length_ms // LONGEST_MS), max(1, len(said)))
        start = 0
        for part in range(parts):
            end = len(said) if part == parts - 1 else _good_cut(said, start, round(len(said) * (part + 1) / parts))
            share = run.length_ms * (end - start) // max(1, len(said)) if parts > 1 else run.length_ms
            found.append(replace(run, from_word=start, length_ms=share, texts=[" ".join(said[start:end])]))
            start = end
    return found


def _good_cut(said: Sequence[str], start: int, at: int) -> int:
    for near in (at, at - 1, at + 1, at - 2, at + 2):
        if start + 1 < near < len(said) and said[near - 1][-1] in ",;:.!?—":
            return near
    return min(max(at, start + 1), len(said) - 1)


def _merged(runs: Sequence[_Run]) -> list[_Run]:
    """Join pieces of one sentence or speech, and what is too short to be a shot of its own."""
    found: list[_Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and _belongs(last, run):
            _join(last, run)
        else:
            found.append(replace(run, texts=list(run.texts), speakers=list(run.speakers)))
    if len(found) > 1 and found[-1].length_ms < SHORTEST_MS:
        short = found.pop()
        _join(found[-1], short)
    return found


def _belongs(last: _Run, run: _Run) -> bool:
    together = last.length_ms + run.length_ms
    tag = run.kind == "narration" and len(run.text.split()) <= 6 and run.text[:1].islower()
    if last.kind == "line" and tag and together <= LONGEST_MS:
        return True
    if min(last.length_ms, run.length_ms) < SHORTEST_MS and together <= LONGEST_MS:
        # An exchange of single words is one shot of both.
        return last.length_ms < SHORTEST_MS or last.kind == run.kind
    if last.kind != run.kind or together > TOGETHER_MS:
        return False
    if run.kind == "line":
        return last.speakers == run.speakers
    return run.kind == "narration" and not last.text.rstrip("\"”’'").endswith((".", "!", "?", "…"))


def _join(last: _Run, run: _Run) -> None:
    last.length_ms += run.length_ms
    last.texts += run.texts
    last.speakers += [speaker for speaker in run.speakers if speaker not in last.speakers]
    last.direction = last.direction or run.direction
    last.kind = "line" if last.speakers else "narration" if last.text else last.kind


# --- where people stand --------------------------------------------------------------------------------------------


def _sides(runs: Sequence[_Run], scene: Mapping[str, Any], characters: Sequence[Mapping[str, Any]]) -> dict[str, str]:
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
    run: _Run,
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
    thing = _new_thing(run.text, props, floor)
    if thing and not after_insert:
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


def _spoken(run: _Run, floor: _Floor, *, opening: bool) -> _Frame:
    """Frame a line: both at the start of a talk, then whoever speaks, closer with feeling."""
    speaker = run.speakers[0]
    others = [name for name in floor.sides if name != speaker and floor.sides[name] in {"left", "right"}]
    if len(run.speakers) > 1:
        return _Frame("medium", "eye", "hold", speaker, tuple(run.speakers[:MOST_IN_SHOT]))
    if (opening or not floor.talked) and others:
        floor.talked = True
        return _Frame("medium" if not opening else "full", "eye", "push_in", speaker, (speaker, others[0]))
    floor.talked = True
    floor.replies += 1
    if _is_strong(run):
        return _Frame("close", "low" if run.text.endswith("!") else "eye", "push_in", speaker, (speaker,))
    if others and floor.replies % 3 == 2:
        return _Frame("medium", "over_shoulder", "hold", speaker, (speaker, others[0]))
    return _Frame("close" if floor.replies % 2 else "medium", "eye", "hold", speaker, (speaker,))


def _is_strong(run: _Run) -> bool:
    soft = run.direction.split(",")[0] in {"whispering", "sad", "afraid", "angry", "gentle", "shouting", "softly"}
    return soft or run.text.endswith("!")


def _told(run: _Run, people: tuple[str, ...], floor: _Floor) -> _Frame:
    said = set(words(run.text))
    floor.talked = False
    if not people:
        near = [name for name, side in floor.sides.items() if side in {"left", "center"}][:1]
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


def _things_in(run: _Run, props: Sequence[str]) -> tuple[str, ...]:
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


def _shot(run: _Run, frame: _Frame, floor: _Floor, transition: str) -> dict[str, Any]:
    people = list(dict.fromkeys([*run.speakers, *frame.people]))[: MOST_IN_SHOT + 1]
    props = [prop for prop in frame.props if prop]
    if frame.size == "insert":
        people = []
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


def _placed(name: str, run: _Run, frame: _Frame, floor: _Floor, people: Sequence[str]) -> dict[str, Any]:
    if name in run.speakers:
        pose, expression = floor.company.speak(name, run.text, run.direction)
    elif run.present[:1] == (name,):
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


def _action(run: _Run, people: Sequence[str]) -> str:
    if run.kind == "line" and run.speakers:
        verb = {"whispering": "whispers", "shouting": "shouts", "phone": "speaks into the phone"}.get(
            run.direction, "speaks"
        )
        others = [name for name in people if name not in run.speakers]
        names = " and ".join(run.speakers)
        verb = verb.rstrip("s") if len(run.speakers) > 1 else verb
        return f"{names} {verb}{' to ' + others[0] if others else ''}."
    return run.text[:200] or "A quiet view of the place."
