"""Lines spoken by models on this machine: Bark, and XTTS in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    NeedsSetup,
    SpeechRequest,
    Stopped,
    Submitted,
    Ticket,
    Unsupported,
)

from .files import write_sound
from .memory import Placement, is_out_of_memory
from .packages import need
from .pipelines import quiet
from .seeds import LARGEST_SEED
from .sentences import sentences
from .shelf import SHELF, Model
from .weights import weights_of

Samples = NDArray[np.float32]

PAUSE_S = 0.15
"""The silence between two pieces that were spoken one by one."""
NO_DIRECTION = "This model takes no direction: the line is spoken as its words suggest."


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Let everything in the block be drawn from `seed`: these models know no source of random numbers of their own."""
    torch = need("torch")
    with torch.random.fork_rng(), torch.inference_mode():
        torch.manual_seed(seed % LARGEST_SEED)
        yield


def spoken(
    request: SpeechRequest, most: int, rate: int, say: Callable[[str], Samples], ticket: Ticket = NO_TICKET
) -> Samples:
    """Return the whole line, said in pieces of at most `most` characters. Raise `Stopped`, `BadAnswer`."""
    parts: list[Samples] = []
    pieces = sentences(request.text, most)
    with seeded(request.seed):
        for number, piece in enumerate(pieces):
            if ticket.is_stopped():
                raise Stopped("It was cancelled between two sentences.")
            if parts:
                parts.append(np.zeros(round(rate * PAUSE_S), np.float32))
            parts.append(say(piece))
            ticket.progress((number + 1) / len(pieces))
    samples = np.concatenate(parts)
    if not len(samples) or not np.isfinite(samples).all():
        raise BadAnswer("The model said nothing that can be heard.")
    return samples


class OpenWeightsSpeech:
    """Bark, or a model of the same kind; `endpoint` is its id at Hugging Face, or a folder.

    Settings beside those of `weights.weights_of` and `memory.placements`: `dtype`; `load`, further fields of
    `from_pretrained`; `most_chars`, how much it can say at once (it speaks for 13 s at most); `voice`, the one that
    speaks where none is chosen; `call`, further fields of its `generate`.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings

    def submit(self, request: SpeechRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Speak a line and write it to `folder`."""
        if not request.text.strip():
            raise Unsupported("There is nothing to say.")
        dtype = str(self._settings.get("dtype", "float16"))

        def load(placement: Placement) -> Any:
            return self._load(dtype, placement)

        model = Model((self._endpoint, "BarkModel", dtype), self._settings, load)
        samples, rate = SHELF.make(model, lambda bark: self._say(bark, request, ticket), ticket)
        notes = (NO_DIRECTION,) if request.direction else ()
        return Finished(write_sound(samples, rate, folder / "speech.wav"), "audio/wav", {}, notes)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever left to be collected: what is made here is there at once."""
        raise Unsupported("What is made on this machine is finished at once.")

    def _load(self, dtype: str, placement: Placement) -> Any:
        torch, transformers = need("torch"), need("transformers")
        quiet()
        found = weights_of(self._endpoint, self._settings)
        options = {**self._settings.get("load", {}), **found.options}
        try:
            processor = transformers.BarkProcessor.from_pretrained(found.place, **found.options)
            model = transformers.BarkModel.from_pretrained(found.place, dtype=getattr(torch, dtype), **options)
        except (OSError, ValueError) as error:
            if is_out_of_memory(error):
                raise
            raise NeedsSetup(
                f"The weights in {found.place} are not all there, or broken: Bark cannot be loaded. Fetch them again.",
                vendor_words=str(error),
            ) from error
        return processor, model.to(placement.device).eval()

    def _say(self, bark: tuple[Any, Any], request: SpeechRequest, ticket: Ticket) -> tuple[Samples, int]:
        processor, model = bark
        voice = self._voice(request.voice, processor)
        rate = int(model.config.codec_config.sampling_rate)

        def say(piece: str) -> Samples:
            given = processor(piece, voice_preset=voice or None).to(model.device)
            made = model.generate(**given, **self._settings.get("call", {}))
            return np.asarray(made.float().cpu().numpy().squeeze(), np.float32)

        with _stoppable(model, ticket):
            return spoken(request, int(self._settings.get("most_chars", 180)), rate, say, ticket), rate

    def _voice(self, voice: str, processor: Any) -> str:
        """Return the name of a voice that the model knows. A name is no path: it must be one of its list."""
        wanted = voice or str(self._settings.get("voice", ""))
        if wanted and wanted not in (processor.speaker_embeddings or {}):
            raise Unsupported(f"This model has no voice {wanted!r}.")
        return wanted


@contextmanager
def _stoppable(model: Any, ticket: Ticket) -> Iterator[None]:
    """Ask before each token whether the line is still wanted: a sentence takes a minute without a graphics card."""

    def ask(*_: Any) -> None:
        if ticket.is_stopped():
            raise Stopped("It was cancelled in the middle of a sentence.")

    hooks = [part.register_forward_pre_hook(ask) for part in (model.semantic, model.coarse_acoustics)]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
