"""A publication as its platform gets it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from generation import storage
from generation.models import Asset
from publishing import links
from publishing.models import Publication
from publishing.platforms.base import Post
from publishing.platforms.specs import PlatformSpec

LEAST_LEAD = timedelta(minutes=2)
"""A post that is due sooner than this is made public at once, in place of by its platform."""


def post_of(publication: Publication, spec: PlatformSpec) -> Post:
    """Return what is to go out. Raise `OSError` where the file is not there."""
    asset = asset_of(publication)
    path = storage.local_path(asset)
    return Post(
        marker=publication.marker,
        path=path,
        size=path.stat().st_size,
        duration_ms=asset.duration_ms or 0,
        width=asset.width or 0,
        height=asset.height or 0,
        media_type=asset.media_type,
        text=publication.text,
        publish_at=publication.scheduled_at if is_kept(publication, spec) else None,
        public_url=links.public_url_for(publication),
        public_cover_url=links.public_cover_url_for(publication),
        cover_ms=publication.cover_ms,
        cover_path=storage.local_path(publication.cover) if publication.cover else None,
        captions=_captions(publication),
    )


def asset_of(publication: Publication) -> Asset:
    """Return the film's file. Raise `FileNotFoundError` where there is none yet."""
    if publication.rendition is None:
        raise FileNotFoundError("the film has not been made")
    return publication.rendition.take.asset


def is_kept(publication: Publication, spec: PlatformSpec) -> bool:
    """Tell whether the platform is to make it public at its time."""
    at = publication.scheduled_at
    # At its time a platform shows it to everyone, whatever the draft says.
    for_all = publication.text.get("privacy", "public") == "public"
    wanted = publication.is_kept_by_platform and spec.keeps_schedule and for_all
    return wanted and at is not None and at > timezone.now() + LEAST_LEAD


def _captions(publication: Publication) -> dict[str, Path]:
    srt = publication.rendition.srt if publication.rendition and publication.sends_captions else None
    return {publication.project.language or "en": storage.local_path(srt)} if srt else {}
