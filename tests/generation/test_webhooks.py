"""Vendors' messages at their address: believed by their signature, kept once, and never more than a reason to ask.

The twins sign; the functions that check are the real ones, and ask the twin for its secret or its keys.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from entities.models import Library
from generation import queue, webhooks
from generation.models import Job, VendorGate, WebhookDelivery
from tests.fakes import FakeQueue
from tests.faults.bought import Studio, adapters, introduce, started
from tests.twins.server import Twin

pytestmark = pytest.mark.django_db

Sign = Callable[[bytes, float], Mapping[str, str]]


@pytest.fixture(params=["replicate", "fal"])
def twin(request: pytest.FixtureRequest) -> Iterator[Twin]:
    """A vendor that signs."""
    with adapters(), started(request.param, seconds=100) as server:
        yield server


@pytest.fixture
def job(twin: Twin, library: Library, task_queue: FakeQueue) -> Job:
    """A picture that the vendor is making."""
    made = Studio(library, 1, introduce(twin, library)).order()
    task_queue.deliver_all()
    made.refresh_from_db()
    assert made.state == Job.State.WAITING
    return made


def message(job: Job) -> bytes:
    """What either vendor says of a job."""
    number = job.provider_job_id
    return json.dumps({"id": number, "request_id": number, "status": "succeeded", "payload": {}}).encode()


def signed(twin: Twin, body: bytes, *, ago_s: float = 0.0, number: str = "msg_1") -> dict[str, str]:
    """The headers with which the vendor sends it."""
    sign: Any = twin.signed  # type: ignore[attr-defined]
    headers = sign(body, number, twin.now() - ago_s)
    del headers["Content-Type"]
    return {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}


def post(job: Job, body: bytes, headers: Mapping[str, str], *, vendor: str = "", token: str = "") -> int:
    """Call the address that the vendor was given; return the status."""
    vendor = vendor or (job.offer.vendor if job.offer else "")
    path = reverse("generation:webhook", args=[vendor, token or job.token])
    answer = Client().post(path, body, content_type="application/json", **headers)  # type: ignore[arg-type]
    return answer.status_code


def looks(messages: FakeQueue) -> int:
    """How many looks at a job have been asked for."""
    return sum(name == queue.LOOK_AT_JOB for name, _ in messages.messages)


def test_a_signed_message_is_a_reason_to_look_at_once(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    body = message(job)

    status = post(job, body, signed(twin, body))

    job.refresh_from_db()
    assert (status, looks(task_queue)) == (200, 1)
    assert job.not_before is not None and job.not_before <= timezone.now()
    assert WebhookDelivery.objects.get().problem == ""


def test_what_a_message_says_is_not_believed_without_asking(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    body = message(job)

    post(job, body, signed(twin, body))

    job.refresh_from_db()
    assert job.state == Job.State.WAITING


def test_a_message_that_comes_twice_is_kept_once_and_looked_after_once(
    twin: Twin, job: Job, task_queue: FakeQueue
) -> None:
    body = message(job)

    statuses = [post(job, body, signed(twin, body)) for _ in range(3)]

    assert (statuses, looks(task_queue)) == ([200, 200, 200], 1)
    assert WebhookDelivery.objects.get().times == 3


def test_a_message_whose_bytes_were_changed_is_refused_and_written_down(
    twin: Twin, job: Job, task_queue: FakeQueue
) -> None:
    body = message(job)

    status = post(job, body.replace(b": ", b":"), signed(twin, body))

    assert (status, looks(task_queue)) == (401, 0)
    kept = WebhookDelivery.objects.get()
    assert kept.problem != ""
    assert kept.job == job


@pytest.mark.parametrize("ago_s", [3600.0, -3600.0])
def test_a_message_of_another_hour_is_refused(twin: Twin, job: Job, task_queue: FakeQueue, ago_s: float) -> None:
    body = message(job)

    status = post(job, body, signed(twin, body, ago_s=ago_s))

    assert (status, looks(task_queue)) == (401, 0)


def test_a_message_without_a_signature_is_refused(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    assert post(job, message(job), {}) == 401
    assert looks(task_queue) == 0


def test_a_forgery_does_not_keep_the_true_message_out(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    body = message(job)
    post(job, body, {})

    status = post(job, body, signed(twin, body))

    assert (status, looks(task_queue)) == (200, 1)


def test_an_address_that_nobody_was_told_is_not_there(twin: Twin, job: Job) -> None:
    body = message(job)
    other = "replicate" if twin.name == "fal" else "fal"

    assert post(job, body, signed(twin, body), token="0" * 32) == 404
    assert post(job, body, signed(twin, body), vendor=other) == 404
    assert not WebhookDelivery.objects.exists()


def test_a_job_without_a_name_at_the_vendor_has_no_address(twin: Twin, job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(token="")

    assert post(job, b"{}", {}, token="0") == 404


def test_the_address_answers_to_messages_only(job: Job) -> None:
    path = reverse("generation:webhook", args=[job.offer.vendor if job.offer else "", job.token])

    assert Client().get(path).status_code == 404
    assert Client().put(path, b"{}").status_code == 404


def test_a_message_that_is_too_large_is_not_read(twin: Twin, job: Job) -> None:
    body = b"x" * (webhooks.LARGEST + 1)

    assert post(job, body, signed(twin, body)) == 413
    assert not WebhookDelivery.objects.exists()


def test_the_largest_message_is_read(twin: Twin, job: Job) -> None:
    body = message(job)
    body += b" " * (webhooks.LARGEST - len(body))

    assert post(job, body, signed(twin, body)) == 200


def test_a_message_that_cannot_be_checked_now_is_to_come_again(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    body = message(job)
    headers = signed(twin, body)
    twin.fail("answer", path="secret|jwks", status=500, times=50)

    status = post(job, body, headers)

    assert (status, looks(task_queue)) == (503, 0)
    assert not WebhookDelivery.objects.exists()


def test_a_message_for_what_is_over_changes_nothing(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    Job.objects.filter(pk=job.pk).update(state=Job.State.SUCCEEDED, finished_at=timezone.now())
    body = message(job)

    status = post(job, body, signed(twin, body))

    job.refresh_from_db()
    assert (status, looks(task_queue), job.state) == (200, 0, Job.State.SUCCEEDED)


def test_a_message_that_comes_before_the_answer_is_remembered(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.RUNNING, worker="w", heartbeat_at=timezone.now(), provider_job_id=""
    )
    body = message(job)

    status = post(job, body, signed(twin, body))

    job.refresh_from_db()
    assert (status, looks(task_queue), job.state) == (200, 0, Job.State.RUNNING)
    assert job.deliveries.get().problem == ""


def test_a_message_finds_what_was_sent_and_whose_answer_was_lost(twin: Twin, job: Job, task_queue: FakeQueue) -> None:
    number = job.provider_job_id
    body = message(job)
    Job.objects.filter(pk=job.pk).update(state=Job.State.UNCONFIRMED, provider_job_id="", not_before=None)

    post(job, body, signed(twin, body))

    job.refresh_from_db()
    assert (job.state, job.provider_job_id) == (Job.State.WAITING, number)
    assert looks(task_queue) == 1


def test_a_message_opens_no_gate(twin: Twin, job: Job) -> None:
    closed = timezone.now() + timedelta(hours=1)
    VendorGate.objects.update_or_create(
        vendor=twin.name, account=str(job.library_id), endpoint="", defaults={"closed_until": closed}
    )
    body = message(job)

    post(job, body, signed(twin, body))

    assert VendorGate.objects.get(vendor=twin.name, endpoint="").closed_until == closed
