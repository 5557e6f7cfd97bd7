"""What a recipe is, which model it is for, and what that model can make of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any, Final

from generation import routing
from generation.film import Film
from generation.media.formats import Format, format_for
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability

HANDLE_MS = 500
"""Clips are made a little longer than they are seen, for dissolves and for cuts that move by a frame."""

CAPABILITY: dict[str, Capability] = {
    Slot.Role.SCRIPT: Capability.TEXT,
    Slot.Role.CAST: Capability.TEXT,
    Slot.Role.SCENES: Capability.TEXT,
    Slot.Role.SHOTS: Capability.TEXT,
    Slot.Role.SPEECH: Capability.SPEECH,
    Slot.Role.ALIGNED: Capability.ALIGN,
    Slot.Role.VOICED: Capability.VOICE,
    Slot.Role.REFERENCE: Capability.IMAGE,
    Slot.Role.FRAME: Capability.IMAGE,
    Slot.Role.CLIP: Capability.VIDEO,
    Slot.Role.CAMERA: Capability.CAMERA,
    Slot.Role.LIPSYNC: Capability.LIPSYNC,
    Slot.Role.UPSCALED: Capability.UPSCALE,
    Slot.Role.FOLEY: Capability.FOLEY,
    Slot.Role.MUSIC: Capability.MUSIC,
    Slot.Role.EFFECTS: Capability.EFFECTS,
    Slot.Role.SAMPLE: Capability.SPEECH,
    Slot.Role.DESCRIBED: Capability.VISION,
    Slot.Role.POST: Capability.TEXT,
}


class NotYet(Exception):
    """Something the recipe is reckoned from is still missing."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What will be asked of which model. `references` are the sha256 of pictures sent along, in order."""

    offer: str
    endpoint: str
    arguments: dict[str, Any]
    references: tuple[str, ...] = field(default=())

    @property
    def is_change(self) -> bool:
        """Tell whether it changes a picture that is there, as somebody asked for in words."""
        return bool(self.arguments.get("edit"))

    @property
    def digest(self) -> str:
        """The sha256 of all of it."""
        # Written out, because `asdict` copies all of it: a page of a long film asks for a thousand digests.
        whole = {"offer": self.offer, "endpoint": self.endpoint, "arguments": self.arguments}
        return hashlib.sha256(_WRITTEN({**whole, "references": self.references}).encode()).hexdigest()


_WRITTEN: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=asdict).encode
"""How a recipe is written down to be digested."""


def recipe(offer: ModelOffer, arguments: dict[str, Any], references: tuple[str, ...] = ()) -> Recipe:
    """Return what is asked of `offer`."""
    return Recipe(offer.key, offer.endpoint, arguments, references)


def offer_of(film: Film, slot: Slot | None, capability: Capability, having: Collection[str] = ()) -> ModelOffer:
    """Return the model that fills a slot: the shot's own, else the film's, else the usual one; or where its route led.

    `having` are the inputs that there are beside words. Raise `routing.NoOffer` if no model is there for it.
    """
    own = _of_shot(film, slot)
    wanted = own[capability] if capability in own else film.project.offers.get(capability)
    first = _first(film, capability, wanted or "", having)
    return routing.diverted(film.offers, film.project, slot, first) if slot else first


def _first(film: Film, capability: Capability, wanted: str, having: Collection[str]) -> ModelOffer:
    """Choose a model once for all slots that ask alike; that there is none is remembered as well."""
    project = film.project
    usual = project.usual_offers.get(capability, "")
    asked = ("offer", capability, wanted, usual, frozenset(having), project.preference, film.may_spend)
    found = film.once(asked, lambda: _choose(film, capability, wanted, having))
    if found is None:
        raise routing.NoOffer(capability)
    return found


def _choose(film: Film, capability: Capability, wanted: str, having: Collection[str]) -> ModelOffer | None:
    project = film.project
    try:
        return routing.choose(
            film.offers,
            capability,
            {capability: wanted},
            usual=project.usual_offers,
            preference=project.preference,
            having=having,
            may_spend=film.may_spend,
        )
    except routing.NoOffer:
        return None


def _of_shot(film: Film, slot: Slot | None) -> dict[str, str]:
    if slot is None or not slot.shot_id:
        return {}
    chosen: dict[str, str] = film.shots[film.shot_index[slot.shot_id]].offers
    return chosen


def frames_of(film: Film) -> Format:
    """Return the frames in which a film is made: its pictures and clips are as fine as its export will show them."""
    return format_for(film.project.shape, film.project.quality)


def fitting_size(offer: ModelOffer, width: int, height: int, *, least_side: int = 0) -> tuple[int, int]:
    """Return the size to ask for: the smallest that the model makes which is not smaller, of the shape that fits best.

    `least_side` is what a later step demands of the shorter side. A model that makes any size makes the very one.
    """
    scale = max(1.0, least_side / min(width, height))
    wanted = (round(width * scale / 2) * 2, round(height * scale / 2) * 2)
    if not offer.sizes:
        return wanted
    return _smallest(tuple((int(w), int(h)) for w, h in offer.sizes), (width, height), wanted)


@lru_cache(maxsize=256)
def _smallest(sizes: tuple[tuple[int, int], ...], shape: tuple[int, int], wanted: tuple[int, int]) -> tuple[int, int]:
    width, height = shape
    nearest = min(abs(w / h - width / height) for w, h in sizes)
    alike = sorted(size for size in sizes if abs(size[0] / size[1] - width / height) <= nearest + 0.02)
    return next((size for size in alike if size[0] >= wanted[0] and size[1] >= wanted[1]), alike[-1])


def fitting_duration(offer: ModelOffer, wanted_ms: int) -> int:
    """Return the shortest length the model makes that is not shorter than `wanted_ms`; else its longest.

    What is longer is trimmed in the cut. Sound that is shorter is heard again.
    """
    if offer.durations_ms:
        lengths = sorted(int(length) for length in offer.durations_ms)
        return next((length for length in lengths if length >= wanted_ms), lengths[-1])
    return max(offer.min_duration_ms, min(wanted_ms, offer.max_duration_ms or wanted_ms))
