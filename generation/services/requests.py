"""From recipe to request: the stored words and numbers with the files they name at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generation import storage
from generation.film import load
from generation.models import Asset, Job
from generation.planning.material import plan_request
from generation.providers.base import (
    Capability,
    ClipRequest,
    EffectsRequest,
    ImageRequest,
    MediaInput,
    MusicRequest,
    MusicSection,
    Request,
    SoundCue,
    SpeechRequest,
    SpokenPart,
)
from generation.recipes import CAPABILITY


def request_of(job: Job) -> Request:
    """Return what is asked of the vendor: the stored recipe with its files at hand."""
    capability = CAPABILITY[job.slot.role]
    arguments = {**job.recipe["arguments"]}
    if capability is Capability.TEXT:
        return plan_request(load(job.project_id or 0), job.slot, arguments)
    arguments["seed"] = int(arguments.get("seed", 0)) + job.variation
    assets = _assets(job)
    references = tuple(storage.as_input(assets[digest]) for digest in job.recipe["references"])
    if capability is Capability.IMAGE:
        return ImageRequest(**arguments, references=references)
    if capability is Capability.VIDEO:
        return _clip_request(arguments, assets, references)
    if capability is Capability.SPEECH:
        return SpeechRequest(**arguments)
    if capability is Capability.MUSIC:
        arguments["sections"] = tuple(MusicSection(**section) for section in arguments["sections"])
        return MusicRequest(**arguments)
    arguments["sounds"] = tuple(arguments["sounds"])
    arguments["cues"] = tuple(SoundCue(**cue) for cue in arguments["cues"])
    return EffectsRequest(**arguments)


def _assets(job: Job) -> dict[str, Asset]:
    """Every stored file that the recipe names."""
    arguments = job.recipe["arguments"]
    wanted = {*job.recipe["references"], arguments.get("first_frame", "")}
    wanted |= {part["asset"] for part in arguments.get("speech", ())}
    rows = Asset.objects.filter(library=job.library_id, sha256__in=wanted - {""})
    return {asset.sha256: asset for asset in rows}


def _clip_request(
    arguments: dict[str, Any], assets: Mapping[str, Asset], references: tuple[MediaInput, ...]
) -> ClipRequest:
    first_frame = storage.as_input(assets[arguments.pop("first_frame")])
    speech = tuple(_spoken(part, assets[part["asset"]]) for part in arguments.pop("speech"))
    return ClipRequest(**arguments, first_frame=first_frame, speech=speech, references=references)


def _spoken(part: Mapping[str, Any], asset: Asset) -> SpokenPart:
    start = int(part["start_ms"])
    phones = tuple((str(s), int(a) + start, int(b) + start) for s, a, b in asset.details.get("phones", ()))
    return SpokenPart(part["speaker"], start, int(part["end_ms"]), phones)
