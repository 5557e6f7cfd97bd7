"""The studio as platforms know it: applications that its owner, or a library's, registered there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings as conf
from django.db.models import Q, QuerySet

from generation import vault
from publishing.models import Channel, PlatformApp, PlatformRow
from publishing.platforms.base import App
from publishing.platforms.errors import NeedsSetup
from publishing.platforms.specs import LoginSpec, PlatformSpec

from .platform_rows import login_of, row_of, spec_for, spec_of

_OWN_FOLDERS = (str(conf.DATA_DIR), str(conf.BASE_DIR))
"""Nothing is ever posted into these."""


@dataclass(frozen=True, slots=True)
class AppState:
    """Whether the studio is registered at a platform for one way to sign in, and where from.

    `source`: "library", "studio" (a row for all), "environment" or "" for none.
    """

    login: LoginSpec
    client_id: str = ""
    source: str = ""

    @property
    def is_ready(self) -> bool:
        """Tell whether an account can be connected."""
        return bool(self.source) or not self.login.login


def app_for(library_id: int, spec: PlatformSpec, login: str, *, row: PlatformRow | None = None) -> App:
    """Return the application with which a library is known at a platform.

    Raise `NeedsSetup` where there is none and one is needed, or where its secret cannot be read.
    """
    found, source = _found(library_id, spec.key, login)
    way, place = login_of(spec, login), row or row_of(spec.key)
    if way.login and not source:
        raise NeedsSetup(f"SceneMe is not registered at {spec.label} yet. {way.setup}".strip())
    if found is not None:
        return _app(spec, place, found.client_id, _secret(found), found.settings)
    client_id, secret = _from_environment(spec.key, login)
    return _app(spec, place, client_id, secret, {})


def app_of(channel: Channel) -> App:
    """Return the application that a channel was connected with: looked up once for each channel that was read.

    Raise `NeedsSetup` as `app_for` does.
    """
    if not hasattr(channel, "known_app"):
        spec = spec_for(channel)
        channel.known_app = app_for(  # type: ignore[attr-defined]
            channel.library_id,
            spec,
            channel.login,
            row=channel.known_row,  # type: ignore[attr-defined]
        )
    found: App = channel.known_app  # type: ignore[attr-defined]
    return found


def all_apps(spec: PlatformSpec) -> list[App]:
    """Return every application that the studio knows for a platform: whose secret signed a message is tried out."""
    rows, place = PlatformApp.objects.filter(platform=spec.key), row_of(spec.key)
    found = [_app(spec, place, row.client_id, _secret(row), row.settings) for row in rows]
    for way in spec.logins:
        client_id, secret = _from_environment(spec.key, way.key)
        if client_id:
            found.append(_app(spec, place, client_id, secret, {}))
    return found or [_app(spec, place, "", "", {})]


def app_states(library_id: int, platform: str) -> list[AppState]:
    """Return, for each way to sign in, whether there is an application for it."""
    states = []
    for way in spec_of(platform).logins:
        row, source = _found(library_id, platform, way.key)
        client_id = row.client_id if row else _from_environment(platform, way.key)[0]
        states.append(AppState(way, client_id, source))
    return states


def keep_app(
    library_id: int | None,
    platform: str,
    login: str,
    *,
    client_id: str,
    client_secret: str,
    by_id: int | None,
    settings: Mapping[str, Any] | None = None,
) -> PlatformApp:
    """Keep an application's id and its secret (sealed). `library_id` None: for all. Empty secret: as before."""
    told: dict[str, Any] = {"client_id": client_id.strip(), "written_by_id": by_id}
    if client_secret.strip():
        told["sealed_secret"] = vault.seal(client_secret.strip())
    if settings is not None:
        told["settings"] = dict(settings)
    row = _rows(library_id).filter(platform=platform, login=login).first()
    row = row or PlatformApp(library_id=library_id, platform=platform, login=login)
    for name, value in told.items():
        setattr(row, name, value)
    row.save()
    return row


def forget_app(library_id: int | None, platform: str, login: str) -> None:
    """Forget an application."""
    _rows(library_id).filter(platform=platform, login=login).delete()


def _rows(library_id: int | None) -> QuerySet[PlatformApp]:
    if library_id is None:
        return PlatformApp.objects.filter(library__isnull=True)
    return PlatformApp.objects.filter(library_id=library_id)


def _found(library_id: int, platform: str, login: str) -> tuple[PlatformApp | None, str]:
    """Return the row that counts: the library's own before the studio's, one for this sign-in before one for all."""
    mine = Q(library_id=library_id) | Q(library__isnull=True)
    rows = PlatformApp.objects.filter(mine, platform=platform, login__in={login, ""})
    best = min(rows, key=lambda row: (row.library_id is None, row.login != login), default=None)
    if best is not None:
        return best, "studio" if best.library_id is None else "library"
    return None, "environment" if _from_environment(platform, login)[0] else ""


def _from_environment(platform: str, login: str) -> tuple[str, str]:
    """Return id and secret from SCENEME_<PLATFORM>[_<LOGIN>]_CLIENT_ID and _SECRET; those with the login come first."""
    for name in filter(None, (f"{platform}_{login}" if login else "", platform)):
        stem = f"SCENEME_{name.upper()}"
        client_id = os.environ.get(f"{stem}_CLIENT_ID", "").strip()
        if client_id:
            secret = os.environ.get(f"{stem}_CLIENT_SECRET", "") or os.environ.get(f"{stem}_SECRET", "")
            return client_id, secret.strip()
    return "", ""


def _secret(row: PlatformApp) -> str:
    try:
        return vault.opened(row.sealed_secret) if row.sealed_secret else ""
    except vault.Unreadable as error:
        raise NeedsSetup(str(error)) from error


def _app(spec: PlatformSpec, row: PlatformRow | None, client_id: str, secret: str, settings: Mapping[str, Any]) -> App:
    return App(
        platform=spec.key,
        client_id=client_id,
        client_secret=secret,
        addresses=dict(spec.addresses),
        settings={**spec.settings, "keep_out": _OWN_FOLDERS, **settings},
        allows_private=bool(row and row.is_local),
    )
