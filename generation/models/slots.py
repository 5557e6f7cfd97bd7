"""Slots and takes: a place that wants one asset, and the answers it got."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from entities.rows import QuickRow

OWNERS = ("project", "scene", "segment", "shot", "entity", "look", "voice", "asset")
_COLUMNS = tuple((owner, f"{owner}_id") for owner in OWNERS)


def _exactly_one_owner() -> Q:
    condition = Q()
    for owner in OWNERS:
        others = {f"{other}__isnull": other != owner for other in OWNERS}
        condition |= Q(**others)
    return condition


class Slot(QuickRow):
    """A place that wants one asset; may be empty. The only thing that jobs and takes point at."""

    class Role(models.TextChoices):
        # Plans: JSON documents that are turned into rows when they are selected.
        SCRIPT = "script", gettext_lazy("Script")
        CAST = "cast", gettext_lazy("Cast")
        SCENES = "scenes", gettext_lazy("Scenes")
        SHOTS = "shots", gettext_lazy("Shots")
        # Media.
        SPEECH = "speech", gettext_lazy("Speech")
        REFERENCE = "reference", gettext_lazy("Reference")
        FRAME = "frame", gettext_lazy("First frame")
        CLIP = "clip", gettext_lazy("Clip")
        LIPSYNC = "lipsync", gettext_lazy("Lip sync")
        CAMERA = "camera", gettext_lazy("Camera")
        UPSCALED = "upscaled", gettext_lazy("Upscaled clip")
        FOLEY = "foley", gettext_lazy("Foley")
        VOICED = "voiced", gettext_lazy("Changed voice")
        ALIGNED = "aligned", gettext_lazy("Times of words")
        MUSIC = "music", gettext_lazy("Music")
        EFFECTS = "effects", gettext_lazy("Effects")
        EXPORT = "export", gettext_lazy("Export")
        SAMPLE = "sample", gettext_lazy("Voice sample")
        DESCRIBED = "described", gettext_lazy("Description of a picture")
        # Beside a film: words for whoever publishes it.
        POST = "post", gettext_lazy("Words of a post")

    PLANS: ClassVar = frozenset({Role.SCRIPT, Role.CAST, Role.SCENES, Role.SHOTS})
    ASIDE: ClassVar = frozenset({Role.POST})
    """A film's, and no part of its making: they count where its costs do, and nowhere else."""

    role = models.CharField(max_length=9, choices=Role)
    variant = models.CharField(
        max_length=40,
        blank=True,
        help_text="The format of an export; the library of a sample; the platform and draft of a post.",
    )
    project = models.ForeignKey("projects.Project", models.CASCADE, null=True, blank=True, related_name="slots")
    scene = models.ForeignKey("projects.Scene", models.CASCADE, null=True, blank=True, related_name="slots")
    segment = models.ForeignKey("projects.Segment", models.CASCADE, null=True, blank=True, related_name="slots")
    shot = models.ForeignKey("projects.Shot", models.CASCADE, null=True, blank=True, related_name="slots")
    entity = models.ForeignKey("entities.Entity", models.CASCADE, null=True, blank=True, related_name="slots")
    look = models.ForeignKey("entities.Look", models.CASCADE, null=True, blank=True, related_name="slots")
    voice = models.ForeignKey("entities.Voice", models.CASCADE, null=True, blank=True, related_name="slots")
    asset = models.ForeignKey(
        "Asset", models.CASCADE, null=True, blank=True, related_name="slots", help_text="The picture that is described."
    )
    selected_take = models.ForeignKey("Take", models.SET_NULL, null=True, blank=True, related_name="+")
    diverted_to = models.CharField(
        max_length=80, blank=True, help_text="The next model of the route, after the first refused or is gone."
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=_exactly_one_owner(), name="slot_has_exactly_one_owner"),
            *(
                models.UniqueConstraint(
                    fields=[owner, "role", "variant"],
                    condition=Q(**{f"{owner}__isnull": False}),
                    name=f"slot_once_per_{owner}_and_role",
                )
                for owner in OWNERS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} of {self.owner_name} {self.owner_id}"

    def get_role_display(self) -> str:  # type: ignore[no-redef]
        """What the slot is for, in the user's language. Django's own way says all roles each time to find one."""
        return str(Slot.Role(self.role).label)

    @property
    def owner_name(self) -> str:
        """The field that says what the slot belongs to."""
        return self.owner[0]

    @property
    def owner_id(self) -> int:
        """The row that the slot belongs to."""
        return self.owner[1]

    @cached_property
    def owner(self) -> tuple[str, int]:
        """What the slot belongs to, for good: the field that says so, and the row."""
        return next((owner, row) for owner, column in _COLUMNS if (row := getattr(self, column)) is not None)


class Take(QuickRow):
    """One answer to a slot: an asset, and the recipe it was made from. Takes are kept."""

    slot = models.ForeignKey(Slot, models.CASCADE, related_name="takes")
    number = models.PositiveIntegerField()
    asset = models.ForeignKey("Asset", models.RESTRICT, related_name="takes")
    job = models.OneToOneField("Job", models.SET_NULL, null=True, blank=True, related_name="take")
    recipe_digest = models.CharField(
        max_length=64, blank=True, help_text="Empty: uploaded, or changed with words, so never stale."
    )
    reused_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="reused_as")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", help_text="Who uploaded it."
    )
    is_kept = models.BooleanField(default=False, help_text="Marked by hand: never tidied away.")
    removed_at = models.DateTimeField(null=True, blank=True, help_text="Put aside by hand; it can be put back.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["recipe_digest"])]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["slot", "number"], name="take_number_once_per_slot"),
            models.CheckConstraint(condition=Q(number__gt=0), name="take_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"take {self.number} of slot {self.slot_id}"
