"""A thousand publications that are due at once, with small files: how fast they go out, how late, and none twice.

They are spread over YouTube, TikTok and Instagram (through Facebook), some accounts each. The platforms are the tests'
twins on real sockets, each a process of its own; their shares are made large enough for a thousand. The studio's
worker is a process of its own too, as `manage.py studio` runs it without its pages (embedded: SQLite, its own queue,
beat every ten seconds). Each publication has a film of its own.

`bench_publishing.py`; from the environment:
SCENEME_BENCH_POSTS   how many (1000)
SCENEME_BENCH_OVER    over how many seconds they are due (0: all at the same moment, which is the worst)
SCENEME_BENCH_AHEAD   how long before their time the worker knows of them, in seconds (0: as if somebody had pressed
                      "publish now" a thousand times; 120: scheduled, so that uploads may begin ahead)
SCENEME_BENCH_ANSWER_MS   how long each answer of a platform takes (0)
"""

from __future__ import annotations

import json
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script")]

POSTS = int(os.environ.get("SCENEME_BENCH_POSTS", "1000"))
OVER_S = float(os.environ.get("SCENEME_BENCH_OVER", "0"))
AHEAD_S = float(os.environ.get("SCENEME_BENCH_AHEAD", "0"))
ANSWER_S = float(os.environ.get("SCENEME_BENCH_ANSWER_MS", "0")) / 1000
ACCOUNTS = 4
"""At each platform."""
BEGIN_S = 8.0
"""The worker process needs some seconds to start."""
LONGEST_S = 900
ENOUGH = 10_000_000
SCOPES = {
    "instagram": ("instagram_basic", "instagram_content_publish", "instagram_manage_insights"),
}


def main(what: str = "", *more: str) -> int:
    """Publish, and print what came of it; or be one of the processes that this needs."""
    if what == "twin":
        return _twin(more[0])
    folder = os.environ.get("SCENEME_DATA", "") if what == "worker" else ""
    folder = folder or tempfile.mkdtemp(prefix="sceneme-bench-publishing-")
    os.environ.update(SCENEME_DATA=folder, DATABASE_URL="", REDIS_URL="", SCENEME_LOG_LEVEL="ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    import django

    django.setup()
    return _worker() if what == "worker" else _bench()


def _bench() -> int:
    from sceneme.embedded import prepare

    prepare()
    with ExitStack() as running:
        places = [running.enter_context(_started(name)) for name in ("youtube", "tiktok", "instagram")]
        begins = _scheduled(places)
        command = [sys.executable, "-W", "ignore", __file__, "worker"]
        worker = subprocess.Popen(command, cwd=ROOT)
        running.callback(_ended, worker)
        return _measured(places, psutil.Process(worker.pid), begins)


# --- The platforms ----------------------------------------------------------------------------------------


@dataclass
class Place:
    """A platform's twin in a process of its own, and who has an account there."""

    name: str
    process: subprocess.Popen[str]
    told: dict[str, Any]

    def counted(self) -> tuple[Counter[str], int]:
        """Return what the public sees, by title, and how often the twin was asked."""
        found = _asked(self.process)
        return Counter(found["posts"]), int(found["requests"])

    def text(self, number: int) -> dict[str, Any]:
        """Return a draft's text, alike in no two of them."""
        if self.name == "youtube":
            return {"title": f"Lamp {number}", "privacy": "public", "made_for_kids": False}
        return {"caption": f"Lamp {number}", **({"privacy": "PUBLIC_TO_EVERYONE"} if self.name == "tiktok" else {})}


@contextmanager
def _started(name: str) -> Iterator[Place]:
    command = [sys.executable, "-W", "ignore", __file__, "twin", name]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Place(name, process, json.loads(_stream(process.stdout).readline()))
    finally:
        _ended(process)


def _asked(process: subprocess.Popen[str]) -> dict[str, Any]:
    to, back = _stream(process.stdin), _stream(process.stdout)
    to.write("count\n")
    to.flush()
    found: dict[str, Any] = json.loads(back.readline())
    return found


def _stream(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the process has no pipe")
    return pipe


def _ended(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    process.wait(timeout=30)


def _twin(name: str) -> int:
    """Be a platform: tell where it is and who has an account; count when asked."""
    twin, accounts, title = {"youtube": _youtube, "tiktok": _tiktok, "instagram": _instagram}[name]()
    answer = twin.answer

    def slow(asked: Any) -> Any:
        if ANSWER_S:
            time.sleep(ANSWER_S)
        return answer(asked)

    twin.answer = slow
    with twin.start():
        facts = {"addresses": twin.addresses, "settings": getattr(twin, "settings", {}), "accounts": accounts(twin)}
        _say(json.dumps(facts))
        for _ in sys.stdin:
            _say(json.dumps({"posts": [title(post) for post in twin.posts], "requests": len(twin.seen)}))
    return 0


Accounts = Callable[[Any], list[dict[str, Any]]]
Title = Callable[[dict[str, Any]], str]


def _youtube() -> tuple[Any, Accounts, Title]:
    from tests.twins.youtube import YouTubeTwin
    from tests.twins.youtube_rules import Channel

    twin = YouTubeTwin()
    twin.knobs["shares"] = dict.fromkeys(("uploads", "units", "stats"), ENOUGH)
    twin.channels += [Channel(f"UCtwin-bench-{number:03}", "Bench", f"@bench{number}") for number in range(ACCOUNTS)]

    def accounts(there: Any) -> list[dict[str, Any]]:
        found = []
        for number in range(len(there.channels) - ACCOUNTS, len(there.channels)):
            access, refresh = there.tokens(channel=number)
            channel = there.channels[number]
            facts = {"uploads": channel.uploads}
            found.append({"id": channel.id, "access": access, "refresh": refresh, "facts": facts, "ends_s": 3599})
        return found

    return twin, accounts, lambda post: str(post["title"])


def _tiktok() -> tuple[Any, Accounts, Title]:
    from tests.twins.tiktok import TikTokTwin
    from tests.twins.tiktok_rules import User

    twin = TikTokTwin()
    caps = ("posters_a_day", "posts_a_day", "init_a_minute", "creator_a_minute", "status_a_minute", "display_a_minute")
    twin.knobs.update(dict.fromkeys(caps, ENOUGH))
    twin.users += [User(f"-000twin-bench-{number}", f"bench.{number}", "Bench") for number in range(ACCOUNTS)]

    def accounts(there: Any) -> list[dict[str, Any]]:
        grants = [there.grant(user=number) for number in range(len(there.users) - ACCOUNTS, len(there.users))]
        return [
            {"id": one.open_id, "access": one.access, "refresh": one.refresh, "facts": {}, "ends_s": 86_400}
            for one in grants
        ]

    return twin, accounts, lambda post: str(post["caption"])


def _instagram() -> tuple[Any, Accounts, Title]:
    from tests.twins.instagram import InstagramTwin
    from tests.twins.instagram_shelf import Account

    twin = InstagramTwin()
    twin.knobs.update(quota_total=ENOUGH, containers_total=ENOUGH)

    def accounts(there: Any) -> list[dict[str, Any]]:
        found = []
        for number in range(ACCOUNTS):
            one = Account(f"1784140000001{number:04}", f"91{number}", f"bench.{number}", "Bench", f"51{number}", "Page")
            there.accounts[one.id] = one
            scopes = (*SCOPES["instagram"], "pages_show_list", "pages_read_engagement")
            token = there.issue("page", one.id, scopes, None, f"bench {number}")
            found.append({"id": one.id, "access": token.value, "refresh": "", "facts": {}, "ends_s": None})
        return found

    return twin, accounts, lambda post: str(post["caption"])


# --- The studio -------------------------------------------------------------------------------------------

LOGINS = {"youtube": "google", "tiktok": "tiktok", "instagram": "facebook"}


def _scheduled(places: list[Place]) -> float:
    """Connect all accounts and put all films into the schedule; return when the first is due."""
    from django.utils import timezone

    from entities.models import Library
    from projects.models import Project
    from publishing.models import Publication

    library = Library.objects.create(name="Bench")
    project = Project.objects.create(library=library, source="A lamp.")
    renditions = _films(project)
    channels = [(place, channel) for place in places for channel in _connected(place, library)]
    first = timezone.now() + timedelta(seconds=BEGIN_S + AHEAD_S)
    rows = []
    for number, rendition in enumerate(renditions):
        place, channel = channels[number % len(channels)]
        rows.append(
            Publication(
                library=library, project=project, channel=channel, variant="9:16 full", rendition=rendition,
                text=place.text(number), state="scheduled", consented_at=timezone.now(),
                scheduled_at=first + timedelta(seconds=OVER_S * number / POSTS),
            )
        )  # fmt: skip
    Publication.objects.bulk_create(rows, batch_size=500)
    return first.timestamp()


def _connected(place: Place, library: Any) -> Iterator[Any]:
    """Tell the studio where a platform is, and connect its accounts."""
    from publishing import services
    from publishing.models import Channel, PlatformRow
    from publishing.platforms.base import Tokens
    from publishing.services import tokens
    from tests.twins.roster import _APPS

    spec = services.spec_of(place.name)
    shares = {quota.bucket: {"limit": ENOUGH} for quota in spec.quotas}
    told = {"addresses": place.told["addresses"], "is_local": True, "spec": {"quotas": shares}}
    PlatformRow.objects.filter(key=place.name).update(**told)
    login = LOGINS[place.name]
    key, secret = _APPS[place.name][login]
    services.keep_app(
        None, place.name, "", client_id=key, client_secret=secret, by_id=None, settings=place.told["settings"]
    )
    for one in place.told["accounts"]:
        channel = Channel.objects.create(
            library=library, platform=place.name, login=login, remote_id=one["id"], name=one["id"], facts=one["facts"]
        )
        ends = datetime.now(UTC) + timedelta(seconds=one["ends_s"]) if one["ends_s"] else None
        tokens.keep(channel, Tokens(one["access"], one["refresh"], ends))
        yield channel


def _films(project: Any) -> list[Any]:
    """Return a film for each publication: the same picture, each a file of its own."""
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from generation.models import Asset, Rendition, Slot, Take
    from generation.storage import sha256_of

    content = film_bytes()
    slot = Slot.objects.create(project=project, role=Slot.Role.EXPORT, variant="9:16 full")
    assets = []
    for number in range(POSTS):
        name = default_storage.save(
            f"bench/{number}.mp4", ContentFile(content + struct.pack(">I4sQ", 16, b"free", number))
        )
        sha = sha256_of(Path(default_storage.path(name)))
        assets.append(
            Asset(
                library=project.library, sha256=sha, kind=Asset.Kind.VIDEO, media_type="video/mp4", key=name,
                size=len(content) + 16, width=360, height=640, duration_ms=LENGTH_S * 1000,
            )
        )  # fmt: skip
    made = Asset.objects.bulk_create(assets)
    takes = Take.objects.bulk_create([Take(slot=slot, asset=one, number=at) for at, one in enumerate(made, 1)])
    films = [
        Rendition(
            take=take, project=project, format_key="9:16 full", frames=LENGTH_S * RATE, duration_ms=LENGTH_S * 1000,
            encoded_segments=1, reused_segments=0,
        )
        for take in takes
    ]  # fmt: skip
    return list(Rendition.objects.bulk_create(films))


LENGTH_S, RATE, SOUND_RATE = 4, 24, 48_000


def film_bytes() -> bytes:
    """Return a small film that all three platforms take: four seconds, upright, with sound."""
    import av
    import numpy as np

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        with av.open(str(path), "w", options={"movflags": "+faststart", "use_editlist": "0"}) as file:
            pictures: Any = file.add_stream("libx264", rate=RATE, options={"bf": "0", "preset": "ultrafast"})
            pictures.width, pictures.height, pictures.pix_fmt = 360, 640, "yuv420p"
            sound: Any = file.add_stream("aac", rate=SOUND_RATE, layout="stereo")
            gray = np.full((640, 360, 3), 90, dtype=np.uint8)
            for _ in range(LENGTH_S * RATE):
                file.mux(pictures.encode(av.VideoFrame.from_ndarray(gray, format="rgb24")))
            for _ in range(LENGTH_S * SOUND_RATE // 1024):
                silence = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), format="fltp", layout="stereo")
                silence.sample_rate = SOUND_RATE
                file.mux(sound.encode(silence))
            file.mux(pictures.encode())
            file.mux(sound.encode())
        return path.read_bytes()


def _worker() -> int:
    """Be the studio's worker."""
    from generation.providers.animatic import pool
    from sceneme import embedded

    pool.warm = lambda: None  # nothing is drawn here
    with embedded.Studio():
        while True:
            time.sleep(1)


# --- What came of it --------------------------------------------------------------------------------------


def _measured(places: list[Place], worker: psutil.Process, begins: float) -> int:
    """Wait until all are live; print speed, lateness, doubles, memory and processor."""
    from publishing.models import Publication

    time.sleep(BEGIN_S / 2)
    spent, memory, live = worker.cpu_times(), [0], 0
    while live < POSTS and time.time() < begins + LONGEST_S:
        time.sleep(1)
        memory.append(worker.memory_info().rss)
        live = Publication.objects.filter(state="live").count()
    after = worker.cpu_times()
    cpu = after.user + after.system - spent.user - spent.system
    rows = Publication.objects.values_list("commit_sent_at", "published_at", "scheduled_at")
    took = max((row[1].timestamp() for row in rows if row[1]), default=begins) - begins
    counts = [place.counted() for place in places]
    doubles = sum(count - 1 for titles, _ in counts for count in titles.values())
    states = Counter(Publication.objects.values_list("channel__platform", "state"))
    _say(
        f"   {POSTS} publications due over {OVER_S:.0f} s, known {AHEAD_S:.0f} s ahead, "
        f"answers in {ANSWER_S * 1000:.0f} ms"
    )
    _say(f"      {live} live {took:.1f} s after the first was due, {live / max(took, 0.1):.1f} posts a second")
    _say_lateness([(row[0] - row[2]).total_seconds() for row in rows if row[0] and row[2]])
    _say(f"      posts {[titles.total() for titles, _ in counts]}, doubles {doubles}")
    _say(f"      {', '.join(f'{platform} {state} {count}' for (platform, state), count in sorted(states.items()))}")
    _say(
        f"      memory {max(memory) / 2**20:.0f} MB at most, processor {cpu:.1f} s, "
        f"{1000 * cpu / max(1, live):.1f} ms a post"
    )
    _say(f"      requests a post: {sum(asked for _, asked in counts) / max(1, live):.1f}")
    _say(f"      load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 0 if live == POSTS and not doubles else 1


def _say_lateness(late: list[float]) -> None:
    cuts = statistics.quantiles(late, n=20) if len(late) > 1 else [0.0] * 19
    _say(
        f"      sent after their time: median {statistics.median(late or [0.0]):.1f} s, p95 {cuts[18]:.1f} s, "
        f"most {max(late, default=0.0):.1f} s, earliest {min(late, default=0.0):.2f} s"
    )


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
