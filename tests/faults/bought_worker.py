"""A studio's worker as a process of its own, that can be told to kill itself at a moment: `bought_worker.py [MOMENT]`.

It is the worker of `manage.py studio` without its pages and without the processes that draw.
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


def main(moment: str = "") -> None:
    """Work until somebody kills it, or it does so itself."""
    django.setup()
    from generation.providers.animatic import pool
    from sceneme import embedded

    pool.warm = lambda: None  # nothing is drawn here
    if moment:
        _die(moment)
    embedded.prepare()
    with embedded.Studio():
        while True:
            time.sleep(1)


def _die(moment: str) -> None:
    from generation import services
    from generation.services import budget, buying, inbox

    places: dict[str, tuple[Any, str, bool]] = {
        "the intent is written": (buying, "_sending", True),
        "the answer is here": (buying, "accepted", False),
        "the number is kept": (buying, "accepted", True),
        "the file is here": (inbox, "keep", False),
        "the file is kept": (inbox, "keep", True),
        "it becomes a take": (services, "finish_job", False),
        "it is settled": (budget, "settle", False),
        "it is a take": (inbox, "drop", False),
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
