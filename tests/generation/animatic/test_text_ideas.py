"""What a film made from an idea promises: it is about that idea, in good English, and no two are one skeleton."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generation.providers.animatic.text import (
    advertising,
    choosing,
    conflicts,
    explaining,
    ideas,
    plots,
    script,
    telling,
)
from generation.providers.animatic.text.settings import name_of
from generation.providers.animatic.text.tagging import tag
from generation.providers.animatic.text.tenses import base_form, gerund, past, told

MANY = (
    "a hedgehog who wants to fly to the moon",
    "A babysitter hears breathing from the doll house",
    "In 2190 the last gardener on a space station hides one apple from the captain",
    "Two cowboys fight over a mule nobody wants",
    "a one-armed goalkeeper in the village cup final",
    "A nurse in the First World War writes letters for soldiers who cannot write",
    "two interns accidentally delete the company",
    "An old dog waits at a railway station for a sailor who never comes",
    "I find a door in my basement that was not there yesterday",
    "two sisters inherit a lighthouse",
    "A dragon applies for a job in an office",
    "Everybody in town wakes up with the same dream",
    "A submarine crew is trapped under the ice with one flashlight left",
    "A vampire opens a blood bank",
    "The day the sea went away",
    "A snowman in love with the sun",
    "Rain",
    "how does a bicycle stay upright",
    "a spot for a new coffee brand Morrow",
)
FAULTS = re.compile(
    r"[{}\[\]|=%]"  # a slot or choice left open
    r"|\b(?!(?:had|that|no|left|twice|pull|very|it)\b)(\w+) \1\b"  # a word said twice
    r"|\ba (?!one|uni|use|eu)[aeio]\w+|\ban [bcdfgjklmnpqrstvwxz]\w+"  # "a apple", "an cat"
    r"|[.!?] [a-z]|\.\.|[,.],| [,.]"  # a sentence that starts small, marks that met
    r"|\bI's\b|\b(?:the|a) (?:the|a|an|my|his|her|their)\b"
)
DOUBLED_ON_PURPOSE = re.compile(r"\b(Pull! Pull|Left\. Left)\b")


def written(idea: str, seconds: int = 60, seed: int = 1) -> dict[str, Any]:
    return script.write({"source": idea, "source_kind": "idea", "seconds": seconds}, seed)


def heard(document: dict[str, Any]) -> str:
    return " ".join(segment["text"] for segment in document["segments"] if segment["text"])


def sentences_of(document: dict[str, Any]) -> set[str]:
    return {segment["text"] for segment in document["segments"] if len(segment["text"].split()) > 3}


def places_of(document: dict[str, Any]) -> list[str]:
    headings = [s["direction"] for s in document["segments"] if s["kind"] == "pause" and s["direction"]]
    return [heading.split(" - ")[0] for heading in headings]


@pytest.mark.parametrize("idea", MANY)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_story_is_told_in_whole_sentences(idea: str, seed: int) -> None:
    for seconds in (30, 120):
        document = written(idea, seconds, seed)

        text = DOUBLED_ON_PURPOSE.sub("", f"{heard(document)} {document['title']}")
        assert not FAULTS.search(text), FAULTS.search(text)


@pytest.mark.parametrize("idea", MANY)
@pytest.mark.parametrize("seconds", [15, 45, 150, 300])
def test_a_film_has_the_length_asked_with_its_silences(idea: str, seconds: int) -> None:
    document = written(idea, seconds)

    lasts = sum(s["pause_before_ms"] + s["duration_ms"] + telling.spoken_ms(s["text"]) for s in document["segments"])
    assert lasts == pytest.approx(seconds * 1000, rel=0.15)


def test_a_film_opens_on_its_title_and_closes_on_an_end_card() -> None:
    segments = written("two sisters inherit a lighthouse", 60)["segments"]

    first, last = segments[0], segments[-1]
    assert (first["kind"], last["kind"]) == ("pause", "pause")
    assert first["duration_ms"] >= telling.TITLE_MS
    assert (last["duration_ms"], last["direction"]) == (telling.END_CARD_MS, "")


def test_a_minute_is_seen_in_several_places() -> None:
    seen = [len(set(places_of(written(idea, 60, seed)))) for idea in MANY for seed in range(3)]

    assert min(seen) >= 2
    assert sum(seen) / len(seen) >= 2.9


@pytest.mark.parametrize(
    ("idea", "nouns"),
    [
        ("A dragon applies for a job in an office", ["dragon", "applied for a job in an office"]),
        ("Vikings discover a vending machine", ["Vikings", "vending machine"]),
        ("A boy trades his shadow for a bicycle", ["boy", "traded his shadow for a bicycle"]),
        ("two sisters find a map in their grandmother's attic", ["sisters", "the map", "grandmother's attic"]),
        ("A jazz singer hides a gangster's gun in her piano", ["jazz singer", "hid a gangster's gun in her piano"]),
        ("a scarecrow who is scared of crows", ["scarecrow", "scared of crows"]),
        ("Marta, a retired boxer, steals a bus", ["Marta", "retired boxer", "bus"]),
    ],
)
def test_what_an_idea_names_is_what_the_story_is_about(idea: str, nouns: list[str]) -> None:
    for seed in range(4):
        text = heard(written(idea, 90, seed))

        for noun in nouns:
            assert noun in text, noun


def test_every_sentence_of_a_long_idea_is_told() -> None:
    idea = (
        "Mara is a lighthouse painter in Lisbon. One morning she finds her own portrait hanging in a museum. "
        "She breaks in at night to ask it why."
    )

    text = heard(written(idea, 90))

    assert "Mara was a lighthouse painter in Lisbon." in text
    assert "she found her own portrait hanging in a museum" in text
    assert "She broke in at night to ask it why." in text


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A private eye is hired to find a stolen violin", "a noir story about a jazz singer who hides a gun"),
        ("a robot who learns to bake bread", "a robot who is afraid of rust"),
        ("a ghost haunts a hotel", "a horror story about a mirror"),
        ("a knight must save a kingdom", "a princess refuses to be rescued"),
    ],
)
def test_two_ideas_of_one_kind_are_two_stories(one: str, two: str) -> None:
    for seed in range(4):
        first, second = sentences_of(written(one, 60, seed)), sentences_of(written(two, 60, seed))

        assert len(first & second) <= min(len(first), len(second)) / 5


def test_another_seed_tells_an_idea_another_way() -> None:
    tellings = [sentences_of(written("two sisters inherit a lighthouse", 60, seed)) for seed in range(6)]

    assert len({frozenset(telling) for telling in tellings}) == 6


def test_twelve_ideas_are_twelve_films_in_other_places_and_hours() -> None:
    films = {
        tuple(s["direction"] for s in written(idea, 60)["segments"] if s["kind"] == "pause" and s["direction"])
        for idea in MANY[:12]
    }

    assert len(films) == 12


def test_an_idea_told_by_somebody_is_told_by_them() -> None:
    idea = "I find a door in my basement that was not there yesterday"

    premise = ideas.read(idea, 3)

    assert premise.teller
    assert choosing.stage_for(premise, 3).plot.teller == "H"
    assert "I found a door in my basement" in heard(written(idea, 60, 3))


def test_animals_in_stories_for_grown_ups_do_not_speak() -> None:
    document = written("An old dog waits at a railway station for a sailor who never comes", 120, 2)

    stage = choosing.stage_for(ideas.read("An old dog waits at a railway station for a sailor who never comes", 2), 2)
    speakers = {segment["speaker"] for segment in document["segments"] if segment["kind"] == "line"}
    assert stage.cast["O"].role == "dog"
    assert stage.cast["O"].name not in speakers


@pytest.mark.parametrize(
    ("present", "before"),
    [
        ("A boy finds a key and opens a door", "A boy found a key and opened a door"),
        ("The girl who is afraid must not run", "The girl who was afraid could not run"),
        ("The river freezes and nobody can cross it", "The river froze and nobody could cross it"),
        ("She cannot write, and he doesn't ask", "She could not write, and he didn't ask"),
        ("They have never seen snow", "They had never seen snow"),
    ],
)
def test_a_story_is_told_in_the_past(present: str, before: str) -> None:
    assert told(present, tag(present)) == before


def test_verbs_keep_their_spelling() -> None:
    assert [past(verb) for verb in ("stop", "hurry", "open", "bake", "steal")] == [
        "stopped", "hurried", "opened", "baked", "stole",
    ]  # fmt: skip
    assert [base_form(verb, "VBG") for verb in ("baking", "running", "hiding", "flying")] == [
        "bake",
        "run",
        "hide",
        "fly",
    ]
    assert [gerund(phrase) for phrase in ("bake bread", "run", "die")] == ["baking bread", "running", "dying"]


def test_the_studio_can_explain_what_people_ask() -> None:
    known = explaining.topics()

    assert len(known) >= 80
    for topic in known:
        assert sum(tier == 1 for tier, _ in topic.facts) >= 2
        assert len(topic.facts) >= 4
        assert topic.places


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("how does a bicycle stay upright", "steers a little into the fall"),
        ("why do cats purr", "voice box"),
        ("the history of tea", "China"),
        ("what is inflation", "prices rise"),
        ("photosynthesis explained to kids", "sugar"),
    ],
)
def test_a_question_is_answered_by_a_presenter_with_pictures_of_it(asked: str, fact: str) -> None:
    document = written(asked, 60)

    told_by = {segment["kind"] for segment in document["segments"]}
    assert fact in heard(document)
    assert document["notes"] == []
    assert told_by == {"narration", "line", "pause"}


def test_what_the_studio_does_not_know_it_does_not_make_up() -> None:
    document = written("explain the Frobnitz transform", 60)

    assert "no facts" in heard(document) + document["notes"][0]
    assert "no facts" in document["notes"][0]


@pytest.mark.parametrize(
    ("idea", "product", "brand"),
    [
        ("an ad for a solar lantern", "solar lantern", ""),
        ("a spot for a new coffee brand Morrow", "coffee", "Morrow"),
        ("30 second ad for running shoes by Fleet", "running shoes", "Fleet"),
        ("Introducing Nimbus, an umbrella that never turns inside out", "umbrella", "Nimbus"),
        ("a commercial for Brightside toothpaste", "toothpaste", "Brightside"),
    ],
)
def test_an_advert_has_its_product_and_its_brand(idea: str, product: str, brand: str) -> None:
    document = written(idea, 45)

    premise = ideas.read(idea, 1)
    last = [segment["text"] for segment in document["segments"] if segment["text"]][-3:]
    assert (premise.thing, premise.brand) == (product, brand)
    assert product in heard(document).lower()
    assert (brand or product) in " ".join(last)


def test_an_advert_says_only_what_its_words_promise() -> None:
    assert advertising.class_of("hand-made leather bag") == "bag"
    assert advertising.a_product("running shoes") == "running shoes"
    assert advertising.a_product("umbrella") == "an umbrella"


@pytest.mark.parametrize("key", sorted(path.stem for path in (plots.STORIES / "conflicts").glob("*.story")))
def test_every_conflict_can_open_turn_and_end_for_any_idea(key: str) -> None:
    known = conflicts.conflict(key)

    assert len(known.titles) >= 3
    for stage, least in (("open", 3), ("step", 4), ("turn", 3), ("end", 3)):
        parts = known.of(stage)
        assert len(parts) >= least - (stage == "turn" and key == "fear") - (stage == "step" and key == "heist")
        if stage != "step":
            assert any(not part.needs for part in parts)
    for part in known.parts:
        for act in part.acts:
            assert act.place.startswith("$") or name_of(act.place)
            assert act.time in {"", "dawn", "day", "dusk", "night"}
            assert act.weather in {"", "rain", "snow", "fog", "storm"}
            assert all(unit.beats for unit in act.units)
