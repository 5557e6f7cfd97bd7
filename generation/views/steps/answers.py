"""How a film's pages answer a change: with a way back, with both versions, or with why not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from entities import editing as shelf
from generation.http import StudioRequest, wants_partial
from generation.views import film as pages
from projects import editing, journal
from projects.models import Edit, Project

Deed = Callable[[], Edit | None]
Labels = Mapping[str, tuple[str, str]]
"""For each field: its name in the form, and its name for people."""
Read = Callable[[str, Any], str]
"""Says a field's value in words."""


def plainly(name: str, value: Any) -> str:
    """Say a value as it is."""
    return str(value) if value not in (None, "") else _("nothing")


def attempt(
    request: StudioRequest, project: Project, done: str, deed: Deed, labels: Labels | None = None, read: Read = plainly
) -> HttpResponse:
    """Do something to a film's plan, say that it is done and offer the way back; or say why it cannot be.

    `labels` names the fields for somebody whose change met another one.
    """
    try:
        edit = deed()
    except editing.NotPossible as error:
        messages.error(request, str(error))
    except (journal.Conflict, shelf.Conflict) as conflict:
        return conflicted(request, project, conflict.fields, labels or {}, read)
    else:
        if edit is not None:
            tell(request, project, done, edit)
    return pages.answer(request, project)


def tell(request: StudioRequest, project: Project, done: str, edit: Edit) -> None:
    """Say what was done, with a button that takes it back."""
    tell_undoable(request, done, reverse("generation:script-undo", args=(project.pk, edit.pk)))


def tell_other_way(request: StudioRequest, done: str, back: Mapping[str, str]) -> None:
    """Say what was done, with a button that sends the same address what it was before."""
    tell_undoable(request, done, request.path, back)


def tell_undoable(request: StudioRequest, done: str, action: str, values: Mapping[str, str] | None = None) -> None:
    """Say what was done, with a button that takes it back by sending `values` to an address."""
    context = {"words": done, "action": action, "values": json.dumps(dict(values)) if values else ""}
    words = render_to_string("generation/_done.html", context, request)
    messages.success(request, mark_safe(words.strip()))  # noqa: S308  (a template has escaped it)


def newest_edit(project: Project, by_id: int | None) -> Edit | None:
    """Return the change that somebody has just made."""
    return Edit.objects.filter(project=project, user=by_id).order_by("-pk").first()


def conflicted(
    request: StudioRequest,
    project: Project,
    fields: Mapping[str, tuple[Any, Any]],
    labels: Labels,
    read: Read = plainly,
) -> HttpResponse:
    """Show what the other one wrote beside what the user wrote. Nothing was stored, and nothing is lost."""
    rows = [
        {
            "name": labels[name][0],
            "label": labels[name][1],
            "theirs": _sent(name, theirs),
            "yours": _sent(name, yours),
            "theirs_words": read(name, theirs),
            "yours_words": read(name, yours),
        }
        for name, (theirs, yours) in fields.items()
        if name in labels
    ]
    extra = {name: request.POST[name] for name in ("of",) if name in request.POST}
    return both_versions(request, project, "script", {"fields": rows, "extra": extra})


def both_versions(request: StudioRequest, project: Project, of: str, said: Mapping[str, Any]) -> HttpResponse:
    """Answer 409 with the page as it is now and what the two wrote. `of` names the step whose templates say it."""
    context = {**said, "action": request.path, "film": project, "title": project, "nav": "films"}
    if not wants_partial(request):
        return render(request, f"generation/{of}/conflict.html", context, status=409)
    response = pages.changed(request, project, pages.step_of(request))
    response.content += render_to_string(f"generation/{of}/_conflict.html", {**context, "oob": True}, request).encode()
    response.status_code = 409
    return response


def _sent(name: str, value: Any) -> str:
    """Return a value as a form sends it: lengths in seconds."""
    if name.endswith("_ms"):
        return f"{value / 1000:g}"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def whole(text: str) -> int | None:
    """Return the number that a field holds; None for anything else."""
    return int(text) if text.isdecimal() and len(text) < 12 else None


def clean(text: str) -> str:
    """Return a text as browsers and people mean it."""
    return text.replace("\r\n", "\n").strip()
