"""From result to take: what came back is looked at, stored and used."""

from __future__ import annotations

import json
from pathlib import Path

from django.db import transaction
from pydantic import ValidationError

from generation import storage
from generation.export import Made
from generation.models import Job, Rendition, Run, RunEvent, Slot, Take
from generation.planning.apply import BadPlan
from generation.planning.schema import DOCUMENTS
from generation.providers.base import BadAnswer, Finished
from generation.services.takes import record_take


def finish_job(job: Job, result: Finished) -> Take:
    """Store a result and make it a take. Raise `BadAnswer` if it cannot be used, `LostRace` if the job is not ours."""
    path = _checked_document(job, result.path) if job.slot.role in Slot.PLANS else result.path
    asset = storage.store(path, result.media_type, library_id=job.library_id, details=result.details)
    if job.slot.role in {Slot.Role.SPEECH, Slot.Role.SAMPLE} and not asset.duration_ms:
        raise BadAnswer("The voice came back silent.")
    if result.notes:
        _note(job, result.notes)
    try:
        return record_take(job, asset, cost_micros=result.cost_micros)
    except BadPlan as error:
        raise BadAnswer(str(error)) from error


def _note(job: Job, notes: tuple[str, ...]) -> None:
    """Keep what the vendor wants the user to know; say it once in the run's log (a plan says it in the film)."""
    Job.objects.filter(pk=job.pk).update(notes=list(notes))
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
        answer = DOCUMENTS[job.slot.role].model_validate_json(path.read_bytes())
    except (ValidationError, UnicodeDecodeError) as error:
        raise BadAnswer(
            "The plan that came back is not of the shape that was asked for.", vendor_words=str(error)
        ) from error
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
