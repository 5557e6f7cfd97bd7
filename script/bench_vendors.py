"""Bought work: a film of a hundred shots, two thousand clips at once, and what vendors are asked for each.

The vendor is Replicate's twin in this process, on a real socket, with real seconds: 3 for a picture, 20 for a clip. The
studio is `manage.py studio` in a process of its own. The film is planned straight in the database and nothing is
drawn, spoken or assembled, so what is measured is buying alone.

`bench_vendors.py film`, `bench_vendors.py polled` (the same without the vendor's messages) and `bench_vendors.py crowd`
do one part each.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script")]

SHOTS = int(os.environ.get("SCENEME_BENCH_SHOTS", "100"))
CROWD = int(os.environ.get("SCENEME_BENCH_CROWD", "2000"))
PICTURE_S, CLIP_S = 3.0, 20.0
CROWD_S = 60.0
"""Over how long the clips of a crowd become ready."""
PICTURES, CLIPS = "replicate/flux-2-pro", "replicate/kling-v2.5-turbo-pro"
TARGET = 1.10


def main(what: str = "all") -> None:
    """Run the parts one after the other, each in a process of its own."""
    if what == "all":
        for part in ("film", "polled", "crowd"):
            subprocess.run([sys.executable, __file__, part], check=True)
        return
    folder = tempfile.mkdtemp(prefix="sceneme-bench-vendors-")
    port = _free_port()
    os.environ.update(SCENEME_DATA=folder, DATABASE_URL="", REDIS_URL="", SCENEME_LOG_LEVEL="ERROR")
    os.environ["SCENEME_PUBLIC_URL"] = f"http://127.0.0.1:{port}" if what == "film" else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    import django

    django.setup()
    from sceneme.embedded import prepare

    prepare()
    with _twin() as twin:
        (_crowd if what == "crowd" else _film)(twin, port)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def _twin() -> Iterator[Any]:
    """Start a vendor that takes its time, each kind of work its own, and tells many at once."""
    from tests.twins.replicate import Prediction, ReplicateTwin

    class Timed(ReplicateTwin):
        """Replicate with a time for pictures and one for clips."""

        def _begun(self, *given: Any) -> Prediction:
            made = super()._begun(*given)
            made.seconds = CLIP_S if self.models[made.model]["output"]["kind"] == "clip" else PICTURE_S
            return made

    twin = Timed()
    twin.knobs.update(shrink=16)
    with ThreadPoolExecutor(16) as callers:
        deliver = twin.postman.deliver
        twin.postman.deliver = lambda message: callers.submit(deliver, message) and None  # type: ignore[assignment, method-assign]
        with twin.start():
            yield twin


@contextmanager
def _studio(port: int) -> Iterator[psutil.Process]:
    """Start the studio; it is there when its address answers."""
    command = [sys.executable, "-W", "ignore", str(ROOT / "manage.py"), "studio", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _until(lambda: _answers(port), 60)
        time.sleep(5)  # its workers are still starting
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _until(is_done: Any, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > deadline:
            raise TimeoutError("the studio did not finish in time")
        time.sleep(0.1)


# --- Rows ----------------------------------------------------------------------------------------------


def _planned(twin: Any, shots: int) -> Any:
    """Return a film whose every shot is planned and stands for itself: nobody in it, nothing said."""
    from django.utils import timezone

    from entities.models import Library, Voice
    from generation import vault
    from generation.film import load
    from generation.models import ModelOffer, Slot, Vendor, VendorKey
    from generation.services import ensure_slots
    from generation.services.budget import set_budget
    from projects.models import Project, Scene, Segment, Shot

    Vendor.objects.filter(key="replicate").update(
        base_url=twin.url, is_local=True, max_in_flight=None, requests_per_minute=None
    )
    # As they would have been learnt from a few pieces.
    ModelOffer.objects.filter(key=PICTURES).update(typical_s=PICTURE_S, is_on=True)
    ModelOffer.objects.filter(key=CLIPS).update(typical_s=CLIP_S, is_on=True)
    library, now = Library.objects.create(name="Bench"), timezone.now()
    VendorKey.objects.create(
        library=library, vendor="replicate", sealed=vault.seal("r8_bench"), written_at=now, tested_at=now
    )
    project = Project.objects.create(
        library=library, title="Bench", source="Lamps.", offers={"image": PICTURES, "video": CLIPS},
        narrator=Voice.objects.filter(offer="animatic/voices").first(),
    )  # fmt: skip
    set_budget(library.pk, project.pk, 10_000_000_000, by_id=None)
    scenes = [Scene.objects.create(project=project, position=n, planned_as=n, heading=f"Place {n}") for n in range(5)]
    for n in range(shots):
        scene = scenes[n * 5 // shots]
        # One line of which nothing is heard: pictures begin when all that is said is there.
        what = {"kind": "pause", "pause_ms": 4000} if n else {"kind": "narration", "text": "Lamps."}
        segment = Segment.objects.create(project=project, scene=scene, position=n, **what)
        Shot.objects.create(scene=scene, segment=segment, position=n, action=f"A lamp with the number {n} is lit.")
    film = ensure_slots(load(project.pk))
    for slot in film.slots.values():
        if slot.role not in {Slot.Role.FRAME, Slot.Role.CLIP}:
            _fill(slot, library)
    return load(project.pk)


def _fill(slot: Any, library: Any) -> None:
    """Give a place a file that nobody looks into, as if the user had uploaded it."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from generation.models import Asset, Take

    asset, _ = Asset.objects.get_or_create(
        library=library, sha256="0" * 64,
        defaults={"kind": Asset.Kind.TEXT, "media_type": "application/json", "size": 2,
                  "key": default_storage.save("bench.json", ContentFile(b"{}"))},
    )  # fmt: skip
    slot.selected_take = Take.objects.create(slot=slot, asset=asset, number=1)
    slot.save(update_fields=["selected_take"])


# --- A film -----------------------------------------------------------------------------------------------


def _film(twin: Any, port: int) -> None:
    """Have every shot of a film drawn and filmed; print how long it took beside what cannot be shorter."""
    from generation import services
    from generation.models import Job, Run

    film = _planned(twin, SHOTS)
    with _studio(port) as process:
        spent = process.cpu_times()
        began = time.time()
        run = services.start_run(film.project, until=Run.Gate.CLIPS)
        _until(lambda: _is_over(run), 600)
        after = process.cpu_times()
    jobs = Job.objects.filter(run=run)
    ends = [job.finished_at.timestamp() for job in jobs if job.finished_at]
    states = Counter(jobs.values_list("state", flat=True))
    if states != {Job.State.SUCCEEDED: 2 * SHOTS}:
        whys = set(jobs.exclude(error_code="").values_list("error_code", "error_detail", "vendor_words"))
        raise SystemExit(f"not everything was made: {dict(states)}; {run.message} {whys}")
    took, path = max(ends) - began, PICTURE_S + CLIP_S
    way = "with the vendor's messages" if os.environ["SCENEME_PUBLIC_URL"] else "by asking alone"
    cpu = after.user + after.system - spent.user - spent.system
    verdict = f"target {TARGET:.2f}" if os.environ["SCENEME_PUBLIC_URL"] else "no target"
    _say(f"   {SHOTS} shots {way}: {took:.1f} s over {path:.0f} s = {took / path:.2f} ({verdict})")
    _say(f"      the studio's processor {cpu:.1f} s, {1000 * cpu / (2 * SHOTS):.0f} ms a piece")
    _late(twin, jobs)
    _requests(twin, 2 * SHOTS)


def _is_over(run: Any) -> bool:
    run.refresh_from_db()
    return str(run.state) != "running"


def _late(twin: Any, jobs: Any) -> None:
    """Print how long after the vendor was done a piece was a take."""
    waits = [
        job.finished_at.timestamp() - twin.predictions[job.provider_job_id].created
        - twin.predictions[job.provider_job_id].seconds
        for job in jobs.filter(state="succeeded")
    ]  # fmt: skip
    cuts = statistics.quantiles(waits, n=20)
    _say(
        f"      from the vendor's end to the stored take: median {statistics.median(waits):.1f} s, p95 {cuts[18]:.1f} s"
    )


def _requests(twin: Any, pieces: int) -> None:
    kinds = Counter(
        "create" if asked.method == "POST" else "fetch" if "/delivery/" in asked.path else "look" for asked in twin.seen
    )
    each = ", ".join(f"{kind} {count / pieces:.2f}" for kind, count in sorted(kinds.items()))
    _say(f"      requests a piece: {len(twin.seen) / pieces:.2f} ({each})")


# --- A crowd ------------------------------------------------------------------------------------------------


def _crowd(twin: Any, port: int) -> None:
    """Let thousands of clips be at the vendor, ready over a minute; print what one small worker makes of it."""
    from generation.models import Job

    film = _planned(twin, CROWD)
    jobs = _in_flight(twin, film)
    with _studio(port) as process:
        began, spent, memory, asked = time.time(), process.cpu_times(), [], len(twin.seen)
        for prediction in twin.predictions.values():
            prediction.created = began
        done = 0
        while done < CROWD and time.time() < began + 600:
            time.sleep(0.5)
            memory.append(process.memory_info().rss)
            done = Job.objects.filter(state=Job.State.SUCCEEDED).count()
        took, after = time.time() - began, process.cpu_times()
    looks = len([one for one in twin.seen[asked:] if "/v1/predictions/" in one.path])
    cpu = after.user + after.system - spent.user - spent.system
    _say(f"   {CROWD} clips in flight, ready over {CROWD_S:.0f} s: all stored after {took:.0f} s, {done} of {CROWD}")
    _say(f"      memory {max(memory) / 2**20:.0f} MB at most, {looks / took:.0f} looks a second, processor {cpu:.0f} s")
    _late(twin, Job.objects.filter(pk__in=jobs))
    _requests(twin, CROWD)


def _in_flight(twin: Any, film: Any) -> list[int]:
    """Enter a clip for every shot that the vendor took a moment ago, and the vendor's own side of it."""
    from django.utils import timezone

    from generation.models import Job, ModelOffer, Slot
    from generation.models.jobs import new_token
    from tests.twins.replicate import Prediction

    offer, now = ModelOffer.objects.get(key=CLIPS), timezone.now()
    slots = [slot for slot in film.slots.values() if slot.role == Slot.Role.CLIP]
    rows = []
    for n, slot in enumerate(slots):
        number = f"{n:026x}"
        seconds = CLIP_S + CROWD_S * n / len(slots)
        fields = {"prompt": f"Lamp {n}", "duration": 5, "aspect_ratio": "16:9"}
        twin.predictions[number] = Prediction(number, offer.endpoint, "hidden", fields, time.time(), seconds)
        rows.append(
            Job(
                library_id=film.project.library_id, project=film.project, slot=slot, offer=offer, token=new_token(),
                state=Job.State.WAITING, provider_job_id=number, handle={"notes": []}, sent_at=now,
                recipe={"offer": offer.key, "arguments": {"duration_ms": 5000}, "references": []},
                recipe_digest=f"{n:064x}", not_before=now + timedelta(seconds=CLIP_S * n / len(slots)),
            )
        )  # fmt: skip
    return [job.pk for job in Job.objects.bulk_create(rows, batch_size=500)]


if __name__ == "__main__":
    main(*sys.argv[1:])
