"""Measure assembling a one-minute vertical film against one plain ffmpeg filter graph that makes the same film.

Twelve clips of 5 s (720x1280 at 24), a minute of voice, half a minute of music and twenty captions become 1080x1920 at
30, x264 veryfast crf 23. Ours must cost at most 1.05 of the plain graph's CPU time from nothing, and at most 0.20 of it
when one shot has changed. Run it on an idle machine: `python script/bench_assembly.py`.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generation.media.assembly import assemble
from generation.media.fonts import fonts_folder
from generation.media.formats import Format, format_for
from generation.media.runner import run
from generation.media.timeline import CaptionWord, Clip, PictureClip, SoundClip, Timeline, Track

CLIPS = 12
CLIP_S = 5
CAPTIONS = 20
WORDS_A_CAPTION = 5
COLD_TARGET = 1.05
CHANGED_TARGET = 0.20
PLAIN = ["ffmpeg", "-nostdin", "-hide_banner", "-v", "error", "-y"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way of making the film took."""

    cpu_s: float
    wall_s: float
    peak_bytes: int


def main() -> int:
    fmt = replace(format_for("9:16", "full"), crf=23)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips = [_clip(folder, index) for index in range(CLIPS + 1)]
        voice, music = _voice(folder / "voice.wav"), _music(folder / "music.wav")
        film = _timeline(clips[:CLIPS], voice, music, fmt)
        changed = _timeline([*clips[:5], clips[CLIPS], *clips[6:CLIPS]], voice, music, fmt)
        cache = folder / "cache"
        costs = {
            "plain graph": _measured(lambda: _plain(clips[:CLIPS], voice, music, film, fmt, folder)),
            "ours, from nothing": _measured(lambda: _ours(film, fmt, folder / "ours.mp4", cache)),
            "ours, one shot changed": _measured(lambda: _ours(changed, fmt, folder / "ours.mp4", cache)),
            "ours, nothing changed": _measured(lambda: _ours(changed, fmt, folder / "ours.mp4", cache)),
        }
        for output in ("plain.mp4", "ours.mp4"):
            _say(f"{output}: {(folder / output).stat().st_size / 1e6:.1f} MB")
    return _report(costs)


def _report(costs: dict[str, Cost]) -> int:
    plain = costs["plain graph"]
    for name, cost in costs.items():
        _say(
            f"{name:24} cpu {cost.cpu_s:7.2f} s ({cost.cpu_s / plain.cpu_s:5.3f})   "
            f"wall {cost.wall_s:6.2f} s ({cost.wall_s / plain.wall_s:5.3f})   "
            f"peak {cost.peak_bytes / 1e6:6.0f} MB"
        )
    cold = costs["ours, from nothing"].cpu_s / plain.cpu_s
    changed = costs["ours, one shot changed"].cpu_s / plain.cpu_s
    kept = cold <= COLD_TARGET and changed <= CHANGED_TARGET
    _say(f"targets: cold <= {COLD_TARGET}, changed <= {CHANGED_TARGET}: {'kept' if kept else 'MISSED'}")
    return 0 if kept else 1


def _measured(work: Callable[[], None]) -> Cost:
    peak = _Peak()
    cpu, wall = _cpu_s(), time.perf_counter()
    with peak:
        work()
    return Cost(_cpu_s() - cpu, time.perf_counter() - wall, peak.highest)


class _Peak:
    """The most memory that this process and its children hold at once, looked at twenty times a second."""

    def __init__(self) -> None:
        self.highest = 0
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> None:
        self._watcher.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        process = psutil.Process()
        while not self._over.wait(0.05):
            held = 0
            for one in (process, *process.children(recursive=True)):
                try:
                    held += one.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.highest = max(self.highest, held)


def _cpu_s() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _ours(film: Timeline, fmt: Format, output: Path, cache: Path) -> None:
    made = assemble(film, fmt, output, cache)
    _say(f"  {made}")


def _plain(clips: list[Clip], voice: Path, music: Path, film: Timeline, fmt: Format, folder: Path) -> None:
    """The whole film in one filter graph, with the encoder's settings the same as ours."""
    (folder / "plain.ass").write_text(_ass(film.words, fmt), encoding="utf-8")
    inputs = [part for clip in clips for part in ("-i", str(clip.media))]
    fitted = "".join(
        f"[{index}:v]scale={fmt.width}:{fmt.height},fps={fmt.rate},setsar=1,format=yuv420p[v{index}];"
        for index in range(CLIPS)
    )
    joined = "".join(f"[v{index}]" for index in range(CLIPS))
    picture = f"{joined}concat=n={CLIPS}:v=1:a=0,subtitles=plain.ass:fontsdir={fonts_folder()}[picture];"
    sound = (
        f"[{CLIPS}:a]aresample=48000,aformat=channel_layouts=stereo,asplit[voice][key];"
        f"[{CLIPS + 1}:a]aresample=48000,volume=0.4,afade=t=out:st=58.5:d=1.5[bed];"
        "[bed][key]sidechaincompress=threshold=0.02:ratio=8:attack=40:release=400[ducked];"
        "[voice][ducked]amix=inputs=2:normalize=0,loudnorm=I=-14:TP=-1.5,aresample=48000[sound]"
    )
    video = ["-c:v", "libx264", "-preset", fmt.preset, "-crf", str(fmt.crf), "-g", str(fmt.gop), "-bf", "2"]
    video += ["-flags", "+cgop", "-maxrate", f"{fmt.max_bitrate}k", "-bufsize", f"{2 * fmt.max_bitrate}k"]
    audio = ["-c:a", "aac", "-b:a", f"{fmt.audio_bitrate}k", "-t", str(CLIPS * CLIP_S), "-movflags", "+faststart"]
    command = [*PLAIN, *inputs, "-i", str(voice), "-stream_loop", "1", "-i", str(music)]
    command += ["-filter_complex", fitted + picture + sound, "-map", "[picture]", "-map", "[sound]"]
    run([*command, *video, *audio, str(folder / "plain.mp4")], timeout_s=3600, folder=folder)


def _ass(words: tuple[CaptionWord, ...], fmt: Format) -> str:
    """The captions for ffmpeg's own drawing: one line for each word, which is in colour while it is spoken."""
    style = f"Manrope ExtraBold,{round(0.085 * fmt.width)},&H00FFFFFF,&H00201018,1,7,3,2,130,130,{fmt.height // 5},1"
    head = (
        f"[Script Info]\nScriptType: v4.00+\nPlayResX: {fmt.width}\nPlayResY: {fmt.height}\n\n[V4+ Styles]\n"
        "Format: Name,Fontname,Fontsize,PrimaryColour,OutlineColour,BorderStyle,Outline,Shadow,Alignment,"
        f"MarginL,MarginR,MarginV,Encoding\nStyle: Caption,{style}\n\n[Events]\n"
        "Format: Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text\n"
    )
    lines = []
    for first in range(0, len(words), WORDS_A_CAPTION):
        phrase = words[first : first + WORDS_A_CAPTION]
        for lit, word in enumerate(phrase):
            text = " ".join(
                f"{{\\c&H3CC8FF&}}{one.text}{{\\c&HFFFFFF&}}" if number == lit else one.text
                for number, one in enumerate(phrase)
            )
            end = phrase[lit + 1].start_ms if lit + 1 < len(phrase) else word.end_ms
            lines.append(f"Dialogue: 0,{_clock(word.start_ms)},{_clock(end)},Caption,,0,0,0,,{text}\n")
    return head + "".join(lines)


def _clock(time_ms: int) -> str:
    return f"{time_ms // 3_600_000}:{time_ms // 60_000 % 60:02d}:{time_ms // 1000 % 60:02d}.{time_ms // 10 % 100:02d}"


def _timeline(clips: list[Clip], voice: Path, music: Path, fmt: Format) -> Timeline:
    frames = round(CLIP_S * fmt.rate)
    total_ms = CLIPS * CLIP_S * 1000
    return Timeline(
        rate=fmt.rate,
        picture=tuple(PictureClip(clip, index * frames, frames) for index, clip in enumerate(clips)),
        speech=Track((SoundClip(Clip("voice", voice, "voice"), 0),)),
        music=Track((SoundClip(Clip("music", music, "music"), 0, duration_ms=total_ms),)),
        words=tuple(_words(total_ms)),
    )


def _words(total_ms: int) -> list[CaptionWord]:
    """Twenty sentences of five words, three seconds apart."""
    text = ["The", "keeper", "climbed", "the", "stairs."]
    each = total_ms // CAPTIONS
    return [
        CaptionWord(word, caption * each + number * 400, caption * each + number * 400 + 380)
        for caption in range(CAPTIONS)
        for number, word in enumerate(text[:WORDS_A_CAPTION])
    ]


def _clip(folder: Path, index: int) -> Clip:
    path = folder / f"clip{index}.mp4"
    picture = f"testsrc2=s=720x1280:r=24:d={CLIP_S},hue=h={index * 30},rotate=t/20:fillcolor=gray,format=yuv420p"
    tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", *tags]
    run([*PLAIN, "-f", "lavfi", "-i", picture, *encoder, str(path)], timeout_s=600)
    return Clip(f"clip {index}", path, f"clip{index}")


def _voice(path: Path) -> Path:
    """A minute of something that starts and stops like speech."""
    rate, seconds = 24_000, CLIPS * CLIP_S
    at = np.arange(rate * seconds) / rate
    tone = sum(np.sin(2 * np.pi * 130 * k * at) / k for k in range(1, 20))
    syllables = np.clip(np.sin(2 * np.pi * 4 * at), 0, 1) * (at % 3 < 2)
    return _write(path, (tone * syllables * 0.2)[:, np.newaxis], rate)


def _music(path: Path) -> Path:
    rate = 44_100
    at = np.arange(rate * 30) / rate
    chord = sum(np.sin(2 * np.pi * pitch * at) for pitch in (220.0, 277.2, 329.6)) * 0.15
    return _write(path, np.stack([chord, np.roll(chord, 300)], axis=1), rate)


def _write(path: Path, sound: np.ndarray, rate: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(sound.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
