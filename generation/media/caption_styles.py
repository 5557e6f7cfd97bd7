"""The ways in which captions look. Plain values, so that whoever only names them loads no drawing tools."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """One way in which captions look.

    Letters have `scale` times the usual size and are at most `most_words` words in `most_lines` lines. `lights` says
    what becomes of the spoken word: "" (nothing), "word" (it takes the colour), "fill" (the colour runs through it) or
    "pop" (it takes the colour and the phrase jumps in). `outline` and `shadow` are in ems; `box` is how dark the box
    behind the text is, 0 for none.
    """

    key: str
    label: str
    weight: int = 800
    scale: float = 1.0
    most_words: int = 6
    most_lines: int = 2
    lights: str = ""
    outline: float = 0.0
    shadow: float = 0.0
    box: float = 0.0
    capitals: bool = False

    @property
    def best_words(self) -> int:
        """How many words a phrase has rather than fewer or more."""
        return max(2, round(self.most_words * 0.66))


WORD = CaptionStyle("word", "Spoken word lit", lights="word", outline=0.1, shadow=0.05)

STYLES: dict[str, CaptionStyle] = {
    style.key: style
    for style in (
        WORD,
        CaptionStyle("classic", "Classic subtitles", weight=600, scale=1.02, most_words=12, outline=0.035, shadow=0.1),
        CaptionStyle("box", "On a box", weight=700, scale=0.92, most_words=9, box=0.72),
        CaptionStyle("pop", "Pop", scale=1.5, most_words=3, lights="pop", outline=0.12, shadow=0.08, capitals=True),
        CaptionStyle("karaoke", "Karaoke", scale=1.06, lights="fill", outline=0.1, shadow=0.06),
    )
}


def caption_style(key: str) -> CaptionStyle:
    """Return the style with this key; the usual one for any other."""
    return STYLES.get(key, WORD)


def caption_style_choices() -> list[tuple[str, str]]:
    """Return keys and labels, in the order in which they are offered."""
    return [(style.key, style.label) for style in STYLES.values()]
