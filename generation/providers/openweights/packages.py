"""The packages that run models, imported when they are needed and not before."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any, Final

from generation.providers.base import NeedsSetup

LOCK: Final = Path(__file__).parents[3] / "requirements-openweights.lock"
TORCH: Final = "torch==2.13.0"
"""The release that the lock file's packages were tried with."""


def need(name: str) -> Any:
    """Return the module of this name. Raise `NeedsSetup` with the command that installs it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise NeedsSetup(
            f"Models on this machine need the package {name.partition('.')[0]}. Install it: {_command(name)}",
            vendor_words=str(error),
        ) from error


def _command(name: str) -> str:
    pip = f"{sys.executable} -m pip install"
    if name == "torch":
        return f"{pip} {TORCH} (docs/openweights.md says which build suits your graphics card)."
    if name.partition(".")[0] in {"TTS", "torchaudio"}:
        return f"{pip} 'coqui-tts[codec]==0.28.0' torchaudio"
    return f"{pip} --no-deps --require-hashes -r {LOCK}"
