"""What is known of a picture: what was found by looking at it here, and what a model that looks at pictures said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class AssetAnalysis(models.Model):
    """One picture looked at, once. What it says is kept with the picture and goes with it."""

    class State(models.TextChoices):
        LOCAL = "local", "Looked at locally"
        DESCRIBED = "described", "Described by a model"
        UNREADABLE = "unreadable", "Cannot be read"

    asset = models.OneToOneField("Asset", models.CASCADE, related_name="analysis")
    state = models.CharField(max_length=10, choices=State, default=State.LOCAL)
    facts = models.JSONField(default=dict, blank=True, help_text="Colours, brightness, sharpness, faces.")
    looked_with = models.PositiveSmallIntegerField(
        default=1, db_index=True, help_text="How thoroughly it was looked at; 2: for faces too."
    )
    asked_for = models.TextField(blank=True, help_text="What its maker was asked for; nothing for an upload.")
    described_by = models.CharField(max_length=120, blank=True, help_text="The model that looked at it.")
    description = models.TextField(blank=True)
    tags = models.JSONField(default=list, blank=True)
    people = models.JSONField(default=list, blank=True)
    written = models.TextField(blank=True, help_text="What is written in the picture.")
    words = models.TextField(
        blank=True, help_text="Everything it is found by: small letters, a space before each word."
    )
    looked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "asset analyses"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["local", "described", "unreadable"]), name="analysis_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="described") | ~Q(described_by=""), name="analysis_described_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset}: {self.get_state_display().lower()}"


class Describer(models.Model):
    """The model that describes a library's pictures. A library without one has nobody who does, and pays nothing."""

    library = models.OneToOneField("entities.Library", models.CASCADE, related_name="describer")
    offer = models.CharField(max_length=80, help_text="The key of a model that looks at pictures.")
    chosen_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.offer} describes the pictures of {self.library_id}"
