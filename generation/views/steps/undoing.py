"""Changes of a film taken back, with what stands beside the plan's own rows: which script is used."""

from __future__ import annotations

import re

from django.contrib import messages
from django.utils.translation import gettext as _

from generation.http import StudioRequest
from generation.models import Slot
from generation.services.takes import USE_SCRIPT
from generation.views import wording
from projects import journal
from projects.models import Edit

_USED = re.compile(re.escape(USE_SCRIPT).replace(r"\{new\}", r"(\d+)").replace(r"\{old\}", r"(\d+)"))


def take_back(request: StudioRequest, edit: Edit) -> None:
    """Take a change back and say so; say why where that cannot be."""
    if edit.undone_at is not None:
        messages.info(request, _("This was taken back already."))
        return
    try:
        journal.undo(edit, request.user.pk)
    except journal.Conflict:
        messages.error(request, _("Something of this was changed again since. Take the later change back first."))
        return
    _use_script_before(edit)
    messages.success(request, _("Taken back: %s") % wording.deed(edit.label))


def _use_script_before(edit: Edit) -> None:
    """Mark the script as used that the lines come from again; the lines themselves are back already."""
    used = _USED.fullmatch(edit.label)
    if used is None:
        return
    slot = Slot.objects.filter(project=edit.project_id, role=Slot.Role.SCRIPT).first()
    take = slot.takes.filter(number=int(used[2])).first() if slot else None
    if slot and take:
        Slot.objects.filter(pk=slot.pk).update(selected_take=take)
