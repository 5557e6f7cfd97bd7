"""How rows of models on this machine are written: off until somebody has fetched the weights, and free.

How much memory a model takes is worked out from the sizes of its weights, with room for the longest clip it makes; it
was not measured on a card. Whoever knows better corrects the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import offered
from generation.providers.specs import ModelSpec

CHECKED = date(2026, 11, 20)
SOURCE = "diffusers 0.42.1, transformers 5 and the models' own pages; memory: from the sizes of their weights"

FREE_LICENCE = "Apache 2.0"
COMMUNITY = "the maker's community licence: read it before you publish"
NOT_FOR_MONEY = "for non-commercial use only"


# Beside a pipeline's folders lie the same weights once more, as single files for other programs.
_NO_MORE_THAN_NEEDED = " --include '*/*' --include model_index.json"


def _setup(weights: tuple[str, ...], licence: str, more: str = "") -> str:
    fetched = " and ".join(f"`hf download {name}`" for name in weights)
    return (
        f"Runs on this machine. Install its packages (docs/openweights.md), fetch the weights with {fetched}, then "
        f"switch it on. Licence: {licence}.{more}"
    )


def sides(multiple: int, most: int, most_pixels: int, least: int = 64) -> dict[str, Any]:
    """Return the rule of a size whose sides are multiples of `multiple`."""
    return {"as": "sides", "multiple": multiple, "least": least, "most": most, "most_pixels": most_pixels}


def row(
    name: str, label: str, capability: Capability, adapter: str, endpoint: str, settings: Mapping[str, Any], **more: Any
) -> ModelSpec:
    """Return the row of a model; `licence` is told with what has to be set up, `more_setup` after it."""
    licence = more.pop("licence")
    whole = endpoint if capability is Capability.SPEECH else endpoint + _NO_MORE_THAN_NEEDED
    weights = (whole, *(part["at"] for part in settings.get("parts", {}).values() if "at" in part))
    told = {"setup": _setup(weights, licence, more.pop("more_setup", "")), **more}
    return offered(
        f"openweights/{name}",
        label,
        capability,
        settings,
        adapter=f"generation.providers.openweights.{adapter}",
        endpoint=endpoint,
        is_on=False,
        facts_date=CHECKED,
        facts_source=SOURCE,
        **told,
    )
