"""Curating: several rows at once, who changed what, and secrets that stay secret."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from entities.models import Library, LibraryEdit
from generation.models import Job, VendorKey
from projects.models import Edit
from tests.factories import CharacterFactory, JobFactory, TakeFactory
from tests.generation.planned import clip_slots, film_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> Client:
    """A browser in which an administrator has signed in."""
    browser = Client()
    browser.force_login(User.objects.create_superuser("curator"))
    return browser


def act(curator: Client, model: str, action: str, pk: int) -> str:
    """Do something with one row of a list; return what is said."""
    form = {"action": action, "_selected_action": [pk]}
    return curator.post(reverse(f"admin:generation_{model}_changelist"), form, follow=True).content.decode()


def test_a_take_can_be_approved_and_put_aside(curator: Client) -> None:
    take = TakeFactory.create()

    act(curator, "take", "approve", take.pk)
    take.refresh_from_db()
    assert take.is_kept

    act(curator, "take", "put_aside", take.pk)
    take.refresh_from_db()
    assert take.removed_at is not None


def test_retrying_says_why_something_cannot_be_made(curator: Client, library: Library) -> None:
    job = JobFactory.create(slot=clip_slots(film_in(library))[0], state=Job.State.FAILED)

    retried = act(curator, "job", "retry", job.pk)
    again = act(curator, "slot", "make_again", job.slot_id)

    assert "not now" in retried or "Being made" in retried
    assert "not now" in again or "Being made" in again


def test_a_key_is_shown_to_nobody(curator: Client, library: Library) -> None:
    now = timezone.now()
    key = VendorKey.objects.create(library=library, vendor="v", sealed="SEALED", written_at=now, tested_at=now)

    pages = [
        curator.get(reverse("admin:generation_vendorkey_changelist")),
        curator.get(reverse("admin:generation_vendorkey_change", args=(key.pk,))),
    ]

    assert [page.status_code for page in pages] == [200, 200]
    assert not any("SEALED" in page.content.decode() for page in pages)


def test_an_edit_reads_as_before_and_after(curator: Client, library: Library) -> None:
    sides = {"before": {"shot": {"7": {"size": "wide"}}}, "after": {"shot": {"7": {"size": "close"}}}}
    edit = Edit.objects.create(project=film_in(library), label="Size", **sides)

    page = curator.get(reverse("admin:projects_edit_change", args=(edit.pk,))).content.decode()

    assert "<td>shot 7</td><td>size</td><td>wide</td><td>close</td>" in page


def test_what_an_administrator_changes_is_written_down(curator: Client, library: Library) -> None:
    person = CharacterFactory.create(library=library, name="Ana")
    inlines = {f"{name}-{field}_FORMS": 0 for name in ("looks", "guide_images") for field in ("TOTAL", "INITIAL")}
    form = {"library": library.pk, "name": "Anna", "aliases": "[]", "age": "adult", **inlines}

    curator.post(reverse("admin:entities_character_change", args=(person.pk,)), form)

    edit = LibraryEdit.objects.get(library=library)
    assert (edit.before["name"], edit.after["name"]) == ("Ana", "Anna")


@pytest.mark.parametrize("standing", ["empty", "own", "kept", "stale", "fresh"])
def test_places_can_be_filtered_by_how_they_stand(curator: Client, library: Library, standing: str) -> None:
    film = film_in(library)

    page = curator.get(reverse("admin:generation_slot_changelist"), {"film": str(film.pk), "standing": standing})

    assert page.status_code == 200
