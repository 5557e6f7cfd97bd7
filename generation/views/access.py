"""Who may see and change what: every query of a view starts here. Strangers get 404, viewers a sentence.

A view asks `to_see`, `to_change` or `to_own` for its row, or begins a list with `visible`. A new kind of row is added
to `LIBRARY_OF`; one that is missing there cannot be asked for at all.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Case, F, Model, Q, QuerySet, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from entities.models import (
    AuditEntry,
    Character,
    Entity,
    GuideImage,
    Invitation,
    Library,
    LibraryEdit,
    Look,
    Membership,
    Prop,
    Set,
    Style,
    Voice,
)
from generation.http import StudioRequest
from generation.models import (
    Asset,
    AssetAnalysis,
    Budget,
    Describer,
    Job,
    LedgerEntry,
    Rendition,
    Run,
    RunEvent,
    Slot,
    SwitchedOff,
    Take,
    VendorKey,
    WebhookDelivery,
)
from projects.models import Casting, Edit, Finding, Project, Scene, Segment, Series, Shot

EDITORS: Final = (Membership.Role.OWNER, Membership.Role.EDITOR)

Row = TypeVar("Row", bound=Model)

_OF_SLOT: Final = (
    "project__library",
    "scene__project__library",
    "segment__project__library",
    "shot__scene__project__library",
    "entity__library",
    "look__character__library",
    "asset__library",
)

LIBRARY_OF: Final[dict[type[Model], Combinable]] = {
    Library: F("pk"),
    Membership: F("library"),
    Entity: F("library"),
    Character: F("library"),
    Set: F("library"),
    Prop: F("library"),
    Look: F("character__library"),
    GuideImage: F("entity__library"),
    Voice: F("library"),
    Style: F("library"),
    LibraryEdit: F("library"),
    Series: F("library"),
    Project: F("library"),
    Scene: F("project__library"),
    Segment: F("project__library"),
    Shot: F("scene__project__library"),
    Casting: Coalesce("project__library", "scene__project__library", "shot__scene__project__library"),
    Edit: F("project__library"),
    # A voice may be everybody's; whose sample of it this is, stands in the variant.
    Slot: Case(
        When(voice__isnull=False, then=Cast("variant", BigIntegerField())),
        default=Coalesce(*_OF_SLOT),
        output_field=BigIntegerField(),
    ),
    Take: F("asset__library"),
    Asset: F("library"),
    AssetAnalysis: F("asset__library"),
    Describer: F("library"),
    Job: F("library"),
    Run: F("project__library"),
    RunEvent: F("run__project__library"),
    Rendition: F("project__library"),
    LedgerEntry: F("library"),
    Budget: F("library"),
    VendorKey: F("library"),
    WebhookDelivery: F("job__library"),
    SwitchedOff: F("library"),
    Invitation: F("library"),
    AuditEntry: F("library"),
    Finding: F("library"),
}
"""How to get from a row to the library that it belongs to."""

SHARED: Final = (Voice, Style)
"""Rows without a library are everybody's to see and to use, and nobody's to change."""


def visible(user: User, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return those of `rows` that a user may see, each with its library's id as `library_key`."""
    seats = Membership.objects.filter(user=user)
    model = rows.model
    allowed = Q(library_key__in=seats.values("library"))
    if issubclass(model, SHARED):
        allowed |= Q(library_key=None)
    return rows.annotate(library_key=LIBRARY_OF[model]).filter(allowed)  # type: ignore[return-value]


def to_see(request: StudioRequest, rows: QuerySet[Row], pk: int, **where: Any) -> Row:
    """Return one of `rows` that the user may see, or answer 404. `where` narrows it, as to the film in the address."""
    return get_object_or_404(visible(request.user, rows), pk=pk, **where)


def to_change(request: StudioRequest, rows: QuerySet[Row], pk: int, **where: Any) -> Row:
    """Return one of `rows` that the user may change: 404 for a stranger, 403 for a viewer."""
    row = to_see(request, rows, pk, **where)
    demand_editor(request.user, row.library_key)  # type: ignore[attr-defined]
    return row


def to_own(request: StudioRequest, rows: QuerySet[Row], pk: int, **where: Any) -> Row:
    """Return one of `rows` whose library is the user's own: 404 for a stranger, 403 for other members."""
    row = to_see(request, rows, pk, **where)
    demand_owner(request.user, row.library_key)  # type: ignore[attr-defined]
    return row


def films_of(user: User) -> QuerySet[Project]:
    """Return the films a user may see."""
    return Project.objects.filter(library__memberships__user=user)


def jobs_of(user: User) -> QuerySet[Job]:
    """Return the jobs a user may see."""
    return Job.objects.filter(library__memberships__user=user)


def assets_of(user: User) -> QuerySet[Asset]:
    """Return the stored files a user may see: all of them for whoever curates the studio in its admin."""
    if user.is_superuser:
        return Asset.objects.all()
    return Asset.objects.filter(library__memberships__user=user)


def libraries_to_fill(user: User) -> QuerySet[Library]:
    """Return the libraries in which a user may make films."""
    return Library.objects.filter(memberships__user=user, memberships__role__in=EDITORS).order_by("name", "pk")


def may_edit(user: User, library_id: int) -> bool:
    """Tell whether a user may change what is in a library."""
    return Membership.objects.filter(library=library_id, user=user, role__in=EDITORS).exists()


def may_own(user: User, library_id: int) -> bool:
    """Tell whether a user may say who else gets into a library."""
    return Membership.objects.filter(library=library_id, user=user, role=Membership.Role.OWNER).exists()


def film_to_see(request: StudioRequest, film_id: int) -> Project:
    """Return a film the user may see, or answer 404."""
    return get_object_or_404(films_of(request.user).annotate(seat=F("library__memberships__role")), pk=film_id)


def film_to_change(request: StudioRequest, film_id: int) -> Project:
    """Return a film the user may change: 404 for a stranger, 403 for a viewer."""
    film = film_to_see(request, film_id)
    demand_editor(request.user, film.library_id)
    return film


def job_to_change(request: StudioRequest, job_id: int) -> Job:
    """Return a job the user may change: 404 for a stranger, 403 for a viewer."""
    return to_change(request, Job.objects.select_related("slot", "run", "project", "offer"), job_id)


def demand_editor(user: User, library_id: int | None) -> None:
    """Raise `PermissionDenied`, with a sentence, unless the user may change the library."""
    if library_id is None:
        raise PermissionDenied(
            _("This comes with the studio and is everybody's. Make a copy of your own to change it.")
        )
    if not may_edit(user, library_id):
        raise PermissionDenied(
            _("You may look at this library, but not change it. Ask its owner to make you an editor.")
        )


def demand_owner(user: User, library_id: int | None) -> None:
    """Raise `PermissionDenied`, with a sentence, unless the library is the user's own."""
    if library_id is None or not may_own(user, library_id):
        raise PermissionDenied(_("Only an owner of this library may do this."))
