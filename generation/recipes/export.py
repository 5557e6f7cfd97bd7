"""The recipe of a film as it leaves: which clips, from when to when, with which sound and words."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from generation import cards
from generation.film import Film
from generation.media.formats import Format, format_for, parted
from generation.models import Asset, Slot
from generation.recipes import finishing, framing
from generation.recipes.base import NotYet, Recipe
from projects.models import Scene, Segment, Shot


def export(film: Film, slot: Slot) -> Recipe:
    if not film.is_timed or not film.shots:
        raise NotYet("the film's times")
    shape, quality, platform = parted(slot.variant)
    chosen = format_for(shape, quality, platform)
    return Recipe(
        "",
        "assembly-2",
        {
            "format": chosen.key,
            "frames": f"{chosen.width}x{chosen.height}@{chosen.rate}",
            # Alike in every format.
            "shots": film.once(("shots",), lambda: [_seen(film, shot) for shot in film.shots]),
            "speech": film.once(("spoken",), lambda: [_spoken(film, segment) for segment in film.spoken]),
            "music": _sha(film, "project", film.project.pk, Slot.Role.MUSIC),
            "effects": [_under(film, scene) for scene in film.scenes],
            "captions": caption_style(film),
            "cards": cards.facts(film),
            "length_ms": film.length_ms,
            **_gains(film),
            **framing.facts(film, shape),
            **_kept_clear(chosen),
        },
    )


def _gains(film: Film) -> dict[str, Any]:
    """Return what was turned up or down; nothing where nothing was, so that older films stay as they are."""
    project = film.project
    gains = {"music": project.music_gain_db, "effects": project.effects_gain_db}
    return {"gains_db": gains} if any(gains.values()) else {}


def _kept_clear(chosen: Format) -> dict[str, Any]:
    """Return what a platform covers, so that a film is out of date once that changes; nothing for none."""
    return {"kept_clear": list(astuple(chosen.safe_zone))} if chosen.platform else {}


def _seen(film: Film, shot: Shot) -> list[Any]:
    take = finishing.seen(film, shot)
    sound = finishing.foley(film, shot)
    seen = [take.asset.sha256 if take else "", *film.span_ms[shot.pk], transition(film, shot)]
    return [*seen, shot.card, shot.caption_place, clip_in_ms(film, shot), *([sound.sha256] if sound else [])]


def clip_in_ms(film: Film, shot: Shot) -> int:
    """Return from where on a shot's clip is seen: as chosen, but never so late that the clip ends before the shot."""
    return min(shot.clip_in_ms, spare_ms(film, shot))


def spare_ms(film: Film, shot: Shot) -> int:
    """Return how much of a shot's clip is not seen; 0 without a clip. The film must be timed."""
    take = finishing.seen(film, shot)
    start, end = film.span_ms[shot.pk]
    return max(0, (take.asset.duration_ms or 0) - (end - start)) if take else 0


NO_CAPTIONS = "none"
"""A caption style: nothing is written into the picture. The files with the captions come all the same."""


def caption_style(film: Film) -> str:
    """Return how captions look: as the film says, else as its style does."""
    return str(film.project.caption_style or film.style.get("captions", ""))


def transition(film: Film, shot: Shot) -> str:
    """Return how a shot begins: the first of a scene as the scene does, the first of the film by a cut."""
    if shot.pk == film.shots[0].pk:
        return "cut"
    first = film.shots_by_scene[shot.scene_id][0].pk == shot.pk
    scene: Scene = film.scene_by_id[shot.scene_id]
    return scene.transition if first and shot.transition == "cut" else shot.transition


def _spoken(film: Film, segment: Segment) -> list[Any]:
    return [finishing.heard(film, segment).sha256, film.segment_starts[film.segment_index[segment.pk]]]


def _under(film: Film, scene: Scene) -> list[Any]:
    return [_sha(film, "scene", scene.pk, Slot.Role.EFFECTS), *film.scene_span_ms(scene)]


def _sha(film: Film, owner: str, owner_id: int, role: str) -> str:
    take = film.take(owner, owner_id, role)
    asset: Asset | None = take.asset if take else None
    return asset.sha256 if asset else ""
