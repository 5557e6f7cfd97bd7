"""ElevenLabs' voices against its twin: what goes over the wire, what comes back, what is never paid twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generation.providers.base import (
    Access,
    BadAnswer,
    BadKey,
    GoneModel,
    Invalid,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    SpeechRequest,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
)
from generation.providers.elevenlabs.rows import MODELS
from generation.providers.elevenlabs.speech import ElevenLabsSpeech
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


# --- Speech ----------------------------------------------------------------------------------------


def test_a_line_comes_back_with_the_time_of_each_word(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "multilingual-v2")

    result = voice.submit(line("The lamp, she said,  is burning."), tmp_path)

    assert result.media_type == "audio/mpeg"
    assert length_ms(result.path.read_bytes()) == pytest.approx(32 * 65, abs=60)
    assert result.details["words"] == [
        ["The", 0, 195],
        ["lamp,", 260, 585],
        ["she", 650, 845],
        ["said,", 910, 1235],
        ["is", 1365, 1495],
        ["burning.", 1560, 2080],
    ]


def test_the_request_is_what_the_published_schema_says(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    opened(ElevenLabsSpeech, "flash-v2-5").submit(line(language="de-DE", seed=2**32 + 7), tmp_path)

    asked = twin.asked_for("POST", "with-timestamps")[0]
    assert asked.path == f"/v1/text-to-speech/{GEORGE}/with-timestamps"
    assert asked.query["output_format"] == ["mp3_44100_128"]
    assert asked.headers["xi-api-key"] == "xi-key"
    assert asked.json == {
        "text": "The lamp is burning.",
        "model_id": "eleven_flash_v2_5",
        "seed": 7,
        "language_code": "de",
    }
    jsonschema.validate(asked.json, {**schemas()["bodies"]["speech"], "$defs": schemas()["$defs"]})


def test_a_direction_becomes_a_tag_that_is_not_a_word(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "eleven-v3")

    result = voice.submit(line("Stay here.", direction="barely above a whisper"), tmp_path)

    assert twin.seen[-1].json["text"] == "[whispers] Stay here."
    assert [word[0] for word in result.details["words"]] == ["Stay", "here."]
    assert result.details["words"][0][1] == 11 * 65


def test_a_direction_turns_the_dials_of_a_model_without_tags(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path
) -> None:
    opened(ElevenLabsSpeech, "multilingual-v2").submit(line(direction="slowly, in tears"), tmp_path)

    body = twin.seen[-1].json
    assert body["text"] == "The lamp is burning."
    assert body["voice_settings"] == {"stability": 0.3, "style": 0.5, "speed": 0.782}


def test_a_voices_own_settings_win_over_a_direction(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    wishes = {"stability": 0.8, "pace": 1.1, "pitch": 0.8}

    result = opened(ElevenLabsSpeech, "multilingual-v2").submit(line(direction="angry", settings=wishes), tmp_path)

    assert twin.seen[-1].json["voice_settings"] == {"stability": 0.8, "style": 0.6, "speed": 1.144}
    assert result.notes == ("The pitch of this voice was left as it is: ElevenLabs does not change it.",)


def test_v3_gets_only_the_stabilities_it_knows(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    opened(ElevenLabsSpeech, "eleven-v3").submit(line(settings={"stability": 0.8, "style": 0.4}), tmp_path)

    assert twin.seen[-1].json["voice_settings"] == {"stability": 1.0}


def test_a_direction_that_no_tag_says_is_told_to_the_user(opened: Open, tmp_path: Path) -> None:
    result = opened(ElevenLabsSpeech, "eleven-v3").submit(line(direction="into the phone"), tmp_path)

    assert result.notes == ("This voice of ElevenLabs was not told “into the phone”: it does not know how.",)


def test_what_is_said_before_goes_only_to_models_that_take_it(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path
) -> None:
    wishes = {"previous_text": "Who is there?"}

    opened(ElevenLabsSpeech, "eleven-v3").submit(line(settings=wishes), tmp_path)
    opened(ElevenLabsSpeech, "multilingual-v2").submit(line(settings=wishes), tmp_path)

    first, second = twin.asked_for("POST", "with-timestamps")
    assert "previous_text" not in first.json
    assert second.json["previous_text"] == "Who is there?"


@pytest.mark.parametrize(("way", "first"), [("both", ["It", 0, 130]), ("normalized", ["It", 0, 130])])
def test_words_are_those_on_screen_however_they_are_spoken(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path, way: str, first: list[Any]
) -> None:
    twin.knobs["alignment"] = way

    result = opened(ElevenLabsSpeech, "multilingual-v2").submit(line("It cost $20 then."), tmp_path)

    words = result.details["words"]
    assert [word[0] for word in words] == ["It", "cost", "$20", "then."]
    assert words[0] == first
    assert all(start <= end <= after[1] for (_, start, end), after in pairwise(words))


def test_without_times_the_words_are_left_out(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    twin.knobs["alignment"] = "null"

    result = opened(ElevenLabsSpeech, "multilingual-v2").submit(line(), tmp_path)

    assert "words" not in result.details


def test_chinese_gets_times_for_every_sign(opened: Open, tmp_path: Path) -> None:
    result = opened(ElevenLabsSpeech, "eleven-v3").submit(line("灯还亮着。", language="zh"), tmp_path)

    assert "".join(word[0] for word in result.details["words"]) == "灯还亮着。"


@pytest.mark.parametrize("row", ["multilingual-v2", "flash-v2-5", "eleven-v4"])
def test_the_cost_is_what_the_vendor_billed(opened: Open, twin: ElevenLabsTwin, tmp_path: Path, row: str) -> None:
    result = opened(ElevenLabsSpeech, row).submit(line("Twenty characters, 2"), tmp_path)

    assert result.cost_micros == twin.bill_micros
    assert result.details["billed_characters"] == {"flash-v2-5": 10, "eleven-v4": 16}.get(row, 20)


def test_nothing_is_sent_for_what_cannot_be_said(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "eleven-v3")

    for request in (line("  "), line(voice=""), line("a" * 5001)):
        with pytest.raises(Unsupported):
            voice.submit(request, tmp_path)

    assert twin.seen == []


# --- Refusals and lost answers ---------------------------------------------------------------------

REFUSALS: list[tuple[int, Any, type[ProviderError]]] = [
    (401, {"status": "invalid_api_key", "message": "Invalid API key"}, BadKey),
    (401, {"status": "missing_permissions", "message": "missing the permission text_to_speech"}, BadKey),
    (401, {"status": "quota_exceeded", "message": "You have 3 credits remaining"}, OutOfCredit),
    (400, {"status": "quota_exceeded", "message": "You have 3 credits remaining"}, OutOfCredit),
    (402, {"status": "payment_required", "message": "Pay"}, OutOfCredit),
    (403, {"status": "output_format_not_allowed", "message": "needs Creator"}, NeedsSetup),
    (400, {"status": "voice_not_found", "message": "no such voice"}, Invalid),
    (400, {"status": "max_character_limit_exceeded", "message": "too long"}, Invalid),
    (400, {"status": "model_not_found", "message": "no such model"}, GoneModel),
    (400, {"status": "content_against_policy", "message": "no"}, Refused),
    (422, [{"loc": ["body", "text"], "msg": "Field required", "type": "missing"}], Invalid),
    (429, {"status": "too_many_concurrent_requests", "message": "fewer"}, RateLimited),
    (429, {"status": "system_busy", "message": "later"}, Unavailable),
    (503, None, Unavailable),
]


@pytest.mark.parametrize(("number", "detail", "meaning"), REFUSALS)
def test_each_refusal_has_its_meaning(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path, number: int, detail: Any, meaning: type[ProviderError]
) -> None:
    twin.fail("answer", path="text-to-speech", status=number, body={"detail": detail})

    with pytest.raises(ProviderError) as caught:
        opened(ElevenLabsSpeech, "multilingual-v2").submit(line(), tmp_path)

    assert type(caught.value) is meaning
    assert str(number) in caught.value.vendor_words
    assert twin.charges == []


def test_sending_too_much_at_once_says_when_to_come_back(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    body = {"detail": {"status": "too_many_concurrent_requests", "message": "fewer"}}
    twin.fail("answer", path="text-to-speech", status=429, body=body, headers={"Retry-After": "130"})

    with pytest.raises(RateLimited) as caught:
        opened(ElevenLabsSpeech, "multilingual-v2").submit(line(), tmp_path)

    assert caught.value.retry_after_s == 130


def test_what_breaks_in_the_middle_is_sent_once(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    for kind in ("drop", "drop_after", "html_after", "truncate", "garbage"):
        twin.fail(kind, path="text-to-speech", status=502)

        with pytest.raises(Unconfirmed):
            opened(ElevenLabsSpeech, "multilingual-v2").submit(line(f"Said {kind}."), tmp_path)

    assert len(twin.asked_for("POST", "text-to-speech")) == 5


def test_a_lost_line_is_found_in_the_history_and_not_bought_again(
    opened: Open, twin: ElevenLabsTwin, tmp_path: Path
) -> None:
    voice = opened(ElevenLabsSpeech, "multilingual-v2")
    request = line()
    twin.fail("drop_after", path="text-to-speech")
    with pytest.raises(Unconfirmed):
        voice.submit(request, tmp_path)

    sent = voice.find(request, Ticket(sent_at=time.time()))
    result = voice.collect(sent, tmp_path)

    assert [word[0] for word in result.details["words"]] == ["The", "lamp", "is", "burning."]
    assert result.cost_micros == twin.bill_micros
    assert len(twin.charges) == 1


def test_a_line_that_never_arrived_is_not_found(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "multilingual-v2")
    voice.submit(line("Another line."), tmp_path)
    twin.pass_time(60)

    assert voice.find(line(), Ticket(sent_at=twin.now())) is None
    assert voice.find(line("Another line."), Ticket(sent_at=twin.now())) is None


def test_the_same_line_twice_is_nobodys_guess(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    voice = opened(ElevenLabsSpeech, "multilingual-v2")
    twin.knobs["page"] = 1
    voice.submit(line(), tmp_path)
    voice.submit(line(), tmp_path)

    with pytest.raises(Unconfirmed):
        voice.find(line(), Ticket(sent_at=time.time()))


def test_what_is_no_sound_is_not_kept(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    twin.knobs["lie"] = "garbage"

    with pytest.raises(BadAnswer) as caught:
        opened(ElevenLabsSpeech, "multilingual-v2").submit(line(), tmp_path)

    assert caught.value.charged_micros == twin.bill_micros == 2000


def test_a_key_that_may_not_read_the_history_leaves_it_open(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    twin.knobs["permissions"] = ["text_to_speech"]

    with pytest.raises(Unconfirmed):
        opened(ElevenLabsSpeech, "multilingual-v2").find(line(), Ticket(sent_at=time.time()))


def test_without_a_key_it_says_what_to_set_up() -> None:
    with pytest.raises(NeedsSetup):
        ElevenLabsSpeech("eleven_v3", {}, Access("elevenlabs", "http://127.0.0.1:1"))


def test_quota_and_concurrency_are_kept_by_the_twin(opened: Open, twin: ElevenLabsTwin, tmp_path: Path) -> None:
    twin.knobs["limit"] = 30
    voice = opened(ElevenLabsSpeech, "multilingual-v2")
    voice.submit(line(), tmp_path)

    with pytest.raises(OutOfCredit) as caught:
        voice.submit(line(), tmp_path)

    assert "10 credits remaining" in caught.value.vendor_words
    twin.knobs["concurrency"] = 0
    with pytest.raises(RateLimited):
        voice.submit(line(), tmp_path)
