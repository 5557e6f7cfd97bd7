"""What is out of date because of a change, and what making it again costs and takes: said before anybody agrees."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation import recipes
from generation.film import Place
from generation.graph import STEPS, State
from generation.models import Slot
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services import budget
from generation.views import wording
from generation.views.steps.base import Studio
from projects.models import Segment

_NAMES = {
    Slot.Role.SPEECH: (gettext_lazy("voice"), gettext_lazy("voices")),
    Slot.Role.SHOTS: (gettext_lazy("shot plan"), gettext_lazy("shot plans")),
    Slot.Role.REFERENCE: (gettext_lazy("reference picture"), gettext_lazy("reference pictures")),
    Slot.Role.FRAME: (gettext_lazy("picture"), gettext_lazy("pictures")),
    Slot.Role.CLIP: (gettext_lazy("clip"), gettext_lazy("clips")),
    Slot.Role.EFFECTS: (gettext_lazy("effects track"), gettext_lazy("effects tracks")),
    Slot.Role.VOICED: (gettext_lazy("changed voice"), gettext_lazy("changed voices")),
    Slot.Role.CAMERA: (gettext_lazy("camera move"), gettext_lazy("camera moves")),
    Slot.Role.LIPSYNC: (gettext_lazy("lip-synced clip"), gettext_lazy("lip-synced clips")),
    Slot.Role.UPSCALED: (gettext_lazy("finer clip"), gettext_lazy("finer clips")),
    Slot.Role.FOLEY: (gettext_lazy("sound of a clip"), gettext_lazy("sounds of clips")),
}
_ONE = {
    Slot.Role.SCRIPT: gettext_lazy("the script"),
    Slot.Role.CAST: gettext_lazy("the cast"),
    Slot.Role.SCENES: gettext_lazy("the scenes"),
    Slot.Role.MUSIC: gettext_lazy("the music"),
    Slot.Role.EXPORT: gettext_lazy("the film"),
}


@dataclass(frozen=True)
class Bill:
    """Some pieces, what they cost together and how long they take. An empty `pieces` says: nothing."""

    pieces: str
    price: str
    takes: str
    count: int = 0

    @property
    def words(self) -> str:
        """Price and time in one phrase."""
        return f"{self.price}, {self.takes}"


class Reckoning:
    """A film's pieces by the line they belong to, and what they cost: worked out from what is loaded already."""

    def __init__(self, studio: Studio) -> None:
        self.studio, self.film, self.graph = studio, studio.film, studio.graph
        self.pace = studio.progress.pace

    @cached_property
    def shots_of(self) -> dict[int, list[int]]:
        """The shots during which each line is heard."""
        found: dict[int, list[int]] = {}
        for shot in self.film.shots:
            if shot.segment_id in self.film.segment_index:
                for index in self.film.segments_of(shot):
                    found.setdefault(self.film.segments[index].pk, []).append(shot.pk)
        return found

    def is_stale(self, slot: Slot | None) -> bool:
        """Tell whether a slot has something that is older than what it was made from."""
        if slot is None or slot.selected_take is None:
            return False
        return self.graph.states.get(slot.pk) not in {State.FRESH, State.WORKING, None}

    def stale(self) -> list[Slot]:
        """Return all that is out of date in the film, in the order of the steps."""
        return [self.graph.slots[place] for place in self.graph.places if self.is_stale(self.graph.slots[place])]

    def to_speak(self) -> list[Slot]:
        """Return the lines that could be spoken now: changed, or never spoken."""
        return [slot for slot in self.graph.of_role(Slot.Role.SPEECH) if self.graph.states[slot.pk] is State.READY]

    def missing(self, roles: Iterable[str]) -> list[Slot]:
        """Return what some kinds of work still want: what was never made, and what is out of date."""
        wanted = set(roles)
        return [
            slot
            for place in self.graph.places
            if place[2] in wanted
            and self.graph.states[(slot := self.graph.slots[place]).pk] not in {State.FRESH, State.WORKING}
        ]

    def followers(self, segment: Segment) -> list[Slot]:
        """Return what is made anew once a line sounds different: clips, its scene's effects, the music, the film."""
        places: list[Place] = [("shot", pk, Slot.Role.CLIP, "") for pk in self.shots_of.get(segment.pk, ())]
        places.append(("scene", segment.scene_id or 0, Slot.Role.EFFECTS, ""))
        places += [place for place in self.graph.places if place[2] in {Slot.Role.MUSIC, Slot.Role.EXPORT}]
        slots = (self.graph.slots.get(place) for place in places)
        return [slot for slot in slots if slot is not None and slot.selected_take is not None]

    def bill(self, slots: Iterable[Slot]) -> Bill:
        """Return what making some pieces comes to."""
        listed = list(slots)
        prices = [self._price(slot) for slot in listed]
        micros = None if None in prices else sum(price or 0 for price in prices)
        known = all(slot.role in self.pace for slot in listed)
        seconds = math.ceil(sum(self.pace[slot.role] for slot in listed)) if known else None
        takes = wording.rough(seconds) if known else _("time unknown")
        return Bill(pieces(slot.role for slot in listed), wording.price(micros), takes, len(listed))

    def _price(self, slot: Slot) -> int | None:
        """Return what one piece costs; None while that cannot be known."""
        recipe = self.graph.recipes.get(slot.pk)
        try:
            offer = recipes.offer_for(self.film, slot)
        except (NoOffer, NotYet, OverLimit):
            return None
        if offer is None or offer.is_free:
            return 0
        return budget.estimate(offer, recipe.arguments) if recipe else None


def pieces(roles: Iterable[str]) -> str:
    """Name pieces in a phrase: “2 voices, 1 clip and the film”."""
    counted = Counter(roles)
    words = []
    for role in (step.role for step in STEPS):
        if counted[role]:
            words.append(
                str(_ONE[Slot.Role(role)])
                if role in _ONE
                else wording.count(counted[role], *map(str, _NAMES[Slot.Role(role)]))
            )
    return wording.listed(words)
