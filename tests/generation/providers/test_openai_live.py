"""Our adapter against a real server of language models, where one is running.

Start one, for example `llama-server -m model.gguf --port 8080`, and run with `LLAMACPP_BASE_URL=http://127.0.0.1:8080`.
`LLAMACPP_MODEL` names the model for servers that have several. Any model will do: what it says is not judged, only that
each answer is a document of the shape that was asked for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generation.providers.base import Access, TextRequest
from generation.providers.openai.account import look
from generation.providers.openai.rows import VENDORS
from generation.providers.openai.text import OpenAIText
from tests.generation.providers.openai_servers import SCHEMA

ADDRESS = os.environ.get("LLAMACPP_BASE_URL", "")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ADDRESS, reason="no server of language models: LLAMACPP_BASE_URL is not set"),
]


@pytest.fixture
def access() -> Access:
    row = next(row for row in VENDORS if row.key == "llamacpp")
    return Access("llamacpp", ADDRESS, settings=row.settings, allows_private=True)


@pytest.fixture
def model(access: Access) -> Iterator[OpenAIText]:
    made = OpenAIText(os.environ.get("LLAMACPP_MODEL", "loaded"), {"max_output_tokens": 6000}, access)
    yield made
    made.server.close()


def test_it_says_that_it_is_there(access: Access) -> None:
    account = look(access)

    assert account.identity == ""


@pytest.mark.parametrize("seed", range(3))
def test_its_answers_are_of_the_shape_that_was_asked_for(model: OpenAIText, tmp_path: Path, seed: int) -> None:
    prompt = "Think of a very short film about the sea. Give it a title, a mood, its seconds and its scenes."
    request = TextRequest("film", "You plan films. Answer briefly.", prompt, SCHEMA, {}, seed)

    answer = model.submit(request, tmp_path)

    document: dict[str, Any] = json.loads(answer.path.read_text())
    jsonschema.validate(document, {**SCHEMA, "required": ["title", "mood", "seconds", "scenes"]})
    assert answer.cost_micros is None
    assert answer.details["tokens"]["out"] > 0
