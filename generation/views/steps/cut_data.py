"""The cut as plain values for a browser that plays it: what is seen on which frames, what is heard when.

It follows the same film, frame grid and rules as the film that is made of it (`generation.cut`), without opening a
single file. Lines without a voice are given the time they will about take, so that a film can be looked at while it
is still being changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from generation import cut, graph, recipes
from generation.film import Film
from generation.graph import State
from generation.media.formats import Format, format_for
from generation.models import Asset, Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.steps.base import Studio
from generation.views.steps.cut_captions import captions
from projects import timing
from projects.models import Scene, Segment, Shot

Plain = dict[str, Any]

_WORD_MS: Final = 400
"""What a word takes to say, about: 150 words a minute."""


def timeline(studio: Studio) -> Plain:
    """Return the whole cut. A film without shots has none: its `shots` are empty."""
    film = with_guessed_times(studio.film)
    fmt = format_of(film)
    bounds = timing.frame_bounds(film.bounds_ms, fmt.rate)
    shots = [
        _shot(film, studio.graph, shot, start, frames, fmt)
        for shot, start, frames in zip(film.shots, bounds, timing.lengths(bounds), strict=False)
    ]
    style = recipes.caption_style(film)
    return {
        "id": film.project.pk,
        "title": wording.title(film.project),
        "shape": film.project.shape,
        "width": fmt.width,
        "height": fmt.height,
        "rate": [fmt.rate.numerator, fmt.rate.denominator],
        "frames": bounds[-1] if film.shots else 0,
        "length_ms": film.length_ms,
        "may_edit": studio.may_edit,
        "is_timed": film.is_timed,
        "scenes": [_scene(film, scene) for scene in film.scenes if film.shots_by_scene.get(scene.pk)],
        "shots": shots,
        "speech": [_line(film, segment, index) for index, segment in enumerate(film.segments)],
        "music": _music(film),
        "effects": _effects(film),
        "captions": captions(cut.words(film), fmt, style, film.project.language),
    }


def format_of(film: Film) -> Format:
    """Return the format that a film is looked at in."""
    return format_for(film.project.shape, "draft")


def with_guessed_times(film: Film) -> Film:
    """Return the film with a guess for every line that has no voice yet; the film itself where there is none."""
    if film.is_timed:
        return film
    guessed = replace(film)
    guessed.heard = [
        replace(heard, duration_ms=_guess(segment)) if is_silent(film, segment) else heard
        for segment, heard in zip(film.segments, film.heard, strict=True)
    ]
    return guessed


def is_silent(film: Film, segment: Segment) -> bool:
    """Tell whether a line still needs its voice."""
    return segment.kind != Segment.Kind.PAUSE and segment.pk not in film.speech


def anchor_of(shot: Shot) -> str:
    """Return what says where a shot begins, so that a change of it by somebody else is noticed."""
    return f"{shot.segment_id}.{shot.from_word}.{shot.lead_ms}"


def _guess(segment: Segment) -> int:
    return _WORD_MS * max(2, len(segment.text.split()))


def _scene(film: Film, scene: Scene) -> Plain:
    start, end = film.scene_span_ms(scene)
    return {
        "id": scene.pk,
        "number": scene.position + 1,
        "heading": scene.heading,
        "start_ms": start,
        "end_ms": end,
    }


def _shot(film: Film, worked_out: graph.Graph, shot: Shot, start: int, frames: int, fmt: Format) -> Plain:
    scene = film.scene_by_id[shot.scene_id]
    start_ms, end_ms = film.span_ms[shot.pk]
    slot, frame = (film.slot("shot", shot.pk, role) for role in (Slot.Role.CLIP, Slot.Role.FRAME))
    clip, picture = _asset(slot), _asset(frame)
    begins = cut.transition(film, shot, frames, fmt.rate) if frames > 0 else None
    return {
        "id": shot.pk,
        "scene": shot.scene_id,
        "number": f"{scene.position + 1}.{shot.position + 1}",
        "name": cut.shot_name(film, shot),
        "about": shot.action,
        "camera": wording.camera(shot.size, shot.angle, shot.move),
        "start": start,
        "frames": frames,
        "start_ms": start_ms,
        "end_ms": end_ms,
        "clip": media_url(clip),
        "clip_ms": (clip.duration_ms or 0) if clip else 0,
        "is_still": bool(clip and clip.kind == Asset.Kind.IMAGE),
        "poster": media_url(picture),
        "in_ms": recipes.clip_in_ms(film, shot),
        "spare_ms": recipes.spare_ms(film, shot),
        "chosen_in_ms": shot.clip_in_ms,
        "transition": {"kind": recipes.transition(film, shot), "frames": begins.frames} if begins else None,
        "card": _card(film, shot),
        "captions": shot.caption_place,
        "anchor": anchor_of(shot),
        "state": _standing(film, worked_out, slot),
    }


def _asset(slot: Slot | None) -> Asset | None:
    return slot.selected_take.asset if slot and slot.selected_take else None


def _standing(film: Film, worked_out: graph.Graph, slot: Slot | None) -> str:
    """How a shot's clip stands: "ready", "stale", "missing", "working" or "failed"."""
    if slot is None:
        return "missing"
    if slot.pk in film.active:
        return "working"
    state = worked_out.states.get(slot.pk)
    if slot.selected_take is None:
        return "failed" if state is State.FAILED else "missing"
    return "ready" if state is State.FRESH else "stale"


def _card(film: Film, shot: Shot) -> str:
    """What is written over a shot."""
    return film.project.title if shot.card else ""


def _line(film: Film, segment: Segment, index: int) -> Plain:
    """One line, with the moments at which its words are heard; a pause has no words."""
    start = film.segment_starts[index]
    asset = film.speech.get(segment.pk)
    words = asset.details.get("words", ()) if asset else ()
    speaker = film.characters.get(segment.speaker_id or 0)
    return {
        "id": segment.pk,
        "scene": segment.scene_id,
        "kind": segment.kind,
        "speaker": speaker.name if speaker else segment.speaker_name,
        "text": segment.text,
        "start_ms": start,
        "duration_ms": film.heard[index].duration_ms,
        "url": media_url(asset),
        "state": "missing" if is_silent(film, segment) else "ready",
        "words": [[str(text), start + int(begin), start + int(end)] for text, begin, end in words],
    }


def _music(film: Film) -> list[Plain]:
    take = film.take("project", film.project.pk, Slot.Role.MUSIC)
    return [_sound(take.asset, 0, film.length_ms, film.project.music_gain_db)] if take else []


def _effects(film: Film) -> list[Plain]:
    found = []
    for scene in film.scenes:
        take = film.take("scene", scene.pk, Slot.Role.EFFECTS)
        if take and film.shots_by_scene.get(scene.pk):
            start, end = film.scene_span_ms(scene)
            sound = _sound(take.asset, start, end - start, film.project.effects_gain_db)
            found.append({**sound, "label": ", ".join(map(str, scene.sounds))})
    return found


def _sound(asset: Asset, start_ms: int, heard_ms: int, gain_db: float) -> Plain:
    return {
        "url": media_url(asset),
        "start_ms": start_ms,
        "duration_ms": heard_ms,
        "file_ms": asset.duration_ms or 0,
        "gain_db": gain_db,
        "level_lufs": asset.details.get("level_lufs"),
        "label": "",
    }
