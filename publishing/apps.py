"""The app's name in the admin."""

from __future__ import annotations

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Publishing."""

    name = "publishing"
    verbose_name = "Publishing"
