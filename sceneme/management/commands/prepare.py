"""`manage.py prepare`: bring the database up to date and add what every studio starts with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from sceneme.embedded import prepare


class Command(BaseCommand):
    """What the studio does by itself when it starts; servers do it once per release."""

    help = "Migrate the database and add the shipped models, voices and styles."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, and say nothing if all is well."""
        prepare()
