"""Celery's side of publishing: a message in, one service call. All that is due is found in the database."""

from __future__ import annotations

from functools import partial
from typing import Any

from celery import shared_task
from django.conf import settings

from publishing import queue
from publishing.errands import Errand, Errands
from publishing.models import Channel
from publishing.services import accounts, figures, findings, quotas, side_steps, working


@shared_task(bind=True, name="publishing.publish_due", ignore_result=True)
def publish_due(self: Any, /, **_: Any) -> None:
    """Send for a worker for all that is due; what is far too late is asked about."""
    if _is_here(self):
        working.send_due()
        side_steps.send_due()
        return
    for one in working.claim_due(soon_s=BEAT_S):
        _errands.later(one.in_s, _begun_for(one.publication_id), rank=one.rank)
    for step_id in side_steps.claim_due():
        _errands.later(0.0, _begun_for_step(step_id), rank=_LAST)


def _begun_for(publication_id: int) -> Errand:
    """Return what is done when a publication is due: another process may have time for it, where there are others."""
    if settings.REDIS_URL:
        return partial(queue.send, queue.WORK_ON, publication_id=publication_id)
    return partial(_worked_on, publication_id)  # a thousand messages in a folder would only cost time


def _begun_for_step(step_id: int) -> Errand:
    if settings.REDIS_URL:
        return partial(queue.send, queue.DO_SIDE_STEP, side_step_id=step_id)
    return partial(side_steps.do, step_id)


@shared_task(bind=True, name=queue.WORK_ON, acks_late=True, ignore_result=True)
def work_on(self: Any, /, *, publication_id: int, **_: Any) -> None:
    """Do what is due for one publication: as an errand, if there is room for one."""
    if _is_here(self):
        working.work_on(publication_id)
        return
    errand = partial(_worked_on, publication_id)
    if not _errands.take(errand):
        errand()


def _worked_on(publication_id: int) -> None:
    """Work on a publication in a worker's process, where somebody is there again in a moment."""
    working.work_on(publication_id, later=_later)


def _later(seconds: float, publication_id: int, rank: int) -> None:
    _errands.later(seconds, partial(_worked_on, publication_id), rank=rank)


@shared_task(bind=True, name=queue.DO_SIDE_STEP, acks_late=True, ignore_result=True)
def do_side_step(self: Any, /, *, side_step_id: int, **_: Any) -> None:
    """Do one step beside a post: as an errand, if there is room for one."""
    errand = partial(side_steps.do, side_step_id)
    if _is_here(self) or not _errands.take(errand):
        errand()


def _is_here(task: Any) -> bool:
    """Tell whether somebody calls a task and waits for it, in place of a worker that was sent for."""
    return bool(task.request.called_directly or task.request.is_eager)


_errands = Errands()
BEAT_S = 10.0
"""What is due before the next round is begun at its very moment."""
_LAST = 2
"""What goes out goes first (`working.rank_of`), then looks at what is out, then what is done beside a post."""


@shared_task(name="publishing.keep_tokens", ignore_result=True)
def keep_tokens(**_: Any) -> None:
    """Renew tokens that are due, also of accounts that nobody uses now."""
    accounts.keep_alive()
    quotas.forget_old()


@shared_task(name=queue.LOOK_AT_CHANNEL, ignore_result=True)
def look_at_channel(*, channel_id: int, **_: Any) -> None:
    """Look whether an account still consents: its platform says that something changed."""
    channel = Channel.objects.filter(pk=channel_id).first()
    if channel is not None and channel.is_usable:
        accounts.check(channel)


@shared_task(name=queue.LOOK_AT_LIVE, ignore_result=True)
def look_at_live(*, publication_id: int, **_: Any) -> None:
    """Look whether a live post is still there: its platform says that something changed."""
    working.look_at_live(publication_id)


@shared_task(name="publishing.take_figures", ignore_result=True)
def take_figures(**_: Any) -> None:
    """Ask for the numbers that are due, and see what they teach."""
    if figures.take_due():
        findings.refresh_due()
