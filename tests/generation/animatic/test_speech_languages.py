from __future__ import annotations

from pathlib import Path

import pytest

from generation.providers.animatic import speech
from generation.providers.animatic.voice.display import display_words
from generation.providers.animatic.voice.language import guess_language
from generation.providers.animatic.voice.neural import NeuralVoice
from generation.providers.animatic.voice.speaking import EngineMissing
from generation.providers.animatic.voice.wave import active_level
from tests.generation.animatic.listening import (
    Say,
    assert_words_cover,
    decibels,
    pitch_of,
    samples_of,
    speaker,
    words_of,
)


@pytest.fixture
def say(tmp_path: Path) -> Say:
    return speaker(tmp_path)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der alte Mann — ging über die Brücke, und „nichts“ blieb. 🙂"),
        ("fr", "Il était une fois l'été."),
        ("en", "Старик шёл по мосту."),
        ("zh", "老人走过桥。 他笑了。"),
    ],
)
def test_other_languages_are_spoken_by_the_fallback_voice(say: Say, language: str, text: str) -> None:
    answer, again = say(text, "man", language=language), say(text, "man", language=language)

    assert_words_cover(answer, text)
    assert answer.path.read_bytes() == again.path.read_bytes()
    assert answer.notes[0] == "Spoken by the fallback voice, because the neural voices speak English only."
    assert decibels(active_level(samples_of(answer))) == pytest.approx(-20, abs=1)
    assert len(answer.details["phones"]) > 5


def test_a_language_nobody_speaks_is_read_as_what_it_looks_like(say: Say) -> None:
    answer = say("Der Hund und die Katze sind nicht hier.", language="qx")

    assert 'does not speak "qx"; it read the text as "de"' in answer.notes[1]


def test_without_the_neural_voice_english_is_still_spoken(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> NeuralVoice:
        raise EngineMissing("no onnxruntime")

    monkeypatch.setattr(speech, "neural_voice", missing)
    text = "It cost $12.50, said Dr. Brown."

    answer = say(text)

    assert_words_cover(answer, text)
    assert "cannot be loaded" in answer.notes[0]


def test_a_word_in_another_script_is_spoken_and_named(say: Say) -> None:
    answer = say("She wrote 東京 on the wall of the house.")

    start, end = words_of(answer)["東京"]
    assert answer.notes == ('"東京" is spoken by the fallback voice, because it is Chinese.',)
    assert end - start > 300


def test_a_french_line_in_an_english_story_is_spoken_in_french(say: Say) -> None:
    text = 'She smiled. "Je ne sais pas où il est," she said. He left.'

    answer = say(text)

    samples = samples_of(answer)
    assert_words_cover(answer, text)
    assert answer.notes == ('"Je ne sais pas où il est," is spoken by the fallback voice, because it is French.',)
    words = words_of(answer)
    english, french = (
        active_level(samples[first * 24 : last * 24])
        for first, last in ((words["She"][0], words["smiled."][1]), (words['"Je'][0], words['est,"'][1]))
    )
    assert decibels(french / english) == pytest.approx(0, abs=2.5)


def test_a_foreign_speech_of_several_sentences_has_one_voice(say: Say) -> None:
    answer = say('"C\'est la vie, mes amis. Nous ne pouvons pas le faire." He shrugged.')

    assert len(answer.notes) == 1
    assert "C'est la vie" in answer.notes[0]


@pytest.mark.parametrize(
    "text", ["La la la, she sang.", "No, no, no! Me, me.", "Die hard in a bar.", "A la carte, señor."]
)
def test_english_with_a_foreign_look_stays_with_the_english_voice(say: Say, text: str) -> None:
    assert say(text).notes == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("老人走过桥。 他笑了。", ["老人走过", "桥。", "他笑了。"]),
        ("「東京へ行きます」と", ["「東京へ", "行きます」", "と"]),
        ("노인은 다리를 건넜다.", ["노인은", "다리를", "건넜다."]),
        ("الرجل العجوز عبر", ["الرجل", "العجوز", "عبر"]),
        ("Tokyo東京, now", ["Tokyo", "東京,", "now"]),
        ("plain English", ["plain", "English"]),
    ],
)
def test_scripts_without_blanks_break_into_short_groups(text: str, words: list[str]) -> None:
    assert [word.text for word in display_words(text)] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "老人慢慢地走过了长长的桥。"),
        ("ar", "الرجل العجوز عبر الجسر."),
        ("he", "האיש הזקן חצה את הגשר."),
        ("ko", "노인은 다리를 건넜다."),
    ],
)
def test_every_group_of_every_script_has_a_time_of_its_own(say: Say, language: str, text: str) -> None:
    answer = say(text, language=language)

    assert_words_cover(answer, text)
    assert all(end - start > 60 for _, start, end in answer.details["words"])


def test_a_man_and_a_girl_differ_in_other_languages_too(say: Say) -> None:
    text = "Der alte Mann ging langsam über die Brücke."

    low, high = (pitch_of(samples_of(say(text, voice, language="de"))) for voice in ("deep_man", "girl"))

    assert low * 1.4 < high


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The old man walked over the bridge and thought of the sea."),
        ("de", "Der alte Mann ging langsam über die Brücke und dachte an das Meer."),
        ("fr", "Il était une fois une petite fille qui vivait dans la forêt."),
        ("es", "El viejo caminaba por la calle con su perro."),
        ("it", "Il vecchio camminava per la strada con il suo cane."),
        ("pt", "O velho caminhava pela rua com o seu cão e não via ninguém."),
        ("nl", "De oude man liep over de brug met zijn hond."),
        ("pl", "Stary człowiek szedł przez most i myślał o morzu."),
        ("tr", "Yaşlı adam köprüden geçti ve denizi düşündü."),
        ("ru", "Старик шёл по мосту и думал о море."),
        ("uk", "Старий чоловік ішов мостом і думав про море."),
        ("zh", "老人走过桥。"),
        ("ja", "老人は橋を渡った。"),
        ("ko", "노인은 다리를 건넜다."),
        ("ar", "الرجل العجوز عبر الجسر"),
        ("hi", "बूढ़ा आदमी पुल पार कर गया"),
        ("el", "Ο γέρος πέρασε τη γέφυρα"),
        ("en", "Die hard in a bar"),
        ("en", "Tokyo 東京 night"),
        ("en", ""),
    ],
)
def test_the_language_of_a_text_is_guessed(language: str, text: str) -> None:
    assert guess_language(text) == language
