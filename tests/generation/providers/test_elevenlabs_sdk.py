"""The vendor's own client talks to the twin, and its signatures are the ones that we accept."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator

import httpx
import jsonschema
import pytest
from elevenlabs.client import ElevenLabs
from elevenlabs.core.api_error import ApiError
from elevenlabs.core.request_options import RequestOptions

from generation.providers.base import Access, Forged
from generation.providers.elevenlabs.webhook import verify
from tests.twins import media
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.elevenlabs_rules import length_ms, schemas, signature

GEORGE = "JBFqnCBsd6RMkjVDRZzb"
ONCE = RequestOptions(max_retries=0)
SECRET = "wsec_5f2e"
BODY = json.dumps({"type": "speech_to_text_transcription", "data": {"request_id": "r-1"}}).encode()


@pytest.fixture
def twin() -> Iterator[ElevenLabsTwin]:
    with ElevenLabsTwin() as server:
        yield server  # type: ignore[misc]


@pytest.fixture
def client(twin: ElevenLabsTwin) -> Iterator[ElevenLabs]:
    with httpx.Client(timeout=20) as http:
        yield ElevenLabs(api_key="xi-key", base_url=twin.url, httpx_client=http)


def test_its_client_speaks_with_times(client: ElevenLabs, twin: ElevenLabsTwin) -> None:
    answer = client.text_to_speech.convert_with_timestamps(
        GEORGE, text="Hello there.", model_id="eleven_v3", request_options=ONCE
    )

    assert answer.alignment is not None
    assert "".join(answer.alignment.characters) == "Hello there."
    assert length_ms(base64.b64decode(answer.audio_base_64)) == pytest.approx(12 * 65, abs=60)
    assert twin.bill_micros == 1200


def test_its_client_makes_sounds_music_and_voices(client: ElevenLabs, twin: ElevenLabsTwin) -> None:
    effect = b"".join(client.text_to_sound_effects.convert(text="rain", duration_seconds=2.0))
    music = b"".join(client.music.compose(prompt="calm", music_length_ms=3000, force_instrumental=True))
    changed = b"".join(client.speech_to_speech.convert(GEORGE, audio=("a.wav", media.sound(1500), "audio/wav")))

    assert length_ms(effect) == pytest.approx(2000, abs=60)
    assert length_ms(music) == pytest.approx(3000, abs=60)
    assert length_ms(changed) == pytest.approx(1500, abs=60)
    assert len(twin.charges) == 3


def test_its_client_aligns_and_reads_the_account(client: ElevenLabs) -> None:
    aligned = client.forced_alignment.create(
        file=("a.wav", media.sound(1000), "audio/wav"), text="Two words", request_options=ONCE
    )
    voices = client.voices.search(page_size=100)
    plan = client.user.subscription.get()

    assert [word.text for word in aligned.words] == ["Two", "words"]
    assert voices.total_count == 20
    assert plan.character_limit == 100_000


def test_its_client_reads_the_history(client: ElevenLabs) -> None:
    b"".join(client.text_to_speech.convert(GEORGE, text="Kept.", model_id="eleven_flash_v2_5"))

    rows = client.history.list(page_size=10).history

    assert [row.text for row in rows] == ["Kept."]
    assert b"".join(client.history.get_audio(rows[0].history_item_id))


def test_its_client_sees_a_refusal(client: ElevenLabs, twin: ElevenLabsTwin) -> None:
    twin.knobs["limit"] = 1

    with pytest.raises(ApiError) as caught:
        client.text_to_speech.convert_with_timestamps(GEORGE, text="Hello", request_options=ONCE)

    assert caught.value.status_code == 401
    assert caught.value.body["detail"]["status"] == "quota_exceeded"


def test_the_twin_answers_as_the_published_schema_says(twin: ElevenLabsTwin) -> None:
    spoken = {"text": "Hello.", "model_id": "eleven_v3"}
    with httpx.Client(base_url=twin.url, headers={"xi-api-key": "xi-key"}) as http:
        told = {
            "speech": http.post(f"/v1/text-to-speech/{GEORGE}/with-timestamps", json=spoken).json(),
            "align": http.post(
                "/v1/forced-alignment", data={"text": "Hello."}, files={"file": ("a.wav", media.sound(500))}
            ).json(),
            "history": http.get("/v1/history").json(),
            "subscription": http.get("/v1/user/subscription").json(),
        }

    for name, answer in told.items():
        jsonschema.validate(answer, {**schemas()["answers"][name], "$defs": schemas()["$defs"]})


# --- Messages --------------------------------------------------------------------------------------


def test_a_message_that_its_client_accepts_is_accepted(client: ElevenLabs) -> None:
    at = int(time.time())
    header = signature(BODY, SECRET, at)

    told = verify(BODY, {"elevenlabs-signature": header}, Access(secrets={"webhook": SECRET}), float(at))

    assert client.webhooks.construct_event(BODY.decode(), header, SECRET)["data"]["request_id"] == "r-1"
    assert told.provider_job_id == "r-1"


def test_the_same_message_sent_again_is_the_same_delivery() -> None:
    access = Access(secrets={"webhook": SECRET})

    first = verify(BODY, {"elevenlabs-signature": signature(BODY, SECRET, 1000)}, access, 1000.0)
    again = verify(BODY, {"elevenlabs-signature": signature(BODY, SECRET, 1200)}, access, 1200.0)

    assert first.delivery_id == again.delivery_id


GOOD = signature(BODY, SECRET, 1000)


@pytest.mark.parametrize(
    ("body", "header", "secret", "now"),
    [
        (BODY + b" ", GOOD, SECRET, 1000),
        (BODY, GOOD, "other", 1000),
        (BODY, GOOD, "", 1000),
        (BODY, GOOD, SECRET, 1301),
        (BODY, GOOD, SECRET, 699),
        (BODY, GOOD.replace("t=1000", "t=1100"), SECRET, 1000),
        (BODY, GOOD.replace("v0=", "v1="), SECRET, 1000),
        (BODY, f"t=²,{GOOD[7:]}", SECRET, 1000),
        (BODY, "", SECRET, 1000),
        (b"{", signature(b"{", SECRET, 1000), SECRET, 1000),
    ],
)
def test_a_forged_or_stale_message_is_refused(body: bytes, header: str, secret: str, now: int) -> None:
    with pytest.raises(Forged):
        verify(body, {"elevenlabs-signature": header}, Access(secrets={"webhook": secret}), float(now))
