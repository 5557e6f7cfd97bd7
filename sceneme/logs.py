"""Structured logs: one JSON object a line, in a file of the data folder and on stderr, with what was bound to it."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def configure(options: dict[str, Any]) -> None:
    """Set up logging as Django's LOGGING_CONFIG: `options` has level, format ("json" or "text") and folder."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.setLevel(options["level"])
    # A worker that starts in this process sets Django up again; what was sent to a file stays there.
    if not isinstance(next(iter(root.handlers), None), logging.handlers.RotatingFileHandler):
        root.handlers = [_handler(logging.StreamHandler(sys.stderr), options["format"])]
    for name in ("botocore", "urllib3"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns that a broker of files has no host name.
    logging.getLogger("kombu.connection").setLevel(logging.ERROR)


def to_file_only(folder: Path) -> None:
    """Send everything to `folder`/studio.log instead of the terminal, for commands that draw on it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = logging.handlers.RotatingFileHandler(folder / "studio.log", maxBytes=20_000_000, backupCount=3)
    logging.getLogger().handlers = [_handler(file, "json")]


def _handler(handler: logging.Handler, style: str) -> logging.Handler:
    renderer: Any = structlog.processors.JSONRenderer() if style == "json" else structlog.dev.ConsoleRenderer()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    return handler


class RequestLogMiddleware:
    """Log each request once, with who asked and how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.log = structlog.get_logger("sceneme.request")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer `request` and leave one line about it."""
        started = time.perf_counter()
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            self.log.info(
                "request",
                method=request.method,
                path=request.path,
                status=response.status_code,
                user_id=getattr(request, "user", None) and request.user.pk,
                ms=round((time.perf_counter() - started) * 1000),
            )
        return response
