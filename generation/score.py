"""What a film asks of music and effects, and when: the moods of its scenes and the sounds that its words bring."""

from __future__ import annotations

from typing import Any

from generation.film import Film
from projects.models import Scene

ENERGY = {
    "joyful": 0.7, "playful": 0.6, "tense": 0.65, "scary": 0.6, "epic": 0.9, "action": 0.95, "angry": 0.8, "sad": 0.3,
    "tender": 0.35, "calm": 0.25, "mysterious": 0.4, "wonder": 0.55, "lonely": 0.25, "romantic": 0.4, "funny": 0.6,
}  # fmt: skip
"""How much happens in music of a mood, 0 to 1; a mood that is not here has `USUAL_ENERGY`."""

USUAL_ENERGY = 0.5


def sections(film: Film) -> list[dict[str, Any]]:
    """Return the film's stretches of one mood, in order, without a gap: neighbouring scenes that feel alike are one.

    They are reckoned from what is heard, so that a shot that moves within its scene changes no music.
    """
    found: list[dict[str, Any]] = []
    for scene, start, end in heard_scenes(film):
        mood = scene.music or scene.mood or film.project.mood
        if found and found[-1]["mood"] == mood:
            found[-1]["end_ms"] = end
            continue
        energy = ENERGY.get(mood.casefold(), USUAL_ENERGY)
        found.append({"start_ms": start, "end_ms": end, "mood": mood, "energy": energy})
    return found


def heard_scenes(film: Film) -> list[tuple[Scene, int, int]]:
    """Return every scene that is heard, with its start and its end in milliseconds."""
    starts: dict[int, int] = {}
    for index, segment in enumerate(film.segments):
        if segment.scene_id:
            starts.setdefault(segment.scene_id, film.segment_starts[index] if starts else 0)
    scenes = [scene for scene in film.scenes if scene.pk in starts]
    bounds = [*(starts[scene.pk] for scene in scenes), film.length_ms]
    return [(scene, start, end) for scene, start, end in zip(scenes, bounds, bounds[1:], strict=False) if end > start]


def cues(film: Film, scene: Scene) -> list[dict[str, Any]]:
    """Return the sounds that happen in a scene, in order, each with its moment from the scene's start."""
    start, end = film.scene_span_ms(scene)
    found = []
    for index, segment in film.segments_by_scene.get(scene.pk, ()):
        for sound in segment.sounds:
            at = film.moment_of(index, int(sound.get("word", 0))) - start
            if 0 <= at < end - start:
                found.append({"sound": str(sound["sound"]), "at_ms": at})
    return sorted(found, key=lambda cue: (cue["at_ms"], cue["sound"]))
