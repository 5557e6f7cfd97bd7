"""What OpenAI publishes of its requests, and which models a server of its protocol lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from generation.providers.base import Access, Capability
from generation.providers.drift.asks import Ask
from generation.providers.drift.schemas import FORM, Published, newest, of_operation
from generation.providers.specs import ModelSpec

from .image import FIXED, MOST_IMAGES, MOST_PROMPT_CHARS
from .server import Server
from .speech import FASTEST, MOST_CHARACTERS, SLOWEST

CHAT, DRAW, EDIT = "/chat/completions", "/images/generations", "/images/edits"
SPEAK, LISTEN = "/audio/speech", "/audio/transcriptions"
OWN_SCHEMAS = frozenset({"openai"})
"""Vendors for whom OpenAI's document holds. Others speak the same protocol with differences of their own."""

NAMELESS = frozenset({"llamacpp"})
"""Servers that have one model and answer under any name."""


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row sends."""
    match row.capability:
        case Capability.IMAGE:
            return (_drawn(row, DRAW), _drawn(row, EDIT))
        case Capability.SPEECH:
            return (_spoken(row),)
        case Capability.ALIGN:
            ask = _ask(row, LISTEN)
            ask.sends("response_format", "verbose_json")
            ask.sends("file")
            ask.fields |= {"timestamp_granularities", "language"}
            return (ask,)
        case _:
            return (_asked(row),)


def in_folder(folder: Path, vendor: str) -> Published | None:
    """Return what is in a folder: OpenAI's own document."""
    document = newest(folder, "openai-openapi*.json") if vendor in OWN_SCHEMAS else None
    if document is None:
        return None
    schemas = {path: of_operation(document, path) for path in (CHAT, DRAW, SPEAK, LISTEN)}
    return Published({**schemas, EDIT: of_operation(document, EDIT, body=FORM)})


def live(access: Access, rows: Iterable[ModelSpec]) -> Published:
    """Ask a server which models it has."""
    settings = access.settings
    if access.vendor in NAMELESS:
        return Published()
    if settings.get("key_header"):
        # Their own API, where the list of models is, knows no bearer.
        own = {**dict(settings.get("account_headers") or {}), str(settings["key_header"]): access.key}
        access = replace(access, key="", settings={**settings, "headers": own})
    names: set[str] = set()
    after: dict[str, str] | None = {}
    with closing(Server(access)) as server:
        while after is not None:
            told = server.body_of(server.wire.get("models", params=after or None))
            names |= {str(one.get("id") or "") for one in told.get("data") or ()}
            after = {"after_id": str(told["last_id"])} if told.get("has_more") and told.get("last_id") else None
    short = {name.removeprefix("models/").removesuffix(":latest") for name in names}
    return Published(models=frozenset((names | short) - {""}))


def _ask(row: ModelSpec, path: str, **extra: Any) -> Ask:
    ask = Ask(path, model=row.endpoint)
    ask.sends("model", row.endpoint)
    for name, value in dict(row.settings.get("extra") or {}).items():
        ask.sends(name, value)
    return ask


def _asked(row: ModelSpec) -> Ask:
    ask = _ask(row, CHAT)
    ask.sends("messages")
    ask.sends(str(row.settings.get("tokens_field") or "max_completion_tokens"), always=False)
    ask.sends("response_format", always=False)
    return ask


def _drawn(row: ModelSpec, path: str) -> Ask:
    ask = _ask(row, path)
    ask.sends("prompt")
    ask.sends("n", 1)
    sizes = () if row.settings.get("sizes") == "any" else row.settings.get("fixed") or FIXED
    ask.sends("size", *sizes)
    if row.settings.get("quality"):
        ask.sends("quality", row.settings["quality"])
    ask.chars["prompt"] = row.max_prompt_chars or MOST_PROMPT_CHARS
    if path == EDIT:
        ask.sends("image")
        ask.items["image"] = max(row.max_references, int(row.settings.get("most_images") or MOST_IMAGES))
        ask.sends("mask", always=False)
        if row.settings.get("fidelity"):
            ask.sends("input_fidelity", row.settings["fidelity"])
    return ask


def _spoken(row: ModelSpec) -> Ask:
    ask = _ask(row, SPEAK)
    ask.sends("input")
    ask.chars["input"] = MOST_CHARACTERS
    ask.sends("voice", *row.settings.get("voices", ()))
    ask.sends("response_format", str(row.settings.get("format") or "wav"))
    ask.fields |= {"speed"} | ({"instructions"} if row.settings.get("takes_directions") else set())
    ask.spans["speed"] = (SLOWEST, FASTEST)
    return ask
