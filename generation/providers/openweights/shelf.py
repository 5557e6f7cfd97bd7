"""One model at a time in a process: whoever wants another waits for its turn, and the one before goes.

Two models of today do not fit on one card, and two pieces made at once are not made sooner.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from generation.providers.base import NO_TICKET, OutOfMemory, Stopped, Ticket

from .memory import Placement, Room, give_back, is_out_of_memory, placements, room
from .packages import need

PAUSE_S = 0.2
"""How often one that waits for its turn asks whether it is still wanted."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be loaded. Models of the same `key` are the same."""

    key: tuple[str, ...]
    settings: Mapping[str, Any]
    load: Callable[[Placement], Any]


@dataclass
class Shelf:
    """The model that is loaded now, and whose turn it is. `look` says how much memory there is."""

    look: Callable[[Any], Room] = room
    key: tuple[str, ...] | None = None
    _loaded: Any = None
    _ladder: list[Placement] = field(default_factory=list)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def make(self, model: Model, work: Callable[[Any], Made], ticket: Ticket = NO_TICKET) -> Made:
        """Load `model` unless it is loaded, and let it do `work`.

        Where memory runs out it is put in a leaner way and tried once more. Raise `OutOfMemory` if that is not enough
        either, `Stopped` if somebody cancels meanwhile.
        """
        torch = need("torch")
        with self._my_turn(ticket):
            if self.key != model.key:
                self._evict(torch)
                self._ladder = placements(model.settings, self.look(torch))
            words = ""
            while self._ladder:
                done, words = self._attempt(torch, model, work, ticket)
                if done:
                    return done[0]
                self._evict(torch, ladder=self._ladder[1:])
        raise OutOfMemory(
            "The memory ran out, in the leanest way as well. A shorter or smaller piece, or a smaller model, may fit.",
            vendor_words=words,
        )

    def clear(self) -> None:
        """Let the loaded model go."""
        with self._turn:
            self._evict(need("torch"))

    def _attempt(
        self, torch: Any, model: Model, work: Callable[[Any], Made], ticket: Ticket
    ) -> tuple[tuple[Made] | None, str]:
        """Return what was made, or None and the words of what ran out. The error itself would hold what is to go."""
        try:
            if self._loaded is None:
                self._loaded = model.load(self._ladder[0])
                self.key = model.key
            _check(ticket)
            return (work(self._loaded),), ""
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            return None, str(error)
        finally:
            give_back(torch)

    def _evict(self, torch: Any, ladder: list[Placement] | None = None) -> None:
        self.key, self._loaded, self._ladder = None, None, ladder or []
        give_back(torch)

    @contextmanager
    def _my_turn(self, ticket: Ticket) -> Iterator[None]:
        while not self._turn.acquire(timeout=PAUSE_S):
            _check(ticket)
        try:
            yield
        finally:
            self._turn.release()


def _check(ticket: Ticket) -> None:
    if ticket.is_stopped():
        raise Stopped("It was cancelled.")


SHELF: Final = Shelf()
"""The shelf of this process."""
