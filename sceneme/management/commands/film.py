"""`manage.py film "an idea"`: a film on disk, from one line."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.text import slugify

from entities.models import Library, Style
from entities.services import library_of, styles_for
from generation import services, storage
from generation.media.errors import MediaError
from generation.media.runner import find_ffmpeg
from generation.models import Rendition, Run
from generation.services import budget
from generation.services.progress import Progress
from projects.models import SHAPES, Project
from projects.services import BadSource, checked_source, create_film
from sceneme import logs
from sceneme.embedded import Studio, prepare
from sceneme.owner import owner
from sceneme.watching import Screen, watch


class Command(BaseCommand):
    """Make a film, show how it goes, leave the file."""

    help = "Make a film from an idea, a story or a screenplay."
    # Checked below instead, to say it in one sentence.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the text and how the film should be."""
        parser.add_argument("idea", nargs="?", default="", help="what the film is about")
        parser.add_argument(
            "--story", metavar="FILE", help="a story or screenplay to film as it is written ('-': standard input)"
        )
        parser.add_argument("--shape", default="16:9", help=f"one of {', '.join(SHAPES)}")
        parser.add_argument("--quality", default="draft", help="draft (720 lines) or full (1080)")
        parser.add_argument("--seconds", type=int, default=60, help="the length of a film made from an idea")
        parser.add_argument("--style", default="", help="the name of a style")
        parser.add_argument("--seed", type=int, default=1, help="another number gives another film of the same idea")
        parser.add_argument(
            "--budget", type=Decimal, default=None, metavar="USD", help="what models that cost may spend; without it, 0"
        )
        parser.add_argument("--out", metavar="FILE", default="", help="where to put the film")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the film; say in one sentence why there is none in the end, and exit with a code that is not 0."""
        try:
            self._try(options)
        except CommandError as error:
            self.stderr.write(str(error))
            raise SystemExit(error.returncode) from error

    def _try(self, options: dict[str, Any]) -> None:
        try:
            self._make(options)
        except BadSource as error:
            raise CommandError(str(error)) from error
        except MediaError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(_file_trouble(error)) from error
        except OperationalError as error:
            raise CommandError(f"The studio's database cannot be used: {error}.") from error
        except KeyboardInterrupt:
            raise CommandError("Stopped. The same command goes on where it was.", returncode=130) from None

    def _make(self, options: dict[str, Any]) -> None:
        source = checked_source(_source(options))
        out = _checked_out(options["out"])
        find_ffmpeg()
        logs.to_file_only(settings.DATA_DIR / "logs")
        prepare()
        user = owner()
        library = library_of(user)
        project = _film(library, source, options, user.pk)
        if options["budget"] is not None:
            budget.set_budget(library.pk, project.pk, int(options["budget"] * 1_000_000), by_id=user.pk)
        screen = Screen(sys.stderr)
        with Studio() as studio:
            run = services.start_run(project, requested_by_id=user.pk)
            progress = watch(project.pk, run.pk, screen, studio)
        self._leave(progress, out)

    def _leave(self, progress: Progress, out: Path | None) -> None:
        run, film = progress.run, progress.film
        if run is None or run.state != Run.State.FINISHED or film is None:
            raise CommandError(run.message if run and run.message else "The film could not be made.")
        for event in run.events.filter(level="warning"):
            self.stderr.write(event.text)
        for note in film.project.notes:
            self.stderr.write(str(note))
        self.stdout.write(str(_put(film, out)))


def _source(options: dict[str, Any]) -> str:
    if options["story"] and options["idea"]:
        raise CommandError("Give either an idea or --story FILE, not both.")
    if not options["story"]:
        return str(options["idea"])
    if options["story"] == "-":
        return _decoded(sys.stdin.buffer.read())
    return _decoded(Path(options["story"]).expanduser().read_bytes())


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    odd = sum(byte < 9 or 13 < byte < 32 for byte in data)
    if odd:
        raise BadSource("This file is not text. Give a plain text file (.txt, .fountain, .md).")
    return data.decode("cp1252", errors="replace")


def _checked_out(out: str) -> Path | None:
    """Find out before the work whether the film can be put there."""
    if not out:
        return None
    path = Path(out).expanduser().resolve()
    if path.is_dir():
        return path
    if not path.parent.is_dir():
        raise CommandError(f"There is no folder {path.parent} to put the film in.")
    return path if path.suffix else path.with_suffix(".mp4")


def _film(library: Library, source: str, options: dict[str, Any], user_id: int) -> Project:
    """The film of the same text and wishes that was begun and not finished, else a new one."""
    style = _style(library, options["style"])
    begun = Project.objects.filter(
        library=library,
        source=source,
        shape=options["shape"],
        quality=options["quality"],
        seconds=options["seconds"],
        seed=options["seed"],
        runs__state__in=Run.OPEN,
    ).order_by("-pk")
    same = [film for film in begun if film.style.get("name", "") == (style.name if style else "")]
    if same:
        return same[0]
    kind = "" if options["idea"] else _kind_of_story(source)
    return create_film(
        library,
        source,
        source_kind=kind or Project.SourceKind.IDEA,
        shape=options["shape"],
        quality=options["quality"],
        seconds=options["seconds"],
        seed=options["seed"],
        style=style,
        created_by_id=user_id,
    )


def _kind_of_story(source: str) -> str:
    from projects.services import source_kind_of

    kind = source_kind_of(source)
    return kind if kind == Project.SourceKind.SCREENPLAY else Project.SourceKind.STORY


def _style(library: Library, name: str) -> Style | None:
    if not name:
        return None
    styles = {style.name.casefold(): style for style in styles_for(library)}
    if name.casefold() not in styles:
        raise CommandError(f"There is no style “{name}”. Choose one of {', '.join(s.name for s in styles.values())}.")
    return styles[name.casefold()]


def _put(film: Rendition, out: Path | None) -> Path:
    """Copy the film and its captions out of the library, under a name of its own."""
    name = slugify(film.project.title)[:60] or "film"
    target = out if out and not out.is_dir() else _free((out or Path.cwd()) / f"{name}.mp4")
    _copy(storage.local_path(film.take.asset), target)
    for asset, suffix in ((film.srt, ".srt"), (film.vtt, ".vtt")):
        if asset is not None:
            _copy(storage.local_path(asset), target.with_suffix(suffix))
    return target


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _free(path: Path) -> Path:
    candidates = [path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000))]
    return next(candidate for candidate in candidates if not candidate.exists())


def _file_trouble(error: OSError) -> str:
    if error.errno in {28, 122}:
        return "The disk is full. Make room and give the same command again: nothing that was made is lost."
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}."
