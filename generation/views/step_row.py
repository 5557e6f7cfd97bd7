"""The row of steps on every page of a film: how much of each is done, stale, failed or waiting, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation.services.progress import StepProgress
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio

WORDS = {
    "done": gettext_lazy("Done"),
    "working": gettext_lazy("Working"),
    "failed": gettext_lazy("Failed"),
    "waiting": gettext_lazy("Waiting"),
    "later": gettext_lazy("Later"),
    "none": gettext_lazy("Not needed"),
}


@dataclass(frozen=True)
class StepCard:
    """One frame of the row."""

    key: str
    label: str
    figure: str
    state: str
    word: str
    extra: str
    share: int
    film_id: int
    is_here: bool


def row(studio: Studio, pages: Mapping[str, StepPage], here: str) -> Part:
    """Return the row: a part of its own for each step, so that the row stays where it was scrolled to."""
    children = tuple(
        Part(f"step-{page.key}", "generation/film/_step.html", _card(studio, page, is_here=page.key == here))
        for page in pages.values()
    )
    return Part("steps", "generation/film/_steps.html", "", children)


def _card(studio: Studio, page: StepPage, *, is_here: bool) -> StepCard:
    steps = [step for step in studio.progress.steps if step.step.role in page.roles]
    if not steps:
        return _cut_card(studio, page, is_here=is_here)
    done = sum(step.done for step in steps)
    known = all(step.total is not None for step in steps)
    total = sum(step.total or 0 for step in steps)
    state = "none" if known and not total else _state(steps)
    figure = f"{done}/{total if known else '…'}" if total or not known else "–"
    share = round(100 * done / total) if total and known else 0
    return _made(studio, page, figure, state, _extra(steps), share, is_here=is_here)


def _cut_card(studio: Studio, page: StepPage, *, is_here: bool) -> StepCard:
    """The cut makes nothing: it is as far as the clips that it shows."""
    film = studio.film
    seen = sum(film.take("shot", shot.pk, "clip") is not None for shot in film.shots)
    total = len(film.shots)
    state = "done" if total and seen == total else "waiting" if seen else "later"
    figure = f"{seen}/{total}" if total else "…"
    return _made(studio, page, figure, state, "", round(100 * seen / total) if total else 0, is_here=is_here)


def _made(
    studio: Studio, page: StepPage, figure: str, state: str, extra: str, share: int, *, is_here: bool
) -> StepCard:
    film_id = studio.film.project.pk
    return StepCard(page.key, page.label, figure, state, str(WORDS[state]), extra, share, film_id, is_here)


def _state(steps: Iterable[StepProgress]) -> str:
    """Return one word for several of the engine's steps: what asks for attention goes before what does not."""
    states = {step.state for step in steps if step.total != 0}
    order = ("working", "failed", "waiting", "later")
    return next((state for state in order if state in states), "done")


def _extra(steps: Iterable[StepProgress]) -> str:
    failed, stale = sum(step.failed for step in steps), sum(step.stale for step in steps if not step.working)
    words = [_("%s failed") % failed] if failed else []
    if stale:
        words.append(_("%s out of date") % stale)
    return ", ".join(words)
