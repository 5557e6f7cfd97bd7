"""Budgets and gates hold whatever comes in whichever order, and however many ask at once.

Orders are found by property testing; those who ask at the same moment are threads with connections of their own, on
PostgreSQL, where they really meet.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.models import F, Sum
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entities.models import Library
from generation import services
from generation.models import Job, LedgerEntry, ModelOffer, Run, Vendor
from generation.services import budget, gates
from generation.services.budget import OverBudget
from tests.factories import ModelOfferFactory, ProjectFactory, ShotFactory, SlotFactory

WORKERS = 8
PRICE = 30_000

# --- In any order ---------------------------------------------------------------------------------------

FILMS = 2
Steps = list[tuple[str, int, int]]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("reserve"), st.integers(0, FILMS - 1), st.integers(1, 40)),
        st.tuples(st.sampled_from(["settle", "waste", "release"]), st.integers(0, 30), st.integers(0, 100)),
        st.tuples(st.just("sleep"), st.just(0), st.just(0)),
    ),
    max_size=25,
)
caps = st.fixed_dictionaries(
    {name: st.none() | st.integers(0, 120) for name in ("film", "film_daily", "library", "library_daily", "run")}
)


class Books:
    """A library with some films, and what has been asked for there."""

    def __init__(self, limits: dict[str, int | None]) -> None:
        self.library = Library.objects.create(name="Home")
        self.films = [ProjectFactory.create(library=self.library) for _ in range(FILMS)]
        self.offer = ModelOfferFactory.create(price_micros=1, price_unit="call")
        self.shot = ShotFactory.create(scene__project=self.films[0])
        self.asked = 0
        self.run = Run.objects.create(project=self.films[0], budget_micros=limits["run"] or 0)
        self.limits = limits
        self.open: list[Job] = []
        self.today: set[int] = set()
        self.expected = {kind: 0 for kind in ("reserved", "settled", "wasted")}
        for name, micros in limits.items():
            if micros is not None and name != "run":
                film = self.films[0].pk if name.startswith("film") else None
                budget.set_budget(self.library.pk, film, micros, by_id=None, is_daily=name.endswith("daily"))

    def reserve(self, film: int, price: int) -> None:
        """Ask for a piece of a film; the first film's are part of a run."""
        self.offer.price_micros = price
        self.asked += 1
        job = Job.objects.create(
            library=self.library,
            project=self.films[film],
            run=self.run if film == 0 and self.limits["run"] is not None else None,
            slot=SlotFactory.create(shot=self.shot, role="frame", variant=str(self.asked)),
            offer=self.offer,
            recipe={"arguments": {}},
            recipe_digest=str(self.asked),
        )
        try:
            with transaction.atomic():
                budget.reserve(job)
        except OverBudget:
            job.delete()
            return
        self.open.append(job)
        self.today.add(job.pk)
        self.expected["reserved"] += price

    def end(self, how: str, which: int, percent: int) -> None:
        """End a piece: it costs a share of what was set aside, or nothing."""
        if not self.open:
            return
        job = self.open.pop(which % len(self.open))
        price = job.ledger.get().amount_micros
        cost = price * percent // 100
        self.expected["reserved"] -= price
        if how == "release":
            budget.release(job)
            return
        (budget.settle if how == "settle" else budget.waste)(job, cost)
        self.expected["settled" if how == "settle" else "wasted"] += cost

    def sleep(self) -> None:
        """Let it be another day."""
        LedgerEntry.objects.update(at=F("at") - timedelta(days=1))
        self.today.clear()

    def spent(self, **which: Any) -> int:
        """What the ledger says."""
        total: int = LedgerEntry.objects.filter(**which).aggregate(total=Sum("amount_micros"))["total"] or 0
        return total

    def check(self) -> None:
        """No limit is exceeded, and nothing is lost or invented."""
        first = self.films[0].pk
        spent = {
            "film": self.spent(project=first),
            "film_daily": self.spent(project=first, job__in=self.today),
            "library": self.spent(),
            "library_daily": self.spent(job__in=self.today),
            "run": self.spent(run=self.run),
        }
        limits = dict(self.limits)
        if limits["film"] is not None and not limits["run"]:
            limits["run"] = None  # a run without a budget of its own may spend its film's
        for name, cap in limits.items():
            assert cap is None or spent[name] <= cap, (name, spent[name], cap)
        for kind, amount in self.expected.items():
            assert self.spent(kind=kind) == amount


@pytest.mark.django_db
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limits=caps, todo=steps)
def test_no_order_of_events_breaks_a_budget_or_loses_a_cent(limits: dict[str, int | None], todo: Steps) -> None:
    with transaction.atomic():
        books = Books(limits)
        for what, which, amount in todo:
            if what == "reserve":
                books.reserve(which, amount)
            elif what == "sleep":
                books.sleep()
            else:
                books.end(what, which, amount)
            books.check()
        transaction.set_rollback(True)


# --- At the same moment -------------------------------------------------------------------------------------

on_servers = [
    pytest.mark.servers,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("postgresql" not in str(connection.vendor), reason="needs PostgreSQL, which script/test starts"),
]


def together(work: Callable[[int], object]) -> None:
    """Let eight threads do something at the same moment, each over a connection of its own."""
    ready = threading.Barrier(WORKERS)

    def one(number: int) -> None:
        ready.wait()
        try:
            work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(one, range(WORKERS)))


@pytest.fixture
def offer(db: None, vendor: Any) -> ModelOffer:
    """A model that costs."""
    Vendor.objects.create(key="fake", label="Fake", base_url="http://127.0.0.1:1")
    offer = ModelOffer.objects.get(key="fake/image")
    offer.price_micros, offer.price_unit = PRICE, "call"
    offer.save()
    return offer


class Watch:
    """Somebody who looks all the time how much there is of something."""

    def __init__(self, count: Callable[[], int]) -> None:
        self._count, self._ends, self.most = count, threading.Event(), 0
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ends.wait(0.002):
            self.most = max(self.most, self._count())
        connections.close_all()


def spoken_for() -> int:
    """All that is set aside, paid or wasted."""
    return LedgerEntry.objects.aggregate(total=Sum("amount_micros"))["total"] or 0


@pytest.fixture
def studio(library: Library, offer: ModelOffer, task_queue: Any) -> Any:
    """A film of many things, each of which wants a picture."""
    from tests.faults.bought import Studio

    return Studio(library, 96, offer)


@pytest.fixture(params=["film", "film_daily", "library", "library_daily", "run"])
def cap(request: pytest.FixtureRequest, studio: Any) -> Iterator[tuple[int, Run | None]]:
    """One limit of each kind, a little more than twenty pieces."""
    most, run = PRICE * 20 + PRICE // 2, None
    if request.param == "run":
        run = Run.objects.create(project=studio.film.project, budget_micros=most)
    else:
        film = studio.film.project.pk if request.param.startswith("film") else None
        budget.set_budget(studio.library.pk, film, most, by_id=None, is_daily=request.param.endswith("daily"))
    yield most, run


def ask(studio: Any, slots: list[Any], run: Run | None) -> list[Job]:
    """Ask for pieces until all are asked for or the money is spent."""
    jobs = []
    for slot in slots:
        try:
            job = services.request_take(studio.film, slot, run=run)
        except OverBudget:
            continue
        assert isinstance(job, Job)
        jobs.append(job)
    return jobs


class TestManyAtOnce:
    """Eight who ask at the same moment."""

    pytestmark = on_servers

    def test_a_cap_is_reached_and_never_passed(self, studio: Any, cap: tuple[int, Run | None]) -> None:
        most, run = cap
        slots = list(studio.slots)

        with Watch(spoken_for) as watch:
            together(lambda number: ask(studio, slots[number::WORKERS], run))

        assert watch.most <= most
        assert spoken_for() == most - PRICE // 2, "the cap is used up to within one piece"
        assert Job.objects.count() == 20

    def test_a_cap_holds_while_pieces_are_finished_wasted_and_given_back(
        self, studio: Any, cap: tuple[int, Run | None]
    ) -> None:
        most, run = cap
        slots = list(studio.slots)

        def work(number: int) -> None:
            ends: list[Callable[[Job], object]] = [budget.settle, budget.waste, budget.release]
            for turn, slot in enumerate(slots[number::WORKERS]):
                for job in ask(studio, [slot], run):
                    with transaction.atomic():
                        ends[(turn + number) % 3](job)

        with Watch(spoken_for) as watch:
            together(work)

        kinds = {row["kind"]: row["total"] for row in _by_kind()}
        assert max(watch.most, spoken_for()) <= most
        assert kinds.get("reserved", 0) == 0
        assert spoken_for() == most - PRICE // 2

    def test_a_vendor_is_never_given_more_at_once_than_it_takes(self, studio: Any, offer: ModelOffer) -> None:
        Vendor.objects.update(max_in_flight=7)
        jobs = ask(studio, list(studio.slots), None)
        pks = [job.pk for job in jobs]

        def work(number: int) -> None:
            for pk in pks[number::WORKERS] * 2:
                job = Job.objects.select_related("offer").get(pk=pk)
                if job.state != Job.State.QUEUED:
                    continue
                if gates.claim(job, f"worker {number}") and pk % 4:
                    job.move_to(Job.State.FAILED)

        with Watch(under_way) as watch:
            together(work)

        assert watch.most <= 7
        assert under_way() <= 7
        assert Job.objects.filter(state=Job.State.FAILED).exists()
        assert Job.objects.filter(state=Job.State.QUEUED).exists()

    def test_the_last_free_places_are_taken_once_each(self, studio: Any, offer: ModelOffer) -> None:
        Vendor.objects.update(max_in_flight=7)
        jobs = ask(studio, list(studio.slots), None)

        together(lambda number: [gates.claim(job, f"worker {number}") for job in jobs[number::WORKERS]])

        assert under_way() == 7

    def test_no_more_requests_a_minute_go_out_than_are_allowed(self, studio: Any, offer: ModelOffer) -> None:
        Vendor.objects.update(requests_per_minute=120)
        jobs = ask(studio, list(studio.slots), None)
        began = timezone.now()

        together(lambda number: [gates.claim(job, f"worker {number}") for job in jobs[number::WORKERS]])

        took = (timezone.now() - began).total_seconds()
        # Five seconds' worth may go out in one go, and then as many as time has passed for.
        assert 10 <= under_way() <= 10 + 2 * took + 1

    def test_one_piece_is_claimed_by_one_worker(self, studio: Any, offer: ModelOffer) -> None:
        job = services.request_take(studio.film, next(studio.slots))
        claimed: list[int] = []

        def work(number: int) -> None:
            try:
                if gates.claim(Job.objects.select_related("offer").get(pk=job.pk), f"worker {number}"):
                    claimed.append(number)
            except Exception as error:
                assert type(error).__name__ in {"LostRace", "ValueError"}

        together(work)

        assert len(claimed) == 1


def under_way() -> int:
    """How many pieces are at the vendor."""
    return Job.objects.filter(state__in=["running", "waiting"]).count()


def _by_kind() -> Any:
    return LedgerEntry.objects.order_by().values("kind").annotate(total=Sum("amount_micros"))
