"""Connecting to the outside only: an address is looked up once, looked at, and the very one is connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

from .base import BadAnswer


class GuardedBackend(httpcore.SyncBackend):
    """Connects to public addresses only, unless told otherwise.

    Raise `BadAnswer`, with `refusal` in which {host} is the host, where one lies inside a private network.
    """

    def __init__(self, *, allows_private: bool, refusal: str = "{host} lies inside a private network.") -> None:
        self.allows_private = allows_private
        self.refusal = refusal

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of a host's addresses that answers."""
        trouble: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._looked_up(host, port):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    def _looked_up(self, host: str, port: int) -> list[str]:
        try:
            found = list(dict.fromkeys(str(e[4][0]) for e in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except OSError as error:
            raise httpcore.ConnectError(f"{host} is not known: {error}") from error
        if not self.allows_private:
            for address in found:
                if not ipaddress.ip_address(address.partition("%")[0]).is_global:
                    raise BadAnswer(self.refusal.format(host=host))
        return found
