"""The only sender of Celery messages: by name, with ids only, once the transaction has committed."""

from __future__ import annotations

from functools import partial
from typing import Final

import structlog
from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from generation.models import Job, Vendor

log = structlog.get_logger(__name__)

RUN_JOB: Final = "generation.run_job"
ADVANCE_RUN: Final = "generation.advance_run"
LOOK_AT_JOB: Final = "generation.look_at_job"
CANCEL_JOB: Final = "generation.cancel_job"

GPU: Final = "gpu"


def send(name: str, **ids: int) -> None:
    """Send a message when the current transaction commits; not at all if it is rolled back."""
    transaction.on_commit(partial(_publish, name, ids))


def _publish(name: str, ids: dict[str, int]) -> None:
    try:
        current_app.send_task(name, kwargs=ids, queue=_queue(name, ids))
    except (OperationalError, OSError):
        # What is to be done is in the database already; beat sends it again when the broker is back.
        log.warning("message not sent", task=name, **ids, exc_info=True)


def _queue(name: str, ids: dict[str, int]) -> str | None:
    """Return the queue of a message where it is not the usual one: some work is for workers with a graphics card."""
    if name != RUN_JOB:
        return None
    for_cards = Vendor.objects.filter(settings__queue=GPU).values("key")
    return GPU if Job.objects.filter(pk=ids["job_id"], offer__vendor__in=for_cards).exists() else None
