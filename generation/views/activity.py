"""Every job of the user's libraries: what is being made, what waits, what failed, what it took and cost.

It is a page, and a drawer over every other page. Both show the same parts; where in the list one is (`at`) is written
as "failed:2": which jobs, and the page of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from generation import services
from generation.graph import STEP_OF
from generation.http import StudioRequest, wants_partial
from generation.models import Job, LedgerEntry, LostRace, Slot, WebhookDelivery
from generation.services.runs import wake_runs
from generation.views import parts, pulse, said, wording
from generation.views.access import job_to_change, jobs_of, libraries_to_fill
from generation.views.badge import badge_of, later_jobs
from generation.views.film import try_again
from generation.views.parts import Part

PER_PAGE: Final = 40

SHOWN: Final = {
    "all": (gettext_lazy("Everything"), Q()),
    "open": (gettext_lazy("Under way"), Q(state__in=Job.ACTIVE)),
    "failed": (gettext_lazy("Failed"), Q(state=Job.State.FAILED)),
    "done": (gettext_lazy("Done"), Q(state=Job.State.SUCCEEDED)),
}
NOTHING: Final = {
    "all": gettext_lazy("Nothing has been made yet. Start a film, and all that happens is listed here."),
    "open": gettext_lazy("Nothing is being made right now."),
    "failed": gettext_lazy("Nothing has failed."),
    "done": gettext_lazy("Nothing is finished yet."),
}
STATE_WORDS: Final = {
    Job.State.QUEUED: ("waiting", gettext_lazy("Waiting")),
    Job.State.RUNNING: ("working", gettext_lazy("Working")),
    Job.State.WAITING: ("working", gettext_lazy("At the vendor")),
    Job.State.COLLECTING: ("working", gettext_lazy("Storing")),
    Job.State.UNCONFIRMED: ("failed", gettext_lazy("No answer seen")),
    Job.State.SUCCEEDED: ("done", gettext_lazy("Done")),
    Job.State.FAILED: ("failed", gettext_lazy("Failed")),
    Job.State.CANCELLED: ("stopped", gettext_lazy("Cancelled")),
}
SETTLED: Final = ("made", "lost", "not-made")
"""What a person may say of a job whose answer was never seen."""
DOUBT: Final = gettext_lazy(
    "It was sent, but no answer was seen: it may have been paid for. Look at the vendor's own list."
)


@dataclass(frozen=True)
class LogLine:
    """One thing that happened to a job."""

    label: str
    words: str


@dataclass(frozen=True)
class JobRow:
    """One line of the list."""

    pk: int
    film: str
    film_id: int
    step: str
    place: str
    model: str
    state: str
    word: str
    percent: int
    took: str
    cost: str
    route: str
    waits_for: str
    problem: str
    asked_at: str
    evidence: tuple[LogLine, ...]
    log: tuple[LogLine, ...]
    may_retry: bool
    may_cancel: bool
    may_settle: bool


# --- Pages ------------------------------------------------------------------------------------------


@require_safe
def activity(request: StudioRequest) -> HttpResponse:
    """Show the jobs, newest first."""
    return render(request, "generation/activity.html", _context(request, request.GET))


@require_safe
def drawer(request: StudioRequest) -> HttpResponse:
    """Show the same in the drawer."""
    return render(request, "generation/activity_drawer.html", _context(request, request.GET))


@require_safe
def live(request: StudioRequest) -> HttpResponse:
    """Send the rows that changed; nothing (204) while none did."""
    if pulse.of_activity(request.user) == request.GET.get("since"):
        return HttpResponse(status=204)
    return _changed(request, request.GET)


@require_safe
def badge(request: StudioRequest) -> HttpResponse:
    """Send the figures of the bar; nothing (204) while they stay as they are."""
    now = badge_of(request.user)
    if request.GET.get("shown") == now.shown:
        return HttpResponse(status=204)
    return render(request, "components/_activity_badge.html", {"activity_badge": now})


@require_POST
def change(request: StudioRequest, job_id: int, wish: str) -> HttpResponse:
    """Try a failed job again, cancel one that is not finished, or say what became of one nobody heard of."""
    job = job_to_change(request, job_id)
    if wish == "retry":
        if job.state == Job.State.FAILED:
            try_again(request, job)
    elif wish == "cancel":
        _cancel(request, job)
    elif wish in SETTLED:
        _settle(request, job, wish)
    else:
        raise Http404
    return _changed(request, request.POST) if wants_partial(request) else redirect("generation:activity")


def _cancel(request: StudioRequest, job: Job) -> None:
    try:
        services.cancel_job(job)
    except (LostRace, ValueError):
        messages.info(request, _("It had finished before it could be cancelled."))
    else:
        messages.success(request, _("Cancelled."))


def _settle(request: StudioRequest, job: Job, wish: str) -> None:
    if job.state != Job.State.UNCONFIRMED:
        messages.info(request, _("This is settled already."))
        return
    number = request.POST.get("number", "").strip()[:200] if wish == "made" else ""
    if wish == "made" and not number:
        messages.error(request, _("Write its number at the vendor, so that it can be fetched, or say that it is lost."))
        return
    try:
        services.settle_unconfirmed(job, was_made=wish != "not-made", provider_job_id=number)
    except LostRace:
        messages.info(request, _("This is settled already."))
        return
    wake_runs(job.library_id)
    messages.success(request, _("Settled. It is being collected.") if job.state == Job.State.WAITING else _("Settled."))


# --- The list ---------------------------------------------------------------------------------------


def _changed(request: StudioRequest, parameters: Any) -> HttpResponse:
    context = _context(request, parameters)
    changed = list(parts.changed([context["list"]], parts.seen_by(parameters)))
    return render(request, "generation/activity_live.html", {**context, "changed": changed, "oob": True})


def _context(request: StudioRequest, parameters: Any) -> dict[str, Any]:
    since = pulse.of_activity(request.user)
    show, number = _where(parameters)
    page = Paginator(_listed(request, SHOWN[show][1]), PER_PAGE).get_page(number)
    counts = jobs_of(request.user).aggregate(**{key: Count("pk", filter=where) for key, (_, where) in SHOWN.items()})
    tabs = tuple((key, str(label), counts[key], key == show) for key, (label, _) in SHOWN.items())
    shows = (tabs, page.number, page.paginator.num_pages, str(NOTHING[show]))
    return {
        "list": Part("activity-list", "generation/_jobs.html", shows, _rows(page)),
        "page": page,
        "show": show,
        "since": since,
        "is_live": bool(counts["open"]),
        "nav": "activity",
    }


def _where(parameters: Any) -> tuple[str, str]:
    show, _, number = str(parameters.get("at", "")).partition(":")
    show, number = show or parameters.get("show", "all"), number or parameters.get("page", "1")
    return (show if show in SHOWN else "all"), number


def _listed(request: StudioRequest, where: Q) -> QuerySet[Job]:
    paid, wasted, set_aside = (
        LedgerEntry.objects.filter(job=OuterRef("pk"), kind=kind).order_by()
        for kind in (LedgerEntry.Kind.SETTLED, LedgerEntry.Kind.WASTED, LedgerEntry.Kind.RESERVED)
    )
    return (
        jobs_of(request.user)
        .filter(where)
        .select_related(
            "slot__shot__scene", "slot__entity", "slot__look__character", "slot__segment", "slot__voice", "slot__asset"
        )
        .select_related("slot__scene", "project", "offer", "requested_by")
        .prefetch_related(Prefetch("deliveries", WebhookDelivery.objects.order_by("received_at")))
        .annotate(
            wasted=Coalesce(Subquery(wasted.values("job").annotate(sum=Sum("amount_micros")).values("sum")), 0),
            paid=Coalesce(Subquery(paid.values("job").annotate(sum=Sum("amount_micros")).values("sum")), 0),
            set_aside=Coalesce(Subquery(set_aside.values("job").annotate(sum=Sum("amount_micros")).values("sum")), 0),
            is_mine=Q(library__in=libraries_to_fill(request.user).order_by().values("pk")),
            is_last=~Exists(later_jobs()),
        )
        .order_by("-pk")
    )


def _rows(page: Page[Job]) -> tuple[Part, ...]:
    return tuple(Part(f"job-{job.pk}", "generation/_job.html", _row(job)) for job in page.object_list)


def _row(job: Any) -> JobRow:
    state, word = STATE_WORDS[Job.State(job.state)]
    is_doubtful = job.state == Job.State.UNCONFIRMED
    return JobRow(
        pk=job.pk,
        film=wording.title(job.project) if job.project else _("Library"),
        film_id=job.project_id or 0,
        step=STEP_OF[job.slot.role].label,
        place=place_of(job.slot),
        model=job.offer.label if job.offer else "SceneMe",
        state=state,
        word=str(word),
        percent=job.progress if job.state == Job.State.RUNNING else 0,
        took=_took(job),
        cost=_cost(job),
        route=said.words(job.route),
        waits_for="" if is_doubtful else _waits_for(job),
        problem=str(DOUBT) if is_doubtful else said.words(job.error_detail),
        asked_at=_when(job.created_at),
        evidence=tuple(_evidence(job)) if is_doubtful else (),
        log=tuple(_log(job)),
        may_retry=job.is_mine and job.is_last and job.state == Job.State.FAILED,
        may_cancel=job.is_mine and not job.is_final and not is_doubtful,
        may_settle=job.is_mine and is_doubtful,
    )


def place_of(slot: Slot) -> str:
    """Return which of its kind it is: “Shot 2.3”, “Line 4”, a name."""
    if slot.shot:
        return _("Shot %s") % f"{slot.shot.scene.position + 1}.{slot.shot.position + 1}"
    if slot.segment:
        return _("Line %s") % (slot.segment.position + 1)
    if slot.scene:
        return _("Scene %s") % (slot.scene.position + 1)
    if slot.look:
        return f"{slot.look.character.name}, {slot.look.name}"
    if slot.asset:
        return str(slot.asset.details.get("uploaded_as") or _("A picture"))
    named = slot.entity or slot.voice
    return named.name if named else slot.variant


def _waits_for(job: Job) -> str:
    """Say what a job waits for, and until when where it is tried again by itself."""
    if job.is_final or not job.waits_for:
        return ""
    if job.not_before is None:
        return said.words(job.waits_for)
    return _("%(why)s Again at %(when)s.") % {"why": said.words(job.waits_for), "when": _when(job.not_before)}


def _evidence(job: Job) -> list[LogLine]:
    """Return what is known of a request whose answer was not seen."""
    lines = []
    if job.sent_at:
        lines.append(LogLine(_("Sent"), _at(job.sent_at)))
    if job.offer:
        lines.append(LogLine(_("To"), f"{job.offer.vendor} · {job.offer.endpoint}"))
    lines.append(LogLine(_("What was seen"), job.vendor_words[:600] or _("nothing")))
    deliveries = job.deliveries.all()
    lines += [LogLine(_("A message came"), _delivery(row)) for row in deliveries]
    if not deliveries:
        lines.append(LogLine(_("Messages"), _("none")))
    if job.not_before:
        lines.append(LogLine(_("Looked for again"), _at(job.not_before)))
    return lines


def _delivery(row: WebhookDelivery) -> str:
    words = [_at(row.received_at), row.provider_job_id, _("not believed: %s") % row.problem if row.problem else ""]
    return " · ".join(filter(None, words))


def _cost(job: Any) -> str:
    if job.wasted:
        return _("%s wasted") % wording.dollars(job.wasted)
    if job.paid:
        return wording.dollars(job.paid)
    if job.set_aside:
        return _("%s set aside") % wording.dollars(job.set_aside)
    return _("free") if job.is_free else ""


def _took(job: Job) -> str:
    if job.started_at is None or job.finished_at is None:
        return ""
    return wording.took((job.finished_at - job.started_at).total_seconds())


def _log(job: Job) -> list[LogLine]:
    """Return what is known of a job's way, in order."""
    who = job.requested_by.get_username() if job.requested_by else _("the studio")
    lines = [LogLine(_("Asked for"), _("%(when)s by %(who)s") % {"when": _at(job.created_at), "who": who})]
    if job.started_at:
        waited = wording.took(max(0.0, (job.started_at - job.created_at).total_seconds()))
        figures = {"when": _at(job.started_at), "waited": waited}
        lines.append(LogLine(_("Begun"), _("%(when)s, after %(waited)s") % figures))
    if job.attempt > 1:
        lines.append(LogLine(_("Begun anew"), _("%d times, because the work was cut off") % (job.attempt - 1)))
    if job.finished_at:
        ending = str(STATE_WORDS[Job.State(job.state)][1]).lower()
        lines.append(LogLine(_("Ended"), f"{_at(job.finished_at)}: {ending}"))
    if job.route:
        lines.append(LogLine(_("Model"), said.words(job.route)))
    if job.sent_at:
        lines.append(LogLine(_("Sent"), _at(job.sent_at)))
    lines += _sums(job)
    lines += [LogLine(_("Note"), said.words(str(note))) for note in job.notes]
    if job.provider_job_id:
        lines.append(LogLine(_("At the vendor"), job.provider_job_id))
    if job.vendor_words:
        lines.append(LogLine(_("The vendor said"), job.vendor_words[:600]))
    return [*lines, LogLine(_("Number"), str(job.pk))]


def _sums(job: Any) -> list[LogLine]:
    sums = ((_("Set aside"), job.set_aside), (_("Paid"), job.paid), (_("Wasted"), job.wasted))
    return [LogLine(label, wording.exact(micros)) for label, micros in sums if micros]


def _at(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), _("j M H:i:s"))


def _when(moment: datetime) -> str:
    at = timezone.localtime(moment)
    return f"{at:%H:%M}" if at.date() == timezone.localdate() else date_format(at, _("j M H:i"))
