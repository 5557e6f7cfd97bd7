"""The only sender of Celery messages: by name, with ids only, once the transaction has committed."""

from __future__ import annotations

from functools import partial
from typing import Final

from celery import current_app
from django.db import transaction

RUN_JOB: Final = "generation.run_job"
ADVANCE_RUN: Final = "generation.advance_run"


def send(name: str, **ids: int) -> None:
    """Send a message when the current transaction commits; not at all if it is rolled back."""
    transaction.on_commit(partial(_publish, name, ids))


def _publish(name: str, ids: dict[str, int]) -> None:
    current_app.send_task(name, kwargs=ids)
