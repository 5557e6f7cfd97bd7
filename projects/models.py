"""The story and its order: what is heard (segments) and what is seen (scenes, shots)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from entities.rows import QuickRow

SHAPES = ("16:9", "9:16", "1:1")

LEAST_GAIN_DB, MOST_GAIN_DB = -24.0, 12.0
"""How far music and effects may be turned down and up. Beyond that nothing is heard, or no word is understood."""

MOST_LEAD_MS = 1_500
"""The furthest that a picture may change before or after its word."""


class Kept(models.Manager[Any]):
    """The rows that have not been removed."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Leave out what was removed."""
        return super().get_queryset().filter(removed_at=None)


class Removable(QuickRow):
    """Something that is taken out of a film without being lost: its takes stay, and it can be put back."""

    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = Kept()
    everything: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True


class Series(models.Model):
    """Films that share a cast and a style."""

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="series")
    name = models.CharField(max_length=160)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "series"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "name"], name="series_name_once_per_library"),
        ]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    """One film; an episode when it has a series."""

    class SourceKind(models.TextChoices):
        IDEA = "idea", gettext_lazy("Idea")
        STORY = "story", gettext_lazy("Story")
        SCREENPLAY = "screenplay", gettext_lazy("Screenplay")

    class Preference(models.TextChoices):
        QUALITY = "quality", gettext_lazy("Best picture and sound")
        SPEED = "speed", gettext_lazy("Fastest")
        COST = "cost", gettext_lazy("Cheapest")

    class Quality(models.TextChoices):
        DRAFT = "draft", gettext_lazy("Draft")
        FULL = "full", gettext_lazy("Full")

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="projects")
    series = models.ForeignKey(Series, models.SET_NULL, null=True, blank=True, related_name="episodes")
    episode_number = models.PositiveIntegerField(null=True, blank=True)
    title = models.CharField(max_length=200, blank=True)
    logline = models.TextField(blank=True)
    source = models.TextField(help_text="What the user typed, as it was typed.")
    source_kind = models.CharField(max_length=10, choices=SourceKind, default=SourceKind.IDEA)
    shape = models.CharField(max_length=5, choices=[(shape, shape) for shape in SHAPES], default="16:9")
    seconds = models.PositiveIntegerField(default=60, help_text="The length of a film made from an idea.")
    seed = models.PositiveIntegerField(default=1)
    language = models.CharField(max_length=12, blank=True)
    genre = models.CharField(max_length=40, blank=True)
    era = models.CharField(max_length=40, blank=True)
    mood = models.CharField(max_length=40, blank=True)
    style = models.JSONField(default=dict, blank=True, help_text="A copy of the style that was chosen.")
    planned_style = models.JSONField(default=dict, blank=True, help_text="A copy of the one that suits the story.")
    offers = models.JSONField(default=dict, blank=True, help_text="The model chosen for a capability, by its key.")
    fallbacks = models.JSONField(
        default=dict, blank=True, help_text="For a capability, whom to ask after one refused or is gone, in order."
    )
    usual_offers = models.JSONField(
        default=dict,
        blank=True,
        help_text="What the studio chose where nothing was: kept, so that a new key makes no finished film stale.",
    )
    preference = models.CharField(
        max_length=7, choices=Preference, blank=True, default="", help_text="What models are chosen by."
    )
    quality = models.CharField(
        max_length=5,
        choices=Quality,
        default="draft",
        help_text="Draft: 720 lines, for looking at. Full: 1080, for showing.",
    )
    caption_style = models.CharField(max_length=20, blank=True, help_text="Empty: as the style has it.")
    music_gain_db = models.FloatField(default=0.0, help_text="How much louder than usual music is, against speech.")
    effects_gain_db = models.FloatField(default=0.0, help_text="How much louder than usual effects are.")
    narrator = models.ForeignKey("entities.Voice", models.SET_NULL, null=True, blank=True, related_name="+")
    notes = models.JSONField(default=list, blank=True, help_text="What the planner wants the user to know.")
    findings = models.JSONField(
        default=list, blank=True, help_text="What the library's numbers said when the film was begun; planned with."
    )
    used_findings = models.JSONField(default=list, blank=True, help_text="The keys of those that the plan obeys.")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey("auth.User", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["library", "-created_at"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(shape__in=SHAPES), name="project_shape_known"),
            models.CheckConstraint(condition=Q(seconds__range=(5, 10_800)), name="project_seconds_in_range"),
            models.CheckConstraint(condition=~Q(source=""), name="project_has_a_source"),
            models.CheckConstraint(
                condition=Q(
                    music_gain_db__range=(LEAST_GAIN_DB, MOST_GAIN_DB),
                    effects_gain_db__range=(LEAST_GAIN_DB, MOST_GAIN_DB),
                ),
                name="project_gains_in_range",
            ),
            models.UniqueConstraint(fields=["series", "episode_number"], name="project_one_per_episode_number"),
        ]

    def __str__(self) -> str:
        return self.title or self.source[:60]


class Scene(Removable):
    """One place and time in the story."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="scenes")
    position = models.PositiveIntegerField()
    planned_as = models.PositiveIntegerField(
        null=True, blank=True, editable=False, help_text="Which scene of the plan it is; empty: made by hand."
    )
    heading = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    set = models.ForeignKey("entities.Set", models.SET_NULL, null=True, blank=True, related_name="scenes")
    time_of_day = models.CharField(max_length=20, blank=True)
    weather = models.CharField(max_length=20, blank=True)
    mood = models.CharField(max_length=40, blank=True)
    sounds = models.JSONField(default=list, blank=True, help_text="What is heard all through it.")
    music = models.CharField(max_length=40, blank=True, help_text='The mood of its music, or "none"; empty: its own.')
    transition = models.CharField(max_length=20, default="cut", help_text="How the scene begins.")

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "position"], condition=Q(removed_at=None), name="scene_one_per_position"
            ),
        ]

    def __str__(self) -> str:
        return self.heading or f"Scene {self.position + 1}"


class Segment(Removable):
    """One timed piece of what is heard: narration, one line, or a pause in which only pictures speak."""

    class Kind(models.TextChoices):
        NARRATION = "narration", gettext_lazy("Narration")
        LINE = "line", gettext_lazy("Line")
        PAUSE = "pause", gettext_lazy("Pause")

    project = models.ForeignKey(Project, models.CASCADE, related_name="segments")
    scene = models.ForeignKey(Scene, models.SET_NULL, null=True, blank=True, related_name="segments")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=Kind, default=Kind.NARRATION)
    speaker_name = models.CharField(max_length=120, blank=True, help_text="As the script has it.")
    speaker = models.ForeignKey("entities.Character", models.SET_NULL, null=True, blank=True, related_name="lines")
    text = models.TextField(blank=True)
    direction = models.CharField(max_length=200, blank=True)
    pause_before_ms = models.PositiveIntegerField(default=0)
    pause_ms = models.PositiveIntegerField(default=0, help_text="The length of a pause; 0 for what is spoken.")
    sounds = models.JSONField(
        default=list,
        blank=True,
        help_text='Effects and the word at which they are heard: [{"sound": "bell", "word": 0}].',
    )

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "position"], condition=Q(removed_at=None), name="segment_one_per_position"
            ),
            models.CheckConstraint(
                condition=Q(kind="pause", text="", pause_ms__gt=0) | (~Q(kind="pause") & ~Q(text="") & Q(pause_ms=0)),
                name="segment_is_spoken_or_a_pause",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60] or f"pause of {self.pause_ms} ms"


class Shot(Removable):
    """One unbroken run of the camera.

    A shot begins at word `from_word` of `segment` and lasts until the next one begins: sound is the
    clock, so a shot has no length of its own. `lead_ms` moves the picture against the sound: after the word, the new
    voice is heard before it is seen (a J cut); before it, the old voice goes on under the new picture (an L cut).
    """

    class Card(models.TextChoices):
        TITLE = "title", gettext_lazy("Title")
        END = "end", gettext_lazy("End")

    class CaptionPlace(models.TextChoices):
        TOP = "top", gettext_lazy("Top")
        BOTTOM = "bottom", gettext_lazy("Bottom")
        NONE = "none", gettext_lazy("None")

    scene = models.ForeignKey(Scene, models.CASCADE, related_name="shots")
    position = models.PositiveIntegerField()
    segment = models.ForeignKey(Segment, models.RESTRICT, related_name="shots")
    from_word = models.PositiveIntegerField(default=0)
    action = models.TextField(blank=True)
    size = models.CharField(max_length=20, default="medium")
    angle = models.CharField(max_length=20, default="eye")
    move = models.CharField(max_length=20, default="hold")
    lens = models.CharField(max_length=20, blank=True)
    focus = models.CharField(max_length=120, blank=True)
    transition = models.CharField(max_length=20, default="cut", help_text="How the shot begins.")
    lead_ms = models.IntegerField(
        default=0, help_text="How long after its word the picture changes; below zero, before it."
    )
    clip_in_ms = models.PositiveIntegerField(default=0, help_text="From where on its clip is seen.")
    card = models.CharField(max_length=5, blank=True, choices=Card, help_text="What is written over it.")
    caption_place = models.CharField(
        max_length=6, blank=True, choices=CaptionPlace, help_text="Empty: where there is room."
    )
    framing = models.JSONField(
        default=dict,
        blank=True,
        help_text="Where the window of a version in another shape was put by hand, by shape: its middle, 0 to 1.",
    )
    prompt = models.TextField(blank=True, help_text="Written by hand: sent instead of the one built from the fields.")
    offers = models.JSONField(default=dict, blank=True, help_text="Models chosen for this shot alone, by capability.")

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["scene", "position"], condition=Q(removed_at=None), name="shot_one_per_position"
            ),
            models.CheckConstraint(
                condition=Q(lead_ms__range=(-MOST_LEAD_MS, MOST_LEAD_MS)), name="shot_lead_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"shot {self.position + 1} of {self.scene}"


class Casting(QuickRow):
    """Which entity is in a film, a scene or a shot, in which look, and what it does there."""

    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, related_name="castings")
    scene = models.ForeignKey(Scene, models.CASCADE, null=True, blank=True, related_name="castings")
    shot = models.ForeignKey(Shot, models.CASCADE, null=True, blank=True, related_name="castings")
    entity = models.ForeignKey("entities.Entity", models.RESTRICT, related_name="castings")
    look = models.ForeignKey("entities.Look", models.RESTRICT, null=True, blank=True, related_name="castings")
    position = models.PositiveIntegerField(default=0)
    pose = models.CharField(max_length=40, blank=True)
    expression = models.CharField(max_length=40, blank=True)
    holds = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=20, blank=True, help_text="left, center, right or back")
    facing = models.CharField(max_length=20, blank=True)
    looks_at = models.CharField(max_length=120, blank=True, help_text="Somebody, something, or camera.")
    enters = models.CharField(max_length=20, blank=True, help_text="Where they walk in from: left, right or back.")
    leaves = models.CharField(max_length=20, blank=True, help_text="Where they walk off to.")
    gesture = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(project__isnull=False, scene__isnull=True, shot__isnull=True)
                | Q(project__isnull=True, scene__isnull=False, shot__isnull=True)
                | Q(project__isnull=True, scene__isnull=True, shot__isnull=False),
                name="casting_in_one_place",
            ),
            models.UniqueConstraint(
                fields=["project", "entity"], condition=Q(project__isnull=False), name="casting_once_per_project"
            ),
            models.UniqueConstraint(
                fields=["scene", "entity"], condition=Q(scene__isnull=False), name="casting_once_per_scene"
            ),
            models.UniqueConstraint(
                fields=["shot", "entity"], condition=Q(shot__isnull=False), name="casting_once_per_shot"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entity} in {self.shot or self.scene or self.project}"


class Edit(models.Model):
    """One change that somebody made to a film's plan: what it was before and after, so that it can be taken back.

    `before` and `after` are {model: {row: {field: value}}}; a row that did not exist is missing on that side.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="edits")
    user = models.ForeignKey("auth.User", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    label = models.CharField(max_length=160)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.label


class Finding(models.Model):
    """What a library's own numbers say about its films: one sentence, and what it rests on.

    `advice` is what a planner can do about it: {"lever": "rhythm", "value": "fast"}. Films copy what they are planned
    with, so a finding that changes makes no film stale.
    """

    library = models.ForeignKey("entities.Library", models.CASCADE, related_name="findings")
    key = models.CharField(max_length=80, help_text="What is compared, and which side won.")
    sentence = models.CharField(max_length=400)
    advice = models.JSONField(default=dict, blank=True)
    evidence = models.JSONField(default=dict, help_text="How many films, what they reached, and how sure that is.")
    found_at = models.DateTimeField()
    is_off = models.BooleanField(default=False, help_text="Somebody does not want films planned with it.")

    class Meta:
        ordering: ClassVar = ["key"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["library", "key"], name="finding_once_per_library"),
        ]

    def __str__(self) -> str:
        return self.sentence[:80]

    def as_planned(self) -> dict[str, Any]:
        """Return what a film takes along of it."""
        return {"key": self.key, "sentence": self.sentence, "advice": self.advice}
