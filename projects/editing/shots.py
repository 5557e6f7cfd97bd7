"""Shots: moved, divided, doubled, joined, trimmed, taken out."""

from __future__ import annotations

from django.utils.translation import gettext as _

from projects.editing.fields import SHOT_FIELDS
from projects.editing.order import NotPossible, moved, remove, renumber
from projects.journal import PARKED, recorded
from projects.models import MOST_LEAD_MS, Casting, Edit, Segment, Shot


def move_shot(shot: Shot, to: int, *, by_id: int | None) -> Edit | None:
    """Show a shot at another place of its scene. Places keep their times; the shots change places."""
    with recorded(shot.scene.project_id, "Move a shot", by_id) as recording:
        rows = list(Shot.objects.filter(scene=shot.scene_id))
        times = [(row.segment_id, row.from_word, row.lead_ms) for row in rows]
        ordered = moved(rows, next(row for row in rows if row.pk == shot.pk), to)
        for row, (segment_id, from_word, lead_ms) in zip(ordered, times, strict=True):
            row.segment_id, row.from_word, row.lead_ms = segment_id, from_word, lead_ms
        Shot.everything.bulk_update(ordered, ["segment", "from_word", "lead_ms"], batch_size=500)
        renumber(ordered)
    return recording.edit


def split_shot(shot: Shot, segment: Segment, word: int, *, by_id: int | None, label: str = "Divide a shot") -> Shot:
    """Divide a shot at a word: what comes from there on is a new shot, alike in everything but its name.

    Raise `NotPossible` unless the word is heard during the shot, after its first.
    """
    with recorded(shot.scene.project_id, label, by_id):
        return _split(shot, segment, word)


def _split(shot: Shot, segment: Segment, word: int) -> Shot:
    rows = list(Shot.objects.filter(scene=shot.scene_id).select_related("segment"))
    at = next(index for index, row in enumerate(rows) if row.pk == shot.pk)
    here = (segment.position, word)
    after = [(rows[at + 1].segment.position, rows[at + 1].from_word)] if at + 1 < len(rows) else []
    starts = (rows[at].segment.position, rows[at].from_word)
    if segment.scene_id != shot.scene_id or here <= starts or any(here >= end for end in after):
        raise NotPossible(_("A shot is divided at a word that is heard while it is seen."))
    fresh = copy_of(rows[at], segment, word, position=PARKED + at)
    renumber([*rows[: at + 1], fresh, *rows[at + 1 :]])
    return fresh


def duplicate_shot(shot: Shot, *, by_id: int | None) -> Shot:
    """Make another shot like this one right after it; the two share its time, divided at the word nearest its middle.

    Raise `NotPossible` for a shot of a single word: there is no time to share.
    """
    with recorded(shot.scene.project_id, "Duplicate a shot", by_id):
        return _split(shot, *_middle(shot))


def add_shot(after: Shot, *, by_id: int | None) -> Shot:
    """Make a plain shot with nobody in it right after another one; the two share that one's time.

    Raise `NotPossible` after a shot of a single word: there is no time to share.
    """
    with recorded(after.scene.project_id, "Add a shot", by_id):
        fresh = _split(after, *_middle(after))
        Casting.objects.filter(shot=fresh).delete()
        plain = Shot()
        Shot.objects.filter(pk=fresh.pk).update(**{name: getattr(plain, name) for name in SHOT_FIELDS})
    return fresh


def _middle(shot: Shot) -> tuple[Segment, int]:
    words = _words_of(shot)
    if len(words) < 2:
        raise NotPossible(_("This shot lasts a single word: there is no time to share. Add a pause first."))
    return words[len(words) // 2]


def merge_shot(shot: Shot, *, by_id: int | None) -> Edit | None:
    """Join a shot with the next one: this one is seen for both. Raise `NotPossible` for the last of a scene."""
    following = Shot.objects.filter(scene=shot.scene_id, position__gt=shot.position).first()
    if following is None:
        raise NotPossible(_("This is the last shot of its scene: there is none to join it with."))
    return remove_shot(following, by_id=by_id, label="Join two shots")


def remove_shot(shot: Shot, *, by_id: int | None, label: str = "Remove a shot") -> Edit | None:
    """Take a shot out; the one before it is seen longer, or the one after it earlier.

    Raise `NotPossible` for the only shot of a scene.
    """
    with recorded(shot.scene.project_id, label, by_id) as recording:
        rows = list(Shot.objects.filter(scene=shot.scene_id))
        if len(rows) < 2:
            raise NotPossible(_("A scene has at least one shot. Remove the scene instead."))
        at = next(index for index, row in enumerate(rows) if row.pk == shot.pk)
        if at == 0:
            heir = rows[1]
            heir.segment_id, heir.from_word, heir.lead_ms = rows[0].segment_id, rows[0].from_word, rows[0].lead_ms
            heir.save(update_fields=["segment", "from_word", "lead_ms"])
        remove([rows[at]])
        renumber([row for row in rows if row.pk != shot.pk])
    return recording.edit


def trim_shot(shot: Shot, segment: Segment, word: int, lead_ms: int, *, by_id: int | None) -> Edit | None:
    """Let a shot begin at another word, `lead_ms` from it. The shot before it is seen longer or shorter.

    Raise `NotPossible` where it would begin before the one before it or after the one after it.
    """
    with recorded(shot.scene.project_id, "Trim a shot", by_id) as recording:
        rows = list(Shot.objects.filter(scene=shot.scene_id).select_related("segment"))
        at = next(index for index, row in enumerate(rows) if row.pk == shot.pk)
        here = (segment.position, word)
        before = [(rows[at - 1].segment.position, rows[at - 1].from_word)] if at else []
        after = [(rows[at + 1].segment.position, rows[at + 1].from_word)] if at + 1 < len(rows) else []
        if segment.scene_id != shot.scene_id or any(here <= start for start in before):
            raise NotPossible(_("A shot begins after the one before it, in its own scene."))
        if any(here >= end for end in after):
            raise NotPossible(_("A shot begins before the one after it."))
        if not at and here != (rows[0].segment.position, rows[0].from_word):
            raise NotPossible(_("The first shot begins where its scene begins."))
        rows[at].segment, rows[at].from_word = segment, word
        rows[at].lead_ms = min(MOST_LEAD_MS, max(-MOST_LEAD_MS, lead_ms))
        rows[at].save(update_fields=["segment", "from_word", "lead_ms"])
    return recording.edit


def copy_of(shot: Shot, segment: Segment, word: int, *, position: int, scene_id: int | None = None) -> Shot:
    """Make a shot that is alike in everything but where it begins, in the same scene unless another one is given."""
    fields = {name: getattr(shot, name) for name in SHOT_FIELDS if name not in {"lead_ms", "card", "transition"}}
    fresh: Shot = Shot.objects.create(
        scene_id=scene_id or shot.scene_id, position=position, segment=segment, from_word=word, **fields
    )
    _copy_castings(shot, fresh)
    return fresh


def _copy_castings(shot: Shot, fresh: Shot) -> None:
    castings = list(shot.castings.all())
    for casting in castings:
        casting.pk, casting.shot = None, fresh
        casting._state.adding = True
    Casting.objects.bulk_create(castings)


def _words_of(shot: Shot) -> list[tuple[Segment, int]]:
    """Return every word that is heard while a shot is seen; a pause counts as one."""
    segments = list(Segment.objects.filter(scene=shot.scene_id, position__gte=shot.segment.position))
    following = Shot.objects.filter(scene=shot.scene_id, position__gt=shot.position).select_related("segment").first()
    end = (following.segment.position, following.from_word) if following else (PARKED, 0)
    words = [(segment, word) for segment in segments for word in range(max(1, len(segment.text.split())))]
    start = (shot.segment.position, shot.from_word)
    return [(segment, word) for segment, word in words if start <= (segment.position, word) < end]
