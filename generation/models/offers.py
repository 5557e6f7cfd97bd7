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
        IMAGE = "image", "Per picture"
        MEGAPIXEL = "megapixel", "Per megapixel"
        THOUSAND_CHARACTERS = "kchar", "Per 1,000 characters"
        MILLION_TOKENS = "mtoken", "Per million tokens"

    key = models.CharField(max_length=80, unique=True, help_text="vendor/model")
    label = models.CharField(max_length=120)
    vendor = models.CharField(max_length=40)
    capability = models.CharField(max_length=10, choices=[(item.value, item.value.title()) for item in Capability])
    adapter = models.CharField(max_length=160, help_text="Dotted path of the class that speaks to it.")
    endpoint = models.CharField(max_length=200, help_text="The vendor's own name of the model, with its version.")
    settings = models.JSONField(default=dict, blank=True)
    is_on = models.BooleanField(default=True)
    preference = models.PositiveIntegerField(default=100, help_text="The lowest is used where none is chosen.")
    family = models.CharField(max_length=40, blank=True, help_text="Models whose prompts are worded alike.")
    takes = models.JSONField(default=list, blank=True, help_text="Kinds of input beside words, such as first_frame.")
    needs = models.JSONField(default=list, blank=True, help_text="Inputs without which it cannot work.")
    max_references = models.PositiveIntegerField(default=0)
    beyond = models.CharField(
        max_length=200, blank=True, help_text="What the vendor does with more references; we send no more."
    )
    max_prompt_chars = models.PositiveIntegerField(null=True, blank=True)
    durations_ms = models.JSONField(default=list, blank=True, help_text="Empty: any up to the most.")
    min_duration_ms = models.PositiveIntegerField(default=0)
    max_duration_ms = models.PositiveIntegerField(null=True, blank=True)
    shapes = models.JSONField(default=list, blank=True, help_text="Empty: any.")
    sizes = models.JSONField(default=list, blank=True, help_text="The only [width, height] it makes. Empty: any.")
    price_micros = models.PositiveBigIntegerField(default=0, help_text="Millionths of a dollar per unit.")
    prices = models.JSONField(
        default=list,
        blank=True,
        help_text='Prices under a condition: [{"when": {...}, "micros": 1, "unit": "second"}].',
    )
    quality = models.PositiveSmallIntegerField(default=3, help_text="1 to 5, for choosing.")
    speed = models.PositiveSmallIntegerField(default=3, help_text="1 to 5, for choosing.")
    typical_s = models.PositiveIntegerField(default=30, help_text="How long it takes; learnt from what was made.")
    setup = models.TextField(blank=True, help_text="What has to be set up before it can be used.")
    problem = models.CharField(max_length=300, blank=True, help_text="Why the vendor no longer has it.")
    price_unit = models.CharField(max_length=9, choices=PriceUnit, default=PriceUnit.FREE)
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

    @property
    def is_ours(self) -> bool:
        """Tell whether the studio makes it itself, so that it is there where nothing else is."""
        return self.vendor == "animatic"

    @property
    def draws_from_staging(self) -> bool:
        """Tell whether it works from the plan's own fields rather than from words. See `docs/staging.md`."""
        return bool(self.settings.get("staging", self.is_ours))

    @property
    def needs_no_words(self) -> bool:
        """Tell whether the plan's own fields are all that it reads. A described model may be sent both."""
        return self.is_ours and self.draws_from_staging

    @property
    def hears_speech(self) -> bool:
        """Tell whether what is said while a clip runs changes the clip."""
        return self.is_ours or "sound" in self.takes
