"""From a staging to a stage: the set with its light and weather, the people, the things, and the camera."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import skia

from .canvas import fill, mix, rgb
from .figure import Actor, Figure, draw_actor, draw_person
from .figure.actor import EVERYTHING
from .figure.embrace import embracing
from .figure.parts import Frame
from .figure.shoulder import shoulder_drift
from .finish import Grade, finish_for
from .framing import Framing, Spot, frame
from .ink import inked
from .light import Light, light_for
from .sets.air import weather_planes
from .sets.catalog import WITHOUT_WEATHER, builder_for, era_of, is_interior, words_of
from .sets.room import room_light
from .sets.site import Plane, Site, seed_of, set_scale
from .sets.things import table_top, things_about
from .sizes import size_of
from .stage import AT_REST, OVERSCAN, Face, Layer, LivePainter, Painter, Stage, View, place
from .stature import stature_of
from .tilt import drifting_on, leaning, pitch
from .weather import draw_weather

_FLOOR_BELOW = 0.14
"""How far under the horizon a back wall meets the floor, as a share of the picture's height."""

_FLOOR_DEPTH = 0.68
"""The depth of most rooms' floors."""

_HELD_HIGH = {"close": frozenset({"phone", "wave", "read"}), "extreme_close": frozenset({"phone"})}
"""Poses that bring what is held so near the face that a picture of this size shows it."""

_HANDS_AT_THE_EDGE = frozenset({"talk", "carry"})
"""Poses that hold hands just where a close picture ends: no more than fingertips would be seen of them."""

_SEEN_SOFTNESS = 0.5
"""A blur below this is not seen."""

_SOFTEST = 0.25
"""The least scale at which what is out of focus is painted: nobody sees more of it, and it is many times faster."""


def build_stage(staging: Mapping[str, Any], width: int, height: int) -> Stage:
    """Return the shot `staging` (see `docs/staging.md`) staged for a picture of `width` x `height` units.

    Any part of the staging may be missing or unknown; something sensible is staged for it.
    """
    scene = _mapping(staging.get("set"))
    interior = is_interior(scene)
    size = size_of(staging)
    near = size in {"close", "extreme_close", "insert"}
    seen_from_before = near or staging.get("angle") == "over_shoulder"
    cast = [_facing_us(entry) if seen_from_before else entry for entry in _facing_each_other(_of_their_time(staging))]
    figures = [_without_low_things(entry, size) if near else Figure.from_cast(entry) for entry in cast]
    statures = [stature_of(figure) for figure in figures]
    staged = {**staging, "cast": cast}
    framing = frame(staged, statures, width, height, interior=interior)
    grade = Grade.of(staging.get("style"))
    site = site_of(staging, width, height, framing.horizon, grade)
    layers = _set_layers(scene, site, framing, width, height)
    back = [layer for layer in layers if layer.depth < 1]
    front = [layer for layer in layers if layer.depth >= 1]
    things = things_about(staged, framing, site, width, height)
    behind, before = [[thing for thing in things if (thing.depth > 1) is first] for first in (False, True)]
    middle = [*behind, *_people(framing, cast, figures, site), *before]
    if framing.insert:
        middle = table_top(staged, site, width, height)
    lens = finish_for(site.light, grade, width, height)
    pitched = pitch(back, middle, front, framing, width, height)
    everything = [inked(layer, grade.line) for layer in leaning(pitched, framing.tilt, width, height)]
    return Stage(width, height, tuple(everything), site.light, framing.start, framing.end, lens)


def render_still(
    stage: Stage,
    width: int,
    height: int,
    view: View | None = None,
    faces: Mapping[str, Face] | None = None,
    weather: str = "",
    seed: int = 0,
) -> skia.Image:
    """Photograph `stage` from `view` (its first one by default) as a picture of `width` x `height` pixels.

    `weather` is what falls through the air over it (see `weather.MOVING`).
    """
    seen, shown = view or stage.start, faces or {}
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorBLACK)
    canvas.scale(width / stage.width, height / stage.height)
    for layer in stage.layers:
        placed = place(layer.depth, seen, stage.width, stage.height)
        canvas.save()
        canvas.translate(placed.dx, placed.dy)
        canvas.scale(placed.scale, placed.scale)
        layer.paint(canvas, shown.get(layer.person, AT_REST))
        canvas.restore()
    if weather:
        draw_weather(canvas, weather, stage.width, stage.height, 0.0, seed)
    stage.finish(canvas, 0.0)
    return surface.makeImageSnapshot()


def falling_weather(staging: Mapping[str, Any]) -> str:
    """Return the weather that is seen in the air of this shot: none under a roof, under water or in space."""
    scene = _mapping(staging.get("set"))
    interior = is_interior(scene)
    if staging.get("size") == "extreme_close" and staging.get("weather") == "snow":
        return ""  # Flakes before a face that fills the picture are spots on its skin.
    if interior or staging.get("subject") in {"character", "prop"}:
        return ""
    if builder_for(scene, interior=interior) in WITHOUT_WEATHER:
        return ""
    return str(staging.get("weather") or "")


def site_of(staging: Mapping[str, Any], width: int, height: int, horizon: float, grade: Grade) -> Site:
    """Return the place of a shot, measured for the picture's shape."""
    scene = _mapping(staging.get("set"))
    interior, outside = is_interior(scene), grade.light(light_for(staging))
    scale = set_scale(width, height)
    high = height / scale
    return Site(
        width=width / scale,
        height=high,
        scale=scale,
        horizon=high * horizon,
        floor=high * min(0.84, horizon + _FLOOR_BELOW),
        light=room_light(outside) if interior else outside,
        outside=outside,
        grade=grade,
        seed=seed_of(scene),
        words=frozenset(word for key in ("name", "kind", "description", "era") for word in words_of(scene.get(key))),
        interior=interior,
        era=era_of(scene),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _cast_of(staging: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    listed = staging.get("cast")
    return [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list | tuple) else []


def _of_their_time(staging: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the cast, knowing the era in which the story plays: uniforms were other ones then."""
    era = era_of({"era": _mapping(staging.get("set")).get("era")})
    return [{"era": era, **entry} for entry in _cast_of(staging)]


def _facing_each_other(cast: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Turn people for whom the plan has no direction towards the others."""
    ranks = {"left": 0, "right": 2}
    turned = []
    for index, entry in enumerate(cast):
        if str(entry.get("facing") or "") in {"left", "right", "camera", "away"}:
            turned.append(entry)
            continue
        rank = ranks.get(str(entry.get("position") or ""), 1)
        rightmost = rank == 2 or (rank == 1 and index == len(cast) - 1 and len(cast) > 1)
        turned.append({**entry, "facing": "left" if rightmost else "right"})
    return turned


def _facing_us(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Turn someone round to us: close by, or over someone's shoulder, the back of a head tells nothing."""
    if entry.get("facing") != "away":
        return entry
    return {**entry, "facing": "left" if entry.get("position") == "right" else "right"}


def _without_low_things(entry: Mapping[str, Any], size: str) -> Figure:
    """Return a figure for a close picture: of what is held far below a face no more than a tip would be seen."""
    if size != "insert" and entry.get("pose") in _HANDS_AT_THE_EDGE:
        entry = {**entry, "pose": "stand"}
    figure = Figure.from_cast(entry)
    if entry.get("pose") in _HELD_HIGH.get(size, ()) or figure.light_at():
        return figure
    return Figure.from_cast({**entry, "holds": ""})


def _set_layers(scene: Mapping[str, Any], site: Site, framing: Framing, width: int, height: int) -> list[Layer]:
    builder = builder_for(scene, interior=site.interior)
    scene_planes = builder(site)
    airless = site.interior or builder in WITHOUT_WEATHER
    planes = list(scene_planes) if airless else [*scene_planes, *weather_planes(site)]
    if site.grade.noir and site.interior:
        planes.append(Plane("blinds light", 1.05, lambda canvas: _blind_shadows(site, canvas)))
    planes.sort(key=lambda plane: plane.depth)
    near = framing.nearness < 1.5
    return [
        _layer(plane, site, framing, width, height) for plane in planes if near or not plane.name.startswith("near")
    ]


def _layer(plane: Plane, site: Site, framing: Framing, width: int, height: int) -> Layer:
    """Return a plane of the set as this picture shows it: nearer or farther, and out of focus behind a close face."""
    onto = _onto(plane, site, framing)
    softness = framing.softness if plane.depth < 1 else 0.0

    def sharp(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.concat(onto)
        plane.paint(canvas)
        canvas.restore()

    soft = softness >= _SEEN_SOFTNESS
    paint: Painter = _softened(sharp, softness, width, height) if soft else lambda canvas, _face: sharp(canvas)
    drift = drifting_on(plane.drift, onto) if plane.drift else None
    # Out of focus nobody sees leaves or lamps move, and to soften them for every frame would cost more than the rest.
    live = _living(plane.live, onto) if plane.live and not soft else None
    return Layer(plane.name, plane.depth, paint, drift=drift, live=live)


def _living(live: LivePainter, onto: skia.Matrix) -> LivePainter:
    """Return what paints a living plane on the picture."""

    def draw(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.concat(onto)
        live(canvas, seconds)
        canvas.restore()

    return draw


def _onto(plane: Plane, site: Site, framing: Framing) -> skia.Matrix:
    """Return the way from set units to picture units for a plane."""
    grown = _nearer(framing.nearness, plane.depth)
    slack = (grown - 1) * site.span / 2
    # The foot of a wall is as far away as the edge of the floor that it stands on, so the two grow together.
    foot = _nearer(framing.nearness, _FLOOR_DEPTH) if site.interior and plane.depth < 1 else grown
    sunk = (site.floor - site.eye) * (foot - grown)
    onto = skia.Matrix.Scale(site.scale, site.scale)
    onto.preTranslate(site.width / 2 + framing.shift * slack * 0.7, site.eye + sunk)
    onto.preScale(grown, grown)
    return onto.preTranslate(-site.width / 2, -site.eye)


def _nearer(nearness: float, depth: float) -> float:
    """Return how much larger a plane at `depth` appears when the whole set is `nearness` times as near."""
    return 1 + (nearness - 1) * (0.25 + 0.75 * min(depth, 1.6))


def _softened(paint: Callable[[skia.Canvas], None], softness: float, width: int, height: int) -> Painter:
    """Return a painter of the same thing out of focus; it paints once and keeps the small picture."""
    kept: list[skia.Image] = []
    wide, high = width * OVERSCAN, height * OVERSCAN
    corner = (-(wide - width) / 2, -(high - height) / 2)
    small = max(_SOFTEST, min(0.7, 1.0 / softness))

    def image() -> skia.Image:
        surface = skia.Surface(math.ceil(wide * small), math.ceil(high * small))
        canvas = surface.getCanvas()
        canvas.clear(0)
        blur = skia.ImageFilters.Blur(softness * small, softness * small, skia.TileMode.kClamp)
        canvas.saveLayer(None, skia.Paint(ImageFilter=blur))
        canvas.scale(small, small)
        canvas.translate(-corner[0], -corner[1])
        paint(canvas)
        canvas.restore()
        return surface.makeImageSnapshot()

    def draw(canvas: skia.Canvas, _face: Face) -> None:
        if not kept:
            kept.append(image())
        area = skia.Rect.MakeXYWH(*corner, kept[0].width() / small, kept[0].height() / small)
        canvas.drawImageRect(kept[0], area, skia.SamplingOptions(skia.FilterMode.kLinear))

    return draw


def _people(framing: Framing, cast: Sequence[Mapping[str, Any]], figures: Sequence[Figure], site: Site) -> list[Layer]:
    layers = []
    names = [str(entry.get("name") or f"person {index + 1}") for index, entry in enumerate(cast)]
    couple = embracing(framing, cast)
    if couple and not framing.pitch:
        layers += _embrace(couple, names, figures, site)
    for spot in couple if couple and framing.pitch else framing.spots:
        if not couple or framing.pitch:
            layers.append(_person(names[spot.index], figures[spot.index], spot, site))
    if framing.shoulder:
        spot = framing.shoulder
        behind = Figure.from_cast({**cast[spot.index], "facing": "away", "pose": "stand"})
        drift = shoulder_drift(behind.name, spot.unit)
        layers.append(Layer("near shoulder", spot.depth, _shoulder(behind, spot, site.light), drift=drift))
    return layers


def _person(name: str, figure: Figure, spot: Spot, site: Site) -> Layer:
    colours = None if site.grade.plain else site.grade.filter()
    actor = Actor(figure, spot.x, spot.y, spot.unit, site.light, site.width * site.scale, colours)
    return Layer(name, spot.depth, lambda canvas, face: draw_actor(canvas, actor, face), person=name, actor=actor)


def _embrace(couple: Sequence[Spot], names: Sequence[str], figures: Sequence[Figure], site: Site) -> list[Layer]:
    """Return two people in each other's arms: far arms behind both of them, near arms before both."""
    first, second = (_person(names[spot.index], figures[spot.index], spot, site) for spot in couple)
    far, near = frozenset({Frame.LEAD_ARM}), frozenset({Frame.REAR_ARM})
    bodies = EVERYTHING - far - near
    return [
        _only(layer, shown)
        for layer, shown in (
            (first, far), (second, far), (first, bodies), (second, bodies), (first, near), (second, near)
        )
    ]  # fmt: skip


def _only(layer: Layer, shown: frozenset[Frame]) -> Layer:
    if layer.actor is None:
        return layer
    actor = replace(layer.actor, shown=shown)
    return replace(layer, actor=actor, paint=lambda canvas, face: draw_actor(canvas, actor, face))


def _shoulder(figure: Figure, spot: Spot, light: Light) -> Painter:
    """Return a painter of someone's back right before the camera: dark and out of focus."""
    dark = skia.ColorFilters.Blend(rgb(mix(light.shade, "#000000", 0.25), 0.46).toColor(), skia.BlendMode.kSrcATop)
    sigma = spot.unit * 0.022

    def draw(canvas: skia.Canvas, face: Face) -> None:
        blur = skia.ImageFilters.Blur(sigma, sigma)
        canvas.saveLayer(None, skia.Paint(ImageFilter=blur, ColorFilter=dark))
        draw_person(canvas, figure, spot.x, spot.y, spot.unit, light, face)
        canvas.restore()

    return draw


def _blind_shadows(site: Site, canvas: skia.Canvas) -> None:
    """Let the slats of a blind fall over everything, as a lamp in the street throws them."""
    shade = mix(site.light.shade, "#000000", 0.5)
    slats = skia.Path()
    y = site.top - site.span * 0.25
    while y < site.bottom:
        slats.addPoly(
            [
                skia.Point(site.left, y),
                skia.Point(site.right, y + site.span * 0.16),
                skia.Point(site.right, y + site.span * 0.16 + 17),
                skia.Point(site.left, y + 17),
            ],
            close=True,
        )
        y += 44
    canvas.save()
    canvas.clipRect(skia.Rect(site.left, site.top, site.right, site.floor + 40))
    canvas.drawPath(slats, fill(shade, 0.16 if site.light.dark else 0.25, blur=2.5))
    canvas.restore()
