"""Where films are put: which folders are fit for it, and what a film is called there."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from publishing.platforms.errors import AccountTrouble, Invalid, Unavailable

from .row import PLATFORM

_SYSTEM = ("/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys", "/usr")


def checked_folder(text: str, *, keep_out: Iterable[str] = ()) -> Path:
    """Return the folder that a path means, if films may be put there. `keep_out` are folders of the studio itself.

    Raise `Invalid` for a path that never will do, `AccountTrouble` where the studio may not write, `Unavailable` where
    there is no such folder now (a disk may not be plugged in).
    """
    path = Path(text.strip()).expanduser()
    if not text.strip() or not path.is_absolute():
        raise Invalid("Give the folder's full path, from the top: /home/me/films.")
    longest = PLATFORM.settings["longest_path"] - PLATFORM.settings["longest_name"]
    if len(str(path)) > longest:
        raise Invalid(f"The folder's path has {len(str(path))} characters; {longest} are the most.")
    for forbidden in (*_SYSTEM, *keep_out):
        if path.resolve().is_relative_to(Path(forbidden).resolve()):
            raise Invalid(f"Films cannot be put into {forbidden}: it is not a place for them. Choose another folder.")
    if path.resolve() == Path("/"):
        raise Invalid("Choose a folder, not the whole machine.")
    if not path.is_dir():
        raise Unavailable(f"There is no folder {path} on this machine now.")
    if not os.access(path, os.W_OK | os.X_OK):
        raise AccountTrouble(f"The studio may not write into {path}. Allow it, or choose another folder.")
    return path


def need_room(folder: Path, wanted: int) -> None:
    """Raise `Unavailable` where fewer than `wanted` bytes are free, with something left for others."""
    free = free_bytes(folder)
    if free < wanted + PLATFORM.settings["spare_bytes"]:
        raise Unavailable(
            f"There is no room in {folder}: the film needs {wanted / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB are free."
        )


def free_bytes(folder: Path) -> int:
    """Return how many bytes may still be written there."""
    return shutil.disk_usage(folder).free


def free_stem(folder: Path, title: str, day: date) -> str:
    """Return a name without its ending that nothing in the folder has: the title, the day, and a number if need be."""
    wanted = f"{slug(title)}-{day:%Y-%m-%d}"
    taken = {entry.name.casefold() for entry in folder.iterdir()}
    number = 1
    while True:
        stem = wanted if number == 1 else f"{wanted}-{number}"
        if not any(name == stem.casefold() or name.startswith(f"{stem.casefold()}.") for name in taken):
            return stem
        number += 1


def slug(title: str) -> str:
    """Return a title as a part of a file's name: letters and digits of any script, joined by hyphens."""
    text = unicodedata.normalize("NFC", title).lower()
    text = re.sub(r"[\W_]+", "-", text).strip("-")
    # The day, a number, and the ending come after it.
    return text[: PLATFORM.settings["longest_name"] - 30].strip("-") or "film"
