"""Sound in a file instead of in memory: the sound of a film of three hours takes four gigabytes.

The file has no name and is gone with the program that made it, however that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import numpy as np

from .formats import SAMPLE_RATE
from .loudness import Samples

# Long enough that numpy and not Python does the work, short enough that a dozen copies of it are nothing.
BLOCK = 10 * SAMPLE_RATE
_SAMPLE_BYTES = 4


class Tape:
    """Float32 samples at 48 kHz that are read and written a stretch at a time; where nothing was written is silence.

    `block` is how many samples are worked on at once. `on_read` is called before each reading: what it raises stops
    the work that reads.
    """

    def __init__(
        self, file: IO[bytes], *, channels: int, samples: int, block: int, on_read: Callable[[], None] | None
    ) -> None:
        self.channels = channels
        self.block = block
        self._file = file
        self._samples = samples
        self._on_read = on_read

    def __len__(self) -> int:
        """Samples from its beginning to its end."""
        return self._samples

    def read(self, start: int, stop: int) -> Samples:
        """Samples `start` to `stop` as (samples, channels). Both may lie outside the tape, where it is silent."""
        if self._on_read is not None:
            self._on_read()
        sound = np.zeros((max(0, stop - start), self.channels), np.float32)
        first, last = max(0, start), min(stop, self._samples)
        if first < last:
            self._file.seek(first * self.channels * _SAMPLE_BYTES)
            # What was never written is not in the file, and stays zero.
            content = self._file.read((last - first) * self.channels * _SAMPLE_BYTES)
            found = np.frombuffer(content, np.float32).reshape(-1, self.channels)
            sound[first - start : first - start + len(found)] = found
        return sound

    def write(self, at: int, sound: Samples) -> None:
        """Put samples on the tape from `at` on. It becomes longer when they end behind its end."""
        self._file.seek(at * self.channels * _SAMPLE_BYTES)
        self._file.write(np.ascontiguousarray(sound, np.float32).tobytes())
        self._samples = max(self._samples, at + len(sound))

    def add(self, at: int, sound: Samples) -> None:
        """Let samples be heard together with what is there. One channel is heard on all."""
        self.write(at, self.read(at, at + len(sound)) + sound)

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Where each block starts and stops."""
        return stretches(self._samples, self.block)


@contextmanager
def blank_tape(
    folder: Path, *, channels: int, samples: int = 0, block: int = BLOCK, on_read: Callable[[], None] | None = None
) -> Iterator[Tape]:
    """A silent tape in a folder that has room for it. `block` is a whole number of 10 ms."""
    with TemporaryFile(dir=folder) as file:
        yield Tape(file, channels=channels, samples=samples, block=block, on_read=on_read)


def stretches(samples: int, block: int) -> Iterator[tuple[int, int]]:
    """`samples` divided into blocks, the last one shorter: where each starts and stops."""
    return ((start, min(start + block, samples)) for start in range(0, samples, block))
