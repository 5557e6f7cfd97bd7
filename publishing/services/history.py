"""The history of a publication: one line for each thing that was about to happen, happened, or was decided."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from publishing.models import Publication, PublicationEvent


def note(publication: Publication, kind: str, words: str = "", *, by_id: int | None = None, **facts: Any) -> None:
    """Write a line down. `facts` are JSON and hold no secrets."""
    PublicationEvent.objects.create(
        publication_id=publication.pk, at=timezone.now(), kind=kind, words=words[:500], facts=facts, by_id=by_id
    )
