"""What is open of a voice, a style or a series."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from entities.models import Entity, Library, Style, Voice
from generation import recipes
from generation.film import offers_of
from generation.services import budget
from generation.views import said, wording
from generation.views.library import changed_voice, standing
from generation.views.library.address import KIND_WORDS, Address
from generation.views.library.cards import posters_of, samples_of, voice_state
from generation.views.library.field_parts import field_parts
from generation.views.library.forms import fields_of
from generation.views.library.opened import FilmUse, uses_in_words
from generation.views.media import media_url
from generation.views.parts import Part
from projects import usage
from projects.models import Casting, Project, Series


@dataclass(frozen=True)
class RowHead:
    """The frame of the panel. `is_shared` rows come with the studio and are copied to be changed."""

    opened: str
    row_id: int
    kind_word: str
    name: str
    close: str
    delete: str
    is_shared: bool
    may_copy: bool
    may_edit: bool
    library_id: int


@dataclass(frozen=True)
class Sample:
    """A voice to listen to."""

    voice_id: int
    library_id: int
    text: str
    sound: str
    state: str
    word: str
    problem: str
    model: str
    price: str
    speakers: tuple[str, ...]
    may_edit: bool


@dataclass(frozen=True)
class Swatch:
    """What a style looks like, at a glance."""

    name: str
    palette: tuple[str, ...]
    light: str
    framing: str


@dataclass(frozen=True)
class Episode:
    """One film of a series."""

    film_id: int
    number: str
    title: str
    poster: str


@dataclass(frozen=True)
class SharedPart:
    """Somebody or something that several episodes show."""

    name: str
    kind_word: str
    href: str
    episodes: str


@dataclass(frozen=True)
class SeriesBody:
    """The films of a series, and who is in them."""

    episodes: tuple[Episode, ...]
    after: int
    cast: tuple[SharedPart, ...]


def voice(row: Voice, library: Library, address: Address, *, may_edit: bool) -> Part:
    """Return the panel of a voice."""
    may_change = may_edit and row.library_id is not None
    uses = uses_in_words(usage.of_voices([row.pk], [library.pk]).of(row.pk))
    children = (
        Part(f"sample-{row.pk}", "library/_sample.html", _sample(row, library, may_edit=may_edit)),
        *field_parts(row, fields_of(row), "voice", may_edit=may_change),
        changed_voice.part(row, library, may_edit=may_change),
        Part(f"used-voice-{row.pk}", "library/_used.html", uses),
    )
    head = _head("voice", row, library, address, may_edit=may_edit)
    return Part(f"panel-voice-{row.pk}", "library/_voice.html", head, children)


def _head(opened: str, row: Voice | Style | Series, library: Library, address: Address, *, may_edit: bool) -> RowHead:
    return RowHead(
        opened=opened,
        row_id=row.pk,
        kind_word=str(KIND_WORDS[opened]),
        name=row.name,
        close=address.closed(),
        delete=address.of(opened, row.pk, ask="delete"),
        is_shared=row.library_id is None,
        may_copy=may_edit and opened in {"voice", "style"},
        may_edit=may_edit and row.library_id is not None,
        library_id=library.pk,
    )


def _sample(row: Voice, library: Library, *, may_edit: bool) -> Sample:
    slot = samples_of(library, [row.pk]).get(row.pk)
    job = standing.last_jobs([slot.pk]).get(slot.pk) if slot else None
    offer = next((one for one in offers_of(library.pk) if one.key == row.offer), None)
    state, word = voice_state(row, offer, job)
    take = slot.selected_take if slot else None
    has_failed = job is not None and job.state == "failed" and take is None
    return Sample(
        voice_id=row.pk,
        library_id=library.pk,
        text=recipes.SAMPLE_TEXT,
        sound=media_url(take.asset) if take else "",
        state=state,
        word=word,
        problem=said.words(job.error_detail) if job is not None and has_failed else "",
        model=offer.label if offer else row.offer,
        price=wording.price(budget.estimate(offer, {"text": recipes.SAMPLE_TEXT})),
        speakers=tuple(usage.speakers_of([row.pk], [library.pk]).get(row.pk, ())),
        may_edit=may_edit and offer is not None and offer.is_on,
    )


def style(row: Style, library: Library, address: Address, *, may_edit: bool) -> Part:
    """Return the panel of a style."""
    may_change = may_edit and row.library_id is not None
    swatch = Swatch(row.name, tuple(row.palette), row.get_light_display(), row.get_framing_display())
    chosen = Q(style__name=row.name) | Q(style={}, planned_style__name=row.name)
    films = Project.objects.filter(chosen, library=library).order_by("-pk")[:20]
    uses = tuple(FilmUse(film.pk, wording.title(film), _("keeps the copy it was made with")) for film in films)
    children = (
        Part(f"swatch-{row.pk}", "library/_swatch.html", swatch),
        *field_parts(row, fields_of(row), "style", may_edit=may_change),
        Part(f"used-style-{row.pk}", "library/_used.html", uses),
    )
    head = _head("style", row, library, address, may_edit=may_edit)
    return Part(f"panel-style-{row.pk}", "library/_style.html", head, children)


def series(row: Series, library: Library, address: Address, *, may_edit: bool) -> Part:
    """Return the panel of a series."""
    films = list(Project.objects.filter(series=row).order_by("episode_number", "pk"))
    posters = posters_of([film.pk for film in films])
    episodes = tuple(
        Episode(film.pk, str(film.episode_number or "–"), wording.title(film), media_url(posters.get(film.pk)))
        for film in films
    )
    children = (
        *field_parts(row, fields_of(row), "series", may_edit=may_edit),
        Part(
            f"episodes-{row.pk}",
            "library/_episodes.html",
            SeriesBody(episodes, films[-1].pk if films and may_edit else 0, _shared_cast(films, address)),
        ),
    )
    head = _head("series", row, library, address, may_edit=may_edit)
    return Part(f"panel-series-{row.pk}", "library/_series.html", head, children)


def _shared_cast(films: list[Project], address: Address) -> tuple[SharedPart, ...]:
    """Return who is in the films, those of most episodes first."""
    ids = list(Casting.objects.filter(project__in=films).values_list("entity", flat=True).distinct())
    uses = usage.of_entities(ids)
    here = {film.pk for film in films}
    found = []
    for entity in Entity.everything.filter(pk__in=ids).order_by("name"):
        count = len([use for use in uses.of(entity.pk) if use.film_id in here])
        href = address.of("entity", entity.pk) if entity.removed_at is None else ""
        part = SharedPart(entity.name, str(KIND_WORDS[entity.kind]), href, wording.count(count, "episode"))
        found.append((-count, part))
    return tuple(part for _count, part in sorted(found, key=lambda pair: pair[0]))
