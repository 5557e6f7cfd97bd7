"""Celery's side of publishing: a message in, one service call. All that is due is found in the database."""

from __future__ import annotations

from typing import Any

from celery import shared_task

from publishing import queue
from publishing.models import Channel
from publishing.services import accounts, figures, findings, quotas, side_steps, working


@shared_task(name="publishing.publish_due", ignore_result=True)
def publish_due(**_: Any) -> None:
    """Send for a worker for all that is due; what is far too late is asked about."""
    working.send_due()
    side_steps.send_due()


@shared_task(name=queue.WORK_ON, acks_late=True, ignore_result=True)
def work_on(*, publication_id: int, **_: Any) -> None:
    """Do what is due for one publication."""
    working.work_on(publication_id)


@shared_task(name=queue.DO_SIDE_STEP, acks_late=True, ignore_result=True)
def do_side_step(*, side_step_id: int, **_: Any) -> None:
    """Do one step beside a post."""
    side_steps.do(side_step_id)


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
