"""What a test hears in a recording: levels, pitch, colour, and the words' times."""

from __future__ import annotations

import itertools
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.speech import AnimaticSpeech
from generation.providers.base import Finished, SpeechRequest

RATE = 24_000
LINE = "The old keeper climbed the stairs one last time. Far below, a small boat fought the storm."

Samples = npt.NDArray[np.float32]
Say = Callable[..., Finished]


def speaker(folder: Path) -> Say:
    """Return a function that has a line spoken, each recording in a folder of its own."""
    folders = itertools.count()

    def spoken(text: str = LINE, voice: str = "heart", **more: Any) -> Finished:
        place = folder / str(next(folders))
        place.mkdir()
        return AnimaticSpeech("speech", {}).submit(SpeechRequest(text, voice, **more), place)

    return spoken


def samples_of(answer: Finished) -> Samples:
    with wave.open(str(answer.path)) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, RATE, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) / np.float32(32768)


def seconds(answer: Finished) -> float:
    return len(samples_of(answer)) / RATE


def decibels(ratio: float) -> float:
    return float(20 * np.log10(ratio))


def pitches_of(samples: Samples) -> npt.NDArray[np.float64]:
    """The fundamental of every voiced moment, by autocorrelation."""
    size, shortest, longest = 1440, RATE // 500, RATE // 55
    window = np.hanning(size)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, 4 * size)) ** 2)[:size]
    loud, found = 0.4 * np.sqrt(np.mean(samples**2)), []
    for start in range(0, len(samples) - size, 480):
        frame = samples[start : start + size] - samples[start : start + size].mean()
        if np.sqrt(np.mean(frame**2)) < loud:
            continue
        likeness = np.fft.irfft(np.abs(np.fft.rfft(frame * window, 4 * size)) ** 2)[:size] / own
        likeness /= likeness[0]
        inside = likeness[shortest:longest]
        peaks = np.flatnonzero((inside[1:-1] > inside[:-2]) & (inside[1:-1] >= inside[2:])) + 1
        good = [peak for peak in peaks if inside[peak] > max(0.9 * inside[peaks].max(), 0.55)]
        if good:
            found.append(RATE / (good[0] + shortest))
    return np.asarray(found)


def pitch_of(samples: Samples) -> float:
    """The middle of the fundamental; 0 when there is hardly a voice."""
    found = pitches_of(samples)
    return float(np.median(found)) if len(found) > 12 else 0.0


def pitch_range(samples: Samples) -> float:
    """How far the melody moves, in semitones."""
    low, high = np.percentile(pitches_of(samples), [10, 90])
    return float(12 * np.log2(high / low))


def power(samples: Samples, low: float, high: float) -> float:
    """The power between two frequencies, in dB."""
    spectrum = np.abs(np.fft.rfft(samples)) ** 2
    frequency = np.fft.rfftfreq(len(samples), 1 / RATE)
    return float(10 * np.log10(spectrum[(frequency >= low) & (frequency < high)].sum() + 1e-12))


def tilt(samples: Samples) -> float:
    """How strong the high part of a voice is against its low part, in dB."""
    return power(samples, 1500, 5000) - power(samples, 60, 1000)


def colour(samples: Samples) -> npt.NDArray[np.float64]:
    """The middle of 19 mel-frequency cepstral coefficients over the louder moments: what a voice sounds like."""
    frames = np.lib.stride_tricks.sliding_window_view(samples, 600)[::300] * np.hanning(600)
    spectra = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    loud = spectra[spectra.sum(axis=1) > np.percentile(spectra.sum(axis=1), 40)]
    logs = np.log(loud @ _mel_bands(spectra.shape[1]).T + 1e-10)
    order, band = np.arange(1, 20)[:, None], np.arange(32)
    cosines = np.sqrt(2 / 32) * np.cos(np.pi * order * (band + 0.5) / 32)
    return np.asarray((logs @ cosines.T).mean(axis=0))


def _mel_bands(bins: int) -> npt.NDArray[np.float64]:
    frequency = np.linspace(0, RATE / 2, bins)
    mels = np.linspace(2595 * np.log10(1 + 60 / 700), 2595 * np.log10(1 + 10_000 / 700), 34)
    edges = 700 * (10 ** (mels / 2595) - 1)
    rising = (frequency - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - frequency) / np.diff(edges)[1:, None]
    return np.clip(np.minimum(rising, falling), 0, None)


def words_of(answer: Finished) -> dict[str, tuple[int, int]]:
    return {word: (start, end) for word, start, end in answer.details["words"]}


def assert_words_cover(answer: Finished, text: str) -> None:
    words = answer.details["words"]
    moments = [moment for _, start, end in words for moment in (start, end)]
    assert "".join(word for word, _, _ in words) == "".join(text.split())
    assert moments == sorted(moments)
    assert all(isinstance(moment, int) for moment in moments)
    assert moments[0] >= 0
    assert moments[-1] <= seconds(answer) * 1000
