"""The app's name in the admin, and the checks that run when a command starts."""

from __future__ import annotations

from django.apps import AppConfig


class ScenemeConfig(AppConfig):
    """SceneMe."""

    name = "sceneme"
    verbose_name = "SceneMe"

    def ready(self) -> None:
        """Register the checks."""
        from sceneme import checks  # noqa: F401
