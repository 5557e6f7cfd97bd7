"""The request as our views see it, and whether it wants the page or only the parts that changed."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class StudioRequest(HttpRequest):
    """A request of somebody who has signed in, with what htmx says about it."""

    user: User
    htmx: HtmxDetails


def wants_partial(request: StudioRequest) -> bool:
    """Tell whether to answer with a fragment.

    A boosted link and a history restore come from htmx too, but want the page.
    """
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
