"""Vendors that are slow, lie, break down and talk nonsense, and messages that are lost, forged, early and late.

In each case the picture is there or somebody is told, each piece is on the bill once, and the books say what it says.
"""

from __future__ import annotations

import errno
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from entities.models import Library
from generation import leases, queue, services, tasks
from generation.models import Job, Slot, WebhookDelivery
from generation.services import buying
from tests.twins.server import Twin

from .bought import Messages, Studio, adapters, beat, booked, introduce, make_due, started, waits_for_nobody

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

ROUNDS = 8


@dataclass
class Bench:
    """A studio, its vendor, and the messages between its parts."""

    twin: Twin
    studio: Studio
    messages: Messages

    def make(self, rounds: int = ROUNDS) -> Job:
        """Order a picture and let everybody work until nothing moves."""
        job = self.studio.order()
        self.messages.deliver_all()
        return self.go_on(job, rounds)

    def go_on(self, job: Job, rounds: int = ROUNDS) -> Job:
        """Let everybody work on until nothing moves."""
        for _ in range(rounds):
            job.refresh_from_db()
            if job.is_final:
                break
            beat(self.messages.deliver_all)
        job.refresh_from_db()
        return job

    def compare_books(self) -> None:
        """The books say what the bill says."""
        spent = booked()
        assert spent.pop("reserved", 0) == 0
        assert sum(spent.values()) == self.twin.bill_micros
        assert len({charge.job for charge in self.twin.charges}) == len(self.twin.charges)


@pytest.fixture(params=["replicate", "fal"])
def bench(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """A studio whose pictures come from a twin."""
    messages = Messages()
    monkeypatch.setattr(queue, "_publish", lambda name, ids: messages.send(name, **ids))
    # Its own thread and connection would meet the test's locks: an SQLite database in memory is shared with them.
    monkeypatch.setattr(leases._Heart, "_beat", lambda heart, job_ids: None)
    with adapters(), started(request.param) as twin:
        library = Library.objects.create(name="Home")
        yield Bench(twin, Studio(library, 4, introduce(twin, library)), messages)


CREATES = {"replicate": r"/v1/predictions$", "fal": r"/fal-ai/flux-2-pro$"}
LOOKS = {"replicate": r"/v1/predictions/\w+$", "fal": r"/requests/"}
FILES = {"replicate": r"/delivery/", "fal": r"/out/"}


def fail(bench: Bench, kind: str, path: dict[str, str], **more: Any) -> None:
    """Let the next such request go wrong."""
    method = "POST" if path is CREATES else "GET"
    bench.twin.fail(kind, path=path[bench.twin.name], method=method, **more)


# --- The vendor ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["drop", "html"])
def test_what_broke_before_it_was_taken_is_bought_once_or_somebody_is_told(bench: Bench, kind: str) -> None:
    fail(bench, kind, CREATES, status=502)

    job = bench.make()

    assert len(bench.twin.charges) <= 1
    assert waits_for_nobody([job]) == []
    if job.state == Job.State.SUCCEEDED:
        bench.compare_books()


@pytest.mark.parametrize("kind", ["drop_after", "html_after", "truncate", "garbage"])
def test_an_answer_that_was_lost_after_it_was_made_is_found_and_not_bought_again(bench: Bench, kind: str) -> None:
    fail(bench, kind, CREATES, status=500)

    job = bench.make()

    assert len(bench.twin.charges) <= 1
    if kind == "garbage":
        assert waits_for_nobody([job]) == []
    else:
        assert job.state == Job.State.SUCCEEDED
        bench.compare_books()


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("html", {"status": 502, "times": 3}),
        ("html", {"status": 200}),
        ("garbage", {}),
        ("drop", {"times": 2}),
        ("truncate", {}),
        ("answer", {"status": 500, "body": {"detail": "Internal server error"}}),
        ("answer", {"status": 429, "body": {"detail": "Request was throttled."}, "headers": {"Retry-After": "1"}}),
    ],
)
def test_a_status_that_cannot_be_read_is_asked_for_again(bench: Bench, kind: str, more: dict[str, Any]) -> None:
    fail(bench, kind, LOOKS, **more)

    job = bench.make()

    assert job.state == Job.State.SUCCEEDED, (job.error_code, job.error_detail, job.vendor_words)
    assert len(bench.twin.charges) == 1
    bench.compare_books()


@pytest.mark.parametrize("kind", ["truncate", "drop", "html"])
def test_a_download_that_breaks_is_begun_again_and_nothing_is_bought(bench: Bench, kind: str) -> None:
    fail(bench, kind, FILES, status=503)

    job = bench.make()

    assert job.state == Job.State.SUCCEEDED
    assert len(bench.twin.charges) == 1
    bench.compare_books()


@pytest.mark.parametrize("lie", ["kind"])
def test_what_is_no_picture_is_told_and_counted_as_wasted(bench: Bench, lie: str) -> None:
    bench.twin.knobs["lie"] = lie

    job = bench.make()

    assert (job.state, job.error_code) == (Job.State.FAILED, "bad_answer")
    assert job.is_permanent, "what was paid for is not bought again by itself"
    assert booked() == {"wasted": bench.twin.bill_micros}


def test_a_vendor_that_is_slow_is_waited_for(bench: Bench) -> None:
    bench.twin.knobs["seconds"] = 600
    job = bench.make(rounds=3)
    assert job.state == Job.State.WAITING

    bench.twin.pass_time(600)
    bench.go_on(job)

    assert job.state == Job.State.SUCCEEDED
    bench.compare_books()


def test_a_vendor_that_forgot_is_not_asked_to_make_it_again(bench: Bench) -> None:
    bench.twin.knobs["seconds"] = 600
    job = bench.make(rounds=1)
    bench.twin.knobs["lose"] = True

    bench.go_on(job)

    assert (job.state, job.error_code, job.is_permanent) == (Job.State.FAILED, "lost_by_vendor", True)
    bench.compare_books()


# --- Its messages ---------------------------------------------------------------------------------------------


@pytest.fixture
def reachable(bench: Bench, live_server: Any, settings: Any) -> Bench:
    """The same studio with an address that the vendor can call."""
    settings.PUBLIC_URL = live_server.url
    return bench


def arrived(bench: Bench, count: int) -> None:
    """Wait until the vendor has been answered so many messages."""
    delivered: list[Any] = bench.twin.postman.delivered  # type: ignore[attr-defined]
    until = time.monotonic() + 10
    while len(delivered) < count:
        assert time.monotonic() < until, "no message came"
        time.sleep(0.02)


@pytest.mark.parametrize("way", ["signed", "double", "unordered"])
def test_a_message_brings_the_picture_without_anybody_asking(reachable: Bench, way: str) -> None:
    reachable.twin.knobs.update(webhook=way, seconds=0.1)
    job = reachable.studio.order()
    reachable.messages.deliver_all()

    arrived(reachable, 1 if way == "signed" else 2)
    reachable.messages.deliver_all()
    reachable.messages.deliver_all()

    job.refresh_from_db()
    assert job.state == Job.State.SUCCEEDED
    assert Slot.objects.get(pk=job.slot_id).takes.count() == 1
    reachable.compare_books()


@pytest.mark.parametrize("way", ["forged", "stale"])
def test_a_message_that_is_not_the_vendors_changes_nothing(reachable: Bench, way: str) -> None:
    reachable.twin.knobs.update(webhook=way, seconds=0.1)
    job = reachable.studio.order()
    reachable.messages.deliver_all()

    arrived(reachable, 1)
    reachable.messages.deliver_all()

    job.refresh_from_db()
    assert job.state == Job.State.WAITING
    assert WebhookDelivery.objects.exclude(problem="").exists()
    reachable.go_on(job)
    assert job.state == Job.State.SUCCEEDED
    reachable.compare_books()


def test_a_message_that_comes_before_the_answer_is_not_lost(reachable: Bench) -> None:
    reachable.twin.knobs.update(webhook="early")
    job = reachable.studio.order()
    reachable.messages.deliver_all()

    tasks.poll_waiting()  # due already, although nobody made it so

    job.refresh_from_db()
    assert job.state == Job.State.SUCCEEDED
    reachable.compare_books()


def test_a_message_that_never_comes_is_not_needed(reachable: Bench) -> None:
    reachable.twin.knobs.update(webhook="never")

    job = reachable.make()

    assert job.state == Job.State.SUCCEEDED
    assert not WebhookDelivery.objects.exists()
    reachable.compare_books()


def test_a_message_finds_what_was_made_and_whose_answer_was_lost(reachable: Bench) -> None:
    reachable.twin.knobs.update(webhook="signed", seconds=0.3)
    fail(reachable, "drop_after", CREATES)
    job = reachable.studio.order()
    reachable.messages.deliver_all()
    job.refresh_from_db()
    assert job.state == Job.State.UNCONFIRMED

    arrived(reachable, 1)
    reachable.messages.deliver_all()

    job.refresh_from_db()
    assert job.state == Job.State.SUCCEEDED
    reachable.compare_books()


def test_a_message_that_is_late_finds_everything_done(reachable: Bench) -> None:
    reachable.twin.knobs.update(webhook="late", seconds=0)
    job = reachable.make()
    assert job.state == Job.State.SUCCEEDED

    reachable.twin.pass_time(10)
    arrived(reachable, 1)
    reachable.messages.deliver_all()

    assert Job.objects.get().state == Job.State.SUCCEEDED
    reachable.compare_books()


def test_two_who_look_at_the_same_moment_make_one_take(bench: Bench, settings: Any) -> None:
    job = bench.studio.order()
    bench.messages.deliver_all()
    both = []
    for _ in range(2):
        make_due()
        both += buying.take_due(Job.State.WAITING)

    tasks._look_at(both)

    job.refresh_from_db()
    assert [one.pk for one in both] == [job.pk, job.pk]
    assert job.state == Job.State.SUCCEEDED
    assert Slot.objects.get(pk=job.slot_id).takes.count() == 1
    assert list((settings.DATA_DIR / "inbox").glob(f"{job.pk}-*")) == []
    bench.compare_books()


# --- The disk ---------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A real disk of a few kilobytes, on which the studio works."""
    place = tmp_path / "disk"
    place.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k,nr_inodes=200", "none", place], check=False
        ).returncode
    ):
        pytest.skip("only root may make a disk that is full")
    settings.DATA_DIR = place
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path) -> Path:
    """Leave room for nothing but names of files."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC
    return ballast


def test_a_disk_that_is_full_during_a_download_costs_nothing_twice(
    bench: Bench, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = bench.studio.order()
    bench.messages.deliver_all()
    ballast = fill(small_disk)

    bench.go_on(job, rounds=2)

    told = job.waits_for
    assert job.state == Job.State.WAITING
    assert "disk is full" in told.lower()
    ballast.unlink()
    bench.go_on(job)
    assert job.state == Job.State.SUCCEEDED
    assert len(bench.twin.charges) == 1
    bench.compare_books()


@pytest.mark.parametrize("place", ["shutil.move", "shutil.copyfile"])
def test_a_disk_that_is_full_once_it_has_arrived_leaves_it_at_the_vendor(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    job = bench.studio.order()
    bench.messages.deliver_all()
    with monkeypatch.context() as patch:
        patch.setattr(place, full)
        bench.go_on(job, rounds=2)
    assert (job.state, "disk is full" in job.waits_for.lower()) == (Job.State.WAITING, True)

    bench.go_on(job)

    assert job.state == Job.State.SUCCEEDED
    bench.compare_books()


def test_a_restart_takes_what_arrived_before_it(bench: Bench) -> None:
    bench.twin.knobs["seconds"] = 0
    job = bench.studio.order()
    bench.messages.deliver_all()
    Job.objects.filter(pk=job.pk).update(state=Job.State.COLLECTING, worker="dead:1:a", heartbeat_at=job.created_at)

    services.recover_interrupted(dead_worker="dead:")
    bench.go_on(job)

    assert job.state == Job.State.SUCCEEDED
    bench.compare_books()
