"""The door for whoever was sent a link: a seat for those who have an account, an account and a seat for the others."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from entities import members
from entities.models import Invitation
from entities.services import NotPossible
from generation.views.account.changes import password_problem
from generation.views.account.sessions import remember_device


@sensitive_post_parameters("password")
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Show what a link gives, and give it. Looking does not use it up."""
    invitation = members.invitation_of(token)
    if invitation is None:
        return render(request, "account/join.html", {"is_dead": True}, status=410)
    if request.method != "POST":
        return _page(request, invitation)
    if isinstance(request.user, User):
        return _take_seat(request, invitation, request.user)
    return _sign_up(request, invitation)


def _take_seat(request: HttpRequest, invitation: Invitation, user: User) -> HttpResponse:
    try:
        members.accept(invitation, user)
    except NotPossible as error:
        return _page(request, invitation, problem=str(error))
    messages.success(request, _("You are a member of “%s” now.") % invitation.library)
    return redirect("generation:films")


def _sign_up(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    name, secret = request.POST.get("username", "").strip(), request.POST.get("password", "")
    problem = _name_problem(name) or password_problem(secret)
    if problem:
        return _page(request, invitation, problem=problem, name=name[:150])
    try:
        with transaction.atomic():
            user = User.objects.create_user(name, password=secret)
            members.accept(invitation, user)
    except IntegrityError:
        return _page(request, invitation, problem=_("Somebody here has this name already."), name=name)
    except NotPossible as error:
        return _page(request, invitation, problem=str(error), name=name)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    remember_device(request)
    return redirect("generation:films")


def _name_problem(name: str) -> str:
    if not 1 <= len(name) <= 150:
        return _("Choose a name of up to 150 letters.")
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        return _("A name has letters, digits and @ . + - _ only.")
    taken = User.objects.filter(username__iexact=name).exists()
    return _("Somebody here has this name already.") if taken else ""


def _page(request: HttpRequest, invitation: Invitation, **said: Any) -> HttpResponse:
    return render(request, "account/join.html", {"invitation": invitation, **said})
