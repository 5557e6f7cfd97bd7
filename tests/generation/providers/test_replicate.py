"""Replicate's adapter against its twin: what goes over the wire, what trouble means, that nothing is paid twice."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import (
    Access,
    AlignRequest,
    BadAnswer,
    BadKey,
    CanCancel,
    CanFind,
    ClipRequest,
    Finished,
    FoleyRequest,
    Forged,
    GoneModel,
    ImageRequest,
    Invalid,
    LipSyncRequest,
    LostByVendor,
    NeedsSetup,
    OutOfCredit,
    OutOfMemory,
    ProviderError,
    RateLimited,
    Refused,
    Stopped,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
    Working,
)
from generation.providers.replicate import client, webhook
from generation.providers.replicate.model import ReplicateModel
from generation.providers.replicate.rows import MODELS
from tests.twins.replicate import SECRET, ReplicateTwin

from . import sent as files
from .listener import Listener

ROWS = {row.key: row for row in MODELS}
FACTS_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def twin() -> Iterator[ReplicateTwin]:
    with ReplicateTwin() as server:
        assert isinstance(server, ReplicateTwin)
        server.knobs.update(shrink=8, seconds=0.05)
        yield server


@pytest.fixture
def access(twin: ReplicateTwin) -> Access:
    return Access("replicate", twin.url, "r8_key", settings={"label": "Replicate"}, allows_private=True)


@pytest.fixture
def made() -> Iterator[list[ReplicateModel]]:
    adapters: list[ReplicateModel] = []
    yield adapters
    for adapter in adapters:
        adapter.close()


@pytest.fixture
def flux(access: Access, made: list[ReplicateModel]) -> ReplicateModel:
    return _adapter("replicate/flux-2-pro", access, made)


def _adapter(key: str, access: Access, made: list[ReplicateModel]) -> ReplicateModel:
    adapter = ReplicateModel(ROWS[key].endpoint, ROWS[key].settings, access)
    made.append(adapter)
    return adapter


def _picture(**more: Any) -> ImageRequest:
    return ImageRequest("a lamp", 1280, 720, **{"seed": 7, **more})


def _ticket(**more: Any) -> Ticket:
    return Ticket(**{"reference": "job-1", "sent_at": time.time(), **more})


def _result(adapter: ReplicateModel, sent: Submitted, folder: Path) -> Finished:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        told = adapter.collect(sent, folder)
        if isinstance(told, Finished):
            return told
        time.sleep(0.02)
    raise TimeoutError


# --- What goes over the wire ------------------------------------------------------------------------


def test_a_picture_is_asked_for_in_the_models_own_words(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    reference = files.picture(tmp_path)

    flux.submit(_picture(references=(reference,)), tmp_path, _ticket(callback_url="https://studio.test/hook/abc"))

    (asked,) = twin.asked_for("POST", r"/v1/predictions$")
    body = asked.json
    link = body["input"].pop("input_images")[0]
    assert link.startswith("data:image/png;base64,")
    assert body == {
        "version": "black-forest-labs/flux-2-pro",
        "input": {
            "prompt": "a lamp",
            "width": 1280,
            "height": 720,
            "aspect_ratio": "custom",
            "output_format": "png",
            "seed": 7,
        },
        "webhook": "https://studio.test/hook/abc",
        "webhook_events_filter": ["completed"],
    }
    assert asked.headers["Authorization"] == "Bearer r8_key"
    assert asked.headers["Cancel-After"] == "30m"
    assert "Prefer" not in asked.headers


def test_a_result_is_fetched_as_what_it_is(flux: ReplicateModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())

    done = _result(flux, sent, tmp_path)

    assert (done.media_type, done.path.suffix) == ("image/png", ".png")
    assert done.path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["string", "list"])
def test_an_output_may_be_one_address_or_a_list(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path, form: str
) -> None:
    twin.knobs["form"] = form
    sent = flux.submit(_picture(), tmp_path, _ticket())

    assert _result(flux, sent, tmp_path).media_type == "image/png"


def test_a_large_file_is_uploaded_before_anything_is_paid(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    large = files.stored(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(300_000), "image/png")

    flux.submit(_picture(references=(large,)), tmp_path, _ticket())
    flux.submit(_picture(references=(large,)), tmp_path, _ticket())

    order = [(row.method, row.path) for row in twin.seen if row.method == "POST"]
    assert order == [("POST", "/v1/files"), ("POST", "/v1/predictions"), ("POST", "/v1/predictions")]
    (upload,) = twin.asked_for("POST", "/v1/files")
    assert [name for name, _, _ in upload.parts] == ["content", "metadata"]
    prediction = twin.asked_for("POST", "/v1/predictions")[0].json
    assert prediction["input"]["input_images"][0].startswith(f"{twin.url}/v1/files/")


def test_a_lip_sync_never_gets_its_files_inside_the_request(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    kling = _adapter("replicate/kling-lip-sync", access, made)
    request = LipSyncRequest(
        files.sound(tmp_path, 2000), 2100, 720, 720, clip=files.clip(tmp_path, 2100, 720, 720), prompt="she speaks"
    )

    sent = kling.submit(request, tmp_path, _ticket())

    assert len(twin.asked_for("POST", "/v1/files")) == 2
    assert set(twin.asked_for("POST", "/v1/predictions")[0].json["input"]) == {"video_url", "audio_file"}
    assert _result(kling, sent, tmp_path).media_type == "video/mp4"


def test_what_a_lip_sync_cannot_use_is_refused_before_it_costs_anything(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    kling = _adapter("replicate/kling-lip-sync", access, made)
    small = LipSyncRequest(files.sound(tmp_path), 2100, 480, 480, clip=files.clip(tmp_path, 2100, 480, 480))

    with pytest.raises(Unsupported, match="720"):
        kling.submit(small, tmp_path, _ticket())

    assert twin.seen == []


def test_a_clip_gets_frames_and_a_rate_that_last_long_enough(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    wan = _adapter("replicate/wan-2.2-i2v-fast", access, made)
    request = ClipRequest("she turns", 1280, 720, 6500, first_frame=files.picture(tmp_path, 1280, 720))

    sent = wan.submit(request, tmp_path, _ticket())
    done = _result(wan, sent, tmp_path)

    asked = twin.asked_for("POST", "/v1/predictions")[0].json["input"]
    assert asked["num_frames"] / asked["frames_per_second"] >= 6.5
    assert asked["resolution"] == "720p"
    assert done.media_type == "video/mp4"
    assert twin.bill_micros == 110_000


def test_a_model_of_the_community_is_named_with_its_newest_version(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    latent = _adapter("replicate/latentsync", access, made)
    request = LipSyncRequest(files.sound(tmp_path), 1000, 64, 36, clip=files.clip(tmp_path))

    latent.submit(request, tmp_path, _ticket())
    latent.submit(request, tmp_path, _ticket())

    assert len(twin.asked_for("GET", "/v1/models/bytedance/latentsync")) == 1
    name, _, version = twin.asked_for("POST", "/v1/predictions")[1].json["version"].partition(":")
    assert (name, len(version)) == ("bytedance/latentsync", 64)


def test_what_a_model_is_billed_by_time_is_told_by_the_time_it_took(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    twin.knobs["predict_s"] = 12.5
    foley = _adapter("replicate/mmaudio", access, made)

    sent = foley.submit(FoleyRequest(files.clip(tmp_path, 1500), "gravel", 1500), tmp_path, _ticket())
    done = _result(foley, sent, tmp_path)

    assert done.media_type == "audio/wav"
    assert done.cost_micros == round(12.5 * 975) == twin.bill_micros


def test_words_that_are_heard_get_the_spelling_that_was_asked_about(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    twin.knobs["heard"] = "hello their friend"
    whisper = _adapter("replicate/incredibly-fast-whisper", access, made)

    sent = whisper.submit(AlignRequest(files.sound(tmp_path), "Hello there, friend!", 2000), tmp_path, _ticket())
    words = json.loads(_result(whisper, sent, tmp_path).path.read_text())["words"]

    assert words == [["Hello", 0, 350], ["there,", 350, 800], ["friend!", 800, 1150]]


def test_progress_is_what_the_log_counts(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    twin.knobs["never"] = True
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    assert flux.collect(sent, tmp_path) == Working(0.5, "processing")


def test_an_address_that_replicate_does_not_call_is_not_given(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    public = _adapter("replicate/flux-2-pro", replace(access, allows_private=False), made)

    public.submit(_picture(), tmp_path, _ticket(callback_url="http://127.0.0.1:9/hook"))

    assert "webhook" not in twin.asked_for("POST", "/v1/predictions")[0].json


# --- What trouble means -----------------------------------------------------------------------------


def test_without_a_key_it_says_what_to_set_up(access: Access) -> None:
    with pytest.raises(NeedsSetup):
        ReplicateModel("a/b", {}, replace(access, key=""))


REFUSALS: list[tuple[int, Any, type[ProviderError]]] = [
    (401, {"title": "Unauthenticated", "detail": "You did not pass an authentication token", "status": 401}, BadKey),
    (402, {"title": "Insufficient credit", "detail": "You have insufficient credit.", "status": 402}, OutOfCredit),
    (404, {"detail": "The requested resource could not be found.", "status": 404}, GoneModel),
    (413, {"title": "Too large", "status": 413}, Invalid),
    (503, "<html>Service Unavailable</html>", Unavailable),
    (500, {"detail": "oops"}, Unconfirmed),
    (502, "<html>Bad Gateway</html>", Unconfirmed),
]


@pytest.mark.parametrize(("status", "body", "meaning"), REFUSALS, ids=lambda value: str(value)[:20])
def test_a_refusal_means_what_is_to_be_done_about_it(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path, status: int, body: Any, meaning: type[ProviderError]
) -> None:
    twin.fail("answer", path="/v1/predictions$", method="POST", status=status, body=body)

    with pytest.raises(meaning) as caught:
        flux.submit(_picture(), tmp_path, _ticket())

    assert type(caught.value) is meaning
    assert str(status) in caught.value.vendor_words
    assert len(twin.asked_for("POST", "/v1/predictions")) == 1


def test_wrong_input_is_told_in_the_vendors_words(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    settings = {**ROWS["replicate/flux-2-pro"].settings, "extra": {"output_format": "bmp"}}
    adapter = ReplicateModel("black-forest-labs/flux-2-pro", settings, access)
    made.append(adapter)

    with pytest.raises(Invalid, match="output_format must be one of"):
        adapter.submit(_picture(), tmp_path, _ticket())

    assert twin.bill_micros == 0


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        ({"detail": "Request was throttled. Your rate limit resets in ~30s."}, {}, 30.0),
        ({"detail": "Request was throttled.", "status": 429, "retry_after": 4}, {}, 4.0),
        ({"detail": "Request was throttled. Your rate limit resets in ~30s."}, {"Retry-After": "150"}, 150.0),
        ({"detail": "Request was throttled."}, {}, None),
    ],
)
def test_too_many_requests_say_how_long_to_wait(
    twin: ReplicateTwin,
    flux: ReplicateModel,
    tmp_path: Path,
    body: Any,
    headers: dict[str, str],
    seconds: float | None,
) -> None:
    twin.fail("answer", path="/v1/predictions$", method="POST", status=429, body=body, headers=headers)

    with pytest.raises(RateLimited) as caught:
        flux.submit(_picture(), tmp_path, _ticket())

    assert caught.value.retry_after_s == seconds


def test_an_unknown_version_means_a_gone_model_unless_the_key_is_wrong(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    stranger = _adapter("replicate/flux-2-pro", replace(access, key="r8_wrong"), made)
    known = _adapter("replicate/flux-2-pro", access, made)
    twin.knobs["gone"] = ["black-forest-labs/flux-2-pro"]

    with pytest.raises(BadKey):
        stranger.submit(_picture(), tmp_path, _ticket())
    with pytest.raises(GoneModel):
        known.submit(_picture(), tmp_path, _ticket())


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("The input or output was flagged as sensitive. Please try again. (E005)", Refused),
        ("NSFW content detected. Try running it again, or try a different prompt.", Refused),
        ("Prediction failed: CUDA out of memory. Tried to allocate 2.00 GiB (E1001)", OutOfMemory),
        ("Prediction interrupted; please retry (code: PA) (E1000)", ProviderError),
    ],
)
def test_a_failure_is_understood_by_its_words(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path, words: str, meaning: type[ProviderError]
) -> None:
    twin.knobs["fail"] = words
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(meaning) as caught:
        flux.collect(sent, tmp_path)

    assert type(caught.value) is meaning
    assert caught.value.vendor_words == words


def test_what_never_began_costs_nothing(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    twin.knobs["aborted"] = True
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(Stopped) as caught:
        flux.collect(sent, tmp_path)

    assert caught.value.charged_micros == 0 == twin.bill_micros


@pytest.mark.parametrize(
    "body",
    [
        [],
        "text",
        7,
        {"status": "odd", "completed_at": "2026-11-20T00:00:00Z"},
        {"status": "succeeded", "output": {"x": 1}},
    ],
)
def test_an_answer_that_is_no_answer_is_trouble_and_nothing_else(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path, body: Any
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.fail("answer", path="/v1/predictions/", status=200, body=body)

    with pytest.raises(ProviderError):
        flux.collect(sent, tmp_path)


def test_a_state_that_nobody_has_heard_of_is_waited_for(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.fail("answer", path="/v1/predictions/", status=200, body={"status": "paused"})

    assert flux.collect(sent, tmp_path) == Working(None, "paused")


def test_a_prediction_that_is_not_there_any_more_is_lost(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.knobs["lose"] = True

    with pytest.raises(LostByVendor):
        flux.collect(sent, tmp_path)


def test_after_an_hour_the_result_is_gone(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(3700)

    with pytest.raises(LostByVendor):
        flux.collect(sent, tmp_path)


def test_a_file_that_is_gone_while_it_is_fetched_is_lost(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)
    twin.fail("answer", path="/delivery/", status=404, body="<html>Not found</html>")

    with pytest.raises(LostByVendor):
        flux.collect(sent, tmp_path)


def test_a_transfer_that_breaks_is_repeated_and_nothing_is_bought_again(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)
    twin.fail("truncate", path="/delivery/", times=2)

    done = flux.collect(sent, tmp_path)

    assert isinstance(done, Finished)
    assert len(twin.charges) == 1


def test_a_page_in_place_of_a_picture_is_no_picture(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    twin.knobs["lie"] = "kind"
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(BadAnswer):
        flux.collect(sent, tmp_path)


def test_a_result_is_not_fetched_from_elsewhere(
    twin: ReplicateTwin, access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    flux = _adapter("replicate/flux-2-pro", access, made)
    sent = flux.submit(_picture(), tmp_path, _ticket())
    told = {"id": sent.provider_job_id, "status": "succeeded", "output": "http://127.0.0.1:1/steal.png"}
    twin.fail("answer", path="/v1/predictions/", status=200, body=told)

    with pytest.raises(BadAnswer, match="not a host of this vendor"):
        flux.collect(sent, tmp_path)


# --- A lost answer ----------------------------------------------------------------------------------


def test_an_answer_that_is_lost_is_unconfirmed_and_found_again(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    twin.fail("drop_after", path="/v1/predictions$", method="POST")
    told: list[str] = []
    ticket = _ticket(sending=lambda: told.append("sending"))

    with pytest.raises(Unconfirmed):
        flux.submit(_picture(), tmp_path, ticket)
    found = flux.find(_picture(), ticket)

    assert told == ["sending"]
    assert found is not None
    assert _result(flux, found, tmp_path).media_type == "image/png"
    assert len(twin.charges) == 1


def test_a_request_that_never_arrived_is_surely_not_there(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    flux.submit(_picture(seed=8), tmp_path, _ticket())
    twin.fail("drop", path="/v1/predictions$", method="POST")
    ticket = _ticket()

    with pytest.raises(Unconfirmed):
        flux.submit(_picture(), tmp_path, ticket)

    assert flux.find(_picture(), ticket) is None


def test_the_list_is_read_to_its_end(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    ticket = _ticket()
    flux.submit(_picture(), tmp_path, ticket)
    for seed in range(10, 15):
        flux.submit(_picture(seed=seed), tmp_path, ticket)
    twin.knobs["page_size"] = 2

    found = flux.find(_picture(), ticket)

    assert found is not None
    assert found.provider_job_id == next(iter(twin.predictions))


def test_two_that_are_alike_are_told_apart_by_where_they_report_to(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    first, second = (_ticket(callback_url=f"https://studio.test/hook/{name}") for name in ("one", "two"))
    flux.submit(_picture(), tmp_path, first)
    other = flux.submit(_picture(), tmp_path, second)

    with pytest.raises(Unconfirmed):
        flux.find(_picture(), second)
    twin.knobs["echoes_webhook"] = True

    assert flux.find(_picture(), second) == other


def test_what_was_removed_cannot_be_told_apart(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    ticket = _ticket()
    flux.submit(_picture(), tmp_path, ticket)
    twin.pass_time(4000)

    with pytest.raises(Unconfirmed):
        flux.find(_picture(), ticket)


def test_a_server_that_is_not_there_was_surely_not_asked(
    access: Access, made: list[ReplicateModel], tmp_path: Path
) -> None:
    nowhere = _adapter("replicate/flux-2-pro", replace(access, base_url="http://127.0.0.1:1"), made)

    with pytest.raises(Unavailable):
        nowhere.submit(_picture(), tmp_path, _ticket())


# --- Stopping, the account, messages ----------------------------------------------------------------


def test_it_can_be_cancelled_and_looked_for(twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 60
    sent = flux.submit(_picture(), tmp_path, _ticket())
    assert isinstance(flux, CanCancel) and isinstance(flux, CanFind)

    flux.cancel(sent)

    with pytest.raises(Stopped):
        flux.collect(sent, tmp_path)
    assert twin.charges == []


def test_what_is_done_stays_done_when_it_is_cancelled(
    twin: ReplicateTwin, flux: ReplicateModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    flux.cancel(sent)

    assert isinstance(flux.collect(sent, tmp_path), Finished)


def test_the_account_tells_who_and_never_how_much(access: Access) -> None:
    account = client.look(access)

    assert (account.identity, account.balance) == ("twin", "")
    with pytest.raises(BadKey):
        client.look(replace(access, key="r8_wrong"))


def test_the_published_signature_fits() -> None:
    access = Access(secrets={"webhook": FACTS_SECRET})
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }

    delivery = webhook.verify(b'{"test": 2432232314}', headers, access, 1614265330.0)

    assert delivery.delivery_id == "msg_p5jXN8AQM9LWM0D4loKWxJek"
    for wrong in ({"webhook-id": "msg_x"}, {"webhook-signature": "v1,AAAA"}, {"webhook-timestamp": "1614265331"}):
        with pytest.raises(Forged):
            webhook.verify(b'{"test": 2432232314}', {**headers, **wrong}, access, 1614265330.0)
    for late in (1614265330.0 + 301, 1614265330.0 - 301):
        with pytest.raises(Forged):
            webhook.verify(b'{"test": 2432232314}', headers, access, late)
    with pytest.raises(Forged):
        webhook.verify(b'{"test":2432232314}', headers, access, 1614265330.0)


def test_a_secret_that_was_changed_is_asked_for_again(
    twin: ReplicateTwin, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client.Secrets, "LEAST_S", 0.0)
    body, now = b'{"id": "p1"}', time.time()
    assert webhook.verify(body, twin.signed(body, "m1", now), access, now).provider_job_id == "p1"
    twin.knobs["secret"] = "whsec_" + "bmV3IHNlY3JldA=="

    delivery = webhook.verify(body, twin.signed(body, "m2", now), access, now)

    assert delivery.delivery_id == "m2"
    with pytest.raises(Forged):
        webhook.verify(body, twin.signed(body, "m3", now, SECRET), access, now)


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.stop()


@pytest.mark.parametrize(("way", "count"), [("signed", 1), ("double", 2), ("early", 1), ("unordered", 2)])
def test_messages_are_known_as_the_vendors_own(
    twin: ReplicateTwin,
    access: Access,
    flux: ReplicateModel,
    listener: Listener,
    tmp_path: Path,
    way: str,
    count: int,
) -> None:
    twin.knobs["webhook"] = way

    sent = flux.submit(_picture(), tmp_path, _ticket(callback_url=listener.url))

    got = listener.wait(count)
    assert len(got) == count
    told = [webhook.verify(body, headers, access, time.time()) for body, headers in got]
    assert {delivery.provider_job_id for delivery in told} == {sent.provider_job_id}
    assert len({delivery.delivery_id for delivery in told}) == (2 if way == "unordered" else 1)


@pytest.mark.parametrize("way", ["forged", "stale"])
def test_messages_of_others_are_not_believed(
    twin: ReplicateTwin, access: Access, flux: ReplicateModel, listener: Listener, tmp_path: Path, way: str
) -> None:
    twin.knobs["webhook"] = way

    flux.submit(_picture(), tmp_path, _ticket(callback_url=listener.url))

    ((body, headers),) = listener.wait(1)
    with pytest.raises(Forged):
        webhook.verify(body, headers, access, time.time())
