"""`manage.py studio`: the whole studio in one process, opened in a browser."""

from __future__ import annotations

import ipaddress
import socket
from argparse import ArgumentParser
from typing import Any

import psutil
import waitress
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application

from entities.services import library_of
from sceneme import logs, memory
from sceneme.embedded import Studio, prepare
from sceneme.owner import owner
from sceneme.signin import sign_in_link


class Command(BaseCommand):
    """Start web server, worker and beat, and say where to look."""

    help = "Start the studio on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8765)

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until it is interrupted."""
        host, port = options["host"], options["port"]
        _claim_port(host, port)
        logs.to_file_only(settings.DATA_DIR / "logs")
        prepare()
        user: User = owner()
        library_of(user)
        names = _names_of(host)
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *names]
        base = f"http://{names[0]}:{port}"
        # Every open page holds a few connections: a hundred, as waitress has it, is a crowd of twenty.
        server = waitress.create_server(
            get_wsgi_application(),
            host=host,
            port=port,
            threads=8,
            connection_limit=1000,
            asyncore_use_poll=True,
            ident="SceneMe",
        )
        memory.settle()
        with Studio():
            self.stdout.write(f"SceneMe is at {base}\nSign in once with {sign_in_link(user, base)}\nStop with Ctrl-C.")
            self.stdout.flush()
            server.run()


def _names_of(host: str) -> list[str]:
    """Return what this machine is called by whoever may reach it: on `0.0.0.0`, also by phones on the same network."""
    if ipaddress.ip_address(socket.gethostbyname(host)).is_loopback:
        return ["localhost"]
    if host not in {"0.0.0.0", "::"}:  # noqa: S104
        return [host]
    addresses = [address.address for found in psutil.net_if_addrs().values() for address in found]
    reachable = [text for text in addresses if _is_reachable(text)]
    return [*reachable, socket.gethostname(), f"{socket.gethostname()}.local", "localhost"]


def _is_reachable(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return address.version == 4 and not address.is_loopback


def _claim_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is in use. Stop the other studio or choose another with --port."
            ) from error
