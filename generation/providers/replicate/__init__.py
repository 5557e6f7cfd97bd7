"""Replicate: predictions over plain HTTP."""

from __future__ import annotations
