"""Libraries, their members, and what every studio starts with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet

from entities.models import Library, Membership, Style, Voice
from entities.shipped import STYLES


@transaction.atomic
def library_of(user: User) -> Library:
    """Return the user's own library, making it if there is none."""
    own = Library.objects.filter(memberships__user=user, memberships__role=Membership.Role.OWNER).order_by("pk").first()
    if own is None:
        own = Library.objects.create(name=f"{user.get_username()}'s library")
        Membership.objects.create(library=own, user=user, role=Membership.Role.OWNER)
    return own


def styles_for(library: Library) -> QuerySet[Style]:
    """Return the styles that films of a library may choose: its own and everybody's."""
    return Style.objects.filter(Q(library=None) | Q(library=library)).order_by("name")


def style_that_suits(library: Library, genre: str) -> Style | None:
    """Return the style for stories of a genre, the library's own before everybody's; None if none suits."""
    wanted = genre.casefold()
    suiting = [style for style in styles_for(library) if wanted and wanted in style.suits]
    return min(suiting, key=lambda style: (style.library_id is None, style.pk), default=None)


def sync_shipped(voices: Iterable[dict[str, Any]]) -> None:
    """Add the shipped styles, and the given voices, that are missing; leave the others as people changed them."""
    Style.objects.bulk_create([Style(**style) for style in STYLES], ignore_conflicts=True)
    known = set(Voice.objects.filter(library=None).values_list("offer", "key"))
    fresh = [Voice(**voice) for voice in voices if (voice["offer"], voice["key"]) not in known]
    Voice.objects.bulk_create(fresh, ignore_conflicts=True)
