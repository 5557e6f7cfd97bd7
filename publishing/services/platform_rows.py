"""Platforms as they are in force: as shipped, with what the studio's owner wrote differently into the database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import structlog

from publishing.models import Channel, PlatformRow
from publishing.platforms import catalog
from publishing.platforms.specs import LoginSpec, PlatformSpec

log = structlog.get_logger(__name__)

_NAMED_BY = {"fields": "name", "quotas": "bucket", "logins": "key"}
"""Lists of a row whose members are changed one by one, and what names a member."""
_MERGED = frozenset({"settings", "addresses", "costs", "counts", "scopes"})
_FIXED = frozenset({"key", "adapter", "logins", "webhook"})
"""What says which code runs is not for the database."""


def sync_shipped() -> None:
    """Add rows for platforms that are new, and bring the shipped dates of those that nobody changed."""
    known = {row.key: row for row in PlatformRow.objects.all()}
    for spec in catalog.platforms().values():
        facts = {"label": spec.label, "facts_date": spec.facts_date, "facts_source": spec.facts_source}
        row = known.get(spec.key)
        if row is None:
            PlatformRow.objects.get_or_create(key=spec.key, defaults=facts)
        elif not row.spec and any(getattr(row, name) != value for name, value in facts.items()):
            PlatformRow.objects.filter(pk=row.pk).update(**facts)


def spec_of(platform: str) -> PlatformSpec:
    """Return a platform's row as it is in force. Raise `KeyError` for a platform there is no way to."""
    return in_force(catalog.platforms()[platform], row_of(platform))


def spec_for(channel: Channel) -> PlatformSpec:
    """Return the row of a channel's platform: looked up once for each channel that was read."""
    if not hasattr(channel, "known_spec"):
        channel.known_row = row_of(channel.platform)  # type: ignore[attr-defined]
        channel.known_spec = in_force(  # type: ignore[attr-defined]
            catalog.platforms()[channel.platform],
            channel.known_row,  # type: ignore[attr-defined]
        )
    found: PlatformSpec = channel.known_spec  # type: ignore[attr-defined]
    return found


def row_of(platform: str) -> PlatformRow | None:
    """Return what the database says of a platform."""
    return PlatformRow.objects.filter(key=platform).first()


def platforms_offered() -> list[PlatformSpec]:
    """Return the platforms that are switched on, in the order in which they are offered."""
    rows = {row.key: row for row in PlatformRow.objects.all()}
    shipped = catalog.platforms()
    return [in_force(spec, rows.get(key)) for key, spec in shipped.items() if key not in rows or rows[key].is_on]


def login_of(spec: PlatformSpec, login: str) -> LoginSpec:
    """Return one way to sign in; the first for "". Raise `KeyError` where there is no such way."""
    for one in spec.logins:
        if one.key == login or not login:
            return one
    raise KeyError(login)


def in_force(spec: PlatformSpec, row: PlatformRow | None) -> PlatformSpec:
    """Return a shipped row with what the database has differently. What cannot be read there is passed over."""
    if row is None:
        return spec
    told = json.dumps([row.spec, row.addresses], sort_keys=True, default=str)
    kept = _in_force.get(spec.key)
    if kept is not None and kept[0] is spec and kept[1] == told:
        return kept[2]
    found: PlatformSpec = _changed(spec, row.spec if isinstance(row.spec, Mapping) else {})
    found = replace(found, addresses={**found.addresses, **(row.addresses or {})})
    _in_force[spec.key] = (spec, told, found)
    return found


_in_force: dict[str, tuple[PlatformSpec, str, PlatformSpec]] = {}
"""By platform: the shipped row, what the database last said of it, and what came of both."""


def _changed(what: Any, told: Mapping[str, Any]) -> Any:
    known = {one.name for one in fields(what)} - _FIXED
    changes = {}
    for name, value in told.items():
        if name not in known:
            log.warning("a platform's row says what nobody knows", name=name)
            continue
        try:
            changes[name] = _value(name, getattr(what, name), value)
        except (TypeError, ValueError, AttributeError):
            log.warning("a platform's row cannot be read", name=name, exc_info=True)
    return replace(what, **changes) if changes else what


def _value(name: str, before: Any, told: Any) -> Any:
    if is_dataclass(before):
        return _changed(before, told)
    if name in _NAMED_BY and isinstance(told, Mapping):
        return tuple(_members(before, told, _NAMED_BY[name]))
    if name in _MERGED:
        return {**before, **told}
    if isinstance(before, date) or name == "facts_date":
        return date.fromisoformat(told)
    if isinstance(before, bool) or before is None or told is None:
        return told
    if isinstance(before, tuple):
        return tuple(tuple(one) if isinstance(one, list) else one for one in told)
    return type(before)(told) if not isinstance(before, int) or not isinstance(told, float) else told


def _members(before: Iterable[Any], told: Mapping[str, Any], named_by: str) -> Iterable[Any]:
    for member in before:
        yield _changed(member, told.get(getattr(member, named_by), {}))
