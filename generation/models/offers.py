"""Offers: one row per model that a vendor offers. Adding a model is adding a row."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from generation.providers.base import Capability


class ModelOffer(models.Model):
    """What a model can do, its limits and its price, each with its date. Read anew for every job."""

    class PriceUnit(models.TextChoices):
        FREE = "free", "Free"
        CALL = "call", "Per call"
        SECOND = "second", "Per second"
        THOUSAND_CHARACTERS = "kchar", "Per 1,000 characters"

    key = models.CharField(max_length=80, unique=True, help_text="vendor/model")
    label = models.CharField(max_length=120)
    vendor = models.CharField(max_length=40)
    capability = models.CharField(max_length=10, choices=[(item.value, item.value.title()) for item in Capability])
    adapter = models.CharField(max_length=160, help_text="Dotted path of the class that speaks to it.")
    endpoint = models.CharField(max_length=200, help_text="The vendor's own name of the model, with its version.")
    settings = models.JSONField(default=dict, blank=True)
    is_on = models.BooleanField(default=True)
    preference = models.PositiveIntegerField(default=100, help_text="The lowest is used where none is chosen.")
    max_references = models.PositiveIntegerField(default=0)
    max_prompt_chars = models.PositiveIntegerField(null=True, blank=True)
    durations_ms = models.JSONField(default=list, blank=True, help_text="Empty: any up to the most.")
    max_duration_ms = models.PositiveIntegerField(null=True, blank=True)
    shapes = models.JSONField(default=list, blank=True, help_text="Empty: any.")
    price_micros = models.PositiveBigIntegerField(default=0, help_text="Millionths of a dollar per unit.")
    price_unit = models.CharField(max_length=6, choices=PriceUnit, default=PriceUnit.FREE)
    facts_date = models.DateField(null=True, blank=True, help_text="When limits and price were last checked.")
    facts_source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(capability__in=[item.value for item in Capability]), name="offer_capability_known"
            ),
            models.CheckConstraint(
                condition=Q(price_unit="free", price_micros=0) | (~Q(price_unit="free") & Q(price_micros__gt=0)),
                name="offer_priced_or_free",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_free(self) -> bool:
        """Tell whether asking it costs nothing."""
        return self.price_unit == self.PriceUnit.FREE
