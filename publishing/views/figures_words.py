"""Numbers as people read them. What a platform does not tell is said to be unknown, never shown as nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publishing.models import Snapshot


@dataclass(frozen=True)
class Column:
    """One number of a post: its field, what it is called, and how it is said."""

    name: str
    label: str | Promise
    told: Callable[[float], str]
    about: str | Promise = ""
    is_share: bool = False
    is_time: bool = False


def count(value: float) -> str:
    """Return a whole number with its thousands."""
    return f"{value:,.0f}"


def views(number: int | None) -> str:
    """Say how often something was watched; "" where nobody knows."""
    if number is None:
        return ""
    return ngettext("%(n)s view", "%(n)s views", number) % {"n": count(number)}


def share(value: float) -> str:
    """Return a share as a percentage."""
    return f"{value * 100:.0f} %"


def length(seconds: float) -> str:
    """Return a time of watching."""
    hours, rest = divmod(int(seconds), 3600)
    if hours >= 10:
        return _("%(hours)s h") % {"hours": f"{hours:,}"}
    if hours:
        return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest // 60}
    return _("%(minutes)d min") % {"minutes": rest // 60} if rest >= 60 else _("%(seconds)d s") % {"seconds": rest}


COLUMNS: Final = (
    Column("views", gettext_lazy("Views"), count, gettext_lazy("How often it began to play.")),
    Column("engaged_views", gettext_lazy("Engaged views"), count, gettext_lazy("Who stayed beyond the first moment.")),
    Column("likes", gettext_lazy("Likes"), count),
    Column("comments", gettext_lazy("Comments"), count),
    Column("shares", gettext_lazy("Shares"), count),
    Column("saves", gettext_lazy("Saves"), count),
    Column("watch_time_s", gettext_lazy("Watch time"), length, gettext_lazy("All viewers together."), is_time=True),
    Column(
        "average_view_share",
        gettext_lazy("Watched on average"),
        share,
        gettext_lazy("Of the film's length; over 100 % where people see it again."),
        is_share=True,
    ),
    Column("followers_gained", gettext_lazy("New followers"), count),
)
BY_NAME: Final = {column.name: column for column in COLUMNS}


def cell(snapshot: Snapshot | None, column: Column) -> str:
    """Return what a platform last told; "" where it did not."""
    value = getattr(snapshot, column.name) if snapshot else None
    return column.told(value) if value is not None else ""


def lag(hours: float) -> str:
    """Say how late a platform counts; "" where it counts at once."""
    if hours <= 0:
        return ""
    days = round(hours / 24)
    if days < 1:
        return _("counts up to %(hours)d hours late") % {"hours": round(hours)}
    return _("counts up to %(days)d days late") % {"days": days}


def age(since: timedelta) -> str:
    """Say how long ago something was, roughly."""
    hours = since.total_seconds() / 3600
    if hours < 1:
        return _("less than an hour")
    return _("%(n)d hours") % {"n": int(hours)} if hours < 48 else _("%(n)d days") % {"n": int(hours // 24)}
