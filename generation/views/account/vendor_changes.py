"""What is done about vendors: ask one again that was left alone, look whether a server is there, use one or not."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities import audit
from entities.models import Library
from generation import vault
from generation.http import StudioRequest
from generation.models import Vendor
from generation.providers import reaching
from generation.services import gates
from generation.views.access import to_own, to_see
from generation.views.account.page import answer


@require_POST
def reopen(request: StudioRequest, library_id: int) -> HttpResponse:
    """Ask a vendor again at once: somebody says that it works now."""
    library: Library = to_own(request, Library.objects.all(), library_id)
    vendor = get_object_or_404(Vendor, key=request.POST.get("vendor", ""))
    gates.reopen(vendor.key, vault.account_of(library.pk, vendor))
    messages.success(request, _("%s is asked again.") % vendor.label)
    return answer(request, "keys", library)


@require_POST
def reach(request: StudioRequest, library_id: int) -> HttpResponse:
    """Look whether a server on the studio's own network is there, once and shortly."""
    library: Library = to_own(request, Library.objects.all(), library_id)
    vendor = _server(request)
    try:
        access = vault.access_for(library.pk, vendor)
    except vault.Unreadable as error:
        return answer(request, "keys", library, key_problem=str(error), key_vendor=vendor.key)
    found = reaching.look(access) if access.base_url else reaching.Reached(is_there=False)
    if found.is_there and vendor.is_on:
        gates.reopen(vendor.key, vault.account_of(library.pk, vendor))
    return answer(request, "keys", library, reached=found, reached_vendor=vendor.key)


def _server(request: StudioRequest) -> Vendor:
    vendor: Vendor = get_object_or_404(Vendor, key=request.POST.get("vendor", ""))
    if not vendor.is_local:
        raise Http404
    return vendor


@require_POST
def switch(request: StudioRequest, library_id: int) -> HttpResponse:
    """Use a server on the studio's own network, or do not: for all libraries, so only whoever runs the studio may.

    Where it stands is said in the admin only.
    """
    may_switch = request.user.is_staff
    library: Library = (to_see if may_switch else to_own)(request, Library.objects.all(), library_id)
    vendor = _server(request)
    if not may_switch:
        messages.error(request, _("This server is used by the whole studio. Whoever runs the studio switches it."))
        return answer(request, "keys", library)
    is_on = request.POST.get("is_on") == "on"
    if Vendor.objects.filter(pk=vendor.pk).exclude(is_on=is_on).update(is_on=is_on):
        audit.write(library.pk, "model-on" if is_on else "model-off", by_id=request.user.pk, model=vendor.label)
        if is_on:
            gates.reopen(vendor.key, vault.account_of(library.pk, vendor))
    return answer(request, "keys", library)
