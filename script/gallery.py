"""Makes the films of `docs/gallery/texts.toml`, measures them and writes contact sheets and a report beside it."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"

REPORT_HEAD = """# What the studio makes with no key

Made by `script/gallery` from the texts in this folder; every film has its contact sheet here, and `people.jpg` and
`places.jpg` show who and what was drawn for them. Jitter is the RMS of the velocity that no smooth movement explains,
in pixels a frame; captions are compared with the voice's own word times.

| film | length (asked) | shots | words kept | people | lines right | own words | loudness | jitter | captions off |
|---|---|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Make what was asked for; exit with 1 if a film could not be made."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="only these films; the report is then printed and not stored")
    asked.add_argument("--keep", metavar="FOLDER", help="leave the films and the studio's data there")
    options = asked.parse_args()
    films = tomllib.loads((FOLDER / "texts.toml").read_text(encoding="utf-8"))["film"]
    chosen = [film for film in films if not options.names or film["name"] in options.names]
    data = Path(options.keep).resolve() if options.keep else Path(tempfile.mkdtemp(prefix="sceneme-gallery-"))
    _start_django(data)
    rows = _make(chosen, data)
    report = REPORT_HEAD + "".join(row + "\n" for row in rows)
    if not options.names:
        (FOLDER / "report.md").write_text(report, encoding="utf-8")
    sys.stdout.write(report)


def _start_django(data: Path) -> None:
    sys.path.insert(0, str(ROOT))
    os.environ |= {
        "SCENEME_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "sceneme.settings",
        "SCENEME_LOG_LEVEL": "ERROR",
    }
    import django

    django.setup()
    from sceneme.embedded import prepare

    prepare()


def _make(chosen: list[dict[str, Any]], data: Path) -> list[str]:
    """Make the films one after the other; return the report's rows."""
    import gallery_measures
    import gallery_sheets

    from sceneme.embedded import Studio

    rows, projects = [], []
    with Studio():
        for wanted in chosen:
            started = time.perf_counter()
            film = _film(wanted, data)
            projects.append(film.project)
            took = time.perf_counter() - started
            sys.stderr.write(
                f"{wanted['name']}: {film.length_s:.1f} s made in {took:.1f} s ({took / film.length_s:.2f})\n"
            )
            gallery_sheets.film_sheet(film, FOLDER / f"{wanted['name']}.jpg")
            rows.append(gallery_measures.row(wanted, film, _source(wanted)))
    gallery_sheets.people_sheet(projects, FOLDER / "people.jpg")
    gallery_sheets.places_sheet(projects, FOLDER / "places.jpg")
    return rows


def _source(wanted: dict[str, Any]) -> str:
    if "text" in wanted:
        return (FOLDER / "texts" / str(wanted["text"])).read_text(encoding="utf-8")
    return str(wanted["idea"])


def _film(wanted: dict[str, Any], data: Path) -> Any:
    """Make one film with the real studio and return it as made."""
    from gallery_measures import Made

    from entities.models import Style
    from entities.services import library_of
    from generation import services, storage
    from generation.models import Rendition, Run
    from projects.services import create_film, source_kind_of
    from sceneme.owner import owner

    user, source = owner(), _source(wanted)
    kind = "idea" if "idea" in wanted else source_kind_of(source).replace("idea", "story")
    project = create_film(
        library_of(user),
        source,
        source_kind=kind,
        shape=wanted.get("shape", "16:9"),
        seconds=wanted.get("seconds", 60),
        seed=wanted.get("seed", 1),
        style=Style.objects.filter(name=wanted.get("style", "")).first(),
        created_by_id=user.pk,
    )
    run = services.start_run(project, requested_by_id=user.pk)
    while run.state in Run.OPEN:
        time.sleep(0.5)
        run.refresh_from_db()
    rendition = Rendition.objects.filter(project=project).order_by("-pk").first()
    if run.state != Run.State.FINISHED or rendition is None:
        raise SystemExit(f"{wanted['name']} could not be made: {run.message}")
    path = storage.local_path(rendition.take.asset)
    vtt = storage.local_path(rendition.vtt).read_text(encoding="utf-8") if rendition.vtt else ""
    return Made(project, path, vtt)


if __name__ == "__main__":
    main()
