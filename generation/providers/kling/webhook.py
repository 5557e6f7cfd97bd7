"""Reading what Kling calls us for: each change of a task.

It does not sign. The address it calls is secret and belongs to one job, and what it says is asked for again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from generation.providers.base import Access, Delivery, Forged


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return which task a message is about. Raise `Forged` if it is about none."""
    try:
        message = json.loads(body)
    except ValueError as error:
        raise Forged("the message is not JSON") from error
    if isinstance(message, dict) and isinstance(message.get("data"), dict):
        message = message["data"]
    task = message.get("task_id") if isinstance(message, dict) else None
    if not isinstance(task, str) or not task:
        raise Forged("the message names no task")
    # One message for each change: the same change told twice is the same delivery.
    return Delivery(f"{task}:{message.get('task_status', '')}:{message.get('updated_at', '')}", task)
