"""Watching a film being made from the terminal: a line per step on a terminal, nothing elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

from django.db import close_old_connections

from generation.models import Run
from generation.services.progress import Progress, StepProgress, progress_of
from sceneme.embedded import Studio

_MARKS = {"done": "✓", "working": "●", "failed": "✗", "waiting": "·", "later": "·"}
_BAR = 24


class Screen:
    """Redraws its lines in place on a terminal; writes nothing when there is none."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.is_terminal = stream.isatty()
        self.drawn = 0

    def show(self, lines: list[str]) -> None:
        """Replace what was shown before by `lines`."""
        if not self.is_terminal:
            return
        up = f"\x1b[{self.drawn}A" if self.drawn else ""
        self.stream.write(up + "".join(f"\x1b[2K{line}\n" for line in lines))
        self.stream.flush()
        self.drawn = len(lines)


def watch(project_id: int, run_id: int, screen: Screen, studio: Studio) -> Progress:
    """Show how a film goes until its run is over; return how it ended."""
    while True:
        state = Run.objects.values_list("state", flat=True).get(pk=run_id)
        over = state != Run.State.RUNNING
        if over or screen.is_terminal:
            progress = progress_of(project_id)
            screen.show(_lines(progress, studio))
        if over:
            close_old_connections()
            return progress
        time.sleep(0.4 if screen.is_terminal else 0.1)


def _lines(progress: Progress, studio: Studio) -> list[str]:
    lines = [_line(step) for step in progress.steps]
    lines.append(_closing(progress, studio))
    return lines


def _line(step: StepProgress) -> str:
    mark = _MARKS[step.state]
    if step.total is None:
        return f" {mark} {step.step.label:<14} {'':{_BAR}}  …"
    share = step.done / step.total if step.total else 1.0
    filled = round(share * _BAR)
    bar = "█" * filled + "░" * (_BAR - filled)
    failed = f"  {step.failed} failed" if step.failed else ""
    return f" {mark} {step.step.label:<14} {bar}  {step.done}/{step.total}{failed}"


def _closing(progress: Progress, studio: Studio) -> str:
    run = progress.run
    if run is not None and run.state != Run.State.RUNNING:
        return run.message or "Finished."
    where = "" if studio.is_working else "  (made by the studio that is open)"
    if progress.seconds_left is None:
        return f"Time left: not known yet{where}"
    minutes, seconds = divmod(progress.seconds_left, 60)
    return f"Time left: about {minutes} min {seconds} s{where}" if minutes else f"Time left: about {seconds} s{where}"
