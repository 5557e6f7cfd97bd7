"""Bringing files into a folder so that nobody ever sees half of one, and nothing that lies there is overwritten."""

from __future__ import annotations

import errno
import json
import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from publishing.platforms.errors import AccountTrouble, PlatformError, Unavailable

BLOCK = 1024 * 1024
_PART = re.compile(r"\.[0-9a-f]{32}(\.\w+)?\.part")
_FORGOTTEN_S = 14 * 86_400
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})


def copied(source: Path, part: Path, *, until: Callable[[], bool], told: Callable[[int], None]) -> int:
    """Copy what is missing of `source` into `part`; return how many bytes there are. Stop soon after `until()`."""
    size, at = source.stat().st_size, _kept(source, part)
    with source.open("rb") as come, part.open("r+b" if part.exists() else "xb") as gone:
        gone.truncate(at)
        come.seek(at)
        gone.seek(at)
        while at < size and not until():
            block = come.read(min(BLOCK, size - at))
            if not block:
                break
            gone.write(block)
            at += len(block)
            told(at)
        gone.flush()
        os.fsync(gone.fileno())
    return at


def _kept(source: Path, part: Path) -> int:
    """Return how much of an earlier copy is good. A machine that lost its power may have kept zeroes at the end."""
    if not part.exists():
        return 0
    there = part.stat().st_size
    if there > source.stat().st_size:
        return 0
    start = max(0, there - BLOCK)
    with source.open("rb") as first, part.open("rb") as second:
        first.seek(start)
        second.seek(start)
        return there if first.read(there - start) == second.read() else 0


def put(hidden: Path, place: Path) -> None:
    """Give a whole file its name. Raise `FileExistsError` if something has that name already."""
    try:
        os.link(hidden, place)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Some file systems know no second names. Then we can only look first.
        if place.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(place)) from error
        hidden.rename(place)
    _sync(place.parent)


def written(content: bytes, place: Path, hidden: Path) -> None:
    """Write a small file so that it is there as a whole or not at all. Raise `FileExistsError` as `put` does."""
    hidden.write_bytes(content)
    try:
        put(hidden, place)
    finally:
        hidden.unlink(missing_ok=True)


def sidecar(place: Path) -> Mapping[str, Any]:
    """Return what lies beside a film about it; {} where nothing does, or nothing of ours."""
    try:
        found = json.loads(place.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("made_by") == "SceneMe" else {}


def sweep(folder: Path) -> None:
    """Remove hidden copies that nobody has gone on with for weeks: their posts were given up."""
    for part in folder.glob(".*.part"):
        with suppress(OSError):
            if _PART.fullmatch(part.name) and time.time() - part.stat().st_mtime > _FORGOTTEN_S:
                part.unlink()


def trouble(error: OSError, folder: Path) -> PlatformError:
    """Return what an error of the file system means."""
    said = f"{type(error).__name__}: {error}"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return AccountTrouble(
            f"The studio may not write into {folder}. Allow it, or choose another folder.", vendor_words=said
        )
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Unavailable(f"There is no room left in {folder}.", vendor_words=said)
    return Unavailable(f"The film could not be put into {folder}.", vendor_words=said)


def _sync(folder: Path) -> None:
    """Have the folder itself written: a name that is only in memory is lost with the power."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
