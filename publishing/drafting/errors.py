"""Why nothing can be suggested."""

from __future__ import annotations


class CannotSuggest(Exception):
    """There is nothing to go by, or nobody to ask. The message is for the user."""
