"""From result to take: what came back is looked at, stored and used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from django.db import transaction
from pydantic import BaseModel, ValidationError

from generation import storage
from generation.export import Made
from generation.media import word_times
from generation.media.errors import BrokenMedia
from generation.media.slices import sound_of
from generation.models import Asset, Job, Rendition, Run, RunEvent, Slot, Take
from generation.planning.apply import BadPlan
from generation.planning.posts import PostWords
from generation.planning.schema import DOCUMENTS
from generation.planning.seen import Seen
from generation.providers.base import BadAnswer, Finished
from generation.services.takes import record_take

SHORTER_BY_MS = 300
"""By how much a clip may be shorter than was asked for: it was asked for with a longer handle than this."""

Role = Slot.Role

SHAPES: Mapping[str, type[BaseModel]] = {**DOCUMENTS, Role.DESCRIBED: Seen, Role.POST: PostWords}
"""What comes back as a document, and the shape that it must have."""
NO_PLAN = "The plan that came back is not of the shape that was asked for."
NO_POST = "What came back are no words for a post."


def finish_job(job: Job, result: Finished) -> Take:
    """Store a result and make it a take. Raise `BadAnswer` if it cannot be used, `LostRace` if the job is not ours."""
    result = _prepared(job, result)
    asset = storage.store(result.path, result.media_type, library_id=job.library_id, details=result.details)
    _check(job, asset)
    if result.notes:
        _note(job, result.notes)
    try:
        return record_take(job, asset, cost_micros=result.cost_micros)
    except BadPlan as error:
        raise BadAnswer(str(error)) from error


def _prepared(job: Job, result: Finished) -> Finished:
    """Bring what came back into the form in which it is kept."""
    role = job.slot.role
    if role in SHAPES:
        return replace(result, path=_checked_document(job, result.path))
    if role in {Role.SPEECH, Role.SAMPLE} and not result.details.get("words"):
        return _with_word_times(job, result)
    if role == Role.ALIGNED:
        return _with_times_found(job, result)
    if role in {Role.FOLEY, Role.VOICED} and result.media_type.startswith("video/"):
        try:
            sound = sound_of(result.path, result.path.with_name("sound.wav"))
        except BrokenMedia as error:
            raise BadAnswer(str(error)) from error
        return replace(result, path=sound, media_type="audio/wav")
    return result


def _with_word_times(job: Job, result: Finished) -> Finished:
    """Reckon when each word is heard, where the vendor does not say: captions and cuts go by it."""
    try:
        words = word_times.estimated(result.path, str(job.recipe["arguments"].get("text", "")))
    except BrokenMedia as error:
        raise BadAnswer(str(error)) from error
    details = {**result.details, "words": [list(word) for word in words], "words_are_estimated": True}
    return replace(result, details=details, notes=(*result.notes, ESTIMATED))


def _with_times_found(job: Job, result: Finished) -> Finished:
    """Keep the times of words with the asset, and of which sound they are."""
    try:
        words = [
            [str(text), int(start), int(end)] for text, start, end in json.loads(result.path.read_bytes())["words"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise BadAnswer("The times of the words that came back cannot be read.", vendor_words=str(error)) from error
    if [word for word, _, _ in words] != str(job.recipe["arguments"]["text"]).split():
        raise BadAnswer("The times that came back are of other words.")
    of = job.recipe["arguments"]["sound"]
    path = result.path.with_name("times.json")
    path.write_text(json.dumps({"of": of, "words": words}, ensure_ascii=False), encoding="utf-8")
    return replace(result, path=path, details={**result.details, "of": of, "words": words})


ESTIMATED = "The vendor of this voice does not say when each word is heard, so captions follow an estimate."


def _check(job: Job, asset: Asset) -> None:
    """Raise `BadAnswer` where it is something else than was asked for: silent, of another kind, too short."""
    role, wanted_ms = job.slot.role, int(job.recipe["arguments"].get("duration_ms") or 0)
    kind = KINDS.get(role)
    if kind and asset.kind != kind:
        raise BadAnswer(f"This should be {kind}, but {asset.kind} came back.")
    if kind == Asset.Kind.AUDIO and not asset.duration_ms:
        raise BadAnswer("The voice came back silent." if role in {Role.SPEECH, Role.SAMPLE} else "It came back silent.")
    made_ms = asset.duration_ms or 0
    if kind == Asset.Kind.VIDEO and made_ms < wanted_ms - SHORTER_BY_MS:
        raise BadAnswer(
            f"The clip that came back lasts {made_ms / 1000:.1f} s, but {wanted_ms / 1000:.1f} s were asked for."
        )


KINDS: dict[str, str] = {
    **dict.fromkeys((Role.SPEECH, Role.SAMPLE, Role.VOICED, Role.MUSIC, Role.EFFECTS, Role.FOLEY), Asset.Kind.AUDIO),
    **dict.fromkeys((Role.FRAME, Role.REFERENCE), Asset.Kind.IMAGE),
    **dict.fromkeys((Role.CLIP, Role.CAMERA, Role.LIPSYNC, Role.UPSCALED), Asset.Kind.VIDEO),
}


def _note(job: Job, notes: tuple[str, ...]) -> None:
    """Keep what the vendor wants the user to know; say it once in the run's log (a plan says it in the film)."""
    Job.objects.filter(pk=job.pk).update(notes=[*job.notes, *notes])
    if job.run_id and job.slot.role not in Slot.PLANS:
        with transaction.atomic():
            # Locked, because the jobs of one run end side by side and mostly say the same.
            run = Run.objects.select_for_update().get(pk=job.run_id)
            said = set(run.events.filter(text__in=notes).values_list("text", flat=True))
            fresh = [text for text in dict.fromkeys(notes) if text not in said]
            warning = RunEvent.Level.WARNING
            RunEvent.objects.bulk_create(RunEvent(run=run, text=text, level=warning) for text in fresh)


def _checked_document(job: Job, path: Path) -> Path:
    """Write the answer down as the schema reads it, so that what we keep is what was checked."""
    try:
        answer = SHAPES[job.slot.role].model_validate_json(path.read_bytes())
    except (ValidationError, UnicodeDecodeError) as error:
        words = NO_POST if job.slot.role == Role.POST else NO_PLAN
        raise BadAnswer(words, vendor_words=str(error)) from error
    checked = path.with_name("checked.json")
    checked.write_text(json.dumps(answer.model_dump(), ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return checked


def finish_export(job: Job, made: Made) -> Take:
    """Store an assembled film as a take with its rendition."""
    film = storage.store(made.path, "video/mp4", library_id=job.library_id, details=made.details)
    srt, vtt = (
        storage.store(path, media_type, library_id=job.library_id) if path else None
        for path, media_type in ((made.srt, "application/x-subrip"), (made.vtt, "text/vtt"))
    )
    with transaction.atomic():
        take = record_take(job, film)
        Rendition.objects.create(
            take=take,
            project_id=job.project_id or 0,
            format_key=made.format_key,
            srt=srt,
            vtt=vtt,
            frames=made.assembled.frames,
            duration_ms=made.assembled.duration_ms,
            loudness_lufs=made.assembled.loudness_lufs,
            true_peak_dbtp=made.assembled.true_peak_dbtp,
            encoded_segments=made.assembled.encoded_segments,
            reused_segments=made.assembled.reused_segments,
            missing_shots=list(made.missing),
        )
    return take
