"""The project's Celery app with one task more: the one that does nothing, to compare with."""

from __future__ import annotations

from pathlib import Path

from sceneme.celery import app

__all__ = ["app", "nothing"]


@app.task(name="bench.nothing", ignore_result=True)
def nothing(marks: str) -> None:
    """Leave one byte, so that it can be counted."""
    with Path(marks).open("ab") as file:
        file.write(b".")
