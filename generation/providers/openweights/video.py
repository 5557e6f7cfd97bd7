"""Clips by models on this machine: LTX, HunyuanVideo, CogVideoX, AnimateDiff, Wan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    ClipRequest,
    Finished,
    MediaInput,
    Submitted,
    Ticket,
    Unsupported,
)
from generation.providers.lengths import frames_for

from .extents import Extent, Pictures, extent_for, fitted, notes_on, pictures_of
from .files import write_clip
from .pipelines import pipeline_model, run
from .seeds import generator
from .shelf import SHELF
from .steps import Steps, takes


class OpenWeightsVideo:
    """One model that makes clips; `endpoint` is its id at Hugging Face, or a folder.

    Settings beside those of `pipelines.pipeline_model`, `memory.placements` and `extents.extent_for`:

    `pipeline`: the class of diffusers that makes a clip from words; `pipeline_from_frame` the one that starts from a
    picture (the same weights, or the only one of the two). `first_frame`, `last_frame`: the fields that take pictures.
    `frames`: which numbers of pictures it makes and at which rates (see `generation.providers.lengths`); its
    `rate_field` is the field that takes the rate. `steps`: how many it takes. `call`: further fields, as they are.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings

    def submit(self, request: ClipRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Make a clip and write it to `folder`. It lasts at least as long as asked for."""
        pipeline = self._pipeline(request)
        count, rate = frames_for(request.duration_ms, self._settings["frames"])
        extent = extent_for(request.width, request.height, self._settings)
        model = pipeline_model(self._endpoint, pipeline, self._settings)

        def make(pipe: Any) -> Pictures:
            return self._make(pipe, request, extent, (count, rate), ticket)

        pictures = SHELF.make(model, make, ticket)
        if len(pictures) * 1000 < request.duration_ms * rate:
            raise BadAnswer(f"The model made {len(pictures)} of {count} pictures.")
        notes = notes_on(pictures, extent, self._settings)
        path = write_clip(pictures, extent.wanted, rate, folder / "clip.mp4")
        return Finished(path, "video/mp4", {"frames": len(pictures), "rate": rate}, notes)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever left to be collected: what is made here is there at once."""
        raise Unsupported("What is made on this machine is finished at once.")

    def _pipeline(self, request: ClipRequest) -> str:
        """Return the class that makes this request. Raise `Unsupported` for what the model does not take."""
        for name, picture in (("first_frame", request.first_frame), ("last_frame", request.last_frame)):
            if picture is not None and name not in self._settings:
                raise Unsupported(f"This model takes no {name.replace('_', ' ')}.")
        if request.references:
            raise Unsupported("This model takes no reference pictures.")
        kind = "pipeline" if request.first_frame is None else "pipeline_from_frame"
        if kind not in self._settings:
            raise Unsupported("This model starts from a picture, and there is none.")
        return str(self._settings[kind])

    def _make(
        self, pipe: Any, request: ClipRequest, extent: Extent, frames: tuple[int, int], ticket: Ticket
    ) -> Pictures:
        settings, steps = self._settings, int(self._settings.get("steps", 30))
        fields: dict[str, Any] = {
            **settings.get("call", {}),
            "prompt": request.prompt,
            "num_frames": frames[0],
            "num_inference_steps": steps,
            "generator": generator(request.seed),
            "output_type": "np",
            **Steps(pipe, ticket).options(steps),
        }
        # One pipeline makes what has the size of the picture that it starts from.
        if takes(pipe.__call__, "width"):
            fields["width"], fields["height"] = extent.made
        if rate_field := settings["frames"].get("rate_field"):
            fields[rate_field] = frames[1]
        for name, picture in (("first_frame", request.first_frame), ("last_frame", request.last_frame)):
            if picture is not None:
                fields[settings[name]] = _opened(picture, extent)
        return pictures_of(run(pipe, fields).frames)


def _opened(media: MediaInput, extent: Extent) -> Image.Image:
    try:
        with Image.open(media.path) as picture:
            return fitted(picture, extent.made)
    except OSError as error:
        raise Unsupported("The picture to start from cannot be read.", vendor_words=str(error)) from error
