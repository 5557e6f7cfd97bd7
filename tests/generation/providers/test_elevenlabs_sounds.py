"""ElevenLabs' effects, music, other voices and account against its twin."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generation.providers.base import (
    Access,
    AlignRequest,
    BadKey,
    EffectsRequest,
    MediaInput,
    MusicRequest,
    MusicSection,
    SoundCue,
    SpeechRequest,
    Unavailable,
    Unsupported,
    VoiceRequest,
)
from generation.providers.elevenlabs.account import look
from generation.providers.elevenlabs.aligner import ElevenLabsAligner
from generation.providers.elevenlabs.effects import ElevenLabsEffects
from generation.providers.elevenlabs.music import ElevenLabsMusic, parts_of
from generation.providers.elevenlabs.rows import MODELS, VENDORS
from generation.providers.elevenlabs.speech import ElevenLabsSpeech
from generation.providers.elevenlabs.voice_changer import ElevenLabsVoiceChanger
from generation.providers.elevenlabs.voices import account_voices, shipped_voices
from tests.twins import media
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.elevenlabs_rules import length_ms, schemas

GEORGE = "JBFqnCBsd6RMkjVDRZzb"
ROWS = {row.key.partition("/")[2]: row for row in MODELS}
Open = Callable[..., Any]


@pytest.fixture
def twin() -> Iterator[ElevenLabsTwin]:
    with ElevenLabsTwin() as server:
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: ElevenLabsTwin) -> Iterator[Open]:
    """Open the adapter of a row; its connections are closed at the end."""
    with ExitStack() as stack:

        def build(adapter: type[Any], row: str, key: str = "xi-key") -> Any:
            made = adapter(ROWS[row].endpoint, ROWS[row].settings, Access("elevenlabs", twin.url, key))
            stack.callback(made._wire.close)
            return made

        yield build


def line(text: str = "The lamp is burning.", **more: Any) -> SpeechRequest:
    return SpeechRequest(text, more.pop("voice", GEORGE), **more)


def recording(folder: Path, duration_ms: int = 3000) -> MediaInput:
    path = folder / "line.wav"
    path.write_bytes(media.sound(duration_ms))
    return MediaInput("0" * 64, path, "audio/wav")


# --- Effects, music, voices ------------------------------------------------------------------------


def test_a_scenes_sound_is_described_by_its_sounds_and_cues(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    cues = (SoundCue("a door slams", 2500),)
    request = EffectsRequest("rain. Jack waits.", ("rain",), 8200, cues, "bar", interior=True)

    result = opened(ElevenLabsEffects, "sound-effects").submit(request, tmp_path)

    assert twin.seen[-1].json == {
        "text": "rain, quiet ambience inside a bar, a door slams after 2.5 seconds",
        "duration_seconds": 8.2,
        "model_id": "eleven_text_to_sound_v2",
    }
    assert length_ms(result.path.read_bytes()) == pytest.approx(8200, abs=60)
    assert result.cost_micros == twin.bill_micros


def test_the_longest_sound_is_made_to_be_heard_again(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    opened(ElevenLabsEffects, "sound-effects").submit(EffectsRequest("", ("sea",), 30_000), tmp_path)

    assert twin.seen[-1].json["loop"] is True


def test_sounds_that_find_no_room_are_named(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    sounds = tuple(f"the {number}. sound of a very long list of sounds" for number in range(12))

    result = opened(ElevenLabsEffects, "sound-effects").submit(EffectsRequest("", sounds, 5000), tmp_path)

    assert len(twin.seen[-1].json["text"]) <= 450
    assert "the 11. sound" in result.notes[0]
    assert "the 0. sound" not in result.notes[0]


@pytest.mark.parametrize("duration_ms", [499, 30_001])
def test_a_sound_of_another_length_is_not_bought(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path, duration_ms: int
) -> None:
    with pytest.raises(Unsupported):
        opened(ElevenLabsEffects, "sound-effects").submit(EffectsRequest("", ("sea",), duration_ms), tmp_path)

    assert twin.charges == []


def score(*sections: tuple[str, int], duration_ms: int) -> MusicRequest:
    rows, at = [], 0
    for mood, length in sections:
        rows.append(MusicSection(at, at + length, mood, 0.7))
        at += length
    return MusicRequest("A score.", "tense", duration_ms, "1960s", "noir", tuple(rows), 5)


def test_one_mood_is_asked_for_in_words_and_without_singing(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    opened(ElevenLabsMusic, "music-v2").submit(score(("tense", 9000), duration_ms=9000), tmp_path)

    assert twin.seen[-1].json == {
        "model_id": "music_v2",
        "prompt": "A score.",
        "music_length_ms": 9000,
        "force_instrumental": True,
    }


@pytest.mark.parametrize(("row", "parts"), [("music-v1", "sections"), ("music-v2", "chunks")])
def test_moods_become_a_plan_that_lasts_as_long_as_the_film(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path, row: str, parts: str
) -> None:
    request = score(("tense", 5000), ("none", 1000), ("joyful", 6500), duration_ms=12_500)

    result = opened(ElevenLabsMusic, row).submit(request, tmp_path)

    body = twin.seen[-1].json
    plan = body["composition_plan"][parts]
    assert [part["duration_ms"] for part in plan] == [5000, 7500]
    assert body["seed"] == 5
    assert "force_instrumental" not in body
    assert length_ms(result.path.read_bytes()) == pytest.approx(12_500, abs=60)
    assert result.notes == ("Moods that are too short for a part of their own were left out of the score: none.",)
    assert result.details["song"]
    jsonschema.validate(body, {**schemas()["bodies"]["music"], "$defs": schemas()["$defs"]})


def test_a_long_mood_is_divided_and_many_moods_are_joined() -> None:
    long = parts_of(score(("calm", 300_000), ("tense", 60_000), duration_ms=360_000))
    many = parts_of(score(*[(f"mood {number}", 4000) for number in range(45)], duration_ms=180_000))

    assert [part.length_ms for part in long] == [100_000, 100_000, 100_000, 60_000]
    assert len(many) == 30
    assert sum(part.length_ms for part in many) == 180_000


def test_a_recording_keeps_its_length_in_another_voice(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    sound = recording(tmp_path)

    result = opened(ElevenLabsVoiceChanger, "voice-changer").submit(VoiceRequest(sound, GEORGE, seed=9), tmp_path)

    fields = {name: content for name, _, content in twin.seen[-1].parts}
    assert fields["model_id"] == b"eleven_multilingual_sts_v2"
    assert fields["seed"] == b"9"
    assert fields["audio"] == sound.path.read_bytes()
    assert length_ms(result.path.read_bytes()) == pytest.approx(3000, abs=60)


def test_a_sample_is_no_voice_of_elevenlabs(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    sound = recording(tmp_path)

    with pytest.raises(Unsupported):
        opened(ElevenLabsVoiceChanger, "voice-changer").submit(VoiceRequest(sound, sample=sound), tmp_path)

    assert twin.seen == []


def test_alignment_covers_the_text_in_order(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    request = AlignRequest(recording(tmp_path, 2000), "Who, me? – Yes: you!", 2000)

    result = opened(ElevenLabsAligner, "forced-alignment").submit(request, tmp_path)

    words = json.loads(result.path.read_text())["words"]
    assert result.media_type == "application/json"
    assert [word[0] for word in words] == ["Who,", "me?", "–", "Yes:", "you!"]
    assert words[0][1] == 0
    assert words[-1][2] == 2000
    assert {name for name, _, _ in twin.seen[-1].parts} == {"text", "file"}


# --- The account -----------------------------------------------------------------------------------


def test_the_account_says_what_is_left(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    opened(ElevenLabsSpeech, "multilingual-v2").submit(line(), tmp_path)

    account = look(Access("elevenlabs", twin.url, "xi-key"))

    assert account.identity == "Ada"
    assert account.balance == "99,980 of 100,000 credits left on the plan “creator”, renewed on 1 December 2026"


def test_a_key_that_may_only_speak_is_good(twin: ElevenLabsTwin) -> None:
    twin.knobs["permissions"] = ["text_to_speech"]

    account = look(Access("elevenlabs", twin.url, "xi-key"))

    assert account.identity == account.balance == ""


def test_html_in_place_of_the_account_means_later(twin: ElevenLabsTwin) -> None:
    twin.fail("html", status=200)

    with pytest.raises(Unavailable):
        look(Access("elevenlabs", twin.url, "xi-key"))


def test_a_bad_key_is_told(twin: ElevenLabsTwin) -> None:
    with pytest.raises(BadKey):
        look(Access("elevenlabs", twin.url, "bad-key"))


def test_all_pages_of_the_accounts_voices_are_read(twin: ElevenLabsTwin) -> None:
    labels = {"gender": "female", "age": "old", "accent": "irish", "descriptive": "raspy"}
    twin.knobs["voices"] = [{"voice_id": f"v{number}", "name": "Nan", "labels": labels} for number in range(150)]

    voices = account_voices(Access("elevenlabs", twin.url, "xi-key"))

    assert len(twin.asked_for("GET", "/v2/voices")) == 2
    assert len(voices) == 170
    assert voices[0]["name"] == "George"
    assert voices[-1] == {
        "offer": "elevenlabs/eleven-v3",
        "key": "v149",
        "name": "Nan",
        "sex": "female",
        "age": "elder",
        "tone": "raspy, irish",
    }


def test_every_shipped_voice_speaks(twin: ElevenLabsTwin, opened: Open, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "eleven-v3")

    for row in shipped_voices():
        voice.submit(line("Yes.", voice=row["key"]), tmp_path)

    assert len(twin.charges) == len({row["key"] for row in shipped_voices()}) == 20


def test_rows_have_prices_limits_and_sources() -> None:
    assert [vendor.key for vendor in VENDORS] == ["elevenlabs"]
    assert len({row.key for row in MODELS}) == len(MODELS)
    for row in MODELS:
        assert row.price_micros > 0
        assert row.facts_date
        assert row.facts_source
        json.dumps(dict(row.settings))
