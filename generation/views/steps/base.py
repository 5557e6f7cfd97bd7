"""What every step's page is made from: the film, loaded once, and how each page makes its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext

from generation import graph, services
from generation.film import Film, load
from generation.graph import Graph
from generation.http import StudioRequest
from generation.services.progress import Progress, progress_from
from generation.views import folding
from generation.views.access import EDITORS, may_edit
from generation.views.parts import Part
from projects.models import Project

_OWN_WORDS: Final = {"seen", "since", "drawer", folding.ASKED}
"""What a request says that is no part of what a page is asked to show, or that every request says anew."""


@dataclass(frozen=True)
class Studio:
    """A film as a page shows it, worked out once for each request. `asked` is what stands in the page's address."""

    film: Film
    graph: Graph
    progress: Progress
    may_edit: bool
    asked: dict[str, str]


@dataclass(frozen=True)
class StepPage:
    """One step: its name in the row, the engine's steps whose figures it shows, and what its page is made of.

    `template` lays the parts out, each under its key. `script` and `styles` are static files that only it needs.
    """

    key: str
    name: str
    template: str
    parts: Callable[[Studio], tuple[Part, ...]]
    roles: tuple[str, ...] = ()
    script: str = ""
    styles: str = ""

    @property
    def label(self) -> str:
        """The step's name in the user's language."""
        return gettext(self.name)


def open_studio(request: StudioRequest, project: Project) -> Studio:
    """Load a film, with slots for all that it wants, and work out how everything stands."""
    film = services.ensure_slots(load(project.pk))
    worked_out = graph.work_out(film)
    seat = getattr(project, "seat", None)
    may = seat in EDITORS if seat else may_edit(request.user, project.library_id)
    return Studio(film, worked_out, progress_from(worked_out), may, _asked(request))


def _asked(request: StudioRequest) -> dict[str, str]:
    """Return what the request itself asks to see; one that asks for nothing comes from a page whose address says it."""
    own = {name: str(value) for name, value in request.GET.items() if name not in _OWN_WORDS}
    if not own and request.htmx:
        own = dict(parse_qsl(urlsplit(request.htmx.current_url or "").query))
    unfolded = (request.POST if request.method == "POST" else request.GET).get(folding.ASKED)
    return own if unfolded is None else {**own, folding.ASKED: str(unfolded)}
