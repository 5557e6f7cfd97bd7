"""The admin curates everything, and asks the database as often for a long list as for a short one."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from generation import services
from generation.models import Run
from projects.models import Project
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.conftest import project, task_queue, vendor  # noqa: F401

pytestmark = pytest.mark.django_db

OURS = [
    model
    for model in admin.site._registry
    if model._meta.app_label in {"entities", "projects", "generation", "publishing"}
]


@pytest.fixture
def curator() -> Client:
    """A browser in which an administrator has signed in."""
    browser = Client()
    browser.force_login(User.objects.create_superuser("curator"))
    return browser


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:  # noqa: F811
    """A film made up to its clips."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return project


def url(model: type[models.Model], page: str, *args: object) -> str:
    """Return the address of an admin page."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_list_can_be_opened_searched_and_its_rows_looked_at(
    model: type[models.Model], curator: Client, film: Project
) -> None:
    shown = curator.get(url(model, "changelist"))
    searched = curator.get(url(model, "changelist"), {"q": "Ada"})

    assert shown.status_code == 200
    assert searched.status_code == 200
    first = model._default_manager.first()
    if first is not None:
        assert curator.get(url(model, "change", first.pk)).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_longer_list_asks_the_database_no_more_often(
    model: type[models.Model],
    curator: Client,
    film: Project,
    task_queue: FakeQueue,  # noqa: F811
) -> None:
    curator.get(url(model, "changelist"))
    with CaptureQueriesContext(connection) as short:
        curator.get(url(model, "changelist"))
    twin = Project.objects.create(library=film.library, source="Another lamp goes out.")
    services.start_run(twin, until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    with CaptureQueriesContext(connection) as longer:
        curator.get(url(model, "changelist"))

    assert len(longer) <= len(short) + 1  # a filter may appear that one library did not need


def test_pictures_and_clips_are_seen_in_the_lists(curator: Client, film: Project) -> None:
    takes = curator.get(reverse("admin:generation_slot_changelist")).content.decode()
    people = curator.get(reverse("admin:entities_character_changelist")).content.decode()

    assert "<video" in takes
    assert "<img" in takes
    assert "<img" in people


def test_history_cannot_be_rewritten(curator: Client, film: Project) -> None:
    answer = curator.get(reverse("admin:generation_job_add"))

    assert answer.status_code == 403
