"""What a voice is heard through: a telephone, a radio, a machine, distance, a wall, a large room, a head.

These work on samples, so that both engines have them; a line without a direction never comes here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.wave import SAMPLE_RATE, Samples, active_level, silence

Channel = Callable[[Samples, int], Samples]

# Steeper than this rings.
_SLOPE_DB_PER_OCTAVE = 36.0
_FLOOR_DB = -66.0
_RING_HZ = 47.0
_COMB_S = (0.0061, 0.0107)
_HISS_BELOW_SPEECH_DB = -38.0


def through(channel: str, samples: Samples, seed: int) -> Samples:
    """Return `samples` as heard through `channel`, at the same level, with its echo after the end if it has one."""
    change = CHANNELS.get(channel)
    level = active_level(samples)
    if change is None or level <= 0:
        return samples
    changed = change(samples, seed)
    return (changed * np.float32(level / max(active_level(changed), 1e-9))).astype(np.float32)


def _phone(samples: Samples, _seed: int) -> Samples:
    return _driven(_band(samples, 320.0, 3300.0), 1.5)


def _radio(samples: Samples, seed: int) -> Samples:
    voice = _driven(_band(samples, 420.0, 2700.0), 4.0)
    noise = np.random.default_rng([seed, 7]).standard_normal(len(samples)).astype(np.float32)
    hiss = _band(noise, 900.0, 4200.0)
    ratio = 10 ** (_HISS_BELOW_SPEECH_DB / 20) * active_level(voice) / max(active_level(hiss), 1e-9)
    return (_band(voice, 300.0, 3400.0) + hiss * np.float32(ratio)).astype(np.float32)


def _robot(samples: Samples, _seed: int) -> Samples:
    """Ring modulation and two short combs: metal in the throat."""
    clock = np.arange(len(samples), dtype=np.float32) / np.float32(SAMPLE_RATE)
    ringing = samples * (0.65 + 0.5 * np.sin(2 * np.pi * _RING_HZ * clock))
    result = ringing.copy()
    for delay in _COMB_S:
        shift = round(delay * SAMPLE_RATE)
        result[shift:] += 0.55 * ringing[: len(ringing) - shift]
    return np.asarray(result, np.float32)


def _distant(samples: Samples, seed: int) -> Samples:
    return _in_room(_band(samples, 260.0, 3000.0, slope=10.0), seed, seconds=0.7, wet=0.9)


def _echo(samples: Samples, seed: int) -> Samples:
    return _in_room(samples, seed, seconds=1.6, wet=0.75)


def _mind(samples: Samples, seed: int) -> Samples:
    return _in_room(_band(samples, 110.0, 6500.0, slope=12.0), seed, seconds=0.5, wet=0.35)


def _muffled(samples: Samples, _seed: int) -> Samples:
    return _band(samples, 70.0, 620.0, slope=18.0)


def _driven(samples: Samples, drive: float) -> Samples:
    """The overload of a small loudspeaker."""
    scale = np.float32(drive / max(float(np.abs(samples).max(initial=0.0)), 1e-9))
    return np.asarray(np.tanh(samples * scale), np.float32)


def _band(samples: Samples, low: float, high: float, *, slope: float = _SLOPE_DB_PER_OCTAVE) -> Samples:
    """Keep what lies between `low` and `high` Hz."""
    size = _fast_size(len(samples) + SAMPLE_RATE // 20)
    frequency = np.maximum(np.fft.rfftfreq(size, 1 / SAMPLE_RATE), 1.0)
    octaves = np.maximum(np.log2(low / frequency), 0.0) + np.maximum(np.log2(frequency / high), 0.0)
    gain = 10.0 ** (np.maximum(-slope * octaves, _FLOOR_DB) / 20)
    return np.asarray(np.fft.irfft(np.fft.rfft(samples, size) * gain, size)[: len(samples)], np.float32)


def _in_room(samples: Samples, seed: int, *, seconds: float, wet: float) -> Samples:
    """Add the room's answer, and what of it is heard after the last word."""
    room = _impulse(seconds, seed)
    longer = np.concatenate([samples, silence(seconds * 0.5)])
    size = _fast_size(len(longer) + len(room))
    answer = np.fft.irfft(np.fft.rfft(longer, size) * np.fft.rfft(room, size), size)[: len(longer)]
    answer *= wet * active_level(samples) / max(active_level(answer.astype(np.float32)), 1e-9)
    fade = np.ones(len(longer))
    tail = len(longer) - len(samples)
    fade[len(samples) :] = np.linspace(1.0, 0.0, tail) ** 2
    return ((longer + answer) * fade).astype(np.float32)


def _impulse(seconds: float, seed: int) -> npt.NDArray[np.float64]:
    """A decaying rush that grows darker, as walls swallow the high notes first."""
    count = round(seconds * SAMPLE_RATE)
    clock = np.arange(count) / SAMPLE_RATE
    noise = np.random.default_rng([seed, 11]).standard_normal((2, count))
    dark = np.convolve(noise[1], np.hanning(25) / 12.0)[:count]
    # 60 dB down at the end, the bright part at half of it.
    decay = 10.0 ** (-3.0 * clock / seconds)
    return np.asarray((noise[0] * decay**2 * 0.4 + dark * decay) * np.minimum(clock / 0.012, 1.0))


def _fast_size(count: int) -> int:
    """The next size that is 2, 3 or 5 times a power of two: others take a Fourier transform many times as long."""
    power = 1 << max(count - 1, 1).bit_length()
    return min(size for size in (power, power * 3 // 4, power * 5 // 8) if size >= count)


CHANNELS: Mapping[str, Channel] = {
    "phone": _phone,
    "radio": _radio,
    "robot": _robot,
    "distant": _distant,
    "echo": _echo,
    "mind": _mind,
    "muffled": _muffled,
}
"""What a voice can be heard through."""
