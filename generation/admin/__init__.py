"""What was made and how: slots, takes, jobs, runs, the models on offer, the books."""

from __future__ import annotations

from generation.admin import made, money, offers, seen, vendors, work

__all__ = ["made", "money", "offers", "seen", "vendors", "work"]
