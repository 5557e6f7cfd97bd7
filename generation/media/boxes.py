"""The boxes of an MP4 file: what its index says of how it is stored, read without any tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# Boxes that hold boxes, on the way to edit lists.
_HOLD_BOXES = frozenset({b"moov", b"trak", b"edts", b"mdia"})
_MOST_BOXES = 10_000
"""A file with more is not one that a camera or an editor made."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """What was found: the names of the outer boxes in order, and how many edit lists there are in all."""

    outer: tuple[str, ...]
    edit_lists: int

    @property
    def has_index(self) -> bool:
        """Whether it is an MP4 or MOV file with an index at all."""
        return "moov" in self.outer

    @property
    def is_index_first(self) -> bool:
        """Whether the index comes before the media, so that a film can be shown while it arrives."""
        if not self.has_index or "mdat" not in self.outer:
            return self.has_index
        return self.outer.index("moov") < self.outer.index("mdat")


def boxes_of(path: Path) -> Boxes:
    """Return the boxes of a file; of one that is no MP4, or ends within a box, those up to there."""
    outer, edit_lists = [], 0
    with path.open("rb") as file:
        for index, (name, depth) in enumerate(_walk(file, 0, path.stat().st_size, 0)):
            if not depth:
                outer.append(name.decode("latin-1"))
            edit_lists += name == b"elst"
            if index > _MOST_BOXES:
                break
    return Boxes(tuple(outer), edit_lists)


def _walk(file: BinaryIO, start: int, end: int, depth: int) -> Iterator[tuple[bytes, int]]:
    at = start
    while at + 8 <= end:
        file.seek(at)
        head = file.read(16)
        size, name, body = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            # A box of four gigabytes or more says its length behind its name.
            size, body = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:
            size = end - at
        if size < body or at + size > end:
            return
        yield name, depth
        if name in _HOLD_BOXES:
            yield from _walk(file, at + body, at + size, depth + 1)
        at += size
