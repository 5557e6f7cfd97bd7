"""What is done to clips and lines once they are there: where it is wanted, and never in the film's way."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generation import graph, services
from generation.film import load
from generation.models import Job, ModelOffer, Run, Slot, Take
from generation.providers.base import (
    AlignRequest,
    Capability,
    Finished,
    FoleyRequest,
    LipSyncRequest,
    Refused,
    SpeechRequest,
    UpscaleRequest,
)
from generation.recipes import finishing
from projects.models import Project, Shot
from tests.fakes import FakeQueue, FakeVendor, speech, write_tone
from tests.twins import media

pytestmark = [pytest.mark.django_db, pytest.mark.servers]

Role = Slot.Role


@pytest.fixture
def film(project: Project, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A film whose clips are made by somebody else, with models that finish them."""
    for capability in ("lipsync", "upscale", "foley", "align"):
        ModelOffer.objects.create(
            key=f"fake/{capability}",
            label=f"Fake {capability}",
            vendor="fake",
            capability=capability,
            adapter="tests.generation.test_finishing.Finisher",
            endpoint=capability,
            preference=1,
        )
    Finisher.refuses = set()
    Finisher.asked_for = []
    return project


class Finisher:
    """Does to clips and lines what it is asked for; what it `refuses` it does not."""

    refuses: ClassVar[set[type]] = set()
    asked_for: ClassVar[list[Any]] = []

    def __init__(self, endpoint: str, settings: Any, access: Any = None) -> None:
        pass

    def submit(self, request: Any, folder: Path, ticket: Any) -> Finished:
        """Make it."""
        ticket.sending()
        self.asked_for.append(request)
        if type(request) in self.refuses:
            raise Refused("Not this one.")
        if isinstance(request, FoleyRequest):
            return Finished(write_tone(folder / "foley.wav", request.duration_ms), "audio/wav")
        if isinstance(request, AlignRequest):
            words = [[word, 50 * i, 50 * i + 40] for i, word in enumerate(request.text.split())]
            path = folder / "times.json"
            path.write_text(json.dumps({"words": words}))
            return Finished(path, "application/json")
        path = folder / "clip.mp4"
        mark = sum(map(ord, type(request).__name__)) % 7
        path.write_bytes(media.clip(request.duration_ms + 100, 160 + 2 * mark, 90))
        return Finished(path, "video/mp4")

    def collect(self, sent: Any, folder: Path, ticket: Any) -> Any:
        """Nothing is ever left to collect."""


def make(project: Project, task_queue: FakeQueue) -> Run:
    """Make the whole film."""
    run = services.start_run(project)
    task_queue.deliver_all()
    run.refresh_from_db()
    return run


def asked(kind: type) -> list[Any]:
    """The requests of one kind."""
    return [request for request in Finisher.asked_for if isinstance(request, kind)]


def takes(role: str) -> int:
    """How many takes there are of a step."""
    return Take.objects.filter(slot__role=role).count()


def test_mouths_follow_the_voices_where_a_model_can_do_it(film: Project, task_queue: FakeQueue) -> None:
    run = make(film, task_queue)

    loaded = load(film.pk)
    spoken = [shot for shot in loaded.shots if finishing.is_wanted(loaded, shot, Role.LIPSYNC)]
    assert run.state == Run.State.FINISHED
    assert len(spoken) == takes(Role.LIPSYNC) > 0
    request = asked(LipSyncRequest)[0]
    assert request.sound.media_type == "audio/wav"
    assert request.clip is not None


def test_the_cut_shows_the_last_step_that_was_taken(film: Project, task_queue: FakeQueue) -> None:
    Project.objects.filter(pk=film.pk).update(offers={"upscale": "fake/upscale"})

    make(film, task_queue)

    loaded = load(film.pk)
    shown = [finishing.seen(loaded, shot) for shot in loaded.shots]
    assert all(take is not None and take.slot.role == Role.UPSCALED for take in shown)
    assert len(asked(UpscaleRequest)) == len(loaded.shots)


def test_a_step_that_is_refused_never_holds_the_film_up(film: Project, task_queue: FakeQueue) -> None:
    Finisher.refuses = {LipSyncRequest}

    run = make(film, task_queue)

    loaded = load(film.pk)
    assert run.state == Run.State.FINISHED
    assert takes(Role.LIPSYNC) == 0
    assert {take.slot.role for shot in loaded.shots if (take := finishing.seen(loaded, shot))} == {Role.CLIP}


def test_a_step_made_from_an_older_clip_is_not_shown(film: Project, task_queue: FakeQueue) -> None:
    make(film, task_queue)
    loaded = load(film.pk)
    shot = next(shot for shot in loaded.shots if finishing.is_wanted(loaded, shot, Role.LIPSYNC))
    clip = loaded.slots["shot", shot.pk, Role.CLIP, ""]

    services.request_take(loaded, clip, again=True)
    Finisher.refuses = {LipSyncRequest}
    task_queue.deliver_all()

    again = load(film.pk)
    take = finishing.seen(again, next(row for row in again.shots if row.pk == shot.pk))
    assert take is not None
    assert take.slot.role == Role.CLIP
    states = graph.work_out(again).states
    assert states[again.slots["shot", shot.pk, Role.LIPSYNC, ""].pk] is not graph.State.FRESH


def test_a_step_can_be_switched_off_for_a_film_and_for_a_shot(film: Project, task_queue: FakeQueue) -> None:
    Project.objects.filter(pk=film.pk).update(offers={"lipsync": finishing.NO_MODEL, "foley": "fake/foley"})
    services.start_run(film, until=Run.Gate.SHOTS)
    task_queue.deliver_all()
    quiet = Shot.objects.order_by("pk").first()
    assert quiet is not None
    Shot.objects.filter(pk=quiet.pk).update(offers={"foley": finishing.NO_MODEL})

    make(film, task_queue)

    assert takes(Role.LIPSYNC) == 0
    assert takes(Role.FOLEY) == Shot.objects.count() - 1


def test_times_are_found_out_before_shots_are_planned_where_a_voice_does_not_tell_them(
    film: Project, task_queue: FakeQueue
) -> None:
    def without_times(request: SpeechRequest, folder: Path) -> Finished:
        spoken = speech(request, folder)
        return Finished(spoken.path, spoken.media_type)

    FakeVendor.scripted[Capability.SPEECH] = [without_times] * 20

    make(film, task_queue)

    loaded = load(film.pk)
    line = loaded.spoken[0]
    assert loaded.words_of(line)[1][1] == 50
    planned = Job.objects.filter(slot__role=Role.SHOTS).order_by("pk").first()
    aligned = Job.objects.filter(slot__role=Role.ALIGNED).order_by("-pk").first()
    assert planned is not None and aligned is not None
    assert planned.pk > aligned.pk


def test_without_a_model_the_times_of_words_are_estimated_and_said_to_be(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def without_times(request: SpeechRequest, folder: Path) -> Finished:
        spoken = speech(request, folder)
        return Finished(spoken.path, spoken.media_type)

    FakeVendor.scripted[Capability.SPEECH] = [without_times] * 20

    run = make(project, task_queue)

    loaded = load(project.pk)
    words = loaded.words_of(loaded.spoken[0])
    assert [word for word, _, _ in words] == loaded.spoken[0].text.split()
    assert all(first[2] <= second[1] + 1 for first, second in pairwise(words))
    assert run.events.filter(text__contains="follow an estimate").exists()
