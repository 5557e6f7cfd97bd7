"""A studio whose pictures are bought from a vendor's twin: what tests need to order them and to compare the books.

It says "studio" and means the rows of one database; who works on them (this process, or another one) is the test's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum
from django.utils import timezone

from entities.models import Library, Prop
from generation import queue, routing, services, tasks, vault
from generation.film import Film, load
from generation.models import Job, LedgerEntry, ModelOffer, Slot, Vendor, VendorKey
from generation.providers.fal import rows as fal_rows
from generation.providers.replicate import rows as replicate_rows
from projects.models import Casting, Project, Scene, Segment, Shot
from tests.fakes import FakeQueue
from tests.twins.fal import FalTwin
from tests.twins.replicate import ReplicateTwin
from tests.twins.server import Twin

KEYS = {"replicate": "r8_key", "fal": "key:secret"}
MODELS = {"replicate": "replicate/flux-2-pro", "fal": "fal/flux-2-pro"}
_TWINS: dict[str, type[Twin]] = {"replicate": ReplicateTwin, "fal": FalTwin}
_VENDORS = {row.key: row for row in (*replicate_rows.VENDORS, *fal_rows.VENDORS)}
_OFFERS = {row.key: row for row in (*replicate_rows.MODELS, *fal_rows.MODELS)}


@contextmanager
def adapters() -> Iterator[None]:
    """Build adapters anew, and let go of their connections afterwards."""
    built: dict[tuple[str, ...], Any] = {}

    make = routing._build.__wrapped__

    def build(*told: str) -> Any:
        if told not in built:
            built[told] = make(*told)
        return built[told]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(routing, "_build", build)
        yield
    for adapter in built.values():
        adapter.close()


def started(name: str, **knobs: Any) -> Twin:
    """Return a vendor's twin that listens and makes small pictures at once."""
    twin = _TWINS[name]().start()
    twin.knobs.update({"seconds": 0, "shrink": 16, **knobs})
    return twin


def introduce(twin: Twin, library: Library, *, model: str = "", **changes: Any) -> ModelOffer:
    """Take a twin for its vendor: the row, a key of the library, and one model."""
    row = {
        **routing._row(asdict(_VENDORS[twin.name])),
        "base_url": twin.url,
        "is_local": True,
        "requests_per_minute": None,
    }
    row["settings"] = {**row["settings"], **getattr(twin, "settings", {})}
    Vendor.objects.create(**{**row, **changes})
    now = timezone.now()
    VendorKey.objects.create(
        library=library, vendor=twin.name, sealed=vault.seal(KEYS[twin.name]), written_at=now, tested_at=now
    )
    return ModelOffer.objects.create(**routing._row(asdict(_OFFERS[model or MODELS[twin.name]])))


@dataclass
class Studio:
    """A library with a film of many things, each of which wants a picture."""

    library: Library
    things: int
    offer: ModelOffer
    film: Film = field(init=False)
    slots: Iterator[Slot] = field(init=False)

    def __post_init__(self) -> None:
        project = Project.objects.create(library=self.library, source="Many things.", offers={"image": self.offer.key})
        scene = Scene.objects.create(project=project, position=0)
        segment = Segment.objects.create(project=project, scene=scene, position=0, text="Things.")
        shot = Shot.objects.create(scene=scene, position=0, segment=segment)
        for number in range(self.things):
            thing = Prop.objects.create(library=self.library, name=f"Thing {project.pk} {number}")
            Casting.objects.create(shot=shot, entity=thing, position=number)
        self.film = services.ensure_slots(load(project.pk))
        wanted = [slot for slot in self.film.slots.values() if slot.role == Slot.Role.REFERENCE]
        self.slots = iter(sorted(wanted, key=lambda slot: slot.pk))

    def order(self) -> Job:
        """Ask for the picture of the next thing."""
        job = services.request_take(self.film, next(self.slots))
        assert isinstance(job, Job)
        return job


class Messages(FakeQueue):
    """Holds messages of every kind until they are delivered."""

    def deliver(self) -> int:
        """Deliver what is waiting now; return how many messages that were."""
        waiting, self.messages = self.messages, []
        for name, ids in waiting:
            _TASKS[name](**ids)
        return len(waiting)


_TASKS: dict[str, Any] = {
    queue.RUN_JOB: tasks.run_job,
    queue.LOOK_AT_JOB: tasks.look_at_job,
    queue.CANCEL_JOB: tasks.cancel_job,
    queue.ADVANCE_RUN: tasks.advance_run,
}


def make_due(*, ago: timedelta = timedelta(seconds=1)) -> None:
    """Let the time come for which jobs wait."""
    Job.objects.filter(not_before__isnull=False).update(not_before=timezone.now() - ago)


def beat(deliver: Any) -> None:
    """Do what beat does, a round of it, with all that waits being due."""
    make_due()
    tasks.poll_waiting()
    deliver()


def booked() -> dict[str, int]:
    """What the books say, by kind, without what cancels out."""
    rows = LedgerEntry.objects.order_by().values_list("kind").annotate(total=Sum("amount_micros"))
    return {kind: total for kind, total in rows if total}


def waits_for_nobody(jobs: Sequence[Job]) -> list[str]:
    """Return what is wrong with jobs that have come to their end: they are final, or a person has been told."""
    rows = Job.objects.filter(pk__in=[job.pk for job in jobs]).exclude(state__in=Job.FINAL)
    told = rows.filter(state=Job.State.UNCONFIRMED, not_before=None).exclude(waits_for="")
    return [f"{job} {job.waits_for!r} {job.not_before}" for job in rows.exclude(pk__in=told.values("pk"))]
