"""The light of a time of day and its weather: the few colours that make one picture of many parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .canvas import mix


@dataclass(frozen=True, slots=True)
class Sun:
    """Where the sun or moon stands, as shares of the picture's width and height."""

    colour: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one light. `lamps` (0 to 1) is how strongly lamps and windows are lit."""

    sky: tuple[str, str, str, str]
    fog: str
    shade: str
    key: str
    ambient: str
    lamps: float
    sun: Sun | None
    dark: bool
    weather: str = "clear"


TIMES: dict[str, Light] = {
    "dawn": Light(
        ("#3d4a7a", "#8a6f9e", "#f0a58f", "#ffd9a8"), "#f3c3a9", "#3a3560", "#ffd2a0", "#b79fb8", 0.45,
        Sun("#fff0cc", 0.78, 0.60), dark=False,
    ),
    "day": Light(
        ("#3f8fd0", "#6fb6e3", "#a9dcf0", "#e6f6f4"), "#cfe8ee", "#2f4b6e", "#fff3d4", "#dfeaf0", 0.0,
        Sun("#ffffff", 0.82, 0.16), dark=False,
    ),
    "dusk": Light(
        ("#17224d", "#4c3a7c", "#d8628a", "#ffb877"), "#dd8488", "#1c1a45", "#ffb679", "#8f6d97", 1.0,
        Sun("#ffe7b0", 0.655, 0.425), dark=True,
    ),
    "night": Light(
        ("#070d24", "#101d45", "#1d3568", "#345a8c"), "#2d4f7f", "#050a1e", "#a9c8ff", "#4a6796", 1.0,
        Sun("#f4f3df", 0.76, 0.20), dark=True,
    ),
}  # fmt: skip

_STORM = ("#1a222c", "#303d49", "#536470", "#7f8f93")
_GREY = ("#77838d", "#95a1a9", "#b3bdc2", "#d5dbdc")


def light_for(staging: Mapping[str, Any]) -> Light:
    """Return the light of a staging; words it does not know mean a clear day."""
    light = TIMES.get(str(staging.get("time_of_day") or ""), TIMES["day"])
    weather = str(staging.get("weather") or "clear")
    if weather == "storm":
        return _clouded(light, _STORM, share=0.75, weather=weather)
    if weather in {"rain", "snow", "fog"}:
        return _clouded(light, _GREY, share=0.25 if light.dark else 0.6, weather=weather)
    return light


def _clouded(light: Light, cover: tuple[str, str, str, str], *, share: float, weather: str) -> Light:
    top, upper, lower, low = (mix(a, b, share) for a, b in zip(light.sky, cover, strict=True))
    return replace(
        light,
        sky=(top, upper, lower, low),
        fog=mix(light.fog, cover[2], share * 0.8),
        ambient=mix(light.ambient, cover[2], share * 0.6),
        key=mix(light.key, "#c7d6dc", share * 0.6),
        sun=light.sun if weather == "snow" and not light.dark else None,
        weather=weather,
        lamps=max(light.lamps, 0.6 if weather == "storm" else light.lamps),
    )
