"""The ledger: what was set aside, paid and wasted, entry by entry. Entries are never edited."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class LedgerEntry(models.Model):
    """One line of the books. A reservation is undone by its own negative line, never by deleting it."""

    class Kind(models.TextChoices):
        RESERVED = "reserved", "Reserved"
        SETTLED = "settled", "Settled"
        WASTED = "wasted", "Wasted"

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="ledger")
    project = models.ForeignKey("projects.Project", models.SET_NULL, null=True, blank=True, related_name="ledger")
    run = models.ForeignKey("Run", models.SET_NULL, null=True, blank=True, related_name="ledger")
    job = models.ForeignKey("Job", models.SET_NULL, null=True, blank=True, related_name="ledger")
    kind = models.CharField(max_length=8, choices=Kind)
    amount_micros = models.BigIntegerField(help_text="Millionths of a dollar.")
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "ledger entries"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(amount_micros=0), name="ledger_amount_not_zero"),
            models.UniqueConstraint(fields=["job"], condition=Q(kind="settled"), name="ledger_settled_once_per_job"),
            models.UniqueConstraint(
                fields=["job"], condition=Q(kind="reserved", amount_micros__gt=0), name="ledger_reserved_once_per_job"
            ),
            models.UniqueConstraint(
                fields=["job"], condition=Q(kind="reserved", amount_micros__lt=0), name="ledger_released_once_per_job"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount_micros / 1_000_000:.4f} USD"


class Budget(models.Model):
    """The most that a film, or without a film a whole library, may cost: ever, or in one day. No row: no limit."""

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="budgets")
    project = models.ForeignKey(
        "projects.Project", models.CASCADE, null=True, blank=True, related_name="budgets", help_text="Empty: all films."
    )
    is_daily = models.BooleanField(default=False, help_text="It holds for each day, by the studio's clock.")
    warned_percent = models.PositiveSmallIntegerField(default=0, help_text="The share that was last warned of.")
    warned_on = models.DateField(null=True, blank=True)
    micros = models.PositiveBigIntegerField(help_text="Millionths of a dollar.")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    set_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["library", "is_daily"], condition=Q(project=None), name="budget_once_per_library"
            ),
            models.UniqueConstraint(
                fields=["project", "is_daily"], condition=~Q(project=None), name="budget_once_per_film"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.micros / 1_000_000:.2f} USD"
