"""Kling's adapters against its twin: clips, mouths, tokens, results."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import jsonschema
import jwt
import pytest

from generation.providers.base import (
    Access,
    BadAnswer,
    BadKey,
    ClipRequest,
    Finished,
    LipSyncRequest,
    LostByVendor,
    MediaInput,
    NeedsSetup,
    Submitted,
    Ticket,
    Unavailable,
    Unsupported,
    Working,
)
from generation.providers.kling.client import Tokens
from generation.providers.kling.lipsync import KlingAvatar, KlingLipSync
from generation.providers.kling.rows import MODELS
from generation.providers.kling.video import KlingVideo
from tests.twins import media
from tests.twins.kling import ACCESS, KEPT_S, KEY, SECRET, KlingTwin
from tests.twins.kling_rules import schemas

ROWS = {row.key.partition("/")[2]: row for row in MODELS}
Open = Callable[..., Any]


@pytest.fixture
def twin() -> Iterator[KlingTwin]:
    with KlingTwin() as server:
        server.knobs.update(size=[64, 36], seconds=10)
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: KlingTwin) -> Iterator[Open]:
    """Open the adapter of a row; its connections are closed at the end."""
    with ExitStack() as stack:

        def build(adapter: type[Any] = KlingVideo, row: str = "v2-1-std", key: str = KEY) -> Any:
            access = Access("kling", twin.url, key, allows_private=True)
            made = adapter(ROWS[row].endpoint, ROWS[row].settings, access)
            stack.callback(made._kling.close)
            return made

        yield build


@pytest.fixture
def frame(tmp_path: Path) -> MediaInput:
    path = tmp_path / "frame.png"
    path.write_bytes(media.picture(640, 360))
    return MediaInput("0" * 64, path, "image/png")


def clip(frame: MediaInput | None, **more: Any) -> ClipRequest:
    sizes = {"width": 1280, "height": 720, "duration_ms": 5000}
    return ClipRequest("Jack turns from the window.", **{**sizes, "first_frame": frame, **more})


def spoken(tmp_path: Path, **more: Any) -> LipSyncRequest:
    recording, seen = tmp_path / "line.wav", tmp_path / "seen.mp4"
    recording.write_bytes(media.sound(4000, rate=16_000))
    seen.write_bytes(media.clip(4000))
    wishes: dict[str, Any] = {
        "sound": MediaInput("1" * 64, recording, "audio/wav", "https://studio.example/line.wav"),
        "clip": MediaInput("2" * 64, seen, "video/mp4", "https://studio.example/seen.mp4"),
        "duration_ms": 4000,
        "width": 1280,
        "height": 720,
    }
    return LipSyncRequest(**{**wishes, **more})


# --- Clips -----------------------------------------------------------------------------------------


def test_a_clip_goes_its_way_from_waiting_to_done(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    model = opened()

    sent = model.submit(clip(frame), tmp_path, Ticket("job-7"))
    waiting = model.collect(sent, tmp_path)
    twin.pass_time(5)
    working = model.collect(sent, tmp_path)
    twin.pass_time(6)
    done = model.collect(sent, tmp_path)

    assert (waiting, working) == (Working(words="submitted"), Working(words="processing"))
    assert isinstance(done, Finished)
    assert done.media_type == "video/mp4"
    assert done.path.read_bytes() == media.clip(5000, 64, 36)
    assert [charge.micros for charge in twin.charges] == [280_000]


def test_the_request_is_what_the_published_schema_says(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    request = clip(frame, duration_ms=10_000, last_frame=frame)

    opened(row="v2-1-pro").submit(request, tmp_path, Ticket("job-7", "https://studio.example/hook/abc"))

    asked = twin.asked_for("POST", "/v1/videos/image2video")[0]
    picture = base64.b64encode(frame.path.read_bytes()).decode()
    assert asked.json == {
        "model_name": "kling-v2-1",
        "prompt": "Jack turns from the window.",
        "mode": "pro",
        "duration": "10",
        "image": picture,
        "image_tail": picture,
        "callback_url": "https://studio.example/hook/abc",
        "external_task_id": "job-7",
    }
    jsonschema.validate(asked.json, {**schemas()["bodies"]["image2video"], "$defs": schemas()["$defs"]})


def test_without_a_picture_words_are_enough_for_some_models(opened: Open, twin: KlingTwin, tmp_path: Path) -> None:
    sent = opened(row="v1-6-std").submit(clip(None, width=720, height=1280), tmp_path)

    asked = twin.asked_for("POST", "/v1/videos/text2video")[0]
    assert asked.json["aspect_ratio"] == "9:16"
    assert "callback_url" not in asked.json
    assert sent.handle == {"path": "/v1/videos/text2video"}


@pytest.mark.parametrize(
    ("row", "wishes"),
    [
        ("v2-1-std", {"duration_ms": 6000}),
        ("v2-1-std", {"width": 1920, "height": 1080}),
        ("v2-1-std", {"first_frame": None}),
        ("v2-1-std", {"last_frame": "frame"}),
        ("v1-std", {"last_frame": "frame", "duration_ms": 10_000}),
        ("v1-6-std", {"first_frame": None, "width": 720, "height": 300}),
        ("v2-1-std", {"references": "frame"}),
        ("v2-1-std", {"prompt": "a" * 2501}),
    ],
)
def test_what_a_model_does_not_make_is_refused_before_it_is_sent(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path, row: str, wishes: dict[str, Any]
) -> None:
    put = {"last_frame": frame, "references": (frame,)}
    wishes = {name: put.get(name) if value == "frame" else value for name, value in wishes.items()}
    request = ClipRequest(
        **{"prompt": "x", "width": 1280, "height": 720, "duration_ms": 5000, "first_frame": frame, **wishes}
    )

    with pytest.raises(Unsupported):
        opened(row=row).submit(request, tmp_path)

    assert twin.seen == []


def test_other_kinds_of_pictures_are_refused(opened: Open, frame: MediaInput, tmp_path: Path) -> None:
    webp = MediaInput("0" * 64, frame.path, "image/webp")

    with pytest.raises(Unsupported):
        opened().submit(clip(webp), tmp_path)


# --- Mouths ----------------------------------------------------------------------------------------


def test_mouths_follow_a_sound_by_links(opened: Open, twin: KlingTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, clip_ms=4000)
    model = opened(KlingLipSync, "lip-sync")

    sent = model.submit(spoken(tmp_path), tmp_path, Ticket("job-1", "https://studio.example/hook"))
    done = model.collect(sent, tmp_path)

    assert twin.asked_for("POST", "lip-sync")[0].json == {
        "input": {"video_url": "https://studio.example/seen.mp4", "audio_url": "https://studio.example/line.wav"},
        "callback_url": "https://studio.example/hook",
    }
    assert done.media_type == "video/mp4"
    assert twin.bill_micros == 56_000


def test_without_links_it_says_what_to_set_up(opened: Open, twin: KlingTwin, tmp_path: Path) -> None:
    request = spoken(tmp_path)
    local = MediaInput(request.sound.sha256, request.sound.path, request.sound.media_type)

    with pytest.raises(NeedsSetup):
        opened(KlingLipSync, "lip-sync").submit(spoken(tmp_path, sound=local), tmp_path)

    assert twin.seen == []


@pytest.mark.parametrize(
    "wishes", [{"width": 832, "height": 480}, {"duration_ms": 1900}, {"duration_ms": 10_100}, {"clip": None}]
)
def test_a_clip_too_small_or_too_long_for_mouths_is_refused(
    opened: Open, twin: KlingTwin, tmp_path: Path, wishes: dict[str, Any]
) -> None:
    with pytest.raises(Unsupported):
        opened(KlingLipSync, "lip-sync").submit(spoken(tmp_path, **wishes), tmp_path)

    assert twin.seen == []


def test_a_picture_begins_to_speak(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0)
    model = opened(KlingAvatar, "avatar-std")
    request = spoken(tmp_path, clip=None, picture=frame, prompt="She smiles.")

    done = model.collect(model.submit(request, tmp_path), tmp_path)

    body = twin.asked_for("POST", "avatar")[0].json
    assert base64.b64decode(body["sound_file"]) == request.sound.path.read_bytes()
    assert set(body) == {"image", "sound_file", "mode", "prompt"}
    assert isinstance(done, Finished)


# --- Tokens ----------------------------------------------------------------------------------------


def test_a_token_says_who_and_until_when() -> None:
    token = Tokens(KEY, now=lambda: 1_800_000_000.9).token()

    claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_exp": False, "verify_nbf": False})
    assert claims == {"iss": ACCESS, "exp": 1_800_001_800, "nbf": 1_799_999_995}
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}


def test_a_token_is_used_again_until_it_is_old() -> None:
    times = iter([1000.0, 2199.0, 2201.0, 1500.0])
    tokens = Tokens(KEY, now=lambda: next(times))

    first, same, new, set_back = (tokens.token() for _ in range(4))

    assert first == same
    assert new != first
    assert set_back not in {first, new}


@pytest.mark.parametrize("key", ["ak-only", ":sk", "ak:", "  "])
def test_half_a_key_is_told(key: str) -> None:
    with pytest.raises(NeedsSetup, match="two parts"):
        Tokens(key)


def test_a_wrong_secret_and_a_wrong_clock_are_told(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    with pytest.raises(BadKey, match="does not accept"):
        opened(key=f"{ACCESS}:{SECRET[::-1]}").submit(clip(frame), tmp_path)
    twin.knobs["clock_ahead_s"] = -60
    with pytest.raises(BadKey, match="clock"):
        opened().submit(clip(frame), tmp_path)
    twin.knobs["clock_ahead_s"] = 1900
    with pytest.raises(BadKey, match="clock"):
        opened().submit(clip(frame), tmp_path)


# --- Results ---------------------------------------------------------------------------------------


def made(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> tuple[Any, Submitted]:
    twin.knobs["seconds"] = 0
    model = opened()
    return model, model.submit(clip(frame), tmp_path)


def test_after_thirty_days_the_clip_is_lost(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    twin.pass_time(KEPT_S - 60)
    kept = model.collect(sent, tmp_path)
    twin.pass_time(120)

    with pytest.raises(LostByVendor):
        model.collect(sent, tmp_path)

    assert isinstance(kept, Finished)


def test_a_task_that_is_forgotten_is_lost(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    twin.knobs["lose"] = True

    with pytest.raises(LostByVendor):
        model.collect(sent, tmp_path)


def test_a_broken_download_is_repeated_and_not_bought_again(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    twin.fail("truncate", path="/cdn/")

    done = model.collect(sent, tmp_path)

    assert done.path.read_bytes() == media.clip(5000, 64, 36)
    assert len(twin.charges) == 1


@pytest.mark.parametrize("lie", ["html", "picture"])
def test_what_is_no_clip_is_not_kept(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path, lie: str
) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    twin.knobs["lie"] = lie

    with pytest.raises(BadAnswer):
        model.collect(sent, tmp_path)


def test_a_clip_is_fetched_from_the_vendors_hosts_only(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    task = {
        "task_id": "t",
        "task_status": "succeed",
        "task_result": {"videos": [{"url": "https://evil.example/a.mp4"}]},
    }
    twin.fail("answer", path=sent.provider_job_id, status=200, body={"code": 0, "data": task})

    with pytest.raises(BadAnswer, match=r"evil\.example"):
        model.collect(sent, tmp_path)


def test_html_while_looking_means_later(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model, sent = made(opened, twin, frame, tmp_path)
    twin.fail("html", path=sent.provider_job_id, status=200)

    with pytest.raises(Unavailable):
        model.collect(sent, tmp_path)
