"""The synthesiser's voices: each turns a pitch and a length into a mono sound, from sine waves and noise only.

Two kinds: *struck* voices are sums of partials that die away by themselves (piano, harp, bells); *held* voices
read a wave table as long as the note lasts (strings, winds, pads). Levels are matched by ear-weighted power in
`renderer`; here only the colour matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .wave import SAMPLE_RATE, Samples, as_samples

_TABLE = 4096
_LONGEST_RING_S = 4.0
_BRIGHTEST_HZ = 9000.0
"""No partial above this: what is higher only hisses under speech."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A voice that rings. Partial h has level h**-`slope` and dies at `decay` + `damping` * h (1/s, at 220 Hz)."""

    slope: float
    decay: float
    damping: float
    partials: tuple[float, ...] = (1, 2, 3, 4, 5, 6, 7, 8)
    knock: float = 0.0
    """How much of the hammer or finger is heard."""
    ring: bool = False
    """Whether it rings on when the note is let go (harp, bells)."""
    hit_s: float = 0.002


@dataclass(frozen=True, slots=True)
class Held:
    """A voice that sounds as long as it is held. `formants` are (Hz, width in octaves, gain in dB)."""

    slope: float
    attack_s: float
    release_s: float
    even: float = 1.0
    """Level of even partials: near 0 for a clarinet's hollow tone."""
    formants: tuple[tuple[float, float, float], ...] = ()
    cents: float = 0.0
    """How far apart the players of a section are tuned; 0 for one player."""
    vibrato: float = 0.0
    """Depth in cents; it grows in over the first half second."""
    breath: float = 0.0
    tremolo_hz: float = 0.0
    swell: float = 0.0
    """How much the tone grows towards its middle."""


_BAR = (1.0, 2.756, 5.404)  # a free metal or wooden bar
_BELL = (0.5, 1.0, 1.19, 1.5, 2.0, 2.74, 3.0)

STRUCK: dict[str, Struck] = {
    "piano": Struck(1.35, 0.55, 0.28, knock=0.05, hit_s=0.003),
    "rhodes": Struck(2.1, 0.9, 0.5, (1, 2, 3, 4, 7), knock=0.01, hit_s=0.004),
    "guitar": Struck(1.25, 1.0, 0.55, knock=0.04),
    "banjo": Struck(0.9, 2.6, 0.8, knock=0.08),
    "harp": Struck(1.5, 0.8, 0.55, ring=True),
    "pizz": Struck(1.3, 5.0, 1.8, knock=0.05, hit_s=0.004),
    "pluck": Struck(1.2, 2.0, 1.2, ring=True),
    "dulcimer": Struck(1.1, 1.4, 0.7, knock=0.05, ring=True),
    "vibes": Struck(1.8, 0.7, 1.0, (1.0, 4.0, 10.0), ring=True),
    "celesta": Struck(1.6, 1.6, 1.4, (1.0, 2.0, 4.0, 5.4), ring=True),
    "glock": Struck(1.2, 1.8, 1.6, _BAR, ring=True),
    "musicbox": Struck(1.3, 1.5, 1.2, (1.0, 2.0, 3.01, 5.4), knock=0.03, ring=True),
    "xylophone": Struck(1.2, 7.0, 3.0, (1.0, 3.0, 6.0), knock=0.05),
    "bells": Struck(0.8, 0.45, 0.35, _BELL, ring=True),
    "upright": Struck(1.5, 1.5, 0.8, (1, 2, 3, 4, 5, 6), knock=0.06, hit_s=0.006),
    "sub": Struck(1.7, 1.2, 0.3, (1, 2, 3, 4), hit_s=0.012),
    "tuba": Struck(1.1, 1.6, 0.7, (1, 2, 3, 4, 5, 6), hit_s=0.03),
    "harpsichord": Struck(0.75, 1.2, 0.35, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), knock=0.06),
    "lute": Struck(1.2, 1.6, 0.8, knock=0.05, ring=True),
    "steel": Struck(1.0, 0.9, 0.45, knock=0.05),
    "mandolin": Struck(0.95, 2.4, 0.8, knock=0.07),
    "clean": Struck(1.4, 0.9, 0.5, knock=0.02),
    "marimba": Struck(1.7, 4.5, 3.0, (1.0, 3.9, 9.2), knock=0.03),
    "kalimba": Struck(1.6, 2.4, 2.0, (1.0, 2.9, 5.6), knock=0.04, ring=True),
    "ebass": Struck(1.6, 1.1, 0.6, (1, 2, 3, 4, 5), hit_s=0.005),
    "honkytonk": Struck(1.15, 0.8, 0.35, (1, 1.006, 2, 2.012, 3, 4, 5, 6), knock=0.08),
    "timpani": Struck(1.2, 2.0, 1.2, (1.0, 1.5, 1.98, 2.44), knock=0.1, hit_s=0.004),
}

HELD: dict[str, Held] = {
    "strings": Held(1.45, 0.30, 0.55, cents=8, vibrato=5, formants=((500, 1.0, 4), (2600, 0.8, 2)), swell=0.15),
    "cellos": Held(1.35, 0.20, 0.45, cents=6, vibrato=4, formants=((260, 1.0, 4), (1200, 1.0, 2))),
    "cello": Held(1.25, 0.10, 0.30, vibrato=11, formants=((240, 0.8, 4), (1000, 0.8, 3)), swell=0.25),
    "violin": Held(1.3, 0.09, 0.30, vibrato=12, formants=((480, 0.7, 4), (2500, 0.8, 3)), swell=0.25),
    "spiccato": Held(1.3, 0.012, 0.10, cents=7, formants=((350, 1.0, 3), (2000, 1.0, 2))),
    "tremolo": Held(1.4, 0.4, 0.5, cents=9, formants=((500, 1.0, 3),), tremolo_hz=9.0),
    "choir": Held(1.5, 0.35, 0.7, cents=9, vibrato=7, formants=((620, 0.5, 12), (1080, 0.4, 8), (2700, 0.5, 2))),
    "pad": Held(1.75, 0.5, 0.9, cents=10, formants=((400, 1.2, 3),)),
    "glass": Held(2.2, 0.3, 0.9, cents=6, even=0.5),
    "horns": Held(1.6, 0.10, 0.35, cents=3, vibrato=2, formants=((450, 0.9, 6),), swell=0.15),
    "brass": Held(1.25, 0.09, 0.3, cents=4, formants=((600, 0.9, 4), (1300, 0.8, 3)), swell=0.2),
    "trumpet": Held(1.1, 0.05, 0.18, vibrato=5, formants=((1150, 0.7, 5),), swell=0.15),
    "sax": Held(1.15, 0.06, 0.22, vibrato=10, formants=((550, 0.6, 6), (1300, 0.6, 3)), breath=0.012, swell=0.2),
    "clarinet": Held(1.2, 0.045, 0.16, even=0.12, vibrato=3, formants=((1300, 0.9, 2),), breath=0.006, swell=0.15),
    "bassoon": Held(1.2, 0.04, 0.12, formants=((480, 0.5, 9), (1150, 0.5, 4)), breath=0.004),
    "oboe": Held(0.95, 0.045, 0.15, vibrato=7, formants=((1050, 0.5, 6), (2800, 0.6, 3)), breath=0.004),
    "flute": Held(2.1, 0.06, 0.2, vibrato=9, breath=0.03, swell=0.2),
    "whistle": Held(3.2, 0.05, 0.15, vibrato=14, breath=0.03),
    "harmonica": Held(1.0, 0.05, 0.2, vibrato=6, even=0.7, cents=3, formants=((900, 0.8, 4),), breath=0.01),
    "recorder": Held(2.4, 0.04, 0.12, even=0.5, vibrato=6, breath=0.025),
    "accordion": Held(0.95, 0.05, 0.12, cents=5, formants=((1100, 0.9, 3),)),
    "organ": Held(1.5, 0.06, 0.4, cents=2, formants=((500, 1.5, 2),)),
    "fiddle": Held(1.1, 0.05, 0.18, vibrato=8, formants=((520, 0.7, 4), (2700, 0.8, 4))),
    "mute": Held(0.85, 0.04, 0.15, vibrato=6, formants=((1700, 0.5, 8),)),
    "trombone": Held(1.25, 0.07, 0.22, vibrato=4, formants=((550, 0.8, 5),), swell=0.15),
    "englishhorn": Held(1.0, 0.06, 0.2, vibrato=7, formants=((850, 0.5, 6),), breath=0.004),
    "oohs": Held(1.9, 0.3, 0.6, cents=8, vibrato=6, formants=((350, 0.5, 10), (800, 0.4, 4))),
    "halo": Held(1.6, 0.5, 1.2, cents=12, formants=((600, 1.0, 3), (2400, 0.8, 2))),
    "saw": Held(1.1, 0.02, 0.3, cents=12),
    "viola": Held(1.3, 0.1, 0.3, vibrato=10, formants=((380, 0.7, 4), (1800, 0.8, 3)), swell=0.2),
    "piccolo": Held(2.2, 0.04, 0.15, vibrato=9, breath=0.02),
    "tenor": Held(1.1, 0.06, 0.22, vibrato=9, formants=((480, 0.6, 6), (1200, 0.6, 3)), breath=0.012, swell=0.2),
    "bagpipe": Held(0.8, 0.06, 0.2, cents=3, formants=((1100, 0.7, 5),)),
    "synth": Held(1.35, 0.03, 0.3, cents=7, vibrato=6, formants=((800, 1.2, 2),)),
}  # fmt: skip


def hertz(pitch: int) -> float:
    """Return the frequency of a MIDI pitch."""
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def sound(instrument: str, pitch: int, length_s: float) -> Samples:
    """Return one note of `instrument` with its release: mono, or (n, 2) for a section spread between the ears."""
    if instrument in STRUCK:
        return _struck(instrument, pitch, length_s)
    return _held(HELD.get(instrument, HELD["pad"]), pitch, length_s)


def _struck(instrument: str, pitch: int, length_s: float) -> Samples:
    voice = STRUCK[instrument]
    ringing = _ringing(instrument, pitch)
    if voice.ring:
        return ringing
    release = int(0.12 * SAMPLE_RATE)
    keep = int(length_s * SAMPLE_RATE) + release
    if keep >= len(ringing):
        return ringing
    note = ringing[:keep].copy()
    note[-release:] *= np.linspace(1, 0, release, dtype=np.float32) ** 2
    return note


@lru_cache(maxsize=96)
def _ringing(instrument: str, pitch: int) -> Samples:
    """Return a struck voice left alone until it has died away."""
    voice, frequency = STRUCK[instrument], hertz(pitch)
    quickness = (frequency / 220) ** 0.5
    slowest = (voice.decay + voice.damping) * quickness
    length = int(min(_LONGEST_RING_S, 6.9 / slowest) * SAMPLE_RATE)
    time = np.arange(length, dtype=np.float32) / np.float32(SAMPLE_RATE)
    out = np.zeros(length, np.float32)
    for number, ratio in enumerate(voice.partials, 1):
        # Stiff strings are a little sharp in their upper partials; it keeps the sum from sounding like an organ.
        partial = frequency * ratio * (1 + 0.00012 * ratio * ratio)
        if partial < _BRIGHTEST_HZ:
            dying = np.exp(time * np.float32(-(voice.decay + voice.damping * number) * quickness))
            out += np.float32(number**-voice.slope) * dying * np.sin(np.float32(2 * np.pi * partial) * time)
    if voice.knock:
        out += voice.knock * _knock(length, pitch)
    hit = int(voice.hit_s * SAMPLE_RATE)
    out[:hit] *= np.linspace(0, 1, hit, dtype=np.float32)
    out[-2400:] *= np.linspace(1, 0, len(out[-2400:]), dtype=np.float32)
    return out


def _knock(length: int, pitch: int) -> Samples:
    """Return the dull noise of a hammer or a finger, a hundredth of a second."""
    noise = np.random.default_rng(pitch).standard_normal(960).astype(np.float32)
    noise = np.convolve(noise, np.full(12, 1 / 12, np.float32), "same") * np.exp(
        -np.arange(960, dtype=np.float32) / 200
    )
    return np.concatenate([noise * 3, np.zeros(max(0, length - 960), np.float32)])[:length]


@lru_cache(maxsize=512)
def _table(voice: Held, pitch: int) -> Samples:
    """Return one cycle of a held voice at `pitch`, its formants applied, of unit power."""
    frequency = hertz(pitch)
    number = np.arange(1, max(2, int(min(40, _BRIGHTEST_HZ / frequency))) + 1)
    level = number ** -(voice.slope + 0.0) * np.where(number % 2 == 0, voice.even, 1.0)
    for centre, width, decibels in voice.formants:
        level = level * 10 ** (decibels / 20 * np.exp(-0.5 * (np.log2(number * frequency / centre) / width) ** 2))
    spectrum = np.zeros(_TABLE // 2 + 1, complex)
    # Spread phases keep the wave from peaking like a click train.
    spectrum[number] = level * np.exp(1j * np.pi * number * number / len(number))
    wave = np.fft.irfft(spectrum, _TABLE)
    return as_samples(wave / np.sqrt(np.mean(np.square(wave))))


def _held(voice: Held, pitch: int, length_s: float) -> Samples:
    length = int((length_s + voice.release_s) * SAMPLE_RATE)
    seconds = np.arange(length, dtype=np.float32) / np.float32(SAMPLE_RATE)
    envelope = _envelope(voice, seconds, length_s)
    if voice.cents:
        note = np.stack([_read(voice, pitch, seconds, detuned) for detuned in (-voice.cents, voice.cents)], axis=1)
        note += 0.7 * _read(voice, pitch, seconds, 0.3 * voice.cents)[:, None]
        return note * (envelope[:, None] * np.float32(0.7))
    note = _read(voice, pitch, seconds, 0.0)
    if voice.breath:
        note += voice.breath * 6 * _breath(length, pitch)
    return note * envelope


def _read(voice: Held, pitch: int, seconds: Samples, cents: float) -> Samples:
    """Read the voice's table at `pitch` plus `cents`, with its vibrato; each player starts at another phase."""
    step = hertz(pitch) * 2 ** (cents / 1200) * _TABLE / SAMPLE_RATE
    phase = np.arange(len(seconds)) * step + (pitch * 997 + cents * 131) % _TABLE
    if voice.vibrato:
        rate = 4.9 + 0.05 * (pitch % 7) + 0.03 * abs(cents)
        # A sway of the phase by d radians at r Hz is a sway of the pitch by d * r Hz.
        depth = hertz(pitch) * (2 ** (voice.vibrato / 1200) - 1) / rate / (2 * np.pi) * _TABLE
        phase += depth * np.minimum(1, seconds * 2) * np.sin(np.float32(2 * np.pi * rate) * seconds)
    return as_samples(_table(voice, pitch)[phase.astype(np.int64) & (_TABLE - 1)])


def _envelope(voice: Held, seconds: Samples, length_s: float) -> Samples:
    """Return attack, sustain and release; a short note gets as much attack as fits into it."""
    attack = min(voice.attack_s, max(0.01, length_s * 0.6))
    rise = np.sin(np.minimum(1, seconds / np.float32(attack)) * np.float32(np.pi / 2)) ** 2
    fall = np.clip((np.float32(length_s + voice.release_s) - seconds) / np.float32(voice.release_s), 0, 1) ** 2
    shape = rise * fall
    if voice.swell:
        middle = np.sin(np.minimum(1, seconds / np.float32(max(length_s, 0.3))) * np.float32(np.pi))
        shape *= 1 - voice.swell + voice.swell * 1.4 * middle
    if voice.tremolo_hz:
        shape *= 0.62 + 0.38 * np.sin(np.float32(2 * np.pi * voice.tremolo_hz) * seconds)
    return as_samples(shape)


def _breath(length: int, pitch: int) -> Samples:
    """Return soft noise, as of air across a mouthpiece."""
    noise = np.random.default_rng(pitch).standard_normal(length + 8).astype(np.float32)
    return np.convolve(noise, np.full(9, 1 / 9, np.float32), "valid")
