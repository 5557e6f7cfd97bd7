"""A library that publishes: a folder as its channel, a film with a file in every version that is asked for, drafts."""

from __future__ import annotations

import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from entities.models import Library
from generation import routing
from generation.media import runner
from generation.models import ModelOffer, Rendition, Slot, Take, Vendor
from generation.providers.openai.rows import MODELS, VENDORS
from generation.storage import store
from projects.models import Project
from publishing import services
from publishing.models import Channel, Publication
from tests.factories import RenditionFactory
from tests.generation.planned import film_in

WRITER = "openai/gpt-6.1-terra"
SIZES = {"16:9": "320x180", "9:16": "360x640", "1:1": "240x240"}


def folder_in(library: Library, path: Path, *, name: str = "Shelf") -> Channel:
    """Connect a folder."""
    services.sync_shipped()
    path.mkdir(parents=True, exist_ok=True)
    return services.connect_place(library.pk, "folder", address=str(path), name=name, by_id=None)


def account_in(library: Library, platform: str, **given: Any) -> Channel:
    """Make a channel of a platform, as if somebody had connected it."""
    services.sync_shipped()
    fields = {"remote_id": f"{platform}-1", "name": f"Quay on {platform}", "handle": "@quay"} | given
    channel: Channel = Channel.objects.create(library=library, platform=platform, **fields)
    return channel


def writer_at(address: str) -> ModelOffer:
    """Set up a language model as the shipped rows have it, at an address. Its key is OPENAI_API_KEY."""
    vendor = asdict(next(row for row in VENDORS if row.key == "openai"))
    Vendor.objects.update_or_create(key="openai", defaults={**vendor, "base_url": address, "is_local": True})
    row = routing._row(asdict(next(row for row in MODELS if row.key == WRITER)))
    offer: ModelOffer = ModelOffer.objects.update_or_create(key=WRITER, defaults=row)[0]
    return offer


def film_with(library: Library, *shapes: str) -> Project:
    """Make a planned film, finished in these shapes."""
    film = film_in(library)
    film.logline = "A lighthouse keeper finds a message in a bottle, addressed to her."
    film.genre = "Mystery"
    film.language = "en"
    film.save()
    for shape in shapes:
        rendition_of(film, shape)
    return film


def rendition_of(film: Project, shape: str) -> Rendition:
    """Give a film a finished file in a shape."""
    slot, _ = Slot.objects.get_or_create(project=film, role=Slot.Role.EXPORT, variant=f"{shape} full")
    asset = store(_clip(SIZES[shape]), "video/mp4", library_id=film.library_id)
    take = Take.objects.create(slot=slot, number=slot.takes.count() + 1, asset=asset)
    slot.selected_take = take
    slot.save(update_fields=["selected_take"])
    made: Rendition = RenditionFactory.create(take=take, project=film, duration_ms=asset.duration_ms or 4000)
    return made


def draft_of(film: Project, channel: Channel, *, shape: str = "16:9", by_id: int | None = None) -> Publication:
    """Begin a draft, with the film's file of a shape."""
    made = Rendition.objects.filter(project=film, take__slot__variant=f"{shape} full").first()
    return services.make_draft(
        channel, film.pk, f"{shape} full", by_id=by_id, rendition_id=made.pk if made else None, text={"title": "A lamp"}
    )


@cache
def _clip(size: str) -> Path:
    """Make four seconds of film with sound, the way platforms take it."""
    path = Path(mkdtemp()) / f"{size}.mp4"
    sound = "sine=frequency=300:duration=4"
    picture = f"testsrc=size={size}:rate=24:duration=4"
    command = [
        str(runner.find_ffmpeg()), "-v", "error", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound,
        "-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "12", "-c:a", "aac", "-ar", "48000", "-use_editlist", "0",
        "-movflags", "+faststart+negative_cts_offsets", str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=60)
    return path
