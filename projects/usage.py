"""Which films use what of a library, counted by the database: however many films there are, a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from entities.models import Character
from projects.models import Casting, Project, Scene, Segment


@dataclass
class Use:
    """How much one film shows of something."""

    film_id: int
    shots: int = 0
    lines: int = 0


@dataclass
class Uses:
    """Which films use each row, the newest film first."""

    by_row: dict[int, dict[int, Use]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, row_id: int) -> list[Use]:
        """Return the films that use a row, newest first."""
        return sorted(self.by_row.get(row_id, {}).values(), key=lambda use: -use.film_id)

    def newest(self, row_id: int) -> int | None:
        """Return the newest film that uses a row."""
        return max(self.by_row.get(row_id, {}), default=None)

    def film_ids(self) -> set[int]:
        """Return every film that is named."""
        return {film_id for films in self.by_row.values() for film_id in films}

    def add(self, row_id: int, film_id: int | None, *, shots: int = 0, lines: int = 0) -> None:
        """Count something that a film shows or says."""
        if film_id is None:
            return
        use = self.by_row[row_id].setdefault(film_id, Use(film_id))
        use.shots += shots
        use.lines += lines


def of_entities(entity_ids: Collection[int]) -> Uses:
    """Return which films show or hear these entities, in how many shots and lines."""
    uses = Uses()
    for row in _castings(entity_ids):
        uses.add(row["entity"], row["film"], shots=row["shots"])
    for row in _places(entity_ids):
        uses.add(row["set"], row["project"], shots=row["shots"])
    for row in _lines(Segment.objects.filter(speaker__in=entity_ids), "speaker"):
        uses.add(row["speaker"], row["project"], lines=row["lines"])
    return uses


def of_voices(voice_ids: Collection[int], library_ids: Collection[int]) -> Uses:
    """Return which films of some libraries are spoken with these voices. A narrator counts without lines."""
    uses = Uses()
    films = Project.objects.filter(library__in=library_ids)
    for voice_id, film_id in films.filter(narrator__in=voice_ids).values_list("narrator", "pk"):
        uses.add(voice_id or 0, film_id)
    spoken = Segment.objects.filter(project__in=films, speaker__voice__in=voice_ids)
    for row in _lines(spoken, "speaker__voice"):
        uses.add(row["speaker__voice"], row["project"], lines=row["lines"])
    return uses


def speakers_of(voice_ids: Collection[int], library_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the names of the characters that speak with each of the voices."""
    rows = Character.objects.filter(voice__in=voice_ids, library__in=library_ids).order_by("name")
    found: dict[int, list[str]] = defaultdict(list)
    for voice_id, name in rows.values_list("voice", "name"):
        found[voice_id or 0].append(name)
    return found


def _castings(entity_ids: Collection[int]) -> Iterable[dict[str, Any]]:
    kept = Q(project__isnull=False) | Q(scene__removed_at=None, scene__isnull=False)
    kept |= Q(shot__removed_at=None, shot__scene__removed_at=None, shot__isnull=False)
    film = Coalesce("project", "scene__project", "shot__scene__project")
    rows: Any = Casting.objects.filter(kept, entity__in=entity_ids).order_by().values("entity", film=film)
    found: Iterable[dict[str, Any]] = rows.annotate(shots=Count("shot", distinct=True))
    return found


def _places(entity_ids: Collection[int]) -> Iterable[dict[str, Any]]:
    kept = Count("shots", filter=Q(shots__removed_at=None), distinct=True)
    rows: Any = Scene.objects.filter(set__in=entity_ids).order_by().values("set", "project")
    found: Iterable[dict[str, Any]] = rows.annotate(shots=kept)
    return found


def _lines(segments: Any, name: str) -> Iterable[dict[str, Any]]:
    found: Iterable[dict[str, Any]] = segments.order_by().values(name, "project").annotate(lines=Count("pk"))
    return found
