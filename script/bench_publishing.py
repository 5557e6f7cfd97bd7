"""A thousand publications that are due at once, with small files: how fast they go out, how late, and none twice.

The platforms are twins in this process, on real sockets; the studio's worker is a process of its own, as
`manage.py studio` runs it without its pages (embedded: SQLite, its own queue, beat). Films are due over one minute.

`bench_publishing.py [generic|youtube]`; SCENEME_BENCH_POSTS changes how many.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script")]

POSTS = int(os.environ.get("SCENEME_BENCH_POSTS", "1000"))
OVER_S = float(os.environ.get("SCENEME_BENCH_OVER", "0"))
"""Over how long they are due; 0: all at once, which is the worst."""
CHANNELS = 4
LATE_TARGET_S = 30.0
LONGEST_S = 900


def main(what: str = "generic") -> int:
    """Publish, and print what came of it."""
    if what == "worker":
        return _worker(sys.argv[2])
    folder = tempfile.mkdtemp(prefix="sceneme-bench-publishing-")
    os.environ.update(SCENEME_DATA=folder, DATABASE_URL="", REDIS_URL="", SCENEME_LOG_LEVEL="ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    import django

    django.setup()
    from sceneme.embedded import prepare
    from tests.faults.published import only
    from tests.publishing import generic
    from tests.twins.platform import PlatformTwin

    prepare()
    twin = PlatformTwin()
    with twin.start(), only(generic.row(twin.url)):
        begins = _scheduled(twin)
        process = subprocess.Popen([sys.executable, "-W", "ignore", __file__, "worker", twin.url], cwd=ROOT)
        try:
            return _measured(twin, psutil.Process(process.pid), begins)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _scheduled(twin: Any) -> float:
    """Put all films into the schedule; return when the first is due."""
    from django.utils import timezone

    from publishing.models import Publication
    from tests.faults.published import Studio

    studio = Studio(twin)
    channels = [studio.channel, *(studio.connect(f"acc{number}") for number in range(1, CHANNELS))]
    first = timezone.now() + timedelta(seconds=15)
    rows = [
        Publication(
            library=studio.library, project=studio.project, channel=channels[number % CHANNELS], variant="16:9 full",
            rendition=studio.rendition, text={**studio.text, "title": f"Lamp {number}"}, state="scheduled",
            scheduled_at=first + timedelta(seconds=OVER_S * number / POSTS),
        )
        for number in range(POSTS)
    ]  # fmt: skip
    Publication.objects.bulk_create(rows, batch_size=500)
    return first.timestamp()


def _measured(twin: Any, process: psutil.Process, begins: float) -> int:
    """Wait until all are live; print speed, lateness, doubles and memory."""
    from publishing.models import Publication

    time.sleep(max(0.0, begins - time.time()))
    spent, memory, live = process.cpu_times(), [0], 0
    while live < POSTS and time.time() < begins + LONGEST_S:
        time.sleep(1)
        memory.append(process.memory_info().rss)
        live = Publication.objects.filter(state="live").count()
    after = process.cpu_times()
    cpu = after.user + after.system - spent.user - spent.system
    rows = Publication.objects.filter(state="live").values_list("commit_sent_at", "published_at", "scheduled_at")
    sent = [(row[0] - row[2]).total_seconds() for row in rows if row[0] and row[2]] or [0.0]
    took = max((row[1].timestamp() for row in rows if row[1]), default=begins) - begins
    doubles = sum(count - 1 for count in Counter(post.marker for post in twin.posts).values())
    cuts = statistics.quantiles(sent, n=20) if len(sent) > 1 else [0.0] * 19
    states = Counter(Publication.objects.values_list("state", flat=True))
    _say(
        f"   {POSTS} publications due over {OVER_S:.0f} s: {live} live after {took:.1f} s, "
        f"{live / took:.1f} posts a second"
    )
    _say(
        f"      sent after their time: median {statistics.median(sent):.1f} s, "
        f"p95 {cuts[18]:.1f} s, most {max(sent):.1f} s"
    )
    _say(f"      posts at the platform {len(twin.posts)}, doubles {doubles}; {dict(states)}")
    _say(
        f"      memory {max(memory) / 2**20:.0f} MB at most, processor {cpu:.1f} s, "
        f"{1000 * cpu / max(1, live):.0f} ms a post"
    )
    _say(f"      requests a post: {len(twin.seen) / max(1, live):.1f}")
    return 0 if live == POSTS and not doubles else 1


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _worker(url: str) -> int:
    """Be the studio's worker."""
    from tests.faults import published_worker

    published_worker.main(url, beat_s=10.0)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
