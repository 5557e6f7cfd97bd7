"""Prompts for music and effects."""

from __future__ import annotations

from collections.abc import Sequence


def music(title: str, words: Sequence[str]) -> str:
    """Return the prompt for a film's score."""
    return f"Instrumental film score for “{title}”: {', '.join(words) or 'calm'}. No vocals."


def effects(summary: str, sounds: Sequence[str]) -> str:
    """Return the prompt for the sound of a scene."""
    return f"{', '.join(sounds)}. {summary}".strip()
