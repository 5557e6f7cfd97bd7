"""The same music in the sound of a time or a genre: other instruments, other drums, sometimes another mode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .moods import DORIAN, MAJOR, MINOR, MIXOLYDIAN, Layer, Mood


@dataclass(frozen=True, slots=True)
class Dressing:
    """What changes: `leads` are the tune's and the answering instrument, the maps say what stands for what."""

    name: str
    leads: tuple[str, str] | None = None
    instruments: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    swing: float | None = None

    def dress(self, mood: Mood) -> Mood:
        """Return `mood` played this way."""
        swing = self.swing if self.swing is not None and mood.beats == 4 else mood.swing
        layers = tuple(self._layer(layer) for layer in mood.layers)
        return replace(mood, layers=layers, swing=swing, scale=self.scales.get(mood.scale, mood.scale))

    def _layer(self, layer: Layer) -> Layer:
        if self.leads and layer.pattern in ("lead", "counter"):
            return replace(layer, instrument=self.leads[layer.pattern == "counter"])
        pattern = self.patterns.get(layer.pattern, layer.pattern)
        return replace(layer, pattern=pattern, instrument=self.instruments.get(layer.instrument, layer.instrument))


_KEYS_TO_GUITAR = {"piano": "guitar", "rhodes": "guitar", "harp": "guitar", "celesta": "dulcimer", "vibes": "dulcimer"}

DRESSINGS: dict[str, Dressing] = {
    "swing": Dressing(
        "swing", ("clarinet", "trumpet"),
        {"rhodes": "piano", "pad": "strings", "guitar": "banjo", "sub": "upright", "cellos": "upright"},
        {"arp": "stride", "shaker": "brushes", "strum": "offbeat", "tambourine": "brushes", "frame": "brushes",
         "low": "two", "roots": "two"},
        swing=0.16,
    ),
    "jazz": Dressing(
        "jazz", ("sax", "vibes"),
        {"piano": "rhodes", "harp": "vibes", "celesta": "vibes", "sub": "upright", "glock": "vibes", "pizz": "vibes"},
        {"shaker": "brushes", "roots": "walk", "tambourine": "brushes", "frame": "brushes", "strum": "comp"},
        swing=0.14,
    ),
    "synth": Dressing(
        "synth", ("synth", "glass"),
        {"strings": "pad", "cellos": "sub", "upright": "sub", "tuba": "sub", "bassoon": "sub", "piano": "rhodes",
         "harp": "pluck", "pizz": "pluck", "guitar": "pluck", "spiccato": "pluck", "celesta": "pluck", "choir": "glass",
         "glock": "pluck", "xylophone": "pluck", "horns": "pad", "brass": "synth", "tremolo": "glass"},
        {"brushes": "electro", "shaker": "electro", "march": "electro", "frame": "electro", "tambourine": "electro",
         "blocks": "electro", "walk": "roots", "stride": "arp"},
        swing=0.0,
    ),
    "modal": Dressing(
        "modal", ("flute", "oboe"),
        {"piano": "harp", "rhodes": "harp", "guitar": "harp", "vibes": "dulcimer", "pizz": "harp", "upright": "cellos",
         "tuba": "cellos", "sub": "cellos", "spiccato": "dulcimer", "pad": "strings", "glock": "dulcimer",
         "xylophone": "dulcimer", "celesta": "harp"},
        {"brushes": "frame", "shaker": "frame", "march": "frame", "tambourine": "frame", "blocks": "frame",
         "walk": "roots", "comp": "arp"},
        {MAJOR: MIXOLYDIAN, MINOR: DORIAN}, swing=0.0,
    ),
    "western": Dressing(
        "western", ("harmonica", "violin"),
        {**_KEYS_TO_GUITAR, "pizz": "banjo", "pad": "strings", "sub": "upright", "tuba": "upright",
         "spiccato": "guitar"},
        {"brushes": "gallop", "shaker": "gallop", "march": "gallop", "frame": "gallop", "tambourine": "gallop",
         "walk": "two"},
        swing=0.0,
    ),
    "haunted": Dressing(
        "haunted", ("musicbox", "violin"),
        {"pad": "choir", "rhodes": "celesta", "guitar": "harp", "horns": "tremolo"},
        {"brushes": "heart", "shaker": "tick", "march": "heart", "frame": "heart", "tambourine": "tick",
         "strum": "arp", "comp": "arp"},
        swing=0.0,
    ),
    "fairytale": Dressing(
        "fairytale", ("flute", "clarinet"),
        {"rhodes": "celesta", "guitar": "harp", "vibes": "glock", "sub": "cellos", "spiccato": "pizz"},
        {"brushes": "shaker", "march": "shaker"},
    ),
}  # fmt: skip
