"""A publication's file for whoever has its link: whole or a range, with its kind and length, and never elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from generation.models import Asset
from publishing.links import asset_behind

_BLOCK: Final = 256 * 1024
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")


@login_not_required
@require_safe
def file(request: HttpRequest, publication_id: int, sha: str, seal: str, extension: str) -> HttpResponseBase:
    """Send the file that a link stands for, or the part of it that was asked for."""
    asset = asset_behind(publication_id, sha, seal, extension)
    if asset is None:
        return _nothing()
    span = _span(request, asset)
    if span is None:
        return _marked(HttpResponse(status=416, headers={"Content-Range": f"bytes */{asset.size}"}), asset)
    start, end, is_part = span
    content = _body(request, asset, start, end - start + 1)
    if content is None:
        return _nothing()
    response = _marked(content, asset)
    response["Content-Length"] = str(end - start + 1)
    if is_part:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end}/{asset.size}"
    return response


def _nothing() -> HttpResponse:
    """Machines ask here: the studio's own page for what is not there would only tell them about the studio."""
    return HttpResponse(status=404, content_type="text/plain", headers={"Cache-Control": "no-store"})


def _marked(response: HttpResponseBase, asset: Asset) -> HttpResponseBase:
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = _etag(asset)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response


def _span(request: HttpRequest, asset: Asset) -> tuple[int, int, bool] | None:
    """Return the first and last byte and whether that is a part; None for a part that lies outside the file.

    What is no range that we read, or one of another file, is answered with the whole.
    """
    whole = (0, asset.size - 1, False)
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if found is None or found.groups() == ("", "") or request.headers.get("If-Range", _etag(asset)) != _etag(asset):
        return whole
    first, last = found.groups()
    if not first:
        start, end = max(0, asset.size - int(last)), asset.size - 1
    else:
        start, end = int(first), min(int(last or asset.size), asset.size - 1)
        if last and int(last) < start:
            return whole
    return (start, end, True) if start <= end else None


def _body(request: HttpRequest, asset: Asset, start: int, length: int) -> HttpResponseBase | None:
    if request.method == "HEAD":
        return HttpResponse(content_type=asset.media_type)
    try:
        stored = default_storage.open(asset.key)
    except FileNotFoundError:
        return None
    response = StreamingHttpResponse(_blocks(stored, start, length), content_type=asset.media_type)
    # Closed with the response, also where the platform goes away before the first block.
    response._resource_closers.append(stored.close)  # type: ignore[attr-defined]
    return response


def _blocks(stored: IO[bytes], start: int, length: int) -> Iterator[bytes]:
    stored.seek(start)
    while length > 0 and (block := stored.read(min(_BLOCK, length))):
        length -= len(block)
        yield block


def _etag(asset: Asset) -> str:
    return f'"{asset.sha256}"'
