"""Runs: "make everything for this film", up to a gate or to the end."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy


class Run(models.Model):
    """One wish to have a film made. What is to be done is worked out each time; a run only says how far.

    running -> paused (a gate was reached, or somebody asked) -> running ...
    running -> finished | stopped (something must be decided by a person) | cancelled
    """

    class State(models.TextChoices):
        RUNNING = "running", "Running"
        PAUSED = "paused", "Paused"
        STOPPED = "stopped", "Stopped"
        FINISHED = "finished", "Finished"
        CANCELLED = "cancelled", "Cancelled"

    class Gate(models.TextChoices):
        SCRIPT = "script", gettext_lazy("Script")
        CAST = "cast", gettext_lazy("Cast")
        SHOTS = "shots", gettext_lazy("Shots")
        FRAMES = "frames", gettext_lazy("Frames")
        CLIPS = "clips", gettext_lazy("Clips")
        EXPORT = "export", gettext_lazy("The finished film")

    OPEN: ClassVar = (State.RUNNING, State.PAUSED, State.STOPPED)

    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="runs")
    state = models.CharField(max_length=9, choices=State, default=State.RUNNING)
    until = models.CharField(max_length=6, choices=Gate, default=Gate.EXPORT)
    message = models.TextField(blank=True, help_text="Why it is paused or stopped, in the user's words.")
    budget_micros = models.PositiveBigIntegerField(default=0, help_text="The most to spend, in millionths of a dollar.")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="requested_runs"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    forgiven_at = models.DateTimeField(default=timezone.now, help_text="Failures before this do not count.")
    wants_advance = models.BooleanField(default=False, help_text="A message to look at it is on its way.")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state__in=["running", "paused", "stopped"]),
                name="run_one_open_per_project",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["finished", "cancelled"], finished_at__isnull=False)
                | (~Q(state__in=["finished", "cancelled"]) & Q(finished_at__isnull=True)),
                name="run_over_has_a_finish",
            ),
        ]

    def __str__(self) -> str:
        return f"run {self.pk} of {self.project_id} ({self.state})"


class RunEvent(models.Model):
    """One line of a run's log, in the user's words."""

    class Level(models.TextChoices):
        NOTE = "note", "Note"
        WARNING = "warning", "Warning"
        ERROR = "error", "Error"

    run = models.ForeignKey(Run, models.CASCADE, related_name="events")
    level = models.CharField(max_length=7, choices=Level, default=Level.NOTE)
    step = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.text
