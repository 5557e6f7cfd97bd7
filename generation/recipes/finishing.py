"""Recipes of what is done to a clip or a line once it is there, and what the cut shows and plays of it.

A step is taken where a model for it was chosen; mouths follow the voices by default, where a model that can do it is at
hand and the clip is not our own drawing, whose mouths move already. What a step is made from is the newest of the
steps before it. A step that failed, or that was made from something older, is left out of the cut: it never holds a
film up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generation import routing, staging
from generation.film import Film
from generation.models import Asset, ModelOffer, Slot, Take
from generation.providers.base import Capability
from generation.recipes.base import CAPABILITY, NotYet, Recipe, fitting_size, frames_of, offer_of, recipe
from projects.models import Segment, Shot

Role = Slot.Role

STEPS: tuple[str, ...] = (Role.CAMERA, Role.LIPSYNC, Role.UPSCALED)
"""What is done to a clip, in this order; each works on what the one before left."""

NO_MODEL = "none"
"""Chosen in place of a model: this step is not taken."""


CHANGED_TO = "changed_to"
"""The name of a voice's setting that says in whose voice it is heard in the end."""


def is_wanted(film: Film, shot: Shot, role: str) -> bool:
    """Tell whether a step is to be taken for a shot."""
    capability = CAPABILITY[role]
    chosen = str(shot.offers.get(capability) or film.project.offers.get(capability) or "")
    if chosen == NO_MODEL:
        return False
    if role == Role.CAMERA:
        return bool(chosen) and shot.move not in {"hold", ""}
    if role == Role.LIPSYNC:
        return film.is_timed and bool(chosen or _follows_by_itself(film)) and bool(staging.mouths(film, shot))
    return bool(chosen)


def _follows_by_itself(film: Film) -> bool:
    return film.once(("mouths follow",), lambda: _can_follow(film))


def _can_follow(film: Film) -> bool:
    if not _is_at_hand(film, Capability.LIPSYNC, "clip", "picture", "sound"):
        return False
    try:
        return not offer_of(film, None, Capability.VIDEO, ("first_frame",)).is_ours
    except routing.NoOffer:
        return False


def _is_at_hand(film: Film, capability: Capability, *having: str) -> bool:
    """Tell whether a model may be asked without anybody having chosen it: it is free, or there is money."""
    try:
        offer = offer_of(film, None, capability, having)
    except routing.NoOffer:
        return False
    return offer.is_free or film.may_spend


def are_times_wanted(film: Film, segment: Segment) -> bool:
    """Tell whether somebody is to find out when the words of a line are heard: its vendor did not say."""
    spoken = film.speech.get(segment.pk)
    chosen = film.project.offers.get(Capability.ALIGN, "")
    if spoken is None or not spoken.details.get("words_are_estimated") or chosen == NO_MODEL:
        return False
    return bool(chosen) or _is_at_hand(film, Capability.ALIGN, "sound")


def is_voice_wanted(film: Film, segment: Segment) -> bool:
    """Tell whether a line is to be heard in another voice than it was spoken with."""
    voice = staging.voice_of(film, segment)
    chosen = film.project.offers.get(Capability.VOICE, "")
    return bool(voice and voice.settings.get(CHANGED_TO) and chosen and chosen != NO_MODEL)


def seen(film: Film, shot: Shot) -> Take | None:
    """Return the take that the cut shows of a shot."""
    return film.once(("seen", shot.pk), lambda: _before(film, shot, None))


def heard(film: Film, segment: Segment) -> Asset:
    """Return what is heard of a line: in its changed voice, where that is up to date."""
    slot = film.slot("segment", segment.pk, Role.VOICED)
    spoken = film.speech[segment.pk]
    if slot is None or slot.selected_take is None or not is_voice_wanted(film, segment):
        return spoken
    return slot.selected_take.asset if _is_current(film, slot) else spoken


def foley(film: Film, shot: Shot) -> Asset | None:
    """Return the sound that was made for what a shot shows, where it is up to date."""
    slot = film.slot("shot", shot.pk, Role.FOLEY)
    if slot is None or slot.selected_take is None or not is_wanted(film, shot, Role.FOLEY):
        return None
    return slot.selected_take.asset if _is_current(film, slot) else None


def _before(film: Film, shot: Shot, role: str | None) -> Take | None:
    """Return the newest take of a shot before a step; before None: of all."""
    steps = STEPS if role is None or role not in STEPS else STEPS[: STEPS.index(role)]
    for step in reversed(steps):
        slot = film.slot("shot", shot.pk, step)
        if slot is not None and slot.selected_take and is_wanted(film, shot, step) and _is_current(film, slot):
            return slot.selected_take
    return film.take("shot", shot.pk, Role.CLIP)


def _is_current(film: Film, slot: Slot) -> bool:
    take = slot.selected_take
    if take is None:
        return False
    if not take.recipe_digest or take.is_kept:
        return True
    try:
        return RECIPES[slot.role](film, slot).digest == take.recipe_digest
    except (NotYet, routing.NoOffer, routing.OverLimit):
        return False


# --- The recipes ---------------------------------------------------------------------------------------


def _clip_before(film: Film, slot: Slot) -> tuple[Shot, Asset]:
    shot = film.shots[film.shot_index[slot.owner_id]]
    take = _before(film, shot, slot.role)
    if take is None or not film.is_timed:
        raise NotYet("the clip and the voices")
    return shot, take.asset


def _sides(clip: Asset) -> dict[str, Any]:
    return {"width": clip.width or 0, "height": clip.height or 0, "duration_ms": clip.duration_ms or 0}


def camera(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a clip seen again from a moving camera."""
    shot, clip = _clip_before(film, slot)
    offer = offer_of(film, slot, Capability.CAMERA, ("clip",))
    seed = film.project.seed + shot.position
    return recipe(offer, {"clip": clip.sha256, "move": shot.move, "prompt": shot.action, "seed": seed, **_sides(clip)})


def lipsync(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a clip whose mouths follow the voices: with the very slice of them that the shot hears."""
    shot, clip = _clip_before(film, slot)
    offer = offer_of(film, slot, Capability.LIPSYNC, ("clip", "picture", "sound"))
    _demand_sides(offer, clip)
    frame = film.take("shot", shot.pk, Role.FRAME)
    return recipe(
        offer,
        {
            "clip": clip.sha256 if "picture" not in offer.needs else "",
            "picture": frame.asset.sha256 if frame and "picture" in offer.needs else "",
            "speech": staging.mouths(film, shot),
            "prompt": shot.action,
            "expressiveness": _EXPRESSIVE.get(_feeling(film, shot), 0.5),
            "many_faces": len(film.shot_castings.get(shot.pk, ())) > 1,
            "seed": film.project.seed,
            **_sides(clip),
        },
    )


_EXPRESSIVE = {"shout": 0.9, "excited": 0.8, "angry": 0.8, "whisper": 0.3, "calm": 0.35, "sad": 0.4}
"""How far a mouth opens by how a line is spoken; 0.5 where nothing is said about it."""


def _feeling(film: Film, shot: Shot) -> str:
    directions = (film.segments[index].direction for index in film.segments_of(shot))
    return next((word for direction in directions for word in direction.lower().split() if word in _EXPRESSIVE), "")


def _demand_sides(offer: ModelOffer, clip: Asset) -> None:
    least, most = offer.settings.get("min_side", 0), offer.settings.get("max_side", 0)
    sides = (clip.width or 0, clip.height or 0)
    if min(sides) < least or (most and max(sides) > most):
        raise routing.OverLimit(
            f"{offer.label} takes clips with sides of {least} to {most or 'any number of'} pixels, but this one has "
            f"{sides[0]} x {sides[1]}. Make the clip again in that size, or choose another model."
        )


def upscaled(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a clip in as many pixels as the film will have."""
    _, clip = _clip_before(film, slot)
    offer = offer_of(film, slot, Capability.UPSCALE, ("clip",))
    frames = frames_of(film)
    width, height = fitting_size(offer, frames.width, frames.height)
    return recipe(offer, {"media": clip.sha256, "width": width, "height": height, "duration_ms": clip.duration_ms or 0})


def foley_of(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of the sound of what a clip shows."""
    shot, clip = _clip_before(film, slot)
    offer = offer_of(film, slot, Capability.FOLEY, ("clip",))
    return recipe(
        offer,
        {
            "clip": clip.sha256,
            "prompt": shot.action,
            "duration_ms": clip.duration_ms or 0,
            "seed": film.project.seed + shot.position,
        },
    )


def voiced(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a line in another voice."""
    segment = film.segments[film.segment_index[slot.owner_id]]
    voice = staging.voice_of(film, segment)
    spoken = film.speech.get(segment.pk)
    if spoken is None or voice is None:
        raise NotYet("the voice")
    offer = offer_of(film, slot, Capability.VOICE, ("sound",))
    return recipe(
        offer,
        {
            "sound": spoken.sha256,
            "voice": str(voice.settings.get(CHANGED_TO, "")),
            "duration_ms": spoken.duration_ms or 0,
            "seed": film.project.seed,
        },
    )


def aligned(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of the times of a line's words."""
    segment = film.segments[film.segment_index[slot.owner_id]]
    spoken = film.speech.get(segment.pk)
    if spoken is None:
        raise NotYet("the voice")
    return recipe(
        offer_of(film, slot, Capability.ALIGN, ("sound",)),
        {
            "sound": spoken.sha256,
            "text": segment.text,
            "language": film.project.language or "en",
            "duration_ms": spoken.duration_ms or 0,
        },
    )


RECIPES: dict[str, Callable[[Film, Slot], Recipe]] = {
    Role.CAMERA: camera,
    Role.LIPSYNC: lipsync,
    Role.UPSCALED: upscaled,
    Role.FOLEY: foley_of,
    Role.VOICED: voiced,
    Role.ALIGNED: aligned,
}
