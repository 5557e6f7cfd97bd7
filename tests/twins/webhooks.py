"""Sending a vendor's messages: at their time, in the order and as often as the knob says."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import httpx

TRIES = 4


@cache
def _trust() -> ssl.SSLContext:
    """Reading whom to believe takes longer than sending a message, and is the same for all."""
    return httpx.create_ssl_context()


@dataclass
class Message:
    """One message: where it goes, from when on, and how its bytes and headers are made when it leaves."""

    url: str
    at: float
    make: Callable[[], tuple[bytes, Mapping[str, str]]]


class Postman:
    """Delivers messages when the twin's clock says so, and again while nobody answers."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._due: list[Message] = []
        self._thread: threading.Thread | None = None
        self._ends = threading.Event()
        self.delivered: list[tuple[str, int]] = []

    def post(self, message: Message) -> None:
        """Deliver a message at its time."""
        with self._lock:
            self._due.append(message)
            if self._thread is None:
                self._ends.clear()
                self._thread = threading.Thread(target=self._walk, daemon=True, name="twin-postman")
                self._thread.start()

    def deliver(self, message: Message) -> None:
        """Deliver a message now."""
        for _ in range(TRIES):
            body, headers = message.make()
            try:
                answer = httpx.post(message.url, content=body, headers=dict(headers), timeout=15, verify=_trust())
            except httpx.TransportError:
                self._ends.wait(0.1)
                continue
            self.delivered.append((message.url, answer.status_code))
            if answer.status_code < 500:
                return

    def stop(self) -> None:
        """Deliver nothing more."""
        self._ends.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
            self._thread = None
        self._due.clear()

    def _walk(self) -> None:
        _trust()
        while not self._ends.wait(0.02):
            with self._lock:
                now = self._now()
                ready = sorted((row for row in self._due if row.at <= now), key=lambda row: row.at)
                self._due = [row for row in self._due if row.at > now]
            for message in ready:
                self.deliver(message)
