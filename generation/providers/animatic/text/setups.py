"""Camera setups: how near, from where and how moving a run of the script is seen, and why.

A new place is seen whole first. Two people who talk keep their sides, seen together, then over a shoulder, then alone
and nearer as it matters more. Feeling brings the camera closer, a thing that matters fills the frame once, haste takes
the camera off its tripod, and whoever is small or alone is seen from far away. A style's framing bends all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .acting import STRONG, TAKING
from .blocking import Floor
from .runs import Run
from .things import nouns_of_things
from .words import words

TALL = frozenset(
    {"castle", "lighthouse", "mountain", "city", "church", "cathedral", "temple", "forest", "rooftop", "jungle"}
)
CLOSER = {"extreme_wide": "wide", "wide": "full", "full": "medium", "medium": "close", "close": "extreme_close"}
FARTHER = {"close": "medium", "medium": "full", "full": "wide", "wide": "extreme_wide"}
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
LOOKING = frozenset(
    {
        "looked", "looks", "saw", "sees", "stared", "stares", "watched", "watches", "eyes", "face", "thought", "knew",
        "smiled", "smiles", "noticed",
    }
)  # fmt: skip
LONELY = frozenset({"alone", "lonely", "empty", "nobody", "silence", "silent", "far", "small", "lost", "miles"})
SOFT = frozenset(
    {"whispering", "whispers", "sad", "afraid", "angry", "gentle", "shouting", "softly", "crying", "trembling"}
)
ROUND = ("medium", "close", "full")
"""What follows each other while somebody is told of for long."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a run is framed."""

    size: str
    angle: str = "eye"
    move: str = "hold"
    focus: str = ""
    people: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where in its scene a run stands, and what surrounds it."""

    at: int
    total: int
    opens: bool
    closes: bool
    after_insert: bool
    place: Mapping[str, Any]
    props: Sequence[str]
    seed: int


def setup_for(run: Run, moment: Moment, floor: Floor) -> Setup:
    """Choose the setup of a run."""
    if run.kind == "pause":
        return _silent(run, moment, floor)
    if moment.at == 0 and run.kind != "line":
        return establishing(run.present, moment)
    if run.kind == "line":
        return _spoken(run, floor, opening=moment.at == 0)
    # Nobody is brought in by what they carry: first they are seen themselves.
    known = all(name in floor.seen for name in run.present)
    thing = _new_thing(run, moment.props, floor) if known and not moment.after_insert else ""
    if thing:
        return Setup("insert", "high", "push_in", thing, (), (thing,))
    people = tuple(name for name in run.present if name in floor.sides)[:MOST_IN_SHOT]
    if moment.at == moment.total - 1 and moment.total > 2:
        return Setup("wide", "eye", "pull_out", people[0] if people else "", people)
    return _told(run, people, floor) if people else _untold(run, moment, floor)


def establishing(present: Sequence[str], moment: Moment) -> Setup:
    """Show a place whole, moving only where it has a height or a width to show."""
    kind = str(moment.place.get("kind", ""))
    people = tuple(present[:MOST_IN_SHOT])
    if bool(moment.place.get("interior")):
        return Setup("wide", "eye", "push_in", "", people)
    move = "tilt_up" if kind in TALL else ("pan_right", "pan_left", "push_in")[moment.seed % 3]
    return Setup("extreme_wide" if not people else "wide", "low" if kind in TALL else "eye", move, "", people)


def _silent(run: Run, moment: Moment, floor: Floor) -> Setup:
    """Fill a pause: the title over the first place, the end over the last, a look in between."""
    if moment.opens and moment.at == 0:
        return replace(establishing((), moment), card="title")
    if moment.closes and moment.at == moment.total - 1:
        return Setup("extreme_wide", "eye", "pull_out", "", tuple(floor.seen[-1:]), card="end")
    if moment.at == 0:
        return establishing((), moment)
    near = next((name for name in reversed(floor.seen) if name not in floor.gone), "")
    return Setup("close", "eye", "push_in", near, (near,)) if near else Setup("wide", "eye", "push_in")


def _spoken(run: Run, floor: Floor, *, opening: bool) -> Setup:
    """Frame a line: both at the start of a talk, then whoever speaks, closer with feeling."""
    speaker, other = run.speakers[0], floor.partner_of(run.speakers[0])
    first, floor.talked = not floor.talked, True
    if len(run.speakers) > 1:
        return Setup("medium", "eye", "hold", speaker, tuple(run.speakers[:MOST_IN_SHOT]))
    if (opening or first) and other:
        return Setup("medium" if not opening else "full", "eye", "push_in", speaker, (speaker, other))
    floor.replies += 1
    if run.told_first:
        return Setup("full", "eye", "hold", speaker, (speaker, *((other,) if other else ())))
    if _is_strong(run):
        return Setup("close", "low" if run.text.endswith("!") else "eye", "push_in", speaker, (speaker,))
    turn = floor.replies % 5
    if other and turn in {1, 2}:
        return Setup("medium", "over_shoulder", "hold", speaker, (speaker, other))
    if other and turn == 0:
        return Setup("medium", "eye", "hold", speaker, (speaker, other))
    return Setup("close" if other or floor.replies % 2 else "medium", "eye", "hold", speaker, (speaker,))


def _is_strong(run: Run) -> bool:
    return bool(set(words(run.direction)) & SOFT) or run.text.endswith("!")


def _told(run: Run, people: tuple[str, ...], floor: Floor) -> Setup:
    said = set(words(run.text))
    floor.talked = False
    floor.told += 1
    pose, feeling = floor.company.tell(people[0], run.text)
    if pose in {"run", "drive"}:
        return Setup("full", "low", "handheld", people[0], people)
    if pose == "walk":
        move = "pan_right" if floor.sides[people[0]] != "right" else "pan_left"
        return Setup("full", "eye", move, people[0], people)
    if feeling in STRONG and len(people) == 1 and floor.company.people[people[0]].expression:
        angle = "dutch" if feeling == "fear" and floor.company.mood in {"tense", "scary"} else "eye"
        return Setup("close", angle, "push_in", people[0], people)
    if len(people) == 1 and len(said & LONELY) > 1:
        return Setup("extreme_wide", "high", "pull_out", people[0], people)
    if said & LOOKING:
        return Setup("close" if len(people) == 1 else "medium", "eye", "hold", people[0], people)
    if len(people) > 1:
        return Setup("medium" if floor.told % 2 else "full", "eye", "hold", people[0], people)
    return Setup(ROUND[floor.told % 3], "low" if floor.told % 6 == 5 else "eye", "hold", people[0], people)


def _untold(run: Run, moment: Moment, floor: Floor) -> Setup:
    """Find a picture for words that name nobody: the thing they speak of, those who are there, or the place again."""
    floor.talked = False
    floor.told += 1
    thing = _mentioned(run.text, floor) if not moment.after_insert else ""
    if thing:
        return Setup("insert", "eye" if floor.told % 2 else "high", "push_in", thing)
    there = [name for name in (*reversed(floor.seen), *floor.listed) if name in floor.sides and name not in floor.gone]
    if there and floor.told % 3:
        name = there[floor.told % len(there)]
        size, move = _FACES[floor.told % 3]
        return Setup(size, "eye", move, name, (name,))
    size, angle, move = _VIEWS[floor.told % len(_VIEWS)]
    return Setup(size, angle, move, "", tuple(there[:1]))


_FACES = (("medium", "hold"), ("full", "hold"), ("close", "push_in"))

_VIEWS = (
    ("wide", "high", "push_in"),
    ("extreme_wide", "eye", "pan_left"),
    ("wide", "low", "push_in"),
    ("wide", "eye", "pan_right"),
)


def _mentioned(text: str, floor: Floor) -> str:
    """Return a thing that the words speak of and that has not filled the picture yet, as they call it; "" for none."""
    for noun, phrase in nouns_of_things(text):
        if noun not in floor.shown_props:
            floor.shown_props.add(noun)
            return phrase
    return ""


def _new_thing(run: Run, props: Sequence[str], floor: Floor) -> str:
    """Return a prop that is shown for the first time here, or ""; the story's own thing is wherever it is told of."""
    text = run.text
    for noun, _ in nouns_of_things(text):
        for prop in props:
            at = props.index(prop)
            told = set(words(text)) & TAKING or words(text)[-1] in noun.split()
            prominent = (at == 0 and not run.present) or (at < MOST_INSERTS and bool(told))
            if prop.lower().endswith(noun) and prop not in floor.shown_props and prominent:
                floor.shown_props.add(prop)
                return prop
    return ""


def as_styled(setup: Setup, framing: str, at: int) -> Setup:
    """Return the setup as a director of this framing would take it; titles and things stay as they are."""
    if setup.card or setup.size == "insert":
        return setup
    if framing == "symmetric":
        angle = "eye" if setup.angle in {"dutch", "over_shoulder"} else setup.angle
        move = {"pan_left": "push_in", "pan_right": "push_in", "handheld": "push_in"}.get(setup.move, setup.move)
        return replace(setup, angle=angle, move=move)
    if framing == "intimate" and len(setup.people) == 1 and setup.size in {"full", "medium"}:
        return replace(setup, size=CLOSER[setup.size])
    if framing == "epic" and setup.people:
        size = FARTHER[setup.size] if setup.size in {"full", "medium"} and at % 2 else setup.size
        return replace(setup, size=size, angle="low" if setup.angle == "eye" and at % 3 == 1 else setup.angle)
    if framing == "restless" and setup.people and setup.move == "hold":
        angle = "dutch" if setup.angle == "eye" and setup.size in {"close", "full"} and at % 4 == 3 else setup.angle
        return replace(setup, move="handheld", angle=angle)
    return setup


def unlike(setup: Setup, before: tuple[str, str]) -> Setup:
    """Return the setup, moved closer or further off where it would repeat the shot before."""
    if (setup.size, setup.angle) != before:
        return setup
    if setup.size == "insert":
        return replace(setup, angle="eye" if setup.angle != "eye" else "high")
    if setup.card:
        return replace(setup, size="wide" if setup.size == "extreme_wide" else "extreme_wide")
    if len(setup.people) > 1:
        return replace(setup, size="full" if setup.size != "full" else "wide")
    return replace(setup, size=SECOND_SIZE.get(setup.size, "medium"))
