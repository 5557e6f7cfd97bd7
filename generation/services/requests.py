"""From recipe to request: the stored words and numbers with the files they name at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generation import prompts, storage
from generation.film import load
from generation.media.errors import BrokenMedia
from generation.media.slices import voices_between
from generation.models import Asset, Job, Slot
from generation.planning.material import plan_request
from generation.planning.posts import post_request
from generation.planning.seen import Seen
from generation.providers.base import (
    AlignRequest,
    CameraRequest,
    Capability,
    ClipRequest,
    EffectsRequest,
    FoleyRequest,
    ImageRequest,
    LipSyncRequest,
    MediaInput,
    MusicRequest,
    MusicSection,
    Request,
    SoundCue,
    SpeechRequest,
    SpokenPart,
    Unsupported,
    UpscaleRequest,
    VisionRequest,
    VoiceRequest,
)
from generation.recipes import CAPABILITY

Files = Mapping[str, Asset]

FILES = ("first_frame", "last_frame", "edit", "mask", "clip", "picture", "sound", "media", "sample")
"""The arguments that name a stored file by its digest."""


def request_of(job: Job, folder: Path) -> Request:
    """Return what is asked of the vendor: the stored recipe with its files at hand.

    What has to be made of them first (a slice of the voices) is put into `folder`. Raise `Unsupported` where a file
    that the recipe names cannot be read.
    """
    capability = CAPABILITY[job.slot.role]
    arguments = {**job.recipe["arguments"]}
    if job.slot.role == Slot.Role.POST:
        return post_request(arguments)
    if capability is Capability.TEXT:
        return plan_request(load(job.project_id or 0), job.slot, arguments)
    if capability not in {Capability.UPSCALE, Capability.VISION}:
        arguments["seed"] = int(arguments.get("seed", 0)) + job.variation
    files = _files(job)
    for name in FILES:
        if name in arguments:
            arguments[name] = storage.as_input(files[arguments[name]]) if arguments[name] else None
    references = tuple(storage.as_input(files[digest]) for digest in job.recipe["references"])
    return _MAKERS[capability](arguments, files, references, folder)


def _files(job: Job) -> Files:
    """Every stored file that the recipe names."""
    arguments = job.recipe["arguments"]
    wanted = {*job.recipe["references"], *(str(arguments.get(name) or "") for name in FILES)}
    wanted |= {part["asset"] for part in arguments.get("speech", ())}
    rows = Asset.objects.filter(library=job.library_id, sha256__in=wanted - {""})
    return {asset.sha256: asset for asset in rows}


References = tuple[MediaInput, ...]


def _image(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return ImageRequest(**arguments, references=references)


def _clip(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    speech = tuple(_spoken(part, files[part["asset"]]) for part in arguments.pop("speech"))
    return ClipRequest(**arguments, speech=speech, references=references)


def _spoken(part: Mapping[str, Any], asset: Asset) -> SpokenPart:
    start = int(part["start_ms"])
    phones = tuple((str(s), int(a) + start, int(b) + start) for s, a, b in asset.details.get("phones", ()))
    return SpokenPart(part["speaker"], start, int(part["end_ms"]), phones)


def _speech(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return SpeechRequest(**arguments)


def _music(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    arguments["sections"] = tuple(MusicSection(**section) for section in arguments["sections"])
    return MusicRequest(**arguments)


def _effects(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    arguments["sounds"] = tuple(arguments["sounds"])
    arguments["cues"] = tuple(SoundCue(**cue) for cue in arguments["cues"])
    return EffectsRequest(**arguments)


def _lipsync(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    """The sound is exactly what the clip hears of the voices, as long as the clip."""
    parts = [
        (storage.local_path(files[part["asset"]]), int(part["start_ms"]), int(part["end_ms"]))
        for part in arguments.pop("speech")
    ]
    try:
        slice_of_it = voices_between(parts, int(arguments["duration_ms"]), folder / "voices.wav")
    except BrokenMedia as error:
        raise Unsupported(str(error)) from error
    sound = MediaInput(storage.sha256_of(slice_of_it), slice_of_it, "audio/wav")
    return LipSyncRequest(sound=sound, **arguments)


def _camera(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return CameraRequest(**arguments)


def _upscale(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return UpscaleRequest(**arguments)


def _foley(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return FoleyRequest(**arguments)


def _voice(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return VoiceRequest(**arguments)


def _vision(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    return VisionRequest(arguments["picture"], prompts.looking(), Seen.model_json_schema())


def _align(arguments: dict[str, Any], files: Files, references: References, folder: Path) -> Request:
    arguments.pop("seed")
    return AlignRequest(**arguments)


_MAKERS: Mapping[Capability, Callable[[dict[str, Any], Files, References, Path], Request]] = {
    Capability.IMAGE: _image,
    Capability.VIDEO: _clip,
    Capability.SPEECH: _speech,
    Capability.MUSIC: _music,
    Capability.EFFECTS: _effects,
    Capability.LIPSYNC: _lipsync,
    Capability.CAMERA: _camera,
    Capability.UPSCALE: _upscale,
    Capability.FOLEY: _foley,
    Capability.VOICE: _voice,
    Capability.ALIGN: _align,
    Capability.VISION: _vision,
}
