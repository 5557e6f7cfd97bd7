"""The cut as plain values for a browser that plays it: what is seen on which frames, what is heard when.

It is the very cut that the film is made of (`generation.cut`), with links in place of files; none is opened. Lines
without a voice are given the time they will about take, so that a film can be looked at while it is still changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from generation import cut, graph, recipes
from generation.film import Film
from generation.graph import State
from generation.media.formats import Format, format_for
from generation.media.timeline import PictureClip, SoundClip
from generation.models import Asset, Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.steps.base import Studio
from projects import timing
from projects.models import Scene, Segment, Shot

Plain = dict[str, Any]

_NOTHING: Final[Plain] = {
    "frames": 0,
    "fade_out": 0,
    **{name: [] for name in ("scenes", "shots", "speech", "music", "effects")},
    "look": None,
}
_WORD_MS: Final = 400
"""What a word takes to say, about: 150 words a minute."""


def timeline(studio: Studio) -> Plain:
    """Return the whole cut. A film without shots has none: its `shots` are empty."""
    film = with_guessed_times(studio.film)
    fmt = format_of(film)
    facts = {
        "id": film.project.pk,
        "title": wording.title(film.project),
        "shape": film.project.shape,
        "width": fmt.width,
        "height": fmt.height,
        "rate": [fmt.rate.numerator, fmt.rate.denominator],
        "length_ms": film.length_ms,
        "may_edit": studio.may_edit,
        "is_timed": film.is_timed,
    }
    return {**facts, **(_seen_and_heard(film, studio.graph, fmt) if film.shots else _NOTHING)}


def _seen_and_heard(film: Film, worked_out: graph.Graph, fmt: Format) -> Plain:
    # What draws letters takes a while to load; whatever starts the studio need not wait for it.
    from generation.views.steps.cut_captions import written

    files: dict[str, Asset] = {}

    def link(asset: Asset) -> Path:
        files[asset.link] = asset
        return Path(asset.link)

    cut_now = cut.cut(film, fmt, link).timeline
    over = written(cut_now, fmt)
    shots = [shot for shot, frames in zip(film.shots, _lengths(film, fmt), strict=True) if frames > 0]
    return {
        "frames": cut_now.frames,
        "fade_out": cut_now.fade_out_frames,
        "scenes": [_scene(film, scene) for scene in film.scenes if film.shots_by_scene.get(scene.pk)],
        "shots": [
            {**_shot(film, worked_out, shot), **_placed(clip), "card": card, "captions": captions}
            for shot, clip, card, captions in zip(shots, cut_now.picture, over.cards, over.captions, strict=True)
        ],
        "speech": [_line(film, segment, index) for index, segment in enumerate(film.segments)],
        "music": [_sound(clip, files) for clip in cut_now.music.clips],
        "effects": [_sound(clip, files) for clip in cut_now.effects.clips],
        "look": over.look,
    }


def _lengths(film: Film, fmt: Format) -> list[int]:
    return timing.lengths(timing.frame_bounds(film.bounds_ms, fmt.rate))


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


def _shot(film: Film, worked_out: graph.Graph, shot: Shot) -> Plain:
    scene = film.scene_by_id[shot.scene_id]
    start_ms, end_ms = film.span_ms[shot.pk]
    slot, frame = (film.slot("shot", shot.pk, role) for role in (Slot.Role.CLIP, Slot.Role.FRAME))
    clip = _asset(slot)
    return {
        "id": shot.pk,
        "scene": shot.scene_id,
        "number": f"{scene.position + 1}.{shot.position + 1}",
        "about": shot.action,
        "camera": wording.camera(shot.size, shot.angle, shot.move),
        "start_ms": start_ms,
        "end_ms": end_ms,
        "clip_ms": (clip.duration_ms or 0) if clip else 0,
        "is_still": bool(clip and clip.kind == Asset.Kind.IMAGE),
        "poster": media_url(_asset(frame)),
        "spare_ms": recipes.spare_ms(film, shot),
        "chosen_in_ms": shot.clip_in_ms,
        "anchor": anchor_of(shot),
        "state": _standing(film, worked_out, slot),
    }


def _placed(placed: PictureClip) -> Plain:
    """Where a clip is in the film, and how it begins."""
    return {
        "name": placed.clip.name,
        "start": placed.start_frame,
        "frames": placed.frames,
        "clip": str(placed.clip.media or ""),
        "in_ms": placed.clip.source_start_ms,
        "transition": asdict(placed.transition) if placed.transition else None,
    }


def _asset(slot: Slot | None) -> Asset | None:
    return slot.selected_take.asset if slot and slot.selected_take else None


def _standing(film: Film, worked_out: graph.Graph, slot: Slot | None) -> str:
    """How a shot's clip stands: "ready", "stale", "missing", "working" or "failed"."""
    if slot is None:
        return "missing"
    if slot.pk in film.active:
        return "working"
    if slot.selected_take is None:
        return "failed" if slot.pk in {slot_id for slot_id, _ in film.failures} else "missing"
    return "ready" if worked_out.states.get(slot.pk) is State.FRESH else "stale"


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


def _sound(placed: SoundClip, files: Mapping[str, Asset]) -> Plain:
    url = str(placed.clip.media)
    return {
        "url": url,
        "name": placed.clip.name,
        "start_ms": placed.start_ms,
        "duration_ms": placed.duration_ms,
        "file_ms": files[url].duration_ms or 0,
        "gain_db": placed.gain_db,
        "fade_in_ms": placed.fade_in_ms,
        "fade_out_ms": placed.fade_out_ms,
        "level_lufs": placed.level_lufs,
    }
