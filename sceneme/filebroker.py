"""Celery's broker of files, made safe for many writers: a message appears whole or not at all.

Kombu's own transport creates a message's file empty and fills it afterwards. A worker that looks in
between reads nothing, and stops for good. The same happens to the table of queues when it is new.

It also sleeps between two looks into the folder, however much has come or become free meanwhile. Here whatever happens
in this process is seen at once; only messages from other processes wait for the next look.
"""

from __future__ import annotations

import os
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

SCHEME = "files"

_news = threading.Event()
"""A message was written here, or one is done with, so that there is room for another."""


class Channel(filesystem.Channel):
    """Writes beside the place and renames, which no reader can see half done."""

    def _put(self, queue: str, message: Any, **_: Any) -> None:  # type: ignore[override]
        # Named by the clock that all processes share, so that messages keep their order.
        name = f"{time.time_ns():020d}_{uuid.uuid4().hex}.{queue}.msg"
        place = Path(self.data_folder_out) / name
        part = place.with_suffix(".part")
        part.write_text(dumps(message), encoding="utf-8")
        part.replace(place)
        _news.set()

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        """Take the oldest message of a queue. Raise `Empty` if there is none; nobody else gets the same one."""
        for place in sorted(Path(self.data_folder_in).glob(f"*.{queue}.msg")):
            mine = Path(self.processed_folder) / place.name
            with suppress(FileNotFoundError):  # somebody else was quicker
                place.rename(mine)
                message = loads(mine.read_text(encoding="utf-8"))
                mine.unlink()
                return message
        raise Empty

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:  # noqa: FBT001, FBT002 - Kombu's
        super().basic_ack(delivery_tag, multiple)
        _news.set()

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

    def drain_events(self, connection: Any, timeout: float | None = None) -> None:  # type: ignore[override]
        """Deliver one message, as soon as there is one and room for it. Raise `TimeoutError` if none comes."""
        latest = time.monotonic() + timeout if timeout is not None else None
        while True:
            _news.clear()  # before the look: what comes during it is looked for once more
            try:
                self.cycle.get(self._deliver, timeout=timeout)  # type: ignore[union-attr]
            except Empty:
                if latest is not None and time.monotonic() >= latest:
                    raise TimeoutError from None
                _news.wait(self.polling_interval or 1.0)
            else:
                return


def register() -> None:
    """Make broker addresses that begin with files:// mean this transport."""
    TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"
