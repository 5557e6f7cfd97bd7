"""The app's name in the admin."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Films."""

    name = "projects"
    verbose_name = "Films"
