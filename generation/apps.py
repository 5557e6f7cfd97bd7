"""The app's name in the admin."""

from __future__ import annotations

from django.apps import AppConfig


class GenerationConfig(AppConfig):
    """Generation."""

    name = "generation"
    verbose_name = "Generation"
