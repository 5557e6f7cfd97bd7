"""Measure re-framing a one-minute wide film to 9:16 against a plain ffmpeg scale-and-crop of the same finished film.

Twelve clips of 5 s (1280x720 at 24) with people in them become 1080x1920 at 30, in a window that follows them: of four
it is known where they are all the time, of four it must be found out, and four have a new speaker half-way. The plain
way cuts the middle out of the finished 1920x1080 film. Both encode with the same settings. What counts is CPU seconds
for each minute of film: ours must cost at most 1.6 of the plain way from nothing, which draws captions and cards anew
and looks into clips, and at most 0.25 of it when one window was moved. Run it on an idle machine:
`python script/bench_reframing.py`.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.media.assembly import Assembled, assemble
from generation.media.formats import Format, format_for
from generation.media.framing import Follow, Framing, Person, Turn
from generation.media.reframing import reframed
from generation.media.runner import run
from generation.media.timeline import CaptionWord, Clip, PictureClip, SoundClip, Timeline, Track

CLIPS = 12
CLIP_S = 5
COLD_TARGET = 1.6
CHANGED_TARGET = 0.25
PLAIN = ["ffmpeg", "-nostdin", "-hide_banner", "-v", "error", "-y"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way of making the version took."""

    cpu_s: float
    wall_s: float


def main() -> int:
    wide, tall = format_for("16:9", "full"), format_for("9:16", "full")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips, voice = _clips(folder), _voice(folder)
        finished = folder / "wide.mp4"
        assemble(_film(clips, voice, wide, [None] * CLIPS), wide, finished, folder / "wide")
        film = _film(clips, voice, tall, [_follow(index) for index in range(CLIPS)])
        moved = _film(clips, voice, tall, [*(_follow(index) for index in range(CLIPS - 1)), Follow(by_hand=0.3)])
        cache = folder / "cache"
        # The wide version has mastered the sound already, as it has for whoever makes another version.
        (folder / "wide" / "sound").rename(_made(cache) / "sound")
        costs = {
            "plain scale and crop": _measured(lambda: _plain(finished, tall, folder)),
            "re-framed, from nothing": _measured(lambda: _ours(film, tall, folder, cache)),
            "re-framed, one window moved": _measured(lambda: _ours(moved, tall, folder, cache)),
            "re-framed, nothing changed": _measured(lambda: _ours(moved, tall, folder, cache)),
            "finding the windows alone": _measured(lambda: _find(film, tall, folder)),
        }
        for output in ("plain.mp4", "ours.mp4"):
            _say(f"{output}: {(folder / output).stat().st_size / 1e6:.1f} MB")
        _say(_calm(film, tall, folder))
    return _report(costs)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _report(costs: dict[str, Cost]) -> int:
    plain, minutes = costs["plain scale and crop"], CLIPS * CLIP_S / 60
    for name, cost in costs.items():
        _say(
            f"{name:30} {cost.cpu_s / minutes:7.2f} CPU s a film minute ({cost.cpu_s / plain.cpu_s:5.3f})   "
            f"wall {cost.wall_s:6.2f} s ({cost.wall_s / plain.wall_s:5.3f})"
        )
    cold = costs["re-framed, from nothing"].cpu_s / plain.cpu_s
    changed = costs["re-framed, one window moved"].cpu_s / plain.cpu_s
    kept = cold <= COLD_TARGET and changed <= CHANGED_TARGET
    _say(f"targets: cold <= {COLD_TARGET}, changed <= {CHANGED_TARGET}: {'kept' if kept else 'MISSED'}")
    return 0 if kept else 1


def _calm(film: Timeline, fmt: Format, folder: Path) -> str:
    """Say how smoothly windows go: the most of speed, of its change, and of the change of that, in windows."""
    most = np.zeros(3)
    for shot in reframed(film.picture, fmt, folder / "cache" / "looks"):
        framing = shot.framing or Framing(0.5)
        way = np.array([framing.middle(frame) for frame in range(shot.frames)]) / (81 / 256)
        for order in (1, 2, 3):
            step = np.abs(np.diff(way, order)) * float(fmt.rate) ** order
            most[order - 1] = max(most[order - 1], step.max())
    return f"windows: at most {most[0]:.2f} widths/s, {most[1]:.1f} widths/s2, {most[2]:.0f} widths/s3"


def _measured(work: Callable[[], object]) -> Cost:
    cpu, wall = _cpu_s(), time.perf_counter()
    work()
    return Cost(_cpu_s() - cpu, time.perf_counter() - wall)


def _cpu_s() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _ours(film: Timeline, fmt: Format, folder: Path, cache: Path) -> Assembled:
    found = assemble(film, fmt, folder / "ours.mp4", cache)
    _say(f"  {found.encoded_segments} shots encoded, {found.reused_segments} kept")
    return found


def _find(film: Timeline, fmt: Format, folder: Path) -> object:
    return reframed(film.picture, fmt, folder / "looks again")


def _plain(finished: Path, fmt: Format, folder: Path) -> None:
    """The middle of the finished film, with the encoder's settings the same as ours."""
    cut = f"crop=ih*{fmt.width}/{fmt.height}:ih,scale={fmt.width}:{fmt.height},setsar=1"
    video = ["-c:v", "libx264", "-preset", fmt.preset, "-crf", str(fmt.crf), "-g", str(fmt.gop), "-bf", "2"]
    video += ["-flags", "+cgop", "-maxrate", f"{fmt.max_bitrate}k", "-bufsize", f"{2 * fmt.max_bitrate}k"]
    command = [*PLAIN, "-i", str(finished), "-vf", cut, *video, "-c:a", "copy", "-movflags", "+faststart"]
    run([*command, str(folder / "plain.mp4")], timeout_s=3600)


def _follow(index: int) -> Follow:
    walker = Person("Mara", tuple((at * 250, _face(0.25 + 0.1 * at * 0.25)) for at in range(CLIP_S * 4 + 1)))
    if index % 3 == 0:
        return Follow((walker,))
    if index % 3 == 1:
        return Follow()
    people = (Person("Mara", ((0, _face(0.25)),)), Person("Tom", ((0, _face(0.75)),)))
    return Follow(people, (Turn("Mara", 0, 2300), Turn("Tom", 2500, 4900)))


def _face(middle: float) -> tuple[float, float, float, float]:
    return middle - 0.04, 0.3, middle + 0.04, 0.45


def _film(clips: list[Clip], voice: Path, fmt: Format, follows: list[Follow | None]) -> Timeline:
    frames = round(CLIP_S * fmt.rate)
    shots = [
        PictureClip(clip, index * frames, frames, start_ms=index * CLIP_S * 1000, follow=follow)
        for index, (clip, follow) in enumerate(zip(clips, follows, strict=True))
    ]
    text = ("The", "keeper", "climbed", "the", "stairs.")
    words = [
        CaptionWord(word, start + number * 400, start + number * 400 + 380)
        for start in range(0, CLIPS * CLIP_S * 1000, 3000)
        for number, word in enumerate(text)
    ]
    sound = Track((SoundClip(Clip("voice", voice, "voice"), 0),))
    return replace(Timeline(fmt.rate, tuple(shots)), speech=sound, words=tuple(words))


def _clips(folder: Path) -> list[Clip]:
    """Somebody in the colours of skin and cloth who walks over a ground that drifts; one file, under many names."""
    path, ground = folder / "clip.mp4", folder / "ground.png"
    drawn = "gradients=s=1600x720:c0=0x203040:c1=0x506050:n=4:seed=3,noise=alls=18"
    run([*PLAIN, "-f", "lavfi", "-i", drawn, "-frames:v", "1", str(ground)], timeout_s=120)
    body = f"color=0x803020:s=140x360:r=24:d={CLIP_S}"
    head = f"color=0xd8a080:s=90x110:r=24:d={CLIP_S}"
    graph = (
        "[0]crop=1280:720:x='t*30':y=0[ground];[ground][1]overlay=x='250+t*128':y=330:shortest=1[dressed];"
        "[dressed][2]overlay=x='275+t*128':y=220,format=yuv420p"
    )
    inputs = ["-loop", "1", "-r", "24", "-i", str(ground), "-f", "lavfi", "-i", body, "-f", "lavfi", "-i", head]
    tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", *tags]
    run([*PLAIN, *inputs, "-filter_complex", graph, *encoder, "-t", str(CLIP_S), str(path)], timeout_s=600)
    return [Clip(f"clip {index}", path, f"clip{index}") for index in range(CLIPS)]


def _voice(folder: Path) -> Path:
    path = folder / "voice.wav"
    source = f"sine=f=180:d={CLIPS * CLIP_S}"
    run([*PLAIN, "-f", "lavfi", "-i", source, "-ar", "24000", str(path)], timeout_s=60)
    return path


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
