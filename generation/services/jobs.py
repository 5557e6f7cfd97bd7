"""One job's way: the request from its recipe, the result into a take, and what happens when something breaks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from generation import queue, storage
from generation.export import Made
from generation.film import load
from generation.models import Asset, Job, LostRace, Rendition, Run, RunEvent, Slot, Take
from generation.planning.apply import BadPlan
from generation.planning.material import plan_request
from generation.planning.schema import DOCUMENTS
from generation.providers.base import (
    BadAnswer,
    Capability,
    ClipRequest,
    EffectsRequest,
    Finished,
    ImageRequest,
    MediaInput,
    MusicRequest,
    MusicSection,
    ProviderError,
    Request,
    SoundCue,
    SpeechRequest,
    SpokenPart,
)
from generation.recipes import CAPABILITY
from generation.services import budget, library
from generation.services.takes import record_take

log = structlog.get_logger(__name__)

INTERRUPTIONS_BEFORE_GIVING_UP = 5
FORGOTTEN_AFTER = timedelta(seconds=30)
SURELY_FORGOTTEN_AFTER = timedelta(minutes=10)
LOST = "It was made, but never arrived here. What it cost is counted as wasted."
NOT_MADE = "The vendor never made it, so it cost nothing. It can be tried again."


# --- From recipe to request ------------------------------------------------------------------------


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


# --- From result to take ---------------------------------------------------------------------------


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


# --- When something breaks -------------------------------------------------------------------------


@transaction.atomic
def fail_job(job: Job, error: ProviderError) -> None:
    """Let a job fail with a sentence for the user and the vendor's own words for the log."""
    log.warning("job failed", job_id=job.pk, code=error.code, detail=str(error), vendor_words=error.vendor_words)
    was_delivered = job.state == Job.State.COLLECTING
    job.move_to(
        Job.State.FAILED,
        error_code=error.code,
        error_detail=str(error),
        vendor_words=error.vendor_words[:4000],
        is_permanent=error.permanent,
    )
    (budget.waste if was_delivered else budget.release)(job)


@transaction.atomic
def cancel_job(job: Job) -> None:
    """Stop a job; its worker finds out by losing the race. Raise `LostRace` if it finished meanwhile."""
    was_sent = job.state != Job.State.QUEUED
    job.move_to(Job.State.CANCELLED)
    # What was asked for may be charged although nobody waits for it any more.
    (budget.waste if was_sent else budget.release)(job)


@transaction.atomic
def settle_unconfirmed(job: Job, *, was_made: bool, provider_job_id: str = "") -> None:
    """Say of a job whose answer was not seen whether the vendor made it. Raise `LostRace` if it is settled already.

    What was made is collected where its number at the vendor is known; else it is paid for and lost. What was not made
    costs nothing.
    """
    if was_made and provider_job_id:
        job.move_to(Job.State.WAITING, provider_job_id=provider_job_id)
        return
    code, words = ("lost", LOST) if was_made else ("not_made", NOT_MADE)
    job.move_to(Job.State.FAILED, error_code=code, error_detail=words, is_permanent=False)
    (budget.waste if was_made else budget.release)(job)


def retry_job(job: Job, *, requested_by_id: int | None) -> Job | Take:
    """Try a failed job's slot again, as the film stands now."""
    from generation.services.takes import request_take

    if job.project_id is None:
        return library.ask_again(job.slot, job.library, requested_by_id=requested_by_id)
    film = load(job.project_id or 0)
    slot = next(slot for slot in film.slots.values() if slot.pk == job.slot_id)
    return request_take(film, slot, run=job.run, requested_by_id=requested_by_id)


def recover_interrupted(*, dead_worker: str = "") -> int:
    """Take back jobs whose worker is dead: leases that ran out, and all of `dead_worker`'s. Return how many.

    Free work is queued again. Bought work never is: with the vendor's id it waits for the vendor,
    without it a person decides.
    """
    silent_since = timezone.now() - timedelta(seconds=settings.JOB_LEASE_SECONDS)
    under_way = Job.objects.filter(state__in=Job.LEASED).select_related("offer")
    orphans = list(under_way.filter(heartbeat_at__lt=silent_since))
    if dead_worker:
        orphans += [job for job in under_way.filter(worker__startswith=dead_worker) if job not in orphans]
    for job in orphans:
        _take_back(job)
    _resend_forgotten()
    return len(orphans)


def _take_back(job: Job) -> None:
    try:
        if job.provider_job_id:
            job.move_to(Job.State.WAITING)
        elif not job.is_free:
            job.move_to(Job.State.UNCONFIRMED)
        elif job.attempt >= INTERRUPTIONS_BEFORE_GIVING_UP:
            fail_job(job, ProviderError(f"The work was cut off {job.attempt} times, so it was given up."))
        else:
            with transaction.atomic():
                job.move_to(
                    Job.State.QUEUED, attempt=job.attempt + 1, worker="", heartbeat_at=None, queued_at=timezone.now()
                )
                queue.send(queue.RUN_JOB, job_id=job.pk)
            log.info("interrupted job queued again", job_id=job.pk, attempt=job.attempt)
    except LostRace:
        log.info("job was moved meanwhile", job_id=job.pk)


def _resend_forgotten() -> None:
    """Send a new message for jobs that nobody came for: a message may die with the worker that fetched it.

    While others are at work, a job that waits is most likely waiting for them.
    """
    now = timezone.now()
    at_work = Job.objects.filter(state__in=Job.LEASED) | Job.objects.filter(started_at__gte=now - FORGOTTEN_AFTER)
    patience = SURELY_FORGOTTEN_AFTER if at_work.exists() else FORGOTTEN_AFTER
    forgotten = Job.objects.filter(state=Job.State.QUEUED, queued_at__lt=now - patience)
    resend(list(forgotten.order_by("pk").values_list("pk", flat=True)))


def resend(job_ids: list[int]) -> None:
    """Send a message for each queued job; one that was fetched meanwhile ignores it."""
    Job.objects.filter(pk__in=job_ids, state=Job.State.QUEUED).update(queued_at=timezone.now())
    for job_id in job_ids:
        queue.send(queue.RUN_JOB, job_id=job_id)
