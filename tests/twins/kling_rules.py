"""What Kling takes and what it says when it does not: its published schemas, its models, its codes."""

from __future__ import annotations

import base64
import binascii
import io
import json
import uuid
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
from PIL import Image, UnidentifiedImageError

from .server import Answer, Asked

_SCHEMAS = Path(__file__).parent / "schemas" / "kling.json"

MICROS_PER_SECOND = {
    ("kling-v1", "std"): 28_000,
    ("kling-v1", "pro"): 98_000,
    ("kling-v1-5", "std"): 56_000,
    ("kling-v1-5", "pro"): 98_000,
    ("kling-v1-6", "std"): 56_000,
    ("kling-v1-6", "pro"): 98_000,
    ("kling-v2", "std"): 280_000,
    ("kling-v2-1", "std"): 56_000,
    ("kling-v2-1", "pro"): 98_000,
}
_NEED_PICTURE = frozenset({"kling-v1-5", "kling-v2-1"})
_TAIL = {
    ("kling-v1", "std"): ("5",),
    ("kling-v1", "pro"): ("5",),
    ("kling-v1-5", "pro"): ("5", "10"),
    ("kling-v1-6", "pro"): ("5", "10"),
    ("kling-v2-1", "pro"): ("5", "10"),
}


class CodeError(Exception):
    """What the vendor says instead: an HTTP status, and a code that says more."""

    def __init__(self, number: int, code: int, message: str) -> None:
        super().__init__(message)
        self.answer = Answer(number, {"code": code, "message": message, "request_id": uuid.uuid4().hex})


@lru_cache(maxsize=1)
def schemas() -> dict[str, Any]:
    """What is published of its requests and answers."""
    found: dict[str, Any] = json.loads(_SCHEMAS.read_text(encoding="utf-8"))
    return found


def check(asked: Asked, kind: str) -> dict[str, Any]:
    """Return the body, after what the published schema says; fields that it does not name are refused."""
    body = asked.json
    schema = {**schemas()["bodies"][kind], "$defs": schemas()["$defs"]}
    if not isinstance(body, dict):
        raise CodeError(400, 1200, "The request body is not valid JSON")
    for unknown in [each for each in body if each not in schema["properties"]]:
        raise CodeError(400, 1201, f"Unknown parameter: {unknown}")
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(body))
    if error is not None:
        raise CodeError(400, 1201, error.message[:300])
    return body


def check_clip(kind: str, model: str, body: dict[str, Any]) -> None:
    """Refuse what a model does not make."""
    mode = str(body.get("mode") or "std")
    if (model, mode) not in MICROS_PER_SECOND or (kind == "text2video" and model in _NEED_PICTURE):
        raise CodeError(400, 1201, f"model/mode(kling/{model}/{mode}) is not supported for {kind}")
    if body.get("image_tail") and str(body.get("duration") or "5") not in _TAIL.get((model, mode), ()):
        raise CodeError(400, 1201, "image_tail is not supported by this model, mode and duration")


def check_picture(text: str) -> None:
    """Refuse what is no picture that the vendor can read."""
    if text.startswith(("http://", "https://")):
        return
    try:
        content = base64.b64decode(text, validate=True)
        with Image.open(io.BytesIO(content)) as picture:
            sides, kind = picture.size, picture.format
    except (binascii.Error, UnidentifiedImageError) as error:
        raise CodeError(400, 1201, "Image is invalid: base64 without any prefix is expected") from error
    if kind not in {"JPEG", "PNG"} or len(content) > 10 * 1024**2:
        raise CodeError(400, 1201, "Image format must be jpg, jpeg or png of at most 10MB")
    if min(sides) < 300 or not 0.4 <= sides[0] / sides[1] <= 2.5:
        raise CodeError(400, 1201, "Image must have at least 300px a side and a ratio from 1:2.5 to 2.5:1")
