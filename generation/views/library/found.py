"""Finding things of a library by words: names, fields, and what is seen in their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from entities.models import GuideImage, Library
from generation.film import offers_of
from generation.models import AssetAnalysis, Slot, Take
from generation.services import analysis
from generation.views import seen, wording
from generation.views.activity import place_of
from generation.views.library.address import Address
from generation.views.media import media_url
from generation.views.parts import Part

MOST_PICTURES: Final = 24
_FIELDS: Final = (
    "name",
    "description",
    "character__role",
    "character__hair",
    "character__features",
    "set__place",
    "set__era",
)
_STEPS: Final = {Slot.Role.FRAME: "frames", Slot.Role.CLIP: "clips"}


@dataclass(frozen=True)
class FoundPicture:
    """A picture that was found, with where it belongs."""

    picture: str
    about: str
    where: str
    href: str


@dataclass(frozen=True)
class Found:
    """The pictures that were found. `more` is how many there are beyond those shown."""

    words: str
    pictures: tuple[FoundPicture, ...]
    more: int
    needs_setup: bool
    setup: str


def words_of(query: str) -> list[str]:
    """Return what is looked for; the names of colours and faces as they are kept."""
    kept = {str(name).casefold(): english for english, name in seen.WORDS.items()}
    words = analysis.wanted_words(query)
    return [word for one in words for word in kept.get(one, one).split()]


def among(rows: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Return the entities among `rows` that are found by every word: in a name, a field, or one of their pictures."""
    words = words_of(query)
    if not words:
        return rows.filter(name__icontains=query)
    for word in words:
        rows = rows.filter(_has(word))
    return rows


def _has(word: str) -> Q:
    in_fields = Q()
    for field in _FIELDS:
        in_fields |= Q(**{f"{field}__icontains": word})
    guides = GuideImage.objects.filter(analysis.has_word(word, "asset__analysis__"), entity=OuterRef("pk"))
    slots = Slot.objects.filter(analysis.has_word(word, "selected_take__asset__analysis__"))
    own, looks = slots.filter(entity=OuterRef("pk")), slots.filter(look__character=OuterRef("pk"))
    return in_fields | Q(Exists(guides)) | Q(Exists(own)) | Q(Exists(looks))


def pictures(address: Address, library: Library) -> Part | None:
    """Return the pictures of a library that are found by what the address asks for; None where it asks for nothing."""
    query = address.asked.get("q", "").strip()[:120]
    if not query or address.shelf:
        return None
    words = words_of(query)
    rows = analysis.pictures_with(library.pk, words) if words else AssetAnalysis.objects.none()
    shown = list(rows.select_related("asset")[:MOST_PICTURES])
    count = len(shown) if len(shown) < MOST_PICTURES else rows.count()
    needs_setup = not seen.is_described(library.pk, offers_of(library.pk))
    setup = f"{reverse('generation:account')}?at=models:{library.pk}"
    found = Found(query, tuple(_found(shown, address)), count - len(shown), needs_setup, setup)
    return Part("found", "library/_found.html", found)


def _found(rows: Sequence[AssetAnalysis], address: Address) -> Iterable[FoundPicture]:
    assets = [row.asset_id for row in rows]
    guides = {guide.asset_id: guide for guide in GuideImage.objects.filter(asset__in=assets).select_related("entity")}
    takes = Take.objects.filter(asset__in=assets).select_related(
        "slot__shot__scene__project", "slot__entity", "slot__look__character"
    )
    places = {take.asset_id: take.slot for take in takes.order_by("-pk")}
    for row in rows:
        where, href = _where(guides.get(row.asset_id), places.get(row.asset_id), address)
        about = row.description or row.asked_for or ", ".join(str(word) for word in row.facts.get("words", ()))
        yield FoundPicture(media_url(row.asset), about[:160], where, href)


def _where(guide: GuideImage | None, slot: Slot | None, address: Address) -> tuple[str, str]:
    if guide is not None:
        return _("%(name)s, guide image") % {"name": guide.entity.name}, address.of("entity", guide.entity_id)
    if slot is None:
        return "", ""
    if slot.shot:
        film = slot.shot.scene.project
        step = reverse("generation:film-step", args=[film.pk, _STEPS.get(Slot.Role(slot.role), "frames")])
        return f"{wording.title(film)}, {place_of(slot)}", f"{step}?shot={slot.shot_id}"
    entity_id = slot.look.character_id if slot.look else slot.entity_id
    return place_of(slot), address.of("entity", entity_id) if entity_id else ""
