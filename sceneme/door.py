"""Who is not signed in: a page leads to the door and back, a part of a page is told that the session is over."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from sceneme import throttle

SIGNED_OUT = "studio:signed-out"
"""The event that a page hears when its session is over. What was typed is kept by the page (`keep.js`)."""


class DoorMiddleware(LoginRequiredMiddleware):
    """Let in who has signed in. A form that was sent too late leads back to its page, where its text still is."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponseBase:  # type: ignore[override]
        """Answer somebody who has not signed in."""
        if getattr(request, "htmx", False):
            event = {SIGNED_OUT: {"signIn": resolve_url(settings.LOGIN_URL)}}
            headers = {"HX-Trigger": json.dumps(event), "HX-Reswap": "none", "Cache-Control": "no-store"}
            return HttpResponse(_("You have been signed out."), status=401, content_type="text/plain", headers=headers)
        return redirect_to_login(page_of(request))


def page_of(request: HttpRequest) -> str:
    """Return the page to come back to: the one asked for, or the one that the form stood on."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


class SignInForm(AuthenticationForm):
    """A name and a password, and patience after too many mistakes."""

    shut: throttle.Shut | None = None

    def clean(self) -> dict[str, Any]:
        """Look at the password, unless there were too many tries."""
        name, address = self.cleaned_data.get("username"), throttle.address_of(self.request)  # type: ignore[arg-type]
        if not name or not self.cleaned_data.get("password"):
            return self.cleaned_data
        try:
            throttle.count_try(name, address)
        except throttle.Shut as shut:
            self.shut = shut
            raise ValidationError(str(shut), code="shut") from shut
        cleaned: dict[str, Any] = super().clean()
        throttle.forget_tries(name, address)
        return cleaned
