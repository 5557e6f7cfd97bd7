"""A task of Kling's, from the moment it was taken: looked at, fetched, and found again where the answer was lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generation.providers.base import (
    BadAnswer,
    Finished,
    GoneModel,
    Invalid,
    LostByVendor,
    ProviderError,
    Refused,
    Submitted,
    Ticket,
    Unconfirmed,
    Working,
)
from generation.providers.download import fetch
from generation.providers.kinds import SUFFIXES, media_type_of

from .client import Kling

PAGE = 500
MOST_PAGES = 1000
LIST_SLACK_MS = 10_000
"""The vendor's clock and ours may differ by so much when its list is searched."""

_RULES = ("risk", "sensitive", "policy", "policies", "violat", "moderat", "nsfw", "inappropriate", "prohibited")
"""Words with which it says that a finished picture went against its rules."""


def collect(kling: Kling, sent: Submitted, folder: Path, path: str) -> Finished | Working:
    """Return the clip of a task, or how far it is. Raise `LostByVendor` if the vendor does not know it any more."""
    path = str(sent.handle.get("path") or path)
    try:
        task = kling.get(f"{path}/{quote(sent.provider_job_id, safe='')}")
    except GoneModel as error:
        raise LostByVendor("Kling no longer knows of this task.", vendor_words=error.vendor_words) from error
    status = str(task.get("task_status") or "")
    if status == "failed":
        raise _failure(str(task.get("task_status_msg") or ""))
    if status != "succeed":
        return Working(words=status)
    return _fetched(kling, task, folder)


def _failure(words: str) -> ProviderError:
    if any(word in words.lower() for word in _RULES):
        return Refused("Kling turned this down: it goes against its rules.", vendor_words=words)
    return ProviderError("Kling could not make this.", vendor_words=words)


def _fetched(kling: Kling, task: Mapping[str, Any], folder: Path) -> Finished:
    videos = (task.get("task_result") or {}).get("videos") or []
    if not videos or not videos[0].get("url"):
        raise BadAnswer("Kling says that it is done, but gives no clip.", vendor_words=str(task)[:500])
    path = folder / "clip"
    access = replace(kling.wire.access, base_url=kling.wire.base_url)
    fetch(str(videos[0]["url"]), path, access)
    media_type = media_type_of(path)
    if not media_type.startswith("video/"):
        raise BadAnswer("Kling sent something that is no clip.", vendor_words=repr(path.read_bytes()[:200]))
    return Finished(
        path.rename(path.with_suffix(SUFFIXES[media_type])), media_type, {"kling_video": str(videos[0].get("id") or "")}
    )


def find_by_reference(kling: Kling, ticket: Ticket, path: str) -> Submitted | None:
    """Return the task that was given our reference, None if there is none among those since it was sent."""
    if not ticket.reference:
        find_by_time(kling, ticket, path)
        return None
    try:
        task = kling.get(f"{path}/{quote(ticket.reference, safe='')}")
    except (GoneModel, Invalid):
        # It may be that not every account can ask by its own number; the list shows it in any case.
        task = None
    if _is_ours(task, ticket):
        return Submitted(str(task["task_id"]), {"path": path})
    for task in _since(kling, ticket, path):
        if _is_ours(task, ticket):
            return Submitted(str(task["task_id"]), {"path": path})
    return None


def _is_ours(task: Any, ticket: Ticket) -> bool:
    told = (task.get("task_info") or {}) if isinstance(task, dict) else {}
    return told.get("external_task_id") == ticket.reference


def find_by_time(kling: Kling, ticket: Ticket, path: str) -> None:
    """Return None if nothing was begun since it was sent; raise `Unconfirmed` if something was.

    For tasks that take no reference: which of them is ours cannot be told.
    """
    if any(True for _ in _since(kling, ticket, path)):
        raise Unconfirmed("Kling began something of this kind since then; nobody can tell whether it is ours.")


def _since(kling: Kling, ticket: Ticket, path: str) -> Iterator[dict[str, Any]]:
    """All tasks that were created since the ticket was sent."""
    earliest = ticket.sent_at * 1000 - LIST_SLACK_MS
    for number in range(1, MOST_PAGES + 1):
        page = kling.get(path, pageNum=number, pageSize=PAGE) or []
        times = [int(task.get("created_at") or 0) for task in page]
        yield from (task for task, created in zip(page, times, strict=True) if created >= earliest)
        # It is not said in which order the list comes. Only one that goes back in time may be left early.
        if len(page) < PAGE or times[0] > times[-1] < earliest:
            return
