"""What can go wrong with a platform, by what is to be done about it.

What generation already knows of other people's servers holds here too: `Unavailable` (later), `RateLimited` (wait),
`Unconfirmed` (nobody knows whether it happened), `Invalid` and `BadAnswer`.
"""

from __future__ import annotations

from datetime import datetime

from generation.providers.errors import BadAnswer as BadAnswer
from generation.providers.errors import Invalid as Invalid
from generation.providers.errors import NeedsSetup as NeedsSetup
from generation.providers.errors import ProviderError as PlatformError
from generation.providers.errors import RateLimited as RateLimited
from generation.providers.errors import Unavailable as Unavailable
from generation.providers.errors import Unconfirmed as Unconfirmed

__all__ = [
    "AccountTrouble",
    "BadAnswer",
    "Invalid",
    "MissingScope",
    "NeedsSetup",
    "NeverTaken",
    "PlatformError",
    "QuotaGone",
    "RateLimited",
    "Reconnect",
    "Rejected",
    "SessionGone",
    "StaleToken",
    "Unavailable",
    "Unconfirmed",
]


class Reconnect(PlatformError):
    """The account's consent has ended: only its owner can give it again. Asking again is useless until then."""

    code = "reconnect"
    permanent = True


class StaleToken(Reconnect):
    """The access token was not taken, and nothing was done: ask for a fresh one, once, before the owner is asked."""

    code = "stale_token"
    permanent = False


class MissingScope(Reconnect):
    """The account's owner did not allow this part."""

    code = "missing_scope"


class QuotaGone(PlatformError):
    """Today's share is used up. Nothing was taken; `until` (aware, UTC) is when there is a new one, if that is known.

    `bucket` is the row of the platform's quotas in our ledger; `everywhere` tells whether it is spent for all channels
    of the same application, or for this account alone.
    """

    code = "quota_gone"

    def __init__(
        self,
        message: str,
        *,
        vendor_words: str = "",
        until: datetime | None = None,
        bucket: str = "",
        everywhere: bool = False,
    ) -> None:
        super().__init__(message, vendor_words=vendor_words)
        self.until = until
        self.bucket = bucket
        self.everywhere = everywhere


class Rejected(PlatformError):
    """The platform does not take this file or this text; `field` is the one of the draft to mend, "file" or ""."""

    code = "rejected"
    permanent = True

    def __init__(self, message: str, *, vendor_words: str = "", field: str = "") -> None:
        super().__init__(message, vendor_words=vendor_words)
        self.field = field


class AccountTrouble(PlatformError):
    """The account may not post (restricted, suspended, not a channel yet): its owner has to settle that there."""

    code = "account_trouble"
    permanent = True


class SessionGone(PlatformError):
    """The upload's session has expired or is unknown. Whether a new one may be begun depends on what was sent last."""

    code = "session_gone"


class NeverTaken(SessionGone, Unavailable):
    """The session is gone, and what was sent last surely had no effect: a new start is needed, and harmless.

    A commit may raise it as well.
    """
