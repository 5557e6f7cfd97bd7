"""A studio that publishes to a platform's twin: films that are due, a clock that the test moves, and who answers.

It says "studio" and means the rows of one database; who works on them (this process, or another one) is the test's.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from entities.models import Library
from generation.models import Asset, Rendition, Slot, Take
from projects.models import Project
from publishing import queue, services, tasks
from publishing.models import Channel, Publication
from publishing.platforms import catalog
from publishing.platforms.base import Tokens
from publishing.platforms.specs import PlatformSpec
from publishing.services import tokens
from publishing.services.waking import wake
from tests.fakes import FakeQueue
from tests.publishing import generic
from tests.twins.platform import PlatformTwin

State = Publication.State

BEGINNING = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ENDED = (State.LIVE, State.FAILED, State.PERSON, State.MISSED, State.CANCELLED, State.TAKEN_DOWN)
"""Here nothing more happens by itself, and somebody was told."""


@dataclass
class Clock:
    """The time, which only the test moves. It may jump in both directions."""

    moment: datetime = BEGINNING

    def now(self) -> datetime:
        """Return what every clock of the studio shows."""
        return self.moment

    def pass_time(self, seconds: float) -> None:
        """Let time go by at once."""
        self.moment += timedelta(seconds=seconds)


class ClockedTwin(PlatformTwin):
    """A platform by whose clock as much time goes by as by ours; it does not jump when ours is set anew."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.apart_s = clock, 0.0
        super().__init__()

    def now(self) -> float:
        """Return the platform's own time."""
        return self.clock.now().timestamp() + self.apart_s


@contextmanager
def virtual(clock: Clock) -> Iterator[None]:
    """Let the whole studio go by a clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", clock.now)
        yield


@contextmanager
def only(*rows: PlatformSpec) -> Iterator[None]:
    """Let these be all platforms that there are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "platforms", lambda: {row.key: row for row in rows})
        services.sync_shipped()
        yield


@cache
def film_bytes() -> bytes:
    """Return a film of half a second, as small as one can be."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        with av.open(str(path), "w", options={"movflags": "+faststart", "use_editlist": "0"}) as file:
            stream: Any = file.add_stream("libx264", rate=30, options={"bf": "0"})
            stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
            chance = np.random.default_rng(1)
            for _ in range(2):
                pixels = chance.integers(0, 12, (180, 320, 3), dtype=np.uint8)
                for packet in stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")):
                    file.mux(packet)
            for packet in stream.encode():
                file.mux(packet)
        return path.read_bytes()


def rendition_of(project: Project, content: bytes) -> Rendition:
    """Return a finished film."""
    sha = hashlib.sha256(content).hexdigest()
    key = f"published/{sha}.mp4"
    if not default_storage.exists(key):
        default_storage.save(key, ContentFile(content))
    asset, _ = Asset.objects.get_or_create(
        library=project.library, sha256=sha,
        defaults={"kind": Asset.Kind.VIDEO, "media_type": "video/mp4", "key": key, "size": len(content),
                  "width": 320, "height": 180, "duration_ms": 67},
    )  # fmt: skip
    slot = Slot.objects.create(project=project, role=Slot.Role.EXPORT, variant="16:9 full")
    take = Take.objects.create(slot=slot, asset=asset, number=1)
    return Rendition.objects.create(
        take=take, project=project, format_key="16:9 full", frames=2, duration_ms=67, encoded_segments=1,
        reused_segments=0,
    )  # fmt: skip


@dataclass
class Studio:
    """A library with one film, a connected account, and publications of it."""

    twin: PlatformTwin
    platform: str = generic.KEY
    login: str = "main"
    content: bytes = field(default_factory=film_bytes)
    text: dict[str, Any] = field(default_factory=lambda: {"title": "Lamp", "privacy": "public"})
    library: Library = field(init=False)
    channel: Channel = field(init=False)

    def __post_init__(self) -> None:
        self.library = Library.objects.create(name="Home")
        self.project = Project.objects.create(library=self.library, source="A lamp.")
        self.rendition = rendition_of(self.project, self.content)
        services.keep_app(None, self.platform, "", client_id="studio", client_secret="secret", by_id=None)
        self.channel = self.connect("acc0")

    def connect(self, remote_id: str) -> Channel:
        """Connect an account, as if its owner had consented."""
        channel = Channel.objects.create(
            library=self.library, platform=self.platform, login=self.login, remote_id=remote_id, name=remote_id
        )
        told = self.twin.tokens()
        ends = timezone.now() + timedelta(seconds=told["expires_in"])
        tokens.keep(channel, Tokens(told["access_token"], told["refresh_token"], ends))
        return channel

    def connect_again(self, *, always: bool = False) -> None:
        """Be the owner who consents again where an account was lost."""
        is_lost = Channel.objects.filter(pk=self.channel.pk, state=Channel.State.RECONNECT).exists()
        if is_lost or always:
            self.channel.refresh_from_db()
            told = self.twin.tokens()
            ends = timezone.now() + timedelta(seconds=told["expires_in"])
            tokens.keep(self.channel, Tokens(told["access_token"], told["refresh_token"], ends))
            well = {"state": Channel.State.READY, "problem": "", "closed_until": None, "refusals": 0}
            Channel.objects.filter(pk=self.channel.pk).update(**well, refreshing_until=None)
            wake(self.channel)

    def publication(self, *, in_s: float = 0, channel: Channel | None = None, **changes: Any) -> Publication:
        """Return one that is scheduled."""
        told: dict[str, Any] = {
            "library": self.library, "project": self.project, "channel": channel or self.channel,
            "variant": "16:9 full", "rendition": self.rendition, "text": self.text, "state": State.SCHEDULED,
            "scheduled_at": timezone.now() + timedelta(seconds=in_s),
        }  # fmt: skip
        return Publication.objects.create(**{**told, **changes})


class Messages(FakeQueue):
    """Holds messages until they are delivered."""

    def deliver(self) -> int:
        """Deliver what is waiting now; return how many messages that were."""
        waiting, self.messages = self.messages, []
        for name, ids in waiting:
            TASKS[name](**ids)
        return len(waiting)


TASKS: dict[str, Any] = {
    queue.WORK_ON: tasks.work_on,
    queue.DO_SIDE_STEP: tasks.do_side_step,
    queue.LOOK_AT_CHANNEL: tasks.look_at_channel,
    queue.LOOK_AT_LIVE: tasks.look_at_live,
}


def open_ones(publications: Sequence[Publication]) -> list[str]:
    """Return those that have not come to their end."""
    rows = Publication.objects.filter(pk__in=[one.pk for one in publications]).exclude(state__in=ENDED)
    told = rows.values_list("pk", "state", "waits_for", "not_before")
    return [f"{pk} {state} {words!r} not before {not_before}" for pk, state, words, not_before in told]


def answered(publication: Publication, twin: PlatformTwin) -> None:
    """Be the person who is asked, looks at the platform, and says what is there."""
    there = twin.posts_of(publication.marker)
    if there:
        services.settle(publication, "there", by_id=None, url=f"https://example.org/p/{there[0].number}")
    else:
        services.settle(publication, "not_there", by_id=None)


def wrong(publications: Sequence[Publication], twin: PlatformTwin) -> list[str]:
    """Return where what the public sees is not what the studio says: one post for each that is live, else none."""
    found = []
    for row in Publication.objects.filter(pk__in=[one.pk for one in publications]):
        posts = twin.posts_of(row.marker)
        if row.state in {State.CANCELLED, State.TAKEN_DOWN}:
            posts = [post for post in posts if post.privacy != "private" and not post.is_gone]
        expected = {State.LIVE: [1], State.PERSON: [0, 1]}.get(State(row.state), [0])
        if len(posts) not in expected:
            found.append(f"{row.pk} is {row.state}, and has {len(posts)} posts: {row.error_detail!r}")
        if row.state == State.LIVE and posts and row.remote_id != posts[0].number:
            found.append(f"{row.pk} says {row.remote_id}, and is {posts[0].number}")
        if row.state == State.LIVE and posts and posts[0].title != row.text["title"]:
            found.append(f"{row.pk} is {row.text['title']!r}, and went out as {posts[0].title!r}")
        if row.state == State.FAILED and not row.error_detail:
            found.append(f"{row.pk} failed without a reason")
    return found
