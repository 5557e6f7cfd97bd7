"""What rows of fal's models have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import offered
from generation.providers.specs import ModelSpec

PRICES = "catalogue of 2026-08-21"
UNCHECKED = "fal's fields of this model are not known for sure. Compare the row with its page, then switch it on."
ESTIMATED = "fields: @fal-ai/client 1.10.1; no price is known, this one is an estimate to be on the safe side"
PICTURES_AT = {"path": "images", "kind": "picture"}
PICTURE_AT = {"path": "image", "kind": "picture"}
CLIP_AT = {"path": "video", "kind": "clip"}
FROM_PICTURE = ["first_frame"]
PICTURE = {"first_frame": "image_url", "needs": FROM_PICTURE}
WIDE = {"field": "aspect_ratio", "choices": ["16:9", "9:16"]}
WIDE_OR_SQUARE = {"field": "aspect_ratio", "choices": ["16:9", "9:16", "1:1"]}
SQUARES = {"480p": [[832, 480], [480, 832], [624, 624]], "720p": [[1280, 720], [720, 1280], [960, 960]]}
SOUND_AT = {"path": "audio", "kind": "sound"}


def at_fal(
    endpoint: str, label: str, capability: Capability, settings: Mapping[str, Any], *, key: str, **more: Any
) -> ModelSpec:
    """Return the row of an endpoint. What a billable unit costs follows from the row's prices."""
    row: dict[str, Any] = {
        "adapter": "generation.providers.fal.model.FalModel",
        "endpoint": endpoint,
        "facts_date": date(2026, 8, 21),
        "facts_source": f"fields: @fal-ai/client 1.10.1; price: {PRICES}",
        **more,
    }
    return offered(f"fal/{key}", label, capability, {**settings, "units": _units(settings, row)}, **row)


def clip_row(key: str, endpoint: str, label: str, settings: dict[str, Any], **more: Any) -> ModelSpec:
    """Return the row of a model for clips."""
    usual = {"prompt": "prompt", "output": CLIP_AT}
    return at_fal(endpoint, label, Capability.VIDEO, {**usual, **settings}, key=key, **{"typical_s": 90, **more})


def second(micros: int, *cases: tuple[dict[str, Any], int]) -> dict[str, Any]:
    """Return a price per second; `cases` are prices under a condition."""
    return _priced("second", micros, cases)


def image(micros: int, *cases: tuple[dict[str, Any], int]) -> dict[str, Any]:
    """Return a price per picture."""
    return _priced("image", micros, cases)


def _priced(unit: str, micros: int, cases: tuple[tuple[dict[str, Any], int], ...]) -> dict[str, Any]:
    prices = tuple({"when": when, "micros": price, "unit": unit} for when, price in cases)
    return {"price_micros": micros, "price_unit": unit, "prices": prices}


def _units(settings: Mapping[str, Any], row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the row's prices by the fields that are sent, as far as these tell which one holds."""
    size = settings.get("size", {})
    names = size["names"] if size.get("as") == "names" else {}
    audio = settings.get("audio")
    found: list[dict[str, Any]] = []
    for price in row.get("prices", ()):
        cases: list[dict[str, Any]] = [{}]
        for fact, value in price["when"].items():
            if fact == "sound" and isinstance(audio, str):
                cases = [{**case, audio: value} for case in cases]
            else:
                cases = [{**case, size["field"]: name} for case in cases for name in _named(names, fact, value)]
        found += [{"when": case, "micros": price["micros"]} for case in cases]
    return [*found, {"micros": row["price_micros"]}]


def _named(names: Mapping[str, Any], fact: str, value: Any) -> list[str]:
    """Return the vendor's words for sizes of which a fact is true."""
    if fact == "resolution":
        return [name for name, sizes in names.items() if f"{min(sizes[0])}p" == value]
    if fact == "megapixels":
        return [name for name, sizes in names.items() if max(wide * high for wide, high in sizes) <= value["max"] * 1e6]
    raise ValueError(f"a price cannot depend on {fact}")
