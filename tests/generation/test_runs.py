"""A run: how far it goes, when it stops, what it never does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from entities.models import Character, Voice
from generation import services, tasks
from generation.models import Job, Rendition, Run, Slot
from generation.providers.base import (
    BadAnswer,
    Capability,
    ClipRequest,
    Finished,
    ImageRequest,
    MusicRequest,
    Refused,
    SpeechRequest,
    TextRequest,
)
from generation.services.progress import progress_of
from projects.models import Project, Scene, Segment, Shot
from tests.fakes import FakeQueue, FakeVendor, plan, shots_of, speech

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


def make(project: Project, task_queue: FakeQueue, until: str = Run.Gate.EXPORT) -> Run:
    """Start a run and let everything happen."""
    run = services.start_run(project, until=until)
    task_queue.deliver_all()
    run.refresh_from_db()
    return run


def kinds(vendor: type[FakeVendor]) -> Counter[str]:
    """How often each kind of request was made."""
    return Counter(type(request).__name__ for request in vendor.requests)


def test_a_run_is_looked_at_once_at_a_time_and_again_for_what_came_meanwhile(
    project: Project, task_queue: FakeQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = services.start_run(project)
    looks: list[str] = []

    def look(run_id: int) -> None:
        Run.objects.filter(pk=run_id).update(wants_advance=False)
        looks.append("begins")
        if len(looks) == 1:
            services.want_advance(run)
            tasks.advance_run(run_id=run_id)  # as another message would, in another thread
        looks.append("ends")

    monkeypatch.setattr(services, "advance_run", look)

    tasks.advance_run(run_id=run.pk)

    assert looks == ["begins", "ends", "begins", "ends"]
    assert not Run.objects.get(pk=run.pk).wants_advance


def test_hands_free_a_line_of_text_becomes_a_film(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    run = make(project, task_queue)

    film = Rendition.objects.get(project=project)
    project.refresh_from_db()
    assert run.state == Run.State.FINISHED
    assert project.title == "The Lamp"
    # 1000 pause + (200 + 2100) + (300 + 1100) + (500 + 1800) + 1200 tail, on 24 frames a second
    assert film.frames == round(8.2 * 24)
    assert abs(film.duration_ms - 8200) <= 21
    assert film.missing_shots == []
    assert film.srt is not None
    assert film.vtt is not None


@pytest.mark.parametrize(
    ("gate", "wanted"),
    [
        ("script", {"TextRequest": 1}),
        ("cast", {"TextRequest": 2}),
        ("shots", {"TextRequest": 5, "SpeechRequest": 3}),
        ("frames", {"TextRequest": 5, "SpeechRequest": 3, "ImageRequest": 8}),
        ("clips", {"TextRequest": 5, "SpeechRequest": 3, "ImageRequest": 8, "ClipRequest": 4}),
    ],
)
def test_a_run_stops_at_its_gate_and_goes_no_further(
    gate: str, wanted: dict[str, int], project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    run = make(project, task_queue, until=gate)

    assert run.state == Run.State.PAUSED
    assert "continue" in run.message
    assert kinds(vendor) == wanted


def test_a_run_that_is_continued_past_a_gate_makes_nothing_again(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    run = make(project, task_queue, until=Run.Gate.SHOTS)

    services.continue_run(run, until=Run.Gate.EXPORT)
    task_queue.deliver_all()

    run.refresh_from_db()
    assert run.state == Run.State.FINISHED
    assert kinds(vendor)["SpeechRequest"] == 3
    assert kinds(vendor)["TextRequest"] == 5


def test_advancing_twice_asks_for_nothing_twice(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    run = services.start_run(project)

    services.advance_run(run.pk)
    services.advance_run(run.pk)

    assert Job.objects.count() == 1


def test_starting_a_run_twice_gives_one_run(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> None:
    first = services.start_run(project)
    second = services.start_run(project)

    assert first.pk == second.pk


def test_a_scene_whose_shots_fail_is_tried_again_alone(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    failed: list[str] = []

    def fails_once(request: TextRequest, folder: Path) -> Finished:
        if request.task == "shots" and request.material["scene"]["set"] == "Stairs" and not failed:
            failed.append("Stairs")
            return plan({"shots": []}, folder)
        return _plain(request, folder)

    vendor.scripted[Capability.TEXT] = [fails_once] * 20

    run = make(project, task_queue, until=Run.Gate.SHOTS)

    places = [request.material["scene"]["set"] for request in vendor.asked(TextRequest) if request.task == "shots"]
    assert run.state == Run.State.PAUSED
    assert sorted(places) == ["Stairs", "Stairs", "Tower"]


def _plain(request: TextRequest, folder: Path) -> Finished:
    """Answer as the fake vendor does where nothing is scripted."""
    from tests import fakes

    return fakes._plan(request, folder)


def test_a_run_stops_before_pictures_with_the_name_of_the_scene_that_has_no_shot(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def never(request: TextRequest, folder: Path) -> Finished:
        if request.task == "shots" and request.material["scene"]["set"] == "Stairs":
            return plan({"shots": []}, folder)
        return _plain(request, folder)

    vendor.scripted[Capability.TEXT] = [never] * 30

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert "Scene 2" in run.message
    assert "no shots" in run.message
    assert vendor.asked(ImageRequest) == []


def test_a_shot_outside_its_scene_is_left_out_and_the_others_stay(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def astray(request: TextRequest, folder: Path) -> Finished:
        if request.task != "shots":
            return _plain(request, folder)
        document = shots_of(request)
        document["shots"].append({**document["shots"][-1], "segment": 99})
        return plan(document, folder)

    vendor.scripted[Capability.TEXT] = [astray] * 30

    run = make(project, task_queue)

    assert run.state == Run.State.FINISHED
    assert Shot.objects.count() == 4


def test_shots_outside_their_scene_are_left_out_and_without_any_the_film_stops(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def astray(request: TextRequest, folder: Path) -> Finished:
        if request.task != "shots":
            return _plain(request, folder)
        document = shots_of(request)
        for number, shot in enumerate(document["shots"]):
            shot["segment"] = 99 + number
        return plan(document, folder)

    vendor.scripted[Capability.TEXT] = [astray] * 30

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert Shot.objects.count() == 0


def test_music_that_cannot_be_made_never_stops_the_film(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    vendor.scripted[Capability.MUSIC] = [Refused("No music today.")] * 5

    run = make(project, task_queue)

    warnings = list(run.events.filter(level="warning").values_list("text", flat=True))
    assert run.state == Run.State.FINISHED
    assert any("Music" in text and "No music today." in text for text in warnings)
    assert len(vendor.asked(MusicRequest)) == 1


def test_a_shot_that_cannot_be_filmed_is_a_slate_and_the_film_says_so(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    vendor.scripted[Capability.VIDEO] = [Refused("Not this one.")]

    run = make(project, task_queue)

    film = Rendition.objects.get(project=project)
    assert run.state == Run.State.FINISHED
    assert len(film.missing_shots) == 1
    assert film.frames == round(8.2 * 24)


def test_a_line_that_cannot_be_spoken_stops_the_film_with_the_line(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    vendor.scripted[Capability.SPEECH] = [Refused("This voice is not available.")] * 3

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert "could not be spoken" in run.message
    assert "This voice is not available." in run.message


def test_what_failed_is_tried_again_when_the_user_continues(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    vendor.scripted[Capability.SPEECH] = [Refused("Down for a while.")] * 3
    run = make(project, task_queue)

    services.continue_run(run)
    task_queue.deliver_all()

    run.refresh_from_db()
    assert run.state == Run.State.FINISHED


def test_a_broken_clip_from_a_vendor_is_refused_and_asked_for_again(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def broken(request: ClipRequest, folder: Path) -> Finished:
        path = folder / "clip.mp4"
        path.write_bytes(b"<html>502 Bad Gateway</html>")
        return Finished(path, "video/mp4")

    vendor.scripted[Capability.VIDEO] = [broken]

    run = make(project, task_queue)

    failed = Job.objects.get(state=Job.State.FAILED)
    assert failed.error_code == BadAnswer.code
    assert run.state == Run.State.FINISHED
    assert Rendition.objects.get().missing_shots == []


def test_a_full_disk_is_said_and_nothing_made_is_lost(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def full(request: Any, folder: Path) -> Finished:
        raise OSError(28, "No space left on device")

    vendor.scripted[Capability.SPEECH] = [full] * 9

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert "disk is full" in run.message
    assert Slot.objects.get(role=Slot.Role.SCRIPT).selected_take is not None


def test_cancelling_a_run_cancels_its_jobs_and_keeps_what_was_made(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    run = services.start_run(project)
    for _ in range(4):
        task_queue.deliver()

    services.cancel_run(run)
    task_queue.deliver_all()

    run.refresh_from_db()
    assert run.state == Run.State.CANCELLED
    assert not Job.objects.filter(state__in=Job.ACTIVE).exists()
    assert Segment.objects.count() == 4


def test_no_model_for_a_kind_of_work_is_said_in_one_sentence(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    from generation.models import ModelOffer

    ModelOffer.objects.filter(capability="text").update(is_on=False)

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert "No model for text is switched on" in run.message


def test_a_model_switched_on_counts_from_the_next_job_on(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    from generation.models import ModelOffer

    run = make(project, task_queue, until=Run.Gate.SHOTS)
    ModelOffer.objects.create(
        key="fake/better", label="Better", vendor="fake", capability="image", adapter="tests.fakes.FakeVendor",
        endpoint="image", preference=1,
    )  # fmt: skip

    services.continue_run(run, until=Run.Gate.FRAMES)
    task_queue.deliver_all()

    offers = set(Job.objects.filter(slot__role=Slot.Role.FRAME).values_list("offer__key", flat=True))
    assert offers == {"fake/better"}


def test_the_plan_becomes_rows_with_their_cast(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    make(project, task_queue, until=Run.Gate.SHOTS)

    ada = Character.objects.get()
    assert (ada.name, ada.hair, ada.voice) == ("Ada", "red bob", Voice.objects.get(key="girl"))
    assert ada.looks.get().wears == "yellow coat"
    assert list(Scene.objects.values_list("set__name", flat=True)) == ["Tower", "Stairs"]
    assert Segment.objects.get(kind="line").speaker == ada
    assert Shot.objects.count() == 4


def test_a_line_is_spoken_by_its_speakers_voice_and_narration_by_the_narrator(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    make(project, task_queue, until=Run.Gate.SHOTS)

    voices = {request.text: request.voice for request in vendor.asked(SpeechRequest)}
    assert voices == {
        "The lamp went out at nine.": "heart",
        "Who is there?": "girl",
        "Nobody answered her.": "heart",
    }


def test_the_mouth_moves_only_in_shots_where_the_speaker_is_seen(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    make(project, task_queue, until=Run.Gate.CLIPS)

    spoken = {request.prompt.split(".")[0]: request.speech for request in vendor.asked(ClipRequest)}
    with_lips = [speech for speech in spoken.values() if speech]
    assert len(with_lips) == 1
    assert with_lips[0][0].speaker == "Ada"
    assert with_lips[0][0].phones == (("a", 0, 1100),)


def test_what_every_voice_says_is_said_once(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> None:
    def plainly(request: SpeechRequest, folder: Path) -> Finished:
        return replace(speech(request, folder), notes=("Spoken by a plainer voice.",))

    vendor.scripted[Capability.SPEECH] = [plainly] * 3

    run = make(project, task_queue, until=Run.Gate.SHOTS)

    assert list(run.events.values_list("text", "level")) == [("Spoken by a plainer voice.", "warning")]


def test_progress_counts_what_there_is_and_says_unknown_where_it_is(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    before = progress_of(project.pk)
    make(project, task_queue, until=Run.Gate.SHOTS)
    after = progress_of(project.pk)

    clips_before = next(step for step in before.steps if step.step.key == "clips")
    clips_after = next(step for step in after.steps if step.step.key == "clips")
    assert (clips_before.total, before.seconds_left) == (None, None)
    assert (clips_after.done, clips_after.total) == (0, 4)
    assert after.seconds_left is None  # no clip was ever made here, so nobody knows how long one takes


def test_a_film_that_nobody_can_speak_says_that_a_voice_is_missing(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    Voice.objects.all().delete()

    run = make(project, task_queue)

    assert run.state == Run.State.STOPPED
    assert run.message == "Audio cannot begin: a voice is missing."


def test_two_films_that_want_the_same_thing_get_it_made_once(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    twin = Project.objects.create(library=project.library, source=project.source)
    first = services.start_run(project, until=Run.Gate.SHOTS)
    second = services.start_run(twin, until=Run.Gate.SHOTS)

    task_queue.deliver_all()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Run.State.PAUSED, Run.State.PAUSED)
    assert kinds(vendor) == {"TextRequest": 5, "SpeechRequest": 3}
