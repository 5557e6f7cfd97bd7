"""What a model cannot do is said before it is asked, and its row in the database is what counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from entities.models import Character, GuideImage
from generation import graph, services, storage
from generation.film import load
from generation.graph import State
from generation.models import ModelOffer, Rendition, Run, Slot
from generation.providers.base import ClipRequest, ImageRequest
from projects.models import Project, Series
from tests.fakes import FakeQueue, FakeVendor

pytestmark = pytest.mark.django_db


def make(project: Project, task_queue: FakeQueue, until: str) -> Run:
    """Start a run and let everything happen."""
    run = services.start_run(project, until=until)
    task_queue.deliver_all()
    run.refresh_from_db()
    return run


def test_a_model_with_fixed_lengths_is_asked_for_the_next_longer_one(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    ModelOffer.objects.filter(key="fake/video").update(durations_ms=[4000, 8000])

    make(project, task_queue, Run.Gate.CLIPS)

    assert {request.duration_ms for request in vendor.asked(ClipRequest)} <= {4000, 8000}
    assert Slot.objects.filter(role=Slot.Role.CLIP, selected_take=None).count() == 0


def test_a_shot_longer_than_the_model_can_make_is_refused_unasked_and_shown_as_a_slate(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    ModelOffer.objects.filter(key="fake/video").update(durations_ms=[2500])

    run = make(project, task_queue, Run.Gate.EXPORT)

    warnings = " ".join(run.events.filter(level="warning").values_list("text", flat=True))
    assert run.state == Run.State.FINISHED
    assert "makes clips of up to 2.5 s" in warnings
    assert Rendition.objects.get().missing_shots
    assert all(request.duration_ms == 2500 for request in vendor.asked(ClipRequest))


@pytest.mark.parametrize(
    ("limit", "says"),
    [({"max_prompt_chars": 3}, "takes 3 characters"), ({"shapes": ["9:16"]}, "makes 9:16, not 16:9")],
)
def test_a_request_beyond_the_models_row_is_refused_unasked(
    limit: dict[str, object], says: str, project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    make(project, task_queue, Run.Gate.SHOTS)
    ModelOffer.objects.filter(key="fake/image").update(**limit)

    worked_out = graph.work_out(services.ensure_slots(load(project.pk)))

    frames = worked_out.of_role(Slot.Role.FRAME)
    assert {worked_out.states[slot.pk] for slot in frames} == {State.FAILED}
    assert says in worked_out.problems[frames[0].pk]
    assert vendor.asked(ImageRequest) == []


def test_guide_images_are_sent_in_their_order_and_only_as_many_as_the_model_takes(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue, tmp_path: Path
) -> None:
    make(project, task_queue, Run.Gate.SHOTS)
    ModelOffer.objects.filter(key="fake/image").update(max_references=2)
    ada = Character.objects.get()
    guides = []
    for position, colour in enumerate(("#ff0000", "#00ff00", "#0000ff")):
        path = tmp_path / f"{position}.png"
        Image.new("RGB", (16, 16), colour).save(path)
        guides.append(storage.store(path, "image/png", library_id=project.library_id))
        GuideImage.objects.create(entity_id=ada.pk, asset=guides[-1], position=2 - position)

    make(project, task_queue, Run.Gate.FRAMES)

    sheet = next(
        request for request in vendor.asked(ImageRequest) if (request.staging or {}).get("subject") == "character"
    )
    assert [reference.sha256 for reference in sheet.references] == [guides[2].sha256, guides[1].sha256]


def test_the_next_episode_has_the_same_cast(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> None:
    series = Series.objects.create(library=project.library, name="Lamps")
    Project.objects.filter(pk=project.pk).update(series=series, episode_number=1)
    make(project, task_queue, Run.Gate.SHOTS)
    Character.objects.update(hair="grey bob, cut by hand")
    second = Project.objects.create(
        library=project.library, source="Another lamp goes out.", series=series, episode_number=2
    )

    make(second, task_queue, Run.Gate.SHOTS)

    ada = Character.objects.get()
    assert ada.hair == "grey bob, cut by hand"
    assert load(second.pk).characters.keys() == {ada.pk}


def test_another_film_has_people_of_its_own(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> None:
    make(project, task_queue, Run.Gate.CAST)
    stranger = Project.objects.create(library=project.library, source="Another lamp goes out.")

    make(stranger, task_queue, Run.Gate.CAST)

    assert Character.objects.count() == 2
