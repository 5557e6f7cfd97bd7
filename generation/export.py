"""A cut becomes a file: assembled in a format, its captions beside it, what was measured in it written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from generation import recipes
from generation.cut import Cut, cut
from generation.film import Film
from generation.media.errors import MediaError
from generation.media.formats import format_for, parted
from generation.models import Slot
from generation.providers.base import ProviderError

if TYPE_CHECKING:
    from generation.media.assembly import Assembled


class ExportFailed(ProviderError):
    """The film could not be assembled."""

    code = "export_failed"


@dataclass(frozen=True, slots=True)
class Made:
    """An assembled film in a folder, not stored yet."""

    path: Path
    srt: Path | None
    vtt: Path | None
    format_key: str
    assembled: Assembled
    missing: tuple[str, ...]
    undrawn: tuple[str, ...] = ()

    @property
    def details(self) -> Mapping[str, Any]:
        """What is kept with the asset. `undrawn` names the writings that this machine has no letters for."""
        return {"format": self.format_key, "frames": self.assembled.frames, "undrawn": list(self.undrawn)}


def make(film: Film, slot: Slot, folder: Path, *, on_progress: Callable[[float], None]) -> Made:
    """Assemble the film as it stands into `folder`. Raise `ExportFailed` with a sentence for the user."""
    # Sound and picture tools take a while to load; whatever starts the studio need not wait for them.
    from generation.media.assembly import assemble
    from generation.media.conform import prune
    from generation.media.fonts import missing_scripts

    fmt = format_for(*parted(slot.variant))
    whole: Cut = cut(film, fmt)
    output = folder / "film.mp4"
    cache = settings.CACHE_DIR
    try:
        burned = recipes.caption_style(film) != recipes.NO_CAPTIONS
        assembled = assemble(whole.timeline, fmt, output, cache, captions_burned=burned, on_progress=on_progress)
    except MediaError as error:
        raise ExportFailed(str(error), vendor_words=error.log) from error
    for part in ("segments", "sound", "pictures", "looks"):
        prune(cache / part, settings.CACHE_MAX_BYTES)
    srt, vtt = (_existing(output.with_suffix(suffix)) for suffix in (".srt", ".vtt"))
    return Made(output, srt, vtt, fmt.key, assembled, whole.missing, tuple(missing_scripts(_written(whole))))


def _written(whole: Cut) -> str:
    """All that is written in the picture."""
    cards = (shot.card.text for shot in whole.timeline.picture if shot.card)
    return " ".join([*cards, *(word.text for word in whole.timeline.words)])


def _existing(path: Path) -> Path | None:
    return path if path.exists() and path.stat().st_size else None
