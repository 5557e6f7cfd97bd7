"""Who changed what of a library's own affairs: its members, links, keys, models and budgets. Never what is secret.

An entry holds a code and the facts, and is put into words when it is shown, in the language of whoever looks.
"""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from entities.models import AuditEntry, Membership

DEEDS: Final = {
    "member-added": _("%(name)s became a member: %(role)s"),
    "member-joined": _("%(name)s came in by a link: %(role)s"),
    "member-role": _("%(name)s is now: %(role)s"),
    "member-removed": _("%(name)s is not a member any more"),
    "link-made": _("A link was made that gives a seat: %(role)s"),
    "link-taken-back": _("A link was taken back that gave a seat: %(role)s"),
    "key-written": _("The key for %(vendor)s was written"),
    "key-removed": _("The key for %(vendor)s was thrown away"),
    "model-on": _("%(model)s was switched on"),
    "model-off": _("%(model)s was switched off"),
    "describer-on": _("%(model)s describes pictures from now on"),
    "describer-off": _("Nobody describes pictures any more"),
    "budget-set": _("The budget was set to %(sum)s"),
    "budget-lifted": _("The budget was lifted"),
    "film-budget-set": _("The budget of “%(film)s” was set to %(sum)s"),
    "film-budget-lifted": _("The budget of “%(film)s” was lifted"),
}
"""Every deed that is written down, in words."""

MOST_SHOWN: Final = 200


def write(library_id: int, code: str, *, by_id: int | None, **facts: str) -> AuditEntry:
    """Write down what somebody did. `facts` are names and figures as they were at that moment."""
    if code not in DEEDS:
        raise ValueError(f"no such deed: {code}")
    return AuditEntry.objects.create(library_id=library_id, user_id=by_id, code=code, facts=facts)


def of_library(library_id: int) -> QuerySet[AuditEntry]:
    """Return the newest entries of a library, newest first."""
    return AuditEntry.objects.filter(library=library_id).select_related("user")[:MOST_SHOWN]


def words(entry: AuditEntry) -> str:
    """Say what was done."""
    template = DEEDS.get(entry.code)
    if template is None:
        return entry.code
    facts = {name: str(value) for name, value in entry.facts.items()}
    if facts.get("role") in Membership.Role.values:
        facts["role"] = str(Membership.Role(facts["role"]).label)
    try:
        return str(template) % facts
    except KeyError:
        return entry.code
