"""The rows of models whose weights anybody may run."""

from __future__ import annotations

from generation.providers.specs import ModelSpec, VendorSpec

from .offers import CHECKED, SOURCE
from .rows_clips import CLIPS
from .rows_pictures import PICTURES
from .rows_sound import VOICES

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "openweights",
        "Open weights",
        "Clips, pictures and voices by models that run on this machine",
        site="https://huggingface.co/models",
        # Whoever sends its jobs reads here which workers take them: those that have a graphics card.
        settings={"queue": "gpu"},
        # As many as there are cards.
        max_in_flight=1,
        is_local=True,
        facts_date=CHECKED,
        facts_source=SOURCE,
    ),
)

MODELS: tuple[ModelSpec, ...] = (*CLIPS, *PICTURES, *VOICES)
