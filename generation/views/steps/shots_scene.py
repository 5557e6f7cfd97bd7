"""A scene that is open: where and when it is, who is in it, and what can be done with the whole of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from entities.models import Entity
from generation.views.parts import Part
from generation.views.steps import shots_forms as forms
from generation.views.steps.base import Studio
from generation.views.steps.shots_fields import GROUP, Fields, Group
from generation.views.steps.shots_forms import SceneForm
from generation.views.steps.shots_shelf import Shelf, choices, looks_of, shelf_of
from projects.models import Scene, Segment


@dataclass(frozen=True)
class Deeds:
    """What can be done with a whole shot or scene."""

    pk: int
    film_id: int
    is_first: bool
    is_last: bool
    is_only: bool
    can_divide_scene: bool
    lines: tuple[tuple[int, str], ...]
    may_edit: bool


@dataclass(frozen=True)
class Dress:
    """Somebody or something in a scene, with the looks to choose from."""

    pk: int
    name: str
    kind: str
    look: str
    looks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SceneCast:
    """Who and what is in a scene."""

    pk: int
    film_id: int
    people: tuple[Dress, ...]
    choices: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    may_edit: bool


def scene_parts(studio: Studio, scene: Scene) -> tuple[Part, ...]:
    """Return what is shown of a scene that is open."""
    fields, shelf = Fields(f"scene-{scene.pk}", SceneForm, scene), shelf_of(studio)
    action = reverse("generation:shots-scene-change", args=(studio.film.project.pk, scene.pk))
    told = Group(
        f"form-told-{scene.pk}",
        "",
        action,
        (fields.text("heading", is_wide=True), fields.area("summary")),
        studio.may_edit,
    )
    where = (
        fields.select("set_id", _places(studio, shelf)),
        fields.select("time_of_day", forms.TIMES),
        fields.select("weather", forms.WEATHERS),
        fields.text("mood"),
        fields.text("music", help_text=_("The mood of its music, or “none”. Empty: as the scene feels.")),
        fields.select("transition", forms.TRANSITIONS),
    )
    return (
        Part(f"told-{scene.pk}", GROUP, told),
        _scene_cast(studio, shelf, scene),
        Part(
            f"where-{scene.pk}",
            GROUP,
            Group(f"form-where-{scene.pk}", _("Where and when"), action, where, studio.may_edit),
        ),
        _scene_deeds(studio, scene),
    )


def _places(studio: Studio, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    known = {pk: row.name for pk, row in studio.film.sets.items()}
    known.update({pk: name for pk, kind, name in shelf if kind == Entity.Kind.SET})
    return (("", _("None")), *((str(pk), name) for pk, name in sorted(known.items(), key=lambda item: item[1])))


def _scene_cast(studio: Studio, shelf: Shelf, scene: Scene) -> Part:
    film = studio.film
    people = []
    for casting in film.scene_castings.get(scene.pk, ()):
        character, prop = film.characters.get(casting.entity_id), film.props.get(casting.entity_id)
        row = character or prop
        if row is None:
            continue
        looks = looks_of(film, row.pk) if character else ()
        look = str(casting.look_id or "")
        kind = _("Person") if character else _("Prop")
        people.append(Dress(row.pk, row.name, kind, look, looks if len(looks) > 2 or look else ()))
    taken = {casting.entity_id for casting in film.scene_castings.get(scene.pk, ())}
    shows = SceneCast(scene.pk, film.project.pk, tuple(people), choices(studio, shelf, taken), studio.may_edit)
    return Part(f"scene-cast-{scene.pk}", "generation/shots/_scene_cast.html", shows)


def _scene_deeds(studio: Studio, scene: Scene) -> Part:
    film = studio.film
    lines = [row for row in film.segments if row.scene_id == scene.pk]
    shows = Deeds(
        pk=scene.pk,
        film_id=film.project.pk,
        is_first=film.scenes[0].pk == scene.pk,
        is_last=film.scenes[-1].pk == scene.pk,
        is_only=len(film.scenes) == 1,
        can_divide_scene=len(lines) > 1,
        lines=tuple((row.pk, _line(row)) for row in lines[1:]),
        may_edit=studio.may_edit,
    )
    return Part(f"scene-deeds-{scene.pk}", "generation/shots/_scene_deeds.html", shows)


def _line(segment: Segment) -> str:
    text = " ".join(segment.text.split()[:9]) or _("(pause)")
    return f"{segment.speaker_name}: {text}" if segment.speaker_name else text
