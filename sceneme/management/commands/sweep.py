"""`manage.py sweep`: remove stored files that no row needs any more. The studio does it by itself, some times a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from generation.services import sweeping


class Command(BaseCommand):
    """For whoever has deleted much and wants the room now; what is younger than a day stays all the same."""

    help = "Remove stored files that no row needs any more and that are older than a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep, and say what is gone."""
        swept = sweeping.sweep()
        self.stdout.write(f"{swept.assets} assets and {swept.files} files removed, {swept.size / 1e6:.1f} MB free.")
