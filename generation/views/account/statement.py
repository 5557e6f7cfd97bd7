"""The statement of a film or a library: every sum that was paid, beside which a vendor's bill can be laid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from entities.models import Library
from generation.graph import STEP_OF
from generation.http import StudioRequest
from generation.models import Vendor
from generation.services import statements
from generation.services.statements import Account, Line
from generation.views import tables, wording
from generation.views.access import film_to_see, to_see
from generation.views.activity import place_of
from projects.models import Project

MOST_LINES: Final = 300
"""How many lines a page shows; all of them are in the file."""

COLUMNS: Final = (
    "time", "vendor", "model", "film", "piece", "kind", "amount_usd", "job", "vendor_job", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One sum in words."""

    at: str
    what: str
    film: str
    job: int
    number: str
    amount: str
    is_wasted: bool


@dataclass(frozen=True)
class Sums:
    """What one model came to, with its lines as far as they are shown."""

    label: str
    key: str
    pieces: int
    used: str
    wasted: str
    reserved: str
    billed: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Bill:
    """What one vendor's bill says."""

    label: str
    billed: str
    models: tuple[Sums, ...]


@require_safe
def of_library(request: StudioRequest, library_id: int) -> HttpResponse:
    """Show what a library has paid."""
    library: Library = to_see(request, Library.objects.all(), library_id)
    return _page(request, library.pk, None, library.name)


@require_safe
def of_film(request: StudioRequest, film_id: int) -> HttpResponse:
    """Show what a film has paid."""
    film = film_to_see(request, film_id)
    return _page(request, film.library_id, film, wording.title(film))


@require_safe
def library_file(request: StudioRequest, library_id: int) -> StreamingHttpResponse:
    """Send what a library has paid as a table."""
    library: Library = to_see(request, Library.objects.all(), library_id)
    return _file(library.pk, None, f"library-{library.pk}")


@require_safe
def film_file(request: StudioRequest, film_id: int) -> StreamingHttpResponse:
    """Send what a film has paid as a table."""
    film = film_to_see(request, film_id)
    return _file(film.library_id, film.pk, f"film-{film.pk}")


# --- The page ---------------------------------------------------------------------------------------


def _page(request: StudioRequest, library_id: int, film: Project | None, title: str) -> HttpResponse:
    film_id = film.pk if film else None
    statement = statements.statement_of(library_id, film_id)
    newest = list(statements.lines_of(library_id, film_id, newest=MOST_LINES + 1))
    file = ("account-film-statement-file", film.pk) if film else ("account-library-statement-file", library_id)
    return render(
        request,
        "account/statement.html",
        {
            "subject": title,
            "film": film,
            "library_id": library_id,
            "bills": _bills(statement.accounts, newest[:MOST_LINES]),
            "billed": wording.exact(statement.billed),
            "used": wording.exact(statement.used),
            "wasted": wording.exact(statement.wasted),
            "reserved": wording.exact(statement.reserved),
            "are_more": len(newest) > MOST_LINES,
            "file": reverse(f"generation:{file[0]}", args=(file[1],)),
            "nav": "account",
        },
    )


def _bills(accounts: tuple[Account, ...], lines: list[Line]) -> list[Bill]:
    labels = dict(Vendor.objects.values_list("key", "label"))
    found: dict[str, list[Account]] = {}
    for account in accounts:
        found.setdefault(account.vendor, []).append(account)
    return [
        Bill(
            label=labels.get(vendor, vendor) or _("Deleted since"),
            billed=wording.exact(sum(account.billed for account in of_vendor)),
            models=tuple(_sums(account, lines) for account in of_vendor),
        )
        for vendor, of_vendor in found.items()
    ]


def _sums(account: Account, lines: list[Line]) -> Sums:
    return Sums(
        label=account.label or _("Model unknown"),
        key=account.model,
        pieces=account.pieces,
        used=wording.exact(account.used),
        wasted=wording.exact(account.wasted) if account.wasted else "",
        reserved=wording.exact(account.reserved) if account.reserved else "",
        billed=wording.exact(account.billed),
        rows=tuple(_row(line) for line in lines if line.model == account.model),
    )


def _row(line: Line) -> Row:
    return Row(
        at=date_format(timezone.localtime(line.at), "j M Y, H:i"),
        what=what(line),
        film=wording.title(line.film) if line.film else "",
        job=line.job.pk if line.job else 0,
        number=line.job.provider_job_id if line.job else "",
        amount=wording.exact(line.micros),
        is_wasted=line.is_wasted,
    )


def what(line: Line) -> str:
    """Say what was paid for: “Clips, shot 2.3”."""
    if line.job is None:
        return line.note or _("Something that was deleted since")
    slot = line.job.slot
    return ", ".join(filter(None, (STEP_OF[slot.role].label, place_of(slot))))


# --- The file ---------------------------------------------------------------------------------------


def _file(library_id: int, film_id: int | None, name: str) -> StreamingHttpResponse:
    lines = statements.lines_of(library_id, film_id)
    return tables.file(f"statement-{name}.csv", COLUMNS, map(_values, lines))


def _values(line: Line) -> tuple[object, ...]:
    whole, part = divmod(line.micros, 1_000_000)
    return (
        line.at.isoformat(),
        line.vendor,
        line.model,
        wording.title(line.film) if line.film else "",
        what(line),
        line.kind,
        f"{whole}.{part:06}",
        line.job.pk if line.job else "",
        line.job.provider_job_id if line.job else "",
        line.note,
    )
