"""Vendors' servers on loopback: they keep state, count what they would bill, and misbehave on demand."""

from __future__ import annotations
