"""A shot in another shape: what is known of it, and what can be seen in its clip, become the way of a window."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from .errors import BrokenMedia
from .following import Table, moments, people_table, places, way_of
from .formats import Format
from .framing import Box, Follow, Framing, Person, Window, around
from .probe import probe
from .saliency import Salient, kept, look
from .timeline import PictureClip

# From left to right, as somebody who is meant to be at a place stands.
_ORDER = {"left": 0, "center": 1, "right": 2}
# What a second costs where nothing that draws the eye is in the window.
_MISSED = 8.0
# Where somebody who is meant to be at a place stands, as a part of the picture's width; and how far about.
_STANDS = {"left": 0.27, "center": 0.5, "right": 0.73, "back": 0.5}
_ABOUT = 0.14
# How much the middle counts where nothing is known: people film things in the middle.
_MIDDLE, _MIDDLE_REACH = 0.5, 0.3
_LOOKS_AT_ONCE = 2


def reframed(shots: Sequence[PictureClip], fmt: Format, cache: Path) -> tuple[PictureClip, ...]:
    """Return shots with the way of the window through each that is to be followed; the others as they are.

    `cache` keeps what was seen in clips. Raise BrokenMedia naming the shot whose clip cannot be used.
    """
    with ThreadPoolExecutor(_LOOKS_AT_ONCE, thread_name_prefix="looking") as workers:
        return tuple(workers.map(partial(_reframed, fmt=fmt, cache=cache), shots))


def _reframed(shot: PictureClip, fmt: Format, cache: Path) -> PictureClip:
    if shot.follow is None or shot.clip.media is None:
        return shot
    try:
        probed = probe(shot.clip.media)
        if probed.kind == "audio":
            return shot
        window = Window.of((probed.width, probed.height), (fmt.width, fmt.height))
        framing = framing_of(shot, window, fmt, cache)
    except BrokenMedia as error:
        raise BrokenMedia(f"Shot “{shot.clip.name}” cannot be used: {error}") from error
    return replace(shot, framing=framing, faces=_faces(shot, framing, window, fmt))


def framing_of(shot: PictureClip, window: Window, fmt: Format, cache: Path, *, may_look: bool = True) -> Framing:
    """Return the way of a window through a shot: by hand, else after its people, as they are known or as their faces
    are found, else after what draws the eye.

    With `may_look` False no clip is opened: where nobody's place is known, and the clip was not looked at before, it
    is guessed from where they are meant to stand. Raise BrokenMedia if the clip cannot be read.
    """
    follow = shot.follow or Follow()
    if follow.by_hand is not None:
        return Framing(round(window.inside(follow.by_hand), 4))
    if window.share > _ALL:
        return Framing(0.5)
    times = moments(shot.frames, fmt.rate)
    table = people_table(follow, window, times, shot.clip.source_start_ms)
    if table is None:
        if may_look and shot.clip.media:
            seen: Salient | None = look(shot.clip.media, shot.clip.key, cache)
        else:
            seen = kept(shot.clip.key, cache)
        table = _seen_table(follow, window, times, shot.clip.source_start_ms, seen)
    return way_of(table, window, shot.frames, fmt.rate)


def is_known(shot: PictureClip, cache: Path) -> bool:
    """Tell whether the way of a window can be told without opening the clip; if not, it is a guess."""
    follow = shot.follow or Follow()
    return follow.by_hand is not None or bool(follow.people) or kept(shot.clip.key, cache) is not None


_ALL = 0.995
"""A window that leaves nothing out has no way to go."""


def _seen_table(
    follow: Follow, window: Window, times_ms: Sequence[float], clip_in_ms: int, seen: Salient | None
) -> Table:
    """What each place costs for the faces that were found, and while there are none for what draws the eye."""
    drawn = _eye_table(follow, window, [time + clip_in_ms for time in times_ms], seen)
    if seen is None or not seen.people:
        return drawn
    faces = people_table(replace(follow, people=_named(seen.people, follow)), window, times_ms, clip_in_ms)
    if faces is None:
        return drawn
    return np.where(np.any(faces, axis=1, keepdims=True), faces, drawn)


def _named(people: Sequence[Person], follow: Follow) -> tuple[Person, ...]:
    """Return people who were found with the names of those meant to stand where they do, if it is clear who is who:
    as many were found as are meant to be there, all together, and each is meant to be at a place of their own.
    """
    meant = sorted((_ORDER[place], name) for name, place in follow.spots if place in _ORDER)
    together = set.intersection(*({at for at, _ in person.boxes} for person in people))
    is_clear = len(meant) == len(follow.spots) == len(people) == len({place for place, _ in meant}) and together
    if not is_clear:
        return tuple(people)
    at = min(together)
    found = sorted(people, key=lambda person: dict(person.boxes)[at][0])
    return tuple(replace(person, name=name) for person, (_, name) in zip(found, meant, strict=True))


def _eye_table(follow: Follow, window: Window, times_ms: Sequence[float], seen: Salient | None) -> Table:
    """What each place costs for what it leaves out: all that draws the eye, and where people are meant to stand."""
    spots = places(window)
    rows = []
    for time_ms in times_ms:
        drawn = seen.along(time_ms, is_across=window.is_across) if seen else np.ones(64) / 64
        at = (np.arange(len(drawn)) + 0.5) / len(drawn)
        drawn = drawn * _likely(follow, at, window)
        drawn = drawn / drawn.sum()
        # What is in the middle of the window counts in full, what is at its edge half.
        away = np.abs(at[np.newaxis, :] - spots[:, np.newaxis]) / (window.share / 2)
        held = np.where(away <= 1, 1 - 0.5 * away**2, 0)
        rows.append(_MISSED * (1 - held @ drawn))
    return np.array(rows)


def _likely(follow: Follow, at: Table, window: Window) -> Table:
    """How likely it is that what matters is at each place, as far as the plan says."""
    middle = 1 + _MIDDLE * np.exp(-(((at - 0.5) / _MIDDLE_REACH) ** 2))
    if not (window.is_across and follow.spots):
        return np.asarray(middle)
    speaking = {turn.name for turn in follow.turns}
    spots = [spot for spot in follow.spots if spot[0] in speaking] or list(follow.spots)
    stand = sum(np.exp(-(((at - _STANDS.get(place, 0.5)) / _ABOUT) ** 2)) for _, place in spots)
    return np.asarray(middle * (0.35 + stand))


def _faces(shot: PictureClip, framing: Framing, window: Window, fmt: Format) -> tuple[Box, ...]:
    """Where in the frame faces are while the shot lasts, as the window shows them."""
    people = shot.follow.people if shot.follow else ()
    found = (_face(person, shot, framing, window, fmt) for person in people)
    return tuple(box for box in found if box is not None)


def _face(person: Person, shot: PictureClip, framing: Framing, window: Window, fmt: Format) -> Box | None:
    seen = []
    for time_ms in moments(shot.frames, fmt.rate):
        box = person.box(time_ms + shot.clip.source_start_ms)
        shown = window.seen(box, framing.middle(float(time_ms * fmt.rate / 1000))) if box else None
        if shown is not None:
            seen.append(shown)
    left, top, right, bottom = around(seen) if seen else (0.0, 0.0, 0.0, 0.0)
    return (round(left, 4), round(top, 4), round(right, 4), round(bottom, 4)) if seen else None
