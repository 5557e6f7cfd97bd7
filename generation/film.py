"""A film loaded once: everything the graph, the recipes and the cut reckon with, in a constant number of queries.

A `Film` is a snapshot. It is never saved; services change rows and load again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Exists, F, OuterRef, Q, Subquery

from entities.models import Character, Entity, Library, Look, Prop, Set, Voice
from generation import vault
from generation.models import Asset, Budget, Job, ModelOffer, Run, Slot, SwitchedOff, Take, Vendor, VendorKey
from projects import timing
from projects.models import Casting, Project, Scene, Segment, Shot

Found = TypeVar("Found")

Place = tuple[str, int, str, str]
"""What a slot belongs to and what it is for: (owner, owner's id, role, variant)."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with a slot so far, for the recipe `digest`."""

    digest: str
    times: int
    is_permanent: bool
    code: str
    detail: str


@dataclass
class Film:
    """One project with all its rows, in film order."""

    project: Project
    segments: list[Segment]
    scenes: list[Scene]
    shots: list[Shot]
    characters: dict[int, Character]
    sets: dict[int, Set]
    props: dict[int, Prop]
    looks: dict[int, Look]
    castings: list[Casting]
    scene_castings: dict[int, list[Casting]]
    shot_castings: dict[int, list[Casting]]
    slots: dict[Place, Slot]
    offers: list[ModelOffer]
    voices: dict[int, Voice]
    guides: dict[int, list[Asset]]
    run: Run | None = None
    """The newest one; while one is open, that one."""
    active: dict[int, Job] = field(default_factory=dict)
    active_digests: set[str] = field(default_factory=set)
    failures: dict[tuple[int, str], Failure] = field(default_factory=dict)
    may_spend: bool = True
    """Somebody set money aside for the film. Without that, nothing that costs is taken unless it was chosen."""
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What recipes ask for again and again, reckoned once. Another snapshot (`dataclasses.replace`) starts without."""

    def once(self, key: tuple[Any, ...], find: Callable[[], Found]) -> Found:
        """Return what was found for a key before, else what is found now: a snapshot does not change."""
        if key not in self.memo:
            self.memo[key] = find()
        found: Found = self.memo[key]
        return found

    def slot(self, owner: str, owner_id: int, role: str, variant: str = "") -> Slot | None:
        """Return the slot at a place, or None if it has not been made yet."""
        return self.slots.get((owner, owner_id, role, variant))

    def take(self, owner: str, owner_id: int, role: str, variant: str = "") -> Take | None:
        """Return the selected take at a place."""
        slot = self.slot(owner, owner_id, role, variant)
        return slot.selected_take if slot else None

    def plan(self, role: str) -> Take | None:
        """Return the selected take of one of the film's own plans."""
        return self.take("project", self.project.pk, role)

    @property
    def style(self) -> dict[str, Any]:
        """The style that the user chose, else the one that suits the story."""
        style: dict[str, Any] = self.project.style or self.project.planned_style
        return style

    @cached_property
    def scene_by_id(self) -> dict[int, Scene]:
        """Scenes by their row."""
        return {scene.pk: scene for scene in self.scenes}

    @cached_property
    def shots_by_scene(self) -> dict[int, list[Shot]]:
        """Shots of each scene, in order."""
        found: dict[int, list[Shot]] = defaultdict(list)
        for shot in self.shots:
            found[shot.scene_id].append(shot)
        return found

    @cached_property
    def segments_by_scene(self) -> dict[int, list[tuple[int, Segment]]]:
        """Segments of each scene in order, each with where it stands in the film."""
        found: dict[int, list[tuple[int, Segment]]] = defaultdict(list)
        for index, segment in enumerate(self.segments):
            if segment.scene_id:
                found[segment.scene_id].append((index, segment))
        return found

    @cached_property
    def spoken(self) -> list[Segment]:
        """The segments that need a voice."""
        return [segment for segment in self.segments if segment.kind != Segment.Kind.PAUSE]

    @cached_property
    def speech(self) -> dict[int, Asset]:
        """The voice of each segment that has one."""
        takes = ((segment.pk, self.take("segment", segment.pk, Slot.Role.SPEECH)) for segment in self.spoken)
        return {segment_id: take.asset for segment_id, take in takes if take}

    @cached_property
    def is_timed(self) -> bool:
        """Tell whether every line has a voice, so that all times are known."""
        return bool(self.segments) and all(segment.pk in self.speech for segment in self.spoken)

    @cached_property
    def heard(self) -> list[timing.Heard]:
        """Every segment as it sounds; meaningful once the film `is_timed`."""
        return [self._heard(segment) for segment in self.segments]

    def words_of(self, segment: Segment) -> list[tuple[str, int, int]]:
        """Return the words of a line with their times: as found out afterwards, else as they came with the voice."""
        spoken = self.speech[segment.pk]
        found = self.take("segment", segment.pk, Slot.Role.ALIGNED)
        is_of_it = found is not None and found.asset.details.get("of") == spoken.sha256
        words: list[tuple[str, int, int]] = (found.asset if found and is_of_it else spoken).details.get("words", [])
        return words

    def _heard(self, segment: Segment) -> timing.Heard:
        if segment.kind == Segment.Kind.PAUSE:
            return timing.Heard(segment.pause_before_ms, segment.pause_ms)
        asset = self.speech.get(segment.pk)
        if asset is None:
            return timing.Heard(segment.pause_before_ms, 0)
        words = tuple(int(start) for _, start, _ in self.words_of(segment))
        return timing.Heard(segment.pause_before_ms, asset.duration_ms or 0, words)

    @cached_property
    def segment_index(self) -> dict[int, int]:
        """Where each segment stands."""
        return {segment.pk: index for index, segment in enumerate(self.segments)}

    @cached_property
    def shot_index(self) -> dict[int, int]:
        """Where each shot stands in the film."""
        return {shot.pk: index for index, shot in enumerate(self.shots)}

    def segments_of(self, shot: Shot) -> range:
        """Return the indices of the segments heard between a shot's first word and the next shot's."""
        index = self.shot_index[shot.pk]
        first, last = self.segment_index[shot.segment_id], len(self.segments)
        if index + 1 < len(self.shots):
            following = self.shots[index + 1]
            last = self.segment_index[following.segment_id] + (1 if following.from_word else 0)
        return range(first, last)

    @cached_property
    def segment_starts(self) -> list[int]:
        """When each segment starts, in milliseconds."""
        return timing.segment_starts(self.heard)

    def moment_of(self, segment: int, word: int) -> int:
        """Return when a word of the segment at an index is heard, in milliseconds."""
        return timing.moment(self.heard, self.segment_starts, timing.Anchor(segment, word))

    @cached_property
    def length_ms(self) -> int:
        """The length of the film."""
        return timing.film_length(self.heard)

    @cached_property
    def bounds_ms(self) -> list[int]:
        """When each shot starts, and when the film ends."""
        anchors = [
            timing.Anchor(self.segment_index[shot.segment_id], shot.from_word, shot.lead_ms) for shot in self.shots
        ]
        return timing.shot_bounds(self.heard, anchors)

    @cached_property
    def span_ms(self) -> dict[int, tuple[int, int]]:
        """From when to when each shot is seen."""
        pairs = zip(self.bounds_ms, self.bounds_ms[1:], strict=False)
        return {shot.pk: span for shot, span in zip(self.shots, pairs, strict=False)}

    def scene_span_ms(self, scene: Scene) -> tuple[int, int]:
        """From when to when a scene is seen; (0, 0) if it has no shot."""
        spans = [self.span_ms[shot.pk] for shot in self.shots_by_scene.get(scene.pk, ())]
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    @cached_property
    def speakers(self) -> dict[int, frozenset[int]]:
        """Who has a line in each shot: by the plan, not by the clock, so that a slower voice makes no frame stale."""
        said_by = [segment.speaker_id for segment in self.segments]
        heard = {shot.pk: (said_by[index] for index in self.segments_of(shot)) for shot in self.shots}
        return {pk: frozenset(speaker for speaker in speakers if speaker) for pk, speakers in heard.items()}

    @cached_property
    def offer_by_key(self) -> dict[str, ModelOffer]:
        """Every model by its name, also those that are switched off."""
        return {offer.key: offer for offer in self.offers}

    def person(self, casting: Casting) -> tuple[Character, Look | None] | None:
        """Return the character of a casting and the look it is in: the given one, else the usual one."""
        character = self.characters.get(casting.entity_id)
        if character is None:
            return None
        if casting.look_id:
            return character, self.looks.get(casting.look_id)
        return character, self.usual_looks.get(character.pk)

    @cached_property
    def usual_looks(self) -> dict[int, Look]:
        """The look a character has where none is given."""
        return {look.character_id: look for look in self.looks.values() if look.is_usual}


def load(project_id: int, *, forgiven_at: Any = None) -> Film:
    """Load a film. Failures older than `forgiven_at` (of the open run, when None) are left out."""
    whose = Q(project=OuterRef("pk")) | Q(project=None, library=OuterRef("library"))
    limited = Budget.objects.filter(whose, is_daily=False, micros__gt=0)
    projects = Project.objects.select_related("narrator", "library").annotate(has_budget=Exists(limited))
    project = projects.get(pk=project_id)
    segments = list(Segment.objects.filter(project=project_id).order_by("position"))
    scenes = list(Scene.objects.filter(project=project_id).order_by("position"))
    shots = list(Shot.objects.filter(scene__project=project_id).order_by("scene__position", "position"))
    castings = list(
        Casting.objects.filter(
            Q(project=project_id) | Q(scene__project=project_id) | Q(shot__scene__project=project_id)
        ).order_by("position", "pk")
    )
    entity_ids = {casting.entity_id for casting in castings}
    entity_ids |= {segment.speaker_id for segment in segments if segment.speaker_id}
    entity_ids |= {scene.set_id for scene in scenes if scene.set_id}
    characters = {row.pk: row for row in Character.everything.filter(pk__in=entity_ids)}
    looks = {row.pk: row for row in Look.objects.filter(character__in=characters)}
    film = Film(
        project=project,
        segments=segments,
        scenes=scenes,
        shots=shots,
        characters=characters,
        sets={row.pk: row for row in Set.everything.filter(pk__in=entity_ids)},
        props={row.pk: row for row in Prop.everything.filter(pk__in=entity_ids)},
        looks=looks,
        castings=[casting for casting in castings if casting.project_id],
        scene_castings=_grouped(castings, "scene_id"),
        shot_castings=_grouped(castings, "shot_id"),
        slots=_slots(project_id, entity_ids, looks),
        offers=offers_of(project.library_id),
        voices=_voices(project.library),
        guides=_guides(entity_ids),
    )
    _add_jobs(film, forgiven_at)
    film.may_spend = project.has_budget or bool(film.run and film.run.budget_micros)
    return film


def load_entities(library: Library, entity_ids: set[int]) -> Film:
    """Load entities, whole, as a film without a story or a style would show them: for what no film uses (yet).

    Its project is a blank one that is not stored. With `dataclasses.replace` it becomes the same entities as a real
    film would have them drawn, at no further query.
    """
    characters = {row.pk: row for row in Character.everything.filter(pk__in=entity_ids)}
    looks = {row.pk: row for row in Look.objects.filter(character__in=characters)}
    return Film(
        project=Project(library=library),
        segments=[],
        scenes=[],
        shots=[],
        characters=characters,
        sets={row.pk: row for row in Set.everything.filter(pk__in=entity_ids)},
        props={row.pk: row for row in Prop.everything.filter(pk__in=entity_ids)},
        looks=looks,
        castings=[],
        scene_castings={},
        shot_castings={},
        slots=_slots(0, entity_ids, looks),
        offers=offers_of(library.pk),
        voices=_voices(library),
        guides=_guides(entity_ids),
    )


def offers_of(library_id: int) -> list[ModelOffer]:
    """Every model; one that the library does not want, or whose vendor it cannot ask, counts as switched off."""
    vendor = Vendor.objects.filter(key=OuterRef("vendor"))
    rows = ModelOffer.objects.annotate(
        is_unwanted=Exists(SwitchedOff.objects.filter(library=library_id, offer=OuterRef("pk"))),
        is_shut=Exists(vendor.filter(is_on=False)),
        variable=Subquery(vendor.values("variable")[:1]),
        has_key=Exists(VendorKey.objects.filter(library=library_id, vendor=OuterRef("vendor"), name="")),
    )
    # Hundreds of models come with the studio, and most libraries have keys for a few of their vendors.
    given = [name for name in os.environ if vault.from_environment(name)]
    rows = rows.filter(
        Q(has_key=True)
        | Q(Exists(vendor.filter(settings__needs_key=False)))
        | Q(variable__isnull=True)
        | Q(variable="")
        | Q(variable__in=given)
    )
    offers = list(rows.exclude(is_shut=True))
    for offer in offers:
        offer.is_on = offer.is_on and not offer.is_unwanted
    return [*offers]


def _grouped(castings: Iterable[Casting], name: str) -> dict[int, list[Casting]]:
    found: dict[int, list[Casting]] = defaultdict(list)
    for casting in castings:
        if owner := getattr(casting, name):
            found[owner].append(casting)
    return found


def _slots(project_id: int, entity_ids: set[int], looks: dict[int, Look]) -> dict[Place, Slot]:
    rows = Slot.objects.filter(
        Q(project=project_id)
        | Q(scene__project=project_id)
        | Q(segment__project=project_id)
        | Q(shot__scene__project=project_id)
        | Q(entity__in=entity_ids)
        | Q(look__in=looks)
    ).select_related("selected_take__asset")
    rows = rows.exclude(role__in=Slot.ASIDE)
    return {(*slot.owner, slot.role, slot.variant): slot for slot in rows}


def _voices(library: Library) -> dict[int, Voice]:
    rows = Voice.everything.filter(Q(library=None) | Q(library=library)).order_by("pk")
    return {voice.pk: voice for voice in rows}


def _guides(entity_ids: set[int]) -> dict[int, list[Asset]]:
    rows = (
        Entity.everything.filter(pk__in=entity_ids, guide_images__isnull=False)
        .order_by("guide_images__position")
        .values_list("pk", "guide_images__asset")
    )
    assets = Asset.objects.in_bulk([asset_id for _, asset_id in rows])
    found: dict[int, list[Asset]] = defaultdict(list)
    for entity_id, asset_id in rows:
        found[entity_id].append(assets[asset_id])
    return found


def _add_jobs(film: Film, forgiven_at: Any) -> None:
    slot_ids = [slot.pk for slot in film.slots.values()]
    library_id = film.project.library_id
    own = Q(project=film.project)
    wanted = (Q(library=library_id) | own) & Q(state__in=Job.ACTIVE) | own & Q(state=Job.State.FAILED)
    rows = Job.objects.filter(wanted).exclude(slot__role__in=Slot.ASIDE)
    jobs = list(rows.annotate(entity_library=F("slot__entity__library")).order_by("pk"))
    for job in jobs:
        if job.state == Job.State.FAILED:
            continue
        if job.library_id == library_id:
            film.active_digests.add(job.recipe_digest)
        if (film.project.pk and job.project_id == film.project.pk) or job.entity_library == library_id:
            film.active[job.slot_id] = job
    film.run = Run.objects.filter(project=film.project).order_by("-pk").first()
    if forgiven_at is None and film.run is not None and film.run.state in Run.OPEN:
        forgiven_at = film.run.forgiven_at
    failed = (job for job in jobs if job.state == Job.State.FAILED)
    _count_failures(film, (job for job in failed if _is_since(job, forgiven_at)), set(slot_ids))


def _is_since(job: Job, moment: Any) -> bool:
    """Tell whether a job ended at a moment or after it; any job does where there is none."""
    return moment is None or (job.finished_at is not None and job.finished_at >= moment)


def _count_failures(film: Film, failed: Iterable[Job], slot_ids: set[int]) -> None:
    grouped: dict[tuple[int, str], list[Job]] = defaultdict(list)
    for job in failed:
        if job.slot_id in slot_ids:
            grouped[job.slot_id, job.recipe_digest].append(job)
    film.failures = {key: _failure(key[1], jobs) for key, jobs in grouped.items()}


def _failure(digest: str, jobs: Sequence[Job]) -> Failure:
    last = jobs[-1]
    return Failure(digest, len(jobs), any(job.is_permanent for job in jobs), last.error_code, last.error_detail)
