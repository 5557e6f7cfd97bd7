"""A film is a build: an edit makes stale exactly what depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from entities.models import Character, Look, Set
from entities.models import Prop as PropRow
from generation import graph, services
from generation.film import Film, load
from generation.graph import State
from generation.models import ModelOffer, Rendition, Run, Slot
from generation.providers.base import ImageRequest
from projects import editing
from projects.models import Casting, Project, Scene, Segment, Shot
from tests.fakes import FakeQueue, FakeVendor

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Film:
    """A film made up to its clips."""
    services.start_run(project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    return load(project.pk)


def stale(project: Project) -> dict[str, int]:
    """How many slots of each role hold a take that is no longer what the film wants."""
    worked_out = graph.work_out(services.ensure_slots(load(project.pk)))
    found: dict[str, int] = {}
    for place in worked_out.places:
        slot = worked_out.slots[place]
        if slot.selected_take and worked_out.states[slot.pk] is not State.FRESH:
            found[slot.role] = found.get(slot.role, 0) + 1
    return found


def test_what_was_just_made_is_fresh(film: Film) -> None:
    assert stale(film.project) == {}


def test_another_coat_makes_stale_what_shows_it(film: Film) -> None:
    Look.objects.update(wears="green coat")

    # Ada is in all four shots; the sets and the lamp do not wear coats.
    assert stale(film.project) == {"reference": 1, "frame": 4, "clip": 4}


def test_another_lens_makes_one_shot_stale(film: Film) -> None:
    Shot.objects.filter(pk=film.shots[1].pk).update(lens="85mm")

    assert stale(film.project) == {"frame": 1, "clip": 1}


def test_another_place_makes_its_own_scene_stale(film: Film) -> None:
    Set.objects.filter(name="Stairs").update(description="Spiral stairs of wet stone")

    assert stale(film.project) == {"reference": 1, "frame": 1, "clip": 1}


def test_another_line_makes_its_voice_and_what_it_lengthens_stale(
    film: Film, task_queue: FakeQueue, vendor: type[FakeVendor]
) -> None:
    Segment.objects.filter(text="Who is there?").update(text="Who on earth is there?")
    before = stale(film.project)

    services.continue_run(Run.objects.get(), until=Run.Gate.CLIPS)
    task_queue.deliver()
    task_queue.deliver()

    assert before == {"speech": 1}
    # The shot in which she says it is longer now; no frame changed, and no other clip.
    assert stale(film.project) == {"clip": 1}


def test_another_style_changes_what_is_seen_and_not_what_is_said(film: Film) -> None:
    Project.objects.update(style={"name": "Noir", "palette": ["#101010", "#e0e0e0"], "contrast": 0.8})

    assert set(stale(film.project)) == {"reference", "frame", "clip"}


def test_an_edited_line_does_not_plan_the_film_again(film: Film) -> None:
    Segment.objects.filter(kind="line").update(text="Hello?")

    assert not {"script", "cast", "scenes", "shots"} & set(stale(film.project))


def test_a_prompt_written_by_hand_is_what_is_sent(film: Film, task_queue: FakeQueue, vendor: type[FakeVendor]) -> None:
    Shot.objects.filter(pk=film.shots[0].pk).update(prompt="A tower, drawn by hand.")

    services.continue_run(Run.objects.get(), until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    assert vendor.asked(ImageRequest)[-1].prompt == "A tower, drawn by hand."


def test_an_upload_is_never_stale_and_never_replaced(
    film: Film, task_queue: FakeQueue, vendor: type[FakeVendor], tmp_path: Path
) -> None:
    picture = tmp_path / "mine.png"
    Image.new("RGB", (64, 36), "#123456").save(picture)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]
    mine = services.upload_take(slot, picture, "image/png", library_id=film.project.library_id, details={})
    Look.objects.update(wears="green coat")

    services.continue_run(Run.objects.get(), until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    slot.refresh_from_db()
    assert slot.selected_take == mine
    assert stale(film.project) == {}


def test_going_back_to_the_old_coat_makes_nothing_again(
    film: Film, task_queue: FakeQueue, vendor: type[FakeVendor]
) -> None:
    run = Run.objects.get()
    Look.objects.update(wears="green coat")
    services.continue_run(run, until=Run.Gate.CLIPS)
    task_queue.deliver_all()
    asked = len(vendor.requests)

    Look.objects.update(wears="yellow coat")
    services.continue_run(run, until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    assert len(vendor.requests) == asked
    assert stale(film.project) == {}


def test_one_changed_shot_is_one_encoded_segment(film: Film, task_queue: FakeQueue, vendor: type[FakeVendor]) -> None:
    run = Run.objects.get()
    services.continue_run(run, until=Run.Gate.EXPORT)
    task_queue.deliver_all()
    Shot.objects.filter(pk=film.shots[2].pk).update(action="She holds her breath.")

    services.start_run(film.project)
    task_queue.deliver_all()

    newest = Rendition.objects.order_by("pk").last()
    assert newest is not None
    assert (newest.encoded_segments, newest.reused_segments) == (1, 3)


def test_a_model_that_takes_references_gets_the_cast_first_and_no_more_than_it_takes(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    ModelOffer.objects.filter(key="fake/image").update(max_references=2)

    services.start_run(project, until=Run.Gate.FRAMES)
    task_queue.deliver_all()

    film = load(project.pk)
    ada = film.take("look", film.usual_looks[Character.objects.get().pk].pk, Slot.Role.REFERENCE)
    frames = [request for request in vendor.asked(ImageRequest) if "size" in (request.staging or {})]
    assert len(frames) == 4
    assert ada is not None
    assert all(request.references[0].sha256 == ada.asset.sha256 for request in frames)
    # The first shot shows Ada, the tower and the lamp: the lamp is one too many.
    assert [len(request.references) for request in frames] == [2, 2, 2, 2]


def test_a_new_reference_makes_stale_the_frames_that_were_drawn_from_it(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue, tmp_path: Path
) -> None:
    ModelOffer.objects.filter(key="fake/image").update(max_references=3)
    services.start_run(project, until=Run.Gate.FRAMES)
    task_queue.deliver_all()
    film = load(project.pk)
    lamp = film.slots["entity", PropRow.objects.get().pk, Slot.Role.REFERENCE, ""]
    picture = tmp_path / "lamp.png"
    Image.new("RGB", (32, 32), "#ffcc00").save(picture)

    services.upload_take(lamp, picture, "image/png", library_id=project.library_id, details={})

    assert stale(project) == {"frame": 1}


def big_film(project: Project, scenes: int, shots: int) -> None:
    """Rows of a film that nobody planned."""
    library = project.library
    ada = Character.objects.create(library=library, name="Ada")
    Look.objects.create(character=ada, is_usual=True, wears="yellow coat")
    Casting.objects.create(project=project, entity=ada)
    for index in range(scenes):
        scene = Scene.objects.create(project=project, position=index)
        segments = Segment.objects.bulk_create(
            Segment(project=project, scene=scene, position=index * shots + number, text=f"Line {index} {number}.")
            for number in range(shots)
        )
        rows = Shot.objects.bulk_create(
            Shot(scene=scene, position=number, segment=segment) for number, segment in enumerate(segments)
        )
        Casting.objects.bulk_create(Casting(shot=row, entity=ada) for row in rows)


def test_a_film_of_500_shots_is_reckoned_with_the_queries_of_one_of_five(
    project: Project, library: object, vendor: type[FakeVendor]
) -> None:
    other = Project.objects.create(library=project.library, source="A longer one.")
    big_film(project, scenes=1, shots=5)
    big_film(other, scenes=10, shots=50)
    services.ensure_slots(load(project.pk))
    services.ensure_slots(load(other.pk))

    with CaptureQueriesContext(
        connection,
    ) as small:
        graph.work_out(load(project.pk))
    with CaptureQueriesContext(connection) as large:
        graph.work_out(load(other.pk))

    assert len(large) == len(small)
    assert len(small) < 25


def test_a_scene_made_by_hand_is_never_planned_over(film: Film, task_queue: FakeQueue) -> None:
    scene = editing.add_scene(film.project.pk, film.scenes[0], by_id=None)
    editing.move_scene(scene, 0, by_id=None)
    own = list(Shot.objects.filter(scene__project=film.project).order_by("pk").values_list("pk", "size", "removed_at"))

    services.start_run(film.project, until=Run.Gate.CLIPS)
    task_queue.deliver_all()

    now = list(
        Shot.everything.filter(pk__in=[row[0] for row in own]).order_by("pk").values_list("pk", "size", "removed_at")
    )
    assert now == own
    assert Run.objects.latest("pk").state == Run.State.PAUSED
