"""The same music in the sound of a time or a genre: other instruments, other drums, sometimes another mode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .moods import DORIAN, HARMONIC, LYDIAN, MAJOR, MINOR, MIXOLYDIAN, PENTATONIC, Layer, Mood


@dataclass(frozen=True, slots=True)
class Dressing:
    """What changes: `leads` are the tune's and the answering instrument, the maps say what stands for what."""

    name: str
    leads: tuple[str, str] | None = None
    instruments: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    swing: float | None = None
    adds: tuple[Layer, ...] = ()
    """Players that this sound always has."""

    def dress(self, mood: Mood) -> Mood:
        """Return `mood` played this way."""
        swing = self.swing if self.swing is not None and mood.beats == 4 else mood.swing
        layers = (*(self._layer(layer) for layer in mood.layers), *self.adds)
        return replace(mood, layers=layers, swing=swing, scale=self.scales.get(mood.scale, mood.scale))

    def _layer(self, layer: Layer) -> Layer:
        if self.leads and layer.pattern in ("lead", "counter"):
            return replace(layer, instrument=self.leads[layer.pattern == "counter"])
        pattern = self.patterns.get(layer.pattern, layer.pattern)
        return replace(layer, pattern=pattern, instrument=self.instruments.get(layer.instrument, layer.instrument))


_KEYS_TO_GUITAR = {"piano": "guitar", "rhodes": "guitar", "harp": "guitar", "celesta": "dulcimer", "vibes": "dulcimer"}
_NO_KIT = {"brushes": "frame", "shaker": "frame", "march": "frame", "tambourine": "frame", "blocks": "frame",
           "light": "frame"}  # fmt: skip
# What no orchestra has, and what plays it there.
_TO_ORCHESTRA = {"rhodes": "harp", "pad": "strings", "sub": "cellos", "guitar": "harp", "upright": "cellos",
                 "vibes": "celesta", "glass": "tremolo"}  # fmt: skip

DRESSINGS: dict[str, Dressing] = {
    "swing": Dressing(
        "swing", ("clarinet", "mute"),
        {"rhodes": "honkytonk", "piano": "honkytonk", "pad": "clarinet", "guitar": "banjo", "sub": "tuba",
         "cellos": "tuba", "upright": "tuba", "harp": "banjo", "choir": "strings", "celesta": "xylophone",
         "spiccato": "banjo", "tremolo": "banjo", "pizz": "honkytonk"},
        {"arp": "stride", "skip": "stride", "hold": "offbeat", "shaker": "ragtime", "strum": "offbeat",
         "tambourine": "ragtime", "frame": "ragtime", "light": "ragtime",
         "low": "two", "roots": "two", "drone": "two", "ostinato": "offbeat",
         "trem": "offbeat"},
        swing=0.16,
    ),
    "jazz": Dressing(
        "jazz", ("tenor", "mute"),
        {"rhodes": "piano", "harp": "vibes", "celesta": "vibes", "sub": "upright", "glock": "vibes", "pizz": "vibes",
         "cellos": "upright", "guitar": "piano", "choir": "strings", "spiccato": "vibes"},
        {"shaker": "brushes", "roots": "walk", "two": "walk", "low": "walk", "tambourine": "brushes",
         "frame": "brushes", "strum": "comp", "arp": "comp", "light": "brushes", "pulsed": "comp", "ostinato": "comp",
         "drone": "roots"},
        swing=0.14,
    ),
    "synth": Dressing(
        "synth", ("synth", "glass"),
        {"strings": "pad", "cellos": "sub", "upright": "sub", "tuba": "sub", "bassoon": "sub", "piano": "rhodes",
         "harp": "pluck", "pizz": "pluck", "guitar": "pluck", "spiccato": "pluck", "celesta": "pluck", "choir": "halo",
         "glock": "pluck", "xylophone": "pluck", "horns": "saw", "brass": "saw", "tremolo": "glass",
         "marimba": "pluck", "timpani": "sub"},
        {"brushes": "electro", "shaker": "electro", "march": "electro", "frame": "electro", "tambourine": "electro",
         "blocks": "electro", "light": "electro", "walk": "roots", "stride": "arp", "timpani": "roots"},
        swing=0.0,
    ),
    "space": Dressing(
        "space", ("glass", "horns"),
        {"piano": "rhodes", "cellos": "sub", "upright": "sub", "tuba": "sub", "bassoon": "horns", "harp": "pluck",
         "pizz": "pluck", "guitar": "pluck", "pad": "halo", "glock": "celesta", "xylophone": "pluck",
         "clarinet": "glass", "tremolo": "halo"},
        {"brushes": "heart", "shaker": "tick", "frame": "heart", "tambourine": "tick", "blocks": "tick",
         "light": "tick", "walk": "drone", "two": "drone", "strum": "arp", "comp": "arp", "skip": "arp"},
        swing=0.0, adds=(Layer("hold", "halo", 0.4, 1),),
    ),
    "modal": Dressing(
        "modal", ("recorder", "oboe"),
        {"piano": "lute", "rhodes": "lute", "guitar": "lute", "vibes": "dulcimer", "pizz": "lute", "upright": "cellos",
         "tuba": "cellos", "sub": "cellos", "spiccato": "lute", "pad": "viola", "glock": "dulcimer",
         "xylophone": "dulcimer", "celesta": "harp", "strings": "viola", "horns": "oohs", "brass": "oohs",
         "bassoon": "lute", "marimba": "dulcimer"},
        {**_NO_KIT, "walk": "roots", "comp": "run", "waltz": "run", "stab": "roots", "offbeat": "run"},
        {MAJOR: MIXOLYDIAN, MINOR: DORIAN, HARMONIC: DORIAN}, swing=0.0,
        adds=(Layer("drone", "viola", 0.45, 1),),
    ),
    "baroque": Dressing(
        "baroque", ("recorder", "violin"),
        {"piano": "harpsichord", "rhodes": "harpsichord", "guitar": "lute", "vibes": "harpsichord",
         "celesta": "harpsichord", "pad": "strings", "upright": "cellos", "tuba": "cellos", "sub": "cellos",
         "harp": "lute", "pizz": "harpsichord", "glock": "harpsichord", "xylophone": "harpsichord",
         "bassoon": "bassoon", "brass": "trumpet", "choir": "organ", "tremolo": "strings", "sax": "oboe"},
        {"brushes": "tick", "shaker": "tick", "tambourine": "tick", "blocks": "tick", "light": "tick", "frame": "tick",
         "taiko": "tick", "walk": "roots", "comp": "run", "arp": "run", "strum": "run", "skip": "run", "two": "roots",
         "heart": "tick"},
        {DORIAN: HARMONIC, PENTATONIC: MAJOR, LYDIAN: MAJOR}, swing=0.0,
        adds=(Layer("run", "harpsichord", 0.5, 1),),
    ),
    "western": Dressing(
        "western", ("harmonica", "fiddle"),
        {**_KEYS_TO_GUITAR, "guitar": "steel", "pizz": "banjo", "pad": "strings", "sub": "upright", "tuba": "upright",
         "spiccato": "steel", "choir": "whistle", "piano": "steel", "rhodes": "steel", "harp": "steel",
         "horns": "trumpet", "celesta": "mandolin", "glock": "mandolin", "xylophone": "banjo"},
        {"brushes": "gallop", "shaker": "gallop", "march": "gallop", "frame": "gallop", "tambourine": "gallop",
         "light": "gallop", "walk": "two", "ostinato": "run"},
        swing=0.0,
    ),
    "folk": Dressing(
        "folk", ("fiddle", "whistle"),
        {**_KEYS_TO_GUITAR, "piano": "steel", "rhodes": "steel", "harp": "steel", "pad": "accordion",
         "strings": "accordion", "pizz": "mandolin", "sub": "upright", "tuba": "upright", "cellos": "upright",
         "spiccato": "mandolin", "celesta": "mandolin", "glock": "mandolin", "horns": "accordion",
         "xylophone": "mandolin", "choir": "oohs"},
        {**_NO_KIT, "walk": "two", "comp": "strum", "arp": "run", "waltz": "waltz", "pulsed": "strum"},
        {MINOR: DORIAN}, swing=0.06,
    ),
    "orchestral": Dressing(
        "orchestral", ("violin", "horns"), _TO_ORCHESTRA,
        {"brushes": "tick", "shaker": "tick", "tambourine": "march", "electro": "march", "light": "tick",
         "strum": "arp", "comp": "arp", "walk": "roots", "pulse": "low"},
        swing=0.0, adds=(Layer("timpani", "timpani", 0.5, 3),),
    ),
    "haunted": Dressing(
        "haunted", ("musicbox", "violin"),
        {"pad": "choir", "rhodes": "celesta", "guitar": "harp", "horns": "tremolo"},
        {"brushes": "heart", "shaker": "tick", "march": "heart", "frame": "heart", "tambourine": "tick",
         "strum": "arp", "comp": "arp", "light": "tick"},
        swing=0.0,
    ),
    "fairytale": Dressing(
        "fairytale", ("flute", "clarinet"),
        {"rhodes": "celesta", "guitar": "harp", "vibes": "glock", "sub": "cellos", "spiccato": "pizz",
         "piano": "celesta", "upright": "pizz", "tuba": "bassoon", "brass": "horns", "sax": "clarinet"},
        {"brushes": "shaker", "march": "shaker"},
    ),
    "modern": Dressing(
        "modern", ("clean", "vibes"),
        {"piano": "rhodes", "harp": "clean", "cellos": "ebass", "upright": "ebass", "tuba": "ebass",
         "celesta": "kalimba", "glock": "kalimba", "guitar": "clean", "pizz": "marimba", "bassoon": "ebass",
         "horns": "pad", "brass": "synth", "xylophone": "marimba", "spiccato": "pluck", "sub": "ebass"},
        {"brushes": "hop", "shaker": "hop", "tambourine": "hop", "frame": "hop", "blocks": "hop", "march": "hop",
         "light": "hop", "walk": "groove", "roots": "groove", "two": "groove", "low": "groove", "strum": "comp",
         "drone": "roots", "gallop": "hop"},
        swing=0.05, adds=(Layer("hop", "drums", 0.55, 2),),
    ),
    "report": Dressing(
        "report", ("piano", "clarinet"),
        {"rhodes": "marimba", "guitar": "marimba", "tuba": "pizz", "sax": "clarinet", "horns": "strings",
         "brass": "strings", "celesta": "marimba", "xylophone": "marimba", "banjo": "marimba"},
        {"brushes": "light", "tambourine": "light", "frame": "light", "march": "light", "blocks": "light",
         "strum": "pulsed", "comp": "pulsed", "stride": "arp", "waltz": "arp"},
        swing=0.0, adds=(Layer("pulsed", "marimba", 0.4, 2),),
    ),
}  # fmt: skip
