"""Posts: whether one is there, and which of them is ours where the answer that named it was lost."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from publishing.platforms.base import Seen, Whereabouts

from .graph import Graph
from .refusals import Missing

_FIELDS = "permalink,shortcode,timestamp,media_product_type"
_PAUSE_S = 1.0


def candidates(
    graph: Graph, account: str, *, caption: str, since: datetime, taken: frozenset[str]
) -> list[Mapping[str, Any]]:
    """Return the account's posts with this very caption from `since` on that nobody has claimed, newest first."""
    # Instagram tells whole seconds.
    since = since.replace(microsecond=0)
    found: list[Mapping[str, Any]] = []
    for row in graph.pages(f"{account}/media", fields="id,caption,timestamp,permalink", limit=50):
        at = when(row.get("timestamp"))
        if at is not None and at < since:
            break
        if at is not None and str(row.get("caption") or "") == caption and str(row.get("id")) not in taken:
            found.append(row)
    return found


def alike(graph: Graph, account: str, *, caption: str) -> list[str]:
    """Return the newest posts that have this very caption already: what is published next is none of these."""
    rows = graph.get(f"{account}/media", fields="id,caption", limit=50).get("data") or ()
    return [str(row["id"]) for row in rows if str(row.get("caption") or "") == caption]


def see(graph: Graph, account: str, remote_id: str, *, is_fresh: bool) -> Seen:
    """Look at a post. One that cannot be read is gone only if the account can be, twice, and it is not just made."""
    for number in range(2):
        try:
            found = graph.get(remote_id, fields=_FIELDS)
        except Missing as error:
            words = error.vendor_words
            if is_fresh:
                return Seen(Whereabouts.PROCESSING, remote_id, vendor_words=words, words=str(error))
            if number == 0:
                time.sleep(_PAUSE_S)
                continue
            graph.get(account, fields="id")
            return Seen(Whereabouts.GONE, remote_id, words="The reel is no longer on Instagram.", vendor_words=words)
        break
    facts = {name: found[name] for name in ("shortcode", "timestamp", "media_product_type") if found.get(name)}
    return Seen(Whereabouts.LIVE, remote_id, url=str(found.get("permalink") or ""), progress=1.0, facts=facts)


def permalink(graph: Graph, remote_id: str) -> str:
    """Return where people see a post; "" where it is not told yet."""
    return str(graph.get(remote_id, fields="permalink").get("permalink") or "")


def when(told: Any) -> datetime | None:
    """Return a time as Instagram writes it ("2026-11-20T12:00:00+0000")."""
    try:
        found = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
