"""Activity: what is shown of each job, the drawer and the badge, and what a person says of a job nobody heard of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from entities.models import Library, Membership
from generation.models import Job, LedgerEntry, ModelOffer
from tests.factories import JobFactory, ModelOfferFactory
from tests.generation.planned import clip_slots, film_in, seat, stranger

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}


@pytest.fixture
def paid() -> ModelOffer:
    """A model that costs money."""
    return ModelOfferFactory.create(label="Painter", price_micros=250_000, price_unit="call")


@pytest.fixture
def doubtful(library: Library, paid: ModelOffer) -> Job:
    """A job that was sent, and of which nobody heard again; its price is set aside."""
    slot = clip_slots(film_in(library))[0]
    job: Job = JobFactory.create(slot=slot, offer=paid, state=Job.State.UNCONFIRMED)
    LedgerEntry.objects.create(
        library=library, project=job.project, job=job, kind=LedgerEntry.Kind.RESERVED, amount_micros=250_000
    )
    return job


def books(job: Job) -> dict[str, int]:
    """What stands in the ledger about a job."""
    found: dict[str, int] = {}
    for kind, amount in job.ledger.values_list("kind", "amount_micros"):
        found[kind] = found.get(kind, 0) + amount
    return found


def test_what_was_made_but_never_came_is_booked_as_wasted(client: Client, doubtful: Job) -> None:
    client.post(f"/activity/{doubtful.pk}/lost/", headers=PART)

    doubtful.refresh_from_db()
    assert doubtful.state == Job.State.FAILED
    assert "wasted" in doubtful.error_detail
    assert books(doubtful) == {"reserved": 0, "wasted": 250_000}


def test_what_was_never_made_costs_nothing_and_can_be_tried_again(client: Client, doubtful: Job) -> None:
    answer = client.post(f"/activity/{doubtful.pk}/not-made/", headers=PART).content.decode()

    doubtful.refresh_from_db()
    assert doubtful.state == Job.State.FAILED
    assert books(doubtful) == {"reserved": 0}
    assert f"/activity/{doubtful.pk}/retry/" in answer


def test_what_was_made_is_fetched_where_its_number_is_known(client: Client, doubtful: Job) -> None:
    client.post(f"/activity/{doubtful.pk}/made/", {"number": " req-17 "}, headers=PART)

    doubtful.refresh_from_db()
    assert (doubtful.state, doubtful.provider_job_id) == (Job.State.WAITING, "req-17")
    assert books(doubtful) == {"reserved": 250_000}


def test_a_job_is_settled_once(client: Client, doubtful: Job) -> None:
    client.post(f"/activity/{doubtful.pk}/lost/", headers=PART)

    answer = client.post(f"/activity/{doubtful.pk}/not-made/", headers=PART)

    assert b"settled already" in answer.content
    assert books(doubtful) == {"reserved": 0, "wasted": 250_000}


def test_a_viewer_settles_nothing(library: Library, doubtful: Job) -> None:
    viewer = seat(library, Membership.Role.VIEWER)

    page = viewer.get("/activity/").content
    answer = viewer.post(f"/activity/{doubtful.pk}/made/", headers=PART)

    assert b"No answer seen" in page
    assert b"/made/" not in page
    assert answer.status_code == 403


def test_the_drawer_shows_the_list_and_where_in_it_one_is(client: Client, library: Library) -> None:
    slots = clip_slots(film_in(library))
    waiting = JobFactory.create(slot=slots[0])
    failed = JobFactory.create(slot=slots[1], state=Job.State.FAILED)

    drawer = client.get("/activity/drawer/", {"at": "failed:1"}).content.decode()

    assert "<html" not in drawer
    assert f'id="job-{failed.pk}"' in drawer
    assert f'id="job-{waiting.pk}"' not in drawer


def test_every_page_counts_what_is_under_way_and_what_failed(client: Client, library: Library) -> None:
    slots = clip_slots(film_in(library))
    JobFactory.create(slot=slots[0])
    JobFactory.create(slot=slots[1], state=Job.State.FAILED)

    assert 'data-shown="1-1" data-live' in client.get("/library/").content.decode()
    assert client.get("/activity/badge/", {"shown": "1-1"}).status_code == 204
    assert "1 failed" in client.get("/activity/badge/", {"shown": "0-0"}).content.decode()


def test_a_failure_that_was_tried_again_or_is_old_is_counted_no_more(client: Client, library: Library) -> None:
    first, second = clip_slots(film_in(library))
    JobFactory.create(slot=first, state=Job.State.FAILED)
    JobFactory.create(slot=first, state=Job.State.SUCCEEDED)
    old = JobFactory.create(slot=second, state=Job.State.FAILED)
    Job.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=8))

    assert 'data-shown="0-0"' in client.get("/activity/badge/").content.decode()


def test_the_badge_counts_nothing_of_strangers(library: Library) -> None:
    JobFactory.create(slot=clip_slots(film_in(library))[0])

    assert 'data-shown="0-0"' in stranger().get("/activity/badge/").content.decode()


def test_the_badge_is_one_query(client: Client, library: Library) -> None:
    JobFactory.create(slot=clip_slots(film_in(library))[0])
    client.get("/activity/badge/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/activity/badge/")

    assert len([query for query in queries if "generation_job" in query["sql"]]) == 1


def test_the_log_says_who_asked_when_and_what_the_vendor_said(client: Client, editor: Membership) -> None:
    slot, now = clip_slots(film_in(editor.library))[0], timezone.now()
    JobFactory.create(
        slot=slot,
        state=Job.State.FAILED,
        started_at=now,
        finished_at=now,
        vendor_words="<b>flagged</b>",
        requested_by=editor.user,
    )

    page = client.get("/activity/").content.decode()

    assert f"by {editor.user.username}" in page
    assert "&lt;b&gt;flagged&lt;/b&gt;" in page
    assert "Shot 1.1" in page


def test_only_the_last_failure_of_a_place_can_be_tried_again(client: Client, library: Library) -> None:
    slot = clip_slots(film_in(library))[0]
    first = JobFactory.create(slot=slot, state=Job.State.FAILED)
    last = JobFactory.create(slot=slot, state=Job.State.FAILED)

    page = client.get("/activity/").content.decode()

    assert f"/activity/{last.pk}/retry/" in page
    assert f"/activity/{first.pk}/retry/" not in page
