"""Lines, sentences and pauses: added, divided, moved, taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from projects.editing.fields import merge
from projects.editing.order import NotPossible, moved, remove, renumber
from projects.journal import PARKED, recorded
from projects.models import Edit, Segment, Shot


def change_line(
    segment: Segment, values: Mapping[str, Any], *, was: Mapping[str, Any], by_id: int | None, label: str
) -> Edit | None:
    """Store what somebody wrote of a line: text, direction, `speaker_id` (None: the narrator), pauses, sounds.

    Shots and effects stay with their words; a shot for which no word is left is taken out. Raise `Conflict` as `change`
    does, `NotPossible` for a line without words.
    """
    with recorded(segment.project_id, label, by_id) as recording:
        fresh: Segment = Segment.objects.get(pk=segment.pk)
        before = fresh.text.split()
        changed = merge(fresh, values, was)
        if fresh.kind != Segment.Kind.PAUSE and not fresh.text.split():
            raise NotPossible(_("A line has words. To be rid of it, remove it."))
        if "speaker_id" in changed:
            _name_speaker(fresh)
        if "text" in changed and "sounds" not in changed:
            fresh.sounds = [{**sound, "word": _word_now(sound["word"], before, fresh)} for sound in fresh.sounds]
        fresh.save()
        if "text" in changed:
            _keep_shots_at_their_words(fresh, before)
    return recording.edit


def _name_speaker(segment: Segment) -> None:
    """Make a line of narration that somebody says, and narration of a line that the narrator says."""
    speaker = segment.speaker
    segment.kind = Segment.Kind.LINE if speaker else Segment.Kind.NARRATION
    segment.speaker_name = speaker.name if speaker else ""


def _keep_shots_at_their_words(segment: Segment, before: Sequence[str]) -> None:
    shots = list(Shot.objects.filter(segment=segment).order_by("from_word"))
    free, last, gone = 0, len(segment.text.split()), []
    for shot in shots:
        word = max(free, _word_now(shot.from_word, before, segment) if shot.from_word else 0)
        if word >= last:
            gone.append(shot)
            continue
        free = word + 1
        if word != shot.from_word:
            Shot.objects.filter(pk=shot.pk).update(from_word=word)
    remove(gone)
    if gone:
        renumber(list(Shot.objects.filter(scene=gone[0].scene_id)))


def _word_now(word: int, before: Sequence[str], segment: Segment) -> int:
    """Return where a word of the old text stands in the new one; for one that is gone, where its place is."""
    now = segment.text.split()
    for _kind, first, end, there, there_end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if first <= word < end:
            return min(there + word - first, max(there, there_end - 1), max(0, len(now) - 1))
    return max(0, len(now) - 1)


def add_segment(after: Segment, *, by_id: int | None, **fields: Any) -> Segment:
    """Add a line, a sentence or a pause after another one, in its scene."""
    with recorded(after.project_id, "Add a line", by_id):
        return _insert(after, fields)


def _insert(after: Segment, fields: dict[str, Any]) -> Segment:
    fresh: Segment = Segment.objects.create(
        project_id=after.project_id, scene_id=after.scene_id, position=PARKED, **fields
    )
    rows = [row for row in Segment.objects.filter(project=after.project_id) if row.pk != fresh.pk]
    at = next(index + 1 for index, row in enumerate(rows) if row.pk == after.pk)
    renumber([*rows[:at], fresh, *rows[at:]])
    return fresh


def split_segment(segment: Segment, word: int, *, by_id: int | None) -> Segment:
    """Divide a line at a word. Raise `NotPossible` where one half would be empty."""
    words = segment.text.split()
    if not 0 < word < len(words):
        raise NotPossible(_("A line is divided between two of its words."))
    with recorded(segment.project_id, "Divide a line", by_id):
        first, second = " ".join(words[:word]), " ".join(words[word:])
        fields = {name: getattr(segment, name) for name in ("kind", "speaker", "speaker_name", "direction")}
        later = [{**sound, "word": sound["word"] - word} for sound in segment.sounds if sound["word"] >= word]
        fresh = _insert(segment, {**fields, "text": second, "sounds": later})
        Segment.objects.filter(pk=segment.pk).update(
            text=first, sounds=[sound for sound in segment.sounds if sound["word"] < word]
        )
        for shot in Shot.objects.filter(segment=segment, from_word__gte=word):
            Shot.objects.filter(pk=shot.pk).update(segment=fresh, from_word=shot.from_word - word)
    return fresh


def remove_segment(segment: Segment, *, by_id: int | None) -> Edit | None:
    """Take a line out. The shots that began in it begin with the next line of the scene, or go where one is there.

    Raise `NotPossible` for the only line of a scene.
    """
    with recorded(segment.project_id, "Remove a line", by_id) as recording:
        rows = list(Segment.objects.filter(scene=segment.scene_id))
        if len(rows) < 2:
            raise NotPossible(_("A scene has at least one line. Remove the scene instead."))
        following = next((row for row in rows if row.position > segment.position), None)
        _let_shots_go(segment, following)
        remove([segment])
        renumber(list(Segment.objects.filter(project=segment.project_id)))
    return recording.edit


def _let_shots_go(segment: Segment, following: Segment | None) -> None:
    """Find new beginnings for the shots that began in a line that goes."""
    shots = list(Shot.objects.filter(segment=segment))
    taken = following is not None and Shot.objects.filter(segment=following, from_word=0).exists()
    heir = None if following is None or taken else next(iter(shots), None)
    if heir is not None:
        heir.segment, heir.from_word = following, 0
        heir.save(update_fields=["segment", "from_word"])
    gone = [shot for shot in shots if shot is not heir]
    scene_id = segment.scene_id
    if scene_id and gone and len(gone) == Shot.objects.filter(scene=scene_id).count():
        raise NotPossible(_("All shots of this scene begin in this line. Divide another line first."))
    remove(gone)
    if scene_id:
        renumber(list(Shot.objects.filter(scene=scene_id)))


def move_segment(segment: Segment, to: int, *, by_id: int | None) -> Edit | None:
    """Say a line earlier or later within its scene; `to` counts the scene's lines. Shots keep their places in time."""
    with recorded(segment.project_id, "Move a line", by_id) as recording:
        rows = list(Segment.objects.filter(scene=segment.scene_id))
        ordered = moved(rows, next(row for row in rows if row.pk == segment.pk), to)
        at = {row.pk: index for index, row in enumerate(ordered)}
        places = {row.pk: ordered[index] for index, row in enumerate(rows)}
        for shot in Shot.objects.filter(scene=segment.scene_id).select_related("segment"):
            Shot.objects.filter(pk=shot.pk).update(segment=places[shot.segment_id])
        everything = list(Segment.objects.filter(project=segment.project_id))
        first = min(everything.index(row) for row in everything if row.pk in at)
        others = [row for row in everything if row.pk not in at]
        renumber([*others[:first], *ordered, *others[first:]])
    return recording.edit
