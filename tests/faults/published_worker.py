"""A publishing worker as a process of its own, that can be told to kill itself: `published_worker.py URL [MOMENT]`.

It is the worker of `manage.py studio` without its pages and without the processes that draw; the only platform is the
twin at URL.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")

import django


def main(url: str, moment: str = "", *, beat_s: float = 0.5) -> None:
    """Work until somebody kills it, or it does so itself."""
    django.setup()
    from generation.providers.animatic import pool
    from publishing.platforms import catalog
    from sceneme import embedded
    from sceneme.celery import app
    from tests.publishing import generic

    row = generic.row(url)
    catalog.platforms = lambda: {row.key: row}  # type: ignore[assignment]
    pool.warm = lambda: None  # nothing is drawn here
    app.conf.beat_schedule["publish"]["schedule"] = beat_s
    if moment:
        _die(moment)
    embedded.prepare()
    with embedded.Studio():
        while True:
            time.sleep(1)


def _die(moment: str) -> None:
    from publishing.models import Publication
    from publishing.services import posting, side_steps, tokens
    from tests.publishing import generic

    platform = generic.GenericPlatform
    places: dict[str, tuple[Any, str, bool]] = {
        "it is taken on": (Publication, "take", True),
        "the session is open": (platform, "start", True),
        "some bytes are there": (platform, "_chunk", True),
        "all but the last is there": (posting, "_moved", True),
        "it is about to be posted": (platform, "commit", False),
        "it is posted": (platform, "commit", True),
        "the number is here": (posting, "adopt", False),
        "the number is kept": (posting, "adopt", True),
        "it was looked at": (platform, "observe", True),
        "the tokens are fresh": (tokens, "keep", False),
        "the picture is there": (side_steps, "_done", False),
    }
    owner, name, is_after = places[moment]
    setattr(owner, name, _deadly(getattr(owner, name), is_after=is_after))


def _deadly(call: Callable[..., Any], *, is_after: bool) -> Callable[..., Any]:
    def stepped(*given: Any, **more: Any) -> None:
        if is_after:
            call(*given, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    return stepped


if __name__ == "__main__":
    main(*sys.argv[1:])
