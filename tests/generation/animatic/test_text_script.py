from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.providers.animatic.text import AnimaticText, script, telling
from generation.providers.base import TextRequest, Unsupported

from .text_sources import IDEAS, SCREENPLAY, STORIES

MARKS = re.compile(r"[\s\"“”„«»‘’']+")


def written(source: str, kind: str = "story", seconds: int = 60, seed: int = 1) -> dict[str, Any]:
    return script.write({"source": source, "source_kind": kind, "seconds": seconds}, seed)


def heard(document: dict[str, Any]) -> str:
    return " ".join(segment["text"] for segment in document["segments"])


def bare(text: str) -> str:
    return MARKS.sub("", text)


def heard_ms(document: dict[str, Any]) -> int:
    return sum(
        segment["pause_before_ms"] + segment["duration_ms"] + telling.spoken_ms(segment["text"])
        for segment in document["segments"]
    )


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_told_word_for_word(name: str) -> None:
    document = written(STORIES[name])

    assert bare(heard(document)) == bare(STORIES[name])


WORDS = st.text(alphabet=st.characters(whitelist_categories=["Ll", "Lu", "Nd", "Lo"]), min_size=1, max_size=12)
JOINTS = st.sampled_from(
    [
        " ",
        ". ",
        "! ",
        ", ",
        "\n",
        "\n\n",
        " “",
        "” ",
        ' "',
        '" ',
        " ‘",
        ".’ ",
        "; ",
        "? ",
        " — ",
        "…",
        " <b>",
        "</b> ",
        "’s ",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(WORDS, JOINTS), min_size=1, max_size=60))
def test_no_word_of_any_text_is_lost_doubled_or_moved(parts: list[tuple[str, str]]) -> None:
    source = "".join(word + joint for word, joint in parts)

    document = written(source)

    assert re.findall(r"\w+", bare(heard(document))) == re.findall(r"\w+", bare(source))


def test_a_screenplay_is_told_without_its_headings_cues_and_parentheticals() -> None:
    document = written(SCREENPLAY, "screenplay")

    expected = (
        "Rain. An empty platform. Anna Wells sits on a bench with a suitcase. "
        "A young conductor, Tom, walks toward her with a lantern. The last train left an hour ago, ma'am. "
        "No, it did not. It left in 1962. Steam on the windows. Tom puts two cups of tea on the table. "
        "Who were you waiting for? His name was Henry. He played the trumpet badly. "
        "The light of a train. Anna stands up."
    )
    assert bare(heard(document)) == bare(expected)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("IRINA (60s, yellow raincoat, silver braid) waits.", "Irina waits."),
        ("PAVEL, 30, in a worn blue sweater, runs.", "Pavel, in a worn blue sweater, runs."),
        ("JACK (40) and MIA (8, red boots), his daughter, eat.", "Jack and Mia, his daughter, eat."),
        ("DR. ELENA CRUZ, 30s, a lab coat over pyjamas, hurries in.", "Dr. Elena Cruz hurries in."),
        ("We see PAVEL, late 20s, tall, thin.", "We see Pavel."),
        ("The CAPTAIN points. A PHONE rings on the TV.", "The captain points. A phone rings on the TV."),
    ],
)
def test_introductions_in_a_screenplay_are_seen_and_not_heard(action: str, told: str) -> None:
    document = written(f"INT. KITCHEN - DAY\n\n{action}\n\nPAVEL\nHello.", "screenplay")

    assert heard(document).split(" Hello.")[0].strip() == told


def test_the_looks_of_an_introduction_go_to_the_one_introduced() -> None:
    source = (
        "INT. HALL - DAY\n\nIRINA (60s, yellow raincoat, silver braid) waits. PAVEL, 30, in a worn blue sweater, runs "
        "to LEO (8, red boots).\n\nPAVEL\nHello."
    )

    people = {person.name: person for person in script.company_of(source, "screenplay").people}

    assert (people["Irina"].age, people["Irina"].wears, people["Irina"].hair) == (
        "elder",
        ["yellow raincoat"],
        "silver braid",
    )
    assert (people["Pavel"].age, people["Pavel"].wears) == ("adult", ["worn blue sweater"])
    assert (people["Leo"].age, people["Leo"].wears) == ("child", ["red boots"])


def test_a_conversation_in_one_paragraph_goes_to_and_fro() -> None:
    document = written(
        "Mrs. Doyle put the kettle on. “You want sugar,” she said. “I don't,” said Mr. Finch. She laughed. “You did "
        "last week.” “Last week I was sad.” “And today?”"
    )

    speakers = [s["speaker"] for s in document["segments"] if s["kind"] == "line"]
    assert speakers == ["Mrs. Doyle", "Mr. Finch", "Mrs. Doyle", "Mr. Finch", "Mrs. Doyle"]


def test_a_screenplay_keeps_speakers_directions_and_headings_as_structure() -> None:
    document = written(SCREENPLAY, "screenplay")

    lines = [segment for segment in document["segments"] if segment["kind"] == "line"]
    headings = [s["direction"] for s in document["segments"] if s["kind"] == "pause" and s["direction"]]
    assert document["title"] == "The Last Train"
    assert {line["speaker"] for line in lines} == {"Anna Wells", "Tom"}
    assert lines[0]["direction"] == "gently"
    assert lines[-1]["direction"] == "voice over"
    assert headings == ["EXT. RAILWAY STATION - NIGHT", "INT. STATION CAFE - LATER", "EXT. PLATFORM - DAWN"]


def test_lines_go_to_those_who_say_them() -> None:
    document = written(STORIES["noir"])

    speakers = [(s["speaker"], s["text"]) for s in document["segments"] if s["kind"] == "line"]
    by_text = {text: speaker for speaker, text in speakers}
    assert by_text["Mr. Kane?"] == "Vera Malone"
    assert by_text["Who is dead?"] == "Jack Kane"
    assert by_text["And you want it back."] == "Jack Kane"
    assert by_text["You're late, Kane,"] == "Eddie Voss"
    assert by_text["That you have a ring."] == "Jack Kane"
    assert by_text["Give me the gun, Vera."] == "Jack Kane"


def test_people_in_a_conversation_alternate_where_nothing_says_who_speaks() -> None:
    document = written(STORIES["dialogue"])

    speakers = [s["speaker"] for s in document["segments"] if s["kind"] == "line"]
    assert speakers[:4] == ["Marta", "Felix", "Marta", "Felix"]
    assert speakers[-1] == "Mrs. Ellery"


def test_segments_are_short_enough_for_a_caption() -> None:
    for source in STORIES.values():
        assert max(len(segment["text"].split()) for segment in written(source)["segments"]) <= 18


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("seconds", [15, 60, 600])
def test_an_idea_becomes_a_story_of_the_length_asked(idea: str, seconds: int) -> None:
    document = written(idea, "idea", seconds)

    assert heard_ms(document) == pytest.approx(seconds * 1000, rel=0.15)


@pytest.mark.parametrize("idea", IDEAS)
def test_no_slot_or_choice_of_the_story_bank_is_left_open(idea: str) -> None:
    for seed in range(6):
        document = written(idea, "idea", 300, seed)

        assert not re.search(r"[{}\[\]|=%]", heard(document) + document["title"] + document["logline"])


@pytest.mark.parametrize(
    ("idea", "nouns"),
    [
        ("a robot who learns to bake bread", ["robot", "bake bread"]),
        ("a lonely lighthouse keeper and a whale", ["lighthouse keeper", "whale"]),
        ("two rival bakers in Paris", ["baker", "Paris"]),
        ("two sisters find a map in their grandmother's attic", ["map"]),
        ("a ghost who is afraid of people", ["ghost", "people"]),
        ("an ad for a hand-made leather bag", ["hand-made leather bag"]),
    ],
)
def test_a_story_speaks_of_what_the_idea_speaks_of(idea: str, nouns: list[str]) -> None:
    document = written(idea, "idea", 120)

    for noun in nouns:
        assert noun in heard(document)


def test_different_ideas_become_different_stories() -> None:
    told = {idea: set(heard(written(idea, "idea")).split(". ")) for idea in IDEAS}

    for idea, sentences in told.items():
        shared = max(len(sentences & other) for name, other in told.items() if name != idea)
        assert shared <= len(sentences) / 2, idea


def test_another_seed_tells_the_idea_another_way() -> None:
    assert len({heard(written("a detective story", "idea", seed=seed)) for seed in range(5)}) == 5


def test_60s_before_a_genre_is_a_decade_and_before_a_film_a_length() -> None:
    assert written("A 60s noir detective story", "idea")["era"] == "1960s"
    assert written("A 60s film about a baker", "idea")["era"] == "present"


def test_a_question_is_answered_with_facts_or_with_a_word_that_there_are_none() -> None:
    known = written("why the sky is blue", "idea", 120)
    unknown = written("how the Frobnitz transform works", "idea", 60)

    assert known["title"] == "Why the Sky Is Blue"
    assert "scatters blue light" in heard(known)
    assert known["notes"] == []
    assert "no facts" in unknown["notes"][0]


def test_a_foreign_story_is_kept_and_the_user_is_told() -> None:
    source = (
        "Der alte Mann ging langsam über die Brücke. Er war müde und dachte an das Meer und an die Stadt. "
        "„Ich komme nicht zurück“, sagte er."
    )

    document = written(source)

    assert document["language"] == "de"
    assert "German" in document["notes"][0]
    assert bare(heard(document)) == bare(source)


@pytest.mark.parametrize("source", ["🎬🔥", "   \n ", "…!?", ""])
@pytest.mark.parametrize("kind", ["idea", "story", "screenplay"])
def test_a_text_without_words_is_turned_down_in_words(source: str, kind: str) -> None:
    with pytest.raises(Unsupported, match="There are no words in this text"):
        written(source, kind)


@pytest.mark.parametrize("kind", ["idea", "story", "screenplay"])
@pytest.mark.parametrize(
    "source",
    [
        "Fish",
        "\x00\x07bad\ud800 text\r\n\u200b",
        "<script>alert('x')</script>",
        "他走了。她说：“再见。”" * 40,
        '"' * 999 + "a",
    ],
)
def test_odd_texts_become_films_too(source: str, kind: str) -> None:
    document = written(source, kind)

    assert heard(document).strip()
    json.dumps(document).encode("utf-8")


def test_a_very_long_story_is_told_whole() -> None:
    source = (STORIES["noir"] + STORIES["dialogue"]) * 60

    document = written(source)

    assert bare(heard(document)) == bare(source)


def test_the_vendor_leaves_its_answer_in_the_folder(tmp_path: Path) -> None:
    request = TextRequest("script", "", "", {}, {"source": "a fox and a crow", "source_kind": "idea", "seconds": 30})

    finished = AnimaticText("", {}).submit(request, tmp_path)

    assert finished.path == tmp_path / "answer.json"
    assert finished.media_type == "application/json"
    assert json.loads(finished.path.read_text(encoding="utf-8"))["segments"]


def test_the_same_request_has_the_same_answer(tmp_path: Path) -> None:
    request = TextRequest("script", "", "", {}, {"source": "a fox and a crow", "source_kind": "idea", "seconds": 30}, 7)

    first = AnimaticText("", {}).submit(request, tmp_path).path.read_bytes()
    second = AnimaticText("", {}).submit(request, tmp_path).path.read_bytes()

    assert first == second


def test_a_task_it_does_not_know_is_unsupported(tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="poem"):
        AnimaticText("", {}).submit(TextRequest("poem", "", "", {}, {}), tmp_path)
