"""What is done to clips, for all of them with one press: its price is known before, and nothing is bought twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from entities.models import Library
from generation import services
from generation.film import load
from generation.models import Job, LedgerEntry, ModelOffer, Run, Slot
from generation.services import budget
from projects.models import Project, Shot
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import seat
from tests.generation.test_finishing import Finisher

pytestmark = [pytest.mark.django_db, pytest.mark.servers]

PRICE = 200_000


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film with all its clips, and a model that makes them finer for money."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    for capability, micros in (("upscale", PRICE), ("foley", 0)):
        ModelOffer.objects.create(
            key=f"fake/{capability}",
            label=f"Fake {capability}",
            vendor="fake",
            capability=capability,
            adapter="tests.generation.test_finishing.Finisher",
            endpoint=capability,
            price_unit="call" if micros else "free",
            price_micros=micros,
        )
    Finisher.refuses, Finisher.asked_for = set(), []
    Project.objects.update(offers={"upscale": "fake/upscale"})
    return project


@pytest.fixture
def editor(library: Library) -> Client:
    """Somebody who may change the film."""
    return seat(library)


def jobs(role: str = Slot.Role.UPSCALED) -> int:
    """How many jobs there are of a step."""
    return Job.objects.filter(slot__role=role).count()


def finish(browser: Client, film: Project, *roles: str) -> str:
    """Press the button of one step or several; return what the studio says."""
    answer: Any = browser.post(f"/films/{film.pk}/takes/finish/", {"role": roles})
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def row(page: str, role: str) -> str:
    """One step on the clips page, without its tags."""
    part = page.split(f'id="bulk-{role}"')[1].split("</li>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part))


def test_the_price_of_all_of_it_stands_on_the_button(film: Project, editor: Client) -> None:
    page = editor.get(f"/films/{film.pk}/clips/").content.decode()
    number = Shot.objects.count()

    assert f"{number} finer clips · Fake upscale · ${number * 0.2:.2f}".rstrip("0") in row(page, "upscaled")
    assert "for all" not in row(page, "foley")


def test_one_press_does_all_of_them_and_another_buys_nothing(
    film: Project, editor: Client, task_queue: FakeQueue
) -> None:
    budget.set_budget(film.library_id, film.pk, 50 * PRICE, by_id=None)
    number = Shot.objects.count()

    finish(editor, film, "upscaled")
    while_made = finish(editor, film, "upscaled")
    task_queue.deliver_all()
    afterwards = finish(editor, film, "upscaled")

    page = editor.get(f"/films/{film.pk}/clips/").content.decode()
    settled = LedgerEntry.objects.filter(kind=LedgerEntry.Kind.SETTLED)
    assert jobs() == number
    assert "nothing left to do" in while_made
    assert "nothing left to do" in afterwards
    assert f"{number} of {number} done" in row(page, "upscaled")
    assert sum(entry.amount_micros for entry in settled) == number * PRICE


def test_it_stops_at_the_budget_and_says_so(film: Project, editor: Client) -> None:
    budget.set_budget(film.library_id, film.pk, PRICE, by_id=None)

    said = finish(editor, film, "upscaled")

    assert jobs() == 1
    assert "budget" in said


def test_several_steps_are_taken_with_one_press(film: Project, editor: Client, task_queue: FakeQueue) -> None:
    Project.objects.update(offers={"upscale": "fake/upscale", "foley": "fake/foley"})
    budget.set_budget(film.library_id, film.pk, 50 * PRICE, by_id=None)
    number = Shot.objects.count()

    finish(editor, film, "upscaled", "foley")
    task_queue.deliver_all()
    finish(editor, film, "upscaled", "foley")
    task_queue.deliver_all()

    assert (jobs(Slot.Role.UPSCALED), jobs(Slot.Role.FOLEY)) == (number, number)


def test_only_the_selected_shots_are_finished_and_only_once(
    film: Project, editor: Client, task_queue: FakeQueue
) -> None:
    budget.set_budget(film.library_id, film.pk, 50 * PRICE, by_id=None)
    first = load(film.pk).shots[0]
    chosen = {"do": "upscaled", "shots": [first.pk]}

    price = editor.get(f"/films/{film.pk}/shots/several/price/", {"shots": [first.pk]}).content.decode()
    editor.post(f"/films/{film.pk}/shots/several/", chosen)
    task_queue.deliver_all()
    editor.post(f"/films/{film.pk}/shots/several/", chosen)
    after = editor.get(f"/films/{film.pk}/shots/several/price/", {"shots": [first.pk]}).content.decode()

    assert "1 finer clip · Fake upscale · $0.20" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", price))
    assert list(Job.objects.filter(slot__role="upscaled").values_list("slot__shot", flat=True)) == [first.pk]
    assert re.search(r'value="upscaled" disabled', after)
    assert 'value="foley"' not in price


def test_only_steps_of_clips_are_taken_like_this(film: Project, editor: Client) -> None:
    answer = editor.post(f"/films/{film.pk}/takes/finish/", {"role": ["clip"]})

    assert answer.status_code == 404
