"""Who may see and change what: every query of a view starts here. Strangers get 404, viewers a sentence."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from entities.models import Library, Membership
from generation.http import StudioRequest
from generation.models import Asset, Job
from projects.models import Project

EDITORS = (Membership.Role.OWNER, Membership.Role.EDITOR)


def films_of(user: User) -> QuerySet[Project]:
    """Return the films a user may see."""
    return Project.objects.filter(library__memberships__user=user)


def jobs_of(user: User) -> QuerySet[Job]:
    """Return the jobs a user may see."""
    return Job.objects.filter(library__memberships__user=user)


def assets_of(user: User) -> QuerySet[Asset]:
    """Return the stored files a user may see."""
    return Asset.objects.filter(library__memberships__user=user)


def libraries_to_fill(user: User) -> QuerySet[Library]:
    """Return the libraries in which a user may make films."""
    return Library.objects.filter(memberships__user=user, memberships__role__in=EDITORS).order_by("name", "pk")


def may_edit(user: User, library_id: int) -> bool:
    """Tell whether a user may change what is in a library."""
    return Membership.objects.filter(library=library_id, user=user, role__in=EDITORS).exists()


def film_to_see(request: StudioRequest, film_id: int) -> Project:
    """Return a film the user may see, or answer 404."""
    return get_object_or_404(films_of(request.user), pk=film_id)


def film_to_change(request: StudioRequest, film_id: int) -> Project:
    """Return a film the user may change: 404 for a stranger, 403 for a viewer."""
    film = film_to_see(request, film_id)
    demand_editor(request.user, film.library_id)
    return film


def job_to_change(request: StudioRequest, job_id: int) -> Job:
    """Return a job the user may change: 404 for a stranger, 403 for a viewer."""
    job = get_object_or_404(jobs_of(request.user).select_related("slot", "run", "project", "offer"), pk=job_id)
    demand_editor(request.user, job.library_id)
    return job


def demand_editor(user: User, library_id: int) -> None:
    """Raise `PermissionDenied`, with a sentence, unless the user may change the library."""
    if not may_edit(user, library_id):
        raise PermissionDenied("You may look at this library, but not change it. Ask its owner to make you an editor.")
