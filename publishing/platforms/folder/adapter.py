"""A folder as a platform: a hidden copy grows, and the post is made by giving it its name.

What is beside it (a JSON file with the text, captions, cover) is there before the film is, so that whoever waits for
films finds all of it at once.
"""

from __future__ import annotations

import filecmp
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from publishing.platforms.base import (
    Account,
    Committed,
    Handle,
    Moved,
    NotThere,
    Post,
    Progress,
    Requirements,
    Seen,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import Invalid, NeverTaken, Rejected, SessionGone, Unconfirmed

from . import files
from .place import checked_folder, free_bytes, free_stem, need_room

_ENDINGS = {"video/mp4": ".mp4", "video/quicktime": ".mov", "video/webm": ".webm"}


class FolderPlatform:
    """One folder."""

    def __init__(self, account: Account) -> None:
        self._path = str(account.settings.get("folder") or account.remote_id)
        self._keep_out = tuple(account.app.settings.get("keep_out", ()))

    def requirements(self) -> Requirements:
        """Look whether the folder can be used now."""
        folder = self._folder()
        return Requirements(nickname=str(folder), words=f"{free_bytes(folder) / 1e9:,.1f} GB are free there.")

    def start(self, post: Post) -> Handle:
        """Choose a name that is free, and see that there is room."""
        folder = self._folder()
        with _troubles(folder):
            files.sweep(folder)
            part = _part(folder, post.marker)
            need_room(folder, post.size - (part.stat().st_size if part.exists() else 0))
            stem = free_stem(folder, str(post.text.get("title") or ""), datetime.now(UTC).date())
        ending = _ENDINGS.get(post.media_type) or post.path.suffix or ".mp4"
        return {
            "folder": str(folder),
            "name": f"{stem}{ending}",
            "size": post.size,
            "opened_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Copy what is missing into a hidden file."""
        folder = self._of(handle)
        if not post.path.is_file() or post.path.stat().st_size != post.size:
            raise Rejected("The film's file is not what it was when it was to be put there.", field="file")
        part, place = _part(folder, post.marker), folder / str(handle["name"])
        with _troubles(folder):
            if _is_ours(place, part, post):
                return Moved(handle, is_complete=True, sent_bytes=post.size)
            if part.exists():
                told(part.stat().st_size)
            need_room(folder, post.size - (part.stat().st_size if part.exists() else 0))
            there = files.copied(post.path, part, until=until, told=told)
        return Moved(handle, is_complete=there == post.size, sent_bytes=there)

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Put down what is beside the film, then name it. Raise `NeverTaken` if the name is somebody else's by now."""
        folder = self._of(handle)
        part, place = _part(folder, post.marker), folder / str(handle["name"])
        with _troubles(folder):
            if not _is_ours(place, part, post):
                if not part.is_file() or part.stat().st_size != post.size:
                    raise Unconfirmed("The hidden copy of the film is not there as a whole.")
                if place.exists():
                    raise _lost(place)
                self._beside(post, handle, place)
                try:
                    files.put(part, place)
                except FileExistsError as error:
                    _clear(place, but=place.name)
                    raise _lost(place) from error
        _tidied(part)
        return Committed(handle, str(place))

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Look what there is."""
        folder = self._of(handle)
        part, place = _part(folder, post.marker), folder / str(handle["name"])
        with _troubles(folder):
            if _is_ours(place, part, post):
                _tidied(part)
                return Committed(handle, str(place))
            if part.is_file():
                if place.exists():
                    return NotThere("start", {})
                return NotThere("commit" if part.stat().st_size == post.size else "transfer", handle)
            if post.path.is_file() and place.is_file() and filecmp.cmp(post.path, place, shallow=False):
                return Committed(handle, str(place))
            is_there = place.exists()
        # The hidden copy goes away only after the film has its name: without it, it surely had.
        evidence = (
            f"The hidden copy of the film is no longer in {folder}, and {place.name} is "
            + ("another file than ours." if is_there else "not there either."),
            "Something may have taken the film away already: a program that waits for films there, or a person.",
        )
        return Undecided(evidence, again_after_s=60)

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look whether the film still lies there."""
        folder = self._of(handle)
        place = Path(remote_id) if remote_id else folder / str(handle["name"])
        if place.is_file():
            return Seen(Whereabouts.LIVE, str(place), facts={"path": str(place), "bytes": place.stat().st_size})
        return Seen(Whereabouts.GONE, str(place), words=f"{place.name} is no longer in {folder}.")

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Nothing is done beside it: all of it came with the film."""
        return ()

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """There is none."""
        raise Invalid(f"A folder has no {kind} of its own.")

    def take_down(self, remote_id: str) -> None:
        """Delete the film and what we put beside it; nothing else, and nothing that is not ours."""
        folder, place = self._folder(), Path(remote_id)
        if place.parent != folder:
            raise Invalid("The film lies in another folder than this channel's.")
        with _troubles(folder):
            if files.sidecar(place):
                _clear(place)
            elif place.exists():
                raise Invalid(f"Nothing beside {place.name} says that it is ours. Delete it by hand.")

    def close(self) -> None:
        """Nothing is held."""

    def _folder(self) -> Path:
        return checked_folder(self._path, keep_out=self._keep_out)

    def _of(self, handle: Handle) -> Path:
        """Return the folder in which this post was begun. Raise `SessionGone` if nobody knows."""
        if not handle.get("folder") or not handle.get("name"):
            raise SessionGone("What was kept of the copy is not whole.")
        return checked_folder(str(handle["folder"]), keep_out=self._keep_out)

    def _beside(self, post: Post, handle: Handle, place: Path) -> None:
        """Put down text, captions and cover. The text's file comes first: it claims the name."""
        rows = _rows_beside(post, place)
        about = _about(post, handle, [place.name, *(target.name for target, _ in rows)])
        text = json.dumps(about, ensure_ascii=False, indent=2).encode()
        _claim(text, place, post.marker)
        done = [place.with_suffix(".json")]
        for target, source in rows:
            content = source.read_bytes()
            if target.is_file() and target.read_bytes() == content:
                continue
            try:
                files.written(content, target, _hidden(target, post.marker))
            except FileExistsError as error:
                for mine in done:
                    mine.unlink(missing_ok=True)
                raise _lost(target) from error
            done.append(target)


def _lost(place: Path) -> NeverTaken:
    return NeverTaken(f"Something called {place.name} has been put into the folder meanwhile.")


def _claim(text: bytes, place: Path, marker: str) -> None:
    beside = place.with_suffix(".json")
    if files.sidecar(place).get("id") == marker:
        return
    try:
        files.written(text, beside, _hidden(beside, marker))
    except FileExistsError as error:
        raise _lost(beside) from error


def _rows_beside(post: Post, place: Path) -> list[tuple[Path, Path]]:
    rows = [
        (place.with_name(f"{place.stem}.{_language(language)}.srt"), source)
        for language, source in sorted(post.captions.items())
        if source.is_file()
    ]
    if post.cover_path is not None and post.cover_path.is_file():
        rows.append((place.with_name(f"{place.stem}.cover{post.cover_path.suffix or '.jpg'}"), post.cover_path))
    return rows


def _about(post: Post, handle: Handle, names: list[str]) -> dict[str, Any]:
    text = {name: list(value) if isinstance(value, tuple) else value for name, value in post.text.items()}
    beside = Path(names[0]).with_suffix(".json").name
    return {
        "made_by": "SceneMe",
        "id": post.marker,
        "title": text.get("title", ""),
        "text": text,
        "film": names[0],
        "files": [names[0], beside, *names[1:]],
        "duration_ms": post.duration_ms,
        "width": post.width,
        "height": post.height,
        "bytes": post.size,
        "media_type": post.media_type,
        "begun_at": handle.get("opened_at", ""),
        "published_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _clear(place: Path, but: str = "") -> None:
    """Delete what the text beside a film names, itself last: whoever is cut off in the middle can go on."""
    beside = place.with_suffix(".json")
    named = files.sidecar(place).get("files")
    for name in named if isinstance(named, list) else []:
        is_of_it = isinstance(name, str) and Path(name).name == name and name.startswith(f"{place.stem}.")
        if is_of_it and name not in {but, beside.name}:
            place.with_name(name).unlink(missing_ok=True)
    beside.unlink(missing_ok=True)


def _is_ours(place: Path, part: Path, post: Post) -> bool:
    """Tell whether the film lies there under its name: the very copy, or what the text beside it says is this one."""
    if not place.is_file():
        return False
    if part.exists() and place.samefile(part):
        return True
    return files.sidecar(place).get("id") == post.marker and place.stat().st_size == post.size


def _part(folder: Path, marker: str) -> Path:
    return folder / f".{marker}.part"


def _tidied(part: Path) -> None:
    """Remove the hidden name. The film has its own by now: nothing that goes wrong here matters."""
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _hidden(place: Path, marker: str) -> Path:
    return place.with_name(f".{marker}{place.suffix}.part")


def _language(language: str) -> str:
    return "".join(sign for sign in language if sign.isalnum() or sign == "-") or "und"


@contextmanager
def _troubles(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise files.trouble(error, folder) from error
