"""Everybody, every place and every thing of a film: how it looks, how it sounds, how much of the film it is in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from entities.models import Entity
from generation.graph import State
from generation.models import Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.bills import Reckoning

MOST_ON_SHELF = 60
"""How many of the library's rows are shown at once; a search finds the others."""


@dataclass(frozen=True)
class WornLook:
    """A look that somebody has in this film."""

    name: str
    picture: str


@dataclass(frozen=True)
class Tile:
    """Somebody or something of the film."""

    pk: int
    film_id: int
    kind: str
    name: str
    about: str
    aliases: str
    voice: str
    picture: str
    state: str
    word: str
    uses: str
    looks: tuple[WornLook, ...]
    can_draw: bool
    draw_bill: str
    can_remove: bool
    others: tuple[tuple[int, str], ...]
    may_edit: bool


@dataclass(frozen=True)
class Head:
    """How many there are, and what of their pictures is out of date."""

    film_id: int
    facts: tuple[str, ...]
    stale: str
    bill: str
    is_empty: bool
    may_edit: bool


@dataclass(frozen=True)
class OnShelf:
    """Somebody or something of the library that is not in the film."""

    pk: int
    name: str
    kind: str
    picture: str


@dataclass(frozen=True)
class Shelf:
    """The library, to add from. Nothing is open where `is_open` is not set."""

    film_id: int
    is_open: bool = False
    wanted: str = ""
    rows: tuple[OnShelf, ...] = ()
    has_more: bool = False


class _Counts:
    """How often everything is heard and seen, counted once."""

    def __init__(self, studio: Studio) -> None:
        film = studio.film
        self.lines = Counter(segment.speaker_id for segment in film.spoken if segment.speaker_id)
        seen = (casting.entity_id for castings in film.shot_castings.values() for casting in castings)
        self.shots = Counter(seen)
        self.scenes: Counter[int] = Counter()
        for scene in film.scenes:
            self.scenes.update({casting.entity_id for casting in film.scene_castings.get(scene.pk, ())})
            if scene.set_id:
                self.scenes[scene.set_id] += 1
                self.shots[scene.set_id] += len(film.shots_by_scene.get(scene.pk, ()))

    def words(self, pk: int) -> str:
        """Say how often something is in the film."""
        found = [(self.lines[pk], _("line"), _("lines")), (self.shots[pk], _("shot"), _("shots"))]
        said = ", ".join(wording.count(*one) for one in found if one[0])
        if not said and self.scenes[pk]:
            return wording.count(self.scenes[pk], _("scene"), _("scenes"))
        return said or _("Not used yet")

    def is_used(self, pk: int) -> bool:
        """Tell whether the film needs something."""
        return bool(self.lines[pk] or self.shots[pk] or self.scenes[pk])


def head(studio: Studio, reckoning: Reckoning) -> Part:
    """Return figures of the cast."""
    film = studio.film
    stale = [slot for slot in studio.graph.of_role(Slot.Role.REFERENCE) if reckoning.is_stale(slot)]
    bill = reckoning.bill(stale)
    facts = (
        wording.count(len(film.characters), _("character"), _("characters")),
        wording.count(len(film.sets), _("place"), _("places")),
        wording.count(len(film.props), _("thing"), _("things")),
    )
    is_empty = not (film.characters or film.sets or film.props)
    shows = Head(film.project.pk, facts, bill.pieces, bill.words, is_empty, studio.may_edit)
    return Part("casthead", "generation/cast/_head.html", shows)


def groups(studio: Studio, reckoning: Reckoning) -> tuple[Part, ...]:
    """Return people, places and things, each in the order of the plan, then by name."""
    film, counts = studio.film, _Counts(studio)
    listed = {casting.entity_id: at for at, casting in enumerate(film.castings)}
    kinds: tuple[tuple[str, str, dict[int, Entity]], ...] = (
        ("people", _("People"), {**film.characters}),
        ("places", _("Places"), {**film.sets}),
        ("things", _("Things"), {**film.props}),
    )
    found = []
    for key, title, rows in kinds:
        order = sorted(rows.values(), key=lambda row: (listed.get(row.pk, len(listed)), row.name))
        tiles = tuple(
            Part(f"tile-{row.pk}", "generation/cast/_tile.html", _tile(studio, reckoning, counts, row)) for row in order
        )
        found.append(Part(key, "generation/cast/_group.html", title, tiles))
    return tuple(found)


def _tile(studio: Studio, reckoning: Reckoning, counts: _Counts, row: Entity) -> Tile:
    film = studio.film
    person = film.characters.get(row.pk)
    usual = film.usual_looks.get(row.pk) if person else None
    slot = (
        film.slot("look", usual.pk, Slot.Role.REFERENCE) if usual else film.slot("entity", row.pk, Slot.Role.REFERENCE)
    )
    voice = film.voices.get((person.voice_id if person else 0) or 0)
    state, word = _standing(studio, slot)
    others = tuple((pk, other.name) for pk, other in film.characters.items() if person and pk != row.pk)
    return Tile(
        pk=row.pk,
        film_id=film.project.pk,
        kind=row.kind,
        name=row.name,
        about=_about(studio, row),
        aliases=", ".join(str(alias) for alias in person.aliases) if person else "",
        voice=voice.name if voice else (_("The narrator's voice") if person else ""),
        picture=_picture(slot),
        state=state,
        word=word,
        uses=counts.words(row.pk),
        looks=_looks(studio, row.pk) if person else (),
        can_draw=slot is not None and studio.graph.states.get(slot.pk) in {State.READY, State.FRESH, State.FAILED},
        draw_bill=reckoning.bill([slot]).words if slot and slot.pk in studio.graph.states else "",
        can_remove=not counts.is_used(row.pk),
        others=others,
        may_edit=studio.may_edit,
    )


def _picture(slot: Slot | None) -> str:
    return media_url(slot.selected_take.asset) if slot and slot.selected_take else ""


def _standing(studio: Studio, slot: Slot | None) -> tuple[str, str]:
    state = studio.graph.states.get(slot.pk) if slot else None
    if slot is None or state is None:
        return "none", ""
    if state is State.WORKING:
        return "working", _("Being drawn")
    if state is State.FAILED:
        return "failed", _("Failed")
    if slot.selected_take is None:
        return "waiting", _("Not drawn yet")
    return ("done", "") if state is State.FRESH else ("again", _("Out of date"))


def _about(studio: Studio, row: Entity) -> str:
    film = studio.film
    person = film.characters.get(row.pk)
    if person is None:
        return row.description
    look = film.usual_looks.get(row.pk)
    words = [
        person.role,
        person.age if person.age != "adult" else "",
        _("%s hair") % person.hair if person.hair else "",
    ]
    said = ", ".join(filter(None, [*words, person.features, look.wears if look else ""]))
    return said[:1].upper() + said[1:]


def _looks(studio: Studio, pk: int) -> tuple[WornLook, ...]:
    """The looks that somebody is really seen in, where there is more than the usual one."""
    film = studio.film
    worn: dict[int, None] = {}
    for castings in film.shot_castings.values():
        for casting in castings:
            person = film.person(casting) if casting.entity_id == pk else None
            if person and person[1]:
                worn[person[1].pk] = None
    rows = [film.looks[look] for look in worn if look in film.looks]
    if len(rows) < 2 and all(look.is_usual for look in rows):
        return ()
    return tuple(WornLook(look.name, _picture(film.slot("look", look.pk, Slot.Role.REFERENCE))) for look in rows)


def shelf(studio: Studio) -> Part:
    """Return what of the library may be added, where the address asks for it."""
    shows = Shelf(studio.film.project.pk)
    if "add" in studio.asked and studio.may_edit:
        shows = _shelf(studio, studio.asked.get("find", "").strip()[:80])
    return Part("shelf", "generation/cast/_shelf.html", shows)


def _shelf(studio: Studio, wanted: str) -> Shelf:
    film = studio.film
    here = {*film.characters, *film.sets, *film.props}
    rows = Entity.objects.filter(library=film.project.library_id).exclude(pk__in=here)
    if wanted:
        rows = rows.filter(Q(name__icontains=wanted) | Q(description__icontains=wanted))
    listed = list(rows.order_by("kind", "name")[: MOST_ON_SHELF + 1])
    pictures = _pictures_of(listed)
    words = {"character": _("Character"), "set": _("Place"), "prop": _("Thing")}
    shown = tuple(
        OnShelf(row.pk, row.name, words[row.kind], pictures.get(row.pk, "")) for row in listed[:MOST_ON_SHELF]
    )
    return Shelf(film.project.pk, True, wanted, shown, len(listed) > MOST_ON_SHELF)  # noqa: FBT003  (a plain record)


def _pictures_of(rows: list[Entity]) -> dict[int, str]:
    wanted = Q(entity__in=rows) | Q(look__character__in=[row.pk for row in rows], look__is_usual=True)
    slots = Slot.objects.filter(wanted, role=Slot.Role.REFERENCE, selected_take__isnull=False)
    found = {}
    for slot in slots.select_related("selected_take__asset", "look"):
        owner = slot.look.character_id if slot.look else slot.entity_id
        found[owner or 0] = _picture(slot)
    return found
