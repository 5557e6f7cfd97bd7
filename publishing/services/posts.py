"""A publication as its platform gets it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from generation import storage
from generation.models import Asset
from publishing import links
from publishing.models import Channel, Publication
from publishing.platforms.base import Post
from publishing.platforms.specs import PlatformSpec

LEAST_LEAD = timedelta(minutes=2)
"""A post that is due sooner than this is made public at once, in place of by its platform."""


_JOINED = ("channel", "project", "rendition__take__asset", "rendition__srt", "cover")
_OF_FILES = ("key", "sha256", "size", "media_type", "width", "height", "duration_ms")
_OF_FILMS = ("take__asset", "srt", "loudness_lufs", "true_peak_dbtp")


def whole(*, under: str = "") -> tuple[list[str], list[str]]:
    """Return what is read with a publication that is worked on: the joined tables, and the columns that are used.

    `under` is where the publication is, as seen from the table that is asked ("publication__").
    """
    columns = [one.name for one in Publication._meta.concrete_fields]
    columns += [f"channel__{one.name}" for one in Channel._meta.concrete_fields]
    columns += ["project__library", "project__language", *(f"rendition__{name}" for name in _OF_FILMS)]
    files = ("rendition__take__asset", "rendition__srt", "cover")
    columns += [f"{file}__{name}" for file in files for name in _OF_FILES]
    return [under + name for name in _JOINED], [under + name for name in columns]


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
