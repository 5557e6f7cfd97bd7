"""Figures for Prometheus, of all that the studio does: what each app tells, behind one door."""

from __future__ import annotations

import hmac

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from generation.views.metrics import Figures
from publishing.views.metrics import Posts


@login_not_required
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with all figures; 404 for whoever shows no token and is not staff."""
    if not _may_read(request):
        raise Http404
    registry = CollectorRegistry()
    registry.register(Figures())
    registry.register(Posts())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    kind, _, shown = request.headers.get("Authorization", "").partition(" ")
    token = settings.METRICS_TOKEN
    if token and kind.lower() == "bearer" and hmac.compare_digest(shown.strip().encode(), token.encode()):
        return True
    user = request.user
    return bool(user.is_authenticated and user.is_active and user.is_staff)
