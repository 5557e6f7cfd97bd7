"""A film whose plan, pictures and voices come from a server that speaks OpenAI's protocol."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pytest

from entities.models import Character, Library, Voice
from generation import queue, routing, services
from generation.models import Job, LedgerEntry, ModelOffer, Run, Vendor
from generation.providers.openai.rows import MODELS, VENDORS
from projects.models import Project, Segment, Shot
from tests.fakes import FakeQueue
from tests.twins.openai import OpenAITwin

pytestmark = [pytest.mark.django_db, pytest.mark.servers]

USED = {"openai/gpt-6.1-terra", "openai/gpt-4o-mini-tts", "openai/gpt-image-2"}


@pytest.fixture
def twin(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAITwin]:
    """The twin, as the vendor that the shipped rows name, with the key in the environment."""
    with OpenAITwin() as twin:
        row = next(row for row in VENDORS if row.key == "openai")
        vendor = {**asdict(row), "base_url": twin.base_url, "is_local": True}
        Vendor.objects.update_or_create(key="openai", defaults=vendor)
        for spec in MODELS:
            if spec.key in USED:
                ModelOffer.objects.update_or_create(key=spec.key, defaults=routing._row(asdict(spec)))
        for key, sex in (("onyx", "male"), ("nova", "female"), ("sage", "female")):
            Voice.objects.create(offer="openai/gpt-4o-mini-tts", key=key, name=key.title(), sex=sex, age="adult")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
        routing._build.cache_clear()
        yield twin
        routing._build.cache_clear()


def test_a_film_is_planned_spoken_and_drawn(twin: OpenAITwin, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = FakeQueue()
    monkeypatch.setattr(queue, "send", messages.send)
    idea = "A lighthouse keeper who lies to her daughter about the war"
    film = Project.objects.create(library=Library.objects.create(name="Home"), source=idea, seconds=30)

    run = services.start_run(film, until="frames", budget_micros=20_000_000)
    messages.deliver_all()

    run.refresh_from_db()
    failed = Job.objects.filter(state=Job.State.FAILED)
    assert [(job.slot.role, job.error_detail, job.vendor_words) for job in failed] == []
    assert run.state == Run.State.PAUSED, run.message
    assert Segment.objects.filter(project=film).count() > 5
    assert Character.objects.exists()
    assert Shot.objects.filter(scene__project=film).count() > 3
    assert len(twin.asked_for("POST", "/images/")) > 3
    told = LedgerEntry.objects.filter(kind=LedgerEntry.Kind.SETTLED).exclude(job__offer__capability="speech")
    billed = [charge.micros for charge in twin.charges if not charge.job.startswith("speech")]
    assert sum(entry.amount_micros for entry in told) == sum(billed) > 0
