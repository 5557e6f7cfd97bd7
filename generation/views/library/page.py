"""The library's page: cards in one column, and beside them what is open. Live while anything of it is being made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from entities.models import Entity, Library, Membership, Style, Voice
from entities.services import library_of
from generation.http import StudioRequest, wants_partial
from generation.models import Job, Slot
from generation.views import parts, pulse
from generation.views.access import EDITORS, visible
from generation.views.library import cards, delete_parts, entity_parts, found, opened, row_parts
from generation.views.library.address import SHELVES, Address, of_request
from generation.views.parts import Part
from projects.models import Series

_ROWS: dict[str, Any] = {"entity": Entity, "voice": Voice, "style": Style, "series": Series}


@dataclass(frozen=True)
class Place:
    """An address with the rows that it names."""

    address: Address
    libraries: tuple[Library, ...]
    library: Library
    row: Any
    may_edit: bool


@require_safe
def library(request: StudioRequest) -> HttpResponse:
    """Show a shelf of the library."""
    return _page(request, Address(asked=_asked(request)))


@require_safe
def entity(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Show a character, a set or a prop beside the cards."""
    return _page(request, Address("entity", entity_id, _asked(request)))


@require_safe
def voice(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Show a voice beside the cards."""
    return _page(request, Address("voice", voice_id, _asked(request)))


@require_safe
def style(request: StudioRequest, style_id: int) -> HttpResponse:
    """Show a style beside the cards."""
    return _page(request, Address("style", style_id, _asked(request)))


@require_safe
def series(request: StudioRequest, series_id: int) -> HttpResponse:
    """Show a series beside the cards."""
    return _page(request, Address("series", series_id, _asked(request)))


@require_safe
def live(request: StudioRequest) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    address = of_request(request)
    place = _place(request, address)
    if pulse.of_library(request.user, place.library.pk) == request.GET.get("since"):
        return HttpResponse(status=204)
    return changed(request, place)


def answer(request: StudioRequest, address: Address | None = None, **context: Any) -> HttpResponse:
    """Answer a change with the parts of the page that look different now; without htmx, with the page.

    `address` is where to go without htmx; `context` is for the template, such as what to work out next.
    """
    here = of_request(request)
    if wants_partial(request):
        return changed(request, _place(request, here), **context)
    to = address or here
    return redirect(to.of(to.opened, to.row_id) if to.opened else to.closed())


def go(request: StudioRequest, href: str) -> HttpResponse:
    """Answer a change by another page of the library."""
    if not wants_partial(request):
        return redirect(href)
    return HttpResponse(status=204, headers={"HX-Redirect": href})


def changed(request: StudioRequest, place: Place, **context: Any) -> HttpResponse:
    """Send the parts of a place that the browser does not show yet."""
    shown = _context(request, place)
    seen = parts.seen_by(request.POST if request.method == "POST" else request.GET)
    fresh = list(parts.changed(shown["parts"], seen))
    return render(request, "library/live.html", {**shown, **context, "changed": fresh, "oob": True})


# --- Where one is -----------------------------------------------------------------------------------


def _asked(request: StudioRequest) -> dict[str, str]:
    return {name: str(value)[:200] for name, value in request.GET.items() if name not in {"seen", "since", "drawer"}}


def _place(request: StudioRequest, address: Address) -> Place:
    seats = libraries_of(request)
    row = None
    if address.opened:
        model = _ROWS[address.opened]
        rows = model.objects.select_related("library")
        row = get_object_or_404(visible(request.user, rows), pk=address.row_id)
    wanted = str(row.library_id) if row is not None and row.library_id else address.asked.get("library", "")
    chosen = next((library for library in seats if str(library.pk) == wanted), next(iter(seats)))
    return Place(address, tuple(seats), chosen, row, chosen.role in EDITORS)


def libraries_of(request: StudioRequest) -> list[Any]:
    """Return the libraries that a user may see, the user's own first, each with the `role` the user has there."""
    seats = Library.objects.filter(memberships__user=request.user).annotate(role=F("memberships__role"))
    own_first = sorted(seats, key=lambda library: (library.role != Membership.Role.OWNER, library.pk))
    if own_first:
        return own_first
    library_of(request.user)
    return libraries_of(request)


# --- What is shown ----------------------------------------------------------------------------------


def _page(request: StudioRequest, address: Address) -> HttpResponse:
    place = _place(request, address)
    return render(request, "library/page.html", _context(request, place))


def _context(request: StudioRequest, place: Place) -> dict[str, Any]:
    # Read before the rest: what changes in between is sent once more rather than never.
    since = pulse.of_library(request.user, place.library.pk)
    address = place.address
    page = cards.page_of(address, place.library)
    stock = _stock(place, page)
    shelf = cards.shelf(address, place.library, page, stock, may_edit=place.may_edit)
    panel = _panel(place, stock)
    shelf_part = Part("cards", "library/_cards.html", _shelf_words(place, shelf), shelf.cards)
    pictures = found.pictures(address, place.library)
    shown = tuple(part for part in (shelf_part, pictures, panel) if part)
    return {
        "parts": shown,
        "shelf": shelf_part,
        "panel": panel,
        "pictures": pictures,
        "page": shelf.page,
        "address": address,
        "tabs": tuple((key, str(label), _tab(place, key), key == address.shelf) for key, label in SHELVES.items()),
        "library": place.library,
        "libraries": place.libraries,
        "may_edit": place.may_edit,
        "since": since,
        "is_live": shelf.is_working or stock.is_working or _is_speaking(place),
        "pages_query": place.address.query,
        "new_kind": {"sets": "set", "props": "prop", "series": "series"}.get(address.shelf, "character"),
        "title": place.row.name if place.row is not None else str(SHELVES[address.shelf]),
        "nav": "library",
    }


def _tab(place: Place, kind: str) -> str:
    return Address(asked={"library": place.address.asked.get("library", "")}).closed(kind=kind)


def _shelf_words(place: Place, shelf: cards.Shelf) -> tuple[Any, ...]:
    """What the column shows besides its cards."""
    address = place.address
    return address.shelf, address.asked.get("q", ""), shelf.page.number, shelf.page.paginator.num_pages, place.may_edit


def _stock(place: Place, page: Page[Any]) -> cards.Stock:
    """Load the entities of the cards and the one that is open, all together."""
    entities = [row for row in page.object_list if isinstance(row, Entity)]
    opened = place.row if isinstance(place.row, Entity) else None
    if opened is not None and opened not in entities:
        entities.append(opened)
    return cards.stock_of(place.library, entities, opened.pk if opened else 0)


def _panel(place: Place, stock: cards.Stock) -> Part | None:
    address, row = place.address, place.row
    if row is None:
        return None
    if address.asked.get("ask") == "delete":
        if row.library_id is None or not place.may_edit:
            raise PermissionDenied(_("You may look at this, but not delete it."))
        return delete_parts.sure(address.opened, row, place.library, address)
    if address.opened == "entity":
        return entity_parts.panel(opened.open_entity(row, stock, address), address, may_edit=place.may_edit)
    make: Any = getattr(row_parts, address.opened)
    panel: Part = make(row, place.library, address, may_edit=place.may_edit)
    return panel


def _is_speaking(place: Place) -> bool:
    if place.address.opened != "voice":
        return False
    jobs = Job.objects.filter(library=place.library, state__in=Job.ACTIVE, slot__role=Slot.Role.SAMPLE)
    return jobs.exists()


def opened_library(request: StudioRequest) -> Library:
    """Return the library whose shelf the request's page shows, for what is added there."""
    wanted = request.POST.get("library", "")
    seats = libraries_of(request)
    found = next((library for library in seats if str(library.pk) == wanted), None)
    if wanted and found is None:
        raise Http404
    chosen = found or seats[0]
    if chosen.role not in EDITORS:
        messages.error(request, _("You may look at this library, but not change it."))
        raise PermissionDenied(
            _("You may look at this library, but not change it. Ask its owner to make you an editor.")
        )
    library: Library = chosen
    return library
