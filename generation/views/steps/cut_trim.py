"""Where a shot begins when its edge is put somewhere: at the nearest word, and how long before or after it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.film import Film
from generation.views.steps.cut_data import format_of
from projects.editing import NotPossible
from projects.models import MOST_LEAD_MS, Segment, Shot


@dataclass(frozen=True)
class Beginning:
    """A word, and how long after it (or before it, below zero) the picture changes."""

    segment: Segment
    word: int
    lead_ms: int


def beginning_at(film: Film, shot: Shot, at_ms: int) -> Beginning:
    """Return how a shot begins if its picture is to change at `at_ms`, or as near to that as it may.

    It stays between the words at which its neighbours begin, and neighbours keep a frame at least. Raise `NotPossible`
    for the first shot of a film, and where there is no room at all.
    """
    at_ms = _between_neighbours(film, shot, at_ms)
    choices = _words_for(film, shot)
    if not choices:
        raise NotPossible(_("There is no word at which this shot could begin."))
    index, word = min(choices, key=lambda choice: abs(film.moment_of(*choice) - at_ms))
    lead = at_ms - film.moment_of(index, word)
    return Beginning(film.segments[index], word, min(MOST_LEAD_MS, max(-MOST_LEAD_MS, lead)))


def _between_neighbours(film: Film, shot: Shot, at_ms: int) -> int:
    index = film.shot_index[shot.pk]
    if not index:
        raise NotPossible(_("The film begins with this shot."))
    frame_ms = round(1000 / format_of(film).rate)
    earliest, latest = film.bounds_ms[index - 1] + frame_ms, film.bounds_ms[index + 1] - frame_ms
    if earliest > latest:
        raise NotPossible(_("There is no room left to trim: the shots beside this cut are too short."))
    return min(latest, max(earliest, at_ms))


def _words_for(film: Film, shot: Shot) -> list[tuple[int, int]]:
    """Every (line, word) at which a shot may begin: of its scene, after its predecessor's and before its successor's.

    The first shot of a scene begins at the scene's first word; only how long before or after it can change.
    """
    rows = film.shots_by_scene[shot.scene_id]
    at = next(index for index, row in enumerate(rows) if row.pk == shot.pk)
    if not at:
        return [_place(film, rows[at])]
    before = _place(film, rows[at - 1])
    after = _place(film, rows[at + 1]) if at + 1 < len(rows) else (len(film.segments), 0)
    places = [
        (index, word)
        for index, segment in enumerate(film.segments)
        if segment.scene_id == shot.scene_id
        for word in range(max(1, len(film.heard[index].word_starts_ms)))
    ]
    return [place for place in places if before < place < after]


def _place(film: Film, shot: Shot) -> tuple[int, int]:
    return film.segment_index[shot.segment_id], shot.from_word
