"""Whether a server on one's own network is there: one short look, when somebody wants to know."""

from __future__ import annotations

import json
import ssl
from dataclasses import dataclass

import httpx

from .base import Access
from .openai.server import whole_address

LOOK_S = 2.5
"""Seconds. A server on the same network answers at once; whoever looks is waiting for it."""

_DENIED = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Reached:
    """What a look found. `models` is how many it says it has, None where it does not say."""

    is_there: bool
    wants_key: bool = False
    models: int | None = None
    status: int = 0


def look(access: Access) -> Reached:
    """Knock at a server. Nothing is made by it, and no answer is an answer too."""
    path = str(access.settings.get("path") or "")
    address = whole_address(access.base_url, path)
    headers = {"User-Agent": "sceneme", **({"Authorization": f"Bearer {access.key}"} if access.key else {})}
    try:
        with httpx.Client(timeout=LOOK_S, trust_env=False) as client:
            answer = client.get(f"{address}/models" if path else address, headers=headers)
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, ValueError):
        return Reached(is_there=False)
    if answer.status_code in _DENIED:
        return Reached(is_there=True, wants_key=True, status=answer.status_code)
    if path:
        # Something else may listen there: only a list of models is an answer of such a server.
        return _listed(answer)
    return Reached(is_there=answer.status_code < 500, status=answer.status_code)


def _listed(answer: httpx.Response) -> Reached:
    try:
        models = json.loads(answer.content)["data"] if answer.status_code < 400 else None
    except (ValueError, KeyError, TypeError):
        models = None
    if not isinstance(models, list):
        return Reached(is_there=False, status=answer.status_code)
    return Reached(is_there=True, models=len(models), status=answer.status_code)
