"""A film's file for platforms that fetch it themselves: behind a link that nobody can guess, and that ends.

It is whole or a range, with its length and its kind, without a sign-in and without a redirect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from generation.models import Asset
from publishing.services.posts import asset_behind

_BLOCK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


@login_not_required
@require_safe
def film_file(request: HttpRequest, token: str) -> HttpResponseBase:
    """Send the file of a publication that is under way."""
    asset = asset_behind(token)
    if asset is None:
        raise Http404
    start, end, is_part = _span(request, asset)
    if start >= asset.size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{asset.size}"})
    response = _body(request, asset, start, end - start + 1)
    response["Content-Length"] = str(end - start + 1)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    if is_part:
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end}/{asset.size}"
    return response


def _span(request: HttpRequest, asset: Asset) -> tuple[int, int, bool]:
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if found is None:
        return 0, asset.size - 1, False
    start = int(found[1])
    end = min(int(found[2]), asset.size - 1) if found[2] else asset.size - 1
    return (0, asset.size - 1, False) if end < start < asset.size else (start, end, True)


def _body(request: HttpRequest, asset: Asset, start: int, length: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(content_type=asset.media_type)
    try:
        file = default_storage.open(asset.key)
    except FileNotFoundError as error:
        raise Http404 from error
    response = StreamingHttpResponse(_blocks(file, start, length), content_type=asset.media_type)
    response._resource_closers.append(file.close)  # type: ignore[attr-defined]
    return response


def _blocks(file: IO[bytes], start: int, length: int) -> Iterator[bytes]:
    file.seek(start)
    while length > 0 and (block := file.read(min(_BLOCK, length))):
        length -= len(block)
        yield block
