"""The designs of title and end cards, and which one suits a film. Plain values; `card_drawing` draws them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Design:
    """How a card is set.

    `size` is the height of an em as a part of the picture's shorter side; `tracking` is in ems. `case` is "" (as it is
    written), "upper" or "small" (small capitals). `align` is center or left; `height` is where the middle of the words
    stands, from 0 (top) to 1. `tone` says which of the film's colours the words have: light, accent or many. `ornament`
    and `motion` are what `card_drawing` knows. `dims` is how much the whole picture is darkened at least.
    """

    key: str
    family: str
    weight: int = 400
    italic: bool = False
    size: float = 0.12
    tracking: float = 0.0
    case: str = ""
    align: str = "center"
    height: float = 0.5
    leading: float = 1.15
    tone: str = "light"
    ornament: str = ""
    motion: str = "grow"
    dims: float = 0.12


DESIGNS: dict[str, Design] = {
    design.key: design
    for design in (
        Design("noir", "Source Serif", 400, size=0.095, tracking=0.34, case="upper", ornament="rule", motion="track",
               dims=0.3, leading=1.45),
        Design("epic", "Source Serif", 600, size=0.13, tracking=0.16, case="small", ornament="diamond", motion="track",
               tone="accent", dims=0.22, leading=1.3),
        Design("storybook", "Amatic", 700, size=0.21, tracking=0.02, height=0.42, ornament="stars", motion="rise",
               leading=1.0, dims=0.08),
        Design("playful", "Fredoka", 400, size=0.165, height=0.44, tone="many", motion="bounce", leading=1.08,
               dims=0.04),
        Design("modern", "Manrope", 800, size=0.125, tracking=-0.02, align="left", height=0.74, ornament="bar",
               motion="slide", leading=1.06, dims=0.06),
        Design("documentary", "Manrope", 600, size=0.062, tracking=0.015, align="left", height=0.82, ornament="line",
               motion="fade", leading=1.25, dims=0.02),
        Design("seventies", "Fredoka", 400, size=0.16, tone="accent", ornament="echoes", motion="echo", leading=1.05,
               dims=0.1),
        Design("neon", "Manrope", 300, size=0.105, tracking=0.2, case="upper", tone="accent", ornament="glow",
               motion="flicker", leading=1.35, dims=0.3),
        Design("romance", "Source Serif", 300, italic=True, size=0.15, tracking=0.01, ornament="flourish",
               motion="grow", dims=0.14, leading=1.18),
        Design("bold", "Manrope", 800, size=0.15, tracking=-0.025, ornament="underline", motion="rise", leading=1.04,
               dims=0.14),
        Design("dread", "Source Serif", 900, size=0.125, tracking=0.1, case="upper", motion="creep", dims=0.38,
               leading=1.2),
    )
}  # fmt: skip

USUAL = "modern"

# What the words that describe a film ask for. Words nearer the film's own look come first in the search.
_SUITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("noir", ("noir", "detective", "crime", "hardboiled", "1920s", "1930s", "1940s", "silent")),
    ("dread", ("horror", "thriller", "nordic", "gothic", "ghost", "scary")),
    ("neon", ("neon", "cyberpunk", "sci-fi", "science fiction", "space", "future", "robot")),
    ("seventies", ("seventies", "1970s", "70s", "1960s", "60s", "retro", "vintage", "disco")),
    ("storybook", ("storybook", "fairy tale", "fable", "fantasy", "picture book", "watercolour", "watercolor", "folk")),
    ("playful", ("children", "kids", "comedy", "cartoon", "playful", "funny", "pop", "animation", "pastel", "whimsy")),
    (
        "epic",
        (
            "epic",
            "adventure",
            "war",
            "medieval",
            "history",
            "historical",
            "myth",
            "ancient",
            "action",
            "western",
            "big sky",
        ),
    ),
    ("romance", ("romance", "romantic", "golden hour", "tender", "love", "drama", "poetic")),
    ("documentary", ("documentary", "explainer", "education", "news", "nature", "how-to", "science")),
    (
        "bold",
        (
            "ink",
            "comic",
            "superhero",
            "clean studio",
            "product",
            "advert",
            "ad",
            "advertisement",
            "commercial",
            "promo",
            "trailer",
            "sport",
            "music video",
        ),
    ),
)


def design_for(*words: str) -> str:
    """Return the key of the design that suits a film described by these words, the most telling ones first."""
    for described in words:
        text = f" {described.casefold().replace('_', ' ').replace('-', ' ')} "
        for key, suits in _SUITS:
            if any(f" {word.replace('-', ' ')} " in text for word in suits):
                return key
    return USUAL


def design(key: str) -> Design:
    """Return the design with this key; the usual one for any other."""
    return DESIGNS.get(key, DESIGNS[USUAL])
