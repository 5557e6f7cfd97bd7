"""What surrounds people in words: the camera, how the picture is composed, the place with its light, the style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .people import cast_of, name_of
from .pieces import article, listed

Staging = Mapping[str, Any]

SIZES = {
    "extreme_wide": "Extreme wide shot",
    "wide": "Wide shot",
    "full": "Full shot",
    "medium": "Medium shot",
    "close": "Close-up",
    "extreme_close": "Extreme close-up",
    "insert": "Insert shot",
}
_ANGLES = {
    "eye": "at eye level",
    "low": "from a low angle, looking up",
    "high": "from a high angle, looking down",
    "top": "from straight above",
    "dutch": "with a tilted horizon",
}
_SEEN = {
    "extreme_wide": "people are tiny in the landscape",
    "wide": "people are small, the whole place is seen",
    "full": "people are seen from head to foot",
    "medium": "people are seen from the waist up",
    "close": "head and shoulders fill the frame",
    "extreme_close": "only part of the face fills the frame",
}
MOVES = {
    "push_in": "the camera slowly pushes in",
    "pull_out": "the camera slowly pulls out",
    "pan_left": "the camera pans left",
    "pan_right": "the camera pans right",
    "tilt_up": "the camera tilts up",
    "tilt_down": "the camera tilts down",
    "handheld": "the camera is handheld and sways a little",
}
STILL = "the camera holds still"
BRACKETED = {
    "push_in": "[Push in]",
    "pull_out": "[Pull out]",
    "pan_left": "[Pan left]",
    "pan_right": "[Pan right]",
    "tilt_up": "[Tilt up]",
    "tilt_down": "[Tilt down]",
    "handheld": "[Shake]",
}
_ROOM_FOR_MOVE = {
    "pan_left": "with room on the left for the camera to pan",
    "pan_right": "with room on the right for the camera to pan",
    "tilt_up": "with room above for the camera to tilt up",
    "tilt_down": "with room below for the camera to tilt down",
}
_FRAMINGS = {
    "classic": "composed by the rule of thirds",
    "symmetric": "composed symmetrically, straight on",
    "intimate": "composed close and intimate, with a shallow background",
    "epic": "composed epically, with a great depth of space",
    "restless": "composed off balance, as if caught in passing",
}
_LIGHTS = {
    "soft": "soft, diffuse light",
    "hard": "hard light with sharp shadows",
    "low": "low-key light with deep shadows",
    "high": "bright high-key light",
    "glow": "warm, glowing light",
}
_TIMES = {
    "dawn": ("at dawn", "pale first light", "pale first light in the windows"),
    "day": ("by day", "daylight", "daylight from the windows"),
    "dusk": ("at dusk", "the last light of the sky", "lamps and the last light of the sky"),
    "night": ("at night", "lamps and moonlight", "lamps before dark windows"),
}
_WEATHERS = {
    "rain": ("in the rain, all wet", "rain outside"),
    "snow": ("in falling snow", "snow outside"),
    "fog": ("in fog", "fog outside"),
    "storm": ("in a storm, wind and driving rain", "a storm outside"),
}
_STIRRING = {
    "rain": "rain falls",
    "snow": "snow falls",
    "fog": "fog drifts",
    "storm": "wind and rain lash",
}


def camera(staging: Staging) -> str:
    """Return size, angle and lens of a shot: “Close-up at eye level, 85mm lens”."""
    size, lens = str(staging.get("size") or ""), str(staging.get("lens") or "")
    words = [SIZES.get(size, "Medium shot"), _angle(staging)]
    return " ".join(word for word in words if word) + (f", {lens} lens" if lens else "")


def _angle(staging: Staging) -> str:
    angle = str(staging.get("angle") or "eye")
    if angle != "over_shoulder":
        return _ANGLES.get(angle, "")
    near = nearest(staging)
    return f"over {near}'s shoulder, who is seen from behind at the edge of the frame" if near else "over a shoulder"


def nearest(staging: Staging) -> str:
    """Return over whose shoulder a shot is seen: whoever is turned away, else listens; "" where nobody could be."""
    cast = cast_of(staging)
    if len(cast) < 2:
        return ""
    focus = str(staging.get("focus") or "")
    ranked = sorted(
        cast,
        key=lambda person: (
            person.get("facing") != "away",
            bool(person.get("speaking")),
            name_of(person) == focus,
            person.get("position") == "back",
        ),
    )
    return name_of(ranked[0])


def composition(staging: Staging) -> str:
    """Return how the picture is laid out, as its size, its style and the move that follows ask for."""
    size, framing = str(staging.get("size") or ""), str((staging.get("style") or {}).get("framing") or "")
    has_people = bool(cast_of(staging))
    focus = str(staging.get("focus") or "")
    parts = [
        _SEEN.get(size, "") if has_people else "",
        f"{focus} fills the frame" if size == "insert" and focus else f"the picture is about {focus}" if focus else "",
        _FRAMINGS.get(framing, f"{framing} framing" if framing else ""),
        _ROOM_FOR_MOVE.get(str(staging.get("move") or ""), ""),
    ]
    return ", ".join(part for part in parts if part)


def things(staging: Staging) -> str:
    """Return the props that are seen, each with its description."""
    known = staging.get("prop_words") or {}
    props = [str(prop) for prop in staging.get("props") or ()]
    return listed(f"{prop} ({known[prop]})" if known.get(prop) else prop for prop in props)


def place_name(staging: Staging) -> str:
    """Return where a shot happens: “the inside of The Blue Parrot, a bar, 1960s”."""
    place = staging.get("set") or {}
    name, kind = str(place.get("name") or ""), str(place.get("kind") or "")
    words = name or kind
    if not words:
        return ""
    inside = f"the inside of {words}" if place.get("interior") else words
    sort = article(kind) if name and kind and kind.lower() not in name.lower() else ""
    return ", ".join(part for part in (inside, sort, str(place.get("era") or "")) if part)


def place_detail(staging: Staging) -> str:
    """Return what a place looks like."""
    return str((staging.get("set") or {}).get("description") or "")


def when(staging: Staging) -> str:
    """Return time, weather and where the light comes from."""
    inside = bool((staging.get("set") or {}).get("interior"))
    time, weather = str(staging.get("time_of_day") or ""), str(staging.get("weather") or "")
    known = _TIMES.get(time)
    sky = _WEATHERS.get(weather)
    parts = [
        known[0] if known else time,
        sky[inside] if sky else "" if weather == "clear" else weather,
        f"lit by {known[2 if inside else 1]}" if known else "",
    ]
    return ", ".join(part for part in parts if part)


def stirring(staging: Staging) -> str:
    """Return what the weather does while a clip runs; nothing inside."""
    inside = bool((staging.get("set") or {}).get("interior"))
    return "" if inside else _STIRRING.get(str(staging.get("weather") or ""), "")


def style_name(staging: Staging) -> str:
    """Return the style by its name and its own words."""
    style = staging.get("style") or {}
    name, words = str(style.get("name") or ""), str(style.get("description") or "").rstrip(".")
    return f"Style: {name}" + (f" ({words[0].lower()}{words[1:]})" if words else "") if name else ""


def style_detail(staging: Staging) -> str:
    """Return light, contrast, warmth, line, grain and colours of the style."""
    style = staging.get("style") or {}
    light = str(style.get("light") or "")
    parts = [
        _LIGHTS.get(light, f"{light} light" if light else ""),
        _on_scale(style.get("contrast"), "flat contrast", "strong contrast"),
        _on_scale(style.get("warmth"), "cold colours", "warm colours"),
        _from_zero(style.get("line"), "fine ink outlines", "bold ink outlines"),
        _from_zero(style.get("grain"), "fine film grain", "coarse film grain"),
        _palette(style),
    ]
    return ", ".join(part for part in parts if part)


def _on_scale(value: Any, low: str, high: str) -> str:
    amount = float(value or 0)
    if abs(amount) < 0.15:
        return ""
    words = low if amount < 0 else high
    return f"slightly {words}" if abs(amount) < 0.35 else words


def _from_zero(value: Any, little: str, much: str) -> str:
    amount = float(value or 0)
    return "" if amount < 0.1 else little if amount < 0.5 else much


def _palette(style: Mapping[str, Any]) -> str:
    named = list(style.get("colours") or ())
    colours = [str(colour) for colour in style.get("palette") or ()]
    if named and len(named) == len(colours):
        return "palette of " + listed(f"{name} {colour}" for name, colour in zip(named, colours, strict=True))
    return f"palette of {listed(colours)}" if colours else ""
