"""What Google says when it refuses, and what it asks of every request."""

from __future__ import annotations

import base64
import binascii
import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from .server import Answer

KEPT_S = 2 * 24 * 3600
"""How long what was made is kept."""


class ApiError(Exception):
    """What Google says instead."""

    def __init__(self, number: int, status: str, message: str, details: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        error: dict[str, Any] = {"code": number, "message": message, "status": status}
        if details:
            error["details"] = details
        self.answer = Answer(number, {"error": error})


def wrong(message: str) -> ApiError:
    """The refusal of a request that is wrong."""
    return ApiError(400, "INVALID_ARGUMENT", message)


def only(body: Any, known: set[str], where: str) -> dict[str, Any]:
    """The object, if it has no other fields: Google refuses unknown ones."""
    if not isinstance(body, dict):
        raise wrong("Invalid JSON payload received.")
    for unknown in [name for name in body if name not in known]:
        raise wrong(f"Invalid JSON payload received. Unknown name \"{unknown}\" at '{where}': Cannot find field.")
    return body


def check_picture(data: str) -> None:
    """Refuse what is no picture."""
    try:
        Image.open(io.BytesIO(base64.b64decode(data, validate=True))).close()
    except (binascii.Error, UnidentifiedImageError) as error:
        raise wrong("Unable to process input image. Please retry or report.") from error
