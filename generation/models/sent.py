"""Forms that were sent: what came of each, so that sending one again does nothing twice."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class SentForm(models.Model):
    """One form that somebody sent, and the answer it got. Rows are kept for a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64, help_text="The form's own number, and what was in it, as a digest.")
    status = models.PositiveSmallIntegerField(default=200)
    headers = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="sent_form_once_per_user"),
        ]

    def __str__(self) -> str:
        return f"{self.key[:8]} sent at {self.at}"
