"""Vendors' adapters against their twins."""

from __future__ import annotations
