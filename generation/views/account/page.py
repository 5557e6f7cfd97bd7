"""The account's page and its drawer: six sections of one library, each under its own address.

Where one is (`at`) is written as "members:3": the section, and the library that it is about. What else is open in a
section follows, as in "models:3:video".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from entities.models import Library, Membership
from generation.http import StudioRequest, wants_partial
from generation.views.account import (
    costs_section,
    history_section,
    keys_section,
    members_section,
    models_section,
    you_section,
)
from generation.views.library.page import libraries_of

Section = Callable[[StudioRequest, Any], dict[str, Any]]

SECTIONS: Final[dict[str, tuple[Any, Section]]] = {
    "you": (_("You"), you_section.shown),
    "members": (_("Members"), members_section.shown),
    "keys": (_("Keys"), keys_section.shown),
    "models": (_("Models"), models_section.shown),
    "costs": (_("Costs"), costs_section.shown),
    "history": (_("History"), history_section.shown),
}
FILM_SETTINGS: Final = {"members", "keys", "models", "costs", "history"}
"""Sections that are about a library."""


@dataclass(frozen=True)
class Tab:
    """One section in the row of sections."""

    key: str
    label: str
    at: str
    href: str
    is_shown: bool


@require_safe
def account(request: StudioRequest) -> HttpResponse:
    """Show a section as a page."""
    return render(request, "account/page.html", _context(request, *_where(request)))


@require_safe
def drawer(request: StudioRequest) -> HttpResponse:
    """Show a section in the drawer."""
    return render(request, "account/_body.html", _context(request, *_where(request)))


def answer(request: StudioRequest, section: str, library: Library | None = None, **told: Any) -> HttpResponse:
    """Answer a change with its section as it is now; without htmx, with its page. `told` is said only this once."""
    if not wants_partial(request) and not told:
        return redirect(_href(section, library.pk if library else 0))
    context = {**_context(request, section, _seat(request, library.pk if library else 0)), **told}
    if not wants_partial(request):
        return render(request, "account/page.html", context)
    return render(request, "account/_body.html", {**context, "oob": True, "is_answer": True})


def _where(request: StudioRequest) -> tuple[str, Any]:
    section, _colon, rest = request.GET.get("at", "").partition(":")
    number = rest.partition(":")[0]
    section = section or request.GET.get("show", "")
    return (section if section in SECTIONS else "you"), _seat(request, int(number) if number.isdecimal() else 0)


def _seat(request: StudioRequest, library_id: int) -> Any:
    """Return a library of the user's, with the `role` that the user has there; without a wish, the user's own."""
    seats = libraries_of(request)
    return next((library for library in seats if library.pk == library_id), seats[0])


def _context(request: StudioRequest, section: str, library: Any) -> dict[str, Any]:
    _label, shown = SECTIONS[section]
    seats = libraries_of(request) if section in FILM_SETTINGS else []
    return {
        "section": section,
        "section_template": f"account/_{section}.html",
        "tabs": [_tab(key, label, library.pk, section) for key, (label, _shown) in SECTIONS.items()],
        "library": library,
        "libraries": [_tab(section, seat.name, seat.pk, section if seat.pk == library.pk else "") for seat in seats],
        "is_owner": library.role == Membership.Role.OWNER,
        "nav": "account",
        **shown(request, library),
    }


def _tab(key: str, label: Any, library_id: int, chosen: str) -> Tab:
    return Tab(key, str(label), f"{key}:{library_id}", _href(key, library_id), key == chosen)


def _href(section: str, library_id: int) -> str:
    at = f"{section}:{library_id}" if library_id else section
    return f"{reverse('generation:account')}?{urlencode({'at': at})}"
