"""Where TikTok says an upload is. It says more than its documents do: what we do not know means "still at it"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_UPLOADING = "PROCESSING_UPLOAD"
_INBOX = "SEND_TO_USER_INBOX"
_COMPLETE = "PUBLISH_COMPLETE"
_FAILED = "FAILED"

# TikTok's own spelling, and the right one in case it is mended some day.
_ID_FIELDS = ("publicaly_available_post_id", "publicly_available_post_id")


@dataclass(frozen=True, slots=True)
class Failing:
    """Why TikTok gave up: our words, the draft's field to mend, and whether a new attempt may go better."""

    words: str
    field: str = ""
    may_try_again: bool = False


_FAILINGS = {
    "file_format_check_failed": Failing(
        "TikTok cannot read the film's file. Export it again as MP4 with H.264.", "file"
    ),
    "duration_check_failed": Failing("The film is too long or too short for TikTok.", "file"),
    "frame_rate_check_failed": Failing("TikTok takes 23 to 60 pictures a second. Export the film that way.", "file"),
    "picture_size_check_failed": Failing(
        "TikTok takes sides from 360 to 4096 pixels. Export the film that way.", "file"
    ),
    "internal": Failing("TikTok had trouble of its own.", may_try_again=True),
    "video_pull_failed": Failing("TikTok could not fetch the film."),
    "publish_cancelled": Failing("The post was cancelled."),
    "auth_removed": Failing("The account's owner took the studio's access away. Connect TikTok again."),
    "spam_risk": Failing("TikTok takes this post for spam."),
    "spam_risk_text": Failing("TikTok takes the caption for spam. Change it.", "caption"),
    "spam_risk_too_many_posts": Failing("This account has no posts left for now. TikTok allows about 15 in 24 hours."),
    "spam_risk_user_banned_from_posting": Failing("TikTok does not let this account post at the moment."),
}


@dataclass(frozen=True, slots=True)
class Status:
    """One answer of status/fetch. `stored` is None where it does not say how many bytes there are."""

    value: str
    reason: str
    post_ids: tuple[str, ...]
    stored: int | None

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Status:
        """Read TikTok's answer."""
        stored = found.get("uploaded_bytes")
        return cls(
            value=str(found.get("status") or ""),
            reason=str(found.get("fail_reason") or ""),
            post_ids=_ids(next((found[name] for name in _ID_FIELDS if found.get(name)), None)),
            stored=int(stored) if isinstance(stored, int | float) and not isinstance(stored, bool) else None,
        )

    @property
    def is_complete(self) -> bool:
        """Tell whether it was posted; others may not see it yet."""
        return self.value == _COMPLETE

    @property
    def is_failed(self) -> bool:
        """Tell whether TikTok gave up: there is no post and there will be none."""
        return self.value == _FAILED

    @property
    def waits_in_inbox(self) -> bool:
        """Tell whether the account's owner has to finish it in the app."""
        return self.value == _INBOX

    @property
    def failing(self) -> Failing:
        """Why it gave up."""
        return _FAILINGS.get(self.reason, Failing("TikTok did not post the film."))

    def is_taken(self, size: int) -> bool:
        """Tell whether all bytes are there, after which TikTok posts them and nothing stops it."""
        if self.is_failed:
            return False
        return self.value != _UPLOADING or (self.stored is not None and self.stored >= size)


def _ids(value: Any) -> tuple[str, ...]:
    """Read ids: a list of numbers, and sometimes one bare number or text."""
    rows = value if isinstance(value, list) else [value]
    return tuple(
        dict.fromkeys(str(row) for row in rows if row not in (None, "", 0, "0") and not isinstance(row, float))
    )
