"""Celery's broker of files, made safe for many writers: a message appears whole or not at all.

Kombu's own transport creates a message's file empty and fills it afterwards. A worker that looks in
between reads nothing, and stops for good. The same happens to the table of queues when it is new.
"""

from __future__ import annotations

import os
import time
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps

SCHEME = "files"


class Channel(filesystem.Channel):
    """Writes beside the place and renames, which no reader can see half done."""

    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        # Named by the clock that all processes share, so that messages keep their order.
        name = f"{time.time_ns():020d}_{uuid.uuid4().hex}.{queue}.msg"
        place = Path(self.data_folder_out) / name
        part = place.with_suffix(".part")
        part.write_text(dumps(message), encoding="utf-8")
        part.replace(place)

    def _queue_bind(self, exchange: str, routing_key: Any, pattern: Any, queue: str) -> None:
        table: Path = self._exchange_file(exchange)  # type: ignore[attr-defined]
        if not table.exists():
            part = table.with_name(f".{uuid.uuid4().hex}.part")
            part.write_text("[]", encoding="utf-8")
            # A link fails where the table exists already, so nobody's entry is overwritten.
            with suppress(FileExistsError):
                os.link(part, table)
            part.unlink()
        super()._queue_bind(exchange, routing_key, pattern, queue)


class Transport(filesystem.Transport):
    """Files in a folder; see `Channel`."""

    Channel = Channel


def register() -> None:
    """Make broker addresses that begin with files:// mean this transport."""
    TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"
