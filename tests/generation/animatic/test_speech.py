from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generation.providers.animatic.voice.alignment import word_times
from generation.providers.animatic.voice.display import display_words
from generation.providers.animatic.voice.neural import neural_voice
from generation.providers.animatic.voice.phonemes import MOST_SYMBOLS, Sound, breaths
from generation.providers.animatic.voice.wording import sentences, spoken_words
from generation.providers.base import Unsupported
from tests.generation.animatic.listening import (
    RATE,
    Say,
    assert_words_cover,
    samples_of,
    seconds,
    speaker,
    words_of,
)


@pytest.fixture
def say(tmp_path: Path) -> Say:
    return speaker(tmp_path)


def test_the_same_request_gives_the_same_bytes(say: Say) -> None:
    first, second = say(seed=4), say(seed=4)

    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.details == second.details


def test_another_seed_gives_another_recording_of_the_same_length(say: Say) -> None:
    first, second = say(seed=1), say(seed=2)

    assert first.path.read_bytes() != second.path.read_bytes()
    assert seconds(first) == pytest.approx(seconds(second), abs=0.1)


@pytest.mark.parametrize(
    ("voice", "direction"), [("heart", ""), ("old_man", ""), ("man", "slowly"), ("girl", "quickly")]
)
def test_a_word_after_a_pause_is_told_within_40_ms_of_when_it_is_heard(say: Say, voice: str, direction: str) -> None:
    answer = say(
        "Wait. Bring the boat, Ben. Go now! Keep quiet. Dogs bark; cats do not. But come back.",
        voice,
        direction=direction,
    )

    samples = samples_of(answer)
    level = np.sqrt(np.convolve(samples**2, np.ones(120) / 120, "same"))
    quiet = level < 0.06 * np.percentile(level, 95)
    for word in ("Bring", "Go", "Keep", "Dogs", "cats", "But"):
        start = words_of(answer)[word][0]
        onsets = np.flatnonzero(quiet[:-1] & ~quiet[1:]) / RATE * 1000
        assert np.abs(onsets - start).min() <= 40, (word, start)


def test_sentences_are_a_breath_apart(say: Say) -> None:
    answer = say("He came home. Then it rained.")

    words = {word: (start, end) for word, start, end in answer.details["words"]}
    assert 150 <= words["Then"][0] - words["home."][1] <= 400


def test_a_mark_asks_for_the_pause_that_a_reader_makes(say: Say) -> None:
    answer = say("One two, three; four… five — six. Seven\n\nEight")

    words = words_of(answer)
    order = ["One", "two,", "three;", "four…", "five", "six.", "Seven", "Eight"]
    gap = {first: words[second][0] - words[first][1] for first, second in itertools.pairwise(order)}
    assert gap["One"] < 60 < gap["two,"] < gap["three;"] < gap["four…"]
    assert gap["five"] > 220
    assert 150 < gap["six."] < gap["Seven"]
    assert gap["Seven"] > 480


def test_people_breathe_in_after_a_long_sentence(say: Say) -> None:
    long = "The keeper climbed all of the hundred stairs again, with the lamp in one hand and the letter in the other."

    answer = say(f"{long}\n\nThen it rained.")

    words = words_of(answer)
    pause = samples_of(answer)[(words["other."][1] + 90) * 24 : (words["Then"][0] - 60) * 24]
    assert 0.0005 < np.abs(pause).max() < 0.03


def test_a_pause_is_silent_and_its_edges_do_not_click(say: Say) -> None:
    answer = say("We waited… and waited — until the light went out. Then it came back.")

    samples = samples_of(answer)
    steps = np.abs(np.diff(samples, 2))
    for word in ("waited…", "waited", "out."):
        end = words_of(answer)[word][1]
        pause = samples[(end + 60) * RATE // 1000 : (end + 140) * RATE // 1000]
        assert np.abs(pause).max() < 0.02, word
        around = steps[end * RATE // 1000 : (end + 200) * RATE // 1000]
        assert around.max() < 0.06, word


def test_phones_follow_each_other_and_speak_ipa(say: Say) -> None:
    answer = say("A joyful boy may go out.")

    phones = answer.details["phones"]
    symbols = [symbol for symbol, _, _ in phones]
    moments = [moment for _, start, end in phones for moment in (start, end)]
    assert moments == sorted(moments)
    assert {"dʒ", "ɔɪ", "eɪ", "oʊ", "aʊ"} <= set(symbols)
    assert not {"A", "O", "W", "Y", "ˈ", "ˌ", " ", "."} & set(symbols)


@pytest.mark.parametrize(
    "text",
    [
        "It cost $12.50 at 7:30, said Dr. Brown, in 1947 — quietly.",
        "Write to e-mail@x.y — or “call” 555-1234!",
        "— Hello 🙂 there …",
        "R2-D2 ran 5 km on May 5, 1999; the 3rd place was 50% off (really).",
        "One.\n\nTwo\nthree",
    ],
)
def test_every_word_on_screen_has_its_time(say: Say, text: str) -> None:
    assert_words_cover(say(text), text)


def test_a_written_number_lasts_as_long_as_it_is_spoken(say: Say) -> None:
    answer = say("It cost $1,312.57 then.")

    spans = {word: end - start for word, start, end in answer.details["words"]}
    assert spans["$1,312.57"] > 1500
    assert spans["cost"] < 600


texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="abc THE.,!?—-'\"$€£%#@&0123456789:/()[]’“”…\n🙂é東я", max_size=60),
    st.lists(st.sampled_from(["$5", "million", "Dr.", "St.", "7:30", "km", "May", "5", "—", "XIV", "🙂", "no."])).map(
        " ".join
    ),
)


@settings(max_examples=150, deadline=None)
@given(texts)
@example("\u2028a\x1cb")
def test_no_text_loses_a_word(text: str) -> None:
    words = spoken_words(text)

    assert "".join(word.display for word in words) == "".join(text.split())
    assert [word.text for word in display_words(text)] == [word.display for word in words]
    assert [index for run in sentences(words) for index in run] == list(range(len(words)))
    assert all(piece and not any(map(str.isspace, piece)) for word in words for piece in word.spoken)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts)
def test_any_text_is_spoken_or_refused_in_words(say: Say, text: str) -> None:
    try:
        answer = say(text)
    except Unsupported as refusal:
        assert "nothing to say" in str(refusal)
    else:
        assert_words_cover(answer, text)


@given(
    st.lists(st.text(min_size=1, max_size=4), max_size=8),
    st.dictionaries(st.integers(0, 7), st.tuples(st.floats(-1, 9), st.floats(-1, 9))),
    st.floats(0, 5),
)
def test_word_times_are_in_order_whatever_was_measured(
    display: list[str], heard: dict[int, tuple[float, float]], length: float
) -> None:
    timed = word_times(display, heard, length)

    moments = [0, *(moment for _, start, end in timed for moment in (start, end)), int(length * 1000)]
    assert moments == sorted(moments, key=int)
    assert [text for text, _, _ in timed] == display


def test_a_sentence_too_long_for_the_model_is_cut_at_a_clause() -> None:
    sounds = [Sound(index, "abcdefg," if index % 10 == 9 else "abcdefg") for index in range(120)]

    parts = breaths(sounds)

    assert [sound for part in parts for sound in part] == sounds
    assert all(sum(len(sound.symbols) + 1 for sound in part) <= MOST_SYMBOLS + 1 for part in parts)
    assert all(part[-1].symbols.endswith(",") for part in parts)


def test_a_very_long_text_is_spoken_to_the_end(say: Say) -> None:
    text = ("and the boat went on through the night " * 130)[:5000]

    answer = say(text)

    assert_words_cover(answer, text)
    assert seconds(answer) > 200


def test_a_single_endless_word_is_survived(say: Say) -> None:
    text = "x" * 1200 + "1" * 300

    assert_words_cover(say(text), text)


@pytest.mark.parametrize("text", ["", "   ", "…!?", "— 🙂 —", "\n\n"])
def test_silence_is_refused_in_words(say: Say, text: str) -> None:
    with pytest.raises(Unsupported, match="There is nothing to say in"):
        say(text)


def test_a_text_too_long_is_refused_in_words(say: Say) -> None:
    with pytest.raises(Unsupported, match="shorter segments"):
        say("word " * 5000)


def test_the_voice_is_loaded_once() -> None:
    assert neural_voice() is neural_voice()


def test_importing_the_vendor_loads_no_engine() -> None:
    code = (
        "import sys, generation.providers.animatic.speech;"
        "sys.exit(bool({'hibari', 'onnxruntime', 'espeakng_loader'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
