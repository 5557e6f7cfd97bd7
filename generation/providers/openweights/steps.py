"""Between two steps of a model: how far it is, and whether it is still wanted."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from generation.providers.base import Stopped, Ticket

DECODING_SHARE = 0.1
"""The last part of the work, after the last step: pictures are decoded and written."""


class Steps:
    """Counts the steps of one piece; tells its ticket, and ends the work where nobody wants it any more."""

    def __init__(self, pipe: Any, ticket: Ticket) -> None:
        self._pipe = pipe
        self._ticket = ticket
        self._done = 0
        self._total = 1

    def options(self, total: int) -> dict[str, Any]:
        """Return the fields that make the pipeline tell us of each of its `total` steps.

        The few pipelines without such a field tell their progress bar, which ours takes the place of.
        """
        self._total = max(1, total)
        self._pipe._interrupt = False
        if takes(self._pipe.__call__, "callback_on_step_end"):
            return {"callback_on_step_end": self._ended}
        self._pipe.progress_bar = lambda *_, **__: _Bar(self._step)
        return {}

    def _ended(self, pipe: Any, number: int, time: Any, fields: dict[str, Any]) -> dict[str, Any]:
        self._done = number
        self._step()
        return fields

    def _step(self) -> None:
        self._done = min(self._done + 1, self._total)
        if self._ticket.is_stopped():
            self._pipe._interrupt = True
            raise Stopped("It was cancelled between two steps.")
        self._ticket.progress(self._done / self._total * (1 - DECODING_SHARE))


class _Bar:
    """Stands where a pipeline has its progress bar."""

    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return

    def update(self, count: int = 1) -> None:
        """Take note of a step."""
        self._step()


def takes(function: Callable[..., Any], field: str) -> bool:
    """Tell whether a function has a parameter of this name."""
    return field in inspect.signature(function).parameters
