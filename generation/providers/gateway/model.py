"""The one adapter for every workflow behind HTTP. What it sends and reads is said by `settings` (see `row`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    GoneModel,
    Invalid,
    LostByVendor,
    NeedsSetup,
    ProviderError,
    Request,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
    Working,
)
from generation.providers.kinds import media_type_of
from generation.providers.wire import Wire, json_of, words_of

from . import answers, requests
from .answers import Asked, State
from .meanings import by_status
from .paths import every_at, first_at
from .row import UNSET, check, named_fields
from .template import Resolve
from .uploads import upload
from .values import Secrets, Values, check_said, values_of

TIMEOUT_S = 60.0
LONGEST_ID = 200


class GatewayModel:
    """A workflow that a row describes."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self.endpoint, self.settings = endpoint, settings
        self._problems = check(settings)
        self._wire = Wire(
            access,
            default_url="http://nowhere.invalid",
            translate=lambda response: by_status(response, settings, self.label),
            timeout_s=float(settings.get("timeout_s", TIMEOUT_S)) if not self._problems else TIMEOUT_S,
        )
        self.label = str(access.settings.get("label") or access.vendor or "The workflow")
        self._secrets = Secrets(access)
        self._access = replace(access, base_url=self._wire.base_url)

    # --- The promises of a provider ----------------------------------------------------------------

    def submit(self, request: Request, folder: Path, ticket: Ticket = NO_TICKET) -> Submitted | Finished:
        """Upload what has to be there, then send the request once. Raise `Unsupported`, `NeedsSetup` or `Invalid`."""
        with self._guarded():
            self._check_ready()
            values = {**values_of(request, self.settings, ticket), **self._addresses(ticket.reference)}
            named = named_fields(self.settings)
            self._check_secrets()
            notes = check_said(request, self.settings, named)
            roots = {str(field[0]) for field in named}
            uploaded = upload(self.settings.get("uploads", ()), values, self._upload, roots)
            response = self._send(Values(values, uploaded), ticket)
            return self._taken(response, folder, ticket, Asked.of(request, tuple(notes)))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished | Working:
        """Return the result, or how far it is. Raise what its end means."""
        with self._guarded():
            self._check_ready()
            asked = Asked.again(sent.handle.get("asked"))
            if "output" in sent.handle:
                return self._fetched(sent.handle["output"], sent.handle.get("cost"), sent, folder, asked, {})
            looked = self._look(sent, folder, asked)
            return looked if isinstance(looked, Finished | Working) else self._judged(looked, sent, folder, asked)

    def cancel(self, sent: Submitted) -> None:
        """Ask to stop. Raise `Unsupported` where the row does not say how."""
        with self._guarded():
            self._check_ready()
            if not self.settings.get("cancel"):
                raise Unsupported(f"The row of this model does not say how to stop it at {self.label}.")
            for rule in self.settings["cancel"]:
                self._ask(rule, self._of_job(sent))

    def find(self, request: Request, ticket: Ticket) -> Submitted | None:
        """Return what was taken under our reference. Raise `Unconfirmed` where the row does not say how to ask."""
        with self._guarded():
            self._check_ready()
            rule = self.settings.get("find")
            if not rule or not ticket.reference:
                raise Unconfirmed(f"{self.label} cannot be asked what it took.")
            handle = {"asked": Asked.of(request).kept()}
            found = self._known(ticket.reference) if rule.get("by", "list") == "id" else self._listed(rule, ticket)
            return Submitted(found, handle) if found else None

    def close(self) -> None:
        """Let go of the connections."""
        self._wire.close()

    # --- Sending -----------------------------------------------------------------------------------

    def _check_ready(self) -> None:
        if self._problems:
            raise Invalid(
                f"The row of this model is wrong. {self._problems[0]}.", vendor_words="; ".join(self._problems)
            )
        if not self._access.base_url or self._wire.base_url.endswith("nowhere.invalid"):
            raise NeedsSetup(
                f"Nobody has said yet where {self.label} is. Enter its address in the admin, under Vendors."
            )
        if not self.endpoint or self.endpoint == UNSET:
            raise NeedsSetup(
                f"This row has no endpoint of {self.label} yet. Enter it in the admin, under Model offers."
            )

    def _check_secrets(self) -> None:
        """A secret that is missing is missed before the request leaves, also where only a later one needs it."""
        parts = (self.settings.get(name) or {} for name in ("poll", "known", "output"))
        for rule in (self.settings, *parts, *self.settings.get("cancel", ())):
            requests.headers(rule.get("headers", {}), Values({}), self._secrets)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """No secret leaves in the words of an error, whoever repeated it."""
        try:
            yield
        except ProviderError as error:
            error.args = tuple(self._secrets.kept_out(str(part)) for part in error.args)
            error.vendor_words = self._secrets.kept_out(error.vendor_words)
            raise

    def _addresses(self, reference: str) -> dict[str, Any]:
        return {"base_url": self._wire.base_url, "endpoint": self.endpoint, "reference": reference}

    def _of_job(self, sent: Submitted, **more: Any) -> Values:
        kept = sent.handle.get("kept", {})
        reference = str(sent.handle.get("reference") or sent.provider_job_id)
        return Values({**self._addresses(reference), "id": sent.provider_job_id, "kept": kept, **more})

    def _rendered(self, rule: Mapping[str, Any], resolve: Resolve) -> tuple[str, str, dict[str, Any]]:
        """Return the method, the address and the rest of a request. Only the row's own addresses get its headers."""
        url = requests.address(rule["url"], resolve)
        requests.check_given(url, rule["url"], self._access)
        given = rule["url"].startswith(("{kept.", "{uploaded."))
        is_foreign = given and not requests.is_own(url, self._wire.base_url)
        texts = {**({} if is_foreign else self.settings.get("headers", {})), **rule.get("headers", {})}
        more = {"headers": requests.headers(texts, resolve, self._secrets), **requests.content(rule, resolve)}
        return rule.get("method", "GET"), url, more

    def _send(self, values: Values, ticket: Ticket) -> httpx.Response:
        rule = {"method": "POST", **self.settings["submit"]}
        method, url, more = self._rendered(rule, values)
        self._check_weight(url, more)
        timeout_s = float(rule.get("timeout_s", self._wire.timeout_s))
        return self._wire.pay(ticket, method, url, timeout=httpx.Timeout(timeout_s, connect=10), **more)

    def _check_weight(self, url: str, more: Mapping[str, Any]) -> None:
        most = self.settings.get("limits", {}).get("body_bytes")
        if most is None:
            return
        if (weight := len(httpx.Request("POST", url, **more).read())) > int(most):
            raise Unsupported(
                f"{self.label} takes requests of at most {int(most) / 1e6:g} MB, but this has {weight / 1e6:.1f} MB. "
                "Set a public address or a public store, so that files are sent as links."
            )

    def _upload(self, step: Mapping[str, Any], resolve: Resolve) -> httpx.Response:
        method, url, more = self._rendered({"method": "POST", **step}, resolve)
        if step.get("send") == "bytes":
            media = resolve(("file",))
            more = {**more, "content": media.content}
            more["headers"].setdefault("Content-Type", media.media_type)
        return self._wire.ask(method, url, **more)

    def _ask(self, rule: Mapping[str, Any], resolve: Resolve) -> httpx.Response:
        method, url, more = self._rendered(rule, resolve)
        return self._wire.ask(method, url, **more)

    # --- What the answer to the request says ---------------------------------------------------------

    def _taken(self, response: httpx.Response, folder: Path, ticket: Ticket, asked: Asked) -> Submitted | Finished:
        file = self._file_in(response, folder, asked, self.settings["submit"].get("answer", "any"))
        if file is not None:
            return file
        answer = self._read(response)
        sent = Submitted(self._id_in(answer, ticket, response), self._handle(answer, ticket, asked))
        state = answers.state_of(answer, self.settings)
        if state in {State.FAILED, State.STOPPED}:
            raise answers.trouble(answer, state, self.settings, self.label)
        output = answers.output_in(answer, self.settings) if state is State.DONE else None
        if output is None:
            self._check_kept(sent, response)
            return sent
        cost = answers.cost_in(answer, self.settings)
        if asked.kind == answers.DOCUMENT or answers.is_inside(output, self.settings):
            return self._fetched(output, cost, sent, folder, asked, answer)
        # Fetching may fail and be tried again; the request must not be. So it is taken first, and fetched after.
        words = answers.spoken_in(answer, self.settings, asked.text)
        return replace(sent, handle={**sent.handle, "output": output, "cost": cost, "words": words})

    def _file_in(self, response: httpx.Response, folder: Path, asked: Asked, way: str) -> Finished | None:
        """Return the result where the answer is the file itself."""
        if way == "json" or asked.kind == answers.DOCUMENT:
            return None
        place = folder / "result"
        place.write_bytes(response.content)
        if way == "file" or media_type_of(place):
            return answers.checked(place, asked)
        place.unlink()
        return None

    def _read(self, response: httpx.Response) -> Any:
        """A workflow that is only called back, or that knows our reference, may answer anything."""
        if "id" in self.settings or self.settings["submit"].get("answer") == "json":
            return json_of(response)
        try:
            return response.json()
        except ValueError:
            return None

    def _id_in(self, answer: Any, ticket: Ticket, response: httpx.Response) -> str:
        found = first_at(answer, self.settings["id"]) if "id" in self.settings else ticket.reference
        if isinstance(found, bool) or not isinstance(found, str | int) or not 0 < len(str(found)) <= LONGEST_ID:
            if self._is_over(answer):
                return ticket.reference or "at once"
            raise Unconfirmed(
                f"{self.label} took the request, but did not say as which job.", vendor_words=words_of(response)
            )
        return str(found)

    def _is_over(self, answer: Any) -> bool:
        """Tell whether the answer to the request is all that there will be."""
        state = answers.state_of(answer, self.settings)
        return state in {State.FAILED, State.STOPPED} or (
            state is State.DONE and answers.output_in(answer, self.settings) is not None
        )

    def _handle(self, answer: Any, ticket: Ticket, asked: Asked) -> dict[str, Any]:
        kept = {name: first_at(answer, path) for name, path in self.settings.get("keep", {}).items()}
        return {"asked": asked.kept(), "kept": kept, "reference": ticket.reference}

    def _check_kept(self, sent: Submitted, response: httpx.Response) -> None:
        missing = [name for name, value in sent.handle["kept"].items() if value is None]
        if missing:
            raise Unconfirmed(
                f"{self.label} took the request, but did not tell its {', '.join(missing)}.",
                vendor_words=words_of(response),
            )

    # --- Looking for the result ----------------------------------------------------------------------

    def _look(self, sent: Submitted, folder: Path, asked: Asked) -> Any:
        """Return what the server says of a job; what it told us by itself where the row names no address to ask."""
        rule = self.settings.get("poll")
        if rule is None:
            told = sent.handle.get("told")
            return told if told is not None else Working(words="waits to be called by the workflow")
        response = self._poll(rule, sent)
        if response.status_code in rule.get("working", ()):
            return Working()
        file = self._file_in(response, folder, asked, "any")
        answer = file or self._unpaid_json(response)
        if file is None and "known" in self.settings and answers.state_of(answer, self.settings) is State.UNSAID:
            return self._in_the_queue(rule, sent)
        return answer

    def _poll(self, rule: Mapping[str, Any], sent: Submitted) -> httpx.Response:
        try:
            return self._ask(rule, self._of_job(sent))
        except GoneModel as error:
            raise LostByVendor(f"{self.label} no longer knows of this.", vendor_words=error.vendor_words) from error

    def _in_the_queue(self, rule: Mapping[str, Any], sent: Submitted) -> Any:
        """Tell a job that waits from one that is lost. As it may end between the two questions, ask once more."""
        known = self.settings["known"]
        listed = self._unpaid_json(self._ask(known, self._of_job(sent)))
        if sent.provider_job_id in map(str, every_at(listed, known["in"])):
            return Working(words="in the queue")
        answer = self._unpaid_json(self._poll(rule, sent))
        if answers.state_of(answer, self.settings) is State.UNSAID:
            raise LostByVendor(f"{self.label} no longer knows of this.", vendor_words=json.dumps(answer)[:500])
        return answer

    @staticmethod
    def _unpaid_json(response: httpx.Response) -> Any:
        try:
            return json_of(response)
        except Unconfirmed as error:
            raise Unavailable("The workflow's answer cannot be read.", vendor_words=error.vendor_words) from error

    def _judged(self, answer: Any, sent: Submitted, folder: Path, asked: Asked) -> Finished | Working:
        state = answers.state_of(answer, self.settings)
        if state in {State.WORKING, State.UNSAID}:
            return answers.working(answer, self.settings)
        if state is not State.DONE:
            raise answers.trouble(answer, state, self.settings, self.label)
        output = answers.output_in(answer, self.settings)
        return self._fetched(output, answers.cost_in(answer, self.settings), sent, folder, asked, answer)

    def _fetched(
        self, output: Any, cost: int | None, sent: Submitted, folder: Path, asked: Asked, answer: Any
    ) -> Finished:
        rule = self.settings.get("output", {})
        values = self._of_job(sent, output=output if isinstance(output, Mapping) else {"value": output})
        texts = {**self.settings.get("headers", {}), **rule.get("headers", {})}
        greeting = requests.headers(texts, values, self._secrets)
        if rule.get("as") == "fetch" and output is not None:
            output = requests.address(rule["url"], values)
        done = answers.write_result(output, self.settings, folder, self._access, asked, greeting)
        words = sent.handle.get("words") or answers.spoken_in(answer, self.settings, asked.text)
        return replace(done, cost_micros=cost, details={"words": words} if words else {})

    # --- Finding what was lost -------------------------------------------------------------------------

    def _known(self, reference: str) -> str:
        """Return our reference if the server has a job under it."""
        sent = Submitted(reference)
        try:
            answer = self._unpaid_json(self._poll(self.settings["poll"], sent))
            state = answers.state_of(answer, self.settings)
            if state is State.UNSAID and "known" in self.settings:
                self._in_the_queue(self.settings["poll"], sent)
        except LostByVendor:
            return ""
        return "" if state is State.LOST else reference

    def _listed(self, rule: Mapping[str, Any], ticket: Ticket) -> str:
        answer = self._unpaid_json(self._ask(rule, Values(self._addresses(ticket.reference))))
        for row in every_at(answer, rule.get("rows", "*")):
            if str(first_at(row, rule.get("reference", "reference"))) == ticket.reference:
                return str(first_at(row, rule.get("id", "id")))
        return ""
