"""What TikTok's words for a post's state mean for its maker: done, being looked over, taking unusually long, gone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from publishing.platforms.base import Handle, Seen, Whereabouts

from .draft import EVERYBODY
from .row import PLATFORM
from .status import Status

_LONG: float = PLATFORM.settings["long_s"]
_ID_WAIT: float = PLATFORM.settings["id_wait_s"]
_PAUSES = ((120, 10.0), (600, 30.0), (_LONG, 120.0))
"""Up to which age (s) it is looked at how often (s): most posts are done within a minute."""
_SLOWLY = 900.0


def place(handle: Handle, status: Status | None, remote_id: str, url: str) -> Seen:
    """Return where a post is that was never found gone; `status` is None where TikTok no longer knows the upload."""
    facts = _facts(handle, status)
    if remote_id:
        return Seen(Whereabouts.LIVE, remote_id, url, facts=facts)
    if status is None:
        return _unknown(handle, facts)
    if status.is_failed:
        failing = status.failing
        return Seen(
            Whereabouts.FAILED,
            words=failing.words,
            vendor_words=status.reason,
            may_try_again=failing.may_try_again,
            facts={**facts, "field": failing.field},
        )
    if status.is_complete:
        return _without_id(handle, facts)
    return _at_it(handle, status, facts)


def looked(handle: Handle, remote_id: str, status: Status | None, url: str | None) -> Seen:
    """Return where a post is whose id we know, though its upload does not name it (any more); `url` None: unseen."""
    facts = _facts(handle, status)
    if url is not None:
        return Seen(Whereabouts.LIVE, remote_id, url, facts=facts)
    words = "The post can no longer be seen: it was deleted or made private in the TikTok app, or by TikTok."
    said = f"{status.value} {status.reason}".strip() if status else ""
    return Seen(Whereabouts.GONE, remote_id, words=words, vendor_words=said, facts=facts)


def _without_id(handle: Handle, facts: dict[str, Any]) -> Seen:
    if handle.get("privacy") != EVERYBODY:
        return Seen(
            Whereabouts.LIVE,
            words="TikTok posted it. It tells no address of posts that not everybody sees.",
            facts=facts,
        )
    if _age(handle) < _ID_WAIT:
        return Seen(
            Whereabouts.PROCESSING,
            again_after_s=_pause(handle),
            words="TikTok has posted it and is looking it over before others can see it.",
            facts=facts,
        )
    words = "TikTok has posted it, and is taking its time to show it to others. Its address comes later."
    return Seen(Whereabouts.LIVE, words=words, facts={**facts, "id_pending": True})


def _at_it(handle: Handle, status: Status, facts: dict[str, Any]) -> Seen:
    if status.waits_in_inbox:
        words = "It waits in the account's TikTok inbox: finish it there."
    elif _age(handle) > _LONG:
        words = (
            f"TikTok has been at it for {_age(handle) / 60:.0f} minutes. That happens, and it is not known whether the "
            "post will appear: look into the TikTok app. Do not post it again before."
        )
        facts = {**facts, "takes_long": True}
    else:
        words = "TikTok is processing the film."
    return Seen(
        Whereabouts.PROCESSING, again_after_s=_pause(handle), words=words, vendor_words=status.value, facts=facts
    )


def _unknown(handle: Handle, facts: dict[str, Any]) -> Seen:
    words = "TikTok no longer tells what came of the upload. Look into the TikTok app, under your profile."
    return Seen(Whereabouts.PROCESSING, again_after_s=_SLOWLY, words=words, facts={**facts, "takes_long": True})


def _facts(handle: Handle, status: Status | None) -> dict[str, Any]:
    facts: dict[str, Any] = {"privacy": handle.get("privacy", ""), "publish_id": handle.get("publish_id", "")}
    if status is not None and len(status.post_ids) > 1:
        facts["all_ids"] = list(status.post_ids)
    return facts


def _age(handle: Handle) -> float:
    """Return how long ago (s) the last byte was sent."""
    try:
        at = datetime.fromisoformat(str(handle["committed_at"]))
    except (KeyError, ValueError):
        return 0.0
    return max(0.0, (datetime.now(UTC) - at).total_seconds())


def _pause(handle: Handle) -> float:
    age = _age(handle)
    return next((pause for most, pause in _PAUSES if age < most), _SLOWLY)
