"""The way in, and whether the studio is well."""

from __future__ import annotations

import math
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from generation.models import Job
from generation.views.account.sessions import remember_device
from sceneme import signin
from sceneme.door import SignInForm
from sceneme.protection import refusal


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Sign in with a name and a password."""

    template_name = "sign_in.html"
    authentication_form = SignInForm
    next_page = "generation:films"
    redirect_authenticated_user = True

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Show the form again; say how long to wait where there were too many tries."""
        response = super().form_invalid(form)
        shut = form.shut if isinstance(form, SignInForm) else None
        if shut is not None:
            response.status_code = 429
            response["Retry-After"] = str(max(1, math.ceil(shut.wait.total_seconds())))
        return response

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let somebody in, and write down in which browser."""
        response = super().form_valid(form)
        remember_device(self.request)
        return response

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the form; say no more than 401 to a page that asks for its own parts."""
        if getattr(request, "htmx", False):
            return HttpResponse(_("You have been signed out."), status=401)
        return super().get(request, *args, **kwargs)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a link. Looking at the link does not use it up, so a preview of it does no harm."""
    user = signin.owner_of(token)
    if user is None:
        return render(request, "enter.html", {"is_dead": True}, status=410)
    if request.method != "POST":
        return render(request, "enter.html", {"who": user})
    if not signin.use_up(user):
        return render(request, "enter.html", {"is_dead": True}, status=410)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    remember_device(request)
    return redirect("generation:films")


def admin_door(request: HttpRequest) -> HttpResponse:
    """Stand where the admin's own door was: there is one way in, and it counts who knocks."""
    if request.user.is_authenticated and not request.user.is_staff:
        raise PermissionDenied(_("This part is for the studio's administrators."))
    return redirect("admin:index")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form is older than the session: somebody signed in again since, in another tab perhaps."""
    sentence = _("This page was opened before you last signed in. What you typed is kept: load the page again.")
    if getattr(request, "htmx", False):
        return HttpResponse(sentence, status=403, content_type="text/plain")
    return render(request, "403.html", {"exception": sentence, "again": _page_before(request)}, status=403)


def _page_before(request: HttpRequest) -> str:
    """Return the page whose form was sent, if it is one of the studio's own."""
    address = request.headers.get("Referer", "")
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return urlsplit(address)._replace(scheme="", netloc="").geturl() if own else reverse("generation:films")


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that could not be read, with the reason where a person can do something about it."""
    if isinstance(exception, RequestDataTooBig):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        return refusal(request, _("This is more text than a form takes: %d MB.") % most, status=413)
    if isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        return refusal(request, _("This is more than one form takes. Send it in several parts."), status=413)
    if isinstance(exception, MultiPartParserError) and "header size" in str(exception):
        return refusal(request, _("The name of the file is too long. Give it a shorter one."), status=400)
    return refusal(request, _("The studio did not understand this. Load the page again."), status=400)


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Say whether the database answers and whether somebody works."""
    try:
        connection.ensure_connection()
        worker = _worker()
    except DatabaseError:
        return JsonResponse({"status": "failing", "database": "unreachable", "worker": "unknown"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok", "worker": worker})


def _worker() -> str:
    """Return working, idle, or silent: work waits, and nobody has been heard of for the time of a lease."""
    recently = timezone.now() - timedelta(seconds=settings.JOB_LEASE_SECONDS)
    if Job.objects.filter(state__in=Job.LEASED, heartbeat_at__gte=recently).exists():
        return "working"
    is_waiting = Job.objects.filter(state__in=[*Job.LEASED, Job.State.QUEUED], queued_at__lt=recently).exists()
    return "silent" if is_waiting else "idle"
