"""A picture that somebody sends, checked by what it holds, as an asset of the library."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from PIL import Image, UnidentifiedImageError

from generation import storage
from generation.models import Asset
from generation.providers.base import BadAnswer

_KINDS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def picture(file: UploadedFile, *, library_id: int) -> Asset:
    """Store an uploaded picture. Raise `BadAnswer`, with a sentence for the user, if it is none that can be used."""
    base = settings.DATA_DIR / "work"
    base.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=base) as folder:
        path = Path(folder) / "upload"
        with path.open("wb") as target:
            for block in file.chunks():
                target.write(block)
        return storage.store(path, _kind(path), library_id=library_id)


def _kind(path: Path) -> str:
    try:
        with Image.open(path) as image:
            kind = _KINDS.get(image.format or "")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise BadAnswer("This is not a picture that can be read.") from error
    if kind is None:
        raise BadAnswer("Pictures are taken as JPEG, PNG or WebP.")
    return kind
