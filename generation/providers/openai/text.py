"""Language models that plan films: a request for a document in, the document out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from generation.providers.base import NO_TICKET, Access, Finished, Submitted, TextRequest, Ticket, Unsupported
from generation.providers.openai.chat import Question, ask, check_prompt, check_shape
from generation.providers.openai.server import Server


class OpenAIText:
    """Asks a language model for a JSON document. `endpoint` is the model's name."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.server = Server(access or Access(), settings)

    def submit(self, request: TextRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write the document to `folder`/answer.json.

        Raise `BadAnswer` if what came back is no such document: the same question may be answered better another
        time, and whether it is worth its price is not decided here.
        """
        check_prompt(request.prompt, self.server.label)
        schema = request.answer_schema
        name, seed = name_of(request.task), crc32(f"{request.seed} {ticket.reference}".encode()) >> 1
        question = Question(self.endpoint, request.instructions, request.prompt, schema, name, seed)
        answered = ask(self.server, question, ticket)
        check_shape(answered.document, schema, self.server.label, answered.cost_micros)
        path = folder / "answer.json"
        path.write_text(json.dumps(answered.document, ensure_ascii=False, indent=1), encoding="utf-8")
        return Finished(path, "application/json", details=answered.details, cost_micros=answered.cost_micros)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: an answer is there when it is asked for."""
        raise Unsupported("Language models answer at once; there is nothing to collect.")


def name_of(task: str) -> str:
    """Return a document's name as the protocol takes it: letters, digits, "_" and "-", 64 at most."""
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "_-") else "_" for letter in task)
    return plain[:64] or "answer"
