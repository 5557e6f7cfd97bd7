"""What is said to models about a picture, a clip, a score: whole, bonded, as each family reads it, never too long."""

from __future__ import annotations

from typing import Any

import pytest

from generation import prompts
from generation.prompts.pieces import Piece, joined

ANA = {
    "name": "Ana",
    "role": "keeper",
    "sex": "female",
    "age": "elder",
    "build": "slim",
    "skin": "pale",
    "hair": "long white",
    "features": "scar on the chin",
    "wears": "blue oilskin coat",
    "pose": "stand",
    "expression": "tense",
    "holds": "lamp",
    "position": "left",
    "facing": "right",
    "looks_at": "Ben",
    "gesture": "nod",
    "speaking": True,
}
BEN = {
    "name": "Ben",
    "sex": "male",
    "age": "child",
    "hair": "red curls",
    "wears": "torn shirt",
    "pose": "sit",
    "position": "right",
    "facing": "away",
    "leaves": "left",
}
SHOT: dict[str, Any] = {
    "set": {
        "name": "The Light",
        "kind": "lighthouse",
        "description": "a round room of white stone",
        "interior": True,
        "era": "1890s",
    },
    "time_of_day": "night",
    "weather": "storm",
    "mood": "tense",
    "size": "medium",
    "angle": "low",
    "move": "pan_left",
    "lens": "35mm",
    "action": "Ana turns to Ben.",
    "cast": [ANA, BEN],
    "props": ["bottle"],
    "prop_words": {"bottle": "green glass, sealed with wax"},
    "focus": "",
    "style": {
        "name": "Noir",
        "description": "Hard light, deep shadow.",
        "palette": ["#0d1117", "#c9b27c"],
        "colours": ["black", "beige"],
        "contrast": 0.8,
        "line": 0.6,
        "grain": 0.4,
        "light": "low",
        "framing": "classic",
    },
}
SENT = [("character", "Ana"), ("character", "Ben"), ("set", "The Light")]


@pytest.mark.parametrize(
    "words",
    [
        "an elderly woman (keeper): slim build, pale skin, long white hair, scar on the chin",
        "scar on the chin, wearing blue oilskin coat",
        "a boy: red curls hair, wearing torn shirt",
        "standing, in the left third of the frame, turned to the right, holding a lamp, with a tense face",
        "looking at Ben",
        "sitting, in the right third of the frame, seen from behind",
        "bottle (green glass, sealed with wax)",
        "the inside of The Light, a lighthouse, 1890s",
        "round room of white stone",
        "At night, a storm outside, lit by lamps",
        "Medium shot from a low angle, looking up, 35mm lens",
        "rule of thirds",
        "room on the left for the camera to pan",
        "Style: Noir (hard light, deep shadow)",
        "deep shadows, strong contrast, bold ink outlines, fine film grain, palette of black #0d1117 and beige #c9b27c",
        "No text",
    ],
)
def test_a_frame_is_told_everything_that_the_shot_says(words: str) -> None:
    assert words in prompts.frame(SHOT)


def test_the_same_person_is_described_in_the_same_words_in_every_shot() -> None:
    elsewhere = {**SHOT, "cast": [{**ANA, "pose": "run", "position": "back", "expression": "happy"}], "size": "close"}

    here, there = prompts.frame(SHOT), prompts.frame(elsewhere)

    whole = here[here.index("Ana, an elderly") : here.index("Ana is standing")]
    assert whole in there


@pytest.mark.parametrize(
    ("family", "called"), [("nano-banana", "Image"), ("seedream", "Image"), ("qwen-edit", "Picture")]
)
def test_each_picture_that_is_sent_along_is_named_in_the_order_in_which_it_is_sent(family: str, called: str) -> None:
    said = prompts.frame(SHOT, family=family, references=SENT)

    assert said.startswith(f"{called} 1: Ana; {called} 2: Ben; {called} 3: the place, The Light.")
    assert "Keep the face, hair, build and clothes of Ana and Ben and the place with its furnishings" in said


def test_nothing_is_said_of_pictures_that_are_not_sent() -> None:
    assert "Image 1" not in prompts.frame(SHOT, family="nano-banana")


def test_over_the_shoulder_says_over_whose() -> None:
    assert "over Ben's shoulder" in prompts.frame({**SHOT, "angle": "over_shoulder"})


@pytest.mark.parametrize("most", [150, 300, 500, 800, 1200])
def test_a_prompt_is_never_longer_than_the_model_reads_and_no_word_is_cut(most: int) -> None:
    whole = set(prompts.frame(SHOT, family="qwen-edit", references=SENT).split())

    said = prompts.frame(SHOT, family="qwen-edit", references=SENT, most=most)

    assert len(said) <= most
    assert set(said.split()) <= whole


def test_what_matters_least_is_left_out_first() -> None:
    said = prompts.frame(SHOT, family="qwen-edit", references=SENT, most=800)

    assert "Ana turns to Ben." in said
    assert "Picture 1: Ana" in said
    assert "Ana is standing, in the left third" in said
    assert "mood" not in said


def test_one_piece_that_is_too_long_stays_whole_so_that_the_limit_is_reported() -> None:
    assert joined([Piece("much too long", 5)], 4) == "much too long"


@pytest.mark.parametrize("family", ["flux", "kontext", "pulid"])
def test_models_that_draw_what_is_denied_are_told_no_denials(family: str) -> None:
    pictures = [
        prompts.frame(SHOT, family=family, references=SENT),
        prompts.reference({"subject": "set", "set": SHOT["set"]}, family=family),
        prompts.reference({"subject": "prop", "props": ["bottle"]}, family=family),
    ]

    assert not [said for said in pictures if "No " in said or "no people" in said]
    assert all("unlettered" in said for said in pictures)


@pytest.mark.parametrize("family", ["", "nano-banana", "seedream", "qwen-edit", "gpt-image"])
def test_pictures_of_sets_and_props_keep_people_out(family: str) -> None:
    place = prompts.reference({"subject": "set", "set": SHOT["set"], "time_of_day": "day"}, family=family)
    prop = prompts.reference({"subject": "prop", "props": ["bottle"], "description": "green glass"}, family=family)

    assert "no people" in place
    assert "No people, no hands" in prop
    assert "Green glass" in prop


def test_a_reference_of_a_person_shows_that_person_alone_and_whole() -> None:
    said = prompts.reference({"subject": "character", "cast": [ANA]}, family="seedream", references=[("guide", "Ana")])

    assert "one person alone" in said
    assert "long white hair" in said
    assert "Image 1 shows Ana." in said


@pytest.mark.parametrize("family", ["", "kling", "wan", "hailuo", "veo", "ltx", "hunyuan"])
def test_a_clip_is_told_what_moves_and_not_what_its_first_frame_shows(family: str) -> None:
    said = prompts.clip(SHOT, family=family)

    assert said.startswith("Ana turns to Ben.")
    assert "Ana is the elderly woman on the left and Ben is the boy on the right" in said
    assert "Ana nods" in said
    assert "Ana is speaking" in said
    assert "Ben walks off to the left" in said
    assert not [look for look in ("scar", "oilskin", "white hair", "white stone", "Noir", "#0d1117") if look in said]


@pytest.mark.parametrize(("family", "move"), [("kling", "The camera pans left."), ("hailuo", "[Pan left]")])
def test_a_move_of_the_camera_is_worded_as_the_family_reads_it(family: str, move: str) -> None:
    assert move in prompts.clip(SHOT, family=family)


def test_a_still_camera_is_told_to_hold_still() -> None:
    assert "The camera holds still." in prompts.clip({**SHOT, "move": "hold"})
    assert "[Static shot]" in prompts.clip({**SHOT, "move": "hold"}, family="hailuo")


@pytest.mark.parametrize(
    "staging", [{}, {"cast": [{}]}, {"cast": [{"name": "X", "age": "forty", "sex": "male"}], "set": {}}]
)
def test_a_shot_of_which_little_is_known_still_gets_sentences(staging: dict[str, Any]) -> None:
    said = prompts.frame(staging) + prompts.clip(staging)

    assert said
    assert ".." not in said
    assert "None" not in said
    assert " ." not in said


SECTIONS = [
    {"start_ms": 0, "end_ms": 20_000, "mood": "tense", "energy": 0.65},
    {"start_ms": 20_000, "end_ms": 61_000, "mood": "sad", "energy": 0.2},
]


def test_a_score_is_told_when_its_mood_changes() -> None:
    said = prompts.music("The Light", ["noir"], sections=SECTIONS, era="1890s")

    assert "0:00 to 0:20: tense, strong." in said
    assert "0:20 to 1:01: sad, quiet." in said
    assert "1890s" in said
    assert "No vocals" in said


def test_a_model_that_reads_tags_gets_tags() -> None:
    said = prompts.music("The Light", ["noir"], sections=SECTIONS, family="ace-step")

    tags = said.split(", ")
    assert tags[:3] == ["instrumental", "film score", "noir"]
    assert {"tense", "sad", "solo cello"} <= set(tags)
    assert len(tags) == len(set(tags))
    assert "." not in said


def test_sounds_are_told_with_their_moments_and_their_room() -> None:
    cues = [{"sound": "door slam", "at_ms": 2500}]

    said = prompts.effects("Ana waits.", ["rain", "wind"], cues=cues, place="lighthouse", interior=True)

    assert said.startswith("Rain and wind. Door slam at 2.5 s. Room tone of a lighthouse.")
    assert "No music" in said


def test_sounds_fit_into_a_short_limit() -> None:
    said = prompts.effects("A long summary of what happens. " * 30, ["rain"], place="street", most=450)

    assert len(said) <= 450
    assert "Rain" in said
