"""What owners do about vendors: ask one again that was left alone, use a server on their own network or not."""

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
from generation.services import gates
from generation.views.access import to_own
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
def switch(request: StudioRequest, library_id: int) -> HttpResponse:
    """Use a server on the studio's own network, or do not. Where it stands is said in the admin only."""
    library: Library = to_own(request, Library.objects.all(), library_id)
    vendor = get_object_or_404(Vendor, key=request.POST.get("vendor", ""))
    if not vendor.is_local:
        raise Http404
    is_on = request.POST.get("is_on") == "on"
    if Vendor.objects.filter(pk=vendor.pk).exclude(is_on=is_on).update(is_on=is_on):
        audit.write(library.pk, "model-on" if is_on else "model-off", by_id=request.user.pk, model=vendor.label)
        if is_on:
            gates.reopen(vendor.key, vault.account_of(library.pk, vendor))
    return answer(request, "keys", library)
