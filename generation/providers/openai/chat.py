"""One question to a language model, one document for an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generation.providers.base import BadAnswer, Invalid, ProviderError, Refused, Ticket
from generation.providers.openai.answers import NotADocument, read_document
from generation.providers.openai.costs import cost_micros, tokens
from generation.providers.openai.meanings import error_in, status_in
from generation.providers.openai.server import Server
from generation.providers.openai.strict import strict_schema

MOST_TOKENS = 60_000
"""The longest answer where a row says nothing: today's hosted models write 64,000 tokens and more."""
LEAST_ROOM = 16_000
"""Room for a short film's document and for the thoughts before it, in tokens."""
ROOM_A_TOKEN = 3
"""A story comes back cut into segments, each with its fields: a bit more than three tokens for each that was read.

More room is not asked for, because some servers want to see the money for all of it.
"""
LONGEST_SHOWN = 1500


@dataclass(frozen=True, slots=True)
class Answered:
    """A document, what it cost and how many tokens it took."""

    document: Any
    cost_micros: int | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `content` is the user's message, words or parts; `name` names the document."""

    model: str
    instructions: str
    content: str | Sequence[Mapping[str, Any]]
    schema: Mapping[str, Any]
    name: str
    seed: int = 0
    """Another for each attempt: a model that answers the same again would be wrong the same way again."""


def ask(server: Server, question: Question, ticket: Ticket) -> Answered:
    """Ask once and return the document. Raise `BadAnswer` or `Refused` if what came is none."""
    body = server.body_of(server.order(ticket, "chat/completions", json=body_of(question, server.settings)))
    cost = cost_micros(body.get("usage"), server.settings)
    text = _said(body, question, server, cost)
    try:
        document = read_document(text, question.schema)
    except NotADocument as error:
        message = f"{server.label} answered with something that is not the document that was asked for."
        raise _spoilt(message, f"{error}: {text[:LONGEST_SHOWN]}", cost) from error
    usage = body.get("usage")
    counted = tokens(usage) if isinstance(usage, Mapping) else {}
    return Answered(document, cost, {"model": str(body.get("model") or question.model), "tokens": counted})


def body_of(question: Question, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the question as it goes over the wire."""
    way = str(settings.get("answers") or "json_schema")
    schema = strict_schema(question.schema, keeps_limits=bool(settings.get("keeps_limits")))
    instructions = question.instructions
    if way != "json_schema" or settings.get("shows_schema"):
        instructions = f"{instructions}\n\n{_told(schema)}".strip()
    system = [{"role": "system", "content": instructions}] if instructions else []
    body: dict[str, Any] = {
        "model": question.model,
        "messages": [*system, {"role": "user", "content": question.content}],
        str(settings.get("tokens_field") or "max_tokens"): room_for(question, settings),
    }
    if way == "json_schema":
        named = {"name": question.name, "schema": schema}
        strictly = {"strict": True} if settings.get("strict", True) else {}
        body["response_format"] = {"type": "json_schema", "json_schema": {**named, **strictly}}
    elif way == "json_object":
        body["response_format"] = {"type": "json_object"}
    if settings.get("takes_seed"):
        body["seed"] = question.seed
    return {**body, **dict(settings.get("extra") or {})}


def room_for(question: Question, settings: Mapping[str, Any]) -> int:
    """Return how many tokens the answer may have."""
    read = len(question.content.encode()) // 3 if isinstance(question.content, str) else 0
    return min(int(settings.get("max_output_tokens") or MOST_TOKENS), LEAST_ROOM + ROOM_A_TOKEN * read)


def _told(schema: Mapping[str, Any]) -> str:
    return (
        "Answer with one JSON document that obeys this JSON Schema: no words before or after it, no code fence.\n"
        + json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    )


def _said(body: Mapping[str, Any], question: Question, server: Server, cost: int | None) -> str:
    """Return what the model said. Raise what it means where it did not say it all."""
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], Mapping) else None
    if choice is None:
        raise _spoilt(f"{server.label} gave no answer.", json.dumps(body)[:LONGEST_SHOWN], cost)
    told = choice.get("message")
    message: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    ended = str(choice.get("finish_reason") or "")
    _check_failure(choice, server)
    refusal = str(message.get("refusal") or "") or _parts(message.get("content"), "refusal")
    if refusal or ended.startswith("content_filter"):
        raise _charged(Refused(f"{server.label} turned this down.", vendor_words=refusal or ended), cost)
    text = _parts(message.get("content"), "text")
    if ended == "length":
        most = room_for(question, server.settings)
        sentence = f"The answer of {server.label} was cut off: it is longer than the {most:,} tokens that it may have."
        error = _spoilt(sentence, text[-LONGEST_SHOWN:], cost)
        # The same question would be cut off again, and paid for again.
        error.permanent = not server.settings.get("is_free")
        raise error
    if not text.strip():
        raise _spoilt(f"{server.label} gave an empty answer.", json.dumps(choice)[:LONGEST_SHOWN], cost)
    return text


def _check_failure(choice: Mapping[str, Any], server: Server) -> None:
    error = error_in(choice)
    if error:
        meant: ProviderError = server.meanings.of(status_in(error), error, vendor_words=str(error)[:LONGEST_SHOWN])
        raise meant


def _parts(content: Any, kind: str) -> str:
    """Return the text of a message, which may come in parts."""
    if isinstance(content, str):
        return content if kind == "text" else ""
    if not isinstance(content, list):
        return ""
    return "".join(str(part.get(kind) or "") for part in content if isinstance(part, Mapping))


def _spoilt(message: str, words: str, cost: int | None) -> ProviderError:
    return _charged(BadAnswer(message, vendor_words=words), cost)


def _charged(error: ProviderError, cost: int | None) -> ProviderError:
    """What cannot be used is billed all the same."""
    error.charged_micros = cost
    return error


def check_shape(document: Any, schema: Mapping[str, Any], label: str, cost: int | None) -> None:
    """Raise `BadAnswer` unless the document is an object with the fields that the schema cannot do without."""
    missing = [name for name in schema.get("required") or () if not isinstance(document, dict) or name not in document]
    if missing or (schema.get("type") == "object" and not isinstance(document, dict)):
        message = f"The answer of {label} is not of the shape that was asked for."
        raise _spoilt(message, f"missing: {', '.join(missing)}", cost)


def check_prompt(text: str, label: str) -> None:
    """Raise `Invalid` if there is nothing to ask."""
    if not text.strip():
        raise Invalid(f"There is nothing to ask {label}.")
