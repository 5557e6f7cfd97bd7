"""A publication's file for whoever has its link: whole or a range, with its kind and length, and never elsewhere."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from generation.views import ranges
from publishing.links import asset_behind


@login_not_required
@require_safe
def file(request: HttpRequest, publication_id: int, sha: str, seal: str, extension: str) -> HttpResponseBase:
    """Send the file that a link stands for, or the part of it that was asked for."""
    asset = asset_behind(publication_id, sha, seal, extension)
    if asset is None:
        return _nothing()
    try:
        response = ranges.answer(request, asset)
    except FileNotFoundError:
        return _nothing()
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = ranges.etag(asset)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response


def _nothing() -> HttpResponse:
    """Machines ask here: the studio's own page for what is not there would only tell them about the studio."""
    return HttpResponse(status=404, content_type="text/plain", headers={"Cache-Control": "no-store"})
