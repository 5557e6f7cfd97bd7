"""What a library has agreed with vendors: its keys, and which of their models it does not want."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class VendorKey(models.Model):
    """One library's key at one vendor. It is stored sealed and shown to nobody."""

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="vendor_keys")
    vendor = models.CharField(max_length=40)
    sealed = models.TextField(editable=False)
    identity = models.CharField(max_length=200, blank=True, help_text="Whose key it is, as the vendor says.")
    balance = models.CharField(max_length=200, blank=True, help_text="What is left, as the vendor says.")
    problem = models.CharField(max_length=500, blank=True, help_text="Why it did not work when it was last tried.")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    tested_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "vendor"], name="vendor_key_once_per_library"),
        ]

    def __str__(self) -> str:
        return f"key for {self.vendor}"


class SwitchedOff(models.Model):
    """A model that one library does not want to use, although the studio offers it."""

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="switched_off")
    offer = models.ForeignKey("ModelOffer", models.CASCADE, related_name="switched_off")

    class Meta:
        verbose_name_plural = "switched off"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "offer"], name="switched_off_once_per_library"),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} is off"
