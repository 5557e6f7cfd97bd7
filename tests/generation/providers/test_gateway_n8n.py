"""n8n through the gateway, against its twin: answers at once and later, calls, references, documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import (
    AlignRequest,
    BadAnswer,
    BadKey,
    CameraRequest,
    ClipRequest,
    EffectsRequest,
    Finished,
    FoleyRequest,
    GoneModel,
    ImageRequest,
    LipSyncRequest,
    LostByVendor,
    MusicRequest,
    ProviderError,
    Refused,
    SoundCue,
    SpeechRequest,
    Submitted,
    TextRequest,
    Ticket,
    Unconfirmed,
    Unsupported,
    UpscaleRequest,
    VisionRequest,
    VoiceRequest,
    Working,
)
from generation.providers.gateway.model import GatewayModel
from generation.providers.gateway.webhook import verify
from tests.twins.n8n import N8nTwin

from .gateways import ROWS, access_to, film, opened_row, picture, recording

KEY = "the-webhook-key"
SEEN = ImageRequest("a smoky bar", 640, 360, seed=7)


@pytest.fixture
def twin() -> Iterator[N8nTwin]:
    with N8nTwin() as server:
        server.knobs.update(seconds=10, key=KEY)
        yield server  # type: ignore[misc]


@pytest.fixture
def model(twin: N8nTwin) -> Iterator[Any]:
    with closing(opened_row(twin, "n8n/image", key=KEY)) as opened:
        yield opened


def test_a_workflow_is_sent_what_the_contract_says(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    shown = picture(tmp_path, url="https://studio.example/a.png")
    request = ImageRequest("a smoky bar", 640, 360, references=(shown,), seed=7)

    model.submit(request, tmp_path, Ticket("job-7", "https://studio.example/hook/abc"))

    asked = twin.asked_for("POST", "/webhook/sceneme-image$")[0]
    assert asked.headers["x-sceneme-key"] == KEY
    assert asked.json == {
        "capability": "image",
        "reference": "job-7",
        "callback_url": "https://studio.example/hook/abc",
        "request": {
            "prompt": "a smoky bar",
            "width": 640,
            "height": 360,
            "references": ["https://studio.example/a.png"],
            "seed": 7,
        },
    }


def test_a_result_is_asked_for_by_our_reference(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))

    twin.pass_time(5)
    working = model.collect(sent, tmp_path)
    twin.pass_time(6)
    done = model.collect(sent, tmp_path)

    assert working.words == "working"
    assert 0.4 < working.progress < 0.7
    assert isinstance(done, Finished)
    assert (done.media_type, done.cost_micros) == ("image/png", 50_000)
    assert twin.bill_micros == 50_000


@pytest.mark.parametrize("mode", ["later", "started"])
def test_the_answer_to_the_request_may_say_nothing(twin: N8nTwin, model: Any, tmp_path: Path, mode: str) -> None:
    twin.knobs["mode"] = mode

    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))

    assert sent.provider_job_id == "job-7"
    assert isinstance(model.collect(sent, tmp_path), Working)


@pytest.mark.parametrize("knobs", [{"mode": "file"}, {"mode": "json", "inside": True}])
def test_a_result_in_the_answer_is_taken_at_once(
    twin: N8nTwin, model: Any, tmp_path: Path, knobs: dict[str, Any]
) -> None:
    twin.knobs.update(knobs)

    done = model.submit(SEEN, tmp_path, Ticket("job-7"))

    assert isinstance(done, Finished)
    assert done.media_type == "image/png"


def test_a_link_in_the_answer_is_fetched_afterwards_so_that_nothing_is_bought_twice(
    twin: N8nTwin, model: Any, tmp_path: Path
) -> None:
    twin.knobs["mode"] = "json"

    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))
    assert isinstance(sent, Submitted)
    again = Submitted(sent.provider_job_id, json.loads(json.dumps(sent.handle)))
    done = model.collect(again, tmp_path)

    assert isinstance(done, Finished)
    assert done.cost_micros == 50_000
    assert len(twin.asked_for("POST", "/webhook")) == 1


def test_a_lost_answer_is_found_by_reference_and_charged_once(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    twin.fail("drop_after", path="/webhook")
    with pytest.raises(Unconfirmed):
        model.submit(SEEN, tmp_path, Ticket("job-7"))

    found = model.find(SEEN, Ticket("job-7"))

    assert found is not None
    assert found.provider_job_id == "job-7"
    assert model.find(SEEN, Ticket("job-8")) is None
    assert len(twin.charges) == 1


@pytest.mark.parametrize(
    ("knobs", "error"),
    [({"key": "another"}, BadKey), ({"inactive": True}, GoneModel), ({"broken": True}, ProviderError)],
)
def test_a_refusal_has_its_meaning(
    twin: N8nTwin, model: Any, tmp_path: Path, knobs: dict[str, Any], error: type[ProviderError]
) -> None:
    twin.knobs.update(knobs)

    with pytest.raises(error) as caught:
        model.submit(SEEN, tmp_path, Ticket("job-7"))

    assert type(caught.value) is error
    assert KEY not in f"{caught.value} {caught.value.vendor_words}"


def test_a_run_that_nobody_knows_is_lost(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))
    twin.knobs["lose"] = True

    with pytest.raises(LostByVendor):
        model.collect(sent, tmp_path)


def test_a_failure_has_its_meaning(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    twin.knobs.update(end="failed", seconds=0)
    with pytest.raises(ProviderError) as caught:
        model.submit(SEEN, tmp_path, Ticket("job-1"))
    assert caught.value.vendor_words == "a node ran out of luck"

    twin.knobs.update(refuse=["smoky"])
    with pytest.raises(Refused):
        model.submit(SEEN, tmp_path, Ticket("job-2"))


def test_another_kind_of_file_is_not_taken(twin: N8nTwin, tmp_path: Path) -> None:
    twin.knobs.update(mode="json", seconds=0)
    with closing(opened_row(twin, "n8n/video", key=KEY)) as opened:
        sent = opened.submit(ClipRequest("Rain.", 64, 36, 1000), tmp_path, Ticket("job-7"))
        twin.runs["job-7"].capability = "image"

        with pytest.raises(BadAnswer, match="not a clip"):
            opened.collect(sent, tmp_path)


def test_a_call_says_which_job_and_what_became_of_it(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    with N8nTwin() as studio:
        twin.knobs.update(webhook="early", seconds=0, secret="s3cret")
        model.submit(SEEN, tmp_path, Ticket("job-7", f"{studio.url}/webhook/hook"))
        called = studio.asked_for("POST", "/webhook/hook")[0]

    headers = {name.lower(): value for name, value in called.headers.items()}
    told = verify(called.body, headers, access_to(twin, secrets={"webhook": "s3cret"}), 0.0)
    assert told.provider_job_id == "job-7"
    assert told.told["output"] == f"{twin.url}/files/job-7"


def test_a_workflow_that_only_calls_is_waited_for_and_then_believed(twin: N8nTwin, tmp_path: Path) -> None:
    twin.knobs.update(mode="started", seconds=0)
    settings = {name: value for name, value in ROWS["n8n/image"].settings.items() if name not in {"poll", "find"}}
    with closing(GatewayModel("webhook/x", settings, access_to(twin, key=KEY))) as opened:
        sent = opened.submit(SEEN, tmp_path, Ticket("job-7"))
        assert isinstance(sent, Submitted)
        waiting = opened.collect(sent, tmp_path)
        told = {"status": "done", "output": f"{twin.url}/files/job-7"}
        done = opened.collect(Submitted("job-7", {**sent.handle, "told": told}), tmp_path)

    assert waiting == Working(words="waits to be called by the workflow")
    assert isinstance(done, Finished)
    assert twin.asked_for("GET", "/webhook") == []


def test_a_result_elsewhere_is_fetched_only_from_hosts_that_are_named(twin: N8nTwin, tmp_path: Path) -> None:
    elsewhere = Submitted("job-7", {"output": "http://169.254.169.254/latest/meta-data"})
    with closing(opened_row(twin, "n8n/image", key=KEY)) as opened, pytest.raises(BadAnswer, match="not a host"):
        opened.collect(elsewhere, tmp_path)


# --- All capabilities ------------------------------------------------------------------------------


def requests(folder: Path) -> dict[str, Any]:
    """Return a request of each kind that makes a file."""
    sound, clip = recording(folder), film(folder)
    return {
        "speech": SpeechRequest("Hello there.", "anna", {"pace": 1.1}, "calmly"),
        "video": ClipRequest("Rain.", 640, 360, 2000, first_frame=picture(folder), last_frame=picture(folder, 1)),
        "music": MusicRequest("jazz", "tense", 2000),
        "effects": EffectsRequest("rain", ("rain",), 2000, (SoundCue("thunder", 900),)),
        "lipsync": LipSyncRequest(sound, 1000, 640, 360, clip=clip),
        "camera": CameraRequest(clip, "push_in", 1000, 640, 360),
        "upscale": UpscaleRequest(clip, 1280, 720, 1000),
        "foley": FoleyRequest(clip, "steps", 1000),
        "voice": VoiceRequest(sound, "anna", duration_ms=1000),
    }


@pytest.mark.parametrize(
    "capability", ["speech", "video", "music", "effects", "lipsync", "camera", "upscale", "foley", "voice"]
)
def test_a_workflow_of_each_kind_brings_its_kind_of_file(twin: N8nTwin, tmp_path: Path, capability: str) -> None:
    twin.knobs["seconds"] = 0
    with closing(opened_row(twin, f"n8n/{capability}", key=KEY)) as opened:
        sent = opened.submit(requests(tmp_path)[capability], tmp_path, Ticket("job-7"))
        done = opened.collect(sent, tmp_path)

    kind = "video" if capability in {"video", "lipsync", "camera", "upscale"} else "audio"
    assert isinstance(done, Finished)
    assert done.media_type.startswith(kind)
    body = twin.asked_for("POST", "/webhook")[0].json
    assert body["capability"] == capability
    assert all(value not in (None, "", []) for value in body["request"].values())


def test_documents_come_as_json(twin: N8nTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, mode="json", document={"segments": [{"text": "Hello"}]})
    schema = {"type": "object"}
    asked = {
        "text": TextRequest("script", "You write.", "a story", schema, {"idea": "x"}),
        "align": AlignRequest(recording(tmp_path), "Hello", 1000),
        "vision": VisionRequest(picture(tmp_path), "what is seen?", schema),
    }

    for capability, request in asked.items():
        with closing(opened_row(twin, f"n8n/{capability}", key=KEY)) as opened:
            done = opened.submit(request, tmp_path, Ticket(capability))
        assert isinstance(done, Finished)
        assert done.media_type == "application/json"
        assert json.loads(done.path.read_text()) == {"segments": [{"text": "Hello"}]}
    assert twin.asked_for("POST", "/webhook")[0].json["request"]["answer_schema"] == schema


def test_a_document_that_is_none_is_not_taken(twin: N8nTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, mode="json", document="Sure! Here is your script:")
    request = TextRequest("script", "You write.", "a story", {"type": "object"}, {})

    with closing(opened_row(twin, "n8n/text", key=KEY)) as opened, pytest.raises(BadAnswer):
        opened.submit(request, tmp_path, Ticket("job-7"))


def test_more_references_than_the_row_allows_are_refused(twin: N8nTwin, model: Any, tmp_path: Path) -> None:
    many = tuple(picture(tmp_path, hue) for hue in range(9))

    with pytest.raises(Unsupported, match="takes 8 reference pictures"):
        model.submit(ImageRequest("x", 64, 36, references=many), tmp_path, Ticket("job-7"))

    assert twin.seen == []
