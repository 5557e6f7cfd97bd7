"""What is written over the timeline: captions and cards as they will be in the film that is made of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from generation.media.caption_styles import caption_style
from generation.media.captions import CaptionEvent, shot_events
from generation.media.card_designs import DESIGNS, USUAL
from generation.media.colours import lit_colour, palette
from generation.media.formats import Format
from generation.media.phrases import CaptionLayout
from generation.media.placement import LINE_HEIGHT, seated
from generation.media.timeline import PictureClip, Timeline

_ROOM: Final = 0.15
"""Between captions and the edge of the place they stand in, in ems."""


@dataclass(frozen=True)
class Written:
    """How captions look, and what each shot shows of them and of cards, shot by shot."""

    look: dict[str, Any]
    captions: list[list[dict[str, Any]]]
    cards: list[dict[str, Any] | None]


def written(timeline: Timeline, fmt: Format) -> Written:
    """Return all that is written over a timeline. Frames count from the start of their shot."""
    timeline = replace(timeline, picture=tuple(seated(shot, fmt) for shot in timeline.picture))
    return Written(
        look=_look(timeline, fmt),
        captions=[[_event(event) for event in events] for events in shot_events(timeline, fmt)],
        cards=[_card(shot, fmt) for shot in timeline.picture],
    )


def _look(timeline: Timeline, fmt: Format) -> dict[str, Any]:
    """Sizes are parts of the picture's height; `outline`, `shadow` and `line` are in ems."""
    style = caption_style(timeline.captions.style)
    layout = CaptionLayout.of(fmt, style)
    return {
        "style": style.key,
        "weight": style.weight,
        "lights": style.lights,
        "outline": style.outline,
        "shadow": style.shadow,
        "box": style.box,
        "line": LINE_HEIGHT,
        "room": _ROOM,
        "size": round(layout.size / fmt.height, 5),
        "top": round(layout.top / fmt.height, 4),
        "bottom": round(layout.bottom / fmt.height, 4),
        "lit": _hex(lit_colour(timeline.captions.palette)),
        "language": timeline.captions.language,
    }


def _event(event: CaptionEvent) -> dict[str, Any]:
    return {
        "start": event.start,
        "end": event.end,
        "begins": event.begins,
        "place": event.place,
        "base": event.base,
        "shrink": event.shrink,
        "lines": [[[word.text, word.start, word.end, int(word.joined)] for word in line] for line in event.lines],
    }


def _card(shot: PictureClip, fmt: Format) -> dict[str, Any] | None:
    """A title or an end, in the letters of its design as far as a browser has them."""
    card = shot.card
    if card is None:
        return None
    design = asdict(DESIGNS.get(card.design, DESIGNS[USUAL]))
    colours = palette(card.palette)
    return {
        "text": card.text,
        "note": card.note,
        "height": design["height"] if card.height is None else card.height,
        "size": round(design["size"] * min(fmt.width, fmt.height) / fmt.height, 5),
        "colour": _hex(lit_colour(card.palette)) if design["tone"] == "accent" and colours else "#ffffff",
        **{
            name: design[name]
            for name in ("family", "weight", "italic", "tracking", "case", "align", "leading", "dims")
        },
    }


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
