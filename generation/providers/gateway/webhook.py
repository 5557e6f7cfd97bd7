"""Reading what a workflow calls us for. The address it calls is secret and belongs to one job.

Workflows sign nothing, but may send a secret of ours along, in the header `X-Sceneme-Secret`; where one is set under
the name "webhook", it has to be there.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping

from generation.providers.base import Access, Delivery, Forged

from .paths import first_at

HEADER = "x-sceneme-secret"
LARGEST = 64 * 1024
"""A message says that something is done and where it is. A file itself does not belong into one."""
_IDS = ("id", "data.id", "[0].id", "job_id", "prompt_id", "reference")


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return which job a message is about. Raise `Forged` for one without our secret, or that is no JSON object."""
    wanted = access.secrets.get("webhook", "")
    if wanted and not hmac.compare_digest(headers.get(HEADER, "").encode(), wanted.encode()):
        raise Forged("the message does not hold the secret")
    if len(body) > LARGEST:
        raise Forged("the message is too large: it should hold a link, not a file")
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Forged("the message is not JSON") from error
    if isinstance(message, list) and message:
        message = message[0]
    if not isinstance(message, dict):
        raise Forged("the message is no JSON object")
    found = first_at(message, _IDS)
    job = str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    return Delivery(f"{job[:100]}:{hashlib.sha256(body).hexdigest()}", job[:200], message)
