"""What tests of the engine begin with: a studio, a platform's twin, a clock, and messages that are held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from generation import queue
from publishing import leases, tasks
from publishing.models import Publication
from tests.faults.published import Clock, ClockedTwin, Messages, Studio, only, virtual
from tests.publishing import generic


@dataclass
class Engine:
    """A studio whose beat and worker are the test's."""

    clock: Clock
    twin: ClockedTwin
    studio: Studio
    messages: Messages

    def work(self, *, rounds: int = 6, step_s: float = 10) -> None:
        """Do some rounds of beat and all that they send for."""
        for _ in range(rounds):
            tasks.publish_due()
            self.messages.deliver_all()
            self.clock.pass_time(step_s)

    def again(self, publication: Publication) -> Publication:
        """Read a row anew."""
        publication.refresh_from_db()
        return publication


@contextmanager
def running(**row: Any) -> Iterator[Engine]:
    """Give a studio with one account, on a platform whose row is changed as told."""
    clock = Clock()
    messages = Messages()
    with pytest.MonkeyPatch.context() as patch, virtual(clock), ClockedTwin(clock).start() as twin:
        assert isinstance(twin, ClockedTwin)
        patch.setattr(queue, "_publish", lambda name, ids: messages.send(name, **ids))
        patch.setattr(transaction, "on_commit", lambda call: call())
        patch.setattr(leases._Heart, "_beat", lambda heart, held: None)
        with only(generic.row(twin.url, **row)):
            yield Engine(clock, twin, Studio(twin), messages)
