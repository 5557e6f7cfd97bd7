from __future__ import annotations

import itertools
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generation.providers.animatic import speech
from generation.providers.animatic.speech import AnimaticSpeech
from generation.providers.animatic.voice.alignment import word_times
from generation.providers.animatic.voice.language import guess_language
from generation.providers.animatic.voice.neural import NeuralVoice, neural_voice
from generation.providers.animatic.voice.phonemes import MOST_SYMBOLS, Sound, breaths
from generation.providers.animatic.voice.speaking import EngineMissing
from generation.providers.animatic.voice.voices import VOICES, voice_for
from generation.providers.animatic.voice.wave import active_level
from generation.providers.animatic.voice.wording import sentences, spoken_words
from generation.providers.base import Finished, SpeechRequest, Unsupported

RATE = 24_000
LINE = "The old keeper climbed the stairs one last time. Far below, a small boat fought the storm."

Samples = npt.NDArray[np.float32]
Say = Callable[..., Finished]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    folders = itertools.count()

    def spoken(text: str = LINE, voice: str = "heart", **more: Any) -> Finished:
        folder = tmp_path / str(next(folders))
        folder.mkdir()
        return AnimaticSpeech("speech", {}).submit(SpeechRequest(text, voice, **more), folder)

    return spoken


def samples_of(answer: Finished) -> Samples:
    with wave.open(str(answer.path)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, RATE, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / np.float32(32768)


def seconds(answer: Finished) -> float:
    return len(samples_of(answer)) / RATE


def decibels(ratio: float) -> float:
    return float(20 * np.log10(ratio))


def pitch_of(samples: Samples) -> float:
    """The middle of the fundamental, by autocorrelation; 0 when there is hardly a voice."""
    found = []
    for start in range(0, len(samples) - 1200, 600):
        frame = samples[start : start + 1200] - samples[start : start + 1200].mean()
        if np.sqrt(np.mean(frame**2)) < 0.03:
            continue
        likeness = np.correlate(frame, frame, "full")[1199:]
        shortest, longest = RATE // 450, RATE // 55
        lag = shortest + int(np.argmax(likeness[shortest:longest] / (1200 - 0.9 * np.arange(shortest, longest))))
        if likeness[lag] * 1200 / (1200 - 0.9 * lag) > 0.5 * likeness[0]:
            found.append(RATE / lag)
    return float(np.median(found)) if len(found) > 10 else 0.0


def assert_words_cover(answer: Finished, text: str) -> None:
    words = answer.details["words"]
    moments = [moment for _, start, end in words for moment in (start, end)]
    assert [word for word, _, _ in words] == text.split()
    assert moments == sorted(moments)
    assert all(isinstance(moment, int) for moment in moments)
    assert moments[0] >= 0
    assert moments[-1] <= seconds(answer) * 1000


def test_the_same_request_gives_the_same_bytes(say: Say) -> None:
    first, second = say(seed=4), say(seed=4)

    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.details == second.details


def test_another_seed_gives_another_recording_of_the_same_length(say: Say) -> None:
    first, second = say(seed=1), say(seed=2)

    assert first.path.read_bytes() != second.path.read_bytes()
    assert seconds(first) == pytest.approx(seconds(second), abs=0.1)


@pytest.mark.parametrize("key", [voice.key for voice in VOICES])
def test_every_voice_is_trimmed_and_brought_to_one_level(say: Say, key: str) -> None:
    answer = say(voice=key)

    samples = samples_of(answer)
    loud = np.flatnonzero(np.abs(samples) > 0.01) / RATE
    assert decibels(active_level(samples)) == pytest.approx(-20, abs=1)
    assert decibels(float(np.abs(samples).max())) < -1
    assert loud[0] < 0.1
    assert len(samples) / RATE - loud[-1] < 0.15
    assert answer.details["voice"] == key
    assert answer.notes == ()


def test_the_voices_are_different_people(say: Say) -> None:
    pitches = {voice.key: pitch_of(samples_of(say(voice=voice.key))) for voice in VOICES}

    order = ["giant", "deep_man", "storyteller", "young_man", "low_woman", "heart", "young_woman", "girl", "fairy"]
    heard = [pitches[key] for key in order]
    assert all(low * 1.06 < high for low, high in itertools.pairwise(heard)), pitches
    assert pitches["heart"] == pytest.approx(197, rel=0.06)
    assert len({(voice.sex, voice.age) for voice in VOICES}) >= 8


def test_a_word_after_a_pause_starts_when_it_is_heard(say: Say) -> None:
    answer = say("Wait. Bring the boat, Ben. Go!")

    samples = samples_of(answer)
    for word, start, _ in answer.details["words"]:
        if word in {"Bring", "Go!"}:
            window = samples[(start - 120) * RATE // 1000 : (start + 120) * RATE // 1000]
            onset = np.flatnonzero(np.abs(window) > 0.02)[0] * 1000 / RATE - 120
            assert abs(onset) <= 70, (word, onset)


def test_sentences_are_a_breath_apart(say: Say) -> None:
    answer = say("He came home. Then it rained.")

    words = {word: (start, end) for word, start, end in answer.details["words"]}
    assert 150 <= words["Then"][0] - words["home."][1] <= 400


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

    assert [word.display for word in words] == text.split()
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
        ("Henry VIII", "Henry the 8th"),
        ("World War II", "World War 2"),
        ("HARRIET & TOM", "Harriet and TOM"),
        ("e-mail@x.y", "e-mail at x dot y"),
        ("He said no.", "He said no."),
        ("3/4", "3 quarters"),
        ("7–9", "7 to 9"),
        ("007", "0 0 7"),
        ("Nooooo!", "No!"),
        ("🙂", ""),
    ],
)
def test_what_is_written_is_read_aloud(text: str, spoken: str) -> None:
    assert " ".join(piece for word in spoken_words(text) for piece in word.spoken) == spoken


def test_titles_initials_and_quotations_do_not_end_a_sentence() -> None:
    words = spoken_words('Dr. J. K. Brown saw it. "Go!" cried Tom. He left at 5 p.m. sharp.')

    ends = [word.display for word in words if word.ends_sentence]

    assert ends == ["it.", "Tom.", "sharp."]


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


def test_a_whisper_has_no_pitch_and_is_quieter(say: Say) -> None:
    spoken, whispered = samples_of(say()), samples_of(say(direction="whispering, afraid"))

    assert pitch_of(spoken) > 0
    assert pitch_of(whispered) == 0
    assert active_level(whispered) < active_level(spoken)


def test_a_shout_is_louder_higher_and_faster(say: Say) -> None:
    spoken, shouted = say(), say(direction="shouting")

    assert active_level(samples_of(shouted)) > active_level(samples_of(spoken))
    assert pitch_of(samples_of(shouted)) > pitch_of(samples_of(spoken)) * 1.08
    assert seconds(shouted) < seconds(spoken)


def test_settings_change_pitch_and_pace(say: Say) -> None:
    plain = say()
    changed = say(settings={"pitch": 0.8, "pace": 0.8, "formant": 0.95, "stability": "another vendor's"})

    assert pitch_of(samples_of(changed)) == pytest.approx(pitch_of(samples_of(plain)) * 0.8, rel=0.08)
    assert seconds(changed) > seconds(plain) * 1.1


@pytest.mark.parametrize(
    ("asked", "got"),
    [("grandmother, kind", "old_woman"), ("a deep male voice", "deep_man"), ("robot", "robot"), ("zzz", "heart")],
)
def test_an_unknown_voice_becomes_the_nearest(asked: str, got: str) -> None:
    voice, _ = voice_for(asked)

    assert voice.key == got


def test_the_user_is_told_of_another_voice(say: Say) -> None:
    answer = say(voice="grandpa")

    assert answer.details["voice"] == "old_man"
    assert answer.notes == ('There is no local voice called "grandpa"; this is "Old man".',)


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


def test_what_cannot_be_said_is_named(say: Say) -> None:
    answer = say("She wrote 東京 on the wall of the house.")

    assert "東京" in answer.notes[0]


def test_the_voice_is_loaded_once() -> None:
    assert neural_voice() is neural_voice()


def test_importing_the_vendor_loads_no_engine() -> None:
    code = (
        "import sys, generation.providers.animatic.speech;"
        "sys.exit(bool({'hibari', 'onnxruntime', 'espeakng_loader'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


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
