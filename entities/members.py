"""Who gets into a library: members, their roles, and links that give a seat once. A library keeps an owner."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Final

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from entities import audit
from entities.models import Invitation, Library, Membership
from entities.services import NotPossible

LIFETIME: Final = timedelta(days=7)
MOST_OPEN: Final = 50
"""More links than anybody hands out at a time, and a bound for what one page shows."""

LAST_OWNER: Final = gettext_lazy("A library keeps at least one owner. Make somebody else an owner first.")


def add_by_name(library: Library, name: str, role: str, *, by_id: int | None) -> Membership:
    """Give somebody who has an account here a seat. Raise `NotPossible` for an unknown name, or a member."""
    user = User.objects.filter(username__iexact=name.strip(), is_active=True).first()
    if user is None:
        raise NotPossible(_("Nobody here has this name. Send a link instead: it also makes an account."))
    try:
        with transaction.atomic():
            seat = Membership.objects.create(library=library, user=user, role=Membership.Role(role))
            audit.write(library.pk, "member-added", by_id=by_id, name=user.get_username(), role=seat.role)
    except IntegrityError as error:
        raise NotPossible(_("%s is a member already.") % user.get_username()) from error
    return seat


@transaction.atomic
def change_role(seat: Membership, role: str, *, by_id: int | None) -> None:
    """Let a member do more or less. Raise `NotPossible` where nobody would be left to own the library."""
    _keep_an_owner(seat, stays=role == Membership.Role.OWNER)
    if seat.role != role:
        audit.write(seat.library_id, "member-role", by_id=by_id, name=seat.user.get_username(), role=str(role))
    Membership.objects.filter(pk=seat.pk).update(role=Membership.Role(role))
    seat.role = role


@transaction.atomic
def remove(seat: Membership, *, by_id: int | None) -> None:
    """Take somebody's seat away; what they made stays. Raise `NotPossible` for the last owner."""
    _keep_an_owner(seat, stays=False)
    audit.write(seat.library_id, "member-removed", by_id=by_id, name=seat.user.get_username())
    seat.delete()


def _keep_an_owner(seat: Membership, *, stays: bool) -> None:
    # The lock makes two owners who leave at the same moment leave one after the other.
    Library.objects.select_for_update().get(pk=seat.library_id)
    owners = Membership.objects.filter(library=seat.library_id, role=Membership.Role.OWNER)
    if not stays and owners.filter(pk=seat.pk).exists() and owners.count() == 1:
        raise NotPossible(LAST_OWNER)


# --- Links ------------------------------------------------------------------------------------------


def invite(library: Library, role: str, *, by_id: int | None) -> str:
    """Return the token of a new link that gives one seat. It is not kept: whoever loses it asks for another."""
    if open_invitations(library).count() >= MOST_OPEN:
        raise NotPossible(_("There are many open links already. Take some back first."))
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        Invitation.objects.create(
            library=library,
            role=Membership.Role(role),
            digest=_digest(token),
            invited_by_id=by_id,
            expires_at=timezone.now() + LIFETIME,
        )
        audit.write(library.pk, "link-made", by_id=by_id, role=str(role))
    return token


@transaction.atomic
def take_back(invitation: Invitation, *, by_id: int | None) -> None:
    """Let a link work no more; one that was used already stays where it is."""
    gone, _kinds = Invitation.objects.filter(pk=invitation.pk, used_at=None).delete()
    if gone:
        audit.write(invitation.library_id, "link-taken-back", by_id=by_id, role=invitation.role)


def open_invitations(library: Library) -> QuerySet[Invitation]:
    """Return the links of a library that still work, the newest first."""
    rows = Invitation.objects.filter(library=library, used_at=None, expires_at__gt=timezone.now())
    return rows.select_related("invited_by").order_by("-pk")


def invitation_of(token: str) -> Invitation | None:
    """Return what a link gives; None once it is used, taken back, too old or made up."""
    rows = Invitation.objects.filter(digest=_digest(token), used_at=None, expires_at__gt=timezone.now())
    return rows.select_related("library", "invited_by").first()


@transaction.atomic
def accept(invitation: Invitation, user: User) -> Membership:
    """Give `user` the seat. Raise `NotPossible` if the link was used a moment ago, or the user is a member."""
    used = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now(), used_by=user)
    if not used:
        raise NotPossible(_("This link was used a moment ago."))
    try:
        with transaction.atomic():
            seat = Membership.objects.create(library_id=invitation.library_id, user=user, role=invitation.role)
    except IntegrityError as error:
        raise NotPossible(_("You are a member of this library already.")) from error
    audit.write(seat.library_id, "member-joined", by_id=user.pk, name=user.get_username(), role=seat.role)
    return seat


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
