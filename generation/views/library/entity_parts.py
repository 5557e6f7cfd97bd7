"""What is open of a character, a set or a prop: guide images, reference, fields, where it is used, model and Generate.

In this order, and no control twice. The prompt is built from the fields, so there is no box for one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from entities.models import Character, Entity, GuideImage, Look
from generation import recipes
from generation.film import Film
from generation.models import Job, ModelOffer, Slot, Take
from generation.providers.base import Capability
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services import budget
from generation.views import wording
from generation.views.library import standing
from generation.views.library.address import KIND_WORDS, Address
from generation.views.library.cards import Stock
from generation.views.library.field_parts import field_parts
from generation.views.library.forms import choices_for, fields_of
from generation.views.media import media_url
from generation.views.parts import Part
from projects import usage
from projects.models import Project

MOST_TAKES = 12


@dataclass(frozen=True)
class Guide:
    """One guide image. A picture that the model cannot take is unused."""

    pk: int
    number: int
    picture: str
    described: str
    is_unused: bool


@dataclass(frozen=True)
class Guides:
    """All of them, with what the model makes of them."""

    entity_id: int
    name: str
    guides: tuple[Guide, ...]
    used: int
    advice: str
    needs_setup: bool
    may_edit: bool


@dataclass(frozen=True)
class LookCard:
    """One look beside the others."""

    pk: int
    name: str
    picture: str
    state: str
    word: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class OtherTake:
    """A picture that was made or uploaded before."""

    pk: int
    number: int
    picture: str
    is_yours: bool


@dataclass(frozen=True)
class Reference:
    """The picture in use, with those of the other looks and the earlier ones."""

    entity_id: int
    look_id: int
    shape: str
    picture: str
    state: str
    word: str
    problem: str
    looks: tuple[LookCard, ...]
    is_person: bool
    may_remove_look: bool
    others: tuple[OtherTake, ...]
    may_edit: bool


@dataclass(frozen=True)
class Make:
    """The model, and the button that says what pressing it means."""

    entity_id: int
    look_id: int
    choices: tuple[tuple[str, str, bool], ...]
    was: str
    model: str
    price: str
    guides: str
    verb: str
    problem: str
    note: str
    is_working: bool
    may_edit: bool


@dataclass(frozen=True)
class FilmUse:
    """One film that uses it."""

    film_id: int
    title: str
    about: str


@dataclass(frozen=True)
class Head:
    """The frame of the panel."""

    opened: str
    row_id: int
    kind: str
    kind_word: str
    name: str
    close: str
    delete: str
    may_edit: bool
    has_fields_of_look: bool


@dataclass(frozen=True)
class Opened:
    """An entity with all that its panel is made from."""

    entity: Entity
    film: Film
    looks: tuple[Look, ...]
    look: Look | None
    slot: Slot | None
    jobs: dict[int, Job]
    films: tuple[FilmUse, ...]

    @property
    def job(self) -> Job | None:
        """The newest job of the picture that is chosen."""
        return self.jobs.get(self.slot.pk) if self.slot else None


def open_entity(entity: Entity, stock: Stock, address: Address) -> Opened:
    """Return an entity as its newest film would have it drawn, in the look that the address names."""
    film = stock.films[entity.pk]
    own = (look for look in film.looks.values() if look.character_id == entity.pk)
    looks = tuple(sorted(own, key=lambda look: (not look.is_usual, look.pk)))
    wanted = address.asked.get("look", "")
    look = next((look for look in looks if str(look.pk) == wanted), looks[0] if looks else None)
    slot = film.slot("look", look.pk, "reference") if look else film.slot("entity", entity.pk, "reference")
    whole = film.characters.get(entity.pk) or film.sets.get(entity.pk) or film.props.get(entity.pk) or entity
    whole.library = entity.library
    if isinstance(whole, Character):
        whole.voice = film.voices.get(whole.voice_id or 0)
    return Opened(whole, film, looks, look, slot, stock.jobs, uses_in_words(stock.uses.of(entity.pk), stock.projects))


def film_uses(entity: Entity) -> tuple[FilmUse, ...]:
    """Return the films that use an entity, newest first, with how much."""
    return uses_in_words(usage.of_entities([entity.pk]).of(entity.pk))


def uses_in_words(uses: Sequence[usage.Use], projects: Mapping[int, Project] | None = None) -> tuple[FilmUse, ...]:
    """Return films with how much they show and hear of something."""
    films = Project.objects.in_bulk([use.film_id for use in uses]) if projects is None else projects
    return tuple(FilmUse(use.film_id, wording.title(films[use.film_id]), _amount(use)) for use in uses)


def _amount(use: usage.Use) -> str:
    amounts = [
        wording.count(use.shots, "shot") if use.shots else "",
        wording.count(use.lines, "line") if use.lines else "",
    ]
    return ", ".join(amount for amount in amounts if amount)


def panel(opened: Opened, address: Address, *, may_edit: bool) -> Part:
    """Return the whole panel."""
    entity = opened.entity
    children = (
        Part(f"guides-{entity.pk}", "library/_guides.html", _guides(opened, may_edit=may_edit)),
        Part(f"reference-{entity.pk}", "library/_reference.html", _reference(opened, address, may_edit=may_edit)),
        *field_parts(
            entity,
            fields_of(entity, **choices_for(entity, among=opened.film.voices.values())),
            "entity",
            may_edit=may_edit,
        ),
        *(field_parts(opened.look, fields_of(opened.look), "look", may_edit=may_edit) if opened.look else ()),
        Part(f"used-{entity.pk}", "library/_used.html", opened.films),
        Part(f"make-{entity.pk}", "library/_make.html", _make(opened, may_edit=may_edit)),
    )
    head = Head(
        opened="entity",
        row_id=entity.pk,
        kind=entity.kind,
        kind_word=str(KIND_WORDS[entity.kind]),
        name=entity.name,
        close=address.closed(),
        delete=address.of("entity", entity.pk, ask="delete"),
        may_edit=may_edit,
        has_fields_of_look=opened.look is not None,
    )
    return Part(
        f"panel-entity-{entity.pk}-{opened.look.pk if opened.look else 0}", "library/_entity.html", head, children
    )


# --- Guide images -----------------------------------------------------------------------------------


def _guides(opened: Opened, *, may_edit: bool) -> Guides:
    entity = opened.entity
    rows = list(GuideImage.objects.filter(entity=entity.pk).select_related("asset").order_by("position"))
    offer = _offer(opened)
    most = offer.max_references if offer else 0
    guides = tuple(
        Guide(
            row.pk,
            index + 1,
            media_url(row.asset),
            str(row.asset.details.get("description", "")),
            is_unused=index >= most,
        )
        for index, row in enumerate(rows)
    )
    return Guides(
        entity_id=entity.pk,
        name=entity.name,
        guides=guides,
        used=min(len(rows), most),
        advice=_advice(opened.film.offers, offer, len(rows)),
        needs_setup=any(not guide.described for guide in guides),
        may_edit=may_edit,
    )


def _offer(opened: Opened) -> ModelOffer | None:
    try:
        return recipes.reference_offer(opened.film, opened.entity)
    except NoOffer:
        return None


def _advice(offers: Sequence[ModelOffer], offer: ModelOffer | None, count: int) -> str:
    """Say which model takes more pictures than the chosen one; nothing where it takes them all."""
    if offer is None or count <= offer.max_references:
        return ""
    takes = (
        _("%(model)s takes %(most)s of them.") % {"model": offer.label, "most": offer.max_references}
        if offer.max_references
        else _("%(model)s draws from the fields alone and takes no guide images.") % {"model": offer.label}
    )
    able = [one for one in offers if one.is_on and one.capability == Capability.IMAGE]
    better = max(able, key=lambda one: (one.max_references, -one.preference), default=offer)
    if better.max_references <= offer.max_references:
        return f"{takes} " + _("No model that is switched on takes more.")
    more = _("%(model)s takes up to %(most)s.") % {"model": better.label, "most": better.max_references}
    return f"{takes} {more}"


# --- Reference --------------------------------------------------------------------------------------


def _reference(opened: Opened, address: Address, *, may_edit: bool) -> Reference:
    slot, entity, look = opened.slot, opened.entity, opened.look
    take = slot.selected_take if slot else None
    state = standing.of_slot(opened.film, slot, opened.job)
    return Reference(
        entity_id=entity.pk,
        look_id=look.pk if look else 0,
        shape="wide" if entity.kind == Entity.Kind.SET else "square",
        picture=media_url(take.asset) if take else "",
        state=state.state,
        word=str(state.word),
        problem=state.problem,
        looks=tuple(_look(opened, address, one) for one in opened.looks),
        is_person=isinstance(entity, Character),
        may_remove_look=look is not None and not look.is_usual,
        others=_others(slot, take),
        may_edit=may_edit,
    )


def _look(opened: Opened, address: Address, look: Look) -> LookCard:
    slot = opened.film.slot("look", look.pk, Slot.Role.REFERENCE)
    state = standing.of_slot(opened.film, slot, opened.jobs.get(slot.pk) if slot else None)
    picture = media_url(slot.selected_take.asset) if slot and slot.selected_take else ""
    href = address.of("entity", opened.entity.pk, look=look.pk)
    return LookCard(look.pk, look.name, picture, state.state, str(state.word), href, is_chosen=look == opened.look)


def _others(slot: Slot | None, chosen: Take | None) -> tuple[OtherTake, ...]:
    if slot is None:
        return ()
    takes = slot.takes.select_related("asset").order_by("-number")[: MOST_TAKES + 1]
    return tuple(
        OtherTake(take.pk, take.number, media_url(take.asset), is_yours=not take.recipe_digest)
        for take in takes
        if chosen is None or take.pk != chosen.pk
    )[:MOST_TAKES]


# --- Model and Generate -----------------------------------------------------------------------------


def _make(opened: Opened, *, may_edit: bool) -> Make:
    entity, film = opened.entity, opened.film
    offer, problem = _offer(opened), ""
    count = len(film.guides.get(entity.pk, ()))
    micros = 0
    try:
        micros = budget.estimate(offer, _recipe(opened).arguments)
    except (NoOffer, OverLimit, NotYet) as error:
        problem = str(error)
    return Make(
        entity_id=entity.pk,
        look_id=opened.look.pk if opened.look else 0,
        choices=_models(opened),
        was=entity.offer,
        model=_name(opened, offer),
        price=wording.price(micros),
        guides=_guide_words(count, offer.max_references if offer else 0),
        verb=_("Generate another") if _is_current(opened) else _("Generate"),
        problem=problem,
        note=_note(opened),
        is_working=opened.job is not None and not opened.job.is_final,
        may_edit=may_edit,
    )


def _recipe(opened: Opened) -> recipes.Recipe:
    look = opened.look
    slot = opened.slot or Slot(role=Slot.Role.REFERENCE, look=look, entity_id=None if look else opened.entity.pk)
    return recipes.recipe_for(opened.film, slot)


def _is_current(opened: Opened) -> bool:
    return standing.of_slot(opened.film, opened.slot, opened.job) in {standing.FRESH, standing.YOURS}


def _models(opened: Opened) -> tuple[tuple[str, str, bool], ...]:
    """Return what can be chosen, the default by its name."""
    film, entity = opened.film, opened.entity
    able = [offer for offer in film.offers if offer.is_on and offer.capability == Capability.IMAGE]
    try:
        default = recipes.default_reference_offer(film, entity.pk).label
    except NoOffer:
        default = _("none is switched on")
    choices = [("", _("Default (%s)") % default, not entity.offer)]
    choices += [
        (offer.key, offer.label, offer.key == entity.offer) for offer in sorted(able, key=lambda one: one.label)
    ]
    if entity.offer and entity.offer not in {offer.key for offer in able}:
        choices.append((entity.offer, _("%s (switched off)") % entity.offer, True))
    return tuple(choices)


def _name(opened: Opened, offer: ModelOffer | None) -> str:
    if offer is None:
        return _("no model")
    return offer.label if opened.entity.offer else _("Default (%s)") % offer.label


def _guide_words(count: int, most: int) -> str:
    if not count:
        return _("no guides")
    used = min(count, most)
    return (
        wording.count(count, "guide")
        if used == count
        else _("%(used)s of %(count)s guides")
        % {
            "used": used,
            "count": count,
        }
    )


def _note(opened: Opened) -> str:
    """Say what pressing Generate does where that is not plain."""
    take = opened.slot.selected_take if opened.slot else None
    if take is not None and not take.recipe_digest:
        return _("Your own picture stays in use; the new one will stand beside it.")
    title = wording.title(opened.film.project) if opened.film.project.pk else ""
    return _("Drawn in the style of “%s”, the newest film that uses it.") % title if title else ""
