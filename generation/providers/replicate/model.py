"""One model at Replicate: a prediction is made, looked at until it is done, and fetched within the hour."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    GoneModel,
    LostByVendor,
    ProviderError,
    Request,
    Stopped,
    Submitted,
    Ticket,
    Unconfirmed,
    Working,
)
from generation.providers.fields import Filled, fill
from generation.providers.outputs import finish, remembered
from generation.providers.wire import object_of, words_of

from .client import Uploads, wire_for
from .meanings import failure

LONGEST_RUN = "30m"
"""Replicate itself stops what runs longer; what has not begun by then is not wanted any more."""
AROUND_S = 120.0
"""Clocks differ: how much earlier than we sent it a prediction may have been made by Replicate's."""
LATEST_S = 600.0
"""How long after we sent it a request may still have been read."""
KEPT_S = 3000.0
"""Replicate removes what was sent and made after an hour. From then on a list does not tell what is ours."""
VERSION_KEPT_S = 3600.0
_MOST_PAGES = 30
_PERCENT = re.compile(r"(\d{1,3})%\|")


class ReplicateModel:
    """A model by its name, "owner/name" or "owner/name:version". `settings` are the language of `fields`, and

    `upload` ("always" for models that take no file inside the request), `versioned` (the model is not an official one:
    its newest version has to be named), `micros_per_s` (what a second of the hardware costs, for models that are billed
    by time) and `label`.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self.endpoint, self.settings, self.access = endpoint, settings, access
        self._wire = wire_for(access)
        self._uploads = Uploads(self._wire)
        self._version = ("", 0.0)

    def submit(self, request: Request, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Create the prediction. All that is free comes first."""
        filled = fill(request, self.settings)
        always = self.settings.get("upload") == "always"
        sent = filled.sent(lambda media: self._uploads.link(media, is_uploaded=always))
        body: dict[str, Any] = {"version": self._named(), "input": sent}
        if self._may_be_called_at(ticket.callback_url):
            body |= {"webhook": ticket.callback_url, "webhook_events_filter": ["completed"]}
        try:
            response = self._wire.pay(
                ticket, "POST", "/v1/predictions", json=body, headers={"Cancel-After": LONGEST_RUN}
            )
        except GoneModel:
            # A wrong key is told the same: whoever is let in to the account has the right one.
            self._wire.get("/v1/account")
            raise
        told = object_of(response)
        if not told.get("id"):
            raise Unconfirmed("Replicate took it, and did not say under which number.", vendor_words=words_of(response))
        return self._submitted(str(told["id"]), request, filled)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the result, or how far it is. Raise what its failure means."""
        told = object_of(self._wire.get(f"/v1/predictions/{sent.provider_job_id}"))
        status = told.get("status")
        if status == "succeeded":
            return self._finished(told, sent, folder)
        if status in {"failed", "canceled", "aborted"} or told.get("completed_at"):
            raise self._ended(told)
        # A state that nobody has heard of, in what is not over, is some kind of work.
        return Working(_progress(told.get("logs")), str(status))

    def cancel(self, sent: Submitted) -> None:
        """Ask Replicate to stop. What is done already stays done."""
        self._wire.ask("POST", f"/v1/predictions/{sent.provider_job_id}/cancel")

    def find(self, request: Request, ticket: Ticket) -> Submitted | None:
        """Return the prediction that was made for a ticket, by what was sent and when."""
        filled = fill(request, self.settings)
        near = [told for told in self._listed(ticket.sent_at) if self._may_be_ours(told, ticket)]
        named = [told for told in near if ticket.callback_url and told.get("webhook") == ticket.callback_url]
        ours = named or [told for told in near if not told.get("webhook") and filled.is_like(told.get("input"))]
        if len(ours) > 1:
            raise Unconfirmed("Replicate has several predictions like this one, and does not say which is this one.")
        if not ours:
            if any(told.get("data_removed") for told in near) or time.time() - ticket.sent_at > KEPT_S:
                raise Unconfirmed("Replicate no longer says what it was asked for at that time.")
            return None
        return self._submitted(str(ours[0]["id"]), request, filled)

    def close(self) -> None:
        """Let go of the connections."""
        self._wire.close()

    def _named(self) -> str:
        """Return the model's name as a prediction wants it: with its version, unless it is an official one."""
        if not self.settings.get("versioned") or ":" in self.endpoint:
            return self.endpoint
        version, until = self._version
        if not version or time.monotonic() > until:
            try:
                told = object_of(self._wire.get(f"/v1/models/{self.endpoint}"))
            except LostByVendor as error:
                raise GoneModel("Replicate does not have this model.", vendor_words=error.vendor_words) from error
            version = str((told.get("latest_version") or {}).get("id", ""))
            if not version:
                raise GoneModel("This model has no version at Replicate.", vendor_words=str(told)[:2000])
            self._version = (version, time.monotonic() + VERSION_KEPT_S)
        return f"{self.endpoint}:{version}"

    # --- Parts ------------------------------------------------------------------------------------

    def _submitted(self, prediction: str, request: Request, filled: Filled) -> Submitted:
        return Submitted(prediction, remembered(request, filled.notes))

    def _may_be_called_at(self, url: str) -> bool:
        """Replicate calls https addresses only; a server on a private network, which is none, may call any."""
        return url.startswith("https://") or (bool(url) and self.access.allows_private)

    def _finished(self, told: Mapping[str, Any], sent: Submitted, folder: Path) -> Finished:
        if told.get("data_removed") or told.get("output") in (None, [], ""):
            if told.get("data_removed"):
                raise LostByVendor("Replicate has removed the result; it keeps it for an hour.")
            raise BadAnswer("The model is done and delivered nothing.", vendor_words=str(told.get("logs"))[-2000:])
        try:
            done = finish(told["output"], self.settings.get("output", {}), folder, self.access, sent.handle)
        except BadAnswer as error:
            error.charged_micros = self._cost(told)
            raise
        return Finished(done.path, done.media_type, done.details, done.notes, self._cost(told))

    def _ended(self, told: Mapping[str, Any]) -> ProviderError:
        status = told.get("status")
        if status == "aborted":
            # It never began, and is not billed.
            error: ProviderError = Stopped("Replicate had no room for it in time, and never began.")
            error.charged_micros = 0
            return error
        if status == "canceled":
            error = Stopped("It was stopped at Replicate.", vendor_words=str(told.get("error") or ""))
        elif status == "failed":
            error = failure(str(told.get("error") or "no reason is given"))
        else:
            error = ProviderError(f"Replicate says that it is {status!r}.", vendor_words=str(told)[:2000])
        error.charged_micros = self._cost(told)
        return error

    def _cost(self, told: Mapping[str, Any]) -> int | None:
        """Return what the time on the hardware costs, None for models that are billed otherwise."""
        per_s = self.settings.get("micros_per_s")
        took = (told.get("metrics") or {}).get("predict_time")
        if per_s is None or not isinstance(took, int | float):
            return None
        return round(took * float(per_s))

    def _listed(self, since: float) -> Iterator[Mapping[str, Any]]:
        """Yield the predictions since shortly before then, newest first."""
        begin = datetime.fromtimestamp(since - AROUND_S, UTC).isoformat().replace("+00:00", "Z")
        page = object_of(self._wire.get("/v1/predictions", params={"created_after": begin}))
        for _ in range(_MOST_PAGES):
            yield from page.get("results", ())
            following = page.get("next")
            if not following:
                return
            parts = urlsplit(str(following))
            # The key goes to our own address only, whatever the answer says.
            page = object_of(self._wire.get(f"{parts.path}?{parts.query}"))
        raise Unconfirmed("There are too many predictions at Replicate to look through.")

    def _may_be_ours(self, told: Mapping[str, Any], ticket: Ticket) -> bool:
        name, _, version = self.endpoint.partition(":")
        if told.get("model") != name or (version and told.get("version") not in (None, version)):
            return False
        try:
            created = datetime.fromisoformat(str(told.get("created_at")).replace("Z", "+00:00")).timestamp()
        except ValueError:
            return True
        return ticket.sent_at - AROUND_S <= created <= ticket.sent_at + LATEST_S


def _progress(logs: object) -> float | None:
    """Models that count their steps write them to the log."""
    found = _PERCENT.findall(logs) if isinstance(logs, str) else []
    return min(100, int(found[-1])) / 100 if found else None
