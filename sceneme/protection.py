"""What every answer tells the browser it may do, and what is turned away before it is read.

No script and no style stands in a page itself: what a name or a story brings along is never run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from generation import storage

log = structlog.get_logger(__name__)

Answer = Callable[[HttpRequest], HttpResponseBase]

_PERMISSIONS: Final = ", ".join(
    [
        "autoplay=(self)",
        "fullscreen=(self)",
        "picture-in-picture=(self)",
        "web-share=(self)",
        "clipboard-write=(self)",
        *(
            f"{power}=()"
            for power in ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer")
        ),
        *(f"{power}=()" for power in ("microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking")),
    ]
)


def policy(store: str = "") -> str:
    """Return the content security policy of our pages; `store` is the host that hands out files by links of its own."""
    rules = {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' blob: data: {store}",
        "media-src": f"'self' blob: {store}",
        "connect-src": f"'self' {store}",
        "font-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources.strip()}" for name, sources in rules.items())


class ProtectionMiddleware:
    """Put the policy on every answer that has none of its own, and turn away what is too large to be an upload."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request`."""
        response = _too_large(request) if _is_too_large(request) else self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy_now())
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        return response


def _is_too_large(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length) > settings.MOST_REQUEST_BYTES


def _too_large(request: HttpRequest) -> HttpResponseBase:
    """Say so from the headers alone: nothing of the body has been read."""
    return refusal(request, _("This is more than %d MB.") % (settings.MOST_REQUEST_BYTES // 1_000_000), status=413)


def refusal(request: HttpRequest, sentence: str, *, status: int) -> HttpResponse:
    """Answer a request that cannot be read: a page for a person, the sentence alone for a part of a page."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(sentence, status=status, content_type="text/plain")
    return render(request, "refused.html", {"sentence": sentence, "status": status}, status=status)


def _policy_now() -> str:
    # A bucket's links are made without asking it, but its keys may have to be fetched first, and may be missing.
    backend = settings.STORAGES["default"]
    try:
        return _policy_for(backend["BACKEND"], repr(backend.get("OPTIONS")))
    except Exception:
        log.exception("the store's address is not known")
        return policy()


@lru_cache(maxsize=4)
def _policy_for(backend: str, options: str) -> str:
    return policy(storage.link_origin())
