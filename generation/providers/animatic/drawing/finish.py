"""The look of a whole film over its pictures: what a style does to colours, and what lies on the lens.

A style changes the colours that things are painted with, which costs nothing per frame. The lens (vignette,
tone, grain) is one image made once, because it is laid over every frame of a clip.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import skia

from .canvas import channels, linear, mix, radial
from .light import Light

_GRAIN_TILE = 256
_GRAIN_ALPHA = 0.018
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
class Grade:
    """What a film's style does to every colour.

    `palette` runs from dark to bright. `contrast` and `warmth` are -1 to 1, 0 leaves colours alone.
    """

    name: str = ""
    palette: tuple[str, ...] = ()
    contrast: float = 0.0
    warmth: float = 0.0

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
        keep = 1.0 - 0.45 * (1 - self.saturation) if self.palette else 1.0
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
        shown = mix(shown, f"#{level:02x}{level:02x}{level:02x}", 0.6 * (1 - grade.saturation))
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


def finish_for(light: Light, grade: Grade, width: int, height: int) -> Callable[[skia.Canvas], None]:
    """Return what draws vignette, tone and grain over a picture of `width` x `height` units."""
    image = _lens(light.shade, "#ffcf9a" if light.sun and not light.dark else "#7f9fd0", grade, width, height)
    corner = skia.Rect.MakeWH(width, height)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)

    def draw(canvas: skia.Canvas) -> None:
        if abs(canvas.getTotalMatrix().getScaleX() - 1) < 1e-6:
            canvas.drawImage(image, 0, 0)
        else:
            canvas.drawImageRect(image, corner, smooth)

    return draw


@lru_cache(maxsize=12)
def _lens(shade: str, glow: str, grade: Grade, width: int, height: int) -> skia.Image:
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(0)
    area = skia.Rect.MakeWH(width, height)
    canvas.drawRect(
        area, skia.Paint(Shader=linear((0, 0), (0, height), [("#2a3560", 0.05), (glow, 0.0), (glow, 0.04)]))
    )
    edge = 0.36 + 0.22 * max(0.0, grade.contrast)
    dark = [(shade, 0), (shade, 0.04), (mix(shade, "#000000", 0.35), edge)]
    reach = (width**2 + height**2) ** 0.5 * 0.60
    canvas.drawRect(area, skia.Paint(Shader=radial((width * 0.5, height * 0.48), reach, dark, [0, 0.58, 1])))
    tile = _grain().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())
    canvas.drawRect(area, skia.Paint(Shader=tile))
    return surface.makeImageSnapshot()


@lru_cache(maxsize=1)
def _grain() -> skia.Image:
    """Return a tile of fine noise: white or black, nearly clear."""
    noise = np.random.default_rng(1).normal(0, 1, (_GRAIN_TILE, _GRAIN_TILE))
    alpha = np.clip(np.abs(noise) * _GRAIN_ALPHA, 0, 0.12)
    pixels = np.empty((_GRAIN_TILE, _GRAIN_TILE, 4), np.uint8)
    pixels[..., :3] = np.where(noise > 0, alpha * 255, 0)[..., None]
    pixels[..., 3] = alpha * 255
    return skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
