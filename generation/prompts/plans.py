"""What language models are told when they plan: long instructions from files, the material as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "system"


@cache
def instructions(task: str, *, with_findings: bool = False) -> str:
    """Return the instructions for one planning task (script, cast, scenes, shots).

    `with_findings` adds how to use what the library's own numbers say; they come with the material.
    """
    parts = ("house", task, "findings") if with_findings else ("house", task)
    return "\n".join((_FOLDER / f"{part}.md").read_text() for part in parts)


@cache
def fingerprint(task: str) -> str:
    """Return a short digest of the instructions, so that new ones make old plans stale."""
    return hashlib.sha256(instructions(task).encode()).hexdigest()[:16]


def plan_prompt(material: Mapping[str, Any]) -> str:
    """Return the material as a language model reads it."""
    return "The material, as JSON:\n\n" + json.dumps(material, ensure_ascii=False, indent=1)
