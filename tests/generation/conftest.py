"""A film that fake vendors make, a queue that waits for the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from entities.models import Library, Voice
from generation import queue, routing
from generation.models import ModelOffer
from projects.models import Project
from tests.fakes import FakeQueue, FakeVendor


@pytest.fixture
def task_queue(monkeypatch: pytest.MonkeyPatch) -> FakeQueue:
    """Messages wait until the test delivers them."""
    fake = FakeQueue()
    monkeypatch.setattr(queue, "send", fake.send)
    return fake


@pytest.fixture
def vendor(db: None) -> Iterator[type[FakeVendor]]:
    """One fake offer per capability, and two voices."""
    FakeVendor.reset()
    routing._build.cache_clear()
    for capability in ("text", "speech", "image", "video", "music", "effects"):
        ModelOffer.objects.create(
            key=f"fake/{capability}",
            # It makes what the plan says, as the animatic does.
            settings={"staging": True},
            takes=["first_frame", "sound"] if capability == "video" else [],
            label=f"Fake {capability}",
            vendor="fake",
            capability=capability,
            adapter="tests.fakes.FakeVendor",
            endpoint=capability,
        )
    for key in ("heart", "girl"):
        Voice.objects.create(offer="fake/speech", key=key, name=key.title(), sex="female")
    yield FakeVendor
    FakeVendor.reset()
    routing._build.cache_clear()


@pytest.fixture
def library(db: None) -> Library:
    """A library."""
    return Library.objects.create(name="Home")


@pytest.fixture
def project(library: Library) -> Project:
    """A film that nothing has been made for."""
    return Project.objects.create(library=library, source="A lamp goes out.")
