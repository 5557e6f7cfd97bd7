"""What is done to clips once they are there, for all of them at once: the model, what is left to do, for how much."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.graph import STEP_OF, State
from generation.recipes import CAPABILITY
from generation.services import asking, budget
from generation.services.asking import Quote
from generation.views import model_choices, wording
from generation.views.model_choices import ModelChoice
from generation.views.parts import Part
from generation.views.steps import takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_finishing import ROLES


@dataclass(frozen=True)
class Row:
    """One step for the whole film."""

    role: str
    label: str
    capability: str
    chosen: str
    models: tuple[ModelChoice, ...]
    problem: str
    done: str
    takes: tuple[str, ...]
    not_now: tuple[str, ...]
    later: str
    is_possible: bool


@dataclass(frozen=True)
class Bulk:
    """All steps. `all_of_it` is what one press on the last button takes, where more than one step can be taken."""

    film_id: int
    rows: tuple[Row, ...]
    summary: str
    roles: tuple[str, ...]
    all_of_it: tuple[str, ...]
    is_open: bool
    may_edit: bool


def bulk(studio: Studio, *, seconds_for: Mapping[str, float]) -> Part:
    """Return what can be done to all clips; nothing is shown before there is one."""
    quotes = {role: _quote(studio, role, seconds_for) for role in ROLES}
    rows = tuple(_row(studio, role, quotes[role]) for role in ROLES)
    possible = tuple(row.role for row in rows if row.is_possible)
    wanted = [row.label for row in rows if row.done or row.takes or row.not_now]
    shows = Bulk(
        film_id=studio.film.project.pk,
        rows=rows if studio.film.shots else (),
        summary=", ".join(wanted) or _("none chosen"),
        roles=possible,
        all_of_it=total([quotes[role] for role in possible]) if len(possible) > 1 else (),
        is_open="finish" in studio.asked,
        may_edit=studio.may_edit,
    )
    return Part("bulk", "generation/takes/_bulk.html", shows)


def total(quotes: Collection[Quote]) -> tuple[str, ...]:
    """Say what several steps cost and last together."""
    seconds = [quote.seconds for quote in quotes]
    known = None if None in seconds else sum(second or 0 for second in seconds)
    count = sum(quote.count for quote in quotes)
    return (
        ngettext("%(n)s piece", "%(n)s pieces", count) % {"n": f"{count:,}"},
        wording.price(sum(quote.micros for quote in quotes)),
        wording.rough(known),
    )


def _quote(studio: Studio, role: str, seconds_for: Mapping[str, float]) -> Quote:
    return asking.quote(studio.graph, asking.unfinished(studio.graph, role), seconds_for)


def _row(studio: Studio, role: str, quote: Quote) -> Row:
    kind = str(CAPABILITY[role].value)
    chosen = str(studio.film.project.offers.get(kind, ""))
    models = model_choices.choices(studio.film, kind, chosen)
    later = _later(studio, role, quote)
    return Row(
        role=role,
        label=STEP_OF[role].label,
        capability=kind,
        chosen=chosen,
        models=models,
        problem=model_choices.problem(models) if chosen else "",
        done=_done(studio, role),
        takes=takes_words.what_it_takes(role, quote),
        not_now=takes_words.held_up(quote) if not later else (),
        later=later,
        is_possible=bool(quote.count) and studio.may_edit,
    )


def _later(studio: Studio, role: str, quote: Quote) -> str:
    """Say what can be done once the steps before are, and for how much; "" where something else is in the way."""
    graph, film = studio.graph, studio.film
    waiting = [slot for slot in graph.of_role(role) if graph.states[slot.pk] is State.BLOCKED]
    recipes = [recipe for slot in waiting if (recipe := graph.recipes.get(slot.pk))]
    if not recipes or len(recipes) < sum(count for _problem, count in quote.problems):
        return ""
    micros = sum(budget.estimate(film.offer_by_key.get(recipe.offer), recipe.arguments) for recipe in recipes)
    facts = {"pieces": takes_words.pieces(role, len(recipes)), "price": wording.price(micros)}
    return _("After the steps before: %(pieces)s · %(price)s") % facts


def _done(studio: Studio, role: str) -> str:
    slots = studio.graph.of_role(role)
    if not slots:
        return ""
    states = [studio.graph.states[slot.pk] for slot in slots]
    words = _("%(done)s of %(all)s done") % {"done": states.count(State.FRESH), "all": len(slots)}
    working = states.count(State.WORKING)
    return f"{words} · {_('%s being made') % working}" if working else words
