"""Files that people give: judged by what is in them, never by their name, and kept as clean copies.

A file that is too large is refused before it is looked at, and no more than two are worked on at a time, so that many
uploads at once wait for each other instead of filling the memory.
"""

from __future__ import annotations

import errno
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.core.files.base import File

from entities.models import Library
from generation import storage
from generation.media.errors import BrokenMedia, DiskFull, MediaError
from generation.media.pictures import cleaned_picture
from generation.media.recordings import cleaned_clip, cleaned_sound
from generation.models import Asset, Slot, Take
from generation.providers.base import BadAnswer
from generation.services.takes import upload_take

Kind = Asset.Kind

MOST_BYTES: Final = {Kind.IMAGE: 50_000_000, Kind.AUDIO: 300_000_000, Kind.VIDEO: 500_000_000}
"""The largest file of each kind. The largest request (`MOST_REQUEST_BYTES`) leaves room for one of them."""

KIND_OF: Final = {
    Slot.Role.SPEECH: Kind.AUDIO,
    Slot.Role.MUSIC: Kind.AUDIO,
    Slot.Role.EFFECTS: Kind.AUDIO,
    Slot.Role.REFERENCE: Kind.IMAGE,
    Slot.Role.FRAME: Kind.IMAGE,
    Slot.Role.CLIP: Kind.VIDEO,
    Slot.Role.CAMERA: Kind.VIDEO,
    Slot.Role.LIPSYNC: Kind.VIDEO,
    Slot.Role.UPSCALED: Kind.VIDEO,
    Slot.Role.FOLEY: Kind.AUDIO,
    Slot.Role.VOICED: Kind.AUDIO,
}
"""What may be given for a slot. What is missing here is only ever made."""

ACCEPTED: Final = {
    Kind.IMAGE: "image/jpeg,image/png,image/webp,image/avif,image/gif",
    Kind.AUDIO: "audio/*",
    Kind.VIDEO: "video/*",
}
"""What a file picker offers first (`accept`); what comes is looked at all the same."""

_CLEANED: Final[dict[str, Callable[[Path, Path], tuple[Path, str]]]] = {
    Kind.IMAGE: cleaned_picture,
    Kind.AUDIO: cleaned_sound,
    Kind.VIDEO: cleaned_clip,
}
_WORDS: Final = {Kind.IMAGE: "A picture", Kind.AUDIO: "A recording", Kind.VIDEO: "A clip"}
_AT_ONCE = threading.BoundedSemaphore(2)
_SHOWN_NAME = 120


class BadUpload(Exception):
    """The file cannot be used here; the message says why, for whoever sent it."""


def receive(file: File[bytes], kind: str, library: Library) -> Asset:
    """Keep a clean copy of an uploaded picture, recording or clip in a library. Raise `BadUpload` if it is none."""
    with _clean(file, kind) as (path, media_type):
        return storage.store(path, media_type, library_id=library.pk, details=_details(file))


def receive_for(slot: Slot, file: File[bytes], library: Library) -> Take:
    """Use an uploaded file for a slot. Raise `BadUpload` if it is not what the slot wants."""
    kind = KIND_OF.get(Slot.Role(slot.role))
    if kind is None:
        raise BadUpload(f"Nothing can be uploaded for this: {slot.get_role_display().lower()}.")
    with _clean(file, kind) as (path, media_type):
        return upload_take(slot, path, media_type, library_id=library.pk, details=_details(file))


@contextmanager
def _clean(file: File[bytes], kind: str) -> Iterator[tuple[Path, str]]:
    """Give a cleaned copy, for as long as it is needed; translate whatever goes wrong with it or after it."""
    most = MOST_BYTES[Kind(kind)]
    if not file.size:
        raise BadUpload("This file is empty.")
    if file.size > most:
        raise BadUpload(
            f"{_WORDS[Kind(kind)]} may have {most // 1_000_000} MB; this has {file.size // 1_000_000:,} MB."
        )
    try:
        with TemporaryDirectory(prefix="sceneme-upload-") as folder:
            yield _cleaned(_on_disk(file, Path(folder)), kind, Path(folder))
    except DiskFull as error:
        raise BadUpload(_no_room()) from error
    except (MediaError, BadAnswer) as error:
        raise BadUpload("This file is damaged, or of a kind that cannot be used here.") from error
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise BadUpload(_no_room()) from error


def _cleaned(given: Path, kind: str, folder: Path) -> tuple[Path, str]:
    try:
        with _AT_ONCE:
            return _CLEANED[kind](given, folder)
    except BrokenMedia as error:
        # Here it has a scratch name, which says nothing to whoever sent it.
        raise BadUpload(str(error).replace(given.name, "This file", 1)) from error


def _on_disk(file: File[bytes], folder: Path) -> Path:
    """Return where the file lies: an upload is on disk already, anything else is written there."""
    path = getattr(file, "temporary_file_path", None)
    if path is not None:
        return Path(path())
    target = folder / "given"
    with target.open("wb") as written:
        file.seek(0)
        shutil.copyfileobj(file, written)
    return target


def _details(file: File[bytes]) -> dict[str, Any]:
    return {"uploaded_as": Path(file.name or "").name[:_SHOWN_NAME]}


def _no_room() -> str:
    return "There is no room left on the studio's disk. What was there before is safe."
