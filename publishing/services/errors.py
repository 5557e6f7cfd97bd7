"""What a wish about a publication can meet."""

from __future__ import annotations


class NotPossible(Exception):
    """It cannot be done as things stand. The message is for the user."""
