"""The library as cards: a wide picture, a kind, a state, the guide images. A constant number of queries a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from entities.models import Entity, Library, Style, Voice
from generation.film import Film, load_entities, offers_of
from generation.models import Asset, Job, ModelOffer, Slot
from generation.views import wording
from generation.views.library import found, standing
from generation.views.library.address import ENTITY_SHELVES, KIND_WORDS, Address
from generation.views.media import media_url
from generation.views.parts import Part
from projects import usage
from projects.models import Project, Series

PER_PAGE = 20
STRIP = 7
"""How many guide images a card shows."""


@dataclass(frozen=True)
class Card:
    """What a card shows. `hero` says which kind of picture stands at its top."""

    row_id: int
    opened: str
    kind: str
    kind_word: str
    name: str
    about: str
    hero: str
    picture: str
    palette: tuple[str, ...]
    sound: str
    guides: tuple[str, ...]
    more_guides: int
    takes_guides: bool
    state: str
    word: str
    used: str
    href: str
    is_open: bool
    may_edit: bool


@dataclass(frozen=True)
class Shelf:
    """The cards of one shelf, a page of them."""

    cards: tuple[Part, ...]
    page: Page[Any]
    is_working: bool


def page_of(address: Address, library: Library) -> Page[Any]:
    """Return the rows of a shelf's page."""
    own: dict[str, Any] = {"voices": Voice, "styles": Style}
    if model := own.get(address.shelf):
        rows = model.objects.filter(library=None) | model.objects.filter(library=library)
        rows = rows.order_by("-library", "name", "pk")
    elif address.shelf == "series":
        rows = Series.objects.filter(library=library).order_by("name", "pk")
    else:
        rows = Entity.objects.filter(library=library).order_by("name", "pk")
        if kind := ENTITY_SHELVES.get(address.shelf):
            rows = rows.filter(kind=kind)
    if wanted := address.asked.get("q", "").strip()[:120]:
        is_seen = rows.model is Entity
        rows = found.among(rows, wanted) if is_seen else rows.filter(name__icontains=wanted)
    return Paginator(rows, PER_PAGE).get_page(address.asked.get("page"))


def shelf(address: Address, library: Library, page: Page[Any], stock: Stock, *, may_edit: bool) -> Shelf:
    """Return the cards of a page. `stock` holds its entities."""
    makers = {"voices": _voices, "styles": _styles, "series": _series}
    if make := makers.get(address.shelf):
        return make(address, library, page, may_edit)
    cards = tuple(_entity(address, entity, stock, may_edit=may_edit) for entity in page.object_list)
    return Shelf(cards, page, stock.is_working)


# --- Characters, sets, props ------------------------------------------------------------------------


@dataclass(frozen=True)
class Stock:
    """Entities with all that their cards and panels are made from, loaded together.

    `films` holds each as the newest film that uses it would have it drawn.
    """

    films: dict[int, Film]
    uses: usage.Uses
    projects: dict[int, Project]
    jobs: dict[int, Job]

    @property
    def is_working(self) -> bool:
        """Tell whether a picture of theirs is being made."""
        return any(not job.is_final for job in self.jobs.values())


def stock_of(library: Library, entities: Sequence[Entity], opened_id: int = 0) -> Stock:
    """Load entities in a constant number of queries, and of the one that is open every film that uses it."""
    ids = {entity.pk for entity in entities}
    uses = usage.of_entities(ids) if ids else usage.Uses()
    newest = {pk: uses.newest(pk) for pk in ids}
    wanted = {film_id for film_id in newest.values() if film_id} | {use.film_id for use in uses.of(opened_id)}
    projects = Project.objects.in_bulk(list(wanted)) if wanted else {}
    if not ids:
        return Stock({}, uses, projects, {})
    blank = load_entities(library, ids)
    films = {pk: replace(blank, project=projects.get(film_id or 0, blank.project)) for pk, film_id in newest.items()}
    return Stock(films, uses, projects, standing.last_jobs(slot.pk for slot in shared_slots(films.values())))


def shared_slots(films: Iterable[Film]) -> list[Slot]:
    """Return the slots of entities that were loaded together."""
    first = next(iter(films), None)
    return [] if first is None else [slot for slot in first.slots.values() if slot.role == Slot.Role.REFERENCE]


def pictures_of(film: Film, entity: Entity) -> list[Slot | None]:
    """Return the places of an entity's pictures: one for each look of a character, the usual one first."""
    if entity.kind != Entity.Kind.CHARACTER:
        return [film.slot("entity", entity.pk, Slot.Role.REFERENCE)]
    looks = [look for look in film.looks.values() if look.character_id == entity.pk]
    ordered = sorted(looks, key=lambda look: (not look.is_usual, look.pk))
    return [film.slot("look", look.pk, Slot.Role.REFERENCE) for look in ordered] or [None]


def _entity(address: Address, entity: Entity, stock: Stock, *, may_edit: bool) -> Part:
    film, jobs, films = stock.films[entity.pk], stock.jobs, len(stock.uses.of(entity.pk))
    slots = pictures_of(film, entity)
    state = standing.of_looks([standing.of_slot(film, slot, jobs.get(slot.pk) if slot else None) for slot in slots])
    take = next((slot.selected_take for slot in slots if slot and slot.selected_take), None)
    guides = film.guides.get(entity.pk, [])
    person = film.characters.get(entity.pk)
    about = (person.role if person else "") or entity.description
    return _part(
        Card(
            row_id=entity.pk,
            opened="entity",
            kind=entity.kind,
            kind_word=str(KIND_WORDS[entity.kind]),
            name=entity.name,
            about=about[:140],
            hero="picture",
            picture=media_url(take.asset) if take else "",
            palette=(),
            sound="",
            guides=tuple(media_url(asset) for asset in guides[:STRIP]),
            more_guides=max(0, len(guides) - STRIP),
            takes_guides=True,
            state=state.state,
            word=str(state.word),
            used=_in_films(films),
            href=address.of("entity", entity.pk),
            is_open=(address.opened, address.row_id) == ("entity", entity.pk),
            may_edit=may_edit,
        )
    )


def _part(card: Card) -> Part:
    return Part(f"card-{card.opened}-{card.row_id}", "library/_card.html", card)


def _in_films(count: int) -> str:
    return _("in %s") % wording.count(count, "film") if count else _("in no film yet")


# --- Voices -----------------------------------------------------------------------------------------


def _voices(address: Address, library: Library, page: Page[Any], may_edit: bool) -> Shelf:  # noqa: FBT001
    voices = list(page.object_list)
    ids = [voice.pk for voice in voices]
    samples = samples_of(library, ids)
    jobs = standing.last_jobs(slot.pk for slot in samples.values())
    uses = usage.of_voices(ids, [library.pk])
    offers = {offer.key: offer for offer in offers_of(library.pk)}
    cards = []
    for voice in voices:
        slot = samples.get(voice.pk)
        job = jobs.get(slot.pk) if slot else None
        state, word = voice_state(voice, offers.get(voice.offer), job)
        cards.append(
            _plain(
                address,
                voice,
                "voice",
                about=voice_words(voice),
                hero="voice",
                sound=media_url(slot.selected_take.asset) if slot and slot.selected_take else "",
                state=(state, word),
                used=_in_films(len(uses.of(voice.pk))),
                may_edit=may_edit,
            )
        )
    return Shelf(tuple(cards), page, any(not job.is_final for job in jobs.values()))


def samples_of(library: Library, voice_ids: Iterable[int]) -> dict[int, Slot]:
    """Return where the samples of voices are kept for a library."""
    slots = Slot.objects.filter(role=Slot.Role.SAMPLE, variant=str(library.pk), voice__in=list(voice_ids))
    return {slot.voice_id or 0: slot for slot in slots.select_related("selected_take__asset")}


def voice_state(voice: Voice, offer: ModelOffer | None, job: Job | None) -> tuple[str, str]:
    """Return how a voice stands, by icon and word."""
    if offer is None or not offer.is_on:
        return "failed", _("Its model is switched off")
    if job is not None and not job.is_final:
        return "working", _("Speaking")
    return ("done", _("Yours")) if voice.library_id else ("done", _("Comes with the studio"))


def voice_words(voice: Voice) -> str:
    """Return a voice in a few words: “female, adult, warm and clear”."""
    return ", ".join(word for word in (voice.get_sex_display().lower(), voice.age, voice.tone) if word)


# --- Styles, series ---------------------------------------------------------------------------------


def _styles(address: Address, library: Library, page: Page[Any], may_edit: bool) -> Shelf:  # noqa: FBT001
    cards = tuple(
        _plain(
            address,
            style,
            "style",
            about=style.description[:140],
            hero="palette",
            palette=tuple(style.palette),
            state=("done", _("Yours") if style.library_id else _("Comes with the studio")),
            used="",
            may_edit=may_edit,
        )
        for style in page.object_list
    )
    return Shelf(cards, page, is_working=False)


def _series(address: Address, library: Library, page: Page[Any], may_edit: bool) -> Shelf:  # noqa: FBT001
    rows = list(page.object_list)
    episodes = list(Project.objects.filter(series__in=rows).order_by("episode_number").only("pk", "series_id"))
    posters = posters_of([film.pk for film in episodes])
    cards = []
    for row in rows:
        own = [film.pk for film in episodes if film.series_id == row.pk]
        poster = next((posters[pk] for pk in reversed(own) if pk in posters), None)
        cards.append(
            _plain(
                address,
                row,
                "series",
                about="",
                hero="picture",
                picture=media_url(poster),
                state=("done" if own else "later", wording.count(len(own), "episode") if own else _("No episode yet")),
                used="",
                may_edit=may_edit,
            )
        )
    return Shelf(tuple(cards), page, is_working=False)


def posters_of(film_ids: Sequence[int]) -> dict[int, Asset]:
    """Return the first frame of each film that has one."""
    frames = Slot.objects.filter(
        role=Slot.Role.FRAME,
        shot__scene__project=OuterRef("pk"),
        shot__removed_at=None,
        shot__scene__removed_at=None,
        selected_take__isnull=False,
    ).order_by("shot__scene__position", "shot__position")
    films = Project.objects.filter(pk__in=film_ids).annotate(poster=Subquery(frames.values("selected_take__asset")[:1]))
    found = {row["pk"]: row["poster"] for row in films.filter(poster__isnull=False).values("pk", "poster")}
    assets = Asset.objects.in_bulk(list(found.values()))
    return {film_id: assets[asset_id] for film_id, asset_id in found.items()}


def _plain(address: Address, row: Any, opened: str, *, state: tuple[str, str], may_edit: bool, **shows: Any) -> Part:
    given = {"picture": "", "palette": (), "sound": "", **shows}
    return _part(
        Card(
            row_id=row.pk,
            opened=opened,
            kind=opened,
            kind_word=str(KIND_WORDS[opened]),
            name=row.name,
            guides=(),
            more_guides=0,
            takes_guides=False,
            state=state[0],
            word=state[1],
            href=address.of(opened, row.pk),
            is_open=(address.opened, address.row_id) == (opened, row.pk),
            may_edit=may_edit and row.library_id is not None,
            **given,
        )
    )
