"""A worker dies anywhere in the life of a publication, and all else goes wrong too: there is one post, or a reason.

The worker is this process, its death an exception at a step that the outside can see; `dying` says what that leaves
out. The platform (a twin) and the database (SQLite) are real, the clock is the test's.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import Message
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connections

from publishing import leases as publication_leases
from publishing import services, tasks
from publishing.models import Publication
from publishing.services import working
from tests.publishing import generic
from tests.twins.server import Asked, _HungUp

from .dying import Killed, Reaper
from .published import ENDED, Clock, ClockedTwin, Messages, State, Studio, answered, only, open_ones, virtual, wrong

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

ROUNDS = 100
SCHEDULES = int(os.environ.get("SCENEME_TEST_SCHEDULES", "1000"))
CHUNKS = 10


@dataclass
class World:
    """A studio, its platform, and a worker that is started again each time it dies."""

    clock: Clock
    twin: ClockedTwin
    studio: Studio
    reaper: Reaper
    messages: Messages
    before_request: Callable[[str], None] | None = None
    deaths: int = 0
    is_direct: bool = False
    """Requests reach the twin without a socket: the same answers and the same faults, for less."""

    def live(self, publications: Sequence[Publication], *, rounds: int = ROUNDS) -> None:
        """Work until all have come to their end, with time going by."""
        working.resume_after_restart(publication_leases.worker_name().split(":")[0])
        for _ in range(rounds):
            tasks.publish_due()
            self.messages.deliver_all()
            if not open_ones(publications):
                return
            self.studio.connect_again()
            self.clock.pass_time(until_something_is_due(publications, self.clock))

    def lives(self, publications: Sequence[Publication], deaths: Sequence[int]) -> None:
        """Work, dying at each of these steps in turn; the last life is a whole one."""
        for at in (*deaths, None):
            self.reaper.restart(at=at)
            try:
                self.live(publications)
            except Killed:
                self.deaths += 1
                self.messages.messages.clear()
        self.reaper.restart(at=None)

    def settle(self, publications: Sequence[Publication]) -> None:
        """Answer what is asked, and work on until nothing is open."""
        self.reaper.restart(at=None)
        mine = Publication.objects.filter(pk__in=[one.pk for one in publications])
        for _ in range(6):
            asked = list(mine.filter(state__in=[State.PERSON, State.MISSED]))
            if not asked:
                return
            for row in asked:
                if row.state == State.PERSON:
                    answered(row, self.twin)
                else:
                    services.publish_now(row, by_id=None, despite_warnings=True)
            self.live(publications)


def directly(
    twin: ClockedTwin, method: str, url: str, token: str, body: bytes, headers: dict[str, str]
) -> generic.Reply:
    """Ask a twin without a socket."""
    parts, head = urlsplit(url), Message()
    for name, value in {"Authorization": f"Bearer {token}", **headers}.items():
        head[name] = value
    try:
        answer = twin.answer(Asked(method, parts.path, parse_qs(parts.query), head, body))
    except _HungUp as gone:
        raise ConnectionResetError("the twin hung up") from gone
    content, _ = answer.encoded()
    told = json.loads(content) if content.startswith((b"{", b"[")) else {}
    return generic.Reply(answer.status, told, answer.headers.get("Retry-After", ""))


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A studio that publishes to a twin."""
    clock = Clock()
    with virtual(clock), ClockedTwin(clock).start() as twin, only(generic.row(twin.url)):
        assert isinstance(twin, ClockedTwin)
        reaper, messages = Reaper(), Messages()
        made = World(clock, twin, Studio(twin), reaper, messages)
        send = generic.send

        def stepped(method: str, *given: Any) -> generic.Reply:
            reaper.step(f"before {method}")
            if made.before_request is not None:
                made.before_request(method)
            answer = directly(twin, method, *given) if made.is_direct else send(method, *given)
            reaper.step(f"after {method}")
            return answer

        with monkeypatch.context() as patch:
            reaper.install(patch, messages)
            patch.setattr(generic, "send", stepped)
            patch.setattr(publication_leases._Heart, "_beat", lambda heart, held: None)
            yield made


def until_something_is_due(publications: Sequence[Publication], clock: Clock) -> float:
    """Return how many seconds of beat's rounds there is nothing to do; at least one round."""
    rows = Publication.objects.filter(pk__in=[one.pk for one in publications]).exclude(state__in=ENDED)
    moments = rows.values_list(
        "scheduled_at", "not_before", "leased_until", "channel__closed_until", "queued_at", "channel__refreshing_until"
    )
    ahead = [(at - clock.now()).total_seconds() for row in moments for at in row if at is not None]
    ahead += [seconds + 120 for seconds in ahead]  # what was sent for is sent for again
    return max(10.0, min((seconds for seconds in ahead if seconds > 0), default=10.0) + 1)


# --- Deaths -------------------------------------------------------------------------------------------------


def steps_of_a_life(world: World) -> int:
    """Return how many steps a whole life has."""
    world.reaper.restart(at=None)
    world.live([world.studio.publication()])
    return len(world.reaper.names)


def test_whatever_step_a_worker_dies_at_there_is_one_post(world: World) -> None:
    whole = steps_of_a_life(world)

    made = []
    for at in range(1, whole + 1):
        made.append(world.studio.publication())
        world.lives(made[-1:], [at])

    assert whole > 40
    assert open_ones(made) == []
    assert wrong(made, world.twin) == []
    assert {State(row.state) for row in Publication.objects.filter(pk__in=[one.pk for one in made])} == {State.LIVE}


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html", "html_after"])
def test_whichever_request_is_cut_off_there_is_one_post(world: World, kind: str) -> None:
    begun = len(world.twin.seen)
    steps_of_a_life(world)
    whole = len(world.twin.seen) - begun

    made = []
    for number in range(whole + 2):
        made.append(world.studio.publication())
        world.twin.fail(kind, after=number, status=502)
        world.live(made[-1:])
        world.twin.faults.clear()

    assert open_ones(made) == []
    assert wrong(made, world.twin) == []
    assert {State(row.state) for row in Publication.objects.filter(pk__in=[one.pk for one in made])} == {State.LIVE}


def test_tokens_that_end_at_any_request_are_renewed_once_and_nothing_is_posted_twice(world: World) -> None:
    begun = len(world.twin.seen)
    steps_of_a_life(world)
    whole = len(world.twin.seen) - begun
    world.twin.knobs["rotates"] = True

    made = []
    for number in range(whole + 1):
        countdown = [number]

        def end(method: str, countdown: list[int] = countdown) -> None:
            countdown[0] -= 1
            if countdown[0] == -1:
                world.twin.expire()

        world.before_request = end
        made.append(world.studio.publication())
        world.live(made[-1:])

    assert wrong(made, world.twin) == []
    assert {State(row.state) for row in Publication.objects.filter(pk__in=[one.pk for one in made])} == {State.LIVE}


def test_a_worker_that_sleeps_while_another_takes_over_posts_nothing_twice(world: World) -> None:
    begun = len(world.twin.seen)
    steps_of_a_life(world)
    whole = len(world.twin.seen) - begun

    made = []
    for number in range(whole + 1):
        made.append(world.studio.publication())
        countdown = [number]

        def sleep(method: str, countdown: list[int] = countdown) -> None:
            countdown[0] -= 1
            if countdown[0] == -1:
                another_worker(world, made[-1])

        world.before_request = sleep
        world.live(made[-1:])

    assert wrong(made, world.twin) == []
    assert {State(row.state) for row in Publication.objects.filter(pk__in=[one.pk for one in made])} == {State.LIVE}


def another_worker(world: World, publication: Publication) -> None:
    """Let a worker's lease run out in the middle of a request, and another finish its work before it goes on."""
    held, world.before_request = world.before_request, None
    waiting, world.messages.messages = world.messages.messages, []
    try:
        for _ in range(12):
            world.clock.pass_time(120)
            tasks.publish_due()
            world.messages.deliver_all()
            if not open_ones([publication]):
                break
    finally:
        world.before_request = held
        world.messages.messages = waiting


# --- All of it at random ------------------------------------------------------------------------------------


@dataclass
class Misfortune:
    """What goes wrong in one schedule."""

    world: World
    chance: random.Random
    publications: list[Publication] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Put some publications into the schedule, and let some things be about to go wrong."""
        world, chance = self.world, self.chance
        world.twin.faults.clear()
        world.twin.knobs.clear()
        world.before_request = self.meddle if chance.random() < 0.6 else None
        for _ in range(chance.choice([1, 1, 1, 1, 2, 3])):
            late = chance.choice([0, 0, 0, 30, 300, 4000])
            kept = chance.random() < 0.2
            self.publications.append(world.studio.publication(in_s=late, is_kept_by_platform=kept))
        for _ in range(chance.randint(0, 4)):
            kind = chance.choice(["drop", "drop_after", "html", "html_after", "answer", "garbage"])
            status = chance.choice([500, 502, 503, 504, 429])
            world.twin.fail(kind, after=chance.randint(0, 14), times=chance.choice([1, 1, 2, 4]), status=status)
        if chance.random() < 0.15:
            world.twin.knobs["fails_processing"] = chance.randint(1, 2)
        if chance.random() < 0.2:
            world.twin.knobs["processing_looks"] = chance.randint(1, 6)
        if chance.random() < 0.15:
            world.twin.knobs["session_lasts_s"] = chance.choice([20, 100, 1000])
        if chance.random() < 0.1:
            world.twin.knobs["quota"] = len(world.twin.begun) % 7
        if chance.random() < 0.1:
            world.twin.knobs["per_minute"] = 1
        if chance.random() < 0.2:
            world.twin.knobs["visible_after_s"] = 90
        world.twin.knobs["rotates"] = chance.random() < 0.5
        world.twin.knobs["token_lasts_s"] = chance.choice([3600, 86_400])

    def meddle(self, method: str) -> None:
        """Something happens just before a request leaves."""
        dice = self.chance.random()
        if dice < 0.03:
            self.world.twin.expire()
            self.told.append("tokens ended")
        elif dice < 0.06 and not self.world.reaper.is_dead:
            self.told.append("another worker")
            another_worker(self.world, self.publications[0])
        elif dice < 0.08:
            hours = self.chance.choice([-1, 1, -0.1, 0.3])
            self.world.clock.pass_time(hours * 3600)
            self.world.twin.apart_s -= hours * 3600  # only our clock was wrong
            self.told.append(f"clock set by {hours} h")
        elif dice < 0.085:
            self.change_one()
        elif dice < 0.09:
            Publication.objects.filter(pk__in=[one.pk for one in self.publications]).update(queued_at=None)
            self.world.messages.messages.clear()
            self.told.append("messages lost")

    def change_one(self) -> None:
        """A person cancels in the middle of it, or changes the time or the text."""
        row = Publication.objects.get(pk=self.chance.choice(self.publications).pk)
        dice = self.chance.random()
        try:
            if dice < 0.3:
                services.cancel(row, by_id=None)
            elif dice < 0.6:
                text = {**row.text, "title": f"Lamp {self.chance.random()}"}
                services.change_draft(row, by_id=None, text=text)
            else:
                services.reschedule(row, self.world.clock.now() + timedelta(minutes=30), by_id=None)
        except services.NotPossible:
            self.told.append("too late to change")
        else:
            self.told.append("changed")

    def happen(self) -> None:
        """Let it all go on until nothing is open."""
        world, chance = self.world, self.chance
        self.begin()
        deaths = [chance.randint(1, 60) for _ in range(chance.choice([0, 0, 1, 1, 2, 3]))]
        if chance.random() < 0.25:
            world.reaper.restart(at=None)
            world.live(self.publications, rounds=chance.randint(1, 4))
            self.change_one()
        world.lives(self.publications, deaths)
        world.before_request = None
        world.twin.faults.clear()
        world.twin.knobs.clear()
        world.live(self.publications)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_in_a_thousand_random_schedules_there_is_one_post_or_a_reason(world: World, chunk: int) -> None:
    world.is_direct = True
    ends: dict[str, int] = {}
    for number in range(SCHEDULES // CHUNKS):
        seed = chunk * 10_000 + number
        misfortune = Misfortune(world, random.Random(seed))

        misfortune.happen()

        rows = Publication.objects.filter(pk__in=[one.pk for one in misfortune.publications])
        assert open_ones(misfortune.publications) == [], (seed, misfortune.told)
        assert wrong(misfortune.publications, world.twin) == [], (seed, misfortune.told)
        for state in rows.values_list("state", flat=True):
            ends[state] = ends.get(state, 0) + 1
        world.settle(misfortune.publications)
        assert wrong(misfortune.publications, world.twin) == [], (seed, misfortune.told)
        reset(world)
    assert ends.get("live", 0) > 0.6 * sum(ends.values()), ends
    assert sum(ends[state] for state in ends if state in ENDED) == sum(ends.values())


def reset(world: World) -> None:
    """Give back what a schedule used up: the account is connected again, and its shares are whole."""
    world.studio.connect_again(always=True)
    world.clock.pass_time(2 * 86_400)
    world.twin.begun.clear()
    world.twin.apart_s = 0.0
    connections["default"].run_on_commit = []
