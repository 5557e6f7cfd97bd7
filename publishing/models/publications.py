"""Publications: one rendition on one channel at one time, and the state machine that posts it exactly once."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy


def new_marker() -> str:
    """Return a name for a publication that nobody can guess."""
    return uuid.uuid4().hex


class LostRace(Exception):
    """Another process moved this publication first; whoever lost must stop, not retry."""


class Publication(models.Model):
    """One post, from its draft to its end. Rows are kept: they are the history.

    draft -> approval -> scheduled -> starting -> transferring -> committing -> observing -> live
    Where the answer to the commit is lost it becomes unknown, and is reconciled; what cannot be settled asks a person
    (`needs_person`). A platform that keeps schedules has it as `handed over` until its time. Whose time passed while
    the studio was off is `missed`, and asked about.
    """

    class State(models.TextChoices):
        DRAFT = "draft", gettext_lazy("Draft")
        APPROVAL = "approval", gettext_lazy("Waits for approval")
        SCHEDULED = "scheduled", gettext_lazy("Scheduled")
        MISSED = "missed", gettext_lazy("Missed its time")
        STARTING = "starting", gettext_lazy("Starting")
        TRANSFERRING = "transferring", gettext_lazy("Uploading")
        COMMITTING = "committing", gettext_lazy("Posting")
        UNKNOWN = "unknown", gettext_lazy("Looking whether it was posted")
        PERSON = "person", gettext_lazy("Needs your decision")
        OBSERVING = "observing", gettext_lazy("Being processed")
        HANDED_OVER = "handed_over", gettext_lazy("Waits at the platform for its time")
        LIVE = "live", gettext_lazy("Published")
        FAILED = "failed", gettext_lazy("Failed")
        CANCELLED = "cancelled", gettext_lazy("Cancelled")
        TAKEN_DOWN = "taken_down", gettext_lazy("Taken down")

    _S = State
    FINAL: ClassVar = frozenset({_S.LIVE, _S.FAILED, _S.CANCELLED, _S.TAKEN_DOWN})
    UNDER_WAY: ClassVar = (_S.STARTING, _S.TRANSFERRING, _S.COMMITTING, _S.UNKNOWN, _S.OBSERVING)
    """What a worker works on, or will: these have a time at which they are looked at again."""
    MAY_EXIST: ClassVar = (_S.COMMITTING, _S.UNKNOWN, _S.PERSON, _S.OBSERVING, _S.HANDED_OVER, _S.LIVE)
    """In these there may be a post already: nothing new may be begun for it."""
    NEXT: ClassVar = {
        _S.DRAFT: {_S.APPROVAL, _S.SCHEDULED, _S.CANCELLED},
        _S.APPROVAL: {_S.DRAFT, _S.SCHEDULED, _S.CANCELLED},
        _S.SCHEDULED: {_S.DRAFT, _S.APPROVAL, _S.STARTING, _S.MISSED, _S.CANCELLED, _S.FAILED},
        _S.MISSED: {_S.DRAFT, _S.SCHEDULED, _S.CANCELLED},
        _S.STARTING: {_S.TRANSFERRING, _S.SCHEDULED, _S.MISSED, _S.FAILED, _S.CANCELLED},
        _S.TRANSFERRING: {
            _S.COMMITTING, _S.UNKNOWN, _S.STARTING, _S.SCHEDULED, _S.MISSED, _S.FAILED, _S.CANCELLED,
        },
        _S.COMMITTING: {_S.OBSERVING, _S.UNKNOWN, _S.STARTING, _S.TRANSFERRING, _S.PERSON, _S.FAILED},
        _S.UNKNOWN: {_S.OBSERVING, _S.STARTING, _S.TRANSFERRING, _S.COMMITTING, _S.PERSON, _S.FAILED},
        _S.PERSON: {_S.OBSERVING, _S.LIVE, _S.STARTING, _S.UNKNOWN, _S.FAILED, _S.CANCELLED},
        _S.OBSERVING: {_S.LIVE, _S.HANDED_OVER, _S.FAILED, _S.PERSON, _S.STARTING, _S.TAKEN_DOWN},
        _S.HANDED_OVER: {_S.LIVE, _S.OBSERVING, _S.PERSON, _S.TAKEN_DOWN, _S.FAILED, _S.CANCELLED},
        _S.LIVE: {_S.TAKEN_DOWN},
        _S.FAILED: {_S.DRAFT},
        _S.CANCELLED: {_S.DRAFT},
    }  # fmt: skip

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="publications")
    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="publications")
    channel = models.ForeignKey("Channel", models.PROTECT, related_name="publications")
    variant = models.CharField(max_length=40, help_text="Which version of the film: its export's variant.")
    rendition = models.ForeignKey(
        "generation.Rendition",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        help_text="The very file. Empty: not made yet.",
    )
    text = models.JSONField(default=dict, blank=True, help_text="The draft, by the platform's fields.")
    written_by_hand = models.JSONField(default=list, blank=True, help_text="Fields that are never suggested over.")
    cover_ms = models.PositiveIntegerField(null=True, blank=True)
    cover = models.ForeignKey("generation.Asset", models.RESTRICT, null=True, blank=True, related_name="+")
    sends_captions = models.BooleanField(default=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    scheduled_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=60, blank=True, help_text="In which its time was chosen.")
    is_kept_by_platform = models.BooleanField(default=False, help_text="The platform makes it public at its time.")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True, help_text="When the platform's terms were agreed to.")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    marker = models.CharField(max_length=32, default=new_marker, unique=True, editable=False)
    fence = models.PositiveIntegerField(default=0, help_text="Counts whoever took it on: an older one writes nothing.")
    worker = models.CharField(max_length=120, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    sealed_handle = models.TextField(blank=True, editable=False)
    sent_bytes = models.BigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Posts begun: each got a session of its own.")
    commits = models.PositiveSmallIntegerField(default=0, help_text="Times that it was sent to be posted.")
    failures = models.PositiveSmallIntegerField(default=0, help_text="One after the other, for passing reasons.")
    not_before = models.DateTimeField(null=True, blank=True, help_text="When it is worth going on.")
    queued_at = models.DateTimeField(null=True, blank=True, help_text="When a worker was sent for.")
    waits_for = models.CharField(max_length=300, blank=True, help_text="In the user's words.")
    started_at = models.DateTimeField(null=True, blank=True)
    commit_sent_at = models.DateTimeField(null=True, blank=True, help_text="Written before the request leaves.")
    published_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    remote_id = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict, blank=True, help_text="As the platform reads it back.")
    error_code = models.CharField(max_length=40, blank=True)
    error_field = models.CharField(max_length=40, blank=True)
    error_detail = models.TextField(blank=True, help_text="In the user's words.")
    vendor_words = models.TextField(blank=True)
    evidence = models.JSONField(default=list, blank=True, help_text="What is known, for who has to decide.")
    figures_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["scheduled_at"], name="publication_due", condition=Q(state__in=["scheduled"])),
            models.Index(
                fields=["not_before"],
                name="publication_under_way",
                condition=Q(
                    state__in=["starting", "transferring", "committing", "unknown", "observing", "handed_over"]
                ),
            ),
            models.Index(fields=["library", "scheduled_at"], name="publication_calendar"),
            models.Index(fields=["figures_due_at"], name="publication_figures", condition=Q(state="live")),
        ]
        constraints: ClassVar = [
            # What goes out is one known file.
            models.CheckConstraint(
                condition=Q(state__in=["draft", "approval", "cancelled"]) | Q(rendition__isnull=False),
                name="publication_beyond_draft_has_a_file",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["scheduled", "missed"]) | Q(scheduled_at__isnull=False),
                name="publication_scheduled_has_a_time",
            ),
            # Nothing was committed without being written down before.
            models.CheckConstraint(
                condition=~Q(state__in=["committing", "unknown"]) | Q(commit_sent_at__isnull=False),
                name="publication_committing_was_written_down",
            ),
            # Nothing rests in the middle for good.
            models.CheckConstraint(
                condition=~Q(
                    state__in=["starting", "transferring", "committing", "unknown", "observing", "handed_over"]
                )
                | Q(not_before__isnull=False),
                name="publication_under_way_is_looked_at",
            ),
            # Two of our posts are never the same post there.
            models.UniqueConstraint(
                fields=["channel", "remote_id"], condition=~Q(remote_id=""), name="publication_remote_id_once"
            ),
        ]

    def __str__(self) -> str:
        return f"publication {self.pk} ({self.state})"

    @property
    def is_final(self) -> bool:
        """Tell whether nothing more happens by itself."""
        return self.state in self.FINAL

    def take(self, worker: str, seconds: float) -> None:
        """Take this publication on for a while; whoever had it before writes nothing more.

        Raise `LostRace` if somebody has it.
        """
        now = timezone.now()
        # A lease that ends in an hour was given before somebody set the clock back.
        free = (
            Q(leased_until__isnull=True)
            | Q(leased_until__lt=now)
            | Q(leased_until__gt=now + timedelta(seconds=3 * seconds))
        )
        mine = Publication.objects.filter(free, pk=self.pk, state=self.state, fence=self.fence)
        until = now + timedelta(seconds=seconds)
        if not mine.update(fence=F("fence") + 1, worker=worker, leased_until=until):
            raise LostRace(f"publication {self.pk} is somebody else's")
        self.fence += 1
        self.worker, self.leased_until = worker, until

    def keep(self, **changes: Any) -> None:
        """Write fields down while it is ours. Raise `LostRace` where somebody else took it on since."""
        if not Publication.objects.filter(pk=self.pk, fence=self.fence, state=self.state).update(**changes):
            raise LostRace(f"publication {self.pk} was taken on by somebody else")
        for name, value in changes.items():
            setattr(self, name, value)

    def move_to(self, state: State, **changes: Any) -> None:
        """Move from the state we last saw to `state`, with the given fields. Raise `LostRace` if it is not ours."""
        before = self.State(self.state)
        if state != before and state not in self.NEXT.get(before, ()):
            raise ValueError(f"a {before} publication cannot become {state}")
        changes["state"] = state
        if state in self.FINAL:
            changes.setdefault("finished_at", timezone.now())
        self.keep(**changes)


class PublicationEvent(models.Model):
    """One line of what happened to a publication: what was about to be sent, what came back, who decided what."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=24)
    words = models.CharField(max_length=500, blank=True, help_text="For people.")
    facts = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.publication_id}"


class SideStep(models.Model):
    """Something beside the post itself: it may be tried again alone, and never makes the post fail."""

    class State(models.TextChoices):
        WAITING = "waiting", gettext_lazy("Waiting")
        DONE = "done", gettext_lazy("Done")
        FAILED = "failed", gettext_lazy("Failed")

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="side_steps")
    kind = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True)
    wants = models.JSONField(default=dict, blank=True, help_text="What it is to bring about, where the kind says not.")
    words = models.CharField(max_length=300, blank=True)
    vendor_words = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "kind"], name="side_step_once_per_publication"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.publication_id}"
