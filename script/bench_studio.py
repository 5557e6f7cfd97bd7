"""The pages of a long film: server time, queries and bytes of each, with 10 shots and 500; many people polling.

Exits with 1 where a page takes more than 30 queries, more for a film of 500 shots than for one of 10, or is too large.
What stands in the table as time is the processor's, so that it means the same on a machine that is busy.
`bench_studio.py pages` and `bench_studio.py polls` do one half each.
"""

from __future__ import annotations

import http.client
import json
import logging
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script")]

MOST_QUERIES = 30
SMALL, LARGE = {"shots": 10, "scenes": 2}, {"shots": 500, "scenes": 40}
REPEATS = 5
SLOW_MS = 200
MOST_KB = 300
WHOLE = ("cut-timeline",)
"""The film as data for its player: it is fetched once and must be whole."""
PEOPLE, POLL_SECONDS, POLL_EVERY = 100, 10.0, 2.0
"""A page asks every two seconds."""


def main(what: str = "all") -> None:
    """Make both films, look at every page, then poll; print tables."""
    folder = tempfile.mkdtemp(prefix="sceneme-bench-studio-")
    os.environ.update(
        SCENEME_DATA=folder,
        DATABASE_URL="",
        REDIS_URL="",
        SCENEME_LOG_LEVEL="ERROR",
        SCENEME_HOSTS="localhost,127.0.0.1",
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from sceneme import memory
    from sceneme.embedded import prepare

    prepare()
    memory.settle()
    failures = 0
    if what in {"all", "pages"}:
        failures = _pages()
    if what in {"all", "polls"}:
        _polls()
    if failures:
        raise SystemExit(f"{failures} pages break a promise")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- Pages -----------------------------------------------------------------------------------------


@dataclass
class Measured:
    """What one page took."""

    queries: int
    milliseconds: float
    kilobytes: float
    status: int


def _pages() -> int:
    """Measure all pages of a short and a long film; return how many break the promise."""
    from bench_studio_film import LongFilm
    from django.contrib.auth.models import User

    films = []
    for n, size in enumerate((SMALL, LARGE)):
        started = time.perf_counter()
        films.append(LongFilm(User.objects.create_user(f"director{n}"), **size))
        took = time.perf_counter() - started
        _say(f"   a film of {size['scenes']} scenes and {size['shots']} shots made in {took:.1f} s")
    _say(f"   {'page':<44}{'queries':>8}{'at 10':>8}{'ms':>8}{'KB':>8}")
    failures = 0
    few = dict(_addresses(films[0]))
    for key, path in _addresses(films[1]):
        large = _measure(films[1], path, repeats=REPEATS)
        if large.status in {302, 404, 405}:
            continue
        small = _measure(films[0], few[key], repeats=0)
        problem = _problem(key, large, small)
        failures += bool(problem)
        _say(_row(key, large, small.queries) + problem)
    return failures


def _problem(key: str, large: Measured, small: Measured) -> str:
    if large.status >= 400:
        return f"  <- {large.status}"
    if large.queries > MOST_QUERIES or large.queries > small.queries:
        return "  <- too often"
    is_whole = key in WHOLE or key.endswith("all open")
    return "  <- too large" if large.kilobytes > MOST_KB and not is_whole else ""


def _row(key: str, page: Measured, queries_of_few: int) -> str:
    figures = f"{page.queries:>8}{queries_of_few:>8}{page.milliseconds:>8.0f}{page.kilobytes:>8.0f}"
    return f"   {key:<44}{figures}{'  slow' if page.milliseconds > SLOW_MS else ''}"


def _addresses(film: Any) -> Iterator[tuple[str, str]]:
    """Yield every address that can be asked for, found by walking them, then pages with something open."""
    from django.urls import reverse

    from generation.views.steps import PAGES

    rows = _rows(film)
    for name, parts in _routes():
        if "step" in parts:
            for step in PAGES:
                args = {**{part: rows[part] for part in parts if part != "step"}, "step": step}
                yield f"{name} {step}", reverse(f"generation:{name}", kwargs=args)
        elif all(part in rows for part in parts):
            yield name, reverse(f"generation:{name}", kwargs={part: rows[part] for part in parts})
    page = f"/films/{rows['film_id']}/"
    shot, scene, take = rows["shot_id"], rows["scene_id"], rows["take_id"]
    for step, asked in (
        ("shots", f"shot={shot}"), ("shots", f"scene={scene}"), ("shots", "edits"), ("frames", f"shot={shot}"),
        ("frames", "show=stale"), ("clips", f"shot={shot}"), ("clips", f"shot={shot}&take={take}&with={take}"),
        ("cast", "add"), ("script", f"voice={rows['character_id']}"), ("sound", "music=1"), ("sound", f"scene={scene}"),
        ("story", "style=none"),
    ):  # fmt: skip
        yield re.sub(r"\d+", "…", f"film-step {step} ?{asked}"), f"{page}{step}/?{asked}"
    for kind in ("character", "set", "prop", "voice", "style", "series"):
        yield f"library ?kind={kind}", f"/library/?kind={kind}"
    for shown in ("open", "failed", "done"):
        yield f"activity ?at={shown}", f"/activity/?at={shown}"
    for section in ("you", "members", "keys", "models", "costs"):
        yield f"account ?at={section}", f"/account/?at={section}:{rows['library_id']}"
    everything = ".".join(["00000000"] * 20)
    for step in ("shots", "frames", "clips", "script"):
        yield f"film-step {step}, all open", f"{page}{step}/?unfolded=all"
    for step, kind in (("shots", "scene"), ("frames", "scene"), ("script", "pages")):
        yield f"one scene opened: {step}", f"{page}{step}/live/?since=x&unfolded={kind}-{scene}&seen=<seen>"
    for step in PAGES:
        yield f"live, all changed: {step}", f"{page}{step}/live/?since=x&seen={everything}"
        yield f"live, nothing changed: {step}", f"{page}{step}/live/?since=<since>"


def _routes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name of each address of the studio and the parts to fill in."""
    from generation.urls import urlpatterns

    for pattern in urlpatterns:
        name = getattr(pattern, "name", None)
        if name and name != "media":
            yield name, tuple(pattern.pattern.converters)


def _rows(film: Any) -> dict[str, Any]:
    """A row for each part of an address."""
    from entities.models import Style, Voice
    from generation.models import Job, Take
    from projects.models import Edit, Scene, Segment, Series, Shot

    project = film.project
    shot = Shot.objects.filter(scene__project=project).order_by("position")[7]
    voice = Voice.objects.create(library=film.library, offer="animatic/voice", key=f"own{project.pk}", name="Own")
    return {
        "film_id": project.pk,
        "shot_id": shot.pk,
        "scene_id": Scene.objects.filter(project=project)[1].pk,
        "segment_id": shot.segment_id,
        "line_id": Segment.objects.filter(project=project)[5].pk,
        "take_id": Take.objects.filter(slot__shot=shot, slot__role="clip")[0].pk,
        "slot_id": Take.objects.filter(slot__shot=shot)[0].slot_id,
        "job_id": Job.objects.filter(project=project)[0].pk,
        "edit_id": Edit.objects.filter(project=project)[0].pk,
        "entity_id": film.people[0].pk,
        "character_id": film.people[0].pk,
        "look_id": film.looks[0].pk,
        "library_id": film.library.pk,
        "voice_id": voice.pk,
        "style_id": Style.objects.create(library=film.library, name="Own").pk,
        "series_id": Series.objects.create(library=film.library, name="Lamps").pk,
    }


def _measure(film: Any, path: str, *, repeats: int) -> Measured:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser = Client(headers={"host": "localhost"})
    browser.force_login(film.user)
    path = path.replace("<since>", _pulse(film))
    if "<seen>" in path:
        whole = browser.get(path.split("live/")[0] + "?unfolded=").getvalue().decode()
        path = path.replace("<seen>", ".".join(re.findall(r'data-v="(\w+)"', whole)))
    # What is read once, such as templates, is no page's time.
    answer = browser.get(path)
    if answer.status_code >= 300:
        return Measured(0, 0.0, 0.0, answer.status_code)
    with CaptureQueriesContext(connection) as queries:
        size = len(browser.get(path).getvalue())
    asked = len(queries)  # counted now: the next request forgets them
    times = [0.0]
    for n in range(repeats):
        started = time.process_time()
        browser.get(path).getvalue()
        times[n:] = [(time.process_time() - started) * 1000]
    return Measured(asked, statistics.median(times), size / 1024, answer.status_code)


# --- Polls -----------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What everybody's polls took."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    changed: int = 0


def _polls() -> None:
    """Let a hundred people look at one long film on a real web server."""
    from bench_studio_film import LongFilm
    from django.contrib.auth.models import User

    film = LongFilm(User.objects.create_user("looked-at"), **LARGE)
    from generation.models import Run

    Run.objects.create(project=film.project, state=Run.State.PAUSED)
    cookies = list(_seats(film))
    with _server() as port:
        path = f"/films/{film.project.pk}/shots/"
        path += f"live/?since={_pulse(film)}"
        for name, at_once in (("each in their own time", False), ("all at the same moment", True)):
            _say(_report(name, _crowd(port, path, cookies, at_once=at_once)))


def _pulse(film: Any) -> str:
    from generation.views import pulse

    return str(pulse.of_film(film.user, film.project.pk))


def _seats(film: Any) -> Iterator[str]:
    """Yield the session cookies of new members."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from entities.models import Membership

    for n in range(PEOPLE):
        user = User.objects.create_user(f"viewer{n}")
        Membership.objects.create(library=film.library, user=user, role=Membership.Role.VIEWER)
        browser = Client()
        browser.force_login(user)
        yield f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


class _server:
    """The studio in a process of its own."""

    def __enter__(self) -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        command = [sys.executable, str(ROOT / "manage.py"), "studio", "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.2)
                continue
            time.sleep(5)  # its workers are still starting
            return self.port
        self.__exit__()
        raise SystemExit("the studio did not start in a minute")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()


def _get(connection: http.client.HTTPConnection, path: str, cookie: str) -> tuple[int, bytes]:
    connection.request("GET", path, headers={"Cookie": cookie, "HX-Request": "true"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def _crowd(port: int, path: str, cookies: list[str], *, at_once: bool) -> Tally:
    """Let everybody poll for some seconds, each on a connection that stays open, as browsers do."""
    tally, lock = Tally(), threading.Lock()
    start = time.monotonic() + 1.0

    def person(index: int, cookie: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        due = start + (0.0 if at_once else index * POLL_EVERY / PEOPLE)
        while due < start + POLL_SECONDS:
            time.sleep(max(0.0, due - time.monotonic()))
            began = time.perf_counter()
            try:
                status, _ = _get(connection, path, cookie)
            except (OSError, http.client.HTTPException):
                status = 0
                connection.close()
            took = time.perf_counter() - began
            with lock:
                tally.seconds.append(took)
                tally.errors += status not in {200, 204}
                tally.changed += status == 200
            due = max(due + POLL_EVERY, time.monotonic())

    people = [threading.Thread(target=person, args=one) for one in enumerate(cookies)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return tally


def _report(name: str, tally: Tally) -> str:
    cuts = statistics.quantiles(tally.seconds, n=100)
    row = {
        "people": PEOPLE, "polls": len(tally.seconds), "p50_ms": round(cuts[49] * 1000, 1),
        "p95_ms": round(cuts[94] * 1000, 1), "most_ms": round(max(tally.seconds) * 1000, 1),
        "errors": tally.errors, "not_204": tally.changed,
    }  # fmt: skip
    return f"   {name}: {json.dumps(row)}"


if __name__ == "__main__":
    main(*sys.argv[1:2])
