"""A film of any length with real clips and voices, small enough to be made in a moment."""

from __future__ import annotations

import io
import wave
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from entities.models import Library
from generation.film import load
from generation.models import Asset, Slot, Take
from generation.services import ensure_slots
from projects.models import Project, Scene, Segment, Shot
from tests.factories import ProjectFactory, SceneFactory, SegmentFactory, ShotFactory
from tests.fakes import write_clip

WORDS = ("The", "lamp", "goes", "out.")
WORD_MS = 500
LINE_MS = len(WORDS) * WORD_MS
CLIP_MS = 3000
_COLOURS = ((200, 60, 40), (40, 160, 90), (50, 80, 200), (220, 180, 60), (150, 60, 170), (70, 170, 190))
_RATE = 16_000


def cut_film(library: Library, *, shots: int = 3, scenes: int = 1, without: tuple[int, ...] = ()) -> Project:
    """Make a film in which every shot has a line of four words, half a second each, and a clip of a colour of its own.

    Shots at the places in `without` have no clip.
    """
    film: Project = ProjectFactory.create(library=library, title="The Lamp on the Quay", logline="A lamp goes out.")
    rows = [SceneFactory.create(project=film, position=index, heading=f"Place {index}") for index in range(scenes)]
    for index in range(shots):
        scene = rows[index * scenes // shots]
        segment = SegmentFactory.create(project=film, scene=scene, position=index, text=" ".join(WORDS))
        ShotFactory.create(scene=scene, segment=segment, position=index, action=f"Action {index}.")
    ensure_slots(load(film.pk))
    _fill(film, library, set(without))
    return film


def shots_of(film: Project) -> list[Shot]:
    """Return a film's shots in order."""
    return list(Shot.objects.filter(scene__project=film).order_by("scene__position", "position"))


def _fill(film: Project, library: Library, without: set[int]) -> None:
    voice = _asset(library, "audio", "audio/wav", "wav", _voice(), LINE_MS, {"words": _times()})
    clips = [_asset(library, "video", "video/mp4", "mp4", data, CLIP_MS, {}) for data in _clips()]
    for segment in Segment.objects.filter(project=film):
        _select(Slot.objects.get(segment=segment, role=Slot.Role.SPEECH), voice)
    for index, shot in enumerate(shots_of(film)):
        if index not in without:
            _select(Slot.objects.get(shot=shot, role=Slot.Role.CLIP), clips[index % len(clips)])
    bed = _asset(library, "audio", "audio/wav", "wav", _voice(seconds=4), 4000, {})
    _select(Slot.objects.get(project=film, role=Slot.Role.MUSIC), bed)
    scene = Scene.objects.filter(project=film)[0]
    slot, _ = Slot.objects.get_or_create(scene=scene, role=Slot.Role.EFFECTS, variant="")
    _select(slot, bed)


def _times() -> list[list[object]]:
    return [[word, index * WORD_MS, (index + 1) * WORD_MS] for index, word in enumerate(WORDS)]


def _select(slot: Slot, asset: Asset) -> None:
    slot.selected_take = Take.objects.create(slot=slot, asset=asset, number=slot.takes.count() + 1)
    slot.save(update_fields=["selected_take"])


def _asset(
    library: Library, kind: str, media_type: str, extension: str, data: bytes, length: int, details: dict[str, object]
) -> Asset:
    digest = sha256(data).hexdigest()
    found: Asset | None = Asset.objects.filter(library=library, sha256=digest).first()
    if found is not None:
        return found
    key = default_storage.save(f"{digest}.{extension}", ContentFile(data))
    wide = {"width": 64, "height": 36} if kind == "video" else {}
    facts = {"kind": kind, "media_type": media_type, "size": len(data), "key": key, "duration_ms": length}
    made: Asset = Asset.objects.create(library=library, sha256=digest, details=details, **facts, **wide)
    return made


@cache
def _clips() -> tuple[bytes, ...]:
    with TemporaryDirectory() as folder:
        paths = [write_clip(Path(folder) / f"{index}.mp4", CLIP_MS, colour) for index, colour in enumerate(_COLOURS)]
        return tuple(path.read_bytes() for path in paths)


@cache
def _voice(seconds: int = LINE_MS // 1000) -> bytes:
    """A hum."""
    half = bytes(2) * 40 + (3000).to_bytes(2, "little", signed=True) * 40
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes((half * (_RATE * seconds // 80 + 1))[: 2 * _RATE * seconds])
    return stream.getvalue()
