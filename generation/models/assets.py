"""A stored file that never changes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from entities.rows import QuickRow
from generation.links import link_to


class Asset(QuickRow):
    """A stored file, its sha256, and what a probe found in it. Rows are never edited."""

    class Kind(models.TextChoices):
        TEXT = "text", "Text"
        IMAGE = "image", "Image"
        AUDIO = "audio", "Audio"
        VIDEO = "video", "Video"

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="assets")
    kind = models.CharField(max_length=5, choices=Kind)
    media_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=200, help_text="Where the store keeps it.")
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    duration_ms = models.PositiveIntegerField(null=True, blank=True)
    details = models.JSONField(default=dict, blank=True, help_text="What its maker knew, such as the times of words.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "sha256"], name="asset_once_per_library"),
            models.CheckConstraint(condition=Q(kind__in=["text", "image", "audio", "video"]), name="asset_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:12]}"

    @property
    def extension(self) -> str:
        """How its name ends, without the dot."""
        return self.key.rpartition("/")[2].rpartition(".")[2] if "." in self.key else "bin"

    @property
    def link(self) -> str:
        """Where a member's browser finds it, for some hours."""
        return link_to(self.pk, self.sha256, self.extension)
