"""How it was made: jobs and runs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from entities.curation import History
from generation.admin.made import Curated
from generation.admin.shown import OWNERS, film_filter, library_filter, preview, tell
from generation.models import Job, Run, RunEvent, Slot
from generation.services import curation


class RunEventInline(admin.TabularInline):
    """A run's log."""

    model = RunEvent
    extra = 0
    fields = ["at", "level", "step", "text"]
    readonly_fields = ["at", "level", "step", "text"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The log writes itself."""
        return False


@admin.register(Job)
class JobAdmin(Curated):
    """Every attempt, with what went wrong."""

    list_display = [
        "id", "state", "role", "film", "made_by", "look_at", "took", "attempt", "error_code", "requested_by",
        "created_at",
    ]  # fmt: skip
    list_select_related = ["slot", "project", "offer", "requested_by", "take__asset"]
    list_filter = [
        "state", "slot__role", "offer__vendor", film_filter("project"), library_filter("library"), "error_code",
        "created_at",
    ]  # fmt: skip
    search_fields = ["project__title", "error_detail", "vendor_words", "provider_job_id", "recipe_digest"]
    date_hierarchy = "created_at"
    readonly_fields = ["look_at"]
    actions = ["retry", "make_again", "cancel"]

    @admin.display(description="Work", ordering="slot__role")
    def role(self, job: Job) -> str:
        """What kind of work it is."""
        return job.slot.get_role_display()

    @admin.display(description="Film", ordering="project")
    def film(self, job: Job) -> str:
        """The film it is for."""
        return str(job.project or "–")

    @admin.display(description="Model", ordering="offer")
    def made_by(self, job: Job) -> str:
        """Who does it."""
        return str(job.offer or "the studio")

    @admin.display(description="Take")
    def look_at(self, job: Job) -> str:
        """What came of it."""
        take = getattr(job, "take", None)
        return preview(take.asset if take else None, height=60)

    @admin.display(description="Took")
    def took(self, job: Job) -> str:
        """From start to finish."""
        if job.started_at is None or job.finished_at is None:
            return "–"
        return f"{(job.finished_at - job.started_at).total_seconds():.1f} s"

    @admin.action(description="Retry what failed", permissions=["curate"])
    def retry(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """As their films stand now."""
        chosen = jobs.select_related("slot", "library", "run")
        tell(request, curation.retry(chosen, requested_by_id=request.user.pk))

    @admin.action(description="Make again", permissions=["curate"])
    def make_again(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """Another take of what each was for."""
        slots = Slot.objects.filter(jobs__in=jobs).distinct().select_related(*OWNERS, "shot__scene", "look__character")
        tell(request, curation.make_again(slots, requested_by_id=request.user.pk))

    @admin.action(description="Cancel what has not finished", permissions=["curate"])
    def cancel(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        """What has finished stays."""
        messages.success(request, f"Cancelled: {curation.cancel(jobs)}.")


@admin.register(Run)
class RunAdmin(History):
    """Runs and their logs."""

    list_display = ["id", "project", "state", "until", "message", "requested_by", "created_at", "finished_at"]
    list_select_related = ["project", "requested_by"]
    list_filter = ["state", "until", film_filter("project"), library_filter("project__library"), "created_at"]
    search_fields = ["project__title", "message"]
    inlines = [RunEventInline]
