"""A form is done once, however often it is sent: a double click, the back button, a line that broke before the answer.

The form carries a number of its own: `<input type="hidden" name="once" value="{{ new_key }}">`. The first to come does
the work, and its answer is kept for a day beside it, in the same transaction; the same form sent again gets that
answer. A form that was changed since, or whose answer was a refusal, is another form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Final
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from generation.http import StudioRequest
from generation.models import SentForm

View = Callable[..., HttpResponse]

KEPT_FOR: Final = timedelta(days=1)
FIELD: Final = "once"
_PASSING: Final = {"csrfmiddlewaretoken", "seen"}
"""Fields that say nothing about what is wanted."""

_KEPT_HEADERS: Final = (
    "Content-Type",
    "Location",
    "HX-Redirect",
    "HX-Location",
    "HX-Trigger",
    "HX-Reswap",
    "HX-Retarget",
)


class _SentBefore(Exception):
    """Somebody else is first with the same form."""


def new_key(request: HttpRequest) -> dict[str, Any]:
    """Give templates `{{ new_key }}`: another number each time that it is written."""
    return {"new_key": lambda: uuid4().hex}


def once(view: View) -> View:
    """Do what a form asks for one time. For views that work quickly: the form's row is held while they do.

    A form without a number is done as often as it is sent. What the view has written is undone if it raises.
    """

    @wraps(view)
    def answered(request: StudioRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or not request.POST.get(FIELD):
            return view(request, *args, **kwargs)
        key = _key(request)
        try:
            return _first(request, key, lambda: view(request, *args, **kwargs))
        except _SentBefore:
            return _again(SentForm.objects.get(user=request.user, key=key))

    return answered


def refused(response: HttpResponse) -> HttpResponse:
    """Mark an answer as one after which the same form may be sent again, such as a page with the form's mistakes."""
    response.is_refusal = True  # type: ignore[attr-defined]
    return response


def _key(request: StudioRequest) -> str:
    fields = sorted((name, values) for name, values in request.POST.lists() if name not in _PASSING)
    given = [(name, file) for name in request.FILES for file in request.FILES.getlist(name)]
    files = [(name, file.name, file.size) for name, file in given]
    return hashlib.sha256(repr((request.path, fields, files)).encode()).hexdigest()


@transaction.atomic
def _first(request: StudioRequest, key: str, do: Callable[[], HttpResponse]) -> HttpResponse:
    SentForm.objects.filter(at__lt=timezone.now() - KEPT_FOR).delete()
    try:
        with transaction.atomic():
            # Of two at the same moment the second waits here until the first is done.
            row = SentForm.objects.create(user=request.user, key=key)
    except IntegrityError as error:
        raise _SentBefore from error
    response = do()
    if response.status_code >= 400 or response.streaming or getattr(response, "is_refusal", False):
        row.delete()
        return response
    row.status = response.status_code
    row.headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    row.body = response.content.decode()
    row.save(update_fields=["status", "headers", "body"])
    return response


def _again(row: SentForm) -> HttpResponse:
    return HttpResponse(row.body, status=row.status, headers=row.headers)
