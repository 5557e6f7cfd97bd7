"""Figures of publishing stand beside those of the studio's other work, behind the same door."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from publishing.models import Channel, Publication
from publishing.services.history import note
from tests.publishing.engine import Engine, running

pytestmark = pytest.mark.django_db

TOKEN = "a-long-token-for-prometheus"


def told(settings: Settings) -> str:
    settings.METRICS_TOKEN = TOKEN
    answer = Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_waits_what_went_out_and_how_late_is_told(settings: Settings) -> None:
    with running() as engine:
        posted, waiting = engine.studio.publication(), engine.studio.publication(in_s=7200)
        engine.work()
        _asks_a_person(engine)

        page = told(settings)

    posted.refresh_from_db()
    waiting.refresh_from_db()
    assert posted.state == Publication.State.LIVE
    assert 'sceneme_publications{state="scheduled"} 1.0' in page
    assert 'sceneme_publications{state="person"} 1.0' in page
    assert 'sceneme_publications_finished_total{platform="generic",state="live"} 1.0' in page
    assert 'sceneme_publication_late_seconds_count{platform="generic"} 1.0' in page
    assert 'sceneme_channels{platform="generic",state="ready"} 1.0' in page
    assert "sceneme_jobs" in page


def _asks_a_person(engine: Engine) -> None:
    asks = engine.studio.publication(state=Publication.State.PERSON)
    note(asks, "asked_person", "Nobody knows.")


def test_nothing_at_all_reads_as_nothing_and_not_as_unknown(settings: Settings) -> None:
    assert 'sceneme_publications{state="person"} 0.0' in told(settings)


def test_what_the_platform_keeps_is_never_late(settings: Settings) -> None:
    with running() as engine:
        early = engine.studio.publication(in_s=3600, is_kept_by_platform=True)
        engine.work()
        at = engine.clock.now() - timedelta(hours=1)
        Publication.objects.filter(pk=early.pk).update(scheduled_at=at)

        assert "sceneme_publication_late_seconds_count" not in told(settings)
        assert Channel.objects.count() == 1
