"""Pictures by models on this machine: Qwen-Image and its edit, FLUX.2 Klein."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    ImageRequest,
    MediaInput,
    Submitted,
    Ticket,
    Unsupported,
)

from .extents import Extent, Pictures, extent_for, notes_on, pictures_of
from .files import write_picture
from .pipelines import pipeline_model, run
from .seeds import generator
from .shelf import SHELF
from .steps import Steps


class OpenWeightsImage:
    """One model that makes pictures; `endpoint` is its id at Hugging Face, or a folder.

    Settings beside those of `pipelines.pipeline_model`, `memory.placements` and `extents.extent_for`:

    `pipeline`: the class of diffusers. `references`: {"field": "image", "most": 3}; `edit`: "references" where the
    picture to change goes first among them; `needs`: it makes nothing without one. `steps`: how many it takes.
    `call`: further fields, as they are.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings

    def submit(self, request: ImageRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Make a picture and write it to `folder`."""
        given = self._given(request)
        extent = extent_for(request.width, request.height, self._settings)
        model = pipeline_model(self._endpoint, str(self._settings["pipeline"]), self._settings)

        def make(pipe: Any) -> Pictures:
            return self._make(pipe, request, given, extent, ticket)

        pictures = SHELF.make(model, make, ticket)
        notes = notes_on(pictures, extent, self._settings)
        return Finished(write_picture(pictures[0], extent.wanted, folder / "picture.png"), "image/png", notes=notes)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever left to be collected: what is made here is there at once."""
        raise Unsupported("What is made on this machine is finished at once.")

    def _given(self, request: ImageRequest) -> list[MediaInput]:
        """Return the pictures to send along, in order. Raise `Unsupported` for what the model does not take."""
        if request.mask is not None:
            raise Unsupported("This model cannot be told which part of a picture to change.")
        if request.edit is not None and self._settings.get("edit") != "references":
            raise Unsupported("This model does not change pictures.")
        given = [*([request.edit] if request.edit is not None else []), *request.references]
        most = int(self._settings.get("references", {}).get("most", 0))
        if len(given) > most:
            raise Unsupported(f"This model takes {most} pictures along with a request, but there are {len(given)}.")
        if not given and self._settings.get("needs"):
            raise Unsupported("This model makes pictures from other pictures, and there is none.")
        return given

    def _make(
        self, pipe: Any, request: ImageRequest, given: list[MediaInput], extent: Extent, ticket: Ticket
    ) -> Pictures:
        settings, steps = self._settings, int(self._settings.get("steps", 30))
        fields: dict[str, Any] = {
            **settings.get("call", {}),
            "prompt": request.prompt,
            "width": extent.made[0],
            "height": extent.made[1],
            "num_inference_steps": steps,
            "generator": generator(request.seed),
            "output_type": "np",
            **Steps(pipe, ticket).options(steps),
        }
        if given:
            fields[settings["references"]["field"]] = [_opened(media) for media in given]
        return pictures_of(run(pipe, fields).images)


def _opened(media: MediaInput) -> Image.Image:
    try:
        with Image.open(media.path) as picture:
            return ImageOps.exif_transpose(picture).convert("RGB")
    except OSError as error:
        raise Unsupported("A picture to go along cannot be read.", vendor_words=str(error)) from error
