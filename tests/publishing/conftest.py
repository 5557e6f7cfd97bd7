"""A library that publishes, and messages that wait for the test."""

from __future__ import annotations

import pytest

from generation import queue as generation_queue
from publishing import queue as publishing_queue
from tests.fakes import FakeQueue


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> FakeQueue:
    """What workers were sent for; nobody comes."""
    fake = FakeQueue()
    monkeypatch.setattr(generation_queue, "send", fake.send)
    monkeypatch.setattr(publishing_queue, "send", fake.send)
    return fake
