"""Choosing who describes a library's pictures."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities import audit
from entities.models import Library
from generation.http import StudioRequest
from generation.services import describing
from generation.views.access import to_own
from generation.views.account import describer
from generation.views.account.page import answer


@require_POST
def choose(request: StudioRequest, library_id: int) -> HttpResponse:
    """Let a model describe the pictures of a library, or nobody."""
    library = to_own(request, Library.objects.all(), library_id)
    wanted = request.POST.get("offer", "")
    offer = next((offer for offer in describer.looking(library.pk) if offer.key == wanted), None)
    if wanted and offer is None:
        messages.info(request, _("This model cannot be asked now."))
        return answer(request, "models", library)
    describing.choose(library, offer)
    if offer is None:
        audit.write(library.pk, "describer-off", by_id=request.user.pk)
    else:
        audit.write(library.pk, "describer-on", by_id=request.user.pk, model=offer.label)
    messages.success(
        request, _("Pictures are described from now on.") if offer else _("Nobody describes pictures now.")
    )
    return answer(request, "models", library)
