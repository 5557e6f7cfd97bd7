"""Who is in a library, what they may do, and the links that let others in."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from entities import members
from entities.models import Membership
from generation.http import StudioRequest

ROLES: Final = (
    (Membership.Role.VIEWER, _("Viewer"), _("sees everything")),
    (Membership.Role.EDITOR, _("Editor"), _("makes and changes films")),
    (Membership.Role.OWNER, _("Owner"), _("also sets members, keys and budgets")),
)


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows."""
    seats = Membership.objects.filter(library=library).select_related("user").order_by("created_at", "pk")
    is_owner = library.role == Membership.Role.OWNER
    return {
        "seats": list(seats),
        "roles": ROLES,
        "invitations": list(members.open_invitations(library)) if is_owner else [],
    }
