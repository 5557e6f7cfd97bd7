"""What a library has agreed with vendors: its keys, and which of their models it does not want."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Vendor(models.Model):
    """Somebody who makes things for us: where, with whose key, and how much at once. Read anew for every job."""

    key = models.CharField(max_length=40, unique=True)
    label = models.CharField(max_length=80)
    offers = models.CharField(max_length=200, blank=True, help_text="What it makes, in a few words.")
    variable = models.CharField(
        max_length=60, blank=True, help_text="The environment's name for a key that all libraries use. Empty: no key."
    )
    site = models.URLField(blank=True, help_text="Where a key is had.")
    base_url = models.CharField(max_length=300, blank=True, help_text="Where it is asked. Empty: its usual address.")
    account = models.CharField(max_length=160, blank=True, help_text="Dotted path of what asks about a key.")
    webhook = models.CharField(max_length=160, blank=True, help_text="Dotted path of what checks its messages.")
    settings = models.JSONField(default=dict, blank=True, help_text="This server's own ways.")
    download_hosts = models.JSONField(default=list, blank=True, help_text="Where else its results may lie.")
    is_local = models.BooleanField(default=False, help_text="It may live inside our own network.")
    max_in_flight = models.PositiveIntegerField(null=True, blank=True, help_text="How much it makes at once for a key.")
    requests_per_minute = models.PositiveIntegerField(null=True, blank=True)
    poll_seconds = models.FloatField(default=5.0, help_text="How long to wait between two looks, at least.")
    is_on = models.BooleanField(default=True)
    facts_date = models.DateField(null=True, blank=True)
    facts_source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.label

    @property
    def needs_key(self) -> bool:
        """Tell whether it asks who one is."""
        return bool(self.variable) and bool(self.settings.get("needs_key", True))

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it is asked over a network, so that it may be full, slow or gone."""
        return bool(self.variable or self.base_url)


class VendorGate(models.Model):
    """Whether a vendor, or one of its models, is asked now for those who share a key; and what it said last.

    `account` is the library with a key of its own, or "" for all that use the studio's. `endpoint` is "" for the
    vendor as a whole.
    """

    class Reason(models.TextChoices):
        NONE = "", "Open"
        RATE_LIMITED = "rate_limited", "Asked too often"
        OUT_OF_CREDIT = "out_of_credit", "Out of credit"
        BAD_KEY = "bad_key", "The key is not accepted"
        NEEDS_SETUP = "needs_setup", "Needs setup"
        FAILING = "failing", "Failing again and again"

    vendor = models.CharField(max_length=40)
    account = models.CharField(max_length=20, blank=True)
    endpoint = models.CharField(max_length=200, blank=True)
    closed_until = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=13, choices=Reason, blank=True, default=Reason.NONE)
    words = models.CharField(max_length=500, blank=True, help_text="What is told to people.")
    failures = models.PositiveIntegerField(default=0, help_text="One after the other.")
    room = models.FloatField(default=0, help_text="Requests that may be sent at once.")
    room_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vendor", "account", "endpoint"], name="gate_once_per_vendor_and_key"),
        ]

    def __str__(self) -> str:
        return f"{self.vendor} {self.endpoint}: {self.get_reason_display()}"


class WebhookDelivery(models.Model):
    """A vendor's message that something is done, kept once however often it comes."""

    vendor = models.CharField(max_length=40)
    delivery_id = models.CharField(max_length=200)
    job = models.ForeignKey("Job", models.SET_NULL, null=True, blank=True, related_name="deliveries")
    provider_job_id = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=300, blank=True, help_text="Why it was not believed.")
    times = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "webhook deliveries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vendor", "delivery_id"], name="delivery_once"),
        ]

    def __str__(self) -> str:
        return f"{self.vendor} {self.delivery_id}"


class VendorKey(models.Model):
    """One library's key at one vendor. It is stored sealed and shown to nobody.

    The key itself has no name; further secrets (such as the one that signs messages) have one.
    """

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="vendor_keys")
    vendor = models.CharField(max_length=40)
    name = models.CharField(max_length=40, blank=True)
    sealed = models.TextField(editable=False)
    identity = models.CharField(max_length=200, blank=True, help_text="Whose key it is, as the vendor says.")
    balance = models.CharField(max_length=200, blank=True, help_text="What is left, as the vendor says.")
    problem = models.CharField(max_length=500, blank=True, help_text="Why it did not work when it was last tried.")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    tested_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "vendor", "name"], name="vendor_key_once_per_library"),
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
