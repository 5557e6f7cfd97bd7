"""Numbers as they were told at a moment. They are never changed: a post's history is the list of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Snapshot(models.Model):
    """One post's numbers at one moment. Empty means that the platform did not tell; that is not zero."""

    publication = models.ForeignKey("Publication", models.CASCADE, related_name="snapshots")
    taken_at = models.DateTimeField()
    as_of = models.DateTimeField(null=True, blank=True, help_text="Up to when the platform had counted.")
    views = models.BigIntegerField(null=True, blank=True)
    engaged_views = models.BigIntegerField(null=True, blank=True)
    likes = models.BigIntegerField(null=True, blank=True)
    comments = models.BigIntegerField(null=True, blank=True)
    shares = models.BigIntegerField(null=True, blank=True)
    saves = models.BigIntegerField(null=True, blank=True)
    reach = models.BigIntegerField(null=True, blank=True)
    watch_time_s = models.BigIntegerField(null=True, blank=True)
    average_view_s = models.FloatField(null=True, blank=True)
    average_view_share = models.FloatField(null=True, blank=True)
    followers_gained = models.BigIntegerField(null=True, blank=True)
    notes = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("taken_at",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "taken_at"], name="snapshot_once_per_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} at {self.taken_at:%Y-%m-%d %H:%M}"


class ChannelSnapshot(models.Model):
    """One account's numbers at one moment."""

    channel = models.ForeignKey("Channel", models.CASCADE, related_name="snapshots")
    taken_at = models.DateTimeField()
    followers = models.BigIntegerField(null=True, blank=True)
    views = models.BigIntegerField(null=True, blank=True)
    posts = models.BigIntegerField(null=True, blank=True)
    by_hour = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("taken_at",)

    def __str__(self) -> str:
        return f"{self.channel_id} at {self.taken_at:%Y-%m-%d %H:%M}"


class RetentionSnapshot(models.Model):
    """When people leave a post: the newest curve of it."""

    publication = models.OneToOneField("Publication", models.CASCADE, related_name="retention")
    taken_at = models.DateTimeField()
    points = models.JSONField(help_text="[[share of the length, share of the viewers], ...]")

    def __str__(self) -> str:
        return f"retention of {self.publication_id}"
