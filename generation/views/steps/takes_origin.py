"""Where a take comes from, in words: made, uploaded or changed by somebody; by which model, for how much, how large."""

from __future__ import annotations

from django.utils.translation import gettext as _

from generation.models import Asset, Job, Take
from generation.recipes import changing
from generation.views import wording
from generation.views.steps import takes_words

MADE_BY_US = "SceneMe"


def maker(take: Take) -> Job | None:
    """Return the job that made what a take shows, also where it was made for another place."""
    return take.job or (take.reused_from.job if take.reused_from else None)


def state(take: Take, digest: str) -> tuple[str, str]:
    """Return how a take stands to what the film asks for now (`digest`): a word for styles, and one to read."""
    if not take.recipe_digest:
        return "upload", _("Changed with words") if maker(take) else _("Uploaded")
    if take.recipe_digest == digest:
        return "current", _("Up to date")
    return "old", _("Out of date")


def by(take: Take) -> str:
    """Say who made a take."""
    job = maker(take)
    if job is None and not take.recipe_digest:
        return _("by %(who)s") % {"who": take.made_by.get_username()} if take.made_by else _("by hand")
    if job is None:
        return _("model unknown")
    model = job.offer.label if job.offer else MADE_BY_US
    return _("%(model)s, made for another place") % {"model": model} if take.reused_from_id else model


def cost(take: Take, paid_micros: int | None) -> str:
    """Say what a take has cost; nothing for what somebody brought along."""
    if not take.recipe_digest and maker(take) is None:
        return ""
    if take.job is None or take.job.is_free:
        return _("free")
    return wording.price(paid_micros)


def wish(take: Take) -> str:
    """Return what somebody wanted changed in it, in their words."""
    job = maker(take)
    return changing.wish_of(job.recipe["arguments"]) if job is not None and job.is_change else ""


def about(asset: Asset) -> str:
    """Say how large and how long a file is."""
    facts = [f"{asset.width} × {asset.height}" if asset.width else ""]
    facts.append(f"{asset.duration_ms / 1000:.1f} s" if asset.duration_ms else "")
    facts.append(takes_words.bytes_of(asset.size))
    return " · ".join(filter(None, facts))
