from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from generation.providers.animatic.text import casting, coverage, dressing, scenes, script

from .text_sources import BEES, FAIRY_TALE, IDEAS, NOIR, SCREENPLAY, STORIES, VOICES

SOURCES = [
    *((text, "story") for text in STORIES.values()),
    (SCREENPLAY, "screenplay"),
    *((idea, "idea") for idea in IDEAS),
]
SIZES = {"extreme_wide", "wide", "full", "medium", "close", "extreme_close", "insert"}
ANGLES = {"eye", "low", "high", "top", "dutch", "over_shoulder"}
MOVES = {"hold", "push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "handheld"}
POSES = {"stand", "walk", "run", "sit", "talk", "point", "hold", "phone", "lean", "kneel", "hug", "read", "drive"} | {
    "sleep",
    "wave",
    "fear",
}
EXPRESSIONS = {"neutral", "happy", "sad", "angry", "fear", "surprise", "tense", "tender", "tired", "sly"}


def planned(source: str, kind: str, seed: int = 3) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    material = {"source": source, "source_kind": kind, "seconds": 90, "seed": seed}
    document = script.write(material, seed)
    cast = casting.cast({**material, "script": document, "voices": VOICES, "known": []}, seed)
    return document, cast, scenes.divide({"script": document, "cast": cast}, seed)["scenes"]


def covered(
    document: dict[str, Any], cast: dict[str, Any], found: list[dict[str, Any]]
) -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Return every scene's segments and shots."""
    answers = []
    starts = [scene["first_segment"] for scene in found]
    for scene, start, end in zip(found, starts, [*starts[1:], len(document["segments"])], strict=True):
        part = [
            {"index": at, "words": len(s["text"].split()), **s, "duration_ms": _length(s)}
            for at, s in enumerate(document["segments"][start:end], start)
        ]
        material = {
            "scene": scene,
            "segments": part,
            "characters": [c for c in cast["characters"] if c["name"] in scene["characters"]],
            "set": next(s for s in cast["sets"] if s["name"] == scene["set"]),
            "props": cast["props"],
            "previous": None,
            "mood": document["mood"],
        }
        answers.append((part, coverage.cover(material, 3)["shots"]))
    return answers


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_every_speaker_is_one_character_with_looks_and_a_voice(source: str, kind: str) -> None:
    document, cast, _ = planned(source, kind)

    called = {name: c for c in cast["characters"] for name in (c["name"], *c["aliases"])}
    for segment in document["segments"]:
        if segment["kind"] == "line":
            assert segment["speaker"] in called
    for character in cast["characters"]:
        for key in ("sex", "age", "build", "skin", "hair", "features", "voice", "description"):
            assert character[key], (character["name"], key)
        assert character["wears"] or dressing.is_creature(character["role"]), character["name"]


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_no_two_people_of_a_film_look_alike(source: str, kind: str) -> None:
    _, cast, _ = planned(source, kind)

    looks = [(c["wears"], c["hair"]) for c in cast["characters"]]
    assert len(set(looks)) == len(looks)
    assert len({c["wears"] for c in cast["characters"]}) == len(looks)


def test_a_person_is_found_once_by_all_names() -> None:
    _, cast, _ = planned(NOIR, "story")

    names = [c["name"] for c in cast["characters"]]
    assert names == ["Jack Kane", "Vera Malone", "Eddie Voss", "The bartender"]
    jack = cast["characters"][0]
    assert {"Jack", "Kane", "Mr. Kane"} <= set(jack["aliases"])
    assert jack["sex"] == "male"
    assert cast["characters"][1]["sex"] == "female"


def test_somebody_without_a_name_who_is_described_is_a_person() -> None:
    document, cast, found = planned(BEES, "story")

    people = {c["name"]: c for c in cast["characters"]}
    assert list(people) == ["Agnes", "Tom", "The young man", "The girl"]
    assert people["Agnes"]["age"] == "elder"
    assert people["Agnes"]["wears"].startswith("grey scarf, ")
    assert people["The young man"]["wears"].startswith("red tie, ")
    assert people["Tom"]["wears"] == "uniform coat"
    shots = [shot for _, part in covered(document, cast, found) for shot in part]
    said = next(shot for shot in shots if shot["action"].startswith("He said"))
    assert [(person["name"], person["holds"]) for person in said["characters"]] == [("The young man", "clipboard")]


def test_who_says_my_name_is_tells_the_story() -> None:
    source = "My name is Clara Finch and I sell umbrellas. I sat in my green cardigan and read. Nobody came to me."

    company = script.company_of(source, "story")

    assert [(p.name, p.wears) for p in company.people] == [("Clara Finch", ["green cardigan"])]
    assert company.teller == "Clara Finch"


def test_nobody_is_in_the_picture_before_they_come() -> None:
    source = (
        "INT. KITCHEN - DAY\n\nAnna sits at the table.\n\nANNA\nI hate waiting.\n\nANNA\n(shouting)\n"
        "I hate it more than anything!\n\n"
        "BEN, 9, runs in with a kite.\n\nBEN\nIt flies!"
    )

    document, cast, found = planned(source, "screenplay")

    shots = [shot for _, part in covered(document, cast, found) for shot in part]

    first = next(shot for shot in shots if "Ben" in [person["name"] for person in shot["characters"]])
    assert document["segments"][first["segment"]]["text"] == "Ben runs in with a kite."
    assert [person["holds"] for person in first["characters"] if person["name"] == "Ben"] == ["kite"]


def test_things_change_hands() -> None:
    source = (
        "Ruth held a letter. Ruth gave the letter to Samuel. Samuel smiled at Ruth for a long time. Ruth sang a song."
    )
    shots = [shot for _, part in covered(*planned(source, "story")) for shot in part]

    holds = [{person["name"]: person["holds"] for person in shot["characters"]} for shot in shots]

    assert holds[0] == {"Ruth": "letter"}
    assert holds[1] == {"Ruth": "", "Samuel": "letter"}
    assert holds[2] == {"Ruth": "", "Samuel": "letter"}


def test_a_thing_is_held_until_it_is_put_down() -> None:
    source = (
        "Ruth waited. Samuel carried a lantern. Samuel smiled at Ruth. Samuel set the lantern down. Samuel sang a song."
    )
    document, cast, found = planned(source, "story")

    shots = [shot for _, part in covered(document, cast, found) for shot in part]

    holds = [person["holds"] for shot in shots for person in shot["characters"] if person["name"] == "Samuel"]
    assert holds == ["lantern", "lantern", "", ""]


def test_a_season_or_another_day_is_a_new_scene_in_its_own_weather() -> None:
    document, _, found = planned(BEES, "story")

    seen = [(document["segments"][s["first_segment"]]["text"][:8], s["time_of_day"], s["weather"]) for s in found]
    assert seen == [
        ("", "dawn", "clear"),  # a silence for the title
        ("One day ", "day", "clear"),
        ("That nig", "night", "rain"),
        ("On Frida", "day", "clear"),
        ("In the s", "day", "clear"),
    ]


@pytest.mark.parametrize(
    ("told", "kind", "interior"),
    [
        ("INT. FERRY CABIN - NIGHT\n\nTom waits.", "stateroom", True),
        ("EXT. LIGHTHOUSE - DAY\n\nTom waits.", "lighthouse", False),
        ("INT. LIGHTHOUSE - DAY\n\nTom waits.", "lighthouse", True),
        ("Tom waited inside the lighthouse.", "lighthouse", True),
        ("Tom sat in the cabin of the ship.", "stateroom", True),
        ("Tom waited outside the lighthouse.", "lighthouse", False),
        ("INT. BAKERY - DAY\n\nTom waits.", "bakery", True),
    ],
)
def test_a_place_is_known_from_inside_and_outside(told: str, kind: str, interior: bool) -> None:  # noqa: FBT001
    _, cast, _ = planned(told, "story")

    assert [(s["kind"], s["interior"]) for s in cast["sets"]] == [(kind, interior)]


def test_venues_vehicles_and_the_dead_are_no_characters() -> None:
    _, cast, _ = planned(NOIR, "story")

    known = " ".join(c["name"] for c in cast["characters"])
    for name in ("Parrot", "Buick", "Harbor", "Danny"):
        assert name not in known


def test_looks_told_in_the_story_are_kept() -> None:
    _, cast, _ = planned(FAIRY_TALE, "story")

    people = {c["name"]: c for c in cast["characters"]}
    vera = next(c for c in planned(NOIR, "story")[1]["characters"] if c["name"] == "Vera Malone")
    assert vera["wears"] == "green silk dress, black hat, veil"
    assert "red scarf" in people["Leila"]["wears"]
    assert people["Harun"]["wears"] == "blue wool coat"
    assert "white beard" in people["Harun"]["features"]
    assert people["Harun"]["age"] == "elder"
    assert people["Marcus"]["hair"] == "wild black"
    assert people["Marcus"]["age"] == "child"
    assert "fox" in people["The fox"]["features"]


def test_a_first_person_story_is_narrated_by_its_teller() -> None:
    _, cast, _ = planned(NOIR, "story")

    assert cast["narrator_voice"] == cast["characters"][0]["voice"]


def test_voices_fit_and_are_not_shared_while_there_are_others() -> None:
    _, cast, _ = planned(FAIRY_TALE, "story")

    voices = {c["name"]: c["voice"] for c in cast["characters"]}
    assert voices["Leila"] == "girl"
    assert voices["Harun"] == "old_man"
    assert len(set(voices.values())) == len(voices)
    assert cast["narrator_voice"] == "narrator"
    assert "narrator" not in voices.values()


def test_somebody_cast_in_an_earlier_film_keeps_looks_and_voice() -> None:
    material = {"source": NOIR, "source_kind": "story", "seed": 9}
    document = script.write(material, 9)
    before = casting.cast({**material, "script": document, "voices": VOICES, "known": []}, 9)["characters"][1]
    known = [{**before, "wears": "yellow raincoat", "voice": "old_woman"}]

    cast = casting.cast({**material, "script": document, "voices": VOICES, "known": known}, 4)

    vera = next(c for c in cast["characters"] if c["name"] == "Vera Malone")
    assert vera["wears"] == "yellow raincoat"
    assert vera["voice"] == "old_woman"


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_scenes_cover_the_script_in_order(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    starts = [scene["first_segment"] for scene in found]
    names = {c["name"] for c in cast["characters"]}
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] < len(document["segments"])
    for scene in found:
        assert scene["set"] in {s["name"] for s in cast["sets"]}
        assert scene["time_of_day"] in {"dawn", "day", "dusk", "night"}
        assert scene["weather"] in {"clear", "rain", "snow", "fog", "storm"}
        assert set(scene["characters"]) <= names
        assert scene["sounds"]


def test_scenes_change_with_place_and_hour() -> None:
    _, _, found = planned(NOIR, "story")

    seen = [(scene["set"], scene["time_of_day"], scene["weather"]) for scene in found]
    assert seen[0] == ("The office", "day", "rain")
    assert seen[-1] == ("The pier", "dawn", "fog")
    assert seen[1][1] == "night"
    assert found[-1]["transition"] == "dissolve"


def test_a_fairy_tale_goes_where_it_says() -> None:
    _, cast, found = planned(FAIRY_TALE, "story")

    kinds = {s["name"]: s["kind"] for s in cast["sets"]}
    assert [kinds[scene["set"]] for scene in found][:4] == ["house", "corridor", "forest", "cave"]


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_shots_cover_the_scene_and_show_who_speaks(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    for part, shots in covered(document, cast, found):
        starts = [(shot["segment"], shot["from_word"]) for shot in shots]
        assert starts[0] == (part[0]["index"], 0)
        assert starts == sorted(set(starts))
        for shot in shots:
            segment = next(s for s in part if s["index"] == shot["segment"])
            assert 0 <= shot["from_word"] < max(1, segment["words"])
            # Later in a long line the picture may go to whoever listens.
            if segment["kind"] == "line" and shot["from_word"] == 0:
                assert segment["speaker"] in {c["name"] for c in shot["characters"]}


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_shots_last_between_one_and_seven_seconds(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    for part, shots in covered(document, cast, found):
        places = {(s["index"], 0): sum(_length(x) for x in part[:at]) for at, s in enumerate(part)}
        ends = part[-1]
        total = places[(ends["index"], 0)] + _length(ends)
        at = [places[(shot["segment"], 0)] + 400 * shot["from_word"] for shot in shots]
        lengths = [after - before for before, after in pairwise([*at, total])]
        assert max(lengths) <= 7400
        assert min(lengths) >= 1200 or len(lengths) == 1


def _length(segment: dict[str, Any]) -> int:
    return int(segment["duration_ms"] or 400 * max(1, len(segment["text"].split())))


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_neighbouring_shots_never_have_the_same_size_and_angle(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    for _, shots in covered(document, cast, found):
        for before, after in pairwise(shots):
            assert (before["size"], before["angle"]) != (after["size"], after["angle"])


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_people_keep_their_side_through_a_scene_and_look_at_each_other(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    for _, shots in covered(document, cast, found):
        sides: dict[str, set[tuple[str, str]]] = {}
        for shot in shots:
            for person in shot["characters"]:
                sides.setdefault(person["name"], set()).add(person["position"])
                if person["position"] in {"left", "right"}:
                    assert person["facing"] == {"left": "right", "right": "left"}[person["position"]]
        assert all(len(places) == 1 for places in sides.values())


@pytest.mark.parametrize(("source", "kind"), SOURCES)
def test_shots_use_the_words_of_the_stage(source: str, kind: str) -> None:
    document, cast, found = planned(source, kind)

    for _, shots in covered(document, cast, found):
        for shot in shots:
            assert shot["size"] in SIZES
            assert shot["angle"] in ANGLES
            assert shot["move"] in MOVES
            assert shot["action"]
            for person in shot["characters"]:
                assert person["pose"] in POSES
                assert person["expression"] in EXPRESSIONS


def test_a_long_silence_or_an_empty_scene_is_no_trouble() -> None:
    assert coverage.cover({"segments": []}, 1) == {"shots": []}
    silence = {"index": 4, "kind": "pause", "speaker": "", "text": "", "direction": "", "duration_ms": 2500, "words": 0}

    shots = coverage.cover({"segments": [silence], "set": {"kind": "harbour"}}, 1)["shots"]

    assert [(shot["segment"], shot["from_word"]) for shot in shots] == [(4, 0)]
