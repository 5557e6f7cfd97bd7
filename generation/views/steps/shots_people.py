"""Who and what is in a shot, and what they do there."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from generation.film import Film
from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps import shots_forms as forms
from generation.views.steps.base import Studio
from generation.views.steps.shots_fields import Field, Fields, Group
from generation.views.steps.shots_forms import CastingForm
from generation.views.steps.shots_shelf import choices, file_of, looks_of, shelf_of
from projects.models import Casting, Shot


@dataclass(frozen=True)
class Person:
    """Somebody in a shot, and what they do there."""

    pk: int
    film_id: int
    name: str
    doing: str
    picture: str
    main: Group
    more: Group
    may_edit: bool


@dataclass(frozen=True)
class Thing:
    """A prop in a shot."""

    pk: int
    name: str


@dataclass(frozen=True)
class Cast:
    """Whom and what can be put in, and the props that are in."""

    action: str
    film_id: int
    things: tuple[Thing, ...]
    choices: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    has_people: bool
    may_edit: bool


def person(studio: Studio, casting: Casting) -> Part:
    film = studio.film
    character = film.characters[casting.entity_id]
    fields = Fields(f"casting-{casting.pk}", CastingForm, casting)
    action = reverse("generation:shots-cast-change", args=(film.project.pk, casting.pk))
    main = (
        *_look_field(film, casting, fields),
        fields.select("pose", forms.POSES),
        fields.select("expression", forms.EXPRESSIONS),
        fields.select("gesture", forms.GESTURES),
        fields.select("place", forms.PLACES),
    )
    others = (row.name for row in (*film.characters.values(), *film.props.values()) if row.pk != casting.entity_id)
    more = (
        fields.text("holds", suggestions=tuple(row.name for row in film.props.values())),
        fields.select("facing", forms.FACINGS),
        fields.text("looks_at", suggestions=("camera", *others), help_text=_("Empty: whoever speaks.")),
        fields.select("enters", forms.DOORS),
        fields.select("leaves", forms.DOORS),
    )
    person = film.person(casting)
    look = person[1] if person else None
    doing = [word.replace("_", " ") for word in (casting.pose, casting.expression, casting.gesture) if word]
    shows = Person(
        pk=casting.pk,
        film_id=film.project.pk,
        name=character.name,
        doing=", ".join(doing),
        picture=file_of(film, "look", look.pk, Slot.Role.REFERENCE) if look else "",
        main=Group(f"form-person-{casting.pk}", "", action, main, studio.may_edit),
        more=Group(f"form-more-{casting.pk}", "", action, more, studio.may_edit),
        may_edit=studio.may_edit,
    )
    return Part(f"casting-{casting.pk}", "generation/shots/_person.html", shows)


def _look_field(film: Film, casting: Casting, fields: Fields) -> tuple[Field, ...]:
    looks = looks_of(film, casting.entity_id)
    return (fields.select("look_id", looks),) if len(looks) > 2 or casting.look_id else ()


def cast(studio: Studio, shot: Shot, *, has_people: bool) -> Part:
    film = studio.film
    castings = film.shot_castings.get(shot.pk, ())
    things = tuple(
        Thing(casting.pk, film.props[casting.entity_id].name) for casting in castings if casting.entity_id in film.props
    )
    shows = Cast(
        action=reverse("generation:shots-cast", args=(film.project.pk, shot.pk)),
        film_id=film.project.pk,
        things=things,
        choices=choices(studio, shelf_of(studio), {casting.entity_id for casting in castings}, first=shot.scene_id),
        has_people=has_people,
        may_edit=studio.may_edit,
    )
    return Part(f"cast-{shot.pk}", "generation/shots/_cast.html", shows)
