"""The wiring of SceneMe: settings, the task runner, the one-process studio. No domain code."""

from __future__ import annotations

from .celery import app as celery_app

__all__ = ["celery_app"]
