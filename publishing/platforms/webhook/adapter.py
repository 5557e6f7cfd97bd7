"""A receiver as a platform: one signed message makes the post, and the receiver alone knows whether it got it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx

from publishing.platforms.base import (
    Account,
    Committed,
    Handle,
    Moved,
    NotThere,
    Post,
    Progress,
    Requirements,
    Seen,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import AccountTrouble, BadAnswer, Invalid, NeedsSetup, PlatformError
from publishing.platforms.wire import Line

from .message import body_of, kept_of, refusal
from .row import PLATFORM
from .signing import signed


class WebhookPlatform:
    """One receiver."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._address = str(account.settings.get("address") or account.remote_id).strip()
        self._secret = str(account.settings.get("secret") or "")
        self._line = Line(
            self._host or "The receiver",
            translate=self._refused,
            addresses=(self._address,),
            allows_private=account.app.allows_private,
            timeout_s=float(PLATFORM.settings["timeout_s"]),
        )
        self._line.hide(self._secret)

    def requirements(self) -> Requirements:
        """Look whether the address and the secret can be used. The receiver is not asked."""
        self._check()
        return Requirements(nickname=self._host)

    def start(self, post: Post) -> Handle:
        """Look whether the message could be sent."""
        self._check()
        if not post.public_url and self.account.settings.get("needs_link"):
            raise NeedsSetup(
                "The receiver could not fetch the film: the studio has no address that others can reach. Set its "
                "public address, or let this channel be told without a link."
            )
        return {"opened_at": datetime.now(UTC).isoformat(timespec="seconds")}

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Nothing is brought: the receiver fetches."""
        return Moved(handle, is_complete=True)

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Send the message, once."""
        self._check()
        body = body_of(post, handle)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            **signed(post.marker, body, self._secret, datetime.now(UTC)),
        }
        try:
            answer = self._line.once("POST", self._address, content=body, headers=headers)
        except _AlreadyThere as told:
            answer = told.response
        except BadAnswer as error:
            # It was sent elsewhere, or would have been sent into our own network: nobody has taken it.
            raise AccountTrouble(
                f"{error} Enter the receiver's own address.", vendor_words=error.vendor_words
            ) from error
        kept = kept_of(answer)
        return Committed({**handle, **kept}, kept.get("id") or post.marker, kept.get("url", ""))

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Send it again where the receiver knows a message by its id; else only a person can look there."""
        if self._repeats_are_safe:
            return _repeated(handle, datetime.now(UTC))
        evidence = (
            f"{self._host} was told of the film after {since:%Y-%m-%d %H:%M} UTC, and no answer was seen.",
            f"The message has the id {post.marker}. Look at the receiver whether it got it.",
            'If it knows messages by their "webhook-id", let this channel repeat them: then nobody has to look.',
        )
        return Undecided(evidence, again_after_s=PLATFORM.settings["look_again_s"])

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """What the receiver took is out of our hands: it is published as far as we can tell."""
        facts = {"receiver_id": handle["id"]} if handle.get("id") else {}
        return Seen(
            Whereabouts.LIVE,
            remote_id or str(handle.get("id") or post.marker),
            str(handle.get("url") or ""),
            facts=facts,
        )

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Nothing is done beside it: all of it is in the message."""
        return ()

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """There is none."""
        raise Invalid(f"A webhook has no {kind} of its own.")

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    @property
    def _host(self) -> str:
        return urlsplit(self._address).hostname or ""

    @property
    def _repeats_are_safe(self) -> bool:
        return bool(self.account.settings.get("repeats_are_safe"))

    def _check(self) -> None:
        parts = urlsplit(self._address)
        if parts.scheme not in {"https", "http"} or not parts.hostname:
            raise Invalid("Give the receiver's whole address: https://example.org/films.")
        if parts.username or parts.password:
            raise Invalid("The address may not hold a password. Agree on a secret with the receiver.")
        if parts.scheme == "http" and not self.account.app.allows_private:
            raise Invalid("The address has to begin with https: what is sent to it is not for everybody.")
        signed("", b"", self._secret, datetime.now(UTC))

    def _refused(self, response: httpx.Response) -> PlatformError:
        if response.status_code == 409 and self._repeats_are_safe:
            return _AlreadyThere(response)
        return refusal(response)


def _repeated(handle: Handle, now: datetime) -> NotThere | Undecided:
    """Send it again at once the first time, and then at growing pauses: the receiver may be away for a while."""
    sent_again = int(handle.get("repeats") or 0)
    kept = {name: value for name, value in handle.items() if name != "repeat_at"}
    due = handle.get("repeat_at")
    if not sent_again or (due and now >= datetime.fromisoformat(str(due))):
        return NotThere("commit", {**kept, "repeats": sent_again + 1})
    pause = min(5.0 * 2**sent_again, float(PLATFORM.settings["longest_pause_s"]))
    at = datetime.fromisoformat(str(due)) if due else now + timedelta(seconds=pause)
    words = f"No answer was seen. It is sent again under the same id; {sent_again + 1} times so far."
    return Undecided((words,), again_after_s=pause, handle={**kept, "repeat_at": at.isoformat()})


class _AlreadyThere(PlatformError):
    """A receiver that knows messages by their id has this one."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__("The receiver has it already.")
        self.response = response
