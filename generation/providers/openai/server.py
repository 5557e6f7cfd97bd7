"""One server that speaks the protocol: where it is, how it is greeted, and what it does in its own way.

Words of a vendor's `settings`; an offer's settings may overrule each of them:

- `label`: how messages call it. `needs_key`: whether it wants one (yes unless it says no). `headers`: sent along.
- `is_free`: asking costs nothing, as on this machine, so a lost answer is lost and nothing more.
- `path`: what its address ends with, added where a person gave only host and port. `address_variable`: the
  environment's name for its address.
- `answers`: "json_schema" (it keeps to a schema), "json_object" (it answers with some JSON) or "words".
- `strict`: it checks schemas by OpenAI's strict rules. `shows_schema`: the schema is told in words too, because the
  model itself does not see it.
- `tokens_field`: what the limit of an answer is called, `max_output_tokens` the limit itself.
- `takes_seed`: it takes a seed. `extra`: fields that are added to each question to a language model.
- `mtoken_micros`: price of a million tokens in millionths of a dollar, by kind (see `costs.py`).
- `timeout_s`: how long an answer may take.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from generation.providers.base import Access, BadAnswer, NeedsSetup, Ticket, Unconfirmed
from generation.providers.openai.meanings import Meanings, error_in, status_in
from generation.providers.wire import Wire, json_of, need_key, words_of

DEFAULT_URL = "https://api.openai.com/v1"
TIMEOUT_S = 1800.0
"""A long script from a model that thinks first takes minutes; the protocol says nothing before it is done."""


class Server:
    """Speaks to one server with one key."""

    def __init__(self, access: Access, settings: Mapping[str, Any] | None = None) -> None:
        self.access = access
        self.settings: dict[str, Any] = {**access.settings, **(settings or {})}
        self.label = str(access.settings.get("label") or access.vendor or "The server")
        self.meanings = Meanings(self.label)
        headers = {str(name): str(value) for name, value in dict(self.settings.get("headers") or {}).items()}
        if access.key:
            headers["Authorization"] = f"Bearer {access.key}"
        self.wire = Wire(
            access,
            default_url=DEFAULT_URL,
            translate=self.meanings,
            headers=headers,
            timeout_s=float(self.settings.get("timeout_s") or TIMEOUT_S),
        )
        if access.base_url:
            self.wire.base_url = whole_address(access.base_url, str(access.settings.get("path") or ""))

    def close(self) -> None:
        """Let go of the connections."""
        self.wire.close()

    def order(self, ticket: Ticket, path: str, **more: Any) -> httpx.Response:
        """Send what may cost something: once. Raise what a refusal means, also one inside a good answer."""
        if self.settings.get("needs_key", True):
            need_key(self.access, self.label)
        if self.settings.get("is_free"):
            response = self.wire.ask("POST", path, tries=1, **more)
        else:
            response = self.wire.pay(ticket, "POST", path, **more)
        self._check(response)
        return response

    def _check(self, response: httpx.Response) -> None:
        """Some servers answer 200 and say in the body that it failed; others are somewhere else by now."""
        if response.is_redirect:
            where = response.headers.get("location", "")
            raise NeedsSetup(f"{self.label} has moved. Enter its new address.", vendor_words=f"moved to {where}")
        if "json" not in response.headers.get("content-type", ""):
            return
        body = self._json(response)
        error = error_in(body) if not (isinstance(body, Mapping) and body.get("choices")) else {}
        if error:
            raise self.meanings.of(status_in(error), error, vendor_words=words_of(response))

    def body_of(self, response: httpx.Response) -> dict[str, Any]:
        """Return the object that an answer holds. Raise `BadAnswer` if it is JSON, but none."""
        body = self._json(response)
        if not isinstance(body, dict):
            raise BadAnswer(f"{self.label} answered with something else than asked.", vendor_words=words_of(response))
        return body

    def _json(self, response: httpx.Response) -> Any:
        try:
            return json_of(response)
        except Unconfirmed as error:
            if self.settings.get("is_free"):
                raise BadAnswer(f"{self.label} answered with no JSON.", vendor_words=error.vendor_words) from error
            raise


def whole_address(address: str, path: str) -> str:
    """Return an address as the protocol wants it: people write `localhost:11434` and mean `http://localhost:11434/v1`.

    An address that has a path of its own stays as it is.
    """
    full = address if "://" in address else f"http://{address}"
    if not urlsplit(full).path.strip("/") and path:
        full = full.rstrip("/") + "/" + path.strip("/")
    return full.rstrip("/")
