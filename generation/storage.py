"""Bytes and assets: stored once under their digest, brought back as a local file or a link."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage

from generation.media.errors import BrokenMedia
from generation.media.probe import probe
from generation.models import Asset
from generation.providers.base import BadAnswer, MediaInput

_EXTENSIONS = {
    "application/json": "json",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "audio/wav": "wav",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "application/x-subrip": "srt",
    "text/vtt": "vtt",
}


def sha256_of(path: Path) -> str:
    """Return the hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def store(path: Path, media_type: str, *, library_id: int, details: Mapping[str, Any] | None = None) -> Asset:
    """Keep the file at `path` and return its asset; a file the library has already is not kept twice.

    Raise `BadAnswer` if it is not what `media_type` says.
    """
    if media_type not in _EXTENSIONS:
        raise BadAnswer(f"A file of the kind {media_type!r} cannot be used here.")
    digest = sha256_of(path)
    known = Asset.objects.filter(library_id=library_id, sha256=digest).first()
    if known is not None and default_storage.exists(known.key):
        return known
    facts = _probe(path, media_type)
    key = f"libraries/{library_id}/{digest[:2]}/{digest}.{_EXTENSIONS[media_type]}"
    _put(path, key)
    asset, _ = Asset.objects.get_or_create(
        library_id=library_id,
        sha256=digest,
        defaults={
            "media_type": media_type,
            "key": key,
            "size": path.stat().st_size,
            "details": dict(details or {}),
            **facts,
        },
    )
    return asset


def _probe(path: Path, media_type: str) -> dict[str, Any]:
    kind = media_type.split("/")[0]
    if kind not in {"image", "audio", "video"} or media_type == "text/vtt":
        return {"kind": Asset.Kind.TEXT}
    try:
        found = probe(path)
    except BrokenMedia as error:
        raise BadAnswer(str(error)) from error
    if found.kind != kind:
        raise BadAnswer(f"The file should be {kind}, but it holds {found.kind}.")
    return {
        "kind": kind,
        "width": found.width or None,
        "height": found.height or None,
        "duration_ms": None if kind == "image" else found.duration_ms,
    }


def _put(path: Path, key: str) -> None:
    if not isinstance(default_storage, FileSystemStorage):
        with path.open("rb") as file:
            default_storage.save(key, File(file))
        return
    # Written beside its place and renamed, so that a killed process leaves no half file under the name.
    place = Path(default_storage.path(key))
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{uuid.uuid4().hex}.part")
    try:
        shutil.copyfile(path, part)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def local_path(asset: Asset) -> Path:
    """Return a file of this machine that holds the asset, fetching it into the cache if need be."""
    if isinstance(default_storage, FileSystemStorage):
        return Path(default_storage.path(asset.key))
    place: Path = settings.CACHE_DIR / "assets" / Path(asset.key).name
    if not place.exists() or place.stat().st_size != asset.size:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{place.name}.{uuid.uuid4().hex}.part")
        with default_storage.open(asset.key) as source, part.open("wb") as target:
            shutil.copyfileobj(source, target)
        part.replace(place)
    os.utime(place)
    return place


def as_input(asset: Asset) -> MediaInput:
    """Return the asset as a request carries it: by local file, and by link where the store gives one."""
    is_local = isinstance(default_storage, FileSystemStorage)
    url = "" if is_local else default_storage.url(asset.key)
    return MediaInput(asset.sha256, local_path(asset), asset.media_type, url)


def read_json(asset: Asset) -> Any:
    """Return what a JSON asset says."""
    return json.loads(local_path(asset).read_text(encoding="utf-8"))


def link_origin() -> str:
    """Return the host that stored files are fetched from by their own links, such as "https://films.example.org".

    Empty where the studio hands them out itself.
    """
    if isinstance(default_storage, FileSystemStorage):
        return ""
    address = urlsplit(default_storage.url("origin"))
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""


def is_kept(asset: Asset) -> bool:
    """Tell whether the asset's file is still where it was put."""
    return default_storage.exists(asset.key)
