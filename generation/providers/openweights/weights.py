"""Where a model's weights lie: in a folder, or in the cache that all programs of this user share.

Weights are many gigabytes, so they are fetched by a person and not in passing, unless a row says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generation.providers.base import NeedsSetup

from .packages import need


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder, or a model's id where it may be downloaded. `options` go to every `from_pretrained`."""

    place: str
    options: Mapping[str, Any]


def weights_of(model: str, settings: Mapping[str, Any]) -> Weights:
    """Find the weights of `model`: a folder, or an id such as "Lightricks/LTX-Video".

    Settings: `revision` (a version of the weights), `may_download`. Raise `NeedsSetup` with what is to be done where
    they are not here and may not be downloaded.
    """
    folder = Path(model).expanduser()
    if folder.is_dir():
        return Weights(str(folder), {"local_files_only": True})
    if _looks_like_a_folder(model):
        raise NeedsSetup(f"There is no folder {folder}. Put the model's weights there, or correct the model's row.")
    revision = settings.get("revision")
    if settings.get("may_download"):
        return Weights(model, {"revision": revision} if revision else {})
    return Weights(_in_cache(model, revision), {"local_files_only": True})


def _looks_like_a_folder(model: str) -> bool:
    return model.startswith(("/", "~", ".")) or model.count("/") != 1


def _in_cache(model: str, revision: str | None) -> str:
    hub = need("huggingface_hub")
    try:
        return str(hub.snapshot_download(model, revision=revision, local_files_only=True))
    except (OSError, ValueError) as error:
        wanted = f" --revision {revision}" if revision else ""
        raise NeedsSetup(
            f"The weights of {model} are not on this machine. Fetch them: hf download {model}{wanted} "
            "(or set may_download in the settings of the model's row).",
            vendor_words=str(error),
        ) from error
