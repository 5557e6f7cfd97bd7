"""Jobs: the state machine of one attempt, kept by the database."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from entities.rows import QuickRow


def new_token() -> str:
    """Return a name for a job that nobody can guess."""
    return uuid.uuid4().hex


class LostRace(Exception):
    """Another process moved this job first; whoever lost must stop, not retry."""


class Job(QuickRow):
    """One attempt to fill one slot. Rows are kept: they are the history.

    queued -> running -> waiting -> collecting -> succeeded
    Any of the first four may become failed or cancelled. A free job whose worker died goes back to
    queued; a bought one whose answer was lost becomes unconfirmed and waits for a person or the
    vendor's own list.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Queued"
        RUNNING = "running", "Running"  # we are talking to the provider, or working ourselves
        WAITING = "waiting", "Waiting"  # the provider is working; provider_job_id is set
        COLLECTING = "collecting", "Collecting"  # the result is being downloaded and stored
        UNCONFIRMED = "unconfirmed", "Unconfirmed"  # sent and paid perhaps, but no answer was seen
        SUCCEEDED = "succeeded", "Succeeded"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"

    FINAL: ClassVar = frozenset({State.SUCCEEDED, State.FAILED, State.CANCELLED})
    ACTIVE: ClassVar = (State.QUEUED, State.RUNNING, State.WAITING, State.COLLECTING, State.UNCONFIRMED)
    LEASED: ClassVar = (State.RUNNING, State.COLLECTING)
    NEXT: ClassVar = {
        State.QUEUED: {State.RUNNING, State.FAILED, State.CANCELLED},
        State.RUNNING: {
            State.WAITING,
            State.COLLECTING,
            State.QUEUED,
            State.UNCONFIRMED,
            State.FAILED,
            State.CANCELLED,
        },
        State.WAITING: {State.COLLECTING, State.FAILED, State.CANCELLED},
        State.COLLECTING: {
            State.SUCCEEDED,
            State.WAITING,
            State.QUEUED,
            State.UNCONFIRMED,
            State.FAILED,
            State.CANCELLED,
        },
        State.UNCONFIRMED: {State.WAITING, State.COLLECTING, State.QUEUED, State.FAILED, State.CANCELLED},
    }

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="jobs")
    slot = models.ForeignKey("Slot", models.CASCADE, related_name="jobs")
    project = models.ForeignKey("projects.Project", models.CASCADE, null=True, blank=True, related_name="jobs")
    run = models.ForeignKey("Run", models.SET_NULL, null=True, blank=True, related_name="jobs")
    offer = models.ForeignKey(
        "ModelOffer",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="jobs",
        help_text="Empty: our own work.",
    )
    state = models.CharField(max_length=11, choices=State, default=State.QUEUED)
    recipe = models.JSONField()
    recipe_digest = models.CharField(max_length=64)
    variation = models.PositiveIntegerField(default=0, help_text="Asked again for the same recipe.")
    attempt = models.PositiveIntegerField(default=1)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Percent, where the work tells it.")
    route = models.CharField(max_length=300, blank=True, help_text="Why this model.")
    token = models.CharField(max_length=32, blank=True, help_text="Its name at the vendor, which nobody can guess.")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When the request that may cost was sent.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it was not taken, for a passing reason.")
    not_before = models.DateTimeField(null=True, blank=True, help_text="When it is worth trying (or looking) again.")
    waits_for = models.CharField(max_length=300, blank=True, help_text="What it waits for, in the user's words.")
    provider_job_id = models.CharField(max_length=200, blank=True)
    handle = models.JSONField(default=dict, blank=True, help_text="What else is needed to ask for the result.")
    worker = models.CharField(max_length=120, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    error_code = models.CharField(max_length=60, blank=True)
    is_permanent = models.BooleanField(default=False, help_text="The same request would fail again.")
    error_detail = models.TextField(blank=True, help_text="In the user's words.")
    vendor_words = models.TextField(blank=True, help_text="What the vendor said.")
    notes = models.JSONField(default=list, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="requested_jobs"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    queued_at = models.DateTimeField(default=timezone.now, help_text="When a message for it was last sent.")
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["state", "queued_at"],
                name="job_unfinished",
                condition=Q(state__in=["queued", "running", "waiting", "collecting", "unconfirmed"]),
            ),
            models.Index(
                fields=["not_before"],
                name="job_due",
                condition=Q(state__in=["queued", "waiting", "unconfirmed"], not_before__isnull=False),
            ),
            models.Index(fields=["slot", "-id"], name="job_latest_per_slot"),
            models.Index(fields=["library", "-id"], name="job_latest_per_library"),
        ]
        constraints: ClassVar = [
            # Two clicks, two tabs or a redelivered message cannot pay twice.
            models.UniqueConstraint(
                fields=["slot"],
                condition=Q(state__in=["queued", "running", "waiting", "collecting", "unconfirmed"]),
                name="job_one_active_per_slot",
            ),
            # Two slots that want the very same thing get it made once.
            models.UniqueConstraint(
                fields=["library", "recipe_digest", "variation"],
                condition=Q(state__in=["queued", "running", "waiting", "collecting", "unconfirmed"]),
                name="job_one_active_per_recipe",
            ),
            models.UniqueConstraint(fields=["token"], condition=~Q(token=""), name="job_token_once"),
            models.CheckConstraint(
                condition=~Q(state="waiting") | ~Q(provider_job_id=""), name="job_waiting_has_provider_job_id"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["running", "collecting"]) | (~Q(worker="") & Q(heartbeat_at__isnull=False)),
                name="job_under_way_has_a_worker",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["succeeded", "failed", "cancelled"], finished_at__isnull=False)
                | (~Q(state__in=["succeeded", "failed", "cancelled"]) & Q(finished_at__isnull=True)),
                name="job_final_has_a_finish",
            ),
        ]

    def __str__(self) -> str:
        return f"job {self.pk} ({self.state})"

    @property
    def is_final(self) -> bool:
        """Tell whether nothing more will happen to this job."""
        return self.state in self.FINAL

    @property
    def is_free(self) -> bool:
        """Tell whether the work may be done again without asking anybody."""
        return self.offer is None or self.offer.is_free

    @property
    def is_change(self) -> bool:
        """Tell whether it changes a picture that is there, as somebody asked for in words."""
        return bool(self.recipe.get("arguments", {}).get("edit"))

    def move_to(self, state: State, **changes: Any) -> None:
        """Move this job from the state we last saw to `state`, changing the given fields with it.

        Raise `LostRace` if the row is no longer in that state, or belongs to another worker.
        """
        before = self.State(self.state)
        if state not in self.NEXT.get(before, ()):
            raise ValueError(f"a {before} job cannot become {state}")
        changes["state"] = state
        if state in self.FINAL:
            changes["finished_at"] = timezone.now()
        mine = Job.objects.filter(pk=self.pk, state=before)
        if before in self.LEASED:
            mine = mine.filter(worker=self.worker, attempt=self.attempt)
        if not mine.update(**changes):
            raise LostRace(f"job {self.pk} is no longer {before} here")
        for name, value in changes.items():
            setattr(self, name, value)

    def claim(self, worker: str) -> None:
        """Take this queued job for `worker`. Raise `LostRace` if somebody else has it."""
        now = timezone.now()
        self.move_to(self.State.RUNNING, worker=worker, heartbeat_at=now, started_at=now, progress=0)

    def take_over(self, worker: str) -> None:
        """Go on with a result that a dead worker left behind. Raise `LostRace` if it lives."""
        now = timezone.now()
        mine = Job.objects.filter(pk=self.pk, state=self.state, worker=self.worker, heartbeat_at=self.heartbeat_at)
        if not mine.update(worker=worker, heartbeat_at=now):
            raise LostRace(f"job {self.pk} is no longer {self.state} here")
        self.worker, self.heartbeat_at = worker, now
        if self.state != self.State.COLLECTING:
            self.move_to(self.State.COLLECTING)
