"""Stored files that no row needs any more, removed: what films left behind that were deleted, and half-written files.

Whatever is younger than a day stays: it may have been stored a moment ago by somebody who is about to point at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import CASCADE, Exists, OuterRef, QuerySet, RestrictedError
from django.utils import timezone

from generation.models import Asset, Job

log = structlog.get_logger(__name__)

YOUNG: Final = timedelta(days=1)
ROOT: Final = "libraries"
"""The folder under which every library keeps its files."""

_DIGEST: Final = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Swept:
    """What was removed: rows of assets, files, and the bytes that are free now."""

    assets: int = 0
    files: int = 0
    size: int = 0


def sweep() -> Swept:
    """Remove what no row needs and what is older than a day. Safe at any time, also twice at once."""
    before = timezone.now() - YOUNG
    rows = sum(_forget(asset_id, before) for asset_id in list(_unneeded(before).values_list("pk", flat=True)))
    files = size = 0
    for key in list(_stray(before)):
        removed = _remove(key, before)
        size, files = size + (removed or 0), files + (removed is not None)
    if rows or files:
        log.info("swept", assets=rows, files=files, bytes=size)
    return Swept(rows, files, size)


def _unneeded(before: datetime) -> QuerySet[Asset]:
    """Return the assets that nothing needs. Every relation counts, also those that are added one day."""
    rows = Asset.objects.filter(created_at__lt=before)
    for relation in Asset._meta.related_objects:
        if relation.on_delete is CASCADE:  # what goes with it: what is known of a picture needs no picture
            continue
        pointing = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        rows = rows.filter(~Exists(pointing))
    return rows


def _forget(asset_id: int, before: datetime) -> int:
    """Delete the row of an asset, unless somebody points at it by now or work under way needs it; return 0 or 1."""
    try:
        with transaction.atomic():
            asset = _unneeded(before).select_for_update(of=("self",)).filter(pk=asset_id).first()
            if asset is None or asset.sha256 in _given(asset.library_id):
                return 0
            asset.delete()
    except (RestrictedError, IntegrityError):
        return 0
    return 1


def _given(library_id: int) -> set[str]:
    """Return the digests of what jobs under way are made from."""
    recipes = Job.objects.filter(library=library_id, state__in=Job.ACTIVE).values_list("recipe", flat=True)
    return {digest for recipe in recipes for digest in _DIGEST.findall(str(recipe))}


def _stray(before: datetime) -> Iterator[str]:
    """Yield the keys of files that no asset has, and of which nothing was written for a day."""
    for folder in _folders(ROOT):
        names = default_storage.listdir(folder)[1]
        keys = {f"{folder}/{name}" for name in names}
        known = set(Asset.objects.filter(key__in=keys).values_list("key", flat=True))
        for key in sorted(keys - known):
            if _written(key) < before:
                yield key


def _folders(root: str) -> Iterator[str]:
    if not default_storage.exists(root):
        return
    yield root
    for name in default_storage.listdir(root)[0]:
        yield from _folders(f"{root}/{name}")


def _written(key: str) -> datetime:
    try:
        return default_storage.get_modified_time(key)
    except FileNotFoundError:
        return timezone.now()


def _remove(key: str, before: datetime) -> int | None:
    """Delete a file; return its bytes. Looked at once more before: None if the same was stored anew meanwhile."""
    if Asset.objects.filter(key=key).exists() or _written(key) >= before:
        return None
    try:
        size = default_storage.size(key)
    except FileNotFoundError:
        return None
    default_storage.delete(key)
    return int(size)
