from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.planning.schema import DOCUMENTS
from generation.providers.animatic.drawing.sets import catalog
from generation.providers.animatic.text import casting, fountain, reading, scenes, screenplay, script
from generation.providers.animatic.text.cues import sounds_in
from generation.providers.animatic.text.words import lexicon
from generation.providers.animatic.voice.voices import VOICES as LOCAL

from . import reading_counts
from .reading_texts import Text, texts

WORDS = re.compile(r"\w+")
VOICES = [{"key": v.key, "name": v.name, "sex": v.sex, "age": v.age, "tone": v.tone} for v in LOCAL]


def film(source: str, kind: str = "story", seed: int = 3) -> reading_counts.Reading:
    material = {"source": source, "source_kind": kind, "seconds": 90, "seed": seed}
    document = script.write(material, seed)
    cast = casting.cast({**material, "script": document, "voices": VOICES, "known": []}, seed)
    return reading_counts.Reading(document, cast, scenes.divide({"script": document, "cast": cast}, seed)["scenes"])


def lines(source: str, kind: str = "story") -> list[tuple[str, str]]:
    return [(s["speaker"], s["text"]) for s in film(source, kind).script["segments"] if s["kind"] == "line"]


def character(read: reading_counts.Reading, name: str) -> dict[str, Any]:
    return next(entry for entry in read.cast["characters"] if name in {entry["name"], *entry["aliases"]})


def headings(read: reading_counts.Reading) -> list[str]:
    return [scene["heading"] for scene in read.scenes]


# --- counted on the texts in readings/ -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("which", "people", "speakers", "where"),
    [
        ("known", 0.98, 0.98, 0.95),
        ("later", 0.95, 0.95, 0.8),
        ("last", 0.95, 0.95, 0.8),
        ("fresh", 0.93, 0.95, 0.8),
        ("stranger", 0.9, 0.93, 0.75),
        ("wide", 0.95, 0.97, 0.9),
        ("wider", 0.95, 0.97, 0.8),
        ("journeys", 0.95, 0.96, 0.9),
    ],
)
def test_people_speakers_and_places_are_found_in_difficult_texts(
    which: str, people: float, speakers: float, where: float
) -> None:
    found = {text: reading_counts.read(text) for text in texts(which)}
    who, said, seen = reading_counts.Count(), reading_counts.Count(), reading_counts.Count()
    for text, read in found.items():
        who.add(reading_counts.people(text, read))
        said.add(reading_counts.speakers(text, read))
        seen.add(reading_counts.places(text, read))

    assert who.precision >= people, who.wrong
    assert who.recall >= people, who.missed
    assert said.recall >= speakers, said.missed
    assert seen.recall >= where, seen.missed


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.name)
def test_every_word_of_a_text_is_heard_once_and_in_order(text: Text) -> None:
    read = reading_counts.read(text)

    heard = " ".join(segment["text"] for segment in read.script["segments"])
    if text.kind == "story":
        assert WORDS.findall(heard) == WORDS.findall(reading.clean(text.source))
    else:
        told = [e for e in screenplay.elements(text.source) if e.kind in {"action", "dialogue"}]
        assert WORDS.findall(heard) == [word for element in told for word in WORDS.findall(element.text)]


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.name)
def test_every_document_has_the_shape_of_a_plan(text: Text) -> None:
    read = reading_counts.read(text)

    documents = {"script": read.script, "cast": read.cast, "scenes": {"scenes": read.scenes}}
    for name, document in documents.items():
        DOCUMENTS[name].model_validate(document)
    cast = {entry["name"]: {look["name"] for look in entry["looks"]} for entry in read.cast["characters"]}
    for scene in read.scenes:
        assert set(scene["characters"]) <= set(cast)
        assert all(look["look"] in cast[look["character"]] for look in scene["looks"])
    for segment in read.script["segments"]:
        assert all(0 <= cue["word"] < len(segment["text"].split()) for cue in segment["sounds"])


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.name)
def test_people_of_one_film_differ_in_clothes_hair_and_face(text: Text) -> None:
    people = [c for c in reading_counts.read(text).cast["characters"]]

    assert len({c["wears"] for c in people}) == len(people)
    assert len({(c["build"], c["hair"], c["features"], c["skin"]) for c in people}) == len(people)


def test_a_film_of_some_length_opens_and_closes_in_silence_and_its_scenes_begin_with_it() -> None:
    for text in texts():
        read = reading_counts.read(text)
        if sum(len(segment["text"].split()) for segment in read.script["segments"]) <= script.SHORT_FILM:
            continue

        first, last = read.script["segments"][0], read.script["segments"][-1]
        assert (first["kind"], last["kind"]) == ("pause", "pause")
        assert (first["duration_ms"], last["duration_ms"]) == (2200, 2500)
        assert read.scenes[0]["first_segment"] == 0


def test_a_few_words_are_told_without_cards() -> None:
    read = film("Anna laughed. “Good,” she said.")

    assert [segment["kind"] for segment in read.script["segments"]] == ["narration", "line", "narration"]


# --- speakers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»"), ("„", "“"), ("« ", " »")]
)
def test_speech_is_known_by_any_marks(opening: str, closing: str) -> None:
    source = (
        f"{opening}Sit down,{closing} said Tom. {opening}The tea is hot.{closing} Anna sat. {opening}Thanks.{closing}"
    )

    assert lines(source) == [("Tom", "Sit down,"), ("Tom", "The tea is hot."), ("Anna", "Thanks.")]


def test_eight_lines_without_a_tag_go_to_and_fro() -> None:
    talk = "\n\n".join(f"“Line number {number}.”" for number in range(8))

    said = lines(f"Ruth met Samuel at the station.\n\n“Hello,” said Ruth.\n\n“Hello,” said Samuel.\n\n{talk}")

    assert [speaker for speaker, _ in said[2:]] == ["Ruth", "Samuel"] * 4


def test_a_thought_and_a_word_held_at_arms_length_are_narrated() -> None:
    said = lines(
        'Anna read the sign. It said "Closed" and she thought, Not again. "Hello?" she called. Her "friend" was late.'
    )

    assert said == [("Anna", "Hello?")]


def test_the_one_who_answers_with_a_name_is_called_by_it() -> None:
    read = film(
        "A girl sat on the wall. “What is your name?” asked Mr. Finch. “Zoe,” said the girl. The girl jumped down and "
        "walked away. Mr. Finch followed her."
    )

    assert [entry["name"] for entry in read.cast["characters"]] == ["Mr. Finch", "Zoe"]


# --- who is who ----------------------------------------------------------------------------------------------------

GALLERY = Path(__file__).parents[3] / "docs" / "gallery" / "texts"


def gallery(name: str) -> reading_counts.Reading:
    return film((GALLERY / name).read_text(encoding="utf-8"), "screenplay" if name.endswith("fountain") else "story")


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("A girl named Wren came along. Wren took off her shoes and walked across the river.", "girl"),
        ("Fox opened the door and hung up his coat. “Good evening,” said Fox. Fox lit his pipe.", ""),
        ("Robin opened the window. “It is cold,” said Robin, and closed it again.", ""),
        ("Bear met Fox in the wood. “Good day,” said Bear. “Good day,” said Fox.", "bear|fox"),
        ("Kitty licked her paws and curled her tail. Kitty yawned. Kitty jumped down.", ""),
        ("A cat called Bear slept on the stove. Bear woke and jumped down.", "cat"),
    ],
)
def test_a_name_that_means_an_animal_is_one_only_where_the_text_says_so(told: str, role: str) -> None:
    roles = {entry["role"] for entry in film(told).cast["characters"]}

    assert roles == set(role.split("|"))


def test_a_girl_called_after_a_bird_is_drawn_as_a_girl() -> None:
    wren = character(gallery("two-kings.txt"), "Wren")

    assert (wren["role"], wren["sex"], wren["age"]) == ("girl", "female", "child")
    assert "wren" not in f"{wren['features']} {wren['description']}".lower()


def test_a_voice_is_that_of_whoever_comes_into_view_next() -> None:
    read = gallery("the-last-ferry.txt")

    said = [(s["speaker"], s["text"]) for s in read.script["segments"] if s["kind"] == "line"]
    assert said[0] == ("Tam", "Missed it too, did you?")
    tam = character(read, "Tam")
    assert (tam["sex"], tam["age"], tam["wears"]) == ("male", "child", "green jumper")
    assert "red" in tam["hair"]


def test_an_animal_that_no_tag_lets_speak_is_silent_and_has_its_own_name_and_colour() -> None:
    read = gallery("the-last-ferry.txt")

    dog = character(read, "Admiral")
    assert (dog["role"], dog["skin"], dog["features"]) == ("dog", "brown", "brown dog")
    assert "Admiral" not in {s["speaker"] for s in read.script["segments"]}


def test_who_says_a_name_and_presents_somebody_is_called_so() -> None:
    said = lines(
        "Ruth looked up. A boy stood at the gate with a grey goat. “Who are you?” asked Ruth.\n\n“Jory. This is Salt.” "
        "The goat shook its head.\n\n“And what do you want, Jory?”\n\n“Water.” Jory pointed at the well. Jory smiled."
    )

    assert [speaker for speaker, _ in said] == ["Ruth", "Jory", "Ruth", "Jory"]


@pytest.mark.parametrize(
    ("told", "age"),
    [
        ("A boy of about nine sat on the wall. Tom, the boy, jumped down.", "child"),
        ("A girl of sixteen waited. She sang.", "teen"),
        ("Tom was sixty-eight years old. Tom slept.", "elder"),
        ("Tom (25) opened the door. Tom sat down.", "adult"),
        ("A teenage boy opened the door and sat down.", "teen"),
        ("Ruth was in her forties. Ruth sang.", "adult"),
        ("Ruth, in her early seventies, sang. Ruth slept.", "elder"),
        ("An old man opened the door and sat down.", "elder"),
        ("A small man opened the door and sat down.", "adult"),
        ("A little girl opened the door and sat down.", "child"),
        ("A seven-year-old boy opened the door and sat down.", "child"),
        ("Princess Ada was thirty-one. Princess Ada sang.", "adult"),
    ],
)
def test_the_age_that_is_told_decides(told: str, age: str) -> None:
    assert [entry["age"] for entry in film(told).cast["characters"]] == [age]


@pytest.mark.parametrize("seed", range(6))
def test_a_child_never_has_a_beard(seed: int) -> None:
    read = film(
        "King Tom was nine years old. King Tom wore a crown. Ned, a boy, bowed. Bert, a boy of ten, sang.", seed=seed
    )

    for entry in read.cast["characters"]:
        assert entry["age"] == "child"
        assert not re.search("beard|stubble|moustache|wrinkles", entry["features"])


def test_two_kings_differ_in_build_robe_and_crown() -> None:
    read = gallery("two-kings.txt")

    osric, pell = character(read, "Osric"), character(read, "Pell")
    assert (osric["build"], pell["build"]) == ("heavy", "slim")
    assert (osric["wears"].split(", ")[0], pell["wears"].split(", ")[0]) == ("gold crown", "iron crown")
    robes = [next(part for part in king["wears"].split(", ") if part.endswith("robe")) for king in (osric, pell)]
    assert len(set(robes)) == 2


def test_a_big_house_makes_nobody_big() -> None:
    read = film("Tom's house was big and old. Tom opened the door. Her voice was small, and Ada smiled.")

    assert character(read, "Tom")["age"] == "adult"
    assert [
        person.build for person in script.company_of("Tom's house was big. Tom opened the door.", "story").people
    ] == [""]


def test_two_who_talk_in_one_paragraph_take_turns_and_both_may_cry_together() -> None:
    read = gallery("two-kings.txt")

    said = [(s["speaker"], s["text"]) for s in read.script["segments"] if s["kind"] == "line"]
    assert [speaker for speaker, _ in said[:4]] == ["King Osric", "King Pell"] * 2
    assert dict((text, speaker) for speaker, text in said)["Never!"] in {"King Osric", "King Pell"}


def test_a_poster_a_title_and_a_part_in_a_play_are_nobody() -> None:
    audition = gallery("audition.fountain")
    school = film(
        "Ben played the ghost that night. Ben forgot his lines. “Boo,” said Ben. Ada read for the witch and sang."
    )

    assert [entry["name"] for entry in audition.cast["characters"]] == ["Margot", "Pip", "Robot"]
    assert [entry["name"] for entry in school.cast["characters"]] == ["Ben", "Ada"]


def test_things_and_houses_are_nobody_and_titles_stay_with_their_names() -> None:
    ferry, hotel = gallery("the-last-ferry.txt"), gallery("room-nine.txt")

    assert [e["name"] for e in ferry.cast["characters"]] == ["Nora", "Tam", "Mrs. Doyle", "Admiral", "The tall man"]
    assert [e["name"] for e in hotel.cast["characters"]] == ["Albert Finch", "Inspector Graves", "The young woman"]
    assert "grey waistcoat" in character(hotel, "Albert")["wears"]
    assert hotel.cast["sets"][0]["kind"] == "hotel"


def test_a_robot_in_a_theatre_makes_no_science_fiction() -> None:
    read = gallery("audition.fountain")

    assert (read.script["genre"], read.script["era"]) == ("drama", "present")
    assert film("The starship left orbit. The astronaut saw a planet and an alien.").script["genre"] == "space"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("INT. HOSPITAL ROOM - DAY", "hospital"),
        ("INT. HOSPITAL CORRIDOR - NIGHT", "hospital"),
        ("EXT. HOSPITAL ROOF - DAWN", "rooftop"),
        ("INT. HOTEL ROOM - NIGHT", "hotel"),
        ("INT. SCHOOL CORRIDOR - DAY", "corridor"),
        ("EXT. PRISON YARD - DAY", "prison"),
        ("INT. POLICE STATION OFFICE - DAY", "police"),
        ("INT. CASTLE KITCHEN - DAY", "kitchen"),
        ("INT. SHIP CABIN - NIGHT", "stateroom"),
    ],
)
def test_the_specific_word_of_a_heading_wins_over_a_room(heading: str, kind: str) -> None:
    assert film(f"{heading}\n\nTom waits.\n\nTOM\nHello.", "screenplay").cast["sets"][0]["kind"] == kind


def test_dates_begin_the_days_of_a_diary_and_are_no_title() -> None:
    read = film(
        "3rd May\n\nTom sat in the kitchen and wept.\n\n4th May\n\nTom walked to the beach and sang. Tom was glad."
    )

    assert headings(read) == ["INT. KITCHEN - DAY", "EXT. BEACH - DAY"]
    assert read.script["title"] == "Tom"


# --- screenplays ---------------------------------------------------------------------------------------------------

FOUNTAIN = """Title: Notes
Author: Nobody

# One

= What happens

INT. BAR - NIGHT #4#

Smoke. [[a note
of two lines]] A *loud* **bell** rings. /* gone */

> THE LANTERN <

@deLuca ^
Hello.

ANNA (CONT'D) ^
(whispering)
Hello.
(beat)
Goodbye.

TOM (O.S.) (into phone)
Who?

===

{cut}

EXT. STREET - DAWN

Rain.
"""


def test_fountains_furniture_is_not_heard() -> None:
    read = film(FOUNTAIN.format(cut="CUT TO:"), "screenplay")

    heard = [segment["text"] for segment in read.script["segments"] if segment["text"]]
    assert heard == ["Smoke. A loud bell rings.", "The lantern", "Hello.", "Hello.", "Goodbye.", "Who?", "Rain."]
    assert [(s["speaker"], s["direction"]) for s in read.script["segments"] if s["kind"] == "line"] == [
        ("deLuca", ""),
        ("Anna", "whispering"),
        ("Anna", "beat"),
        ("Tom", "off screen"),
    ]


@pytest.mark.parametrize(
    ("mark", "transition"),
    [
        ("CUT TO:", "cut"),
        ("SMASH CUT TO:", "cut"),
        ("Cut to:", "cut"),
        ("MATCH CUT TO:", "match"),
        ("DISSOLVE TO:", "dissolve"),
        ("WIPE TO:", "wipe"),
        ("FADE TO BLACK.", "dip"),
        ("FADE TO WHITE:", "dip_white"),
        ("> FADE OUT", "dip"),
    ],
)
def test_a_cut_mark_leads_to_the_next_scene(mark: str, transition: str) -> None:
    read = film(FOUNTAIN.format(cut=mark).replace("DAWN", "NIGHT"), "screenplay")

    assert [scene["transition"] for scene in read.scenes] == ["cut", transition]
    assert headings(read) == ["INT. BAR - NIGHT", "EXT. STREET - NIGHT"]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("INT/EXT. CAR - NIGHT", "INT. CAR - NIGHT"),
        ("I/E HOUSE - DAY", "INT. HOUSE - DAY"),
        (".ROOFTOP - DUSK", "EXT. ROOFTOP - DUSK"),
        ("12. EXT. BEACH – SUNSET 12", "EXT. BEACH - DUSK"),
        ("Scene 3: Int. kitchen, night", "INT. KITCHEN - NIGHT"),
        ("EXT. ST. MARY'S CHURCH - MORNING", "EXT. ST. MARY'S CHURCH - DAWN"),
    ],
)
def test_headings_are_read_however_they_are_written(line: str, heading: str) -> None:
    assert fountain.is_heading(line)
    read = film(f"{line}\n\nTom waits.\n\nTOM\nHello.\n", "screenplay")
    assert headings(read) == [heading]


def test_later_in_capitals_is_the_same_place_at_another_hour() -> None:
    read = film(
        "INT. KITCHEN - DAY\n\nTom cooks.\n\nLATER - NIGHT\n\nTom eats.\n\nTHE NEXT MORNING\n\nTom sleeps.",
        "screenplay",
    )

    assert headings(read) == ["INT. KITCHEN - DAY", "INT. KITCHEN - NIGHT", "INT. KITCHEN - DAWN"]


def test_a_play_with_speakers_before_colons_is_a_screenplay() -> None:
    source = "A kitchen.\n\nTOM: Is it hot?\nANNA (laughing): Very.\nTOM: (whispering) Good.\nANNA: Eat."

    read = film(source)

    said = [(s["speaker"], s["text"], s["direction"]) for s in read.script["segments"] if s["kind"] == "line"]
    assert said == [
        ("Tom", "Is it hot?", ""),
        ("Anna", "Very.", "laughing"),
        ("Tom", "Good.", "whispering"),
        ("Anna", "Eat.", ""),
    ]


@pytest.mark.parametrize("indent", ["", "    ", "\t\t"])
def test_indentation_does_not_matter(indent: str) -> None:
    source = "INT. BAR - NIGHT\n\nTom waits.\n\nTOM\n(sad)\nNobody came.\n\nHe leaves."
    pasted = "\n".join(indent * 2 + line for line in source.split("\n"))

    assert film(pasted, "screenplay").script["segments"] == film(source, "screenplay").script["segments"]


NAMES = st.sampled_from(["ANNA", "TOM", "DR. LEE", "OLD MAN"])
SAID = st.lists(st.sampled_from(["wait", "no", "the", "river", "is", "cold", "tonight"]), min_size=1, max_size=9).map(
    " ".join
)
BLOCKS = st.one_of(
    st.tuples(NAMES, SAID).map(lambda part: f"{part[0]}\n{part[1]}."),
    st.tuples(NAMES, SAID).map(lambda part: f"{part[0]} (V.O.)\n(softly)\n{part[1]}."),
    SAID.map(lambda said: f"She {said}."),
    st.sampled_from(["CUT TO:", "EXT. FOREST - DAY", "[[note]]", "===", "LATER"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=14))
def test_no_word_of_a_screenplay_is_lost_doubled_or_moved(blocks: list[str]) -> None:
    source = "INT. HUT - NIGHT\n\nIt begins.\n\n" + "\n\n".join(blocks)

    heard = " ".join(segment["text"] for segment in film(source, "screenplay").script["segments"])

    spoken = [block for block in ["It begins.", *blocks] if block.endswith(".")]
    expected = [part for block in spoken for part in (block.split("\n")[-1]).split()]
    assert WORDS.findall(heard) == WORDS.findall(" ".join(expected))


# --- places, looks, sounds, voices ---------------------------------------------------------------------------------


def test_a_scene_changes_where_somebody_walks_into_another_room() -> None:
    read = film(
        "Nora sat in the library and read all afternoon, while the rain ran down the glass. At last she closed the "
        "book, put on her shoes and walked into the kitchen. It was empty. By the time she reached the harbour it was "
        "dark."
    )

    assert headings(read) == ["INT. LIBRARY - DAY", "INT. KITCHEN - DAY", "EXT. HARBOUR - NIGHT"]


def test_what_people_talk_about_is_no_place_they_are_at() -> None:
    read = film("Nora sat in the library. “I was born in a castle by the sea,” she said. She thought of the desert.")

    assert headings(read) == ["INT. LIBRARY - DAY"]


def test_a_flashback_has_its_own_place_and_the_story_returns() -> None:
    read = film(next(text.source for text in texts() if text.name == "flashback"))

    assert [heading.split(" - ")[0] for heading in headings(read)] == ["INT. OFFICE", "EXT. WHEAT FIELD", "INT. OFFICE"]
    viktor = character(read, "Viktor Sokolov")
    assert viktor["age"] == "elder"
    assert [(look["age"], look["wears"]) for look in viktor["looks"]] == [("child", "torn shirt")]
    assert [len(scene["looks"]) for scene in read.scenes] == [0, 1, 0]


def test_years_later_a_child_is_grown_up_in_other_clothes() -> None:
    read = film(next(text.source for text in texts() if text.name == "funeral"))

    maggie = character(read, "Maggie")
    assert (maggie["age"], maggie["wears"]) == ("child", "black dress")
    assert [(look["age"], look["wears"], look["hair"]) for look in maggie["looks"]] == [("adult", "silver suit", "red")]
    assert read.scenes[0]["mood"] == "sad"


def test_looks_in_the_text_are_kept() -> None:
    read = film(
        "Bonnie was tall and red-haired, with a scar over one eyebrow. Marcus, thirty-four, in a white dinner jacket, "
        "laughed. Old Edgar took off his hat. A waiter in a yellow raincoat knocked."
    )

    bonnie, marcus, waiter = (character(read, name) for name in ("Bonnie", "Marcus", "The waiter"))
    assert (bonnie["build"], "red" in bonnie["hair"], bonnie["features"]) == ("tall", True, "scar")
    assert (marcus["age"], marcus["wears"]) == ("adult", "white dinner jacket")
    assert character(read, "Edgar")["age"] == "elder"
    assert "hat" not in character(read, "Edgar")["wears"].split()
    assert waiter["wears"].startswith("yellow raincoat")


@pytest.mark.parametrize(
    ("told", "sounds"),
    [
        ("Suddenly the telephone rang.", [("phone ring", 3)]),
        ("He slammed the door and a dog barked.", [("door slam", 1), ("dog bark", 7)]),
        ("Nobody knocked.", []),
        ("The window shattered.", [("glass break", 2)]),
        ("She was fond of doors.", []),
    ],
)
def test_sounds_are_heard_at_the_word_at_which_they_happen(told: str, sounds: list[tuple[str, int]]) -> None:
    assert [(cue["sound"], cue["word"]) for cue in sounds_in(told)] == sounds


def test_eight_speakers_and_the_narrator_have_nine_voices() -> None:
    names = ["Anna", "Tom", "Clara", "Samuel", "Ruth", "Bernard", "Priya", "Declan"]
    source = "\n\n".join(f"{name} came in. “I am here now,” said {name}." for name in names)

    cast = film(source).cast

    used = {entry["name"]: entry["voice"] for entry in cast["characters"]}
    sexes = {voice["key"]: voice["sex"] for voice in VOICES}
    assert set(used) == set(names)
    assert len({*used.values(), cast["narrator_voice"]}) == 9
    assert all(sexes[used[entry["name"]]] == entry["sex"] for entry in cast["characters"])


def test_a_robot_sounds_like_one_and_nobody_else_does() -> None:
    read = film(next(text.source for text in texts() if text.name == "robot"))

    voices = {entry["name"]: entry["voice"] for entry in read.cast["characters"]}
    assert [name for name, voice in voices.items() if voice == "robot"] == ["Unit 7"]


@pytest.mark.parametrize(
    ("told", "era"),
    [
        ("In 1924 Anna danced all night.", "1920s"),
        ("Anna took a hansom through the gaslight.", "victorian"),
        ("Anna put her phone on the laptop.", "present"),
        ("The robot closed the airlock of the spaceship.", "future"),
        ("The squire held the sword while the knight left the castle.", "medieval"),
        ("“We have had no telegrams since 1982,” said Anna.", "present"),
    ],
)
def test_the_text_says_when_it_plays(told: str, era: str) -> None:
    assert film(told).script["era"] == era


def test_every_kind_of_place_is_one_that_the_drawing_knows() -> None:
    known = {word for table in (catalog.INDOORS, catalog.OUTDOORS) for listed in table.values() for word in listed}

    assert set(lexicon("places")["kinds"]) <= known


# --- from place to place -------------------------------------------------------------------------------------------

COTTAGE = "Ruth sat in the kitchen of the cottage and peeled apples. The clock ticked on the shelf above her."


def kinds_of(told: str) -> list[str]:
    read = film(told)
    sets = {entry["name"]: entry["kind"] for entry in read.cast["sets"]}
    return [kind for kind, _ in groupby(sets[scene["set"]] for scene in read.scenes)]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("The next morning, at the harbour, Ruth bought a fish.", ["kitchen", "harbour"]),
        ("At noon, down by the river, Ruth washed her hands.", ["kitchen", "river"]),
        ("Ruth flung herself into the back of a taxi.", ["kitchen", "car"]),
        ("In room 12 of the hospital lay her brother.", ["kitchen", "hospital"]),
        ("She came to a cave in the hillside. She crept inside.", ["kitchen", "cave"]),
        ("Ruth stepped outside. The apple trees were bare.", ["kitchen", "garden"]),
        ("At school she had been the clever one.", ["kitchen"]),
        ("From the street came the noise of a car.", ["kitchen"]),
        ("She thought of the truck that lost a wheel on the highway.", ["kitchen"]),
        ("The rain drummed on the roof. The rain was on the roof at home as well.", ["kitchen"]),
        ("Below, in the street, a car went by.", ["kitchen"]),
    ],
)
def test_a_scene_changes_where_somebody_goes_and_not_where_a_place_is_spoken_of(told: str, kinds: list[str]) -> None:
    assert kinds_of(f"{COTTAGE}\n\n{told}") == kinds


def test_a_ship_that_is_known_by_its_name_is_gone_back_to() -> None:
    told = (
        "Ines woke in the sleeping bay of the starship Perpetua. She floated to the window. She drank some water. "
        "She ate an apple. She read the long log. She combed her hair. She put on her boots. She tied them twice.\n\n"
        "Two hours later Ines stood on the surface of the planet. Dust blew over her boots.\n\n"
        "That night, back aboard the Perpetua, she slept."
    )

    assert kinds_of(told) == ["spaceship", "planet", "spaceship"]


def test_a_ship_that_speaks_is_a_machine() -> None:
    read = film(
        "“Wake up,” the ship said. Ines opened her eyes. “How long did I sleep, Juno?” “Nine years,” said the ship."
    )

    ship = character(read, "The ship")
    assert ship["role"] == "machine"
    assert "Juno" in {ship["name"], *ship["aliases"]} or len(read.cast["characters"]) == 2


def test_an_animal_wears_nothing_that_the_text_does_not_say() -> None:
    read = film(
        "A fox came to the river. “Good day,” said the fox. A heron in a blue hat bowed. “Good day,” said the heron."
    )

    assert character(read, "the fox")["wears"] == ""
    assert character(read, "the heron")["wears"] == "blue hat"


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("“Eat your bread, Will,” said Ruth. Will ate.", ["Ruth", "Will"]),
        ("“Nobody breathe,” said Aunt May. Gus held his breath. “I can't,” said Gus. May sighed.", ["Aunt May", "Gus"]),
        ("“Sign here,” said the notary. Ruben took the pen. Ruben signed.", ["Ruben", "The notary"]),
        (
            "The clerk was a machine. Its name was Clerk Nine. “Next,” said Clerk Nine. The robot blinked.",
            ["Clerk Nine"],
        ),
        ("Ruth drove through Mumbai. Mumbai went by in pieces. “Look,” said Ruth.", ["Ruth"]),
        (
            "Under the bridge lived a goblin by the name of Hobnail. “Pay,” said Hobnail. The goblin grinned.",
            ["Hobnail"],
        ),
    ],
)
def test_everybody_is_found_once_by_whatever_they_are_called(told: str, people: list[str]) -> None:
    assert sorted(entry["name"] for entry in film(told).cast["characters"]) == people


def test_a_line_goes_to_who_has_not_the_next_one() -> None:
    said = lines(
        "Ruth met Sam at the gate. “Wash your hands,” said Sam. She went all the way down to the river, washed them in "
        "the cold water, and came all the way back.\n\n“I have washed them!”\n\n“They are dirty again,” said Sam."
    )

    assert [speaker for speaker, _ in said] == ["Sam", "Ruth", "Sam"]
