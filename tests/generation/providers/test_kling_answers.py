"""What Kling answers: refusals, lost answers, messages, the account."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar

import httpx
import jsonschema
import pytest

from generation.providers.base import (
    Access,
    BadKey,
    ClipRequest,
    Forged,
    GoneModel,
    Invalid,
    LipSyncRequest,
    MediaInput,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Ticket,
    Unavailable,
    Unconfirmed,
    Working,
)
from generation.providers.kling.account import look
from generation.providers.kling.client import Tokens
from generation.providers.kling.lipsync import KlingLipSync
from generation.providers.kling.rows import MODELS, VENDORS
from generation.providers.kling.video import KlingVideo
from generation.providers.kling.webhook import verify
from tests.twins import media
from tests.twins.kling import KEY, KlingTwin
from tests.twins.kling_rules import schemas
from tests.twins.server import Answer, Asked, Twin

ROWS = {row.key.partition("/")[2]: row for row in MODELS}
Open = Callable[..., Any]


class Mailbox(Twin):
    """Somebody who is called."""

    name: ClassVar[str] = "mailbox"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (("POST", r"/hook", "take"),)

    def take(self, asked: Asked) -> Answer:
        """Take a message."""
        return Answer(200, {"ok": True})

    def wait_for(self, count: int) -> list[bytes]:
        """Return the first messages once they are there."""
        for _ in range(200):
            if len(self.seen) >= count:
                return [asked.body for asked in self.seen]
            time.sleep(0.01)
        raise AssertionError(f"{len(self.seen)} of {count} messages came")


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


# --- Refusals and lost answers ---------------------------------------------------------------------

REFUSALS: list[tuple[int, int, type[ProviderError]]] = [
    (401, 1002, BadKey),
    (429, 1100, BadKey),
    (429, 1101, OutOfCredit),
    (429, 1102, OutOfCredit),
    (403, 1103, BadKey),
    (400, 1200, Invalid),
    (400, 1201, Invalid),
    (404, 1203, GoneModel),
    (400, 1300, Refused),
    (400, 1301, Refused),
    (429, 1302, RateLimited),
    (429, 1303, RateLimited),
    (429, 1304, NeedsSetup),
    (500, 5000, Unconfirmed),
    (503, 5001, Unavailable),
    (504, 5002, Unconfirmed),
    (200, 1102, OutOfCredit),
    (200, 5000, Unconfirmed),
    (200, 5001, Unavailable),
]


@pytest.mark.parametrize(("number", "code", "meaning"), REFUSALS)
def test_each_code_has_its_meaning(
    opened: Open,
    twin: KlingTwin,
    frame: MediaInput,
    tmp_path: Path,
    number: int,
    code: int,
    meaning: type[ProviderError],
) -> None:
    twin.fail("answer", method="POST", status=number, body={"code": code, "message": "because", "request_id": "r"})

    with pytest.raises(ProviderError) as caught:
        opened().submit(clip(frame), tmp_path)

    assert type(caught.value) is meaning
    assert f"code {code}: because" in caught.value.vendor_words
    assert len(twin.asked_for("POST", "image2video")) == 1


def test_the_twin_refuses_as_the_vendor_does(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model = opened()
    for knobs, meaning in (
        ({"concurrency": 0}, RateLimited),
        ({"credit_micros": 1}, OutOfCredit),
        ({"gone": ["kling-v2-1"]}, GoneModel),
        ({"refuse": ["window"]}, Refused),
    ):
        before = dict(twin.knobs)
        twin.knobs.update(knobs)
        with pytest.raises(meaning):
            model.submit(clip(frame), tmp_path)
        twin.knobs.clear()
        twin.knobs.update(before)

    assert twin.charges == []


def test_a_task_that_fails_says_why(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model = opened()
    twin.knobs.update(seconds=0, end="fail")
    broken = model.submit(clip(frame), tmp_path)
    twin.knobs.update(end="succeed", refuse_late=["window"])
    refused = model.submit(clip(frame), tmp_path)

    with pytest.raises(ProviderError) as caught:
        model.collect(broken, tmp_path)
    with pytest.raises(Refused):
        model.collect(refused, tmp_path)

    assert (caught.value.code, caught.value.permanent) == ("provider_error", False)
    assert twin.charges == []


@pytest.mark.parametrize("kind", ["drop_after", "html_after", "truncate", "garbage"])
def test_a_lost_answer_is_found_by_our_own_number_and_bought_once(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path, kind: str
) -> None:
    model = opened()
    twin.fail(kind, method="POST", status=502)
    with pytest.raises(Unconfirmed):
        model.submit(clip(frame), tmp_path, Ticket("job-9"))

    found = model.find(clip(frame), Ticket("job-9", sent_at=time.time()))

    assert isinstance(model.collect(found, tmp_path), Working)
    assert len(twin.charges) == 1


def test_a_task_is_found_in_the_list_where_it_cannot_be_asked_for_by_our_number(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    model = opened()
    sent = model.submit(clip(frame), tmp_path, Ticket("job-9"))
    model.submit(clip(frame), tmp_path, Ticket("job-10"))
    twin.fail("answer", path="job-9", status=400, body={"code": 1201, "message": "task_id is invalid"})

    found = model.find(clip(frame), Ticket("job-9", sent_at=time.time()))

    assert found == sent


def test_what_never_arrived_is_surely_not_there(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    model = opened()
    model.submit(clip(frame), tmp_path, Ticket("job-1"))

    assert model.find(clip(frame), Ticket("job-9", sent_at=time.time())) is None
    with pytest.raises(Unconfirmed):
        model.find(clip(frame), Ticket(sent_at=time.time()))


def test_a_lost_lip_sync_is_only_surely_not_there(opened: Open, twin: KlingTwin, tmp_path: Path) -> None:
    model = opened(KlingLipSync, "lip-sync")
    request = spoken(tmp_path)

    assert model.find(request, Ticket("job-1", sent_at=time.time())) is None
    model.submit(request, tmp_path)
    with pytest.raises(Unconfirmed):
        model.find(request, Ticket("job-1", sent_at=time.time()))
    assert model.find(request, Ticket("job-1", sent_at=time.time() + 60)) is None


def test_the_same_number_is_not_taken_twice(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    model = opened()
    model.submit(clip(frame), tmp_path, Ticket("job-1"))

    with pytest.raises(Invalid):
        model.submit(clip(frame), tmp_path, Ticket("job-1"))

    assert len(twin.charges) == 1


# --- Messages and the account ----------------------------------------------------------------------


def test_each_change_is_called_out_and_read(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0.05, webhook="double")
    with Mailbox() as mailbox:
        sent = opened().submit(clip(frame), tmp_path, Ticket("job-1", f"{mailbox.url}/hook"))
        bodies = mailbox.wait_for(6)  # type: ignore[attr-defined]

    told = [verify(body, {}, Access(), 0.0) for body in bodies]
    assert {delivery.provider_job_id for delivery in told} == {sent.provider_job_id}
    assert {json.loads(body)["task_status"] for body in bodies} == {"submitted", "processing", "succeed"}
    assert all("data" not in json.loads(body) for body in bodies)


def test_a_message_may_come_before_the_answer(opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path) -> None:
    twin.knobs.update(webhook="early")
    with Mailbox() as mailbox:
        sent = opened().submit(clip(frame), tmp_path, Ticket("job-1", f"{mailbox.url}/hook"))

        assert verify(mailbox.seen[0].body, {}, Access(), 0.0).provider_job_id == sent.provider_job_id


def test_the_same_change_is_the_same_delivery() -> None:
    body = {"task_id": "t1", "task_status": "succeed", "updated_at": 5}

    first = verify(json.dumps(body).encode(), {}, Access(), 0.0)
    again = verify(json.dumps({"code": 0, "data": body}).encode(), {}, Access(), 0.0)
    other = verify(json.dumps({**body, "task_status": "failed"}).encode(), {}, Access(), 0.0)

    assert first == again
    assert other.delivery_id != first.delivery_id


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"task_id": 5}', b'{"data": {"task_id": ""}}'])
def test_a_message_about_no_task_is_refused(body: bytes) -> None:
    with pytest.raises(Forged):
        verify(body, {}, Access(), 0.0)


def test_the_account_says_what_is_left_of_open_packages(twin: KlingTwin) -> None:
    twin.charge("t", 7_000_000, "fifty units")

    account = look(Access("kling", twin.url, KEY))

    assert account.identity == ""
    assert account.balance == "Video Generation - 1000 units: 950 of 1,000 units left until 17 March 2030"


def test_rows_have_prices_limits_and_sources() -> None:
    assert [vendor.key for vendor in VENDORS] == ["kling"]
    assert len({row.key for row in MODELS}) == len(MODELS)
    for row in MODELS:
        assert row.price_micros > 0
        assert row.facts_date
        assert row.facts_source
        json.dumps(dict(row.settings))


def test_the_twin_answers_as_the_published_schema_says(
    opened: Open, twin: KlingTwin, frame: MediaInput, tmp_path: Path
) -> None:
    twin.knobs["seconds"] = 0
    sent = opened().submit(clip(frame), tmp_path, Ticket("job-1"))
    headers = {"Authorization": f"Bearer {Tokens(KEY).token()}"}
    refused = {**headers, "Authorization": "Bearer x"}

    for path, name, head in (
        (f"/v1/videos/image2video/{sent.provider_job_id}", "TaskResponse", headers),
        ("/v1/videos/image2video", "TaskListResponse", headers),
        ("/account/costs?start_time=1&end_time=2", "AccountCostsResponse", headers),
        ("/account/costs", "ErrorResponse", refused),
    ):
        told = httpx.get(f"{twin.url}{path}", headers=head).json()
        jsonschema.validate(told, {**schemas()["answers"][name], "$defs": schemas()["$defs"]})
