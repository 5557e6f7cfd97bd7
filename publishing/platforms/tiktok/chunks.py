"""How a file is cut for TikTok: the number of chunks is rounded down, and the last takes what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publishing.platforms.errors import BadAnswer
from publishing.platforms.wire import Piece

from .row import PLATFORM


@dataclass(frozen=True, slots=True)
class Chunks:
    """A file of `size` bytes in `count` chunks of `each` bytes; the last may have up to twice as many."""

    size: int
    each: int
    count: int

    @classmethod
    def planned(cls, size: int, each: int = PLATFORM.settings["chunk_bytes"]) -> Chunks:
        """Cut a file. One that is not worth cutting is one chunk of its own size."""
        count = size // each
        return cls(size, each, count) if count > 1 else cls(size, size, 1)

    @classmethod
    def of(cls, handle: Mapping[str, Any]) -> Chunks:
        """Return how the file was cut when the upload was opened. Raise `BadAnswer` if nobody knows."""
        try:
            return cls(int(handle["size"]), int(handle["each"]), int(handle["count"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BadAnswer("What was kept of the upload to TikTok is not whole.") from error

    def start(self, number: int) -> int:
        """Return where a chunk (from 0) begins; one beyond the last begins where the file ends."""
        return self.size if number >= self.count else number * self.each

    def piece(self, number: int, path: Path) -> Piece:
        """Return a chunk (from 0) of a file."""
        start = self.start(number)
        return Piece(path, start, self.start(number + 1) - start)

    def wanted(self, stored: int) -> int:
        """Return the chunk that is wanted next when `stored` bytes are there: a part of one does not count."""
        return min(stored // self.each, self.count - 1)
