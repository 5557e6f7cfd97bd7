"""Covers one scene with shots, by the rules editors cut by: who is seen, from where, for how long, and what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from .acting import Company
from .blocking import Floor, placed, sides_of
from .cutting import lead_ms, pace_of, transition_of, with_reactions
from .roster import Memory, Roster, roster_of
from .runs import Run, runs_of
from .setups import MOST_IN_SHOT, Moment, Setup, as_styled, setup_for, unlike
from .things import nouns_of_things

LENSES = {
    "extreme_wide": "18mm",
    "wide": "24mm",
    "full": "35mm",
    "medium": "50mm",
    "close": "85mm",
    "extreme_close": "100mm",
    "insert": "100mm",
}
ENDS = (".", "!", "?", "…")
ANSWER_WITHIN = 3  # shots; who speaks later than that need not be there yet


def cover(material: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the shots document for one scene."""
    segments: Sequence[Mapping[str, Any]] = material.get("segments") or []
    if not segments:
        return {"shots": []}
    return {"shots": _Coverage(material, seed).shots()}


class _Coverage:
    """One scene while it is covered, shot after shot."""

    def __init__(self, material: Mapping[str, Any], seed: int) -> None:
        self._material, self._seed = material, seed
        self._characters: Sequence[Mapping[str, Any]] = material.get("characters") or []
        self._scene: Mapping[str, Any] = material.get("scene") or {}
        self._place: Mapping[str, Any] = material.get("set") or {}
        style: Mapping[str, Any] = material.get("style") or {}
        self._framing = str(style.get("framing") or "")
        mood = str(self._scene.get("mood") or material.get("mood") or "")
        pace = pace_of(mood, float(style.get("rhythm") or 0.0))
        speaking = {str(segment.get("speaker")) for segment in material["segments"] if segment.get("kind") == "line"}
        runs = runs_of(material["segments"], self._characters, pace)
        self._runs = with_reactions(runs, sorted(speaking - {""}))
        centred = self._framing == "symmetric"
        sides = sides_of(self._runs, self._scene, self._characters, centred=centred)
        kind = str(self._place.get("kind", ""))
        listed = _first_told(self._scene, self._characters, material["segments"])
        self._floor = Floor(sides, Company(mood, kind), kind, listed=listed)
        self._props = [str(prop.get("name", "")) for prop in material.get("props") or ()]
        self._roster, self._memory = roster_of(self._characters), _memory(self._characters)

    def shots(self) -> list[dict[str, Any]]:
        """Return the shots in order."""
        found: list[dict[str, Any]] = []
        before = _previous(self._material.get("previous"))
        for at, run in enumerate(self._runs):
            self._take_in(at, run)
            setup = self._setup(at, run, before)
            setup = replace(setup, props=setup.props or _things_in(run, self._props))
            before = (setup.size, setup.angle)
            found.append(self._shot(at, run, setup, found[-1] if found else None))
            self._floor.seen += [person["name"] for person in reversed(found[-1]["characters"])]
        return found

    def _take_in(self, at: int, run: Run) -> None:
        """Learn from a run who is there, who answers, and who "he" and "she" are."""
        following = self._runs[at + 1 : at + 1 + ANSWER_WITHIN]
        talk = takewhile(lambda later: later.kind == "line" and not later.told_first, following)
        self._floor.answering = tuple(name for later in talk for name in later.speakers)
        before = self._runs[at - 1] if at else None
        run.present = _told_of(run, before, self._floor, self._roster, self._memory)
        for speaker in run.speakers:
            self._memory.note(speaker, self._roster.sexes.get(speaker, ""))

    def _setup(self, at: int, run: Run, before: tuple[str, str]) -> Setup:
        listener = self._floor.partner_of(run.speakers[0]) if run.reaction and run.speakers else ""
        if listener:
            seen = Setup("close", "eye", "hold", listener, (listener,))
            return unlike(as_styled(seen, self._framing, at), before)
        moment = Moment(
            at,
            len(self._runs),
            opens=bool(self._material.get("opens")),
            closes=bool(self._material.get("closes")),
            after_insert=before[0] == "insert",
            place=self._place,
            props=self._props,
            seed=self._seed,
        )
        return unlike(as_styled(setup_for(run, moment, self._floor), self._framing, at), before)

    def _shot(self, at: int, run: Run, setup: Setup, last: Mapping[str, Any] | None) -> dict[str, Any]:
        speaking = [] if run.reaction and setup.people else run.speakers
        people = list(dict.fromkeys([*speaking, *setup.people]))[: MOST_IN_SHOT + 1]
        if setup.size == "insert":
            people = []
        held = {self._floor.company.of(name).holds.split(" ")[-1] for name in people}
        near = setup.size in {"close", "medium"}
        wanted = "cut" if at else str(self._scene.get("transition") or "cut")
        people_before = [person["name"] for person in last["characters"]] if last else []
        return {
            "segment": run.segment,
            "from_word": run.from_word,
            "action": _action(run, people),
            "size": setup.size,
            "angle": setup.angle,
            "move": setup.move,
            "lens": LENSES[setup.size],
            "characters": [placed(name, run, self._floor, people, self._props, near=near) for name in people],
            "props": [prop for prop in setup.props if prop and prop.split()[-1] not in held],
            "focus": setup.focus,
            "transition": transition_of(wanted),
            "lead_ms": lead_ms(self._runs[at - 1] if at else None, run, people_before=people_before, people=people),
            "card": setup.card,
        }


def _first_told(
    scene: Mapping[str, Any], characters: Sequence[Mapping[str, Any]], segments: Sequence[Mapping[str, Any]]
) -> tuple[str, ...]:
    """Return who is named first in a scene: they may be seen before their name is heard; the others come when told."""
    text = " ".join(f"{segment.get('speaker', '')} {segment.get('text', '')}" for segment in segments).casefold()
    there = {str(name) for name in scene.get("characters") or ()}
    known = [person for person in characters if person.get("name") in there]
    named = {
        str(person["name"]): min(
            (
                at
                for name in (person["name"], *(person.get("aliases") or ()))
                if (at := text.find(str(name).casefold())) >= 0
            ),
            default=len(text),
        )
        for person in known
    }
    return (min(named, key=lambda name: named[name]),) if named else ()


def _memory(characters: Sequence[Mapping[str, Any]]) -> Memory:
    """Return a memory in which "he" and "she" are the scene's first man and woman until the text says who."""
    last = {str(entry.get("sex", "")): str(entry.get("name", "")) for entry in reversed(characters)}
    return Memory({sex: name for sex, name in last.items() if sex})


def _told_of(run: Run, before: Run | None, floor: Floor, roster: Roster, memory: Memory) -> tuple[str, ...]:
    """Return who is told of in a run; a sentence that was cut in two is still about the same person."""
    if run.kind != "narration":
        floor.company.follow(roster, memory, " ".join(run.told))
        return ()
    unfinished = before is not None and before.kind == "narration" and not before.text.rstrip("”’\"'").endswith(ENDS)
    going_on = before.present[0] if before is not None and unfinished and before.present else ""
    return tuple(floor.company.follow(roster, memory, run.text, going_on=going_on)) or (going_on,) * bool(going_on)


def _previous(shot: Any) -> tuple[str, str]:
    return (str(shot.get("size", "")), str(shot.get("angle", ""))) if isinstance(shot, Mapping) else ("", "")


def _things_in(run: Run, props: Sequence[str]) -> tuple[str, ...]:
    """Return the props that are told of while the shot lasts."""
    nouns = {noun for noun, _ in nouns_of_things(run.text)} if run.kind == "narration" else set()
    return tuple(prop for prop in props if any(prop.lower().endswith(noun) for noun in nouns))[:2]


def _action(run: Run, people: Sequence[str]) -> str:
    if run.kind == "line" and run.speakers:
        listening = run.reaction and run.speakers[0] not in people
        if listening and people:
            return f"{people[0]} listens to {run.speakers[0]}."
        verb = {"whispering": "whispers", "shouting": "shouts", "phone": "speaks into the phone"}.get(
            run.direction, "speaks"
        )
        others = [name for name in people if name not in run.speakers]
        names = " and ".join(run.speakers)
        verb = verb.rstrip("s") if len(run.speakers) > 1 else verb
        return f"{names} {verb}{' to ' + others[0] if others else ''}."
    return run.text[:200] or "A quiet view of the place."
