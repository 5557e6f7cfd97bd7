"""What the door remembers."""

from __future__ import annotations

from django.db import models


class SignInTries(models.Model):
    """How often somebody has tried to sign in without success: under one name, or from one address."""

    key = models.CharField(max_length=80, unique=True, help_text="Which name or address, as a digest.")
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    shut_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "sign-in tries"

    def __str__(self) -> str:
        return f"{self.count} tries"
