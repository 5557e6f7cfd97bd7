"""Lines spoken by XTTS-v2 on this machine, in seventeen languages.

It runs in the package coqui-tts, which goes on with what its first makers have left. That package and torchaudio are
installed by whoever wants this model; they are no part of the studio's lock file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    NeedsSetup,
    SpeechRequest,
    Submitted,
    Ticket,
    Unsupported,
)

from .files import write_sound
from .memory import Placement
from .packages import need
from .shelf import SHELF, Model
from .speech import NO_DIRECTION, Samples, spoken
from .weights import weights_of


class OpenWeightsXtts:
    """XTTS-v2; `endpoint` is its id at Hugging Face, or a folder.

    Settings beside those of `weights.weights_of` and `memory.placements`: `languages`; `most_chars`; `voice`, the one
    that speaks where none is chosen.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings

    def submit(self, request: SpeechRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Speak a line and write it to `folder`."""
        if not request.text.strip():
            raise Unsupported("There is nothing to say.")
        language = self._language(request.language)
        model = Model((self._endpoint, "Xtts", "float32"), self._settings, self._load)
        samples, rate = SHELF.make(model, lambda xtts: self._say(xtts, request, language, ticket), ticket)
        notes = (NO_DIRECTION,) if request.direction else ()
        return Finished(write_sound(samples, rate, folder / "speech.wav"), "audio/wav", {}, notes)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever left to be collected: what is made here is there at once."""
        raise Unsupported("What is made on this machine is finished at once.")

    def _language(self, language: str) -> str:
        code = language.partition("-")[0].partition("_")[0].lower()
        code = {"zh": "zh-cn"}.get(code, code)
        if code not in self._settings["languages"]:
            raise Unsupported(f"This model does not speak the language {language!r}.")
        return code

    def _load(self, placement: Placement) -> Any:
        need("torchaudio")
        config = need("TTS.tts.configs.xtts_config").XttsConfig()
        kind = need("TTS.tts.models.xtts").Xtts
        found = weights_of(self._endpoint, self._settings)
        place = Path(found.place)
        if not place.is_dir():
            place = Path(need("huggingface_hub").snapshot_download(found.place, **found.options))
        try:
            config.load_json(str(place / "config.json"))
            model = kind.init_from_config(config)
            model.load_checkpoint(config, checkpoint_dir=str(place), eval=True)
        except (OSError, ValueError) as error:
            raise NeedsSetup(
                f"The weights in {place} cannot be loaded as XTTS-v2: a file is missing or broken. Fetch them again.",
                vendor_words=str(error),
            ) from error
        return model.to(placement.device)

    def _say(self, xtts: Any, request: SpeechRequest, language: str, ticket: Ticket) -> tuple[Samples, int]:
        voice = request.voice or str(self._settings.get("voice", ""))
        known = getattr(xtts.speaker_manager, "speakers", None) or {}
        if voice not in known:
            raise Unsupported(f"This model has no voice {voice!r}.")
        rate = int(xtts.args.output_sample_rate)

        def say(piece: str) -> Samples:
            latent, embedding = known[voice]["gpt_cond_latent"], known[voice]["speaker_embedding"]
            made = xtts.inference(piece, language, latent, embedding)
            return np.asarray(made["wav"], np.float32)

        return spoken(request, int(self._settings.get("most_chars", 200)), rate, say, ticket), rate
