"""Language models that see: a picture in, a document about it out."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from generation.providers.base import NO_TICKET, Access, Finished, MediaInput, Submitted, Ticket, Unsupported
from generation.providers.base import VisionRequest as VisionRequest
from generation.providers.openai.chat import Question, ask, check_shape
from generation.providers.openai.server import Server

LARGEST = 3_000_000
"""Bytes. The least of the servers' limits is 5 MB for the picture as text, which takes a third more than its file."""
LONGEST_SIDE = 1568
"""Pixels. What is larger is made smaller by the servers themselves, and billed by its size."""
_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


class OpenAIVision:
    """Asks a language model what a picture shows."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.server = Server(access or Access(), settings)

    def submit(self, request: VisionRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write the document to `folder`/answer.json. Raise `Unsupported` if the picture cannot be read."""
        content: list[Mapping[str, Any]] = [
            {"type": "text", "text": "This is the picture. Answer in JSON."},
            {"type": "image_url", "image_url": {"url": data_url(request.picture)}},
        ]
        question = Question(self.endpoint, request.instructions, content, request.answer_schema, "picture")
        answered = ask(self.server, question, ticket)
        check_shape(answered.document, request.answer_schema, self.server.label, answered.cost_micros)
        path = folder / "answer.json"
        path.write_text(json.dumps(answered.document, ensure_ascii=False, indent=1), encoding="utf-8")
        return Finished(path, "application/json", details=answered.details, cost_micros=answered.cost_micros)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: an answer is there when it is asked for."""
        raise Unsupported("Language models answer at once; there is nothing to collect.")


def data_url(picture: MediaInput) -> str:
    """Return a picture inside an address, made smaller where it is larger than servers look at."""
    try:
        with Image.open(picture.path) as image:
            kind = _KINDS.get(image.format or "")
            if kind and picture.path.stat().st_size <= LARGEST and max(image.size) <= LONGEST_SIDE:
                return _as_url(kind, picture.path.read_bytes())
            image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            out = io.BytesIO()
            image.convert("RGB").save(out, "JPEG", quality=90)
            return _as_url("image/jpeg", out.getvalue())
    except (UnidentifiedImageError, OSError) as error:
        raise Unsupported("The picture cannot be read.", vendor_words=str(error)) from error


def _as_url(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
