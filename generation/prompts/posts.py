"""What a language model is told that writes the words of a post."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "system" / "post.md"


@cache
def posting() -> str:
    """Return how the words of a post are asked for."""
    return _FILE.read_text()


@cache
def posting_fingerprint() -> str:
    """Return a short digest of it, so that a new way of asking is another wish."""
    return hashlib.sha256(posting().encode()).hexdigest()[:16]
