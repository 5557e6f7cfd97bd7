"""A thing that is given goes from one hand to the other, once, where the hands meet, and stays there."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.providers.animatic.acting import Cue, play
from generation.providers.animatic.drawing.figure import Actor, Figure
from generation.providers.animatic.drawing.figure.hands import palm_of
from generation.providers.animatic.drawing.figure.person import posed
from generation.providers.animatic.drawing.figure.stance import OWN, Stance
from generation.providers.animatic.drawing.light import TIMES

WIDTH, HEIGHT, UNIT, RATE = 640, 360, 48.0, 24
ANN: dict[str, Any] = {"name": "Ann", "sex": "female", "pose": "stand", "facing": "right", "position": "left"}
BOB: dict[str, Any] = {"name": "Bob", "sex": "male", "pose": "stand", "facing": "left", "position": "right"}


def acted(
    *cast: dict[str, Any], apart: float = 2.6, seconds: float = 4
) -> tuple[dict[str, Actor], dict[str, list[Stance]]]:
    xs = [WIDTH / 2 + (index - (len(cast) - 1) / 2) * apart * UNIT for index in range(len(cast))]
    actors = {
        entry["name"]: Actor(Figure.from_cast(entry), x, HEIGHT - 12, UNIT, TIMES["day"], WIDTH)
        for entry, x in zip(cast, xs, strict=True)
    }
    cue = Cue({"cast": list(cast), "size": "full"}, (), round(seconds * RATE), RATE, 3, WIDTH, HEIGHT)
    return actors, play(actors, cue)


def holds(stances: list[Stance]) -> list[bool]:
    return [stance.held is not None for stance in stances]


def palms(actor: Actor, stances: list[Stance]) -> NDArray[np.float64]:
    places = []
    for stance in stances:
        body = (posed(actor.figure, stance.pose) if stance.pose else actor.figure).body
        assert body is not None
        x, y = palm_of(body.joints.lead_arm[2], body.joints.lead_arm[1])
        aside = (x + stance.lean + stance.sway) * actor.ahead + stance.dx
        places.append((actor.x + aside * UNIT, actor.y + (y - stance.rise) * UNIT))
    return np.array(places)


GIVES = ({**ANN, "gesture": "give", "holds": "letter"}, BOB)
TAKES = (ANN, {**BOB, "gesture": "take", "holds": "suitcase"})
ASKS = ({**ANN, "holds": "lantern"}, {**BOB, "gesture": "take"})


@pytest.mark.parametrize("cast", [GIVES, TAKES, ASKS])
def test_the_thing_is_always_in_one_hand_and_changes_it_once(cast: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, stances = acted(*cast)

    first, last = holds(stances["Ann"]), holds(stances["Bob"])
    assert all(one != other for one, other in zip(first, last, strict=True))
    assert first[0]
    assert last[-1]
    assert sum(before != after for before, after in pairwise(first)) == 1


@pytest.mark.parametrize("cast", [GIVES, TAKES, ASKS])
def test_it_changes_hands_in_the_middle_of_the_shot(cast: tuple[dict[str, Any], dict[str, Any]]) -> None:
    _, stances = acted(*cast)

    change = holds(stances["Bob"]).index(True) / len(stances["Bob"])
    assert 0.25 < change < 0.6


@pytest.mark.parametrize("apart", [1.6, 2.6, 3.4, 4.2])
def test_both_hands_are_there_when_it_changes_hands(apart: float) -> None:
    actors, stances = acted(*GIVES, apart=apart)

    change = holds(stances["Bob"]).index(True)
    gives, takes = (palms(actors[name], stances[name])[change] for name in ("Ann", "Bob"))
    assert np.linalg.norm(gives - takes) < 0.35 * UNIT


@pytest.mark.parametrize("name", ["Ann", "Bob"])
def test_hands_that_give_and_take_never_jump(name: str) -> None:
    actors, stances = acted(*GIVES, apart=2.6)

    steps = np.linalg.norm(np.diff(palms(actors[name], stances[name]), axis=0), axis=1)
    assert steps.max() < 0.25 * UNIT
    assert np.abs(np.diff(steps)).max() < 0.08 * UNIT


@pytest.mark.parametrize(
    "cast",
    [
        ({**ANN, "gesture": "give", "holds": "letter"},),
        ({**ANN, "gesture": "give", "holds": "letter"}, {**BOB, "facing": "right"}),
        ({**ANN, "gesture": "give", "holds": "letter"}, {**BOB, "pose": "sleep"}),
        ({**ANN, "gesture": "give", "holds": "letter"}, {**BOB, "holds": "umbrella"}),
        ({**ANN, "gesture": "give"}, BOB),
    ],
)
def test_nothing_changes_hands_when_nobody_can_take_it(cast: tuple[dict[str, Any], ...]) -> None:
    actors, stances = acted(*cast)

    for name, seen in stances.items():
        assert {stance.held for stance in seen} <= {OWN, actors[name].figure.held}


def test_far_apart_nothing_flies_through_the_air() -> None:
    actors, stances = acted(*GIVES, apart=9.0)

    assert {stance.held for stance in stances["Ann"]} == {actors["Ann"].figure.held}


def test_who_takes_something_from_a_table_has_it_after_reaching_for_it() -> None:
    _, stances = acted({**ANN, "gesture": "take", "holds": "cup"})

    seen = holds(stances["Ann"])
    assert not seen[0]
    assert seen[-1]
