"""Many workers on PostgreSQL and Redis: none takes work from a live one, none loses what a dead one held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from entities.models import Library
from generation import services
from generation.models import Job, ModelOffer, Run
from projects.models import Project
from projects.services import create_film
from sceneme import celery_app

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.servers,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not settings.REDIS_URL, reason="needs PostgreSQL and Redis, which script/test starts"),
    pytest.mark.django_db(transaction=True),
]

Start = Callable[[str], subprocess.Popen[bytes]]


@pytest.fixture
def start_worker() -> Iterator[Start]:
    """Start worker processes on the test's own database; they die with the test."""
    workers: list[subprocess.Popen[bytes]] = []

    def start(name: str, *extra: str) -> subprocess.Popen[bytes]:
        options = connection.settings_dict
        url = f"postgres://{options['USER']}@/{options['NAME']}?host={options['HOST'] or options['OPTIONS']['host']}"
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "SCENEME_JOB_LEASE": "6",
            "SCENEME_WORKER_HOME": name,
            "SCENEME_PROCESSES": "1",
        }
        command = [
            sys.executable,
            "-m",
            "celery",
            "-A",
            "sceneme",
            "worker",
            "-P",
            "threads",
            "-c",
            "4",
            "-n",
            name,
            "-B",
            *extra,
        ]
        command += ["-s", str(settings.DATA_DIR / f"beat-{name}"), "-l", "ERROR"]
        worker = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        workers.append(worker)
        return worker

    yield start
    for worker in workers:
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()


@pytest.fixture
def project() -> Project:
    """A short film that nothing has been made for."""
    services.sync_shipped()
    return create_film(Library.objects.create(name="Home"), "a lighthouse keeper finds a letter", seconds=15)


def wait_until(is_true: Callable[[], bool], *, seconds: int = 300) -> None:
    """Wait for something that other processes do."""
    deadline = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < deadline, list(
            Job.objects.values_list("slot__role", "state", "worker", "error_detail")
        )
        time.sleep(0.1)


def finished(run: Run) -> bool:
    """Tell whether a run is finished; a run that stopped fails the test with its own words."""
    run.refresh_from_db()
    assert run.state in {Run.State.RUNNING, Run.State.FINISHED}, run.message
    return run.state == Run.State.FINISHED


def test_two_workers_make_one_film_and_no_job_is_taken_from_a_live_one(project: Project, start_worker: Start) -> None:
    start_worker("one")
    start_worker("two")

    run = services.start_run(project)
    wait_until(lambda: finished(run))

    # The leases here are six seconds; whatever takes longer lives on its heartbeats.
    assert set(Job.objects.values_list("attempt", flat=True)) == {1}
    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.SUCCEEDED}
    assert len({worker.split(":")[0] for worker in Job.objects.values_list("worker", flat=True)}) == 2


def test_what_a_killed_worker_held_is_finished_by_another(project: Project, start_worker: Start) -> None:
    doomed = start_worker("doomed")
    run = services.start_run(project)
    wait_until(
        lambda: Job.objects.filter(slot__role="clip", state=Job.State.RUNNING, worker__startswith="doomed").exists()
    )
    done = set(Job.objects.filter(state=Job.State.SUCCEEDED).values_list("pk", "finished_at"))

    os.killpg(doomed.pid, signal.SIGKILL)
    doomed.wait()
    start_worker("heir")
    wait_until(lambda: finished(run))

    assert done <= set(Job.objects.filter(state=Job.State.SUCCEEDED).values_list("pk", "finished_at"))
    assert Job.objects.filter(attempt=2, state=Job.State.SUCCEEDED).exists()


def test_a_job_that_outlasts_its_lease_stays_with_its_live_worker(project: Project, start_worker: Start) -> None:
    ModelOffer.objects.filter(key="animatic/planner").update(adapter="tests.fakes.SlowPlanner")
    start_worker("slow")
    start_worker("eager")

    run = services.start_run(project, until=Run.Gate.SCRIPT)
    wait_until(lambda: Run.objects.get(pk=run.pk).state == Run.State.PAUSED, seconds=90)

    job = Job.objects.get()
    assert (job.attempt, job.state) == (1, Job.State.SUCCEEDED)
    assert job.finished_at is not None
    assert job.started_at is not None
    assert (job.finished_at - job.started_at).total_seconds() > 12


def test_a_message_that_is_lost_with_the_broker_is_sent_again(project: Project, start_worker: Start) -> None:
    run = services.start_run(project, until=Run.Gate.SCRIPT)
    celery_app.control.purge()
    Run.objects.update(wants_advance=True)  # as if the message were still on its way

    start_worker("finder")
    wait_until(lambda: Run.objects.get(pk=run.pk).state == Run.State.PAUSED, seconds=90)

    assert Job.objects.get().state == Job.State.SUCCEEDED
