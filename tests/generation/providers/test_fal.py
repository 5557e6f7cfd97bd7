"""fal's adapter against its twin: what goes over the wire, what each trouble means, and that nothing is paid twice."""

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
    Working,
)
from generation.providers.fal import client, webhook
from generation.providers.fal.model import START_WITHIN_S, FalModel
from generation.providers.fal.rows import MODELS
from tests.twins.fal import FalTwin
from tests.twins.fal_troubles import LOCKED

from . import sent as files
from .listener import Listener

ROWS = {row.key: row for row in MODELS}


@pytest.fixture
def twin() -> Iterator[FalTwin]:
    with FalTwin() as server:
        assert isinstance(server, FalTwin)
        server.knobs.update(shrink=8, seconds=0.05)
        yield server


@pytest.fixture
def access(twin: FalTwin) -> Access:
    return Access("fal", twin.url, "key:secret", settings=twin.settings, allows_private=True)


@pytest.fixture
def made() -> Iterator[list[FalModel]]:
    adapters: list[FalModel] = []
    yield adapters
    for adapter in adapters:
        adapter.close()


@pytest.fixture
def flux(access: Access, made: list[FalModel]) -> FalModel:
    return _adapter("fal/flux-2-pro", access, made)


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.stop()


def _adapter(key: str, access: Access, made: list[FalModel]) -> FalModel:
    adapter = FalModel(ROWS[key].endpoint, ROWS[key].settings, access)
    made.append(adapter)
    return adapter


def _picture(**more: Any) -> ImageRequest:
    return ImageRequest("a lamp", 1280, 720, **{"seed": 7, **more})


def _ticket(**more: Any) -> Ticket:
    return Ticket(**{"reference": "job-1", "sent_at": time.time(), **more})


def _result(adapter: FalModel, sent: Submitted, folder: Path) -> Finished:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        told = adapter.collect(sent, folder)
        if isinstance(told, Finished):
            return told
        time.sleep(0.02)
    raise TimeoutError


# --- What goes over the wire ------------------------------------------------------------------------


def test_the_models_fields_are_the_whole_body(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket(callback_url="https://studio.test/hook/abc"))

    (asked,) = twin.asked_for("POST", "/fal-ai/flux-2-pro$")
    assert asked.json == {
        "prompt": "a lamp",
        "image_size": {"width": 1280, "height": 720},
        "seed": 7,
        "output_format": "png",
    }
    assert asked.query == {"fal_webhook": ["https://studio.test/hook/abc"]}
    assert asked.headers["Authorization"] == "Key key:secret"
    assert asked.headers["X-Fal-Request-Start-Timeout"] == str(START_WITHIN_S)
    assert _result(flux, sent, tmp_path).media_type == "image/png"


def test_files_are_uploaded_once_and_before_anything_is_paid(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    edit = _adapter("fal/flux-2-pro-edit", access, made)
    request = _picture(references=(files.picture(tmp_path), files.picture(tmp_path, hue=1)))

    edit.submit(request, tmp_path, _ticket())
    edit.submit(request, tmp_path, _ticket())

    posts = [row.path for row in twin.seen if row.method == "POST"]
    assert posts == ["/storage/auth/token", "/files/upload", "/files/upload"] + ["/fal-ai/flux-2-pro/edit"] * 2
    links = twin.asked_for("POST", "/flux-2-pro/edit$")[0].json["image_urls"]
    assert [link.startswith(f"{twin.url}/files/b/") for link in links] == [True, True]
    assert twin.asked_for("POST", "/files/upload")[0].headers["X-Fal-File-Name"].endswith(".png")


def test_the_pass_of_the_store_is_renewed_when_it_ends(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit = _adapter("fal/flux-2-pro-edit", access, made)
    edit.submit(_picture(references=(files.picture(tmp_path),)), tmp_path, _ticket())
    monkeypatch.setattr(client, "_EARLY_S", 3700.0)

    edit.submit(_picture(references=(files.picture(tmp_path, hue=1),)), tmp_path, _ticket())

    assert len(twin.asked_for("POST", "/storage/auth/token")) == 2


def test_it_asks_where_fal_said_and_never_by_the_path_of_the_model(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    veo = _adapter("fal/veo3.1-fast-i2v", access, made)
    request = ClipRequest("she turns", 1280, 720, 5000, first_frame=files.picture(tmp_path, 1280, 720))

    sent = veo.submit(request, tmp_path, _ticket())
    done = _result(veo, sent, tmp_path)

    body = twin.asked_for("POST", "/fal-ai/veo3.1/fast/image-to-video$")[0].json
    assert (body["duration"], body["resolution"], body["generate_audio"]) == ("6s", "720p", False)
    assert {row.path for row in twin.seen if "requests" in row.path} == {
        f"/fal-ai/veo3.1/requests/{sent.provider_job_id}/status",
        f"/fal-ai/veo3.1/requests/{sent.provider_job_id}",
    }
    assert done.media_type == "video/mp4"
    assert done.cost_micros == 600_000 == twin.bill_micros


def test_the_key_goes_to_fal_only_whatever_addresses_it_gave(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    told = {"request_id": "r1", "status_url": "http://127.0.0.1:1/fal-ai/flux-2-pro/requests/r1/status"}
    twin.fail("answer", path="flux-2-pro$", status=200, body=told)
    sent = flux.submit(_picture(), tmp_path, _ticket())

    with pytest.raises(LostByVendor):
        flux.collect(sent, tmp_path)

    assert twin.asked_for("GET", "/fal-ai/flux-2-pro/requests/r1/status")


def test_a_job_that_is_known_by_its_number_alone_is_collected(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    wan = _adapter("fal/wan-2.6-t2v", access, made)
    sent = wan.submit(ClipRequest("rain", 1280, 720, 5000), tmp_path, _ticket())

    assert _result(wan, Submitted(sent.provider_job_id), tmp_path).media_type == "video/mp4"


def test_while_it_waits_and_works_it_says_so(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 100
    sent = flux.submit(_picture(), tmp_path, _ticket())
    first = flux.collect(sent, tmp_path)
    twin.pass_time(50)

    assert first == Working(None, "in the queue, place 0")
    assert flux.collect(sent, tmp_path) == Working(0.5, "in progress")


def test_spoken_words_come_with_their_times(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    voice = _adapter("fal/elevenlabs-eleven-v3", access, made)
    sent = voice.submit(SpeechRequest("Hello there, you.", "Rachel"), tmp_path, _ticket())

    done = _result(voice, sent, tmp_path)

    assert done.media_type == "audio/mpeg"
    assert done.details["words"] == [["Hello", 0, 325], ["there,", 390, 780], ["you.", 845, 1105]]


def test_a_voices_own_settings_lead_into_the_vendors_objects(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    voice = _adapter("fal/minimax-speech-2.8-hd", access, made)
    settings = {"pace": 3.0, "pitch": 1.2}

    sent = voice.submit(SpeechRequest("Hello.", "Wise_Woman", settings, direction="whispers"), tmp_path, _ticket())

    body = twin.asked_for("POST", "speech-2.8-hd$")[0].json
    assert body["voice_setting"] == {"voice_id": "Wise_Woman", "speed": 2.0}
    assert (body["output_format"], body["language_boost"]) == ("url", "English")
    assert "direction" in _result(voice, sent, tmp_path).notes[0]


def test_of_a_clip_with_sound_only_the_sound_is_kept(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    foley = _adapter("fal/hunyuan-foley", access, made)

    sent = foley.submit(FoleyRequest(files.clip(tmp_path, 1500), "gravel", 1500), tmp_path, _ticket())

    done = _result(foley, sent, tmp_path)
    assert (done.media_type, done.path.suffix) == ("audio/wav", ".wav")
    assert done.path.read_bytes()[:4] == b"RIFF"


@pytest.mark.parametrize("key", ["fal/whisper", "fal/elevenlabs-scribe"])
def test_words_that_are_heard_get_the_spelling_that_was_asked_about(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path, key: str
) -> None:
    twin.knobs["heard"] = "hello their friend"
    listens = _adapter(key, access, made)

    sent = listens.submit(AlignRequest(files.sound(tmp_path), "Hello there, friend!", 2000), tmp_path, _ticket())
    words = json.loads(_result(listens, sent, tmp_path).path.read_text())["words"]

    assert words == [["Hello", 0, 350], ["there,", 350, 800], ["friend!", 800, 1150]]


def test_more_pictures_than_a_model_uses_are_refused_before_they_are_ignored(
    twin: FalTwin, access: Access, made: list[FalModel], tmp_path: Path
) -> None:
    edit = _adapter("fal/flux-2-edit", access, made)
    five = tuple(files.picture(tmp_path, hue=hue) for hue in range(5))

    with pytest.raises(Unsupported, match="4 reference pictures, but this has 5"):
        edit.submit(_picture(references=five), tmp_path, _ticket())
    edit.submit(_picture(references=five[:4]), tmp_path, _ticket())

    assert twin.ignored == []


# --- What trouble means -----------------------------------------------------------------------------


def test_without_a_key_it_says_what_to_set_up(access: Access) -> None:
    with pytest.raises(NeedsSetup):
        FalModel("a/b", {}, replace(access, key=""))


REFUSALS: list[tuple[int, Any, type[ProviderError]]] = [
    (401, {"detail": "Authentication is required"}, BadKey),
    (403, {"detail": LOCKED}, OutOfCredit),
    (403, {"detail": "Access denied"}, BadKey),
    (404, {"detail": "Application 'x' not found"}, GoneModel),
    (400, {"detail": "bad", "error_type": "bad_request"}, Invalid),
    (422, {"detail": [{"loc": ["body", "prompt"], "msg": "field required", "type": "missing"}]}, Invalid),
    (422, {"detail": [{"loc": ["body"], "msg": "no", "type": "content_policy_violation"}]}, Refused),
    (429, {"detail": "Too many requests"}, RateLimited),
    (503, "<html>nginx</html>", Unavailable),
    (502, "<html>nginx</html>", Unconfirmed),
]


@pytest.mark.parametrize(("status", "body", "meaning"), REFUSALS, ids=lambda value: str(value)[:30])
def test_a_refusal_means_what_is_to_be_done_about_it(
    twin: FalTwin, flux: FalModel, tmp_path: Path, status: int, body: Any, meaning: type[ProviderError]
) -> None:
    twin.fail("answer", path="flux-2-pro$", method="POST", status=status, body=body)

    with pytest.raises(meaning) as caught:
        flux.submit(_picture(), tmp_path, _ticket())

    assert type(caught.value) is meaning
    assert str(status) in caught.value.vendor_words
    assert len(twin.asked_for("POST", "flux-2-pro$")) == 1


def test_an_exhausted_account_is_known_before_anything_is_queued(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.knobs["credit"] = "out"

    with pytest.raises(OutOfCredit):
        flux.submit(_picture(), tmp_path, _ticket())

    assert (twin.jobs, twin.charges) == ({}, [])


TOO_LONG = {"detail": [{"loc": ["body", "image_urls"], "msg": "List too long", "type": "list_too_long"}]}
ENDINGS: list[tuple[Any, type[ProviderError]]] = [
    ("policy", Refused),
    ("no_media", BadAnswer),
    ("face", Invalid),
    ("internal", ProviderError),
    ("downstream", ProviderError),
    ("unavailable", ProviderError),
    ("timeout", ProviderError),
    ("memory", OutOfMemory),
    ("runner", ProviderError),
    ("late", ProviderError),
    ({"status": 422, "body": TOO_LONG}, Invalid),
]


@pytest.mark.parametrize(("failure", "meaning"), ENDINGS, ids=lambda value: str(value)[:20])
def test_an_end_without_a_result_means_what_the_vendor_says_of_it(
    twin: FalTwin, flux: FalModel, tmp_path: Path, failure: Any, meaning: type[ProviderError]
) -> None:
    twin.knobs["fail"] = failure
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(meaning) as caught:
        flux.collect(sent, tmp_path)

    assert type(caught.value) is meaning
    assert caught.value.vendor_words
    assert twin.charges == []


def test_an_end_that_the_machines_are_to_blame_for_costs_nothing(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.knobs["fail"] = "timeout"
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(ProviderError) as caught:
        flux.collect(sent, tmp_path)

    assert caught.value.charged_micros == 0


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        ({"error": "Something broke"}, {"detail": "Something broke"}, ProviderError),
        ({"error": "Runner gone", "error_type": "runner_disconnected"}, {}, ProviderError),
        ({"error": "Stopped", "error_type": "client_cancelled"}, {"detail": "Stopped"}, Stopped),
        ({"error": "No", "error_type": "content_policy_violation"}, {"detail": "No"}, Refused),
    ],
)
def test_what_the_queue_says_of_an_end_counts_whatever_the_result_is(
    twin: FalTwin, flux: FalModel, tmp_path: Path, status: Any, body: Any, meaning: type[ProviderError]
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.fail("answer", path="/status$", status=200, body={"status": "COMPLETED", "logs": None, **status})
    twin.fail("answer", path=f"/requests/{sent.provider_job_id}$", status=200, body=body)

    with pytest.raises(meaning) as caught:
        flux.collect(sent, tmp_path)

    assert type(caught.value) is meaning


@pytest.mark.parametrize("body", [[], "text", 7])
def test_an_answer_that_is_no_answer_ends_nothing_by_accident(
    twin: FalTwin, flux: FalModel, tmp_path: Path, body: Any
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.fail("answer", path="/status$", status=200, body=body)

    with pytest.raises(ProviderError):
        flux.collect(sent, tmp_path)


def test_a_state_that_nobody_has_heard_of_is_waited_for(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.fail("answer", path="/status$", status=200, body={"status": "PAUSED"})

    assert flux.collect(sent, tmp_path) == Working(None, "paused")


def test_a_gateway_that_breaks_down_is_no_end(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)
    twin.fail("html", path=f"/requests/{sent.provider_job_id}$", status=502)

    with pytest.raises(Unavailable):
        flux.collect(sent, tmp_path)

    assert isinstance(flux.collect(sent, tmp_path), Finished)


def test_a_picture_that_was_blacked_out_is_a_refusal_that_was_paid(
    twin: FalTwin, flux: FalModel, tmp_path: Path
) -> None:
    twin.knobs["black"] = True
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(Refused) as caught:
        flux.collect(sent, tmp_path)

    assert caught.value.charged_micros == 45_000 == twin.bill_micros


def test_what_fal_no_longer_knows_is_lost(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.knobs["lose"] = True

    with pytest.raises(LostByVendor):
        flux.collect(sent, tmp_path)


def test_a_transfer_that_breaks_is_repeated_and_nothing_is_bought_again(
    twin: FalTwin, flux: FalModel, tmp_path: Path
) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)
    twin.fail("truncate", path="/out/", times=2)

    assert isinstance(flux.collect(sent, tmp_path), Finished)
    assert len(twin.charges) == 1


def test_a_page_in_place_of_a_picture_is_no_picture(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.knobs["lie"] = "kind"
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    with pytest.raises(BadAnswer) as caught:
        flux.collect(sent, tmp_path)

    assert caught.value.charged_micros == twin.bill_micros


def test_a_result_is_not_fetched_from_elsewhere(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)
    told = {"images": [{"url": "http://127.0.0.1:1/steal.png"}]}
    twin.fail("answer", path=f"/requests/{sent.provider_job_id}$", status=200, body=told)

    with pytest.raises(BadAnswer, match="not a host of this vendor"):
        flux.collect(sent, tmp_path)


# --- A lost answer ----------------------------------------------------------------------------------


def test_an_answer_that_is_lost_is_unconfirmed_and_found_again(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.fail("drop_after", path="flux-2-pro$", method="POST")
    ticket = _ticket()

    with pytest.raises(Unconfirmed):
        flux.submit(_picture(), tmp_path, ticket)
    twin.pass_time(1)
    found = flux.find(_picture(), ticket)

    assert found is not None
    assert _result(flux, found, tmp_path).cost_micros == 45_000 == twin.bill_micros
    assert len(twin.charges) == 1


def test_what_may_still_wait_in_the_queue_is_not_said_to_be_missing(
    twin: FalTwin, flux: FalModel, tmp_path: Path
) -> None:
    twin.knobs["seconds"] = 100
    twin.fail("drop_after", path="flux-2-pro$", method="POST")
    ticket = _ticket()

    with pytest.raises(Unconfirmed):
        flux.submit(_picture(), tmp_path, ticket)
    with pytest.raises(Unconfirmed):
        flux.find(_picture(), ticket)


def test_what_must_have_begun_long_ago_and_is_not_listed_was_never_taken(twin: FalTwin, flux: FalModel) -> None:
    ticket = _ticket(sent_at=time.time() - START_WITHIN_S - 200)

    assert flux.find(_picture(), ticket) is None


def test_a_key_that_may_not_look_leaves_it_to_a_person(twin: FalTwin, flux: FalModel) -> None:
    twin.knobs["lists"] = "admin"

    with pytest.raises(Unconfirmed):
        flux.find(_picture(), _ticket(sent_at=time.time() - START_WITHIN_S - 200))


def test_the_list_is_read_to_its_end_and_two_alike_are_not_told_apart(
    twin: FalTwin, flux: FalModel, tmp_path: Path
) -> None:
    ticket = _ticket()
    sent = flux.submit(_picture(), tmp_path, ticket)
    for seed in range(10, 14):
        flux.submit(_picture(seed=seed), tmp_path, ticket)
    twin.pass_time(1)
    twin.knobs["page_size"] = 2

    found = flux.find(_picture(seed=13), ticket)
    flux.submit(_picture(), tmp_path, ticket)
    twin.pass_time(1)

    assert found is not None and found.provider_job_id != sent.provider_job_id
    with pytest.raises(Unconfirmed):
        flux.find(_picture(), ticket)


# --- Stopping, the account, messages ----------------------------------------------------------------


def test_it_can_be_cancelled(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 60
    sent = flux.submit(_picture(), tmp_path, _ticket())
    assert isinstance(flux, CanCancel) and isinstance(flux, CanFind)

    flux.cancel(sent)

    with pytest.raises(Stopped):
        flux.collect(sent, tmp_path)
    assert twin.charges == []


def test_what_is_done_stays_done_when_it_is_cancelled(twin: FalTwin, flux: FalModel, tmp_path: Path) -> None:
    sent = flux.submit(_picture(), tmp_path, _ticket())
    twin.pass_time(1)

    flux.cancel(sent)

    assert isinstance(flux.collect(sent, tmp_path), Finished)


def test_the_balance_is_told_to_an_admin_key_only(access: Access) -> None:
    told = client.look(replace(access, key="admin:secret"))
    untold = client.look(access)

    assert (told.identity, told.balance) == ("twin", "24.50 USD")
    assert (untold.identity, untold.balance) == ("", "")
    with pytest.raises(BadKey):
        client.look(replace(access, key="wrong:secret"))


@pytest.mark.parametrize(("way", "count"), [("signed", 1), ("double", 2), ("early", 1)])
def test_messages_are_known_as_the_vendors_own(
    twin: FalTwin, access: Access, flux: FalModel, listener: Listener, tmp_path: Path, way: str, count: int
) -> None:
    twin.knobs["webhook"] = way

    sent = flux.submit(_picture(), tmp_path, _ticket(callback_url=listener.url))

    got = listener.wait(count)
    assert len(got) == count
    told = {webhook.verify(body, headers, access, time.time()) for body, headers in got}
    assert [delivery.provider_job_id for delivery in told] == [sent.provider_job_id]
    assert len(twin.asked_for("GET", "jwks")) == 1


@pytest.mark.parametrize("way", ["forged", "stale"])
def test_messages_of_others_are_not_believed(
    twin: FalTwin, access: Access, flux: FalModel, listener: Listener, tmp_path: Path, way: str
) -> None:
    twin.knobs["webhook"] = way

    flux.submit(_picture(), tmp_path, _ticket(callback_url=listener.url))

    ((body, headers),) = listener.wait(1)
    with pytest.raises(Forged):
        webhook.verify(body, headers, access, time.time())


def test_a_message_counts_only_as_it_was_signed(twin: FalTwin, access: Access) -> None:
    body, now = b'{"request_id": "r1", "status": "OK"}', time.time()
    headers = {name.lower(): value for name, value in twin.signed(body, "r1", now).items()}
    assert webhook.verify(body, headers, access, now).provider_job_id == "r1"

    changed = [
        (b'{"request_id": "r2", "status": "OK"}', headers, now),
        (body, {**headers, "x-fal-webhook-user-id": "somebody"}, now),
        (body, {**headers, "x-fal-webhook-signature": "not hexadecimal"}, now),
        (body, {**headers, "x-fal-webhook-signature": ""}, now),
        (body, headers, now + 301),
        (body, headers, now - 301),
    ]
    for other_body, other_headers, moment in changed:
        with pytest.raises(Forged):
            webhook.verify(other_body, other_headers, access, moment)
