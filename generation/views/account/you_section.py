"""Oneself: how the studio looks, the password, and where one is signed in."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from generation.http import StudioRequest
from generation.views.account import sessions

THEMES: Final = (("system", _("As the device")), ("dark", _("Dark")), ("light", _("Light")))
COOKIE: Final = "theme"


def theme_of(request: HttpRequest) -> str:
    """Return the look that was chosen: dark, light, or "" for the device's own."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in {"dark", "light"} else ""


def theme_in(request: HttpRequest) -> dict[str, Any]:
    """Give templates `{{ theme }}`, so that a page comes in its colours and need not change them."""
    return {"theme": theme_of(request)}


def _here(request: StudioRequest) -> str:
    """Return the page that a drawer is open over, to come back to it; without a drawer, the account's own."""
    return (request.htmx and request.htmx.current_url_abs_path) or reverse("generation:account")


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows."""
    chosen = theme_of(request) or "system"
    return {
        "themes": [(key, label, key == chosen) for key, label in THEMES],
        "languages": settings.LANGUAGES,
        "language_next": _here(request),
        "has_password": request.user.has_usable_password(),
        "sessions": sessions.sessions_of(request.user, request.session.session_key),
        "lasting": settings.SESSION_COOKIE_AGE // 86_400,
    }
