"""A stored file as an answer: whole or the part that was asked for, streamed, closed when whoever asked goes away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final

from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from generation.models import Asset

_BLOCK: Final = 256 * 1024
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")


class Unsatisfiable(Exception):
    """The part that was asked for lies outside the file."""


def etag(asset: Asset) -> str:
    """Return the name of a file's content, as browsers keep it."""
    return f'"{asset.sha256}"'


def answer(request: HttpRequest, asset: Asset) -> HttpResponseBase:
    """Send a file, or the part of it that was asked for. Raise `FileNotFoundError` if it is not there."""
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


def _opened(request: HttpRequest, asset: Asset, start: int, length: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(content_type=asset.media_type)
    file = default_storage.open(asset.key)
    response = StreamingHttpResponse(_blocks(file, start, length), content_type=asset.media_type)
    # Closed with the response, also where the browser goes away before the first block.
    response._resource_closers.append(file.close)  # type: ignore[attr-defined]
    return response


def _wanted(request: HttpRequest, asset: Asset) -> tuple[int, int] | None:
    """Return the first and last byte asked for; None for the whole file, also for a range we do not read."""
    if request.headers.get("If-Range", etag(asset)) != etag(asset):
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
