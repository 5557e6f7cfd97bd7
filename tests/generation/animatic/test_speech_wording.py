from __future__ import annotations

from pathlib import Path

import pytest

from generation.providers.animatic.voice.loanwords import LOAN_PHRASES, LOANWORDS
from generation.providers.animatic.voice.neural import neural_voice
from generation.providers.animatic.voice.phonemes import Pronouncer
from generation.providers.animatic.voice.wording import EMPHASIS, SHOUTED, spoken_words
from tests.generation.animatic.listening import Say, assert_words_cover, speaker, words_of


@pytest.fixture
def say(tmp_path: Path) -> Say:
    return speaker(tmp_path)


@pytest.fixture(scope="module")
def pronouncer() -> Pronouncer:
    return neural_voice()._pronouncer


def sounds(pronouncer: Pronouncer, text: str) -> str:
    words = spoken_words(text)
    spoken = [(index, piece) for index, word in enumerate(words) for piece in word.spoken]
    return " ".join(sound.symbols for sound in pronouncer.sounds(spoken))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("$12.50", "12 dollars and 50 cents"),
        ("$5 million", "5 million dollars"),
        ("$1.", "1 dollar."),
        ("7:30", "7 30"),
        ("7:05pm", "7 oh 5 P.M."),
        ("10:00", "10 o'clock"),
        ("Dr. Brown", "Doctor Brown"),
        ("St. Mary", "Saint Mary"),
        ("on Baker St. today", "on Baker Street today"),
        ("-5°C", "minus 5 degrees Celsius"),
        ("20 min", "20 minutes"),
        ("May 5, 1999", "May 5th, 1999"),
        ("Henry VIII", "Henry the eighth"),
        ("World War II", "World War 2"),
        ("HARRIET & TOM", "HARRIET and TOM"),
        ("e-mail@x.y", "e-mail at x dot y"),
        ("He said no.", "He said no."),
        ("3/4", "3 quarters"),
        ("7–9", "7 to 9"),
        ("007", "0 0 7"),
        ("Nooooo!", "No!"),
        ("🙂", ""),
        ("in the 1800s", "in the 1800s"),
        ("the '60s", "the sixties"),
        ("1920s", "19 twenties"),
        ("back in '68", "back in 68"),
        ("3:45 p.m.", "3 45 p.m."),
        ("15:00", "15 hundred hours"),
        ("£2m", "2 million pounds"),
        ("€1,200.99", "1,200 euros and 99 cents"),
        ("20 €", "20 euros"),
        ("10¢", "10 cents"),
        ("5 km/h", "5 kilometers per hour"),
        ("12 km²", "12 square kilometers"),
        ("6'2\"", "6 feet 2 inches"),
        ("6 in. wide", "6 inches wide"),
        ("2½ hours", "2 and a half hours"),
        ("10 000 km", "10 thousand kilometers"),
        ("2,5 kg", "2 point 5 kilograms"),
        ("1914–1918", "1914 to 1918"),
        ("(555) 123-4567", "(5 5 5,) 1 2 3, 4 5 6 7"),
        ("+44 7911 123 456", "plus 4 4, 7 9 1 1, 1 2 3, 4 5 6"),
        ("call 911", "call 9 1 1"),
        ("Room 101", "Room 1 oh 1"),
        ("King George V died", "King George the fifth died"),
        ("Henry, I think", "Henry, I think"),
        ("Elizabeth II's", "Elizabeth the second's"),
        ("Chapter IV", "Chapter 4"),
        ("Rocky IV", "Rocky 4"),
        ("Thomas Hale III", "Thomas Hale the third"),
        ("Mr. and Mrs. Hall", "Mister and Missus Hall"),
        ("cats vs. dogs", "cats versus dogs"),
        ("e.g. a cat", "for example a cat"),
        ("tea, milk, etc.", "tea, milk, et cetera."),
        ("No. 5", "number 5"),
        ("p. 5", "page 5"),
        ("12 Oak Dr. today", "12 Oak Drive today"),
        ("St Mary's", "Saint Mary's"),
        ("Main St is", "Main Street is"),
        ("He sat. Night fell.", "He sat. Night fell."),
        ("Sat. night", "Saturday night"),
        ("www.site.org", "W W W dot site dot org"),
        ("#MeToo", "hashtag Me Too"),
        ("w/ milk", "with milk"),
        ("3 x 4 = 12", "3 times 4 equals 12"),
        ("5 < 6", "5 less than 6"),
        ("v2.0", "version 2 point 0"),
        ("*not this time*", "not this time"),
        ("_never_", "never"),
        ("WWII began", "World War 2 began"),
        ("I ❤️ you", "I you"),
        ("<b>bold</b> ~~gone~~", "bold gone"),
    ],
)
def test_what_is_written_is_read_aloud(text: str, spoken: str) -> None:
    assert " ".join(piece for word in spoken_words(text) for piece in word.spoken) == spoken


def test_titles_initials_and_quotations_do_not_end_a_sentence() -> None:
    words = spoken_words('Dr. J. K. Brown saw it. "Go!" cried Tom. He left at 5 p.m. sharp.')

    ends = [word.display for word in words if word.ends_sentence]

    assert ends == ["it.", "Tom.", "sharp."]


@pytest.mark.parametrize(
    ("text", "stress"),
    [
        ("I told *you* so", [0, 0, EMPHASIS, 0]),
        ("_not this_ time", [EMPHASIS, EMPHASIS, 0]),
        ("two * three * four", [0, 0, 0, 0, 0]),
        ("GET OUT now!", [SHOUTED, SHOUTED, 0]),
        ("MARY sees TOM", [0, 0, 0]),
        ("MARY, no. RUN!", [0, 0, SHOUTED]),
        ("I said NO", [0, 0, SHOUTED]),
        ("INT. OLD HOUSE - NIGHT", [0, 0, 0, 0, 0]),
        ("the US and I", [0, 0, 0, 0]),
    ],
)
def test_stress_is_read_from_stars_and_capitals(text: str, stress: list[int]) -> None:
    assert [word.stress for word in spoken_words(text)] == stress


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("STOP that!", "stˈɑp"),
        ("the FBI", "ˌɛfbˌiˈI"),
        ("NASA flew", "nˈæsə"),
        ("HARRIET smiled", "hˈæɹ"),
        ("IT WAS LATE!", "ɪt"),
    ],
)
def test_capitals_are_words_or_initials(pronouncer: Pronouncer, text: str, heard: str) -> None:
    assert heard in sounds(pronouncer, text)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("I-I don't know", "ˌI, ˌI dˈOnt"),
        ("W-what?", "wə, wˌʌt?"),
        ("B-b-but why", "bə, bə, bˌʌt wˌI"),
        ("No-no, never", "nˈO, nˈO, nˈɛvəɹ"),
        ("a well-known man", "wˌɛlnˈOn"),
    ],
)
def test_a_stutter_is_heard_as_one(pronouncer: Pronouncer, text: str, heard: str) -> None:
    assert heard in sounds(pronouncer, text)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("She has read it", "ɹˈɛd"),
        ("I will read it", "ɹˈid"),
        ("a lead pipe", "lˈɛd"),
        ("Lead me home", "lˈid"),
        ("a live show", "lˈIv"),
        ("we live here", "lˈɪv"),
        ("A tear ran down", "tˈɪɹ"),
        ("Don't tear it", "tˈɛɹ"),
        ("The wind blew", "wˈɪnd"),
        ("wind up the toy", "wˈInd"),
        ("Close the door", "klˈOz"),
        ("a close friend", "klˈOs"),
        ("Take a bow.", "bˈW"),
        ("a bow and arrow", "bˈO"),
        ("a deep wound", "wˈund"),
        ("He wound the rope", "wˈWnd"),
        ("I object!", "əbʤˈɛkt"),
        ("I refuse to go", "ɹəfjˈuz"),
        ("record it", "ɹəkˈɔɹd"),
        ("a minute detail", "mInjˈut"),
    ],
)
def test_words_written_alike_are_told_apart(pronouncer: Pronouncer, text: str, heard: str) -> None:
    assert heard in sounds(pronouncer, text)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("déjà vu", "dˌAʒˈɑ vˈu"),
        ("Jorge's dog", "hˈɔɹhAz"),
        ("Mrs. Nguyen", "wˈɪn"),
        ("Siobhán", "ʃəvˈɔn"),
        ("a croissant", "kwɑsˈɑn"),
        ("Sí, señor", "sAnjˈɔɹ"),
        ("Guten Tag", "ɡˌutən tˈɑk"),
        ("a freeze tag game", "tˈæɡ"),
        ("café", "kæfˈA"),
        ("a soufflé", "suflˈA"),
        ("faux pas", "fˌO pˈɑ"),
    ],
)
def test_foreign_names_and_words_are_spoken_as_their_speakers_do(pronouncer: Pronouncer, text: str, heard: str) -> None:
    assert heard in sounds(pronouncer, text)


def test_every_foreign_word_is_in_the_alphabet_of_the_voice() -> None:
    alphabet = set(neural_voice()._ids)

    symbols = [*LOANWORDS.values(), *(part for pair in LOAN_PHRASES.values() for part in pair)]
    assert not {symbol for word in symbols for symbol in word} - alphabet
    assert len(LOANWORDS) > 250


@pytest.mark.parametrize(
    "text",
    [
        "At 3:45 p.m. Dr. Nguyen paid €1,200.99 (20 % off!) for 6'2\" of *rope*...",
        "I-I said NO — Henry VIII's No. 5, e.g. W-what?!",
        "See https://example.com/a?b=c #MeToo @ana 🙂👩‍👩‍👧 (555) 123-4567.",
        "Déjà vu, señor; c'est la vie: 2½ km² at -5°C, ½ past '68.",
    ],
)
def test_every_display_word_has_its_time_however_it_is_read(say: Say, text: str) -> None:
    answer = say(text)

    assert_words_cover(answer, text)
    spoken = [(end - start) for word, start, end in answer.details["words"] if any(map(str.isalnum, word))]
    assert min(spoken) > 20


def test_a_pause_in_a_stutter_belongs_to_its_word(say: Say) -> None:
    words = words_of(say("B-b-but I can't."))

    assert words["B-b-but"][1] - words["B-b-but"][0] > 400
