"""How a web server's memory is swept: rarely, and without looking at what is there for good.

A page of a long film is thousands of rows that are dropped together when it has been sent. Python's usual settings
look through the whole program several times while they are being read, which takes a third of the page's time.
"""

from __future__ import annotations

import gc
from typing import Final

_YOUNG, _MIDDLE, _OLD = 50_000, 20, 100
"""A sweep after so many new objects, every so many sweeps a deeper one; the rows of a long page are one sweep."""

SWEEPS: Final = (_YOUNG, _MIDDLE, _OLD)


def settle() -> None:
    """Set the program that has been loaded apart, and sweep rarely from here on. Call it once, before serving."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SWEEPS)
