"""How a film looks in the other shapes: a strip of its shots for each, and the window of a shot moved by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from generation import recipes
from generation.cut import shot_name
from generation.film import Film
from generation.media.formats import SHAPES, Format, format_for
from generation.media.framing import Window
from generation.media.reframing import framing_of, is_known
from generation.media.timeline import Clip, PictureClip, TimeRange
from generation.models import Asset, Slot
from generation.recipes import finishing, framing
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps.base import Studio
from projects import timing
from projects.models import Shot

_STRIP: Final = 8
"""How many shots of a film show what it looks like in a shape."""
_AT_ONCE: Final = 24
"""How many shots are framed on one page."""
_LONG: Final = 1600
"""The longer side of a still, in units of its drawing: fine enough for a window's place to be drawn in whole ones."""


@dataclass(frozen=True)
class Still:
    """A shot seen through a window. `view` is the window and `size` the whole still, in units of its drawing."""

    number: str
    picture: str
    size: tuple[int, int]
    view: tuple[int, int, int, int]


@dataclass(frozen=True)
class Shown:
    """A shape with some of the film's shots in it."""

    shape: str
    shape_key: str
    stills: tuple[Still, ...]
    by_hand: int
    address: str
    is_open: bool


@dataclass(frozen=True)
class Shapes:
    """All shapes that the film was not made in; `close` is where to go from one that is open."""

    shapes: tuple[Shown, ...]
    close: str
    may_edit: bool


@dataclass(frozen=True)
class Framed:
    """One shot whose window can be moved. `at` and `share` are parts of 1000 of the side along which it moves."""

    film_id: int
    shot_id: int
    name: str
    shape: str
    shape_key: str
    still: Still
    axis: str
    at: int
    share: int
    was: str
    pans: int
    is_guess: bool
    may_edit: bool


@dataclass(frozen=True)
class Page:
    """The shots of one shape, some at once."""

    shape: str
    before: str
    after: str


def shapes(studio: Studio) -> Part:
    """Return the film's other shapes, and of the one that the address asks for its shots."""
    film = studio.film
    asked = studio.asked.get("frame", "")
    others = [shape for shape in SHAPES if framing.is_reframed(film, shape)] if _can_show(film) else []
    shown = tuple(_shown(film, shape, asked) for shape in others)
    children = _editor(studio, asked) if asked in others else ()
    return Part(
        "framing", "generation/takes/_framing.html", Shapes(shown, _address(film, ""), studio.may_edit), children
    )


def _can_show(film: Film) -> bool:
    return film.is_timed and bool(film.shots)


def _shown(film: Film, shape: str, asked: str) -> Shown:
    seen = [shot for shot in film.shots if _still_of(film, shot) is not None]
    # Evenly over the film: its beginning alone does not show what it looks like.
    some = seen if len(seen) <= _STRIP else [seen[index * len(seen) // _STRIP] for index in range(_STRIP)]
    looks = _looks(film, shape, {shot.pk for shot in some})
    stills = tuple(_still(film, shot, looks[shot.pk]) for shot in some if shot.pk in looks)
    by_hand = sum(framing.by_hand(shot, shape) is not None for shot in film.shots)
    return Shown(shape, shape.replace(":", "x"), stills, by_hand, _address(film, shape), shape == asked)


def _editor(studio: Studio, shape: str) -> tuple[Part, ...]:
    film = studio.film
    first = _first(studio.asked.get("from", ""), len(film.shots))
    rows = film.shots[first : first + _AT_ONCE]
    looks = _looks(film, shape, {shot.pk for shot in rows})
    before = _address(film, shape, max(0, first - _AT_ONCE)) if first else ""
    after = _address(film, shape, first + _AT_ONCE) if first + _AT_ONCE < len(film.shots) else ""
    framed = tuple(
        Part(
            f"frame-{shape.replace(':', 'x')}-{shot.pk}",
            "generation/takes/_framed.html",
            _framed(studio, shot, shape, looks[shot.pk]),
        )
        for shot in rows
        if shot.pk in looks
    )
    shows = Page(shape, before, after)
    return (Part("framing-shots", "generation/takes/_framing_shots.html", shows, framed),)


def _first(asked: str, count: int) -> int:
    return min(int(asked), max(0, count - 1)) if asked.isdecimal() else 0


def _address(film: Film, shape: str, first: int = 0) -> str:
    page = reverse("generation:film-step", args=(film.project.pk, "export"))
    asked = {**({"frame": shape} if shape else {}), **({"from": first} if first else {})}
    return f"{page}?{urlencode(asked)}" if asked else page


@dataclass(frozen=True)
class _Look:
    """A window on a shot: where its middle is at first, how often it moves, and whether that is only a guess."""

    window: Window
    middle: float
    pans: int
    is_guess: bool


def _looks(film: Film, shape: str, wanted: set[int]) -> dict[int, _Look]:
    """Return the windows of shots that have a clip."""
    fmt = format_for(shape, "draft")
    seen = ((shot, finishing.seen(film, shot)) for shot in film.shots if shot.pk in wanted)
    return {shot.pk: _look(film, shot, take.asset, fmt) for shot, take in seen if take is not None}


def _window(clip: Asset, fmt: Format) -> Window:
    return Window.of((clip.width or 16, clip.height or 9), (fmt.width, fmt.height))


def _look(film: Film, shot: Shot, asset: Asset, fmt: Format) -> _Look:
    start, end = (timing.frame_at(moment, fmt.rate) for moment in film.span_ms[shot.pk])
    # Without its file, so that nothing is opened.
    clip = Clip(shot_name(film, shot), None, asset.sha256, TimeRange(recipes.clip_in_ms(film, shot), 0))
    seen = PictureClip(clip, 0, max(1, end - start), follow=framing.follow(film, shot, fmt.shape))
    window, cache = _window(asset, fmt), settings.CACHE_DIR / "looks"
    way = framing_of(seen, window, fmt, cache, may_look=False)
    return _Look(window, window.inside(way.middle(0)), len(way.pans), not is_known(seen, cache))


def _still_of(film: Film, shot: Shot) -> Asset | None:
    take = film.take("shot", shot.pk, Slot.Role.FRAME)
    return take.asset if take else None


def _still(film: Film, shot: Shot, look: _Look) -> Still:
    window = look.window
    picture = _still_of(film, shot)
    wide, high = (picture.width or 16, picture.height or 9) if picture else (16, 9)
    scale = _LONG / max(wide, high)
    size = round(wide * scale), round(high * scale)
    start = look.middle - window.share / 2
    view = (
        (round(start * size[0]), 0, round(window.share * size[0]), size[1])
        if window.is_across
        else (0, round(start * size[1]), size[0], round(window.share * size[1]))
    )
    scene = film.scene_by_id[shot.scene_id]
    number = f"{scene.position + 1}.{shot.position + 1}"
    return Still(number, media_url(picture) if picture else "", size, view)


def _framed(studio: Studio, shot: Shot, shape: str, look: _Look) -> Framed:
    film = studio.film
    by_hand = framing.by_hand(shot, shape)
    still = _still(film, shot, look)
    return Framed(
        film_id=film.project.pk,
        shot_id=shot.pk,
        name=_("Shot %s") % still.number,
        shape=shape,
        shape_key=shape.replace(":", "x"),
        still=still,
        axis="x" if look.window.is_across else "y",
        at=round(look.middle * 1000),
        share=round(look.window.share * 1000),
        was="" if by_hand is None else str(by_hand),
        pans=look.pans,
        is_guess=look.is_guess,
        may_edit=studio.may_edit,
    )
