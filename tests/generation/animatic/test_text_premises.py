"""What is promised of any idea: its people, things and places are in the film, and its title is true."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generation.providers.animatic.drawing.props import is_drawable
from generation.providers.animatic.text import casting, clauses, ideas, leads, scenes, script, things
from generation.providers.animatic.text.happenings import verb_at
from generation.providers.animatic.text.parsing import parse_idea
from generation.providers.animatic.text.titles import is_title

from .text_sources import VOICES

DRAGON = "A shy dragon who is afraid of fire opens a bakery in a medieval village"
HEIST = "1920s Paris: three cat burglars try to steal a painting that keeps changing"
PRINTER = "A comedy about an office printer that starts giving career advice"
TEA = "How did tea conquer the world? A short explainer"
MARS = "Two astronauts on Mars find a door in the rock, and somebody knocks from inside"
WHALE = "An old lighthouse keeper and a stranded whale become friends during a storm"
DUEL = "A showdown in a desert town between a sheriff who cannot shoot and a bandit who cannot see"
PIANO = "Two sisters inherit their grandmother's piano and cannot agree who should play it"
POSTMAN = "In a small town, a postman who has never left it receives a letter from the moon"
VIKINGS = "Vikings discover a vending machine"
WATCH = "A boy finds a pocket watch that stops time"
PIRATES = "A pirate, who cannot swim, and a mermaid, who cannot sing, open a hotel"
CAT = "A cat who thinks it is a detective investigates the disappearance of the milk"
MONSTER = "A small purple monster moves in under a girl's bed and is afraid of the dark"
SOUNDS = "A little girl who collects sounds loses her favourite one"
OCTOPUS = "An underwater love story between an octopus and a diver"
IDEAS = (
    DRAGON, HEIST, PRINTER, TEA, MARS, WHALE, DUEL, PIANO, POSTMAN, VIKINGS, WATCH, PIRATES, CAT, MONSTER, SOUNDS,
    OCTOPUS,
    "An ad for Morrow, a solar lantern for camping nights",
    "On Mars, a lonely robot grows a single tomato",
    "Tokyo, 2089: a taxi driver picks up a passenger who died yesterday",
    "A vacuum cleaner runs away from home",
    "A girl and her grandfather build a boat in the desert",
    "Medieval Japan: a blind samurai protects a village from bandits",
    "Three grandmothers rob a bank to save their garden",
    "A superhero whose only power is making perfect tea",
    "What is money? explained in one minute",
)  # fmt: skip


def film(idea: str, seconds: int = 60, seed: int = 1) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    material = {"source": idea, "source_kind": "idea", "seconds": seconds, "seed": seed}
    document = script.write(material, seed)
    cast = casting.cast({**material, "script": document, "voices": VOICES, "known": []}, seed)
    return document, cast, scenes.divide({"script": document, "cast": cast}, seed)["scenes"]


def told(document: dict[str, Any]) -> str:
    return " ".join(segment["text"] for segment in document["segments"] if segment["text"])


@pytest.mark.parametrize(
    ("idea", "verb"),
    [
        (DRAGON, "opens"),
        (MARS, "find"),
        (WHALE, "become"),
        (PIANO, "inherit"),
        (PIRATES, "open"),
        (CAT, "investigates"),
        (SOUNDS, "loses"),
        ("A chef who lost her sense of smell enters a cooking contest", "enters"),
        ("A knight, tired of fighting, takes a job as a babysitter", "takes"),
        ("When the moon falls into a lake, two children try to put it back", "try"),
        ("A man who hates dogs inherits a kennel", "inherits"),
        ("a robot who learns to bake bread", "learns"),
    ],
)
def test_what_happens_is_not_in_the_clause_that_says_who_somebody_is(idea: str, verb: str) -> None:
    parse = parse_idea(idea)

    assert parse.tokens[verb_at(parse)].word == verb


def test_a_relative_clause_ends_before_the_main_verb() -> None:
    tokens = parse_idea(DRAGON).tokens

    ((start, end),) = clauses.relative_spans(tokens)

    assert [token.word for token in tokens[start:end]] == ["who", "is", "afraid", "of", "fire"]


@pytest.mark.parametrize(
    ("idea", "opening"),
    [
        (DRAGON, r"^A shy dragon named \w+ who was afraid of fire opened a bakery in a medieval village\."),
        (
            HEIST,
            r"^In 1920s Paris, three cat burglars, \w+, \w+ and \w+, tried to steal a painting that kept changing\.",
        ),
        (PRINTER, r"^An office printer named \w+ started giving career advice\."),
        (MARS, r"^Two astronauts on Mars, \w+ and \w+, found a door in the rock, and somebody knocked from inside\."),
        (WHALE, r"^An old lighthouse keeper named \w+ and a stranded whale named \w+ became friends during a storm\."),
        (POSTMAN, r"^In a small town, a postman named \w+ who had never left it received a letter from the moon\."),
        (DUEL, r"^It came to a showdown in a desert town between a sheriff named \w+ who could not shoot and a bandit"),
        (
            PIRATES,
            r"^A pirate named \w+, who could not swim, and a mermaid named \w+, who could not sing, opened a hotel\.",
        ),
        (OCTOPUS, r"^This is how an octopus named \w+ met a diver named \w+\."),
    ],
)
def test_a_story_opens_with_its_idea_as_a_sentence(idea: str, opening: str) -> None:
    for seed in range(3):
        events = ideas.read(idea, seed).events

        assert re.match(opening.replace(r"\w+", r"(?:\w+|\{[HOB]\})"), events[0]), events[0]


@pytest.mark.parametrize("idea", IDEAS)
def test_a_title_is_short_whole_and_not_the_idea(idea: str) -> None:
    for seed in range(6):
        title = film(idea, 30, seed)[0]["title"]

        assert is_title(title, idea), title
        assert not re.search(r"(?i)\b(?:film|comedy|explainer|short|advert)\b", title)
        assert title[:1].isupper() or title[:1].isdigit()


@pytest.mark.parametrize(
    ("idea", "story"),
    [
        (PRINTER, "an office printer that starts giving career advice"),
        ("A short thriller about a key", "a key"),
        ("a love story on a train", "a love story on a train"),
        ("A cat, a dog and a piano. A comedy.", "A cat, a dog and a piano"),
    ],
)
def test_words_for_films_are_no_part_of_a_story(idea: str, story: str) -> None:
    assert leads.without_about(leads.without_format(idea)) == story


@pytest.mark.parametrize(
    ("idea", "setting"),
    [
        (HEIST, "In 1920s Paris"),
        ("Tokyo, 2089: a robot sleeps", "In Tokyo, in 2089"),
        ("Medieval Japan: a samurai waits", "In medieval Japan"),
        ("On Mars, a robot waits", "On Mars"),
        ("Noir: a rabbit looks for a carrot", ""),
        ("A fox, tired of running, opens a school", ""),
    ],
)
def test_a_setting_before_a_story_is_told_first(idea: str, setting: str) -> None:
    assert leads.lead_of(idea).setting == setting


@pytest.mark.parametrize(
    ("idea", "prop"),
    [
        (HEIST, "painting"),
        (MARS, "door"),
        (PIANO, "piano"),
        (VIKINGS, "vending machine"),
        (WATCH, "pocket watch"),
        (POSTMAN, "letter"),
        ("An ad for Morrow, a solar lantern for camping nights", "solar lantern"),
        ("A girl and her grandfather build a boat in the desert", "boat"),
        (TEA, "tea"),
    ],
)
def test_the_idea_s_own_thing_is_the_first_prop_and_is_told_of_early_and_late(idea: str, prop: str) -> None:
    for seed in range(3):
        document, cast, _ = film(idea, 60, seed)

        noun = prop.split(" ")[-1]
        spoken = [segment["text"].lower() for segment in document["segments"] if segment["text"]]
        half = len(spoken) // 2
        assert cast["props"][0]["name"] == prop
        assert any(noun in text for text in spoken[: half + 1])
        assert idea == TEA or any(noun in text for text in spoken[half:])


@pytest.mark.parametrize(
    ("idea", "role", "features"),
    [
        (DRAGON, "dragon", "dragon"),
        (PRINTER, "office printer", "printer"),
        (WHALE, "whale", "whale"),
        (OCTOPUS, "octopus", "octopus"),
        (MONSTER, "monster", "small purple monster"),
        ("A vacuum cleaner runs away from home", "vacuum cleaner", "cleaner"),
        ("A penguin and a polar bear share a flat in London", "polar bear", "polar bear"),
        ("Noir: a rabbit detective looks for a missing carrot", "rabbit detective", "rabbit"),
    ],
)
def test_a_creature_says_first_what_it_is_and_has_no_hair(idea: str, role: str, features: str) -> None:
    _, cast, _ = film(idea)

    creature = next(entry for entry in cast["characters"] if entry["role"] == role)
    assert creature["features"].startswith(features)
    assert creature["hair"].split()[-1] in {"skin", "smooth", "fur", "feathers"}


@pytest.mark.parametrize(
    ("idea", "role", "worn"),
    [
        (VIKINGS, "viking", "helmet"),
        (MARS, "astronaut", "space suit"),
        (HEIST, "cat burglar", "striped"),
        (DUEL, "sheriff", "cowboy hat"),
        (DRAGON, "dragon", "chef hat"),
        ("A superhero whose only power is making perfect tea", "superhero", "cape"),
    ],
)
def test_a_role_is_seen_in_the_clothes(idea: str, role: str, worn: str) -> None:
    for seed in range(3):
        _, cast, _ = film(idea, 60, seed)

        people = [entry for entry in cast["characters"] if entry["role"] == role]
        assert people
        assert all(worn in entry["wears"] for entry in people)
        assert len({entry["wears"] for entry in people}) == len(people)


@pytest.mark.parametrize(
    ("idea", "genre", "era"),
    [
        (DUEL, "western", "1880s"),
        (HEIST, "crime", "1920s"),
        (PRINTER, "comedy", "present"),
        (DRAGON, "fantasy", "medieval"),
        (VIKINGS, "comedy", "medieval"),
        (MARS, "space", "future"),
        (TEA, "documentary", "present"),
        (OCTOPUS, "romance", "present"),
        (CAT, "comedy", "present"),
    ],
)
def test_the_genre_and_the_era_are_the_idea_s(idea: str, genre: str, era: str) -> None:
    document, cast, _ = film(idea)

    assert (document["genre"], document["era"]) == (genre, era)
    assert {entry["era"] for entry in cast["sets"]} == {era}


@pytest.mark.parametrize(
    ("idea", "kinds"),
    [
        (DRAGON, {"bakery"}),
        (HEIST, {"museum"}),
        (PRINTER, {"office"}),
        (MARS, {"planet"}),
        (WHALE, {"lighthouse"}),
        (DUEL, {"street"}),
        (POSTMAN, {"village"}),
        (MONSTER, {"bedroom"}),
        (OCTOPUS, {"underwater"}),
        (TEA, {"harbour"}),
    ],
)
def test_a_film_plays_where_its_idea_does(idea: str, kinds: set[str]) -> None:
    for seed in range(3):
        _, cast, _ = film(idea, 60, seed)

        assert kinds <= {entry["kind"] for entry in cast["sets"]}


@pytest.mark.parametrize("idea", [DRAGON, PRINTER, WHALE, MONSTER, POSTMAN, OCTOPUS])
def test_the_first_scene_is_where_the_idea_says(idea: str) -> None:
    premise = ideas.read(idea, 1)

    _, cast, found = film(idea)

    kinds = {entry["name"]: entry["kind"] for entry in cast["sets"]}
    assert kinds[found[0]["set"]] == premise.place_kind


@pytest.mark.parametrize("idea", IDEAS)
def test_a_set_is_described_in_words_that_can_be_drawn(idea: str) -> None:
    for seed in range(2):
        document, cast, _ = film(idea, 60, seed)

        for entry in cast["sets"]:
            said = entry["description"]
            assert re.fullmatch(
                r"(?:[\w-]+ ){0,4}[\w-]+ in (?:early |evening )?(?:light|daylight|lamplight), [\w ]+", said
            ), said
            assert said not in told(document)


def test_one_seed_dresses_the_people_of_two_films_in_other_colours() -> None:
    first = [film(idea, 45, 1)[1]["characters"] for idea in IDEAS]

    looks = [people[0]["wears"] for people in first]
    hair = [people[0]["hair"] for people in first]
    assert len(set(looks)) > len(looks) * 0.7
    assert len(set(hair)) > len(hair) * 0.5


@pytest.mark.parametrize("idea", [HEIST, MARS, DUEL, WHALE, POSTMAN, PIANO])
def test_a_story_does_not_feel_the_same_from_start_to_end(idea: str) -> None:
    for seed in range(3):
        _, _, found = film(idea, 60, seed)

        assert len({scene["mood"] for scene in found}) >= 2


def test_things_are_known_by_the_names_they_are_drawn_by() -> None:
    found = things.nouns_of_things("She put the pocket watch into the vending machine, and took a guitar to watch it.")

    assert [noun for noun, _ in found] == ["pocket watch", "vending machine", "guitar"]
    assert things.is_thing("an office printer")
    assert not things.is_thing("a small village")
    assert sum(is_drawable(name) for name in things.drawable()) > 0.9 * len(things.drawable())
