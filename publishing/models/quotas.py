"""What we used of each platform's daily share: no platform tells it in time, so we count."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class QuotaEntry(models.Model):
    """Some units of one bucket, written down before the request that uses them leaves."""

    platform = models.CharField(max_length=20)
    bucket = models.CharField(max_length=40)
    owner = models.CharField(max_length=200, help_text="The application's client id, or the account's remote id.")
    units = models.PositiveIntegerField()
    what = models.CharField(max_length=20)
    channel = models.ForeignKey("Channel", models.SET_NULL, null=True, blank=True, related_name="+")
    publication = models.ForeignKey("Publication", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "quota entries"
        indexes: ClassVar = [models.Index(fields=["platform", "bucket", "owner", "at"], name="quota_by_owner")]

    def __str__(self) -> str:
        return f"{self.units} of {self.bucket}"


class QuotaGate(models.Model):
    """One share of one owner: its row is held while it is counted, and closed where a platform says that it is gone."""

    platform = models.CharField(max_length=20)
    bucket = models.CharField(max_length=40)
    owner = models.CharField(max_length=200)
    closed_until = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["platform", "bucket", "owner"], name="quota_gate_once"),
        ]

    def __str__(self) -> str:
        return f"{self.bucket} of {self.owner[:12]}"
