"""How shots stand: what of them is up to date, what is not, and what making it again costs and takes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation import recipes
from generation.film import Film
from generation.graph import Graph, State
from generation.models import Job, Slot
from generation.recipes import NotYet
from generation.recipes.base import frames_of
from generation.routing import NoOffer
from generation.services import budget
from generation.services.progress import pace
from generation.views import said, wording
from projects.models import Shot

ROLES = (Slot.Role.FRAME, Slot.Role.CLIP)


@dataclass(frozen=True, slots=True)
class Worth:
    """What making pieces again comes to. `micros` and `seconds` are None where that is not known."""

    frames: int
    clips: int
    micros: int | None
    seconds: int | None

    @property
    def is_nothing(self) -> bool:
        """Tell whether there is nothing to make."""
        return not self.frames and not self.clips

    @property
    def pieces(self) -> str:
        """Say what: “1 picture and 2 clips”."""
        parts = [
            wording.count(number, one, many)
            for number, one, many in (
                (self.frames, _("picture"), _("pictures")),
                (self.clips, _("clip"), _("clips")),
            )
            if number
        ]
        return wording.listed(parts)

    @property
    def price(self) -> str:
        """Say what it costs and takes: “free · about 5 s”."""
        took = wording.rough(self.seconds) if self.seconds is not None else _("time unknown")
        return f"{wording.price(self.micros)} · {took}"


class Standing:
    """The standing of a film's shots, reckoned from what is loaded already.

    `known_pace` says how long work takes where that has been asked; else one query does.
    """

    def __init__(self, film: Film, graph: Graph, known_pace: Mapping[str, float] | None = None) -> None:
        self.film, self.graph = film, graph
        self.pace = pace(film.project.library_id) if known_pace is None else known_pace
        self._offers = {offer.key: offer for offer in film.offers}
        self._prices: dict[tuple[str, int, str], int | None] = {}

    def slots(self, shot: Shot) -> list[Slot]:
        """Return the slots of a shot's picture and clip."""
        found = (self.film.slot("shot", shot.pk, role) for role in ROLES)
        return [slot for slot in found if slot is not None]

    def is_stale(self, slot: Slot) -> bool:
        """Tell whether a slot has something that is no longer what the plan says. What a person brought never is."""
        take = slot.selected_take
        if take is None or not take.recipe_digest or slot.pk not in self.graph.recipes:
            return False
        return self.graph.states.get(slot.pk) not in {State.FRESH, State.WORKING, None}

    def state(self, shot: Shot) -> tuple[str, str]:
        """Return how a shot stands, as the name of an icon and in words."""
        slots = self.slots(shot)
        states = {self.graph.states.get(slot.pk) for slot in slots}
        under_way = [self.film.active[slot.pk] for slot in slots if slot.pk in self.film.active]
        if any(job.state == Job.State.UNCONFIRMED for job in under_way):
            return "failed", _("No answer seen")
        if State.WORKING in states:
            return "working", _("Working")
        if State.FAILED in states:
            return "failed", _("Failed")
        stale = [slot for slot in slots if self.is_stale(slot)]
        if stale:
            return "again", _("Out of date") if len(stale) > 1 else _stale_words(stale[0])
        made = {slot.role for slot in slots if slot.selected_take_id}
        if Slot.Role.CLIP in made:
            return "done", _("Up to date")
        return ("picture", _("Picture")) if made else ("waiting", _("Waiting"))

    def problem(self, shot: Shot) -> str:
        """Return what went wrong with a shot, in words."""
        problems = (self.graph.problems.get(slot.pk, "") for slot in self.slots(shot))
        return next((said.words(problem) for problem in problems if problem), "")

    def stale(self, shots: Iterable[Shot]) -> list[Slot]:
        """Return what is out of date of some shots. With a picture goes the clip that was made from it."""
        found = []
        for shot in shots:
            slots = self.slots(shot)
            first = next((index for index, slot in enumerate(slots) if self.is_stale(slot)), None)
            if first is not None:
                idle = (slot for slot in slots[first:] if slot.selected_take_id)
                found += [slot for slot in idle if self.graph.states.get(slot.pk) is not State.WORKING]
        return found

    def worth(self, slots: Iterable[Slot]) -> Worth:
        """Return what making some pieces again comes to."""
        counted: Counter[str] = Counter()
        prices: list[int | None] = []
        for slot in slots:
            counted[slot.role] += 1
            prices.append(self.price(slot))
        micros = None if None in prices else sum(price or 0 for price in prices)
        return Worth(counted[Slot.Role.FRAME], counted[Slot.Role.CLIP], micros, self._seconds(counted))

    def price(self, slot: Slot) -> int | None:
        """Return what one piece costs, in millionths of a dollar; None where that is not known yet."""
        recipe = self.graph.recipes.get(slot.pk)
        if recipe is not None:
            return budget.estimate(self._offers.get(recipe.offer), recipe.arguments)
        length = self._length_ms(slot)
        key = (slot.role, length, self._own_model(slot))
        if key not in self._prices:
            self._prices[key] = self._estimate(slot, length)
        return self._prices[key]

    def _estimate(self, slot: Slot, length_ms: int) -> int | None:
        try:
            offer = recipes.offer_for(self.film, slot)
        except (NoOffer, NotYet):
            return None
        if offer is None or offer.is_free:
            return 0
        if offer.price_unit == offer.PriceUnit.SECOND and not length_ms:
            return None
        frames = frames_of(self.film)
        return budget.estimate(offer, {"duration_ms": length_ms, "width": frames.width, "height": frames.height})

    def _own_model(self, slot: Slot) -> str:
        """Return the model that a shot alone is made with; "" for the film's."""
        shot = self.film.shots[self.film.shot_index[slot.shot_id]] if slot.shot_id in self.film.shot_index else None
        return str(shot.offers.get(recipes.CAPABILITY[slot.role], "")) if shot else ""

    def _length_ms(self, slot: Slot) -> int:
        if slot.role != Slot.Role.CLIP or not self.film.is_timed or slot.shot_id not in self.film.span_ms:
            return 0
        start, end = self.film.span_ms[slot.shot_id]
        return end - start

    def _seconds(self, counted: Mapping[str, int]) -> int | None:
        wanted = {role: number for role, number in counted.items() if number}
        if any(role not in self.pace for role in wanted):
            return None
        return math.ceil(sum(self.pace[role] * number for role, number in wanted.items()))


def _stale_words(slot: Slot) -> str:
    return _("Clip out of date") if slot.role == Slot.Role.CLIP else _("Picture out of date")
