"""What must be there before a film can be made, checked when a command starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from generation.media.errors import MediaError
from generation.media.runner import find_ffmpeg


@register()
def ffmpeg_is_there(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Films are cut by ffmpeg."""
    try:
        find_ffmpeg()
    except MediaError as error:
        return [Error(str(error), id="sceneme.E001")]
    return []


@register()
def storage_is_whole(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """A bucket needs keys, from our settings or from the machine."""
    options = settings.MEDIA_STORAGE["OPTIONS"]
    if settings.S3_BUCKET and bool(options["access_key"]) != bool(options["secret_key"]):
        return [Error("S3_ACCESS_KEY and S3_SECRET_KEY go together; one of them is missing.", id="sceneme.E002")]
    return []


@register()
def servers_go_together(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """Workers on several machines need a database that several machines can reach."""
    is_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if settings.REDIS_URL and is_sqlite:
        hint = "Set DATABASE_URL to a PostgreSQL database, or leave REDIS_URL empty."
        return [Warning("REDIS_URL is set, but the database is a file of this machine.", hint=hint, id="sceneme.W001")]
    return []
