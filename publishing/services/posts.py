"""A publication as its platform gets it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.core.files.storage import FileSystemStorage, default_storage
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from generation import storage
from generation.models import Asset
from publishing.models import Publication
from publishing.platforms.base import Post
from publishing.platforms.specs import PlatformSpec

LEAST_LEAD = timedelta(minutes=2)
"""A post that is due sooner than this is made public at once, in place of by its platform."""
FILE_SALT = "publishing.film_file"
FILE_LASTS_S = 3 * 24 * 3600
_NOT_GIVEN_OUT = (Publication.State.DRAFT, Publication.State.CANCELLED, Publication.State.TAKEN_DOWN)


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
        public_url=public_url(publication, asset, "film"),
        public_cover_url=public_url(publication, publication.cover, "cover") if publication.cover else "",
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
    wanted = publication.is_kept_by_platform and spec.keeps_schedule
    return wanted and at is not None and at > timezone.now() + LEAST_LEAD


def public_url(publication: Publication, asset: Asset, what: str) -> str:
    """Return where a file may be fetched without a sign-in; "" where the studio cannot be reached from outside."""
    if not isinstance(default_storage, FileSystemStorage):
        return default_storage.url(asset.key)
    if not settings.PUBLIC_URL:
        return ""
    try:
        path = reverse("publishing:film_file", args=[signing.dumps([publication.marker, what], salt=FILE_SALT)])
    except NoReverseMatch:
        return ""
    return str(settings.PUBLIC_URL).rstrip("/") + path


def asset_behind(token: str) -> Asset | None:
    """Return the file that a link of `public_url` stands for; None where it is false or too old."""
    try:
        marker, what = signing.loads(token, salt=FILE_SALT, max_age=FILE_LASTS_S)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    rows = Publication.objects.select_related("rendition__take__asset", "cover")
    found = rows.filter(marker=marker).exclude(state__in=_NOT_GIVEN_OUT).first()
    if found is None or what == "cover":
        return found.cover if found else None
    return found.rendition.take.asset if found.rendition else None


def _captions(publication: Publication) -> dict[str, Path]:
    srt = publication.rendition.srt if publication.rendition and publication.sends_captions else None
    return {publication.project.language or "en": storage.local_path(srt)} if srt else {}
