"""Who and what is seen: rows of a library, reused from film to film."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy


class Kept(models.Manager[Any]):
    """The rows that are still on their shelf."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Leave out what was taken off."""
        return super().get_queryset().filter(removed_at=None)


class Shelved(models.Model):
    """Something that is taken off its shelf without being lost: films that use it keep it, and it can be put back."""

    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = Kept()
    everything: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True


class Library(models.Model):
    """A shelf of entities, voices, styles and films, opened to its members."""

    name = models.CharField(max_length=120)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Membership", related_name="libraries")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "libraries"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What one user may do in one library."""

    class Role(models.TextChoices):
        OWNER = "owner", gettext_lazy("Owner")
        EDITOR = "editor", gettext_lazy("Editor")
        VIEWER = "viewer", gettext_lazy("Viewer")

    library = models.ForeignKey(Library, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=6, choices=Role, default=Role.VIEWER)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "user"], name="membership_once_per_user"),
            models.CheckConstraint(condition=Q(role__in=["owner", "editor", "viewer"]), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} is {self.role} of {self.library}"

    @property
    def may_edit(self) -> bool:
        """Tell whether this member may change things."""
        return self.role in {self.Role.OWNER, self.Role.EDITOR}


class Invitation(models.Model):
    """A link by which somebody gets a seat in a library, once. Only a digest of it is kept."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=6, choices=Membership.Role, default=Membership.Role.VIEWER)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(role__in=["owner", "editor", "viewer"]), name="invitation_role_known"),
        ]

    def __str__(self) -> str:
        return f"invitation to {self.library} as {self.role}"


class Voice(Shelved):
    """A voice that characters and narrators speak with. A voice without a library is everybody's."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="voices", null=True, blank=True)
    offer = models.CharField(max_length=80, help_text="The key of the model that speaks with it.")
    key = models.CharField(max_length=120, help_text="The model's own name for the voice.")
    name = models.CharField(max_length=80)
    sex = models.CharField(
        max_length=6, blank=True, choices=[("female", gettext_lazy("Female")), ("male", gettext_lazy("Male"))]
    )
    age = models.CharField(
        max_length=5, default="adult", choices=[(age, age.title()) for age in ("child", "teen", "adult", "elder")]
    )
    tone = models.CharField(max_length=80, blank=True)
    settings = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["offer", "key"], condition=Q(library=None), name="voice_once_per_offer_if_shared"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Style(Shelved):
    """A director's style. Choosing it copies it into the film, so editing it later changes no film."""

    class Light(models.TextChoices):
        SOFT = "soft", gettext_lazy("Soft")
        HARD = "hard", gettext_lazy("Hard")
        LOW = "low", gettext_lazy("Low key")
        HIGH = "high", gettext_lazy("High key")
        GLOW = "glow", gettext_lazy("Glow")

    class Framing(models.TextChoices):
        CLASSIC = "classic", gettext_lazy("Classic")
        SYMMETRIC = "symmetric", gettext_lazy("Symmetric")
        INTIMATE = "intimate", gettext_lazy("Intimate")
        EPIC = "epic", gettext_lazy("Epic")
        RESTLESS = "restless", gettext_lazy("Restless")

    library = models.ForeignKey(Library, models.CASCADE, related_name="styles", null=True, blank=True)
    name = models.CharField(max_length=80)
    description = models.TextField(blank=True)
    palette = models.JSONField(default=list, blank=True, help_text='Colours as "#rrggbb".')
    contrast = models.FloatField(default=0.0, help_text="-1 (flat) to 1 (hard)")
    warmth = models.FloatField(default=0.0, help_text="-1 (cold) to 1 (warm)")
    line = models.FloatField(default=0.0, help_text="0 (none) to 1 (bold): outlines drawn in ink")
    grain = models.FloatField(default=0.0, help_text="0 (clean) to 1 (coarse film)")
    light = models.CharField(max_length=4, blank=True, choices=Light)
    framing = models.CharField(max_length=9, blank=True, choices=Framing)
    rhythm = models.FloatField(default=0.0, help_text="-1 (slow cutting) to 1 (fast)")
    captions = models.CharField(max_length=20, blank=True, help_text="How captions look where the film does not say.")
    music = models.CharField(max_length=120, blank=True)
    suits = models.JSONField(default=list, blank=True, help_text="Genres that get it where the user chose no style.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name"], condition=Q(library=None), name="style_name_once_if_shared"),
            models.UniqueConstraint(
                fields=["library", "name"], condition=Q(removed_at=None), name="style_name_once_per_library"
            ),
            models.CheckConstraint(condition=Q(contrast__range=(-1, 1)), name="style_contrast_in_range"),
            models.CheckConstraint(condition=Q(warmth__range=(-1, 1)), name="style_warmth_in_range"),
            models.CheckConstraint(condition=Q(line__range=(0, 1)), name="style_line_in_range"),
            models.CheckConstraint(condition=Q(grain__range=(0, 1)), name="style_grain_in_range"),
            models.CheckConstraint(condition=Q(rhythm__range=(-1, 1)), name="style_rhythm_in_range"),
        ]

    def __str__(self) -> str:
        return self.name


class Entity(Shelved):
    """What characters, sets and props share: one table for guide images, slots and castings to point at."""

    class Kind(models.TextChoices):
        CHARACTER = "character", gettext_lazy("Character")
        SET = "set", gettext_lazy("Set")
        PROP = "prop", gettext_lazy("Prop")

    library = models.ForeignKey(Library, models.CASCADE, related_name="entities")
    kind = models.CharField(max_length=9, choices=Kind, editable=False)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    offer = models.CharField(max_length=80, blank=True, help_text="The key of the model that draws it; empty: any.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "entities"
        indexes: ClassVar = [models.Index(fields=["library", "kind", "name"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=["character", "set", "prop"]), name="entity_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="entity_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Character(Entity):
    """Somebody. What never changes is here; what depends on costume, age or state is in a `Look`."""

    entity = models.OneToOneField(Entity, models.CASCADE, parent_link=True, primary_key=True)
    aliases = models.JSONField(default=list, blank=True, help_text="Other names that the story uses.")
    role = models.CharField(max_length=120, blank=True)
    sex = models.CharField(max_length=6, blank=True)
    age = models.CharField(max_length=20, blank=True, default="adult")
    build = models.CharField(max_length=40, blank=True)
    skin = models.CharField(max_length=40, blank=True)
    hair = models.CharField(max_length=80, blank=True)
    features = models.CharField(max_length=200, blank=True)
    voice = models.ForeignKey(Voice, models.SET_NULL, null=True, blank=True, related_name="characters")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Store it as a character."""
        self.kind = Entity.Kind.CHARACTER
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Look(models.Model):
    """A character in one costume, age or state."""

    character = models.ForeignKey(Character, models.CASCADE, related_name="looks")
    name = models.CharField(max_length=80, default="Usual")
    is_usual = models.BooleanField(default=False)
    wears = models.CharField(max_length=300, blank=True)
    hair = models.CharField(max_length=80, blank=True, help_text="Empty: as the character's.")
    age = models.CharField(max_length=20, blank=True, help_text="Empty: as the character's.")
    features = models.CharField(max_length=200, blank=True, help_text="Added to the character's.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["character", "name"], name="look_name_once_per_character"),
            models.UniqueConstraint(
                fields=["character"], condition=Q(is_usual=True), name="look_one_usual_per_character"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.character} ({self.name})"


class Set(Entity):
    """A place that scenes happen in."""

    entity = models.OneToOneField(Entity, models.CASCADE, parent_link=True, primary_key=True)
    place = models.CharField(max_length=60, blank=True, help_text="One word: street, bar, forest ...")
    interior = models.BooleanField(default=False)
    era = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Store it as a set."""
        self.kind = Entity.Kind.SET
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Prop(Entity):
    """A thing that matters."""

    entity = models.OneToOneField(Entity, models.CASCADE, parent_link=True, primary_key=True)
    owner = models.ForeignKey(Character, models.SET_NULL, null=True, blank=True, related_name="props")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Store it as a prop."""
        self.kind = Entity.Kind.PROP
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class GuideImage(models.Model):
    """A picture the user gave of an entity, in the order the user likes."""

    entity = models.ForeignKey(Entity, models.CASCADE, related_name="guide_images")
    asset = models.ForeignKey("generation.Asset", models.RESTRICT, related_name="guide_images")
    position = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entity", "position"], name="guide_image_one_per_position"),
            models.UniqueConstraint(fields=["entity", "asset"], name="guide_image_once_per_entity"),
        ]

    def __str__(self) -> str:
        return f"guide image {self.position} of {self.entity}"


class LibraryEdit(models.Model):
    """One change that somebody made to a row of a library: what its fields were before and after."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="edits")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    label = models.CharField(max_length=160)
    model = models.CharField(max_length=40, help_text="What kind of row: character, look, voice ...")
    row_id = models.PositiveBigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["model", "row_id"])]

    def __str__(self) -> str:
        return self.label


class AuditEntry(models.Model):
    """One thing that somebody did to a library's affairs: its members, links, keys, models, budgets. See `audit`."""

    library = models.ForeignKey(Library, models.CASCADE, related_name="audit")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    code = models.CharField(max_length=40)
    facts = models.JSONField(default=dict, help_text="Names and figures as they were then; never what is secret.")

    class Meta:
        verbose_name_plural = "audit entries"
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.code} in {self.library_id}"
