"""Small media files for tests, made on the spot by ffmpeg, Pillow and numpy."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.media.formats import Format
from generation.media.runner import run
from generation.media.timeline import Clip, PictureClip, Timeline

QUIET = ["ffmpeg", "-nostdin", "-v", "error", "-y"]
SMALL = Format(
    key="small",
    width=160,
    height=90,
    rate=Fraction(24),
    crf=20,
    preset="ultrafast",
    audio_bitrate=128,
    label="small",
)


def make_clip(path: Path, *options: str, source: str = "testsrc2=s=160x90:r=24:d=1", sound: bool = False) -> Path:
    """A clip of ffmpeg's test picture; `options` go to the encoder."""
    inputs = ["-f", "lavfi", "-i", source]
    if sound:
        inputs += ["-f", "lavfi", "-i", "sine=d=1", "-shortest"]
    run([*QUIET, *inputs, *(options or ("-c:v", "libx264", "-preset", "ultrafast")), f"file:{path}"], timeout_s=60)
    return path


def make_still(path: Path, colour: str | tuple[int, int, int], size: tuple[int, int] = (160, 90)) -> Path:
    Image.new("RGB", size, colour).save(path)
    return path


def make_wav(path: Path, sound: NDArray[np.floating], rate: int = 48_000) -> Path:
    """Write samples of shape (samples,) or (samples, channels) as 16 bits."""
    shaped = sound[:, np.newaxis] if sound.ndim == 1 else sound
    with wave.open(str(path), "wb") as file:
        file.setnchannels(shaped.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(shaped, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def tone(seconds: float, *, pitch: float = 440.0, level: float = 0.3, rate: int = 48_000) -> NDArray[np.float64]:
    return np.asarray(level * np.sin(2 * np.pi * pitch * np.arange(round(seconds * rate)) / rate))


def shots(*placed: tuple[Path | None, int], rate: Fraction = SMALL.rate, name: str = "Shot") -> Timeline:
    """A timeline of these files, each for that many frames."""
    picture, at = [], 0
    for number, (path, frames) in enumerate(placed, start=1):
        clip = Clip(f"{name} {number}", path, path.name if path else "")
        picture.append(PictureClip(clip, at, frames))
        at += frames
    return Timeline(rate, tuple(picture))


def luminance(path: Path) -> tuple[list[Fraction], list[float]]:
    """When each frame of a film is shown, in seconds, and how bright it is on average, 0 to 255."""
    times, means = [], []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        for frame in container.decode(stream):
            times.append((frame.pts or 0) * (stream.time_base or Fraction(0)))
            means.append(float(frame.to_ndarray(format="gray").mean()))
    return times, means


def heard(path: Path) -> NDArray[np.float32]:
    """A film's sound as a player without edit lists plays it, as (samples, channels)."""
    with av.open(str(path)) as container:
        parts = [frame.to_ndarray() for frame in container.decode(audio=0)]
    return np.asarray(np.concatenate(parts, axis=1).T)
