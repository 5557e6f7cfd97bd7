"""What is published of Kling's requests: a document that others wrote from its pages. It lists no models live."""

from __future__ import annotations

from pathlib import Path

from generation.providers.base import Capability
from generation.providers.drift.asks import Ask
from generation.providers.drift.schemas import Published, newest, of_operation
from generation.providers.specs import ModelSpec

from .lipsync import CLIP_PATH, PICTURE_PATH
from .video import FROM_PICTURE, FROM_WORDS, LONGEST_PROMPT


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row sends."""
    if row.capability is Capability.LIPSYNC:
        return (_avatar(row) if "mode" in row.settings else _lips(),)
    paths = (FROM_WORDS, FROM_PICTURE) if row.settings.get("from_words") else (FROM_PICTURE,)
    return tuple(_clip(row, path) for path in paths)


def in_folder(folder: Path, vendor: str) -> Published | None:
    """Return what is in a folder."""
    document = newest(folder, "kling-openapi*.yaml") or newest(folder, "kling-openapi*.json")
    if document is None:
        return None
    return Published(
        {path: of_operation(document, path) for path in (FROM_WORDS, FROM_PICTURE, CLIP_PATH, PICTURE_PATH)}
    )


def _clip(row: ModelSpec, path: str) -> Ask:
    ask = Ask(path, model=row.endpoint)
    ask.sends("model_name", row.endpoint)
    ask.sends("prompt")
    ask.chars["prompt"] = row.max_prompt_chars or LONGEST_PROMPT
    ask.sends("mode", row.settings.get("mode", "std"))
    ask.sends("duration", *(str(length // 1000) for length in row.durations_ms))
    ask.fields |= {"callback_url", "external_task_id"}
    if path == FROM_WORDS:
        ask.sends("aspect_ratio", *row.shapes)
        return ask
    ask.sends("image")
    if row.settings.get("last_frame"):
        ask.sends("image_tail", always=False)
    return ask


def _lips() -> Ask:
    ask = Ask(CLIP_PATH)
    ask.sends("input")
    ask.fields.add("callback_url")
    return ask


def _avatar(row: ModelSpec) -> Ask:
    ask = Ask(PICTURE_PATH)
    ask.sends("image")
    ask.sends("sound_file")
    ask.sends("mode", row.settings["mode"])
    ask.fields |= {"prompt", "callback_url"}
    ask.chars["prompt"] = row.max_prompt_chars or LONGEST_PROMPT
    return ask
