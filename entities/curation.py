"""What every app's admin shares: filters that never list a whole table, and changes laid out to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

NEWEST: Final = 20
"""How many rows a filter offers. An older one is found by search, or by its number in the address."""

MOST_SHOWN: Final = 400


class NewestFilter(admin.SimpleListFilter):
    """Rows of the newest few libraries, films ...; whichever is chosen is always among them."""

    model: type[Model]
    paths: tuple[str, ...] = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the newest, and the chosen one."""
        chosen = request.GET.get(self.parameter_name or "", "")
        manager = self.model._default_manager
        rows = list(manager.order_by("-pk")[:NEWEST])
        if chosen.isdecimal() and all(str(row.pk) != chosen for row in rows):
            rows += list(manager.filter(pk=int(chosen)))
        return [(str(row.pk), str(row)[:60]) for row in rows]

    def has_output(self) -> bool:
        """Show it as soon as there is anything to choose."""
        return bool(self.lookup_choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what belongs to the chosen row, on whichever way."""
        value = self.value()
        if not value:
            return queryset
        if not value.isdecimal():
            return queryset.none()
        condition = Q()
        for path in self.paths:
            condition |= Q(**{path: int(value)})
        return queryset.filter(condition)


def newest_filter(model: type[Model], *paths: str, title: str, name: str) -> type[NewestFilter]:
    """Return a filter by rows of `model`, found from the listed rows on any of `paths`."""
    return type(
        f"{title.title()}Filter",
        (NewestFilter,),
        {"model": model, "paths": paths, "title": title, "parameter_name": name},
    )


Change = tuple[str, str, str, str]
"""What, which field, before, after."""


def differences(what: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[Change]:
    """Yield each field of one row that a change touched."""
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield what, name.replace("_", " "), _readable(before.get(name)), _readable(after.get(name))


def _readable(value: Any) -> str:
    text = "–" if value is None or value == "" else str(value)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def as_table(changes: Iterable[Change]) -> SafeString | str:
    """Return changes as a table."""
    rows = format_html_join("", "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", changes)
    head = format_html("<tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>", "What", "Field", "Before", "After")
    return format_html("<table><thead>{}</thead><tbody>{}</tbody></table>", head, rows) if rows else "–"


class History(admin.ModelAdmin):
    """Rows that say what happened: looked at, never edited, and not deleted by the handful."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """History is made by working, not by typing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """History is not rewritten."""
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Leave out what deletes."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}
