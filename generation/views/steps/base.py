"""What every step's page is made from: the film, loaded once, and how each page makes its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from django.utils.translation import gettext

from generation import graph, services
from generation.film import Film, load
from generation.graph import Graph
from generation.http import StudioRequest
from generation.services.progress import Progress, progress_from
from generation.views.access import EDITORS, may_edit
from generation.views.parts import Part
from projects.models import Project


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
    own = {name: str(value) for name, value in request.GET.items() if name not in {"seen", "since", "drawer"}}
    if own or not request.htmx:
        return own
    return dict(parse_qsl(urlsplit(request.htmx.current_url or "").query))
