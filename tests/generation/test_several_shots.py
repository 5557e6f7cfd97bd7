"""Several shots at once: made again, changed, deleted and kept with one press, and taken back with one."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Library, Membership
from generation.models import Job, Slot, Take
from projects.models import Edit, Project, Scene, Shot
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import fill, film_in, seat

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}


@pytest.fixture
def film(library: Library, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film of six shots in two scenes, each with a picture."""
    made = film_in(library, shots=6, scenes=2)
    for scene in Scene.objects.filter(project=made):
        for position, shot in enumerate(Shot.objects.filter(scene=scene)):
            Shot.objects.filter(pk=shot.pk).update(position=position)
    for slot in Slot.objects.filter(role=Slot.Role.REFERENCE):
        fill(slot, library)
    return made


def shots(film: Project) -> list[Shot]:
    return list(Shot.objects.filter(scene__project=film).order_by("scene__position", "position"))


def press(client: Client, film: Project, do: str, chosen: list[Shot], **more: str) -> str:
    """Do something with selected shots; return what the studio says."""
    data = {"do": do, "shots": [shot.pk for shot in chosen], **more}
    return client.post(f"/films/{film.pk}/shots/several/", data, headers=PART).content.decode()


def test_all_selected_shots_get_the_same_size_and_move_and_nothing_else_changes(client: Client, film: Project) -> None:
    first, second, *rest = shots(film)
    before = [(shot.size, shot.move) for shot in rest]

    answer = press(client, film, "set", [first, second], size="wide", move="push_in")

    changed = shots(film)
    assert [(shot.size, shot.move, shot.angle) for shot in changed[:2]] == [("wide", "push_in", first.angle)] * 2
    assert [(shot.size, shot.move) for shot in changed[2:]] == before
    assert "2 shots" in answer


def test_one_press_takes_a_change_of_several_shots_back(client: Client, film: Project) -> None:
    before = [shot.size for shot in shots(film)]
    press(client, film, "set", shots(film), size="wide")

    client.post(f"/films/{film.pk}/edits/{Edit.objects.get().pk}/undo/", headers=PART)

    assert [shot.size for shot in shots(film)] == before


def test_deleted_shots_leave_their_time_to_those_that_stay_and_come_back_together(
    client: Client, film: Project
) -> None:
    all_of_it = shots(film)
    start = (all_of_it[0].segment_id, all_of_it[0].from_word)

    press(client, film, "remove", [all_of_it[0], all_of_it[1], all_of_it[4]])
    left = shots(film)
    client.post(f"/films/{film.pk}/edits/{Edit.objects.get().pk}/undo/", headers=PART)

    assert [shot.pk for shot in left] == [all_of_it[2].pk, all_of_it[3].pk, all_of_it[5].pk]
    assert (left[0].segment_id, left[0].from_word) == start
    assert [shot.position for shot in left] == [0, 0, 1]
    assert [shot.pk for shot in shots(film)] == [shot.pk for shot in all_of_it]


def test_a_scene_keeps_a_shot_and_then_nothing_is_deleted(client: Client, film: Project) -> None:
    answer = press(client, film, "remove", shots(film)[:4])

    assert "A scene has at least one shot" in answer
    assert len(shots(film)) == 6


def test_pictures_of_the_selected_shots_are_made_and_of_no_other(client: Client, film: Project) -> None:
    chosen = shots(film)[1:3]

    press(client, film, "frames", chosen)

    asked = Job.objects.filter(slot__role=Slot.Role.FRAME)
    assert sorted(job.slot.shot_id or 0 for job in asked) == sorted(shot.pk for shot in chosen)


def test_what_is_kept_stays_and_may_be_let_go_again(client: Client, film: Project) -> None:
    chosen = shots(film)[:2]

    press(client, film, "keep", chosen)
    kept = set(Take.objects.filter(is_kept=True).values_list("slot__shot", flat=True))
    press(client, film, "let-go", chosen)

    assert kept == {shot.pk for shot in chosen}
    assert not Take.objects.filter(is_kept=True).exists()


def test_the_bar_says_how_many_what_it_costs_and_how_long_before_anybody_presses(client: Client, film: Project) -> None:
    said = client.get(f"/films/{film.pk}/shots/several/price/", {"shots": [shot.pk for shot in shots(film)[:3]]})

    text = re.sub(r"\s+", " ", said.content.decode())
    assert "Pictures again" in text
    assert "3 pictures" in text
    assert "free" in text
    assert "unknown yet" in text


def test_shots_of_another_film_are_left_alone(client: Client, film: Project) -> None:
    elsewhere = film_in(film.library)

    answer = press(client, film, "set", shots(elsewhere), size="wide")

    assert "No shot is selected" in answer
    assert "wide" not in {shot.size for shot in shots(elsewhere)}


def test_a_word_that_is_no_size_changes_nothing(client: Client, film: Project) -> None:
    answer = client.post(
        f"/films/{film.pk}/shots/several/", {"do": "set", "shots": [shots(film)[0].pk], "size": "enormous"}
    )

    assert answer.status_code == 404
    assert not Edit.objects.exists()


def test_a_viewer_finds_no_boxes_and_cannot_change_anything(film: Project) -> None:
    viewer = seat(film.library, Membership.Role.VIEWER)

    page = viewer.get(f"/films/{film.pk}/shots/").content.decode()
    refused = viewer.post(f"/films/{film.pk}/shots/several/", {"do": "remove", "shots": [shots(film)[0].pk]})

    assert "data-pick-shot" not in page
    assert refused.status_code == 403
    assert len(shots(film)) == 6


def test_many_shots_are_changed_with_no_more_queries_than_two(client: Client, film: Project) -> None:
    counts = []
    for chosen in (shots(film)[:2], shots(film)):
        for size in ("wide", "close"):
            with CaptureQueriesContext(connection) as queries:
                press(client, film, "set", chosen, size=size)
        counts.append(len(queries))

    assert counts[0] == counts[1]
