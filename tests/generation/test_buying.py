"""Bought jobs: sent once, looked for until they are found, and every kind of trouble by what it means."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from generation import queue, services, tasks, vault
from generation.film import load
from generation.models import Job, LedgerEntry, ModelOffer, Run, RunEvent, Slot, Vendor, VendorGate, VendorKey
from generation.providers.base import (
    BadAnswer,
    BadKey,
    Capability,
    Delivery,
    Finished,
    GoneModel,
    ImageRequest,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Submitted,
    Unavailable,
    Unconfirmed,
    Working,
)
from generation.services import buying, finding, gates, inbox
from projects.models import Project
from tests.fakes import FakeQueue, FakeVendor, _picture

pytestmark = [pytest.mark.django_db, pytest.mark.servers]

PRICE = 40_000


@pytest.fixture
def hosted(vendor: type[FakeVendor]) -> Vendor:
    """The fake vendor as one that is asked over the network, with a price on its pictures."""
    ModelOffer.objects.filter(key="fake/image").update(price_micros=PRICE, price_unit="call")
    return Vendor.objects.create(key="fake", label="Fake", base_url="http://127.0.0.1:1")


@pytest.fixture
def film(project: Project, hosted: Vendor, task_queue: FakeQueue) -> Project:
    """A film whose shots are planned and none is drawn."""
    services.start_run(project, until=Run.Gate.SHOTS, budget_micros=10_000_000)
    task_queue.deliver_all()
    return project


def order(film: Project, number: int = 0) -> Job:
    """Ask for the first frame of a shot."""
    loaded = load(film.pk)
    job = services.request_take(loaded, loaded.slots["shot", loaded.shots[number].pk, Slot.Role.FRAME, ""])
    assert isinstance(job, Job)
    return job


def answers(*given: Any) -> None:
    """Let the vendor give these answers, one after the other."""
    FakeVendor.scripted[Capability.IMAGE] = list(given)


def lost(request: Any, folder: Path) -> Finished:
    """Make it, and let the answer get lost."""
    raise Unconfirmed("No answer arrived.")


def due(job: Job) -> None:
    """Let the time come for which a job waits."""
    Job.objects.filter(pk=job.pk).update(not_before=timezone.now() - timedelta(seconds=1))


def booked() -> dict[str, int]:
    """What the books say, by kind, without what cancels out."""
    found: dict[str, int] = {}
    for kind, amount in LedgerEntry.objects.values_list("kind", "amount_micros"):
        found[kind] = found.get(kind, 0) + amount
    return {kind: amount for kind, amount in found.items() if amount}


# --- Sending -----------------------------------------------------------------------------------------


def test_that_a_request_goes_out_is_written_down_before_it_does(film: Project, task_queue: FakeQueue) -> None:
    seen = []

    def look(request: Any, folder: Path) -> Finished:
        seen.append(Job.objects.get(slot__role=Slot.Role.FRAME).sent_at)
        return _picture(request, folder)

    answers(look)
    order(film)

    task_queue.deliver_all()

    assert seen != [None]


def test_a_job_cancelled_at_the_last_moment_is_not_sent(film: Project, task_queue: FakeQueue) -> None:
    job = order(film)
    job.claim("me")
    ticket = buying.ticket_for(job, progress=lambda share: None, is_stopped=lambda: False)
    services.cancel_job(Job.objects.get(pk=job.pk))

    with pytest.raises(Exception, match="no longer ours"):
        ticket.sending()


def test_the_vendors_number_is_kept_before_anything_else(film: Project, task_queue: FakeQueue) -> None:
    answers(Submitted("pred-1", {"status": "https://vendor/1"}))
    job = order(film)

    task_queue.deliver_all()

    job.refresh_from_db()
    assert (job.state, job.provider_job_id, job.handle) == ("waiting", "pred-1", {"status": "https://vendor/1"})
    assert job.not_before is not None


# --- Trouble before anything was taken ------------------------------------------------------------------


def test_a_vendor_that_cannot_be_reached_is_asked_again_later_and_not_for_ever(
    film: Project, task_queue: FakeQueue
) -> None:
    answers(*[Unavailable("Nobody answers.")] * buying.TRIES_BEFORE_GIVING_UP)
    job = order(film)
    task_queue.deliver_all()

    for _ in range(buying.TRIES_BEFORE_GIVING_UP):
        VendorGate.objects.update(closed_until=None)
        due(job)
        gates.send_due()
        task_queue.deliver_all()

    job.refresh_from_db()
    assert (job.state, job.error_code) == ("failed", "unavailable")
    assert len(FakeVendor.asked(ImageRequest)) == buying.TRIES_BEFORE_GIVING_UP
    assert booked() == {}


def test_who_is_asked_too_often_is_left_alone_by_everybody_as_long_as_it_wants(
    film: Project, task_queue: FakeQueue
) -> None:
    answers(RateLimited("Too many requests.", retry_after_s=30))
    first, second = order(film), order(film, 1)

    task_queue.deliver_all()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("queued", "queued")
    assert len(FakeVendor.asked(ImageRequest)) == 1
    assert second.waits_for == "Too many requests."
    assert first.not_before is not None and first.not_before > timezone.now() + timedelta(seconds=25)


@pytest.mark.parametrize("trouble", [OutOfCredit("Nothing is left."), BadKey("This key is unknown.")])
def test_trouble_with_the_account_holds_the_work_and_says_why(
    trouble: ProviderError, film: Project, task_queue: FakeQueue
) -> None:
    answers(trouble)
    job = order(film)
    task_queue.deliver_all()

    gates.reopen("fake", "")
    task_queue.deliver_all()

    gate = VendorGate.objects.get(vendor="fake", endpoint="")
    job.refresh_from_db()
    assert gate.reason == ""
    assert job.state == "succeeded"
    assert booked() == {"settled": PRICE}


def test_a_new_key_opens_the_gate(film: Project, hosted: Vendor, task_queue: FakeQueue) -> None:
    answers(BadKey("This key is unknown."))
    job = order(film)
    task_queue.deliver_all()
    assert Job.objects.get(pk=job.pk).waits_for == "This key is unknown."

    hosted.account = f"{__name__}.knows_everybody"
    hosted.save()
    from generation.services import keys

    keys.write_key(film.library, hosted, "sk-new-123456", by_id=None)
    task_queue.deliver_all()

    assert Job.objects.get(pk=job.pk).state == "succeeded"


def knows_everybody(access: Any) -> Any:
    """Take any key."""
    from generation.providers.base import Account

    return Account()


def test_a_model_that_is_gone_is_flagged_and_not_the_usual_one_any_more(film: Project, task_queue: FakeQueue) -> None:
    answers(GoneModel("fal no longer has this model."))
    job = order(film)

    task_queue.deliver_all()

    assert ModelOffer.objects.get(key="fake/image").problem == "fal no longer has this model."
    assert Job.objects.get(pk=job.pk).is_permanent


def test_a_model_that_fails_again_and_again_is_left_alone(film: Project, task_queue: FakeQueue) -> None:
    answers(*[Unavailable("It broke.")] * 20)
    job = order(film)
    for _ in range(gates.FAILURES_BEFORE_REST):
        due(job)
        gates.send_due()
        task_queue.deliver_all()

    due(job)
    gates.send_due()
    task_queue.deliver_all()

    assert len(FakeVendor.asked(ImageRequest)) == gates.FAILURES_BEFORE_REST
    assert VendorGate.objects.get(endpoint="image").reason == "failing"


# --- Routes ------------------------------------------------------------------------------------------------


def second_model() -> ModelOffer:
    """Another model for pictures."""
    offer = ModelOffer.objects.get(key="fake/image")
    offer.pk, offer.key, offer.label, offer.preference = None, "fake/other", "Other", 200
    offer.save()
    return offer


def test_what_one_model_refuses_the_next_of_the_route_makes(film: Project, task_queue: FakeQueue) -> None:
    second_model()
    Project.objects.filter(pk=film.pk).update(fallbacks={"image": ["fake/other"]})
    answers(Refused("Not this picture."))

    services.start_run(film, until=Run.Gate.FRAMES, budget_micros=10_000_000)
    Run.objects.update(budget_micros=10_000_000)
    task_queue.deliver_all()

    refused = Job.objects.get(state="failed")
    made = Job.objects.get(slot=refused.slot, state="succeeded")
    assert made.offer is not None
    assert made.offer.key == "fake/other"
    assert "after another model did not make it" in made.route
    assert graph_is_fresh(film, refused.slot_id)


def graph_is_fresh(film: Project, slot_id: int) -> bool:
    """Tell whether a slot needs nothing more."""
    from generation import graph

    return graph.work_out(load(film.pk)).states[slot_id] is graph.State.FRESH


def out_of_credit(film: Project, task_queue: FakeQueue) -> Job:
    """Let a picture go the next way because the credit of its own model's vendor is used up."""
    Vendor.objects.create(key="other", label="Other", base_url="http://127.0.0.1:1")
    second = second_model()
    ModelOffer.objects.filter(pk=second.pk).update(vendor="other")
    Project.objects.filter(pk=film.pk).update(fallbacks={"image": ["fake/other"]})
    answers(OutOfCredit("Nothing is left."))
    job = order(film)
    task_queue.deliver_all()
    job.refresh_from_db()
    assert job.error_code == "out_of_credit"
    assert Slot.objects.get(pk=job.slot_id).diverted_to == "fake/other"
    return job


def model_of_next(film: Project, task_queue: FakeQueue) -> str:
    """Ask for the picture once more; return which model makes it."""
    job = order(film)
    task_queue.deliver_all()
    job.refresh_from_db()
    assert job.state == "succeeded"
    return job.offer.key if job.offer else ""


def test_with_new_credit_what_is_not_bought_yet_goes_its_own_way_again(film: Project, task_queue: FakeQueue) -> None:
    out_of_credit(film, task_queue)

    gates.reopen("fake", "")

    assert model_of_next(film, task_queue) == "fake/image"


def test_that_a_vendor_takes_requests_again_tells_that_credit_is_back(film: Project, task_queue: FakeQueue) -> None:
    job = out_of_credit(film, task_queue)
    VendorGate.objects.update(closed_until=timezone.now() - timedelta(seconds=1))

    order(film, number=1)
    task_queue.deliver_all()

    assert VendorGate.objects.get(vendor="fake", endpoint="").reason == ""
    assert Slot.objects.get(pk=job.slot_id).diverted_to == ""


def test_what_was_sent_before_the_credit_was_used_up_says_nothing_of_it(film: Project, task_queue: FakeQueue) -> None:
    answers(Submitted("pred-1"))
    order(film, number=1)
    task_queue.deliver_all()
    job = out_of_credit(film, task_queue)
    FakeVendor.collected["pred-1"] = None

    due(Job.objects.get(provider_job_id="pred-1"))
    tasks.poll_waiting()

    assert VendorGate.objects.get(vendor="fake", endpoint="").reason == "out_of_credit"
    assert Slot.objects.get(pk=job.slot_id).diverted_to == "fake/other"


def test_what_is_bought_the_other_way_stays_as_it_is(film: Project, task_queue: FakeQueue) -> None:
    job = out_of_credit(film, task_queue)
    assert model_of_next(film, task_queue) == "fake/other"

    gates.reopen("fake", "")

    assert Slot.objects.get(pk=job.slot_id).diverted_to == "fake/other"
    assert graph_is_fresh(film, job.slot_id)


def test_without_a_route_what_is_refused_waits_for_the_user(film: Project, task_queue: FakeQueue) -> None:
    second_model()
    answers(Refused("Not this picture."))
    job = order(film)

    task_queue.deliver_all()

    assert Job.objects.get(pk=job.pk).error_code == "refused"
    assert len(FakeVendor.asked(ImageRequest)) == 1
    assert booked() == {}


# --- Answers that were lost -----------------------------------------------------------------------------


def test_a_lost_answer_is_never_asked_for_again_by_itself(film: Project, task_queue: FakeQueue) -> None:
    answers(lost)
    job = order(film)
    task_queue.deliver_all()

    for _ in range(8):
        due(job)
        tasks.poll_waiting()
        services.recover_interrupted()
        task_queue.deliver_all()

    job.refresh_from_db()
    assert job.state == "unconfirmed"
    assert len(FakeVendor.asked(ImageRequest)) == 1
    assert booked() == {"reserved": PRICE}


def test_an_answer_that_we_stumble_over_is_not_seen_either(film: Project, task_queue: FakeQueue) -> None:
    def odd(request: Any, folder: Path) -> Finished:
        raise KeyError("what nobody expected")

    answers(odd)
    job = order(film)

    task_queue.deliver_all()

    assert Job.objects.get(pk=job.pk).state == "unconfirmed"
    assert booked() == {"reserved": PRICE}


def test_what_the_vendor_told_before_it_answered_is_kept(film: Project, task_queue: FakeQueue) -> None:
    job = order(film)

    def called_first(request: Any, folder: Path) -> Submitted:
        finding.called(Job.objects.get(pk=job.pk).token, Delivery("d-1", "", {"output": "https://there"}))
        return Submitted("pred-1", {"status": "https://vendor/1"})

    answers(called_first)

    task_queue.deliver_all()

    handle = Job.objects.get(pk=job.pk).handle
    assert handle == {"status": "https://vendor/1", "told": {"output": "https://there"}}


class Listing(FakeVendor):
    """A vendor that can be asked what it has from us."""

    listed: Any = None

    def find(self, request: Any, ticket: Any) -> Submitted | None:
        """Look into the list."""
        if isinstance(self.listed, ProviderError):
            raise self.listed
        return None if self.listed is None else Submitted(str(self.listed))


def listing(found: Any) -> None:
    """Let the vendor have a list, with this in it."""
    Listing.listed = found
    ModelOffer.objects.filter(key="fake/image").update(adapter=f"{__name__}.Listing")


def test_what_the_vendor_has_in_its_list_is_collected(film: Project, task_queue: FakeQueue, tmp_path: Path) -> None:
    listing("pred-7")
    answers(lost)
    job = order(film)
    task_queue.deliver_all()
    FakeVendor.collected["pred-7"] = _picture(ImageRequest("found", 640, 360), tmp_path)

    for _ in range(2):
        due(job)
        tasks.poll_waiting()

    job.refresh_from_db()
    assert (job.state, job.provider_job_id) == ("succeeded", "pred-7")
    assert len(FakeVendor.asked(ImageRequest)) == 1
    assert booked() == {"settled": PRICE}


def test_what_is_surely_not_in_the_list_is_sent_again(film: Project, task_queue: FakeQueue) -> None:
    listing(None)
    answers(lost)
    job = order(film)
    task_queue.deliver_all()

    for _ in range(finding.LOOKS_THAT_FIND_NOTHING):
        due(job)
        tasks.poll_waiting()
    due(job)
    gates.send_due()
    task_queue.deliver_all()

    assert Job.objects.get(pk=job.pk).state == "succeeded"
    assert len(FakeVendor.asked(ImageRequest)) == 2


def test_one_look_that_finds_nothing_is_not_enough(film: Project, task_queue: FakeQueue) -> None:
    listing(None)
    answers(lost)
    job = order(film)
    task_queue.deliver_all()

    due(job)
    tasks.poll_waiting()

    assert Job.objects.get(pk=job.pk).state == "unconfirmed"


# --- Results -------------------------------------------------------------------------------------------------


def test_what_has_arrived_is_a_take_although_the_worker_died(
    film: Project, task_queue: FakeQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = order(film)
    real = services.finish_job

    def die(*_: Any) -> None:
        raise SystemExit

    monkeypatch.setattr(services, "finish_job", die)
    with pytest.raises(SystemExit):
        task_queue.deliver_all()
    monkeypatch.setattr(services, "finish_job", real)
    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - timedelta(hours=1))

    services.recover_interrupted()

    job.refresh_from_db()
    assert job.state == "succeeded"
    assert len(FakeVendor.asked(ImageRequest)) == 1
    assert inbox.kept(job) is None


def test_a_download_that_breaks_is_repeated_and_nothing_is_bought_again(
    film: Project, task_queue: FakeQueue, tmp_path: Path
) -> None:
    answers(Submitted("pred-1"))
    job = order(film)
    task_queue.deliver_all()
    FakeVendor.collected["pred-1"] = Unavailable("The result could not be fetched.")
    due(job)
    tasks.poll_waiting()
    assert Job.objects.get(pk=job.pk).state == "waiting"

    FakeVendor.collected["pred-1"] = _picture(ImageRequest("there", 640, 360), tmp_path)
    due(job)
    tasks.poll_waiting()

    assert Job.objects.get(pk=job.pk).state == "succeeded"
    assert len(FakeVendor.asked(ImageRequest)) == 1


def test_a_file_that_is_something_else_is_paid_for_and_wasted_and_not_bought_again(
    film: Project, task_queue: FakeQueue, tmp_path: Path
) -> None:
    text = tmp_path / "page.png"
    text.write_text("<html>not a picture</html>")
    answers(Finished(text, "image/png"))

    services.start_run(film, until=Run.Gate.FRAMES, budget_micros=10_000_000)
    Run.objects.update(budget_micros=10_000_000)
    task_queue.deliver_all()

    broken = Job.objects.get(state="failed", slot__role__in=[Slot.Role.FRAME, Slot.Role.REFERENCE])
    assert broken.error_code == "bad_answer"
    assert Job.objects.filter(slot=broken.slot).count() == 1
    assert booked()["wasted"] == PRICE


def test_what_the_vendor_billed_for_a_failure_is_what_is_wasted(film: Project, task_queue: FakeQueue) -> None:
    trouble = BadAnswer("It stopped halfway.")
    trouble.charged_micros = 1_234
    answers(Submitted("pred-1"))
    job = order(film)
    task_queue.deliver_all()
    FakeVendor.collected["pred-1"] = trouble

    due(job)
    tasks.poll_waiting()

    assert booked() == {"wasted": 1_234}


def test_looking_is_paced_and_says_how_far_the_vendor_is(film: Project, task_queue: FakeQueue) -> None:
    answers(Submitted("pred-1"))
    job = order(film)
    task_queue.deliver_all()
    FakeVendor.collected["pred-1"] = Working(0.4)  # type: ignore[assignment]

    due(job)
    tasks.poll_waiting()
    tasks.poll_waiting()

    job.refresh_from_db()
    assert (job.state, job.progress) == ("waiting", 40)
    assert job.not_before is not None and job.not_before > timezone.now()


def test_a_worker_on_as_many_errands_as_it_can_do_takes_no_more() -> None:
    errands, go_on = tasks._Errands(), threading.Event()

    def errand() -> None:
        go_on.wait()

    taken = [errands.take(errand) for _ in range(errands.MOST + 1)]
    go_on.set()

    assert taken == [*[True] * errands.MOST, False]


def test_what_the_vendor_calls_about_during_a_look_is_looked_at_again_at_once(
    film: Project, task_queue: FakeQueue
) -> None:
    answers(Submitted("pred-1"))
    job = order(film)
    task_queue.deliver_all()
    due(job)
    (looked_at,) = buying.take_due(Job.State.WAITING)

    finding.called(looked_at.token, Delivery("delivery-1", "pred-1"))
    buying.still_working(looked_at, Working(0.9), among=1)

    assert [one.pk for one in buying.take_due(Job.State.WAITING)] == [job.pk]


def test_what_is_looked_at_is_not_looked_at_by_another(film: Project, task_queue: FakeQueue) -> None:
    answers(Submitted("pred-1"))
    job = order(film)
    task_queue.deliver_all()
    due(job)

    taken = [buying.take_due(Job.State.WAITING) for _ in range(2)]

    assert [[one.pk for one in jobs] for jobs in taken] == [[job.pk], []]


# --- After a restart ----------------------------------------------------------------------------------------


def test_after_a_restart_what_waits_for_its_time_goes_on_waiting(film: Project, task_queue: FakeQueue) -> None:
    answers(RateLimited("Too many requests.", retry_after_s=600))
    waits = order(film)
    task_queue.deliver_all()
    other = order(film, number=1)
    Job.objects.filter(pk=other.pk).update(not_before=None)
    task_queue.messages.clear()

    services.resume_after_restart("")

    assert [ids["job_id"] for name, ids in task_queue.messages if name == queue.RUN_JOB] == [other.pk]
    assert Job.objects.get(pk=waits.pk).not_before is not None


def test_what_a_death_left_in_the_inbox_is_swept_once_its_job_is_over(
    film: Project, task_queue: FakeQueue, tmp_path: Path
) -> None:
    done, waiting = order(film), order(film, number=1)
    for job in (done, waiting):
        (tmp_path / "made.png").write_bytes(b"made")
        inbox.keep(job, Finished(tmp_path / "made.png", "image/png"))
    Job.objects.filter(pk=done.pk).update(state="failed", finished_at=timezone.now())

    assert inbox.sweep() == 0  # both have only just come
    for job in (done, waiting):
        os.utime(inbox._place(job), (0, 0))

    assert inbox.sweep() == 1
    assert inbox.kept(done) is None
    assert inbox.kept(waiting) is not None


# --- How much at once -------------------------------------------------------------------------------------------


def test_a_vendor_is_given_no_more_at_once_than_it_takes(film: Project, hosted: Vendor, task_queue: FakeQueue) -> None:
    Vendor.objects.filter(pk=hosted.pk).update(max_in_flight=1)
    answers(Submitted("pred-1"))
    first, second = order(film), order(film, 1)

    task_queue.deliver_all()

    second.refresh_from_db()
    assert Job.objects.get(pk=first.pk).state == "waiting"
    assert (second.state, len(FakeVendor.asked(ImageRequest))) == ("queued", 1)
    assert "at once" in second.waits_for


def test_whoever_leaves_wakes_whoever_waits(
    film: Project, hosted: Vendor, task_queue: FakeQueue, tmp_path: Path
) -> None:
    Vendor.objects.filter(pk=hosted.pk).update(max_in_flight=1)
    answers(Submitted("pred-1"))
    first, second = order(film), order(film, 1)
    task_queue.deliver_all()
    FakeVendor.collected["pred-1"] = _picture(ImageRequest("there", 640, 360), tmp_path)

    due(first)
    tasks.poll_waiting()
    task_queue.deliver_all()

    assert Job.objects.get(pk=second.pk).state == "succeeded"


def test_no_more_requests_a_minute_go_out_than_are_allowed(
    film: Project, hosted: Vendor, task_queue: FakeQueue
) -> None:
    Vendor.objects.filter(pk=hosted.pk).update(requests_per_minute=12)
    jobs = [order(film, number) for number in range(3)]

    task_queue.deliver_all()

    states = [Job.objects.get(pk=job.pk).state for job in jobs]
    assert states == ["succeeded", "queued", "queued"]


def test_two_libraries_with_keys_of_their_own_do_not_wait_for_each_other(film: Project, hosted: Vendor) -> None:
    VendorKey.objects.create(
        library=film.library, vendor="fake", sealed=vault.seal("k" * 10), written_at=timezone.now(),
        tested_at=timezone.now(),
    )  # fmt: skip

    assert vault.account_of(film.library_id, hosted) == str(film.library_id)


# --- Told in the run's log -----------------------------------------------------------------------------------------


def test_shares_of_a_budget_are_told_once_each(film: Project, task_queue: FakeQueue) -> None:
    from generation.services import budget

    budget.set_budget(film.library_id, film.pk, PRICE * 4, by_id=None)
    Run.objects.update(budget_micros=0)

    services.start_run(film, until=Run.Gate.FRAMES)
    task_queue.deliver_all()

    told = [text for text in RunEvent.objects.values_list("text", flat=True) if "budget" in text and "%" in text]
    assert [text.split()[0] for text in told] == ["50", "100"]
