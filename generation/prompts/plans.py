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
def instructions(task: str) -> str:
    """Return the instructions for one planning task (script, cast, scenes, shots)."""
    return (_FOLDER / "house.md").read_text() + "\n" + (_FOLDER / f"{task}.md").read_text()


@cache
def fingerprint(task: str) -> str:
    """Return a short digest of the instructions, so that new ones make old plans stale."""
    return hashlib.sha256(instructions(task).encode()).hexdigest()[:16]


def plan_prompt(material: Mapping[str, Any]) -> str:
    """Return the material as a language model reads it."""
    return "The material, as JSON:\n\n" + json.dumps(material, ensure_ascii=False, indent=1)
