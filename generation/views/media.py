"""Stored files, as a browser asks for them: whole or a range, streamed, only for members of their library.

A link expires after some hours. What plays when that happens asks the same link with `?renew` for the next one.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.files.storage import FileSystemStorage, default_storage
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from generation.http import StudioRequest
from generation.links import SHOWN_SHA, Seal, look_at
from generation.media.errors import BrokenMedia
from generation.media.thumbnails import WIDTHS
from generation.models import Asset
from generation.views import ranges
from generation.views.access import assets_of
from generation.views.small_pictures import Busy, small_picture

_EXPIRED = gettext_lazy("This link has expired. Open the page that it came from again: it has a new one.")
_SHOWN = ("image/", "audio/", "video/")
"""Kinds that a browser may show; everything else is saved as a file. A picture that could hold script is not stored."""

_SOON_SECONDS = 60
"""How long a browser keeps an original that it got in place of a small copy."""

_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
"""For a file opened on its own: nothing in it may run. The browser's own player brings a style of its own."""


def media_url(asset: Asset | None) -> str:
    """Return where a member's browser finds an asset; nothing for none."""
    return asset.link if asset is not None else ""


@require_safe
def media(request: StudioRequest, asset_id: int, sha: str, seal: str, extension: str) -> HttpResponseBase:
    """Send a stored file, or the part of it that was asked for. `?download=name` saves it under that name."""
    asset = get_object_or_404(assets_of(request.user), pk=asset_id, sha256__startswith=sha)
    worth, seconds_left = look_at(seal, asset_id, sha, extension)
    if worth is Seal.FALSE or len(sha) != SHOWN_SHA or asset.extension != extension:
        raise Http404
    if "renew" in request.GET:
        return JsonResponse({"link": asset.link}, headers={"Cache-Control": "no-store"})
    if worth is Seal.EXPIRED:
        return HttpResponse(_EXPIRED, status=410, content_type="text/plain", headers={"Cache-Control": "no-store"})
    if "w" in request.GET:
        return _small(request, asset, seconds_left)
    return _sent(request, asset, seconds_left)


def _small(request: StudioRequest, asset: Asset, seconds_left: int) -> HttpResponseBase:
    """Send a copy that is `?w=` pixels wide; the original where it cannot be made now."""
    width = request.GET.get("w", "")
    if width not in map(str, WIDTHS) or asset.kind != Asset.Kind.IMAGE:
        raise Http404
    etag = f'"{asset.sha256}-{width}"'
    if etag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304)
    try:
        content = small_picture(asset, int(width)).read_bytes()
    except FileNotFoundError as error:
        raise Http404 from error
    except (Busy, BrokenMedia, OSError):
        return _sent(request, asset, min(seconds_left, _SOON_SECONDS))
    return _kept(HttpResponse(content, content_type="image/webp"), etag, seconds_left)


def _sent(request: StudioRequest, asset: Asset, seconds_left: int) -> HttpResponseBase:
    disposition = _disposition(request, asset)
    # Captions are read by script, which another host would have to allow: they always come from here.
    if not isinstance(default_storage, FileSystemStorage) and asset.kind != Asset.Kind.TEXT:
        return HttpResponseRedirect(_signed_link(asset, disposition), headers={"Cache-Control": "no-store"})
    response = _kept(_answer(request, asset), ranges.etag(asset), seconds_left)
    response["Accept-Ranges"] = "bytes"
    if disposition:
        response["Content-Disposition"] = disposition
    return response


def _kept(response: HttpResponseBase, etag: str, seconds: int) -> HttpResponseBase:
    """Let the browser keep an answer for some seconds, and nobody else read it."""
    response["ETag"] = etag
    response["Cache-Control"] = f"private, max-age={seconds}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = _POLICY
    return response


def _disposition(request: StudioRequest, asset: Asset) -> str:
    name = request.GET.get("download", "")
    if not name and (asset.media_type.startswith(_SHOWN) or asset.media_type == "text/vtt"):
        return ""
    plain = re.sub(r"[^\w\- ]+", " ", name).strip()[:80] or "film"
    return content_disposition_header(as_attachment=True, filename=f"{plain}.{asset.extension}") or ""


def _signed_link(asset: Asset, disposition: str) -> str:
    parameters = {"ResponseContentType": asset.media_type}
    if disposition:
        parameters["ResponseContentDisposition"] = disposition
    store: Any = default_storage
    link: str = store.url(asset.key, parameters=parameters)
    return link


def _answer(request: StudioRequest, asset: Asset) -> HttpResponseBase:
    if ranges.etag(asset) in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304)
    try:
        return ranges.answer(request, asset)
    except FileNotFoundError as error:
        raise Http404 from error
