"""The app's name in the admin."""

from __future__ import annotations

from django.apps import AppConfig


class ScenemeConfig(AppConfig):
    """SceneMe."""

    name = "sceneme"
    verbose_name = "SceneMe"
