"""The files that go along with a request: where each belongs, how many there may be, what they must be like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .base import MediaInput, Unsupported
from .extents import extent_of
from .filled import Filled

Settings = Mapping[str, Any]

NAMES = {
    "first_frame": "first frame",
    "last_frame": "last frame",
    "references": "reference picture",
    "edit": "picture to change",
    "mask": "mask",
    "clip": "clip",
    "sound": "recording",
    "picture": "picture",
    "sample": "sample of a voice",
}
"""How messages call the roles of files."""


def field_of(rule: Any) -> str:
    """Return the name of a rule's field."""
    return str(rule if isinstance(rule, str) else rule["field"])


def rule_of(rule: Any) -> Mapping[str, Any]:
    """Return a rule as a mapping: a name alone says where, and no more."""
    return {"field": rule} if isinstance(rule, str) else rule


def put_file(role: str, media: MediaInput | None, request: Any, settings: Settings, filled: Filled) -> None:
    """Put a file into its role's field. Raise `Unsupported` if there is none for it, or if a needed file is missing."""
    rule = settings.get(role)
    if media is None:
        if role in settings.get("needs", ()):
            raise Unsupported(f"This model needs a {NAMES[role]}.")
        return
    if rule is None:
        raise Unsupported(f"This model takes no {NAMES[role]}.")
    check_file(role, media, request, settings)
    filled.put(field_of(rule), media)
    for name, value in settings.get("with", {}).get(role, {}).items():
        filled.put(name, value)


def check_file(role: str, media: MediaInput, request: Any, settings: Settings) -> None:
    """Raise `Unsupported` if a file is not what the model accepts in this role."""
    accepted = settings.get("accepts", {}).get(role)
    if not accepted:
        return
    kinds = accepted.get("kinds")
    if kinds and media.media_type not in kinds:
        raise Unsupported(f"This model takes a {NAMES[role]} as {', '.join(kinds)}, not as {media.media_type}.")
    if "most_bytes" in accepted and media.path.stat().st_size > accepted["most_bytes"]:
        raise Unsupported(f"This model takes a {NAMES[role]} of at most {accepted['most_bytes'] / 1e6:g} MB.")
    duration_ms = getattr(request, "duration_ms", 0)
    if duration_ms and not accepted.get("least_ms", 0) <= duration_ms <= accepted.get("most_ms", duration_ms):
        least, most = accepted.get("least_ms", 0) / 1000, accepted.get("most_ms", 0) / 1000
        raise Unsupported(f"This model takes a {NAMES[role]} of {least:g} to {most:g} s, not {duration_ms / 1000:g} s.")
    if "least_side" in accepted or "most_side" in accepted:
        sides = extent_of(media)
        if min(sides) < accepted.get("least_side", 0) or max(sides) > accepted.get("most_side", max(sides)):
            raise Unsupported(
                f"This model takes a {NAMES[role]} with sides of {accepted.get('least_side', 1)} to "
                f"{accepted.get('most_side', 'any number of')} pixels, and this has {sides[0]} x {sides[1]}."
            )


def put_references(request: Any, settings: Settings, filled: Filled, first: tuple[MediaInput, ...] = ()) -> None:
    """Put the pictures to go by where the model wants them, `first` before the others. Raise `Unsupported`."""
    pictures = [*first, *request.references]
    rule = settings.get("references")
    if not pictures:
        if "references" in settings.get("needs", ()):
            raise Unsupported("This model needs a reference picture.")
        return
    if rule is None:
        raise Unsupported("This model takes no reference pictures.")
    way = rule_of(rule).get("as", "list")
    most = 1 if way == "one" else int(rule_of(rule).get("most", len(rule_of(rule).get("fields", ())) or 1))
    if len(pictures) > most:
        raise Unsupported(f"This model takes {most} reference pictures, but this has {len(pictures)}.")
    for picture in pictures:
        check_file("references", picture, request, settings)
    if way == "fields":
        for name, picture in zip(rule["fields"], pictures, strict=False):
            filled.put(name, picture)
        return
    made = {"one": pictures[0], "list": pictures, "objects": [{rule_of(rule).get("key"): one} for one in pictures]}
    filled.put(field_of(rule), made[way])
