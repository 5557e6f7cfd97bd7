"""The same faults with the real adapters: YouTube, TikTok and Instagram have one post for each publication.

Their twins are on real sockets, the clock is the test's, the worker is this process.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from publishing import leases as publication_leases
from publishing import platforms, services
from publishing.models import Channel, PlatformRow, Publication
from publishing.platforms import wire
from publishing.platforms.base import Tokens
from publishing.services import checking, tokens
from tests.publishing.platforms import instagram_world
from tests.twins import instagram, tiktok, youtube
from tests.twins.instagram import InstagramTwin
from tests.twins.server import Twin
from tests.twins.tiktok import TikTokTwin
from tests.twins.youtube import YouTubeTwin

from .dying import Reaper
from .published import Clock, Messages, State, Studio, open_ones, virtual
from .test_published_anywhere import World

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]

CONTENT = hashlib.shake_256(b"film").digest(300_000)
DEATHS = 24
"""At each platform, spread over all steps of a life."""


@dataclass
class Side:
    """A platform as its twin has it: how an account is connected, and which posts are a publication's."""

    twin: Any
    login: str
    keys: tuple[str, str]
    settings: dict[str, Any]
    account: Callable[[Any], tuple[str, Tokens, dict[str, Any]]]
    text: dict[str, Any]
    mark: Callable[[dict[str, Any]], str]
    """What of a post says which publication it is."""


def _youtube() -> Side:
    twin = YouTubeTwin()
    twin.knobs["shares"] = {"uploads": 10_000, "units": 10_000_000, "stats": 10_000}

    def account(there: Any) -> tuple[str, Tokens, dict[str, Any]]:
        access, refresh = there.tokens()
        channel = there.channels[0]
        return (
            channel.id,
            Tokens(access, refresh, timezone.now() + timedelta(seconds=3599)),
            {"uploads": channel.uploads},
        )

    return Side(
        twin, "google", (youtube.CLIENT_ID, youtube.CLIENT_SECRET), {"chunk_bytes": 262_144}, account,
        {"privacy": "public", "made_for_kids": False, "title": "{}"}, lambda post: str(post["title"]),
    )  # fmt: skip


def _tiktok() -> Side:
    def account(there: Any) -> tuple[str, Tokens, dict[str, Any]]:
        grant = there.grant()
        ends = timezone.now() + timedelta(days=1)
        return grant.open_id, Tokens(grant.access, grant.refresh, ends, timezone.now() + timedelta(days=365)), {}

    return Side(
        TikTokTwin(), "tiktok", (tiktok.CLIENT_KEY, tiktok.CLIENT_SECRET), {}, account,
        {"caption": "{}", "privacy": "PUBLIC_TO_EVERYONE"}, lambda post: str(post["caption"]),
    )  # fmt: skip


def _instagram() -> Side:
    def account(there: Any) -> tuple[str, Tokens, dict[str, Any]]:
        return instagram_world.ME, instagram_world.tokens_for(there, "facebook"), {}

    return Side(
        InstagramTwin(), "facebook", (instagram.CLIENT_ID, instagram.CLIENT_SECRET), InstagramTwin().settings, account,
        {"caption": "{}"}, lambda post: str(post["caption"]),
    )  # fmt: skip


SIDES: dict[str, Callable[[], Side]] = {"youtube": _youtube, "tiktok": _tiktok, "instagram": _instagram}


class Account(Studio):
    """A library with an account at one of the real platforms."""

    side: Side

    def connect(self, remote_id: str) -> Channel:
        """Connect the account, as if its owner had consented."""
        services.sync_shipped()
        key, secret = self.side.keys
        PlatformRow.objects.filter(key=self.platform).update(addresses=self.side.twin.addresses, is_local=True)
        services.keep_app(
            None, self.platform, "", client_id=key, client_secret=secret, by_id=None, settings=self.side.settings
        )
        remote_id, given, facts = self.side.account(self.side.twin)
        channel = Channel.objects.create(
            library=self.library, platform=self.platform, login=self.login, remote_id=remote_id, name="A", facts=facts
        )
        tokens.keep(channel, given)
        return channel

    def connect_again(self, *, always: bool = False) -> None:
        """Nobody does: no account may be lost here."""
        self.channel.refresh_from_db()
        assert self.channel.state == Channel.State.READY, (self.channel.problem, self.channel.vendor_words)

    def publication(self, **more: Any) -> Publication:
        """Return one that is scheduled, with a text that no other has."""
        made = super().publication(consented_at=timezone.now(), **more)
        number = f"Lamp {made.pk}"
        made.text = {
            name: value.format(number) if isinstance(value, str) else value for name, value in self.side.text.items()
        }
        made.save(update_fields=["text"])
        return made


def clock_into_adapters(patch: pytest.MonkeyPatch, clock: Clock) -> None:
    """Let the adapters go by the test's clock too."""

    class Clocked(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            """Return what the test's clock shows."""
            return clock.moment

    for found in pkgutil.walk_packages(platforms.__path__, "publishing.platforms."):
        module = importlib.import_module(found.name)
        if getattr(module, "datetime", None) is datetime and not found.name.endswith((".base", ".specs", ".errors")):
            patch.setattr(module, "datetime", Clocked)


@pytest.fixture(params=list(SIDES))
def world(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A studio that publishes to one of the platforms."""
    clock, side = Clock(timezone.now()), SIDES[request.param]()
    reaper, messages = Reaper(), Messages()
    side.twin.now = lambda: clock.moment.timestamp()
    with virtual(clock), side.twin.start(), monkeypatch.context() as patch:
        patch.setattr(wire, "PAUSE_S", 0.001)
        patch.setattr(checking, "check_file", lambda *_: [])
        clock_into_adapters(patch, clock)
        patch.setattr(Account, "side", side, raising=False)
        studio = Account(side.twin, request.param, side.login, CONTENT)
        reaper.install(patch, messages)
        patch.setattr(publication_leases._Heart, "_beat", lambda heart, held: None)
        yield World(clock, side.twin, studio, reaper, messages)


def steps_of_a_life(world: World) -> list[str]:
    """Return the steps of a whole life."""
    world.reaper.restart(at=None)
    made = world.studio.publication()
    world.live([made])
    names = list(world.reaper.names)
    assert wrong([made], world) == []
    return names


def wrong(publications: Sequence[Publication], world: World) -> list[str]:
    """Return which publications are not live, or not there once."""
    side: Side = world.studio.side  # type: ignore[attr-defined]
    world.reaper.restart(at=None)
    world.clock.pass_time(600)
    marks = [side.mark(post) for post in side.twin.posts]
    rows = Publication.objects.filter(pk__in=[one.pk for one in publications])
    found = open_ones(publications)
    for row in rows:
        count = sum(f"Lamp {row.pk}" in {mark, mark.strip()} for mark in marks)
        allowed = {State.LIVE: (1,), State.PERSON: (0, 1), State.TAKEN_DOWN: (1,)}.get(State(row.state), (0,))
        if count not in allowed:
            found.append(f"{row.pk} is {row.state} with {count} posts")
        if row.state not in {State.LIVE, State.PERSON}:
            found.append(f"{row.pk} {row.state} {row.error_detail} {row.vendor_words[:300]}")
    return found


def asked_people(publications: Sequence[Publication]) -> int:
    """Return how many of them a person has to settle."""
    return Publication.objects.filter(pk__in=[one.pk for one in publications], state=State.PERSON).count()


def test_a_worker_that_dies_anywhere_leaves_one_post(world: World) -> None:
    whole = len(steps_of_a_life(world))
    chance = random.Random(8)

    made = []
    for at in sorted(chance.sample(range(1, whole + 1), min(DEATHS, whole))):
        made.append(world.studio.publication())
        world.lives(made[-1:], [at])

    assert whole > 40
    assert wrong(made, world) == []
    assert asked_people(made) <= 2


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html_after"])
def test_whichever_request_is_cut_off_there_is_one_post(world: World, kind: str) -> None:
    twin: Twin = world.twin
    begun = len(twin.seen)
    steps_of_a_life(world)
    whole = len(twin.seen) - begun

    made = []
    for number in range(whole):
        made.append(world.studio.publication())
        twin.fail(kind, after=number, status=502)
        world.live(made[-1:])
        twin.faults.clear()

    assert wrong(made, world) == []
    assert asked_people(made) == 0
