"""How a scene is broken into shots: what a director would do, kept by rules."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from generation.providers.animatic.text.blocking import gesture_in
from generation.providers.animatic.text.coverage import cover

ADA = {"name": "Ada", "sex": "female", "age": "adult"}
BEN = {"name": "Ben", "sex": "male", "age": "adult"}
LONG = (
    "I kept every letter that you ever sent me, in a box under the stairs, and I never once had the heart to open it."
)


def say(speaker: str, text: str, **more: Any) -> dict[str, Any]:
    return {"kind": "line", "speaker": speaker, "text": text, "direction": "", **more}


def tell(text: str, **more: Any) -> dict[str, Any]:
    return {"kind": "narration", "speaker": "", "text": text, "direction": "", **more}


def pause(duration_ms: int = 2200) -> dict[str, Any]:
    return {"kind": "pause", "speaker": "", "text": "", "direction": "", "duration_ms": duration_ms}


def shots_of(*segments: dict[str, Any], style: dict[str, Any] | None = None, **material: Any) -> list[dict[str, Any]]:
    """Cover a kitchen scene of Ada and Ben; each word lasts 400 ms."""
    timed = [
        {"index": at, "duration_ms": 400 * len(segment["text"].split()), "words": len(segment["text"].split())}
        | segment
        for at, segment in enumerate(segments)
    ]
    scene = {"characters": ["Ada", "Ben"], "mood": "", "props": [], "transition": "cut"}
    place = {"name": "Kitchen", "kind": "kitchen", "interior": True}
    asked = {"segments": timed, "characters": [ADA, BEN], "scene": scene, "set": place, "style": style or {}}
    shots: list[dict[str, Any]] = cover({**asked, **material}, 1)["shots"]
    return shots


def names(shot: dict[str, Any]) -> list[str]:
    return [person["name"] for person in shot["characters"]]


def test_the_title_stands_over_the_first_place_and_the_end_over_the_last() -> None:
    shots = shots_of(pause(), tell("Ada waited in the kitchen for a long time."), pause(), opens=True, closes=True)

    assert [shot["card"] for shot in shots] == ["title", "", "end"]
    assert shots[0]["size"] in {"wide", "extreme_wide"}
    assert names(shots[0]) == []


def test_a_pause_in_the_middle_of_a_film_carries_no_card() -> None:
    shots = shots_of(pause(), tell("Ada waited in the kitchen for a long time."), pause())

    assert {shot["card"] for shot in shots} == {""}


def test_in_a_long_line_the_listener_is_seen_while_the_voice_goes_on() -> None:
    shots = shots_of(say("Ada", "Did you read them?"), say("Ben", LONG))

    answer = [shot for shot in shots if shot["segment"] == 1]
    assert "Ben" in names(answer[0])
    assert (names(answer[-1]), answer[-1]["action"]) == (["Ada"], "Ada listens to Ben.")


def test_a_question_sends_the_picture_ahead_and_a_plain_line_is_heard_before_its_face() -> None:
    shots = shots_of(
        say("Ada", "You came all the way from the coast."),
        say("Ben", "I walked the last ten miles of it."),
        say("Ada", "Why would you ever do that?"),
        say("Ben", "There was nobody left to drive me."),
    )

    leads = [shot["lead_ms"] for shot in shots]
    assert leads[0] == 0
    assert leads[1] > 0
    assert leads[3] < 0


def test_a_thing_that_the_words_speak_of_fills_the_picture_once() -> None:
    shots = shots_of(
        tell("The house had been quiet for years."),
        tell("A brass lantern hung by the door."),
        tell("The lantern had never been lit."),
    )

    assert [shot["focus"] for shot in shots if shot["size"] == "insert"] == ["brass lantern"]


def test_who_walks_in_enters_from_their_own_side_and_who_leaves_goes_off() -> None:
    shots = shots_of(
        tell("It was nearly midnight in the old kitchen."),
        tell("Ada came in with snow on her shoulders."),
        tell("Ben looked at her and said nothing at all."),
        tell("Then Ada turned and walked out into the night."),
        tell("Nobody spoke of it again."),
    )

    ways = [(person["name"], person["enters"], person["leaves"]) for shot in shots for person in shot["characters"]]
    assert ("Ada", "left", "") in ways
    assert ("Ada", "", "left") in ways
    assert "Ada" not in names(shots[-1])


def test_two_who_talk_look_at_each_other() -> None:
    shots = shots_of(
        say("Ada", "You came all the way from the coast."), say("Ben", "I walked the last ten miles of it.")
    )

    both = next(shot for shot in shots if len(shot["characters"]) == 2)
    assert {person["name"]: person["looks_at"] for person in both["characters"]} == {"Ada": "Ben", "Ben": "Ada"}
    assert {person["facing"] for person in both["characters"]} == {"left", "right"}


@pytest.mark.parametrize(
    ("told", "gesture"),
    [
        ("ada nodded slowly", "nod"),
        ("ben shook his head", "shake_head"),
        ("he raised his glass to them", "raise_glass"),
        ("she sat down on the bench", "sit_down"),
        ("he knocked at the door", "knock"),
        ("they waited", ""),
    ],
)
def test_what_is_told_of_hands_and_heads_is_done(told: str, gesture: str) -> None:
    assert gesture_in(told.split()) == gesture


def talk() -> list[dict[str, Any]]:
    lines = [f"This is line number {number} of a talk that goes on and on in the kitchen." for number in range(8)]
    return [say(("Ada", "Ben")[at % 2], line) for at, line in enumerate(lines)]


def test_a_symmetric_style_neither_leans_nor_looks_over_shoulders() -> None:
    shots = shots_of(*talk(), style={"framing": "symmetric"})

    assert not {"dutch", "over_shoulder"} & {shot["angle"] for shot in shots}


def test_a_restless_style_takes_the_camera_off_its_tripod() -> None:
    shots = shots_of(*talk(), style={"framing": "restless"})

    assert sum(shot["move"] == "handheld" for shot in shots) > len(shots) / 2


def test_a_fast_style_cuts_more_often_than_a_slow_one() -> None:
    story = [tell(f"Somewhere in the old house the {thing} began to move by itself.") for thing in ("doors", "chairs")]

    quick, slow = (shots_of(*story * 3, style={"rhythm": rhythm}) for rhythm in (1.0, -1.0))

    assert len(quick) > len(slow)


@pytest.mark.parametrize("framing", ["", "classic", "symmetric", "intimate", "epic", "restless"])
def test_no_two_neighbours_have_the_same_size_and_angle_in_any_style(framing: str) -> None:
    shots = shots_of(pause(), tell("Ada came in."), *talk(), tell("Ben ran off."), style={"framing": framing})

    views = [(shot["size"], shot["angle"]) for shot in shots]
    assert all(first != second for first, second in pairwise(views))
