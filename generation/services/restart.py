"""What a studio does when it starts: ship what is new, take back what its dead predecessor was doing."""

from __future__ import annotations

from entities.services import sync_shipped as sync_library
from generation import routing, vault
from generation.models import Job, Run, Vendor
from generation.providers import speakers
from generation.providers.catalog import shipped_voices
from generation.services.jobs import recover_interrupted, resend
from generation.services.runs import want_advance


def sync_shipped() -> None:
    """Add the shipped models, voices and styles that are missing."""
    routing.sync_catalog()
    given = [vendor.key for vendor in Vendor.objects.exclude(variable="") if vault.from_environment(vendor.variable)]
    sync_library([*shipped_voices(), *(voice for vendor in given for voice in speakers.shipped(vendor))])


def resume_after_restart(dead_home: str) -> None:
    """Send everything queued once more; take back the jobs of the workers of `dead_home`, which are dead.

    What waits for its time goes on waiting: beat sends it then.
    """
    recover_interrupted(dead_worker=f"{dead_home}:" if dead_home else "")
    queued = Job.objects.filter(state=Job.State.QUEUED, not_before=None)
    resend(list(queued.order_by("pk").values_list("pk", flat=True)))
    Run.objects.filter(state=Run.State.RUNNING).update(wants_advance=False)
    for run in Run.objects.filter(state=Run.State.RUNNING):
        want_advance(run)
