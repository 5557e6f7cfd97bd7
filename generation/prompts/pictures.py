"""Prompts for pictures and clips, from the staging of a shot: what is seen, from where, in what light."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_SIZES = {
    "extreme_wide": "Extreme wide shot",
    "wide": "Wide shot",
    "full": "Full shot",
    "medium": "Medium shot",
    "close": "Close-up",
    "extreme_close": "Extreme close-up",
    "insert": "Insert shot",
}
_ANGLES = {
    "low": "from a low angle",
    "high": "from a high angle",
    "top": "from straight above",
    "dutch": "with a tilted camera",
    "over_shoulder": "over the shoulder",
}
_MOVES = {
    "push_in": "The camera slowly pushes in.",
    "pull_out": "The camera slowly pulls out.",
    "pan_left": "The camera pans left.",
    "pan_right": "The camera pans right.",
    "tilt_up": "The camera tilts up.",
    "tilt_down": "The camera tilts down.",
    "handheld": "The camera is handheld.",
}


def frame(staging: Mapping[str, Any]) -> str:
    """Return the prompt for the first frame of a shot."""
    parts = [
        _camera(staging),
        str(staging.get("action") or ""),
        *(_person(person) for person in staging.get("cast") or ()),
        _things(staging),
        _place(staging),
        _style(staging),
    ]
    return " ".join(part for part in parts if part)


def clip(staging: Mapping[str, Any]) -> str:
    """Return the prompt for a moving shot: what happens, who speaks, how the camera moves."""
    speaking = [person["name"] for person in staging.get("cast") or () if person.get("speaking")]
    parts = [
        str(staging.get("action") or "The scene is quiet."),
        f"{speaking[0]} is speaking." if speaking else "",
        _MOVES.get(str(staging.get("move")), "The camera is still."),
        _place(staging),
        _style(staging),
    ]
    return " ".join(part for part in parts if part)


def reference(staging: Mapping[str, Any]) -> str:
    """Return the prompt for the reference picture of a character, a set or a prop."""
    subject = staging["subject"]
    if subject == "character":
        person = staging["cast"][0]
        sheet = "Character reference sheet on a plain backdrop, full figure and face."
        return f"{sheet} {_person(person)} {_style(staging)}".strip()
    if subject == "set":
        return f"An empty set, with nobody in it. {_place(staging)} {_style(staging)}".strip()
    described = staging.get("description") or ""
    return f"A single {staging['props'][0]} on a plain backdrop. {described} {_style(staging)}".strip()


def _camera(staging: Mapping[str, Any]) -> str:
    words = [_SIZES.get(str(staging.get("size")), "Medium shot"), _ANGLES.get(str(staging.get("angle")), "")]
    if staging.get("lens"):
        words.append(f"on a {staging['lens']} lens")
    return " ".join(word for word in words if word) + "."


def _person(person: Mapping[str, Any]) -> str:
    about = [str(person.get(name) or "") for name in ("age", "sex")]
    looks = [
        f"{person['build']} build" if person.get("build") else "",
        f"{person['skin']} skin" if person.get("skin") else "",
        f"{person['hair']} hair" if person.get("hair") else "",
        str(person.get("features") or ""),
        f"wearing {person['wears']}" if person.get("wears") else "",
        f"holding {person['holds']}" if person.get("holds") else "",
        f"looking {person['expression']}" if person.get("expression") else "",
    ]
    who = " ".join(word for word in about if word)
    return f"{person.get('name', 'Somebody')} ({who}): " + ", ".join(look for look in looks if look) + "."


def _things(staging: Mapping[str, Any]) -> str:
    props = [str(prop) for prop in staging.get("props") or ()]
    return f"In the picture: {', '.join(props)}." if props else ""


def _place(staging: Mapping[str, Any]) -> str:
    place = staging.get("set") or {}
    words = [
        str(place.get("name") or place.get("kind") or ""),
        str(place.get("description") or ""),
        str(place.get("era") or ""),
        str(staging.get("time_of_day") or ""),
        str(staging.get("weather") or ""),
        f"{staging['mood']} mood" if staging.get("mood") else "",
    ]
    return ", ".join(word for word in words if word) + "." if any(words) else ""


def _style(staging: Mapping[str, Any]) -> str:
    style = staging.get("style") or {}
    return f"In the style of {style['name']}." if style.get("name") else ""
