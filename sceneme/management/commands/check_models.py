"""`manage.py check_models`: whether the rows of models still say what the vendors publish."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict, fields
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from entities.models import Library
from entities.services import library_of
from generation import vault
from generation.models import ModelOffer, Vendor
from generation.providers.base import Access, Capability, NeedsSetup
from generation.providers.catalog import CATALOG
from generation.providers.drift.report import Report, against_folder, against_vendors
from generation.providers.specs import ModelSpec
from sceneme.owner import owner

DRIFTED = 1


class Command(BaseCommand):
    """Nothing is changed and nothing is paid; what differs is said, a line each."""

    help = "Compare the rows of models with what their vendors publish. Exit code 1 if something differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take which rows, and what they are to be compared with."""
        parser.add_argument("models", nargs="*", metavar="KEY", help="only these models, or those of these vendors")
        parser.add_argument(
            "--shipped", action="store_true", help="the rows that the studio ships, in place of the database's"
        )
        source = parser.add_mutually_exclusive_group(required=True)
        source.add_argument("--specs", metavar="FOLDER", help="a folder with the vendors' documents")
        source.add_argument("--live", action="store_true", help="ask the vendors themselves; it costs nothing")
        parser.add_argument("--library", type=int, metavar="ID", help="whose keys to use; without it, the owner's")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON document in place of lines")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compare, say what differs, and leave with a code that tells it."""
        rows = _rows(options["models"], is_shipped=options["shipped"])
        if options["live"]:
            report = against_vendors(rows, partial(_access, _library(options["library"])))
        else:
            folder = Path(options["specs"]).expanduser()
            if not folder.is_dir():
                raise CommandError(f"There is no folder {folder}.")
            report = against_folder(rows, folder)
        self._tell(report, as_json=options["as_json"])
        if report.findings:
            raise SystemExit(DRIFTED)

    def _tell(self, report: Report, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(asdict(report), indent=2, default=str))
            return
        for finding in report.findings:
            self.stdout.write(str(finding))
        for vendor, why in report.troubles.items():
            self.stderr.write(f"{vendor}: not compared: {why}")
        self.stderr.write(
            f"{len(report.compared)} models compared, {len(report.findings)} differences, "
            f"{len(report.silent)} of which nothing was found."
        )


def _rows(wanted: list[str], *, is_shipped: bool) -> list[ModelSpec]:
    rows = list(CATALOG) if is_shipped else [_spec(offer) for offer in ModelOffer.objects.order_by("vendor", "key")]
    if not wanted:
        return rows
    unknown = set(wanted) - {row.key for row in rows} - {row.vendor for row in rows}
    if unknown:
        raise CommandError(f"There is no model or vendor {', '.join(sorted(unknown))}.")
    return [row for row in rows if {row.key, row.vendor} & set(wanted)]


def _spec(offer: ModelOffer) -> ModelSpec:
    """Return a row of the database as it would be shipped."""
    told = {item.name: getattr(offer, item.name) for item in fields(ModelSpec)}
    lists = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return ModelSpec(**{**told, **lists, "capability": Capability(offer.capability)})


def _library(number: int | None) -> Library:
    if number is None:
        return library_of(owner())
    library = Library.objects.filter(pk=number).first()
    if library is None:
        raise CommandError(f"There is no library {number}.")
    return library


def _access(library: Library, vendor: str) -> Access:
    row = Vendor.objects.filter(key=vendor).first()
    if row is None:
        raise NeedsSetup("The studio does not know this vendor.")
    try:
        return vault.access_for(library.pk, row)
    except vault.Unreadable as error:
        raise NeedsSetup(str(error)) from error
