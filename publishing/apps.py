"""The app's name in the admin, and what it adds to the studio's bar."""

from __future__ import annotations

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Publishing."""

    name = "publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        """Count what of publishing needs somebody beside what failed in the making."""
        from generation.views.badge import ASKED_ELSEWHERE
        from publishing.services import attention

        if attention.count not in ASKED_ELSEWHERE:
            ASKED_ELSEWHERE.append(attention.count)
