"""The animatic's planner: it writes a film's script, cast, scenes and shots by rules, with no language model.

It keeps every word of a story it is given, makes up a story for an idea, and answers the same request always the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generation.providers.base import NO_TICKET, Access, Finished, Submitted, TextRequest, Ticket, Unsupported

from . import casting, coverage, scenes, script

TASKS: Mapping[str, Callable[[Mapping[str, Any], int], dict[str, Any]]] = {
    "script": script.write,
    "cast": casting.cast,
    "scenes": scenes.divide,
    "shots": coverage.cover,
}


class AnimaticText:
    """Answers text requests from their `material`; instructions and prompts for language models are not read."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.settings = settings

    def submit(self, request: TextRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write the document to `folder`/answer.json. Raise `Unsupported` for an unknown task or no words."""
        task = TASKS.get(request.task)
        if task is None:
            raise Unsupported(f"The studio's own planner cannot do “{request.task}”; choose a language model for it.")
        seed = int(request.material.get("seed") or request.seed or 0)
        document = task(request.material, seed)
        path = folder / "answer.json"
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        return Finished(path, "application/json", notes=tuple(document.get("notes", ())))

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Raise `Unsupported`: every answer is given at once."""
        raise Unsupported("The studio's own planner answers at once; there is nothing to collect.")


__all__ = ["AnimaticText"]
