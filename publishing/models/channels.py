"""Channels: accounts that a library publishes to, and how the studio is known where they live."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings as conf
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy


class PlatformRow(models.Model):
    """A platform's limits and addresses as they are used: shipped with the studio, curated in the admin.

    `spec` holds what differs from the shipped row (`publishing.platforms.specs.PlatformSpec`), by field; so a limit
    that changed on the platform is changed here, with its date, and a new version of the studio brings the rest.
    """

    key = models.CharField(max_length=20, unique=True)
    label = models.CharField(max_length=40)
    is_on = models.BooleanField(default=True)
    addresses = models.JSONField(default=dict, blank=True, help_text="Where it is asked, by name; empty: as shipped.")
    spec = models.JSONField(default=dict, blank=True, help_text="Limits that differ from the shipped ones.")
    is_local = models.BooleanField(default=False, help_text="It may live inside our own network.")
    facts_date = models.DateField(null=True, blank=True)
    facts_source = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.label


class PlatformApp(models.Model):
    """The application that the studio's or a library's owner registered at a platform. Its secret is kept sealed."""

    library = models.ForeignKey(
        "entities.Library", models.CASCADE, null=True, blank=True, related_name="platform_apps", help_text="Empty: all."
    )
    platform = models.CharField(max_length=20)
    login = models.CharField(max_length=20, blank=True)
    client_id = models.CharField(max_length=200)
    sealed_secret = models.TextField(editable=False, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    written_by = models.ForeignKey(conf.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "platform", "login"], name="platform_app_once_per_library"),
            models.UniqueConstraint(
                fields=["platform", "login"], condition=Q(library=None), name="platform_app_once_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.platform} application {self.client_id[:12]}"


class PublishingRules(models.Model):
    """How a library publishes."""

    library = models.OneToOneField("entities.Library", models.CASCADE, related_name="publishing_rules")
    wants_approval = models.BooleanField(default=False, help_text="A second person looks before anything goes out.")
    time_zone = models.CharField(max_length=60, blank=True, help_text="Of the calendar. Empty: each person's own.")

    class Meta:
        verbose_name_plural = "publishing rules"

    def __str__(self) -> str:
        return f"rules of {self.library_id}"


class Channel(models.Model):
    """A connected account, or a place on this machine. Tokens are sealed, and refreshed under the row's lock."""

    class State(models.TextChoices):
        READY = "ready", gettext_lazy("Ready")
        LIMITED = "limited", gettext_lazy("Some things were not allowed")
        RECONNECT = "reconnect", gettext_lazy("Connect it again")
        DISCONNECTED = "disconnected", gettext_lazy("Disconnected")

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="channels")
    platform = models.CharField(max_length=20)
    login = models.CharField(max_length=20, blank=True)
    remote_id = models.CharField(max_length=200, help_text="The account's id there; a folder's path; an address.")
    name = models.CharField(max_length=120)
    handle = models.CharField(max_length=120, blank=True)
    url = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=12, choices=State, default=State.READY)
    problem = models.CharField(max_length=500, blank=True, help_text="In the user's words.")
    vendor_words = models.TextField(blank=True)
    sealed_tokens = models.TextField(editable=False, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    refresh_expires_at = models.DateTimeField(null=True, blank=True)
    refreshed_at = models.DateTimeField(null=True, blank=True)
    refreshing_until = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Somebody asks for fresh tokens; nobody else does until then."
    )
    granted_scopes = models.JSONField(default=list, blank=True)
    facts = models.JSONField(default=dict, blank=True, help_text="What the platform says of the account.")
    settings = models.JSONField(default=dict, blank=True, help_text="How drafts for it begin.")
    sealed_secret = models.TextField(editable=False, blank=True, help_text="With which its messages are signed.")
    refusals = models.PositiveSmallIntegerField(default=0, editable=False, help_text="Of fresh tokens, in a row.")
    closed_until = models.DateTimeField(null=True, blank=True, help_text="Not asked before: quota or rate.")
    closed_words = models.CharField(max_length=300, blank=True)
    connected_by = models.ForeignKey(conf.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    connected_at = models.DateTimeField(auto_now_add=True)
    disconnected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["library", "platform", "remote_id"], name="channel_once_per_library_and_account"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["ready", "limited", "reconnect", "disconnected"]), name="channel_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.platform})"

    @property
    def is_usable(self) -> bool:
        """Tell whether something can be published to it now."""
        return self.state in {self.State.READY, self.State.LIMITED}


class ChannelTime(models.Model):
    """A time of the week at which a channel usually publishes."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="times")
    weekday = models.PositiveSmallIntegerField(help_text="Monday is 0.")
    at = models.TimeField(help_text="In the calendar's time zone.")

    class Meta:
        ordering = ("weekday", "at")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["channel", "weekday", "at"], name="channel_time_once"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="channel_time_in_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.at}"


class ConsentRequest(models.Model):
    """Somebody was sent to a platform's consent page: what is needed when they come back. It is used once."""

    state_digest = models.CharField(max_length=64, unique=True, help_text="Of what the platform brings back.")
    session_digest = models.CharField(max_length=64, help_text="Of the browser session that asked.")
    sealed_verifier = models.TextField(editable=False)
    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="+")
    user = models.ForeignKey(conf.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    platform = models.CharField(max_length=20)
    login = models.CharField(max_length=20, blank=True)
    redirect_uri = models.CharField(max_length=512)
    begun_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    sealed_identities = models.TextField(editable=False, blank=True, help_text="What there is to choose from.")
    chosen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"consent for {self.platform}"


class PlatformMessage(models.Model):
    """A message of a platform: a reason to look, and kept to tell doubles."""

    platform = models.CharField(max_length=20)
    delivery_id = models.CharField(max_length=200)
    event = models.CharField(max_length=80, blank=True)
    remote_ref = models.CharField(max_length=200, blank=True)
    account_ref = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    times = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["platform", "delivery_id"], name="platform_message_once"),
        ]

    def __str__(self) -> str:
        return f"{self.platform} {self.event}"
