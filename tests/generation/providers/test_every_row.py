"""Every shipped row that is switched on, from a film's wish to the file: against the twin of its vendor.

And for every row, whatever a film wants: a request that its vendor's schema allows, or a sentence before it is paid.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, replace
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import av
import pytest

from generation import routing
from generation.media.formats import format_for
from generation.models import ModelOffer
from generation.providers import base
from generation.providers.base import Access, Capability, Finished, Submitted, Ticket, Unsupported
from generation.providers.catalog import CATALOG
from generation.providers.fields import fill
from generation.providers.specs import ModelSpec
from generation.providers.vendors import VENDORS
from generation.recipes.base import HANDLE_MS, fitting_duration, fitting_size
from tests.twins import kling, runpod
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.fal import FalTwin
from tests.twins.google import GoogleTwin
from tests.twins.kling import KlingTwin
from tests.twins.openai import OpenAITwin
from tests.twins.openai_rules import PRICES
from tests.twins.replicate import ReplicateTwin
from tests.twins.runpod import RunPodTwin
from tests.twins.schema import models_of, wrongs
from tests.twins.server import Twin

from . import sent
from .asked import MADE, asked_of

TWINS: dict[str, Callable[[], Twin]] = {
    "fal": FalTwin,
    "replicate": ReplicateTwin,
    "elevenlabs": ElevenLabsTwin,
    "google": GoogleTwin,
    "kling": KlingTwin,
    "runpod": RunPodTwin,
    **{name: partial(OpenAITwin, name) for name in ("openai", "openrouter", "anthropic", "gemini")},
}
KEYS = {"fal": "key:secret", "replicate": "r8_key", "kling": kling.KEY, "runpod": runpod.KEY}
VOICES = {"elevenlabs": "JBFqnCBsd6RMkjVDRZzb", "openai": "alloy"}
KNOBS: dict[str, dict[str, Any]] = {
    "google": {"size": [64, 36]},
    "kling": {"size": [64, 36]},
    "fal": {"shrink": 8},
    "replicate": {"shrink": 8},
}
SEEN_MS = 3200
"""How long a shot is seen."""
FRAME = (1280, 720)

ON = [row for row in CATALOG if row.is_on and row.vendor != "animatic"]
Opened = Callable[[ModelSpec], Any]


@pytest.fixture(scope="module")
def twins() -> Iterator[dict[str, Twin]]:
    with ExitStack() as running:
        made = {name: running.enter_context(make()) for name, make in TWINS.items()}
        for name, twin in made.items():
            twin.knobs.update(KNOBS.get(name, {}))
        yield made


@pytest.fixture(autouse=True)
def _nothing_takes_time(twins: dict[str, Twin]) -> None:
    for name in TWINS:
        twins[name].knobs["seconds"] = 0.0


@pytest.fixture
def opened(twins: dict[str, Twin]) -> Iterator[Opened]:
    """Open the adapter of a row on its vendor's twin; its connections are closed at the end."""
    with ExitStack() as stack:

        def build(row: ModelSpec) -> Any:
            module, _, name = row.adapter.rpartition(".")
            made = getattr(import_module(module), name)(row.endpoint, row.settings, _access(twins[row.vendor], row))
            closes = next(part for part in (made, *vars(made).values()) if callable(getattr(part, "close", None)))
            stack.callback(closes.close)
            return made

        yield build


def _access(twin: Twin, row: ModelSpec) -> Access:
    vendor = next(vendor for vendor in VENDORS if vendor.key == row.vendor)
    settings = {"label": vendor.label, **vendor.settings, **getattr(twin, "settings", {})}
    address = f"{twin.url}/v1beta" if row.vendor == "google" else getattr(twin, "base_url", twin.url)
    key = KEYS.get(row.vendor, "made-up-by-nobody")
    return Access(row.vendor, address, key, settings=settings, allows_private=True)


def _offer(row: ModelSpec) -> ModelOffer:
    return ModelOffer(**routing._row(asdict(row)))


def _complete(row: ModelSpec, folder: Path) -> base.Request:
    """A request with all that a film would send along."""
    asked = asked_of(row, folder)
    if isinstance(asked, base.ClipRequest) and "first_frame" in row.takes and asked.first_frame is None:
        asked = replace(asked, first_frame=sent.picture(folder, 800, 800))
    if isinstance(asked, base.SpeechRequest | base.VoiceRequest) and not asked.voice:
        asked = replace(asked, voice=VOICES.get(row.vendor, ""))
    return _reachable(asked)


def _fitted(row: ModelSpec, asked: base.Request, frame: tuple[int, int], seen_ms: int) -> base.Request:
    """What a film's recipe would ask of a row, for a shot of this size and length."""
    offer = _offer(row)
    if isinstance(asked, base.ImageRequest | base.ClipRequest):
        width, height = fitting_size(offer, *frame)
        asked = replace(asked, width=width, height=height)
    if isinstance(asked, base.ClipRequest):
        asked = replace(asked, duration_ms=fitting_duration(offer, seen_ms + HANDLE_MS))
    if isinstance(asked, base.MusicRequest | base.EffectsRequest):
        asked = replace(asked, duration_ms=fitting_duration(offer, seen_ms))
    return asked


def _reachable(asked: base.Request) -> base.Request:
    """Give clips and sounds an address, as if the studio had one."""
    files = {name: file for name in ("clip", "sound", "picture") if (file := getattr(asked, name, None)) is not None}
    return replace(asked, **{name: replace(file, url=f"https://studio.example/{name}") for name, file in files.items()})


def _finished(adapter: Any, asked: base.Request, folder: Path, asked_id: str) -> Finished:
    told = adapter.submit(asked, folder, Ticket(asked_id, sent_at=time.time()))
    until = time.monotonic() + 20
    while isinstance(told, Submitted):
        found = adapter.collect(told, folder)
        if isinstance(found, Finished):
            return found
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.01)
    assert isinstance(told, Finished)
    return told


def _is_priced(row: ModelSpec, twin: Twin) -> bool:
    """Tell whether the twin knows what this very model costs; of many language models it does not."""
    return not isinstance(twin, OpenAITwin) or row.endpoint in PRICES


def _lasts_ms(path: Path) -> float:
    with av.open(str(path)) as file:
        return (file.duration or 0) / 1000


@pytest.mark.parametrize("row", ON, ids=lambda row: row.key)
def test_every_row_makes_what_a_film_wants_of_it(
    row: ModelSpec, opened: Opened, twins: dict[str, Twin], tmp_path: Path
) -> None:
    asked = _fitted(row, _complete(row, tmp_path), FRAME, SEEN_MS)
    billed = twins[row.vendor].bill_micros

    done = _finished(opened(row), asked, tmp_path, row.key)

    assert done.media_type.startswith(MADE[row.capability])
    if _is_priced(row, twins[row.vendor]):
        assert done.cost_micros in (None, twins[row.vendor].bill_micros - billed)
    if isinstance(asked, base.ClipRequest):
        assert _lasts_ms(done.path) >= SEEN_MS
    elif isinstance(asked, base.MusicRequest | base.EffectsRequest):
        assert _lasts_ms(done.path) >= min(asked.duration_ms, row.max_duration_ms or SEEN_MS) - 50


# --- Whatever a film wants -------------------------------------------------------------------------

FRAMES = sorted(
    {
        (found.width, found.height)
        for found in (
            format_for(shape, quality) for shape, quality in product(("16:9", "9:16", "1:1"), ("draft", "full"))
        )
    }
)
LENGTHS_MS = (400, 1500, 3200, 4900, 6700, 9900, 14_200, 31_000, 200_000)
SOUND_LENGTHS_MS = (400, 3200, 14_200)
MEASURED = {Capability.IMAGE, Capability.VIDEO, Capability.MUSIC, Capability.EFFECTS}


def _wishes(row: ModelSpec, folder: Path) -> Iterator[base.Request]:
    lengths = {Capability.IMAGE: LENGTHS_MS[:1], Capability.VIDEO: LENGTHS_MS}.get(row.capability, SOUND_LENGTHS_MS)
    frames = FRAMES if row.capability in {Capability.IMAGE, Capability.VIDEO} else FRAMES[:1]
    complete, offer = _complete(row, folder), _offer(row)
    for frame, length in product(frames, lengths):
        asked = _fitted(row, complete, frame, length)
        # Where the row's own limits say no, the film is told so, and nobody is asked.
        with suppress(routing.OverLimit):
            routing.check_limits(offer, asdict(asked), 0, _shape(frame))
            yield asked


def _shape(frame: tuple[int, int]) -> str:
    return "1:1" if frame[0] == frame[1] else "16:9" if frame[0] > frame[1] else "9:16"


@pytest.mark.parametrize(
    "row",
    [row for row in CATALOG if row.vendor in {"fal", "replicate"} and row.capability in MEASURED],
    ids=lambda row: row.key,
)
def test_any_wish_becomes_a_request_that_the_schema_allows_or_a_sentence(row: ModelSpec, tmp_path: Path) -> None:
    schema, refused, allowed = models_of(row.vendor)[row.endpoint.partition(":")[0]], 0, 0

    for asked in _wishes(row, tmp_path):
        try:
            fields = fill(asked, row.settings).sent(lambda media: f"https://files.test/{media.sha256}")
        except Unsupported as error:
            refused += 1
            assert str(error).endswith(".")
            assert "does not say how" not in str(error)
        else:
            allowed += 1
            assert list(wrongs(schema, fields)) == []

    assert allowed > 0


@pytest.mark.parametrize(
    "row",
    [row for row in ON if row.vendor in {"openai", "elevenlabs", "google", "kling"} and row.capability in MEASURED],
    ids=lambda row: row.key,
)
def test_any_wish_is_taken_by_the_vendor_or_refused_before_it_is_paid(
    row: ModelSpec, opened: Opened, twins: dict[str, Twin], tmp_path: Path
) -> None:
    adapter, twin, taken = opened(row), twins[row.vendor], 0

    for number, asked in enumerate(_wishes(row, tmp_path)):
        folder = tmp_path / str(number)
        folder.mkdir()
        billed, requests = twin.bill_micros, len(twin.asked_for("POST", "."))
        try:
            adapter.submit(asked, folder, Ticket(f"job-{row.key}-{number}", sent_at=time.time()))
        except Unsupported as error:
            assert str(error).endswith(".")
            assert (twin.bill_micros, len(twin.asked_for("POST", "."))) == (billed, requests)
        else:
            taken += 1

    assert taken > 0


@pytest.mark.parametrize("key", ["replicate/kling-lip-sync", "fal/kling-lipsync", "kling/lip-sync"])
def test_what_a_lip_sync_demands_of_a_clip_is_known_before_the_clip_is_made(key: str) -> None:
    row = next(row for row in CATALOG if row.key == key)

    assert (row.settings["min_side"], row.settings["max_side"]) == (720, 1920)
