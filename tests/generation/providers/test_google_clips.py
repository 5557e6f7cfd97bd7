"""Clips by Veo and by Gemini Omni against Google's twin."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import (
    Access,
    BadAnswer,
    CanCancel,
    ClipRequest,
    Finished,
    Invalid,
    LostByVendor,
    MediaInput,
    ProviderError,
    Refused,
    Unavailable,
    Unconfirmed,
    Unsupported,
    Working,
)
from generation.providers.google.omni import GeminiOmni
from generation.providers.google.rows import MODELS
from generation.providers.google.video import Veo
from tests.twins import media
from tests.twins.google import GoogleTwin
from tests.twins.google_rules import KEPT_S

ROWS = {row.key.partition("/")[2]: row for row in MODELS}
PROJECT = "/v1/projects/p/locations/us-central1/publishers/google"
Open = Callable[..., Any]


@pytest.fixture
def twin() -> Iterator[GoogleTwin]:
    with GoogleTwin() as server:
        server.knobs.update(size=[64, 36], models={"veo-x": "video"})
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: GoogleTwin) -> Iterator[Open]:
    """Open the adapter of a row; its connections are closed at the end."""
    with ExitStack() as stack:

        def build(row: str = "veo-3.1") -> Any:
            settings = {"auth": "bearer"}
            access = Access("google-cloud", twin.url + PROJECT, "g-key", settings=settings, allows_private=True)
            made = Veo(ROWS[row].endpoint, ROWS[row].settings, access)
            stack.callback(made._wire.close)
            return made

        yield build


@pytest.fixture
def keyed(twin: GoogleTwin) -> Iterator[Veo]:
    """A clip model of the Gemini API: it has a key, and its operations are asked for by name."""
    settings = {"operations": "get", "seconds": [4, 6, 8], "long_only": ["1080p"], "last_frame": True}
    made = Veo("veo-x", settings, Access("google", f"{twin.url}/v1beta", "g-key", allows_private=True))
    yield made
    made._wire.close()


def photo(folder: Path, number: int = 0) -> MediaInput:
    path = folder / f"photo-{number}.png"
    path.write_bytes(media.picture(64, 64, hue=number))
    return MediaInput(str(number) * 64, path, "image/png")


def moving(folder: Path, **more: Any) -> ClipRequest:
    wishes = {"width": 1280, "height": 720, "duration_ms": 6000, "first_frame": photo(folder), "seed": 2**32 + 5}
    return ClipRequest("Jack turns.", **{**wishes, **more})


# --- Clips -----------------------------------------------------------------------------------------


def test_a_clip_of_google_cloud_is_begun_asked_for_and_kept(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 10
    model = opened("veo-3.1")

    sent = model.submit(moving(tmp_path, last_frame=photo(tmp_path, 2)), tmp_path)
    waiting = model.collect(sent, tmp_path)
    twin.pass_time(11)
    done = model.collect(sent, tmp_path)

    first, second = (
        {"bytesBase64Encoded": base64.b64encode(media.picture(64, 64, hue=hue)).decode(), "mimeType": "image/png"}
        for hue in (0, 2)
    )
    begun = twin.asked_for("POST", "predictLongRunning")[0]
    assert begun.path == f"{PROJECT}/models/veo-3.1-generate-001:predictLongRunning"
    assert begun.headers["authorization"] == "Bearer g-key"
    assert begun.json == {
        "instances": [{"prompt": "Jack turns.", "image": first, "lastFrame": second}],
        "parameters": {
            "aspectRatio": "16:9",
            "durationSeconds": 6,
            "resolution": "720p",
            "generateAudio": False,
            "seed": 5,
        },
    }
    assert waiting == Working()
    assert done.path.read_bytes() == media.clip(6000, 64, 36)
    assert twin.bill_micros == 6 * ROWS["veo-3.1"].price_micros


def test_a_clip_of_the_gemini_api_is_fetched_with_the_key(keyed: Veo, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 0

    sent = keyed.submit(moving(tmp_path, width=720, height=1280), tmp_path)
    done = keyed.collect(sent, tmp_path)

    assert sent.provider_job_id.startswith("models/veo-x/operations/")
    assert twin.asked_for("POST", "predict")[0].json["parameters"] == {
        "aspectRatio": "9:16",
        "durationSeconds": 6,
        "resolution": "720p",
    }
    assert twin.asked_for("GET", ":download")[0].headers["x-goog-api-key"] == "g-key"
    assert isinstance(done, Finished)
    assert done.path.read_bytes() == media.clip(6000, 64, 36)


def test_after_two_days_the_clip_is_lost(keyed: Veo, twin: GoogleTwin, tmp_path: Path) -> None:
    sent = keyed.submit(moving(tmp_path), tmp_path)
    twin.pass_time(KEPT_S + 60)

    with pytest.raises(LostByVendor):
        keyed.collect(sent, tmp_path)


def test_an_operation_that_is_forgotten_is_lost(keyed: Veo, twin: GoogleTwin, tmp_path: Path) -> None:
    sent = keyed.submit(moving(tmp_path), tmp_path)
    twin.knobs["lose"] = True

    with pytest.raises(LostByVendor):
        keyed.collect(sent, tmp_path)


@pytest.mark.parametrize(("end", "meaning", "permanent"), [("fail", ProviderError, False), ("invalid", Invalid, True)])
def test_an_operation_that_failed_is_over(
    opened: Open, twin: GoogleTwin, tmp_path: Path, end: str, meaning: type[ProviderError], *, permanent: bool
) -> None:
    twin.knobs.update(seconds=0, end=end)
    model = opened("veo-3.1-fast")
    sent = model.submit(moving(tmp_path), tmp_path)

    with pytest.raises(ProviderError) as caught:
        model.collect(sent, tmp_path)

    assert type(caught.value) is meaning
    assert caught.value.permanent is permanent
    assert twin.charges == []


def test_clips_that_are_held_back_are_refused_with_googles_words(
    opened: Open, keyed: Veo, twin: GoogleTwin, tmp_path: Path
) -> None:
    twin.knobs.update(seconds=0, refuse_late=["Jack"])

    for model in (keyed, opened("veo-3.1")):
        sent = model.submit(moving(tmp_path), tmp_path)
        with pytest.raises(Refused) as caught:
            model.collect(sent, tmp_path)
        assert "may violate our policies" in caught.value.vendor_words


def test_sensitive_words_are_refused_at_once(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs["refuse"] = ["Jack"]

    with pytest.raises(Refused):
        opened("veo-3.1").submit(moving(tmp_path), tmp_path)


@pytest.mark.parametrize(
    "wishes",
    [
        {"duration_ms": 5000},
        {"width": 2560, "height": 1440},
        {"width": 1024, "height": 1024},
        {"first_frame": None, "last_frame": "photo"},
        {"references": "photo"},
        {"width": 1920, "height": 1080},
    ],
)
def test_clips_it_does_not_make_are_refused_before_they_are_sent(
    keyed: Veo, twin: GoogleTwin, tmp_path: Path, wishes: dict[str, Any]
) -> None:
    one = photo(tmp_path)
    put = {"last_frame": one, "references": (one,)}
    request = moving(tmp_path, **{name: put[name] if value == "photo" else value for name, value in wishes.items()})

    with pytest.raises(Unsupported):
        keyed.submit(request, tmp_path)

    assert twin.seen == []


def test_a_lost_answer_stays_one_clip(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.fail("drop_after", path="predictLongRunning")

    with pytest.raises(Unconfirmed):
        opened("veo-3.1").submit(moving(tmp_path), tmp_path)

    assert len(twin.charges) == 1


def test_what_is_no_clip_is_not_kept(opened: Open, keyed: Veo, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, lie="html")
    for model in (keyed, opened("veo-3.1")):
        with pytest.raises(BadAnswer):
            model.collect(model.submit(moving(tmp_path), tmp_path), tmp_path)

    twin.knobs.update(lie="", inline=False)
    model = opened("veo-3.1")
    with pytest.raises(BadAnswer, match="cannot be fetched"):
        model.collect(model.submit(moving(tmp_path), tmp_path), tmp_path)


def test_the_key_is_not_given_to_other_hosts(keyed: Veo, twin: GoogleTwin, tmp_path: Path) -> None:
    sent = keyed.submit(moving(tmp_path), tmp_path)
    told = {"generatedSamples": [{"video": {"uri": "https://evil.example/a.mp4"}}]}
    body = {"name": sent.provider_job_id, "done": True, "response": {"generateVideoResponse": told}}
    twin.fail("answer", path="operations", status=200, body=body)

    with pytest.raises(BadAnswer, match=r"evil\.example"):
        keyed.collect(sent, tmp_path)


# --- Clips by interactions -------------------------------------------------------------------------

OMNI = "gemini-omni-1.1-flash"


@pytest.fixture
def omni(twin: GoogleTwin) -> Iterator[GeminiOmni]:
    """The clip model that a key is enough for."""
    twin.knobs["seconds"] = 10
    made = GeminiOmni(OMNI, ROWS[OMNI].settings, Access("google", f"{twin.url}/v1beta", "g-key", allows_private=True))
    yield made
    made._wire.close()


def test_an_interaction_goes_on_in_the_background(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    sent = omni.submit(moving(tmp_path), tmp_path)
    waiting = omni.collect(sent, tmp_path)
    twin.pass_time(11)
    twin.knobs["file_state"] = "PROCESSING"
    writing = omni.collect(sent, tmp_path)
    twin.knobs["file_state"] = "ACTIVE"
    done = omni.collect(sent, tmp_path)

    picture = base64.b64encode(media.picture(64, 64)).decode()
    assert twin.asked_for("POST", "interactions")[0].json == {
        "model": OMNI,
        "input": [
            {"type": "image", "data": picture, "mime_type": "image/png"},
            {"type": "text", "text": "Jack turns. In one continuous shot without cuts. No dialogue, no music."},
        ],
        "background": True,
        "generation_config": {"video_config": {"task": "image_to_video"}},
        "response_format": {
            "type": "video",
            "delivery": "uri",
            "aspect_ratio": "16:9",
            "resolution": "720p",
            "duration": "6s",
        },
    }
    assert (waiting, writing) == (Working(words="in_progress"), Working(words="processing"))
    assert isinstance(done, Finished)
    assert done.path.read_bytes() == media.clip(6000, 64, 36, with_sound=True)
    assert twin.asked_for("GET", ":download")[0].headers["x-goog-api-key"] == "g-key"
    assert twin.bill_micros == 6 * ROWS[OMNI].price_micros


def test_both_ends_of_a_clip_are_named_in_its_words(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    omni.submit(moving(tmp_path, last_frame=photo(tmp_path, 2), duration_ms=5200), tmp_path)

    body = twin.seen[0].json
    assert [part["type"] for part in body["input"]] == ["image", "image", "text"]
    assert body["input"][2]["text"].startswith("<FIRST_FRAME> <LAST_FRAME> Jack turns.")
    assert body["response_format"]["duration"] == "6s"


def test_words_in_place_of_a_clip_are_a_refusal(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, refuse_late=["Jack"])
    sent = omni.submit(moving(tmp_path), tmp_path)

    with pytest.raises(Refused) as caught:
        omni.collect(sent, tmp_path)

    assert "may violate our policies" in caught.value.vendor_words
    assert twin.charges == []
    twin.knobs["refuse"] = ["Jack"]
    with pytest.raises(Refused):
        omni.submit(moving(tmp_path), tmp_path)


def test_an_interaction_that_failed_or_was_stopped_is_over(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    stopped = omni.submit(moving(tmp_path), tmp_path)
    omni.cancel(stopped)
    twin.knobs.update(seconds=0, end="fail")
    failed = omni.submit(moving(tmp_path), tmp_path)

    assert isinstance(omni, CanCancel)
    for sent in (stopped, failed):
        with pytest.raises(ProviderError) as caught:
            omni.collect(sent, tmp_path)
        assert caught.value.code == "provider_error"


def test_an_interaction_that_is_forgotten_or_too_old_is_lost(
    omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path
) -> None:
    sent = omni.submit(moving(tmp_path), tmp_path)
    twin.pass_time(KEPT_S + 60)
    with pytest.raises(LostByVendor):
        omni.collect(sent, tmp_path)
    twin.knobs["lose"] = True
    with pytest.raises(LostByVendor):
        omni.collect(sent, tmp_path)


def test_a_passing_trouble_while_it_is_made_is_no_loss(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    sent = omni.submit(moving(tmp_path), tmp_path)
    twin.fail("answer", method="GET", status=400, body=[{"error": {"code": 400, "message": "Bad token"}}])

    with pytest.raises(Unavailable):
        omni.collect(sent, tmp_path)

    assert isinstance(omni.collect(sent, tmp_path), Working)


@pytest.mark.parametrize(
    "wishes",
    [
        {"duration_ms": 10_100},
        {"width": 1024, "height": 1024},
        {"width": 3840, "height": 2160},
        {"references": "photo"},
    ],
)
def test_omni_refuses_what_it_does_not_make(
    omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path, wishes: dict[str, Any]
) -> None:
    wishes = {name: (photo(tmp_path),) if value == "photo" else value for name, value in wishes.items()}

    with pytest.raises(Unsupported):
        omni.submit(moving(tmp_path, **wishes), tmp_path)

    assert twin.seen == []


def test_an_interaction_whose_answer_is_lost_is_one_clip(omni: GeminiOmni, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.fail("drop_after", path="interactions")

    with pytest.raises(Unconfirmed):
        omni.submit(moving(tmp_path), tmp_path)

    assert len(twin.charges) == 1
