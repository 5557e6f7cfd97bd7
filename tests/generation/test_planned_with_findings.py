"""What the numbers of earlier films say reaches the planner, and every film says what it was planned with."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from entities.models import Library
from generation import graph, services
from generation.film import Film, load
from generation.graph import State
from generation.models import Run, Slot
from generation.planning.material import plan_request
from generation.providers.animatic.text import script as local_writer
from generation.recipes import plans, recipe_for
from projects.models import Finding, Project
from projects.services import create_film, next_episode
from tests.fakes import FakeQueue, FakeVendor

pytestmark = pytest.mark.django_db

FAST: dict[str, Any] = {
    "key": "cutting:fast",
    "sentence": "Films that are cut fast are watched further.",
    "advice": {"lever": "rhythm", "value": "fast"},
}
AT_ONCE: dict[str, Any] = {"key": "title:without", "sentence": "Films without a title card keep people.", "advice": {}}


def told(library: Library, finding: dict[str, Any], **more: Any) -> Finding:
    return Finding.objects.create(library=library, evidence={}, found_at=timezone.now(), **finding, **more)


def script_of(film: Film) -> Slot:
    services.ensure_slots(film)
    return Slot.objects.get(project=film.project, role=Slot.Role.SCRIPT)


def test_a_new_film_takes_along_what_is_known(library: Library) -> None:
    told(library, FAST)
    told(library, AT_ONCE, is_off=True)

    film = create_film(library, "A lamp that follows a child home")

    assert film.findings == [FAST]


def test_another_librarys_numbers_stay_there(library: Library) -> None:
    told(Library.objects.create(name="Elsewhere"), FAST)

    assert create_film(library, "A lamp that follows a child home").findings == []


def test_the_next_episode_knows_the_newest(library: Library) -> None:
    first = create_film(library, "A lamp that follows a child home")
    told(library, FAST)

    second = next_episode(first, "The lamp is stolen", shape="16:9", seconds=60, seed=1, style=None, created_by_id=None)

    assert second.findings == [FAST]


def test_the_planner_is_told_and_how_to_use_it(library: Library, vendor: type[FakeVendor]) -> None:
    told(library, AT_ONCE)
    film = load(create_film(library, "A lamp that follows a child home").pk)
    slot = script_of(film)

    request = plan_request(film, slot, recipe_for(film, slot).arguments)

    assert AT_ONCE["sentence"] in request.prompt
    assert "findings_used" in request.instructions


def test_a_film_without_findings_is_asked_for_as_ever(library: Library, vendor: type[FakeVendor]) -> None:
    film = load(create_film(library, "A lamp that follows a child home").pk)
    slot = script_of(film)

    recipe = recipe_for(film, slot)
    request = plan_request(film, slot, recipe.arguments)

    assert "findings" not in recipe.arguments
    assert "findings" not in request.prompt
    assert "findings_used" not in request.instructions


def test_a_text_given_whole_is_not_rewritten_after_numbers(library: Library, vendor: type[FakeVendor]) -> None:
    told(library, AT_ONCE)
    film = load(create_film(library, "INT. ROOM - DAY\n\nANA\nIt is late.\n\nBEN\nIt is.\n").pk)
    slot = script_of(film)

    assert film.project.source_kind == "screenplay"
    assert "findings" not in recipe_for(film, slot).arguments


def test_numbers_that_change_make_no_film_stale(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    told(project.library, FAST)

    worked_out = graph.work_out(services.ensure_slots(load(project.pk)))
    made = [slot for slot in worked_out.slots.values() if slot.selected_take]
    assert made
    assert all(worked_out.states[slot.pk] is State.FRESH for slot in made)


def test_films_are_cut_faster_where_that_is_watched_further(library: Library) -> None:
    told(library, FAST)
    before = create_film(library, "A lamp that follows a child home")
    Finding.objects.update(is_off=True)
    after = create_film(library, "A lamp that follows a child home")

    assert plans.rhythm(load(before.pk)) == pytest.approx(0.35)
    assert plans.rhythm(load(after.pk)) is None


def test_the_local_writer_begins_at_once_where_titles_lose_viewers() -> None:
    material: dict[str, Any] = {
        "source": "A lamp that follows a child home",
        "source_kind": "idea",
        "seconds": 45,
        "language": "en",
    }

    with_title = local_writer.write(material, 1)
    without = local_writer.write({**material, "findings": [AT_ONCE]}, 1)

    assert with_title["segments"][0]["kind"] == "pause"
    assert without["segments"][0]["kind"] != "pause"
    assert without["findings_used"] == ["title:without"]
    assert with_title["findings_used"] == []


def test_a_film_says_which_findings_its_plan_uses(
    library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    told(library, FAST)
    told(library, AT_ONCE)
    film = create_film(library, "A lamp that follows a child home")

    services.start_run(film, until=Run.Gate.SCRIPT)
    task_queue.deliver_all()

    film.refresh_from_db()
    assert film.used_findings == ["cutting:fast"]
