"""An entity that is open in the library, with all that its panel is made from, and the films that use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entities.models import Character, Entity, Look
from generation import recipes
from generation.film import Film
from generation.models import Job, ModelOffer, Slot
from generation.routing import NoOffer
from generation.views import wording
from generation.views.library.address import Address
from generation.views.library.cards import Stock
from projects import usage
from projects.models import Project


@dataclass(frozen=True)
class FilmUse:
    """One film that uses it."""

    film_id: int
    title: str
    about: str


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
    def offer(self) -> ModelOffer | None:
        """The model that draws it; None where none is switched on."""
        try:
            return recipes.reference_offer(self.film, self.entity)
        except NoOffer:
            return None

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
