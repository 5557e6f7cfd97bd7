"""A worker dies anywhere in the life of a bought job, and dies again on the way back: each piece is paid for once.

The worker is this process, its death an exception at a step that the outside can see; `dying` says what that leaves
out. Vendor, files and database (SQLite) are real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from entities.models import Library
from generation import leases, services
from generation.models import Job, Slot
from tests.twins.server import Twin

from .bought import Messages, Studio, adapters, beat, booked, introduce, started, waits_for_nobody
from .dying import Killed, Reaper

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

ROUNDS_BEFORE_ASLEEP = 8
"""More rounds of beat than any job needs to come to its end when nobody dies."""


DEATHS = 440
"""At each of two vendors; with each step once, at both, that makes a thousand."""


@dataclass
class Worker:
    """One worker that is started again each time it dies."""

    twin: Twin
    studio: Studio
    reaper: Reaper
    messages: Messages
    deaths: int = 0

    def make(self, deaths: Sequence[int]) -> Job:
        """Have one picture made, dying at each of these steps in turn; the last life is a whole one."""
        self.reaper.restart(at=None)
        job = self.studio.order()
        for at in (*deaths, None):
            self.reaper.restart(at=at)
            try:
                self._live(job)
            except Killed:
                self.deaths += 1
                self.messages.messages.clear()
        return job

    def _live(self, job: Job) -> None:
        services.resume_after_restart(leases.worker_name().split(":")[0])
        for _ in range(ROUNDS_BEFORE_ASLEEP):
            self.messages.deliver_all()
            if Job.objects.filter(pk=job.pk, state__in=Job.FINAL).exists():
                return
            beat(self.messages.deliver_all)

    def steps(self) -> list[str]:
        """Return the steps of a whole life."""
        self.make([])
        return list(self.reaper.names)


@pytest.fixture(params=["replicate", "fal"])
def worker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """A worker whose pictures come from a twin."""
    with adapters(), started(request.param) as twin:
        library = Library.objects.create(name="Home")
        studio = Studio(library, 700, introduce(twin, library))
        messages, reaper = Messages(), Reaper()
        with monkeypatch.context() as patch:
            reaper.install(patch, messages)
            yield Worker(twin, studio, reaper, messages)


def check(worker: Worker, jobs: Sequence[Job]) -> None:
    """Compare what became of jobs with the vendor's bill."""
    worker.reaper.restart(at=None)
    assert waits_for_nobody(jobs) == []
    rows = Job.objects.filter(pk__in=[job.pk for job in jobs])
    failed = rows.exclude(state__in=[Job.State.SUCCEEDED, Job.State.UNCONFIRMED])
    assert list(failed.values_list("state", "error_code", "error_detail")) == []
    taken = Slot.objects.filter(jobs__in=rows.filter(state=Job.State.SUCCEEDED))
    assert not taken.filter(selected_take=None).exists()
    assert all(slot.takes.count() == 1 for slot in taken)


def compare_books(worker: Worker) -> None:
    """Each piece is on the bill once at most, and what was delivered is booked as the vendor billed it."""
    made = list(Job.objects.filter(state=Job.State.SUCCEEDED).values_list("provider_job_id", flat=True))
    billed = [charge.job for charge in worker.twin.charges]
    open_ones = Job.objects.filter(state=Job.State.UNCONFIRMED).count()
    assert len(set(made)) == len(made)
    assert len(set(billed)) == len(billed)
    assert set(made) <= set(billed)
    assert len(billed) <= Job.objects.count(), "more was bought than was asked for"
    assert len(set(billed) - set(made)) <= open_ones
    settled = sum(charge.micros for charge in worker.twin.charges if charge.job in set(made))
    assert booked().get("settled", 0) == settled
    assert bool(booked().get("reserved", 0)) == bool(open_ones)
    assert "wasted" not in booked()


def test_whatever_step_a_worker_dies_at_the_picture_is_there_and_paid_for_once(worker: Worker) -> None:
    whole = len(worker.steps())

    jobs = [worker.make([at]) for at in range(1, whole + 1)]

    assert whole > 30
    check(worker, jobs)
    compare_books(worker)


def test_a_worker_that_dies_a_thousand_times_at_random_buys_nothing_twice(worker: Worker) -> None:
    whole, chance = len(worker.steps()), random.Random(20261120)

    jobs = []
    while worker.deaths < DEATHS:
        jobs.append(worker.make([chance.randint(1, whole) for _ in range(chance.randint(1, 12))]))

    check(worker, jobs)
    compare_books(worker)
