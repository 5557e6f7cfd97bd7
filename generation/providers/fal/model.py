"""One model at fal: a request is put into its queue, looked at until it is done, and its file fetched."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    BadKey,
    Finished,
    Invalid,
    LostByVendor,
    ProviderError,
    Refused,
    Request,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Working,
)
from generation.providers.fields import Filled, fill
from generation.providers.outputs import finish, remembered
from generation.providers.wire import Wire, object_of, words_of

from .client import QUEUE_URL, Uploads, platform_url, wire_for
from .meanings import failure, told, translate

START_WITHIN_S = 1800
"""What has not begun by then is dropped by fal, and is not billed."""
AROUND_S = 120.0
"""Clocks differ: how much earlier than we sent it a request may be dated by fal."""
LATEST_S = 600.0
"""How long after we sent it a request may still have been read."""
_MOST_PAGES = 30
_PERCENT = re.compile(r"(\d{1,3})%\|")


class FalModel:
    """A model by its endpoint, "owner/app/path". `settings` are the language of `fields`, and `units`: what a billable

    unit costs, [{"when": {"resolution": "480p"}, "micros": 50000}], the first that fits the fields that were sent.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self.endpoint, self.settings, self.access = endpoint, settings, access
        self._wire = wire_for(access)
        self._results = Wire(
            access,
            default_url=QUEUE_URL,
            translate=_of_the_result,
            headers={"Authorization": f"Key {access.key}"},
        )
        self._platform = wire_for(access, url=platform_url(access))
        self._uploads = Uploads(access)

    def submit(self, request: Request, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted:
        """Put the request into the queue. All that is free comes first."""
        filled = fill(request, self.settings)
        sent = filled.sent(self._uploads.link)
        hook = {"fal_webhook": ticket.callback_url} if self._may_be_called_at(ticket.callback_url) else {}
        response = self._wire.pay(
            ticket,
            "POST",
            f"/{self.endpoint}",
            params=hook,
            json=sent,
            headers={"X-Fal-Request-Start-Timeout": str(START_WITHIN_S)},
        )
        answer = object_of(response)
        if not answer.get("request_id"):
            raise Unconfirmed("fal took it, and did not say under which number.", vendor_words=words_of(response))
        urls = {name: answer[name] for name in ("status_url", "response_url", "cancel_url") if answer.get(name)}
        return self._submitted(str(answer["request_id"]), request, filled, urls)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the result, or how far it is. Raise what its failure means."""
        status = object_of(self._wire.get(self._path(sent, "status_url"), params={"logs": "1"}))
        state = status.get("status")
        if state == "IN_QUEUE":
            place = status.get("queue_position")
            return Working(None, "in the queue" if place is None else f"in the queue, place {place}")
        if state == "COMPLETED":
            return self._finished(status, sent, folder)
        # A state that nobody has heard of, in what is not over, is some kind of work.
        return Working(_progress(status.get("logs")), str(state).lower().replace("_", " "))

    def cancel(self, sent: Submitted) -> None:
        """Ask fal to stop. What is done already stays done."""
        try:
            self._wire.ask("PUT", self._path(sent, "cancel_url"))
        except Invalid as error:
            if "ALREADY_COMPLETED" not in error.vendor_words:
                raise

    def find(self, request: Request, ticket: Ticket) -> Submitted | None:
        """Return what fal took for a ticket, by what was sent and when. Only some keys may look."""
        filled = fill(request, self.settings)
        try:
            near = [row for row in self._listed(ticket.sent_at) if self._may_be_ours(row, ticket)]
        except BadKey as error:
            raise Unconfirmed(
                "fal does not show what it was asked for to this key.", vendor_words=error.vendor_words
            ) from error
        ours = [row for row in near if filled.is_like(row.get("json_input"))]
        if len(ours) > 1:
            raise Unconfirmed("fal has several requests like this one, and does not say which is this one.")
        if ours:
            return self._submitted(str(ours[0]["request_id"]), request, filled, {})
        if any(row.get("json_input") is None for row in near):
            raise Unconfirmed("fal no longer says what it was asked for at that time.")
        if time.time() < ticket.sent_at + START_WITHIN_S + AROUND_S:
            raise Unconfirmed("fal does not list it, and what waits in its queue may not be listed yet.")
        return None

    def close(self) -> None:
        """Let go of the connections."""
        for wire in (self._wire, self._results, self._platform, self._uploads):
            wire.close()

    # --- Parts ------------------------------------------------------------------------------------

    def _submitted(self, number: str, request: Request, filled: Filled, urls: Mapping[str, str]) -> Submitted:
        handle = {**remembered(request, filled.notes), "urls": dict(urls)}
        price = next(
            (
                rule["micros"]
                for rule in self.settings.get("units", ())
                if all(filled.get(name) == value for name, value in rule.get("when", {}).items())
            ),
            None,
        )
        return Submitted(number, handle if price is None else {**handle, "unit_micros": price})

    def _may_be_called_at(self, url: str) -> bool:
        """fal calls https addresses only; a server on a private network, which is none, may call any."""
        return url.startswith("https://") or (bool(url) and self.access.allows_private)

    def _path(self, sent: Submitted, name: str) -> str:
        """Return where to ask: the address that fal gave, at the host that we know, since the key goes there."""
        given = (sent.handle.get("urls") or {}).get(name)
        if given:
            return urlsplit(str(given)).path
        app = "/".join(self.endpoint.split("/")[:2])
        ends = {"status_url": "/status", "cancel_url": "/cancel"}
        return f"/{app}/requests/{sent.provider_job_id}{ends.get(name, '')}"

    def _finished(self, status: Mapping[str, Any], sent: Submitted, folder: Path) -> Finished:
        try:
            response = self._results.get(self._path(sent, "response_url"), tries=1)
        except (Unavailable, BadKey, LostByVendor):
            raise
        except ProviderError as error:
            raise self._ended(error, status) from error
        cost = self._cost(response, sent)
        answer = told(response)
        if status.get("error") and (not isinstance(answer, dict) or not answer or "detail" in answer):
            words = json.dumps([status, answer])[:2000]
            raise failure(0, answer or status, words, str(status.get("error_type") or ""))
        if isinstance(answer, dict) and any(answer.get("has_nsfw_concepts") or ()):
            refused = Refused("The model's safety rules blacked the picture out.", vendor_words=words_of(response))
            refused.charged_micros = cost
            raise refused
        try:
            done = finish(answer, self.settings.get("output", {}), folder, self.access, sent.handle)
        except BadAnswer as error:
            error.charged_micros = cost
            raise
        return Finished(done.path, done.media_type, done.details, done.notes, cost)

    def _ended(self, error: ProviderError, status: Mapping[str, Any]) -> ProviderError:
        """The queue knows better than the model whether it was stopped, or never began."""
        kind = str(status.get("error_type") or "")
        if kind and type(error) is ProviderError:
            better = failure(0, status, error.vendor_words, kind)
            better.charged_micros = error.charged_micros
            return better
        return error

    def _cost(self, response: httpx.Response, sent: Submitted) -> int | None:
        """Return what was billed: the units that are told, at the row's price of one."""
        price = sent.handle.get("unit_micros")
        try:
            units = Decimal(response.headers.get("x-fal-billable-units", ""))
        except InvalidOperation:
            return None
        return None if price is None or not units.is_finite() else round(units * Decimal(price))

    def _listed(self, since: float) -> Iterator[Mapping[str, Any]]:
        """Yield the requests to this model since shortly before then, with what was sent."""
        asked = {
            "endpoint_id": self.endpoint,
            "start": datetime.fromtimestamp(since - AROUND_S, UTC).isoformat().replace("+00:00", "Z"),
            "expand": "payloads",
            "limit": "100",
        }
        for _ in range(_MOST_PAGES):
            page = object_of(self._platform.get("/models/requests/by-endpoint", params=asked))
            yield from page.get("items", ())
            if not page.get("next_cursor"):
                return
            asked["cursor"] = str(page["next_cursor"])
        raise Unconfirmed("There are too many requests at fal to look through.")

    def _may_be_ours(self, row: Mapping[str, Any], ticket: Ticket) -> bool:
        if row.get("endpoint_id") not in (None, self.endpoint):
            return False
        try:
            taken = datetime.fromisoformat(str(row.get("sent_at")).replace("Z", "+00:00")).timestamp()
        except ValueError:
            return True
        # It is dated by when it left the queue, which may be as late as that.
        return ticket.sent_at - AROUND_S <= taken <= ticket.sent_at + START_WITHIN_S + LATEST_S


def _of_the_result(response: httpx.Response) -> ProviderError:
    """A model's own error comes as the result's status; a server on the way that breaks down tells no `detail`."""
    body, status = told(response), response.status_code
    if status in {404, 410, 429} or (status in {401, 403} and not _is_of_a_model(body)):
        return translate(response)
    if status >= 500 and not (isinstance(body, Mapping) and "detail" in body):
        return translate(response)
    kind = str(body.get("error_type", "")) if isinstance(body, Mapping) else ""
    error = failure(status, body, words_of(response), kind or response.headers.get("x-fal-error-type", ""))
    if status >= 500:
        # fal bills nothing that ends like this.
        error.charged_micros = 0
    return error


def _is_of_a_model(body: Any) -> bool:
    return isinstance(body, Mapping) and isinstance(body.get("detail"), list)


def _progress(logs: Any) -> float | None:
    """Models that count their steps write them to the log."""
    lines = [str(row.get("message", "")) for row in logs or () if isinstance(row, Mapping)]
    found = _PERCENT.findall("\n".join(lines))
    return min(100, int(found[-1])) / 100 if found else None
