"""Figures for Prometheus: true to the database, and open to nobody without the token."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from entities.models import Library
from generation.models import Job, LedgerEntry, VendorGate, WebhookDelivery
from tests.factories import JobFactory, ModelOfferFactory
from tests.generation.planned import clip_slots, film_in, seat

pytestmark = pytest.mark.django_db

TOKEN = "a-long-token-for-prometheus"


@pytest.fixture(autouse=True)
def _token(settings: Settings) -> None:
    settings.METRICS_TOKEN = TOKEN


def figures() -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    """All figures as Prometheus reads them."""
    answer = Client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def at(name: str, **labels: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """The key of one figure."""
    return name, frozenset(labels.items())


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}"])
def test_without_the_token_there_is_no_such_page(shown: str, library: Library) -> None:
    headers = {"Authorization": shown} if shown else {}

    assert Client().get("/metrics", headers=headers).status_code == 404
    assert seat(library).get("/metrics", headers=headers).status_code == 404


def test_no_token_at_all_opens_it_to_staff_only(settings: Settings, library: Library) -> None:
    settings.METRICS_TOKEN = ""
    staff = Client()
    staff.force_login(User.objects.create_user("staff", is_staff=True))

    assert Client().get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404
    assert seat(library).get("/metrics").status_code == 404
    assert staff.get("/metrics").status_code == 200


def test_the_figures_are_what_the_database_says(library: Library) -> None:
    slots, offer = clip_slots(film_in(library, shots=3)), ModelOfferFactory.create(vendor="nine")
    now = timezone.now()
    done = JobFactory.create(
        slot=slots[0], offer=offer, state=Job.State.SUCCEEDED, started_at=now - timedelta(seconds=30), finished_at=now
    )
    JobFactory.create(slot=slots[1], offer=offer, state=Job.State.WAITING, provider_job_id="r1")
    JobFactory.create(slot=slots[2], offer=offer, state=Job.State.UNCONFIRMED)
    for kind, micros in (("settled", 250_000), ("wasted", 5_000)):
        LedgerEntry.objects.create(library=library, job=done, kind=kind, amount_micros=micros)
    WebhookDelivery.objects.create(vendor="nine", delivery_id="a", times=3)
    WebhookDelivery.objects.create(vendor="nine", delivery_id="b", problem="forged")
    VendorGate.objects.create(vendor="nine", reason="bad_key", closed_until=now + timedelta(hours=1))
    VendorGate.objects.create(vendor="ten", reason="failing", closed_until=now - timedelta(hours=1))

    found = figures()

    assert found[at("sceneme_jobs", state="unconfirmed")] == 1
    assert found[at("sceneme_jobs", state="queued")] == 0
    assert found[at("sceneme_jobs_in_flight", vendor="nine")] == 1
    assert found[at("sceneme_job_seconds_bucket", role="clip", vendor="nine", le="20.0")] == 0
    assert found[at("sceneme_job_seconds_bucket", role="clip", vendor="nine", le="40.0")] == 1
    assert found[at("sceneme_job_seconds_sum", role="clip", vendor="nine")] == pytest.approx(30)
    assert found[at("sceneme_spend_dollars_total", vendor="nine", kind="settled")] == 0.25
    assert found[at("sceneme_spend_dollars_total", vendor="nine", kind="wasted")] == 0.005
    outcomes = {o: found[at("sceneme_webhook_deliveries_total", vendor="nine", outcome=o)] for o in _OUTCOMES}
    assert outcomes == {"taken": 1, "repeated": 2, "refused": 1}
    assert found[at("sceneme_gates_closed", vendor="nine", reason="bad_key")] == 1
    assert at("sceneme_gates_closed", vendor="ten", reason="failing") not in found


_OUTCOMES = ("taken", "repeated", "refused")
