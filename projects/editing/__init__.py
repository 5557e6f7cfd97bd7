"""A film's plan, changed by hand: scenes, lines and shots added, moved, divided, joined, trimmed, removed.

Nothing here is final. What is removed keeps its takes and can be put back; the identity of a row never changes, only
its place. Sound is the clock, so a shot that goes leaves its time to the one before it, and one that is moved takes the
time of the place it moves to.
"""

from __future__ import annotations

from .casts import cast_in_scene, cast_in_shot, dress_in_scene, uncast, uncast_from_scene
from .fields import SCENE_FIELDS, SEGMENT_FIELDS, SHOT_FIELDS, change
from .lines import add_segment, change_line, move_segment, remove_segment, split_segment
from .order import NotPossible
from .people import cast_in_film, is_used, merge_people, uncast_from_film
from .scenes import add_scene, duplicate_scene, merge_scene, move_scene, remove_scene, split_scene
from .several import change_shots, remove_shots
from .shots import add_shot, duplicate_shot, merge_shot, move_shot, remove_shot, split_shot, trim_shot

__all__ = [
    "SCENE_FIELDS",
    "SEGMENT_FIELDS",
    "SHOT_FIELDS",
    "NotPossible",
    "add_scene",
    "add_segment",
    "add_shot",
    "cast_in_film",
    "cast_in_scene",
    "cast_in_shot",
    "change",
    "change_line",
    "change_shots",
    "dress_in_scene",
    "duplicate_scene",
    "duplicate_shot",
    "is_used",
    "merge_people",
    "merge_scene",
    "merge_shot",
    "move_scene",
    "move_segment",
    "move_shot",
    "remove_scene",
    "remove_segment",
    "remove_shot",
    "remove_shots",
    "split_scene",
    "split_segment",
    "split_shot",
    "trim_shot",
    "uncast",
    "uncast_from_film",
    "uncast_from_scene",
]
