"""Small real files for twins to deliver: pictures, clips and sounds of the size and length that was asked for."""

from __future__ import annotations

import io
import wave
from fractions import Fraction
from functools import lru_cache

import av
import numpy as np
from PIL import Image


@lru_cache(maxsize=64)
def picture(width: int, height: int, kind: str = "png", hue: int = 0) -> bytes:
    """A picture with something to see in it; `kind` is png, jpeg or webp, `hue` tells several apart."""
    across = np.linspace(0, 255, width, dtype=np.uint8)[None, :].repeat(height, 0)
    down = np.linspace(0, 255, height, dtype=np.uint8)[:, None].repeat(width, 1)
    pixels = np.dstack([across, down, np.full_like(across, (hue * 53) % 256)])
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind)
    return out.getvalue()


@lru_cache(maxsize=64)
def clip(duration_ms: int, width: int = 64, height: int = 36, rate: int = 24, *, with_sound: bool = False) -> bytes:
    """An MP4 of exactly the whole frames that fit `duration_ms`, each of another grey."""
    out = io.BytesIO()
    width, height = width - width % 2, height - height % 2
    with av.open(out, "w", format="mp4") as file:
        stream = file.add_stream("libx264", rate=rate, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        sound = file.add_stream("aac", rate=44_100) if with_sound else None
        for number in range(max(1, round(duration_ms * rate / 1000))):
            grey = np.full((height, width, 3), 40 + number * 3 % 180, np.uint8)
            file.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        file.mux(stream.encode(None))
        if sound is not None:
            tone = _tone(duration_ms, 44_100).astype(np.float32)[None, :] / 32768
            frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
            frame.sample_rate, frame.time_base, frame.pts = 44_100, Fraction(1, 44_100), 0
            resampler = av.AudioResampler(format="fltp", layout="stereo", rate=44_100)
            for part in resampler.resample(frame):
                file.mux(sound.encode(part))
            file.mux(sound.encode(None))
    return out.getvalue()


def _tone(duration_ms: int, rate: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    times = np.arange(rate * duration_ms // 1000) / rate
    # Louder and softer, as speech is: what looks for pauses finds some.
    swell = 0.55 + 0.45 * np.sign(np.sin(2 * np.pi * 1.5 * times))
    return (9000 * swell * np.sin(2 * np.pi * 220 * times)).astype(np.int16)


@lru_cache(maxsize=64)
def sound(duration_ms: int, kind: str = "wav", rate: int = 44_100) -> bytes:
    """A tone that comes and goes; `kind` is wav or mp3."""
    samples = _tone(duration_ms, rate)
    out = io.BytesIO()
    if kind == "wav":
        with wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate)
            file.writeframes(samples.tobytes())
        return out.getvalue()
    with av.open(out, "w", format=kind) as container:
        stream = container.add_stream("libmp3lame" if kind == "mp3" else "aac", rate=rate)
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
        frame.sample_rate = rate
        for part in av.AudioResampler(format="s16p", layout="mono", rate=rate).resample(frame):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return out.getvalue()
