"""The fields of a row, changed one by one, so that two people who change different ones both get their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from projects.journal import Conflict, recorded
from projects.models import Casting, Edit, Project, Scene, Segment, Shot

SHOT_FIELDS = (
    "action", "size", "angle", "move", "lens", "focus", "transition", "lead_ms", "card", "caption_place", "prompt",
    "clip_in_ms", "framing",
)  # fmt: skip
SCENE_FIELDS = ("heading", "summary", "set", "time_of_day", "weather", "mood", "music", "sounds", "transition")
SEGMENT_FIELDS = ("text", "speaker", "direction", "pause_before_ms", "pause_ms", "sounds")


def change(
    row: Project | Scene | Segment | Shot | Casting,
    values: Mapping[str, Any],
    *,
    was: Mapping[str, Any],
    by_id: int | None,
    label: str,
) -> Edit | None:
    """Store `values` of a row. `was` is what the user saw before changing them.

    Two people may change different fields of one row. Raise `Conflict` where both changed the same one: then nothing
    is stored, and it says what the other one wrote.
    """
    with recorded(project_of(row), label, by_id) as recording:
        fresh = type(row)._base_manager.get(pk=row.pk)
        changed = merge(fresh, values, was)
        if changed:
            fresh.save(update_fields=changed)
    return recording.edit


def merge(fresh: Any, values: Mapping[str, Any], was: Mapping[str, Any]) -> list[str]:
    """Put what the user changed into a row as it is now; return what that was. Raise `Conflict` as `change` does."""
    changed = {name: value for name, value in values.items() if value != was.get(name)}
    theirs = {name: getattr(fresh, name) for name in changed}
    lost = {
        name: (theirs[name], value)
        for name, value in changed.items()
        if theirs[name] != was.get(name) and theirs[name] != value
    }
    if lost:
        raise Conflict(lost)
    for name, value in changed.items():
        setattr(fresh, name, value)
    return list(changed)


def project_of(row: Project | Scene | Segment | Shot | Casting) -> int:
    """Return the film that a row belongs to."""
    if isinstance(row, Project):
        return row.pk
    if isinstance(row, Casting):
        owner = row.shot or row.scene
        return project_of(owner) if owner else row.project_id or 0
    return row.scene.project_id if isinstance(row, Shot) else row.project_id
