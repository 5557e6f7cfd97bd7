"""The app's name in the admin."""

from __future__ import annotations

from django.apps import AppConfig


class EntitiesConfig(AppConfig):
    """Library."""

    name = "entities"
    verbose_name = "Library"
