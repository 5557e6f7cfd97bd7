"""A room being furnished: what hangs on its wall, what stands on its floor, what moves in it, in layouts that fit.

Sets under a roof are lists of such things with the share of the width where each belongs. A narrow picture drops what
finds no place; every second room is laid out from right to left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, radial, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import decay, room
from .extras import bystanders, passers
from .life import halo
from .panes import Pane, dust, falling_outside
from .site import Plane, Site
from .words import COSY, NEON

Put = Callable[[skia.Canvas, float], None]
"""Paints a thing whose left edge is at an x."""

Living = Callable[[float], LivePainter]
"""Makes what moves on a thing whose left edge is at an x."""

_LATER = {"boards": "metal", "tiles": "plain"}
"""What floors become in the future."""

_OVERLAP = 0.3
"""The share of the smaller thing that another may cover before it finds no place."""


@dataclass(frozen=True, slots=True)
class _Placed:
    left: float
    width: float
    paint: Put


class Interior:
    """A room that is furnished step by step; `planes` are its picture."""

    def __init__(
        self,
        site: Site,
        wall: str,
        ground: str = "#7a4a30",
        *,
        pattern: str = "boards",
        stripes: bool = False,
        bricks: bool = False,
        panels: float = 0.0,
        lit_from: float = 0.4,
        closed: bool = True,
    ) -> None:
        """`wall` and `ground` are plain colours, `pattern` of the floor: boards, tiles, plain, carpet or metal."""
        self.site, self.low = site, site.floor
        if site.era == "future":
            wall, ground, pattern = mix(wall, "#4a5674", 0.5), mix(ground, "#4a525e", 0.6), _LATER.get(pattern, pattern)
        elif site.era == "medieval":
            wall, stripes = mix(wall, "#a09078", 0.35), False
        self._wall, self._ground, self._pattern = site.painted("wall", wall), site.painted("floor", ground), pattern
        self._stripes, self._bricks, self._panels = stripes, bricks, panels
        self._lit_from = 1 - lit_from if site.mirrored else lit_from
        self._closed = closed
        self._hung: list[_Placed] = []
        self._stood: list[_Placed] = []
        self._laid: list[Callable[[skia.Canvas], None]] = []
        self._covers: list[Callable[[skia.Canvas], None]] = []
        self._before: list[Plane] = []
        self._panes: list[Pane] = []
        self._on_wall: list[LivePainter] = []
        self._on_floor: list[LivePainter] = []

    def x(self, share: float, width: float = 0.0, *, focal: bool = False) -> float:
        """Return the left edge of something `width` wide whose middle belongs at `share`."""
        left = self.site.across(1 - share if self.site.mirrored else share) - width / 2
        if focal:
            left = min(max(left, 16.0), max(16.0, self.site.width - 16 - width))
        return left

    def hang(
        self,
        share: float,
        width: float,
        paint: Put,
        *,
        live: Living | None = None,
        focal: bool = False,
        flip: bool = False,
    ) -> float | None:
        """Put something on the wall; return its left edge, or None if it found no place."""
        return self._put(self._hung, self._on_wall, (share, width, focal, flip), paint, live)

    def stand(
        self,
        share: float,
        width: float,
        paint: Put,
        *,
        live: Living | None = None,
        focal: bool = False,
        flip: bool = True,
    ) -> float | None:
        """Put something on the floor; return its left edge, or None if it found no place."""
        return self._put(self._stood, self._on_floor, (share, width, focal, flip), paint, live)

    def _put(
        self,
        among: list[_Placed],
        lives: list[LivePainter],
        where: tuple[float, float, bool, bool],
        paint: Put,
        live: Living | None,
    ) -> float | None:
        share, width, focal, flip = where
        left = self.x(share, width, focal=focal)
        if left > self.site.right or left + width < self.site.left:
            return None
        for other in among:
            covered = min(left + width, other.left + other.width) - max(left, other.left)
            if covered > _OVERLAP * min(width, other.width):
                return None
        flipped = flip and self.site.mirrored
        among.append(_Placed(left, width, _mirrored(paint, width) if flipped else paint))
        if live:
            mover = live(0.0 if flipped else left)
            lives.append(_turned_round(mover, left + width) if flipped else mover)
        return left

    def window(
        self,
        share: float,
        width: float,
        height: float,
        *,
        above: float = 420,
        city: bool | None = None,
        panes: int = 2,
        frame: str = "#f0e6d6",
        cloth: str = "",
        blinds: bool = False,
    ) -> None:
        """Put a window in the wall, its upper edge `above` the floor, with curtains of the colour `cloth`."""
        site, top = self.site, self.low - above
        built = site.has("city", "apartment", "flat", "penthouse", "downtown", "hotel") if city is None else city
        frame = site.painted("window", frame)

        def paint(canvas: skia.Canvas, x: float) -> None:
            room.view_window(site, canvas, x, top, width, height, city=built, panes=panes, frame=frame)
            if blinds:
                room.blinds(site, canvas, x, top, width, height * 0.5)
            if cloth:
                room.curtains(site, canvas, x, top, width, height, site.painted("curtain", cloth))

        left = self.hang(
            share, width + (110 if cloth else 30), lambda canvas, x: paint(canvas, x + (55 if cloth else 15))
        )
        if left is not None:
            inside = left + (55 if cloth else 15)
            self._panes.append(Pane(inside, top, width, height))
            self._laid.append(lambda canvas: room.sun_patch(site, canvas, inside, inside + width))

    def door(self, share: float, colour: str = "#7a4f38", *, glass: bool = False, height: float = 330) -> None:
        """Put a door in the wall."""
        paint_colour = self.site.painted("door", colour)
        self.hang(
            share, 180, lambda canvas, x: room.door(self.site, canvas, x + 15, paint_colour, glass=glass, height=height)
        )

    def lamp(self, share: float, *, above: float = 370, size: float = 0.9, colour: str = "#2a3238") -> None:
        """Hang a lamp, `above` the floor, which pools its light on the ground when it is lit."""
        site, x = self.site, self.x(share)
        self._before.append(
            Plane(
                "lamp",
                0.78,
                lambda canvas: room.hanging_lamp(site, canvas, x, self.low - above, size=size, colour=colour),
            )
        )
        if site.light.lamps:
            self.pool(x)

    def pool(self, x: float, reach: float = 230, colour: str = "#ffc878") -> None:
        """Let light lie on the floor around x."""

        def paint(canvas: skia.Canvas) -> None:
            halo(canvas, x, self.low + 86, reach, self.site.grade.colour(colour), 0.5 * self.site.light.lamps, 0.3)

        self._laid.append(paint)

    def rug(self, share: float, colours: tuple[str, ...], radius: float = 330) -> None:
        """Lay a round rug."""
        x = self.x(share)
        self._laid.append(lambda canvas: room.rug(self.site, canvas, x, colours, min(radius, self.site.width * 0.42)))

    def lay(self, paint: Callable[[skia.Canvas], None]) -> None:
        """Paint something on the bare floor."""
        self._laid.append(paint)

    def cover(self, paint: Callable[[skia.Canvas], None]) -> None:
        """Paint something on the bare wall: tiles, mouldings, a mural."""
        self._covers.append(paint)

    def before(self, *planes: Plane) -> None:
        """Add planes of their own."""
        self._before += planes

    def moving(self, live: LivePainter, *, wall: bool = False) -> None:
        """Add something that moves before the wall, or before the furniture."""
        (self._on_wall if wall else self._on_floor).append(live)

    def strangers(self, count: int, *, manner: str = "stand", shares: tuple[float, ...] = (), drop: float = 26) -> None:
        """Let people be in the background: at `shares`, or walking by; as many as the place's words let be there."""
        site, wanted = self.site, self.site.peopled(count)
        if not wanted:
            return
        if not shares:
            self._on_floor.append(passers(site, "room", self.low + drop, wanted, haze=0.34))
            return
        rng = site.rng("spots")
        more = [*shares, *(rng.uniform(0.02, 0.98) for _ in range(max(0, wanted - len(shares))))]
        spots = [(self.x(share), self.low + drop + rng.uniform(-4, 10)) for share in more[:wanted]]
        self._on_floor.append(bystanders(site, "room", spots, haze=0.34, manner=manner))

    def planes(self) -> list[Plane]:
        """Return the room's picture."""
        site = self.site
        if site.words & NEON or site.era == "future":
            self._neon()
        if site.words & COSY and site.light.lamps:
            self._before.append(Plane("fairy lights", 0.77, lambda canvas: decay.fairy_lights(site, canvas)))
        if any(pane.width for pane in self._panes) and site.outside.weather in {"rain", "storm", "snow"}:
            self._on_wall.append(falling_outside(site, self._panes))
        if site.outside.sun and self._panes and not site.light.dark:
            self._on_floor.append(dust(site, self._panes))
        planes = [Plane("wall", 0.45, self._paint_wall)]
        if self._on_wall:
            planes.append(Plane.living("wall life", 0.46, _all(self._on_wall)))
        planes += [Plane("floor", 0.68, self._paint_floor), Plane("furniture", 0.74, self._paint_furniture)]
        planes += [plane for plane in self._before if plane.depth <= 0.8]
        if self._on_floor:
            planes.append(Plane.living("room life", 0.8, _all(self._on_floor)))
        return [*planes, *(plane for plane in self._before if plane.depth > 0.8)]

    def _paint_wall(self, canvas: skia.Canvas) -> None:
        site = self.site
        colour = mix(self._wall, "#8a8478", 0.45) if site.worn else self._wall
        paint = room.wall(site, canvas, colour, stripes=self._stripes, lit_from=self._lit_from)
        if self._bricks:
            room.bricks(site, canvas, paint, self.low - room.CEILING, self.low)
        if self._panels:
            room.panelling(site, canvas, site.shaded(paint, 0.3), self._panels)
        for cover in self._covers:
            cover(canvas)
        if site.grand:
            decay.gilding(site, canvas, self.low - max(self._panels, 90))
        if site.worn:
            decay.cracks(site, canvas, paint)
        self._corner_shadows(canvas)
        for thing in self._hung:
            _paint_at(canvas, thing)
        if site.worn:
            decay.cobwebs(site, canvas)

    def _corner_shadows(self, canvas: skia.Canvas) -> None:
        """Darken the wall where it meets the floor and the ceiling, as walls are."""
        shade, low = self.site.light.shade, self.low
        foot = linear((0, low - 90), (0, low), [(shade, 0), (shade, 0.26)])
        canvas.drawRect(skia.Rect(self.site.left, low - 90, self.site.right, low), fill(shade, shader=foot))
        top = max(self.site.top, low - room.CEILING)
        head = linear((0, top), (0, top + 150), [(shade, 0.3), (shade, 0)])
        canvas.drawRect(skia.Rect(self.site.left, top, self.site.right, top + 150), fill(shade, shader=head))

    def _paint_floor(self, canvas: skia.Canvas) -> None:
        ground = mix(self._ground, "#7a746a", 0.4) if self.site.worn else self._ground
        if self._pattern in {"boards", "tiles"}:
            room.floor(self.site, canvas, ground, tiles=self._pattern == "tiles")
        else:
            _plain_floor(self.site, canvas, ground, seams=self._pattern == "metal")
        for paint in self._laid:
            paint(canvas)
        if self.site.worn:
            decay.rubble(self.site, canvas)

    def _paint_furniture(self, canvas: skia.Canvas) -> None:
        for thing in self._stood:
            _paint_at(canvas, thing)

    def _neon(self) -> None:
        site, colour = self.site, self.site.grade.colour(self.site.pick("neon", ("#ff4fa0", "#3fe0ff", "#9a6aff")))
        y = self.low - 470

        def live(canvas: skia.Canvas, seconds: float) -> None:
            del seconds
            for share, tint in ((0.12, colour), (0.88, "#3f8aff")):
                halo(canvas, site.at(share), y + 120, 380, tint, 0.34)

        def tubes(canvas: skia.Canvas) -> None:
            for drop, tint in ((0, colour), (14, "#3f8aff")):
                canvas.drawLine(site.left, y + drop, site.right, y + drop, stroke(tint, 9, 0.4, blur=5))
                canvas.drawLine(site.left, y + drop, site.right, y + drop, stroke(mix(tint, "#ffffff", 0.5), 3))
            live(canvas, 0.0)

        self._before.append(Plane("tubes", 0.5, tubes))


def _paint_at(canvas: skia.Canvas, thing: _Placed) -> None:
    canvas.save()
    thing.paint(canvas, thing.left)
    canvas.restore()


def _mirrored(paint: Put, width: float) -> Put:
    def turned(canvas: skia.Canvas, x: float) -> None:
        canvas.translate(x + width, 0)
        canvas.scale(-1, 1)
        paint(canvas, 0.0)

    return turned


def _turned_round(live: LivePainter, right: float) -> LivePainter:
    def turned(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.translate(right, 0)
        canvas.scale(-1, 1)
        live(canvas, seconds)
        canvas.restore()

    return turned


def _all(lives: list[LivePainter]) -> LivePainter:
    def live(canvas: skia.Canvas, seconds: float) -> None:
        for each in lives:
            each(canvas, seconds)

    return live


def _plain_floor(site: Site, canvas: skia.Canvas, colour: str, *, seams: bool) -> None:
    near, y = site.tone(colour), site.floor
    area = skia.Rect(site.left, y, site.right, site.bottom)
    canvas.drawRect(
        area, fill(near, shader=linear((0, y), (0, site.bottom), [site.lit(near, 0.14), site.shaded(near, 0.45)]))
    )
    shine = radial((site.at(0.5), y + 40), site.width * 0.6, [(site.light.key, 0.14), (site.light.key, 0)])
    canvas.drawRect(area, fill(site.light.key, shader=shine))
    if seams:
        for index in range(1, 6):
            level = y + (site.bottom - y) * (index / 6) ** 1.6
            canvas.drawLine(site.left, level, site.right, level, stroke(site.shaded(near, 0.5), 2, 0.5))
        for index in range(-9, 10):
            x = site.at(0.5)
            canvas.drawLine(x + index * 120, y, x + index * 330, site.bottom, stroke(site.shaded(near, 0.5), 2, 0.5))
    canvas.drawRect(skia.Rect(site.left, y - 7, site.right, y + 3), fill(site.shaded(near, 0.45)))
