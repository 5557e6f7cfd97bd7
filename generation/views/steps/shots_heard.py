"""The words that are heard while shots are seen: what a shot is trimmed and divided by."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.film import Film
from projects.models import Segment, Shot


@dataclass(frozen=True)
class Word:
    """One word that is heard, or a pause. `at` names its place: the line's row and the word's number."""

    at: str
    text: str
    speaker: str
    is_before: bool
    is_first: bool
    can_begin: bool
    can_divide: bool


def heard(film: Film, shot: Shot) -> str:
    """Return the words that are heard while a shot is seen, as the script has them."""
    index = film.shot_index[shot.pk]
    following = film.shots[index + 1] if index + 1 < len(film.shots) else None
    pieces = []
    for position in film.segments_of(shot):
        segment = film.segments[position]
        words = segment.text.split()
        end = following.from_word if following and following.segment_id == segment.pk else len(words)
        pieces.append(" ".join(words[shot.from_word if segment.pk == shot.segment_id else 0 : end]))
    return " ".join(filter(None, pieces))


def words_around(film: Film, shot: Shot) -> tuple[Word, ...]:
    """Return every word at which a shot could begin, or could be divided: from the shot before it to its own end."""
    rows = film.shots_by_scene[shot.scene_id]
    at = next(index for index, row in enumerate(rows) if row.pk == shot.pk)
    start = _place(film, shot)
    first = _place(film, rows[at - 1]) if at else start
    end = _place(film, rows[at + 1]) if at + 1 < len(rows) else (len(film.segments), 0)
    found = []
    speaker = ""
    for index in range(first[0], len(film.segments)):
        segment = film.segments[index]
        if segment.scene_id != shot.scene_id or (index, 0) >= end:
            break
        for number, text in enumerate(_texts(segment)):
            here = (index, number)
            if not first <= here < end:
                continue
            name = segment.speaker_name
            word = Word(
                at=f"{segment.pk}:{number}",
                text=text,
                speaker=name if name != speaker else "",
                is_before=here < start,
                is_first=here == start,
                can_begin=bool(at) and here > first and here != start,
                can_divide=here > start,
            )
            speaker = name
            found.append(word)
    return tuple(found)


def _place(film: Film, shot: Shot) -> tuple[int, int]:
    return film.segment_index[shot.segment_id], shot.from_word


def _texts(segment: Segment) -> list[str]:
    if segment.kind == Segment.Kind.PAUSE:
        return [_("(pause %s s)") % f"{segment.pause_ms / 1000:.1f}"]
    return segment.text.split() or ["…"]
