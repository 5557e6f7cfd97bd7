"""A job's life: moves that cannot race, work that is never bought twice, work that is never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from entities.models import Library
from generation import leases, services, tasks
from generation.film import load
from generation.models import Job, LedgerEntry, LostRace, ModelOffer, Run, Slot
from generation.providers.base import Capability, Finished, ImageRequest, ProviderError, Refused, Submitted
from projects.models import Project
from tests.fakes import FakeQueue, FakeVendor, _picture

pytestmark = [pytest.mark.django_db, pytest.mark.servers]


@pytest.fixture
def job(project: Project) -> Job:
    """A queued job of a slot that wants a script."""
    slot = Slot.objects.create(project=project, role=Slot.Role.SCRIPT)
    return Job.objects.create(library=project.library, project=project, slot=slot, recipe={}, recipe_digest="d" * 64)


def planned(project: Project, task_queue: FakeQueue, until: str = Run.Gate.SHOTS) -> None:
    """Bring a film to a gate with the fake vendors."""
    services.start_run(project, until=until)
    task_queue.deliver_all()


def bought(capability: str) -> ModelOffer:
    """Give the fake vendor's model a price."""
    offer = ModelOffer.objects.get(key=f"fake/{capability}")
    offer.price_micros, offer.price_unit = 40_000, ModelOffer.PriceUnit.CALL
    offer.save(update_fields=["price_micros", "price_unit"])
    return offer


def test_two_workers_cannot_claim_one_job(job: Job) -> None:
    mine, theirs = Job.objects.get(pk=job.pk), Job.objects.get(pk=job.pk)

    theirs.claim("them")

    with pytest.raises(LostRace):
        mine.claim("me")


def test_a_worker_that_lost_its_lease_cannot_finish_the_job(job: Job) -> None:
    job.claim("slow")
    stale = Job.objects.get(pk=job.pk)
    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - timedelta(hours=1))

    services.recover_interrupted()
    Job.objects.get(pk=job.pk).claim("quick")

    with pytest.raises(LostRace):
        stale.move_to(Job.State.COLLECTING)


def test_a_slot_has_one_job_at_a_time(job: Job) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(library=job.library, slot=job.slot, recipe={}, recipe_digest="e" * 64)


def test_a_job_cannot_wait_for_a_vendor_that_gave_no_id(job: Job) -> None:
    job.claim("me")

    with pytest.raises(IntegrityError), transaction.atomic():
        job.move_to(Job.State.WAITING)


def test_a_finished_job_does_not_move_again(job: Job) -> None:
    job.move_to(Job.State.CANCELLED)

    with pytest.raises(ValueError, match="cannot become"):
        job.move_to(Job.State.RUNNING)


def test_a_live_worker_keeps_its_job(job: Job, task_queue: FakeQueue) -> None:
    job.claim("alive")

    recovered = services.recover_interrupted()

    job.refresh_from_db()
    assert (recovered, job.state) == (0, Job.State.RUNNING)


def test_a_job_that_hangs_is_left_to_its_lease(job: Job, settings: Settings) -> None:
    with leases.kept_alive(job):
        living = leases._heart().alive()
        settings.JOB_TIMEOUT_SECONDS = 0
        hanging = leases._heart().alive()

    assert job.pk in living
    assert hanging == []


def test_free_work_of_a_dead_worker_is_queued_again(job: Job, task_queue: FakeQueue) -> None:
    job.claim("dead:1")

    services.recover_interrupted(dead_worker="dead:")

    job.refresh_from_db()
    assert (job.state, job.attempt, job.worker) == (Job.State.QUEUED, 2, "")
    assert task_queue.messages == [("generation.run_job", {"job_id": job.pk})]


def test_a_job_whose_message_was_lost_is_sent_again_when_nobody_is_at_work(job: Job, task_queue: FakeQueue) -> None:
    Job.objects.filter(pk=job.pk).update(queued_at=timezone.now() - timedelta(minutes=1))

    services.recover_interrupted()

    assert task_queue.messages == [("generation.run_job", {"job_id": job.pk})]


def test_a_job_that_waits_for_its_turn_is_not_sent_again(job: Job, task_queue: FakeQueue) -> None:
    other = Slot.objects.create(project=job.project, role=Slot.Role.CAST)
    busy = Job.objects.create(library=job.library, slot=other, recipe={}, recipe_digest="f" * 64)
    busy.claim("alive")
    Job.objects.filter(pk=job.pk).update(queued_at=timezone.now() - timedelta(minutes=1))

    services.recover_interrupted()

    assert task_queue.messages == []


def test_work_that_kills_its_worker_every_time_is_given_up(job: Job, task_queue: FakeQueue) -> None:
    for _ in range(5):
        Job.objects.get(pk=job.pk).claim("dead:1")
        services.recover_interrupted(dead_worker="dead:")

    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "5 times" in job.error_detail


def test_a_killed_worker_never_buys_a_picture_twice(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]
    job = services.request_take(film, slot)
    assert isinstance(job, Job)
    job.claim("dead:1")
    Job.objects.filter(pk=job.pk).update(sent_at=timezone.now())  # and is killed while the vendor works

    services.recover_interrupted(dead_worker="dead:")
    task_queue.deliver_all()

    job.refresh_from_db()
    assert job.state == Job.State.UNCONFIRMED
    assert vendor.asked(ImageRequest) == []


def test_a_worker_killed_before_it_sent_anything_leaves_nothing_open(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]
    job = services.request_take(film, slot)
    assert isinstance(job, Job)
    job.claim("dead:1")

    services.recover_interrupted(dead_worker="dead:")
    task_queue.deliver_all()

    job.refresh_from_db()
    assert job.state == Job.State.SUCCEEDED
    assert len(vendor.asked(ImageRequest)) == 1


def test_a_bought_job_with_the_vendors_id_is_collected_by_it(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    vendor.scripted[Capability.IMAGE] = [Submitted("req-1")]
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]
    job = services.request_take(film, slot)
    assert isinstance(job, Job)
    task_queue.deliver()

    services.recover_interrupted(dead_worker="")
    tasks.poll_waiting()

    job.refresh_from_db()
    assert (job.state, job.provider_job_id) == (Job.State.WAITING, "req-1")
    assert len(vendor.asked(ImageRequest)) == 1


def test_a_redelivered_message_does_not_make_a_second_picture(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]
    job = services.request_take(film, slot)
    assert isinstance(job, Job)

    tasks.run_job(job_id=job.pk)
    tasks.run_job(job_id=job.pk)

    assert len(vendor.asked(ImageRequest)) == 1
    assert slot.takes.count() == 1


def test_money_is_set_aside_before_and_settled_after(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]

    services.request_take(film, slot)
    before = list(LedgerEntry.objects.values_list("kind", "amount_micros"))
    task_queue.deliver_all()

    assert before == [("reserved", 40_000)]
    entries = list(LedgerEntry.objects.order_by("pk").values_list("kind", "amount_micros"))
    assert entries == [("reserved", 40_000), ("reserved", -40_000), ("settled", 40_000)]


def test_a_failed_request_gives_the_money_back(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    vendor.scripted[Capability.IMAGE] = [Refused("The vendor does not draw that.", vendor_words="E005")]
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]

    job = services.request_take(film, slot)
    assert isinstance(job, Job)
    task_queue.deliver()

    job.refresh_from_db()
    assert (job.state, job.error_code, job.vendor_words) == (Job.State.FAILED, "refused", "E005")
    assert sum(LedgerEntry.objects.values_list("amount_micros", flat=True)) == 0


def test_what_the_vendor_says_it_cost_is_what_is_booked(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue)
    bought("image")
    vendor.scripted[Capability.IMAGE] = [lambda request, folder: replace(_picture(request, folder), cost_micros=31_500)]
    film = load(project.pk)

    services.request_take(film, film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""])
    task_queue.deliver_all()

    assert LedgerEntry.objects.get(kind="settled").amount_micros == 31_500
    assert sum(LedgerEntry.objects.values_list("amount_micros", flat=True)) == 31_500


def test_a_broken_picture_that_was_paid_for_is_booked_as_wasted_and_counts_against_the_budget(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def broken(request: ImageRequest, folder: Path) -> Finished:
        path = folder / "picture.png"
        path.write_bytes(b"<html>502 Bad Gateway</html>")
        return Finished(path, "image/png")

    bought("image")
    vendor.scripted[Capability.IMAGE] = [broken] * 20

    run = services.start_run(project, until=Run.Gate.FRAMES, budget_micros=100_000)
    task_queue.deliver_all()

    run.refresh_from_db()
    assert run.state == Run.State.STOPPED
    assert "budget" in run.message
    assert len(vendor.asked(ImageRequest)) == 2
    assert list(LedgerEntry.objects.filter(kind="wasted").values_list("amount_micros", flat=True)) == [40_000, 40_000]


@pytest.mark.parametrize(("is_sent", "kind", "left"), [(False, "reserved", 0), (True, "wasted", 40_000)])
def test_cancelling_gives_back_only_what_was_never_asked_for(
    is_sent: bool,  # noqa: FBT001
    kind: str,
    left: int,
    project: Project,
    vendor: type[FakeVendor],
    task_queue: FakeQueue,
) -> None:
    planned(project, task_queue)
    bought("image")
    film = load(project.pk)
    job = services.request_take(film, film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""])
    assert isinstance(job, Job)
    if is_sent:
        job.claim("me")

    services.cancel_job(job)

    assert LedgerEntry.objects.latest("pk").kind == kind
    assert sum(LedgerEntry.objects.values_list("amount_micros", flat=True)) == left


def test_a_run_never_spends_more_than_its_budget(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    bought("image")

    run = services.start_run(project, until=Run.Gate.FRAMES, budget_micros=100_000)
    task_queue.deliver_all()

    run.refresh_from_db()
    assert run.state == Run.State.STOPPED
    assert "budget" in run.message
    assert len(vendor.asked(ImageRequest)) == 2
    assert sum(LedgerEntry.objects.values_list("amount_micros", flat=True)) == 80_000


def test_a_crash_inside_a_vendor_leaves_a_failed_job_with_a_sentence(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def explode(request: object, folder: object) -> Submitted:
        raise KeyError("boom")

    vendor.scripted[Capability.TEXT] = [explode]
    services.start_run(project, until=Run.Gate.SCRIPT)

    task_queue.deliver()
    task_queue.deliver()

    job = Job.objects.get(slot__role=Slot.Role.SCRIPT)
    assert job.state == Job.State.FAILED
    assert "inside the studio" in job.error_detail


def test_a_cancelled_job_is_not_brought_back_by_its_worker(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    def cancelled_meanwhile(request: object, folder: object) -> Submitted:
        services.cancel_job(Job.objects.get(state=Job.State.RUNNING))
        raise ProviderError("The line was cut.")

    vendor.scripted[Capability.TEXT] = [cancelled_meanwhile]
    services.start_run(project, until=Run.Gate.SCRIPT)

    task_queue.deliver()
    task_queue.deliver()

    assert Job.objects.get(slot__role=Slot.Role.SCRIPT).state == Job.State.CANCELLED


def test_identical_work_in_another_film_of_the_library_is_reused(
    project: Project, library: Library, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue, until=Run.Gate.CLIPS)
    asked = len(vendor.requests)
    twin = Project.objects.create(library=library, source=project.source)

    planned(twin, task_queue, until=Run.Gate.CLIPS)

    assert len(vendor.requests) == asked
    assert Slot.objects.filter(shot__scene__project=twin, role=Slot.Role.CLIP, selected_take=None).count() == 0


def test_identical_work_is_not_shared_between_libraries(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue, until=Run.Gate.SCRIPT)
    stranger = Project.objects.create(library=Library.objects.create(name="Other"), source=project.source)

    planned(stranger, task_queue, until=Run.Gate.SCRIPT)

    assert len(vendor.requests) == 2


def test_another_take_is_made_when_it_is_asked_for(
    project: Project, vendor: type[FakeVendor], task_queue: FakeQueue
) -> None:
    planned(project, task_queue, until=Run.Gate.FRAMES)
    film = load(project.pk)
    slot = film.slots["shot", film.shots[0].pk, Slot.Role.FRAME, ""]

    services.request_take(film, slot, again=True)
    task_queue.deliver_all()

    assert list(slot.takes.values_list("number", flat=True)) == [1, 2]
    assert len({take.asset.sha256 for take in slot.takes.all()}) == 2
