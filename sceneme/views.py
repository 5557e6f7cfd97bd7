"""The way in, and whether the studio is well."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from generation.models import Job
from sceneme import signin


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """Sign in with a name and a password."""

    template_name = "sign_in.html"
    next_page = "generation:films"
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the form; say no more than 401 to a page that asks for its own parts."""
        if getattr(request, "htmx", False):
            return HttpResponse("You have been signed out.", status=401)
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
    return redirect("generation:films")


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
