"""Threads for publications: so many at once, at their moment, and the urgent ones first."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.db import connections

from publishing.errands import Errands

WAIT_S = 10.0


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What errands wait for; it is opened in the end."""
    made = threading.Event()
    yield made
    made.set()


def held_by(gate: threading.Event) -> Callable[[], None]:
    """An errand that lasts until the gate opens."""

    def wait() -> None:
        gate.wait(WAIT_S)

    return wait


def test_no_more_are_taken_than_there_are_threads(gate: threading.Event) -> None:
    errands = Errands(2)

    taken = [errands.take(held_by(gate)) for _ in range(3)]

    assert taken == [True, True, False]


def test_of_those_that_wait_the_urgent_ones_go_first(gate: threading.Event) -> None:
    errands, order, done = Errands(1), list[str](), threading.Event()
    errands.take(held_by(gate))
    errands.later(0, lambda: order.append("held"))  # in the clock's hands already when the others come
    time.sleep(0.1)

    errands.later(0, done.set, rank=9)
    errands.later(0, lambda: order.append("a look"), rank=1)
    errands.later(0, lambda: order.append("a post"), rank=0)
    gate.set()

    assert done.wait(WAIT_S)
    assert [one for one in order if one != "held"] == ["a post", "a look"]


def test_what_comes_later_is_not_begun_before_its_moment() -> None:
    errands, begun, done = Errands(1), list[float](), threading.Event()
    asked = time.monotonic()

    def begin() -> None:
        begun.append(time.monotonic() - asked)
        done.set()

    errands.later(0.2, begin)

    assert done.wait(WAIT_S)
    assert begun[0] >= 0.2


def test_one_that_breaks_gives_its_thread_back() -> None:
    errands, done = Errands(1), threading.Event()

    def broken() -> None:
        raise RuntimeError("broken")

    errands.later(0, broken)
    errands.later(0, done.set)

    assert done.wait(WAIT_S)
    connections.close_all()
