"""RunPod through the gateway, against its twin: what is sent, states, expiry, calls, lost answers, meanings."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generation.providers.base import (
    Access,
    BadAnswer,
    BadKey,
    CameraRequest,
    Finished,
    FoleyRequest,
    Forged,
    GoneModel,
    Invalid,
    LipSyncRequest,
    LostByVendor,
    NeedsSetup,
    OutOfCredit,
    OutOfMemory,
    ProviderError,
    RateLimited,
    Refused,
    SpeechRequest,
    Stopped,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
    VoiceRequest,
    Working,
)
from generation.providers.gateway.webhook import verify
from tests.twins.runpod import KEPT_S, KEY, RunPodTwin
from tests.twins.server import Answer, Asked, Twin

from .gateways import film, opened_row, picture, recording

TALK = "runpod/infinitetalk"


class Mailbox(Twin):
    """Somebody who is called."""

    name: ClassVar[str] = "mailbox"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (("POST", r"/hook", "take"),)

    def take(self, asked: Asked) -> Answer:
        """Take a message."""
        return Answer(200, {"ok": True})

    def wait_for(self, count: int) -> list[bytes]:
        """Return the first messages once they are there."""
        for _ in range(300):
            if len(self.seen) >= count:
                return [asked.body for asked in self.seen]
            time.sleep(0.01)
        raise AssertionError(f"{len(self.seen)} of {count} messages came")


@pytest.fixture
def twin() -> Iterator[RunPodTwin]:
    with RunPodTwin() as server:
        server.knobs["seconds"] = 10
        yield server  # type: ignore[misc]


@pytest.fixture
def model(twin: RunPodTwin) -> Iterator[Any]:
    with closing(opened_row(twin, TALK)) as opened:
        yield opened


@pytest.fixture
def talk(tmp_path: Path) -> Callable[..., LipSyncRequest]:
    def build(**more: Any) -> LipSyncRequest:
        asked: dict[str, Any] = {
            "sound": recording(tmp_path, url="https://studio.example/line.wav"),
            "picture": picture(tmp_path, url="https://studio.example/face.png"),
            "duration_ms": 1000,
            "width": 1280,
            "height": 720,
        }
        return LipSyncRequest(**{**asked, **more})

    return build


def test_a_talking_face_is_asked_for_as_the_public_endpoint_wants_it(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    sent = model.submit(talk(), tmp_path, Ticket("job-7", "https://studio.example/hook/abc"))

    asked = twin.asked_for("POST", "/v2/infinitetalk/run$")[0]
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.json == {
        "input": {
            "prompt": "A person speaks to the camera.",
            "image": "https://studio.example/face.png",
            "audio": "https://studio.example/line.wav",
            "size": "720p",
            "enable_safety_checker": True,
        },
        "webhook": "https://studio.example/hook/abc",
        "policy": {"executionTimeout": 1_800_000},
    }
    assert sent.provider_job_id in twin.jobs
    assert [charge.micros for charge in twin.charges] == [500_000]


def test_a_job_goes_its_way_and_its_price_is_told(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    twin.knobs["delay_s"] = 5
    sent = model.submit(talk(width=832, height=480), tmp_path, Ticket("job-7"))

    waiting = model.collect(sent, tmp_path)
    twin.pass_time(10)
    working = model.collect(sent, tmp_path)
    twin.pass_time(6)
    done = model.collect(sent, tmp_path)

    assert waiting == Working(words="IN_QUEUE")
    assert working.words == "IN_PROGRESS"
    assert 0.4 < working.progress < 0.7
    assert isinstance(done, Finished)
    assert done.media_type == "video/mp4"
    assert done.cost_micros == twin.bill_micros == 250_000


def test_without_a_public_address_nothing_is_sent(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    with pytest.raises(NeedsSetup, match="public address"):
        model.submit(talk(picture=picture(tmp_path)), tmp_path)

    assert twin.seen == []


def test_a_clip_is_no_picture_to_start_from(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    with pytest.raises(Unsupported):
        model.submit(talk(picture=None, clip=film(tmp_path, url="https://studio.example/c.mp4")), tmp_path)

    assert twin.seen == []


@pytest.mark.parametrize(
    ("end", "error"),
    [("failed", ProviderError), ("oom", OutOfMemory), ("timed_out", ProviderError)],
)
def test_an_end_without_a_result_has_its_meaning(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path, end: str, error: type[Exception]
) -> None:
    twin.knobs["end"] = end
    sent = model.submit(talk(), tmp_path)
    twin.pass_time(11)

    with pytest.raises(error) as caught:
        model.collect(sent, tmp_path)

    assert type(caught.value) is error


def test_what_the_safety_checker_stops_is_refused(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    twin.knobs["refuse"] = ["naked"]
    sent = model.submit(talk(prompt="a naked singer"), tmp_path)
    twin.pass_time(11)

    with pytest.raises(Refused) as caught:
        model.collect(sent, tmp_path)

    assert "NSFW content detected" in caught.value.vendor_words


def test_results_are_gone_after_half_an_hour(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    sent = model.submit(talk(), tmp_path)
    twin.pass_time(10 + KEPT_S + 1)

    with pytest.raises(LostByVendor):
        model.collect(sent, tmp_path)


def test_a_job_can_be_stopped(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    sent = model.submit(talk(), tmp_path)

    model.cancel(sent)

    with pytest.raises(Stopped):
        model.collect(sent, tmp_path)


def test_a_lost_answer_is_unconfirmed_and_charged_once(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    sendings: list[str] = []
    twin.fail("drop_after", path="/run$")

    with pytest.raises(Unconfirmed):
        model.submit(talk(), tmp_path, Ticket("job-7", sending=lambda: sendings.append("now")))
    with pytest.raises(Unconfirmed):
        model.find(talk(), Ticket("job-7"))

    assert len(twin.charges) == 1
    assert sendings == ["now"]


@pytest.mark.parametrize("kind", ["html_after", "drop_after"])
def test_a_gateway_in_the_way_leaves_the_request_unconfirmed(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path, kind: str
) -> None:
    twin.fail(kind, path="/run$", status=502)

    with pytest.raises(Unconfirmed):
        model.submit(talk(), tmp_path)

    assert len(twin.charges) == 1


@pytest.mark.parametrize(
    ("knobs", "error"),
    [
        ({"key": "another"}, BadKey),
        ({"gone": ["infinitetalk"]}, GoneModel),
        ({"rate_limited": True}, RateLimited),
        ({"credit_micros": 0}, OutOfCredit),
    ],
)
def test_a_refusal_has_its_meaning_and_costs_nothing(
    twin: RunPodTwin,
    model: Any,
    talk: Callable[..., LipSyncRequest],
    tmp_path: Path,
    knobs: dict[str, Any],
    error: type[ProviderError],
) -> None:
    twin.knobs.update(knobs)

    with pytest.raises(error) as caught:
        model.submit(talk(), tmp_path)

    assert type(caught.value) is error
    assert KEY not in f"{caught.value} {caught.value.vendor_words}"
    assert getattr(caught.value, "retry_after_s", None) == (7 if error is RateLimited else None)
    assert twin.charges == []


def test_the_vendors_own_words_come_with_what_it_calls_wrong(twin: RunPodTwin, tmp_path: Path) -> None:
    request = FoleyRequest(film(tmp_path), "steps", 1000)
    twin.fail("answer", path="/run$", status=400, body={"error": "input.duration must be below 8"})

    with (
        closing(opened_row(twin, "runpod/hunyuan-foley", endpoint="abc123")) as model,
        pytest.raises(Invalid) as caught,
    ):
        model.submit(request, tmp_path)

    assert "input.duration must be below 8" in caught.value.vendor_words


def test_a_status_that_cannot_be_read_is_asked_again_later(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    sent = model.submit(talk(), tmp_path)
    twin.fail("html", path="/status/", status=200)

    with pytest.raises(Unavailable):
        model.collect(sent, tmp_path)
    assert isinstance(model.collect(sent, tmp_path), Working)


# --- Endpoints of one's own ------------------------------------------------------------------------


def test_what_was_made_is_no_html_page(twin: RunPodTwin, tmp_path: Path) -> None:
    twin.knobs.update(lie="kind", seconds=0)

    with closing(opened_row(twin, "runpod/infcam", endpoint="abc123")) as model:
        sent = model.submit(CameraRequest(film(tmp_path), "push_in", 1000, 1280, 720), tmp_path)
        with pytest.raises(BadAnswer):
            model.collect(sent, tmp_path)


def test_an_own_endpoint_is_sent_what_the_contract_says(twin: RunPodTwin, tmp_path: Path) -> None:
    clip = film(tmp_path, url="https://studio.example/clip.mp4")
    with closing(opened_row(twin, "runpod/infcam", endpoint="abc123")) as model:
        model.submit(CameraRequest(clip, "push_in", 1000, 1280, 720, seed=5), tmp_path, Ticket("job-7"))

    assert twin.asked_for("POST", "/v2/abc123/run$")[0].json["input"] == {
        "clip": "https://studio.example/clip.mp4",
        "move": "push_in",
        "width": 1280,
        "height": 720,
        "duration_ms": 1000,
        "seed": 5,
    }


def test_a_voice_needs_a_sample_and_its_result_may_come_inside_the_answer(twin: RunPodTwin, tmp_path: Path) -> None:
    twin.knobs.update(inside=True, kind="sound", seconds=0)
    sound = recording(tmp_path)

    with closing(opened_row(twin, "runpod/seed-vc", endpoint="abc123")) as model:
        with pytest.raises(Unsupported, match="sample"):
            model.submit(VoiceRequest(sound, duration_ms=1000), tmp_path)
        sent = model.submit(VoiceRequest(sound, sample=sound, duration_ms=1000), tmp_path)
        done = model.collect(sent, tmp_path)

    assert isinstance(done, Finished)
    assert done.media_type == "audio/mpeg"


def test_too_much_to_send_is_said_before_anything_is_paid(twin: RunPodTwin, tmp_path: Path) -> None:
    changes = {"limits": {"body_bytes": 20_000}}

    with (
        closing(opened_row(twin, "runpod/seed-vc", endpoint="abc123", changes=changes)) as model,
        pytest.raises(Unsupported, match=r"at most 0\.02 MB"),
    ):
        sound = recording(tmp_path)
        model.submit(VoiceRequest(sound, sample=sound, duration_ms=1000), tmp_path)

    assert twin.seen == []


def test_speech_that_takes_no_direction_says_so(twin: RunPodTwin, tmp_path: Path) -> None:
    twin.knobs.update(kind="sound", seconds=0)
    body = {"input": {"text": "{text}", "voice": "{voice}"}}
    changes = {"submit": {"url": "{base_url}/{endpoint}/run", "body": body, "answer": "json"}}

    with closing(opened_row(twin, "runpod/higgs-audio-v2", endpoint="abc123", changes=changes)) as model:
        sent = model.submit(SpeechRequest("Hello there.", "belinda", direction="whispering"), tmp_path)
        done = model.collect(sent, tmp_path)

    assert done.notes == ("This model takes no direction: the line is spoken as its words suggest.",)


# --- Calls -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["signed", "double", "early", "unordered"])
def test_a_call_names_its_job(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path, way: str
) -> None:
    twin.knobs.update(webhook=way, seconds=0.05)
    with Mailbox() as mailbox:
        assert isinstance(mailbox, Mailbox)
        sent = model.submit(talk(), tmp_path, Ticket("job-7", f"{mailbox.url}/hook"))
        bodies = mailbox.wait_for(2 if way in {"double", "unordered"} else 1)

    found = [verify(body, {}, Access("runpod"), time.time()) for body in bodies]
    assert {delivery.provider_job_id for delivery in found} == {sent.provider_job_id}
    assert len({delivery.delivery_id for delivery in found}) == (2 if way == "unordered" else 1)


def test_a_call_must_hold_our_secret_where_one_is_set() -> None:
    access = Access("n8n", secrets={"webhook": "open sesame"})
    body = json.dumps({"id": "a", "status": "COMPLETED"}).encode()

    assert verify(body, {"x-sceneme-secret": "open sesame"}, access, 0.0).provider_job_id == "a"
    for headers in ({}, {"x-sceneme-secret": "open"}, {"x-sceneme-secret": "öpen"}):
        with pytest.raises(Forged):
            verify(body, headers, access, 0.0)


@pytest.mark.parametrize(
    "body", [b"", b"hello", b"[]", b"3", b"{" * 70_000, b"[" * 60_000, b'{"id": "a"' + b" " * 70_000]
)
def test_a_message_that_says_nothing_is_not_believed(body: bytes) -> None:
    with pytest.raises(Forged):
        verify(body, {}, Access("runpod"), 0.0)


def test_a_found_job_is_collected_without_what_was_remembered(
    twin: RunPodTwin, model: Any, talk: Callable[..., LipSyncRequest], tmp_path: Path
) -> None:
    twin.knobs["seconds"] = 0
    sent = model.submit(talk(), tmp_path)

    done = model.collect(Submitted(sent.provider_job_id), tmp_path)

    assert isinstance(done, Finished)
    assert done.media_type == "video/mp4"
