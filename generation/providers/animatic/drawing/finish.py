"""The look of a whole film over its pictures: what a style does to colours, and what lies on the lens.

A style changes the colours that things are painted with, which costs nothing per frame. The lens (vignette,
tone, grain) is one image made once, because it is laid over every frame of a clip.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import skia

from .canvas import channels, linear, mix, radial
from .light import Light

_GRAIN_TILE = 256
_GRAIN_ALPHA = 0.064
"""The grain of the coarsest film; a clean picture keeps a quarter of it, against stripes in smooth skies."""

_PRINTS = 3
"""Pictures of grain that take turns where it is coarse enough to be seen."""

_SEEN_GRAIN = 0.7
_PALETTE_PULL = 0.42
"""How far colours go towards a style's palette: enough to see, not so much that things lose their own colour."""


def brightness(colour: str) -> float:
    """Return how bright `colour` looks, 0 to 1."""
    red, green, blue = channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _number(value: object, otherwise: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return otherwise
    try:
        return float(value)
    except ValueError:
        return otherwise


def _is_colour(value: object) -> bool:
    text = str(value).lstrip("#")
    return len(text) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in text)


@dataclass(frozen=True, slots=True)
class Lighting:
    """How a style lights: what it does to shade and to the light all around (0 to 1), and to the lens' dark edge."""

    shade: tuple[str, float]
    ambient: tuple[str, float]
    edge: float = 1.0
    bloom: float = 0.0

    def on(self, light: Light) -> Light:
        """Return a light as this lighting has it."""
        return replace(
            light,
            shade=mix(light.shade, *self.shade),
            ambient=mix(light.ambient, *self.ambient),
            fog=mix(light.fog, self.ambient[0], self.ambient[1] * 0.6),
        )


LIGHTINGS = {
    "soft": Lighting(("#8a93a0", 0.22), ("#ffffff", 0.10), edge=0.7),
    "hard": Lighting(("#000000", 0.25), ("#000000", 0.06), edge=1.15),
    "low": Lighting(("#000000", 0.40), ("#000000", 0.30), edge=1.55),
    "high": Lighting(("#ffffff", 0.22), ("#ffffff", 0.26), edge=0.35),
    "glow": Lighting(("#5a2a4a", 0.12), ("#ffc58a", 0.10), edge=0.9, bloom=0.16),
}


@dataclass(frozen=True, slots=True)
class Grade:
    """What a film's style does to every colour.

    `palette` runs from dark to bright. `contrast` and `warmth` are -1 to 1, 0 leaves colours alone. `line` (how
    strong outlines in ink are) and `grain` are 0 to 1, `lighting` is one of `LIGHTINGS` or "".
    """

    name: str = ""
    palette: tuple[str, ...] = ()
    contrast: float = 0.0
    warmth: float = 0.0
    line: float = 0.0
    grain: float = 0.0
    lighting: str = ""

    @classmethod
    def of(cls, style: object) -> Grade:
        """Return the grade of a staging's `style`; nothing, or nonsense, is the plain one."""
        if not isinstance(style, Mapping):
            return cls()
        listed = style.get("palette")
        palette = [str(each) for each in listed if _is_colour(each)] if isinstance(listed, list | tuple) else []
        contrast = _number(style.get("contrast"), 0.0)
        warmth = _number(style.get("warmth"), 0.0)
        return cls(
            name=str(style.get("name") or "").lower(),
            palette=tuple(sorted(("#" + each.lstrip("#") for each in palette), key=brightness)),
            contrast=max(-1.0, min(1.0, contrast)),
            warmth=max(-1.0, min(1.0, warmth)),
            line=max(0.0, min(1.0, _number(style.get("line"), 0.0))),
            grain=max(0.0, min(1.0, _number(style.get("grain"), 0.0))),
            lighting=str(style.get("light") or "").lower(),
        )

    @property
    def plain(self) -> bool:
        """Whether this grade leaves every colour as it is."""
        return not (self.palette or self.contrast or self.warmth)

    @property
    def noir(self) -> bool:
        """Whether shadows of window blinds belong to this style."""
        return "noir" in self.name or "detective" in self.name

    def colour(self, colour: str) -> str:
        """Return `colour` as this style shows it."""
        return colour if self.plain else _graded(self, colour)

    def light(self, light: Light) -> Light:
        """Return `light` as this style shows it."""
        lit = LIGHTINGS[self.lighting].on(light) if self.lighting in LIGHTINGS else light
        return self._coloured(lit)

    def _coloured(self, light: Light) -> Light:
        if self.plain:
            return light
        top, upper, lower, low = (self.colour(each) for each in light.sky)
        return replace(
            light,
            sky=(top, upper, lower, low),
            fog=self.colour(light.fog),
            shade=self.colour(light.shade),
            key=mix(light.key, self.colour(light.key), 0.6),
            ambient=self.colour(light.ambient),
        )

    def filter(self) -> skia.ColorFilter:
        """Return the same change, milder, as a filter for things painted by others."""
        keep = 1.0 - 0.9 * (1 - self.saturation) ** 2 if self.palette else 1.0
        gain = 1 + 0.20 * self.contrast
        warm = self.warmth * 0.06
        rows = []
        for channel, own in enumerate((0.299, 0.587, 0.114)):
            weights = [0.299 * (1 - keep), 0.587 * (1 - keep), 0.114 * (1 - keep)]
            weights[channel] = own * (1 - keep) + keep
            lift = (1 - gain) * 0.28 + (warm, 0.0, -warm)[channel]
            rows += [*(weight * gain for weight in weights), 0.0, lift]
        return skia.ColorFilters.Matrix([*rows, 0.0, 0.0, 0.0, 1.0, 0.0])

    @property
    def saturation(self) -> float:
        """How colourful the palette is, 0 to 1."""
        spreads = [max(channels(each)) - min(channels(each)) for each in self.palette]
        return min(1.0, sum(spreads) / len(spreads) / 130) if spreads else 1.0


@lru_cache(maxsize=8192)
def _graded(grade: Grade, colour: str) -> str:
    shown = colour
    if grade.palette:
        level = round(brightness(shown) * 255)
        shown = mix(shown, f"#{level:02x}{level:02x}{level:02x}", 0.9 * (1 - grade.saturation) ** 2)
        shown = mix(shown, _along(grade.palette, brightness(colour)), _PALETTE_PULL)
    if grade.warmth:
        target = "#ff9a3c" if grade.warmth > 0 else "#3c7dff"
        shown = mix(shown, target, 0.16 * abs(grade.warmth))
    if not grade.contrast:
        return shown
    gain = 1 + (0.55 if grade.contrast > 0 else 0.25) * grade.contrast
    spread = (max(0, min(255, round((value - 118) * gain + 118))) for value in channels(shown))
    return "#" + "".join(f"{value:02x}" for value in spread)


def _along(palette: tuple[str, ...], share: float) -> str:
    """Return the colour of the palette's ramp at brightness `share`."""
    ramp = [mix(palette[0], "#000000", 0.55), *palette, mix(palette[-1], "#ffffff", 0.55)]
    levels = [brightness(each) for each in ramp]
    for darker, brighter, low, high in zip(ramp, ramp[1:], levels, levels[1:], strict=False):
        if share <= high:
            return mix(darker, brighter, max(0.0, (share - low) / max(high - low, 1e-6)))
    return ramp[-1]


def finish_for(light: Light, grade: Grade, width: int, height: int) -> Callable[[skia.Canvas, float], None]:
    """Return what draws vignette, tone and grain over a picture of `width` x `height` units at a moment in seconds.

    Coarse grain is never twice the same, and an old print flickers; everything else lies still.
    """
    warm = "#ffcf9a" if light.sun and not light.dark else "#7f9fd0"
    prints = _PRINTS if grade.grain >= _SEEN_GRAIN else 1
    images = [_lens(light.shade, warm, grade, width, height, number) for number in range(prints)]
    corner = skia.Rect.MakeWH(width, height)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)

    def draw(canvas: skia.Canvas, seconds: float) -> None:
        image = images[_print_at(seconds) % len(images)]
        if abs(canvas.getTotalMatrix().getScaleX() - 1) < 1e-6:
            canvas.drawImage(image, 0, 0)
        else:
            canvas.drawImageRect(image, corner, smooth)

    return draw


def _print_at(seconds: float) -> int:
    """Return which print lies in the gate: twelve a second, in an order that shows no pattern."""
    return (math.floor(seconds * 12 + 1e-6) * 5) // 3


@lru_cache(maxsize=16)
def _lens(shade: str, glow: str, grade: Grade, width: int, height: int, number: int) -> skia.Image:
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(0)
    area = skia.Rect.MakeWH(width, height)
    lighting = LIGHTINGS.get(grade.lighting, Lighting(("#000000", 0.0), ("#000000", 0.0)))
    canvas.drawRect(
        area, skia.Paint(Shader=linear((0, 0), (0, height), [("#2a3560", 0.05), (glow, 0.0), (glow, 0.04)]))
    )
    if lighting.bloom:
        spill = radial((width * 0.8, height * 0.1), height * 1.1, [("#ffd9a0", lighting.bloom), ("#ffd9a0", 0.0)])
        canvas.drawRect(area, skia.Paint(Shader=spill))
    flicker = 1 + 0.12 * max(0.0, grade.grain - 0.7) * (number - 1)
    edge = (0.36 + 0.22 * max(0.0, grade.contrast)) * lighting.edge * flicker
    dark = [(shade, 0), (shade, 0.04 * flicker), (mix(shade, "#000000", 0.35), min(0.9, edge))]
    reach = (width**2 + height**2) ** 0.5 * 0.60
    canvas.drawRect(area, skia.Paint(Shader=radial((width * 0.5, height * 0.48), reach, dark, [0, 0.58, 1])))
    tile = _grain(number).makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())
    canvas.drawRect(area, skia.Paint(Shader=tile, Alphaf=min(1.0, 0.28 + 0.72 * grade.grain)))
    return surface.makeImageSnapshot()


@lru_cache(maxsize=_PRINTS)
def _grain(number: int) -> skia.Image:
    """Return a tile of fine noise: white or black, nearly clear."""
    noise = np.random.default_rng(1 + number).normal(0, 1, (_GRAIN_TILE, _GRAIN_TILE))
    alpha = np.clip(np.abs(noise) * _GRAIN_ALPHA, 0, 0.3)
    pixels = np.empty((_GRAIN_TILE, _GRAIN_TILE, 4), np.uint8)
    pixels[..., :3] = np.where(noise > 0, alpha * 255, 0)[..., None]
    pixels[..., 3] = alpha * 255
    return skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
