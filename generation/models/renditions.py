"""Renditions: one cut, encoded in one format."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Rendition(models.Model):
    """A finished film: the take of an export slot, its captions, and what was measured in it."""

    take = models.OneToOneField("Take", models.CASCADE, related_name="rendition")
    project = models.ForeignKey("projects.Project", models.CASCADE, related_name="renditions")
    format_key = models.CharField(max_length=40)
    srt = models.ForeignKey("Asset", models.RESTRICT, null=True, blank=True, related_name="+")
    vtt = models.ForeignKey("Asset", models.RESTRICT, null=True, blank=True, related_name="+")
    frames = models.PositiveIntegerField()
    duration_ms = models.PositiveIntegerField()
    loudness_lufs = models.FloatField(null=True, blank=True, help_text="Empty: the film is silent.")
    true_peak_dbtp = models.FloatField(null=True, blank=True)
    encoded_segments = models.PositiveIntegerField()
    reused_segments = models.PositiveIntegerField()
    missing_shots = models.JSONField(default=list, blank=True, help_text="Shots shown as a slate.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(frames__gt=0), name="rendition_has_frames"),
        ]

    def __str__(self) -> str:
        return f"{self.format_key} of {self.project_id}"
