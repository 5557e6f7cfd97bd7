"""fal: its queue over plain HTTP."""

from __future__ import annotations
