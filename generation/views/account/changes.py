"""What can be changed in the account. Only owners change what is a library's; everybody what is their own."""

from __future__ import annotations

import re
from typing import Final

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from entities import audit, members
from entities.models import Invitation, Library, Membership
from entities.services import NotPossible
from generation.http import StudioRequest
from generation.models import ModelOffer, SwitchedOff, Vendor, VendorKey
from generation.services import budget, keys
from generation.services.keys import KeyNotTaken
from generation.views import parts, wording
from generation.views.access import demand_owner, to_own, to_see
from generation.views.account import costs_section, sessions
from generation.views.account.page import answer
from generation.views.account.you_section import COOKIE
from generation.views.status_parts import costs as costs_part
from projects.models import Project

_YEAR: Final = 365 * 24 * 60 * 60
LEAST_PASSWORD: Final = 8
_OTHER_PASSWORD: Final = gettext_lazy("The old password is another one.")


# --- Oneself ----------------------------------------------------------------------------------------


@require_POST
def theme(request: StudioRequest) -> HttpResponse:
    """Remember, in this browser, how the studio looks."""
    chosen = request.POST.get("theme", "")
    request.COOKIES[COOKIE] = chosen
    response = answer(request, "you")
    if chosen in {"dark", "light"}:
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


@require_POST
def password(request: StudioRequest) -> HttpResponse:
    """Set a password; whoever has one must know it. Other sessions end, this one stays."""
    user, fresh = request.user, request.POST.get("new_password", "")
    if user.has_usable_password() and not user.check_password(request.POST.get("old_password", "")):
        return answer(request, "you", password_problem=_OTHER_PASSWORD)
    problem = password_problem(fresh)
    if problem:
        return answer(request, "you", password_problem=problem)
    user.set_password(fresh)
    user.save(update_fields=["password"])
    update_session_auth_hash(request, user)
    messages.success(request, _("The password is set. Other browsers are signed out."))
    return answer(request, "you")


def password_problem(fresh: str) -> str:
    """Return why a password will not do; "" if it will."""
    if len(fresh) < LEAST_PASSWORD:
        return _("A password has at least %d characters.") % LEAST_PASSWORD
    try:
        validate_password(fresh)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@require_POST
def end_sessions(request: StudioRequest) -> HttpResponse:
    """Sign out in one other browser, or in all of them."""
    this_key = request.session.session_key
    digest = request.POST.get("session", "")
    if digest:
        ended = int(sessions.end_one(request.user, digest, this_key))
    else:
        ended = sessions.end_others(request.user, this_key)
    words = _("There was nobody else.") if not ended else _signed_out_in(ended)
    messages.success(request, words)
    return answer(request, "you")


def _signed_out_in(places: int) -> str:
    return ngettext("Signed out in %d other place.", "Signed out in %d other places.", places) % places


# --- Members ----------------------------------------------------------------------------------------


@require_POST
def add_member(request: StudioRequest, library_id: int) -> HttpResponse:
    """Give somebody who has an account a seat."""
    library = to_own(request, Library.objects.all(), library_id)
    name = request.POST.get("name", "")[:150]
    try:
        seat = members.add_by_name(library, name, _role(request), by_id=request.user.pk)
    except NotPossible as error:
        return answer(request, "members", library, member_problem=str(error), member_name=name)
    messages.success(request, _("%s is a member now.") % seat.user.get_username())
    return answer(request, "members", library)


@require_POST
def invite(request: StudioRequest, library_id: int) -> HttpResponse:
    """Make a link that gives a seat, and show it this once."""
    library = to_own(request, Library.objects.all(), library_id)
    try:
        token = members.invite(library, _role(request), by_id=request.user.pk)
    except NotPossible as error:
        return answer(request, "members", library, member_problem=str(error))
    return answer(
        request, "members", library, link=request.build_absolute_uri(reverse("generation:join", args=(token,)))
    )


@require_POST
def take_back(request: StudioRequest, invitation_id: int) -> HttpResponse:
    """Take a link back."""
    invitation = to_own(request, Invitation.objects.select_related("library"), invitation_id)
    members.take_back(invitation, by_id=request.user.pk)
    messages.success(request, _("The link does not work any more."))
    return answer(request, "members", invitation.library)


@require_POST
def change_member(request: StudioRequest, membership_id: int, wish: str) -> HttpResponse:
    """Change a member's role, or take the seat away; everybody may give up their own."""
    seat = to_see(request, Membership.objects.select_related("library", "user"), membership_id)
    if wish not in {"role", "remove"}:
        raise Http404
    if wish == "role" or seat.user_id != request.user.pk:
        demand_owner(request.user, seat.library_id)
    try:
        if wish == "role":
            members.change_role(seat, _role(request), by_id=request.user.pk)
        else:
            members.remove(seat, by_id=request.user.pk)
    except NotPossible as error:
        messages.error(request, str(error))
    return answer(request, "members", seat.library)


def _role(request: StudioRequest) -> str:
    role = request.POST.get("role", "")
    return role if role in Membership.Role.values else Membership.Role.VIEWER


# --- Keys and models --------------------------------------------------------------------------------


@require_POST
def write_key(request: StudioRequest, library_id: int) -> HttpResponse:
    """Try a key at its vendor and keep it. It is never sent back, not even in a form."""
    library = to_own(request, Library.objects.all(), library_id)
    vendor = Vendor.objects.filter(key=request.POST.get("vendor", "")).first()
    if vendor is None:
        return answer(request, "keys", library, key_problem=_("The studio does not know this vendor."))
    name = request.POST.get("name", "").strip()
    if name and not _NAME.fullmatch(name):
        words = _("A secret's name is one word of letters, digits, dots, dashes and underscores, such as “webhook”.")
        return answer(request, "keys", library, key_problem=words, key_vendor=vendor.key)
    try:
        keys.write_key(library, vendor, request.POST.get("key", ""), by_id=request.user.pk, name=name)
    except KeyNotTaken as error:
        shown_there = vendor.account or name
        return answer(request, "keys", library, key_problem=str(error), key_vendor=vendor.key if shown_there else "")
    audit.write(
        library.pk, "key-written", by_id=request.user.pk, vendor=f"{vendor.label} ({name})" if name else vendor.label
    )
    if name:
        messages.success(request, _("The secret “%s” is kept, and shown to nobody.") % name)
    else:
        messages.success(request, _("%s knows this key. It is kept, and shown to nobody.") % vendor.label)
    return answer(request, "keys", library)


_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")
"""What a row of the gateway can name a secret by."""


@require_POST
def change_key(request: StudioRequest, key_id: int, wish: str) -> HttpResponse:
    """Try a kept key again, or throw it away."""
    row = to_own(request, VendorKey.objects.select_related("library"), key_id)
    if wish == "test":
        keys.try_again(row)
    elif wish == "remove":
        row.delete()
        vendor = Vendor.objects.filter(key=row.vendor).first()
        audit.write(row.library_id, "key-removed", by_id=request.user.pk, vendor=vendor.label if vendor else row.vendor)
        messages.success(request, _("The key is gone."))
    else:
        raise Http404
    return answer(request, "keys", row.library)


@require_POST
def switch_model(request: StudioRequest, library_id: int) -> HttpResponse:
    """Use a model in a library, or do not."""
    library = to_own(request, Library.objects.all(), library_id)
    wanted = request.POST.get("offer", "")
    offer = ModelOffer.objects.filter(pk=int(wanted)).first() if wanted.isdecimal() else None
    if offer is None:
        messages.info(request, _("This model is not on offer any more."))
    elif request.POST.get("is_on") == "on":
        if SwitchedOff.objects.filter(library=library, offer=offer).delete()[0]:
            audit.write(library.pk, "model-on", by_id=request.user.pk, model=offer.label)
    elif SwitchedOff.objects.get_or_create(library=library, offer=offer)[1]:
        audit.write(library.pk, "model-off", by_id=request.user.pk, model=offer.label)
    return answer(request, "models", library)


# --- Budgets ----------------------------------------------------------------------------------------


@require_POST
def library_budget(request: StudioRequest, library_id: int) -> HttpResponse:
    """Limit what a library may cost."""
    library = to_own(request, Library.objects.all(), library_id)
    return _budget(request, library, None)


@require_POST
def film_budget(request: StudioRequest, film_id: int) -> HttpResponse:
    """Limit what a film may cost."""
    film = to_own(request, Project.objects.select_related("library"), film_id)
    return _budget(request, film.library, film)


def _budget(request: StudioRequest, library: Library, film: Project | None) -> HttpResponse:
    try:
        micros = costs_section.read(request.POST.get("budget", ""))
    except ValueError as error:
        told = {"budget_problem": str(error), "budget_of": film.pk if film else 0}
        return answer(request, "costs", library, **told)
    is_daily = request.POST.get("is_daily") == "on"
    budget.set_budget(library.pk, film.pk if film else None, micros, by_id=request.user.pk, is_daily=is_daily)
    facts = {"film": wording.title(film)} if film else {}
    code = f"{'film-' if film else ''}budget-{'lifted' if micros is None else 'set'}"
    figure = {} if micros is None else {"sum": _sum(micros, is_daily=is_daily)}
    audit.write(library.pk, code, by_id=request.user.pk, **facts, **figure)
    messages.success(request, _("There is no limit now.") if micros is None else _("The budget is set."))
    fresh: list[parts.Part] = [costs_part(film.pk)] if film else []
    return answer(request, "costs", library, **({"changed": fresh} if request.htmx and fresh else {}))


def _sum(micros: int, *, is_daily: bool) -> str:
    return _("%s a day") % wording.dollars(micros) if is_daily else wording.dollars(micros)
