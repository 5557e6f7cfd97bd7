"""Stored files, as a browser asks for them: whole or a range, streamed, only for members of their library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import FileSystemStorage, default_storage
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from generation.http import StudioRequest
from generation.models import Asset
from generation.views.access import assets_of

_BLOCK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_SHOWN_SHA = 16
"""How much of the digest stands in a link: the row is found by its id, this part makes the link immutable."""


class Unsatisfiable(Exception):
    """The range lies outside the file."""


def media_url(asset: Asset | None) -> str:
    """Return where a member's browser finds an asset; nothing for none."""
    if asset is None:
        return ""
    return reverse("generation:media", args=(asset.pk, asset.sha256[:_SHOWN_SHA], Path(asset.key).suffix[1:] or "bin"))


@require_safe
def media(request: StudioRequest, asset_id: int, sha: str, extension: str) -> HttpResponseBase:
    """Send a stored file, or the part of it that was asked for. `?download=name` saves it under that name."""
    asset = get_object_or_404(assets_of(request.user), pk=asset_id, sha256__startswith=sha)
    if len(sha) != _SHOWN_SHA or Path(asset.key).suffix[1:] != extension:
        raise Http404
    disposition = _disposition(request, extension)
    # Captions are read by script, which another host would have to allow: they always come from here.
    if not isinstance(default_storage, FileSystemStorage) and asset.kind != Asset.Kind.TEXT:
        return HttpResponseRedirect(_signed_link(asset, disposition))
    response = _answer(request, asset)
    response["ETag"] = _etag(asset)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    if disposition:
        response["Content-Disposition"] = disposition
    return response


def _disposition(request: StudioRequest, extension: str) -> str:
    name = request.GET.get("download", "")
    if not name:
        return ""
    plain = re.sub(r"[^\w\- ]+", " ", name).strip()[:80] or "film"
    return content_disposition_header(as_attachment=True, filename=f"{plain}.{extension}") or ""


def _signed_link(asset: Asset, disposition: str) -> str:
    parameters = {"ResponseContentType": asset.media_type}
    if disposition:
        parameters["ResponseContentDisposition"] = disposition
    store: Any = default_storage
    link: str = store.url(asset.key, parameters=parameters)
    return link


def _etag(asset: Asset) -> str:
    return f'"{asset.sha256}"'


def _answer(request: StudioRequest, asset: Asset) -> HttpResponseBase:
    if _etag(asset) in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304)
    try:
        span = _wanted(request, asset)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{asset.size}"})
    start, end = span or (0, asset.size - 1)
    response = _opened(request, asset, start, end - start + 1)
    response["Content-Length"] = str(end - start + 1)
    if span is not None:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end}/{asset.size}"
    return response


def _opened(request: StudioRequest, asset: Asset, start: int, length: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(content_type=asset.media_type)
    try:
        file = default_storage.open(asset.key)
    except FileNotFoundError as error:
        raise Http404 from error
    response = StreamingHttpResponse(_blocks(file, start, length), content_type=asset.media_type)
    # Closed with the response, also where the browser goes away before the first block.
    response._resource_closers.append(file.close)  # type: ignore[attr-defined]
    return response


def _wanted(request: StudioRequest, asset: Asset) -> tuple[int, int] | None:
    """Return the first and last byte asked for; None for the whole file, also for a range we do not read."""
    if request.headers.get("If-Range", _etag(asset)) != _etag(asset):
        return None
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, asset.size - int(last)), asset.size - 1
    else:
        start, end = int(first), min(int(last), asset.size - 1) if last else asset.size - 1
        if last and int(last) < start:
            return None
    if start > end or start >= asset.size:
        raise Unsatisfiable
    return start, end


def _blocks(file: IO[bytes], start: int, length: int) -> Iterator[bytes]:
    file.seek(start)
    while length > 0:
        block = file.read(min(_BLOCK, length))
        if not block:
            return
        length -= len(block)
        yield block
