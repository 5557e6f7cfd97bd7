"""Where captions and cards stand: where they are expected, unless that covers a face and another place does not."""

from __future__ import annotations

from dataclasses import replace

from .card_layout import text_box
from .formats import Format
from .framing import Box
from .phrases import CaptionLayout
from .timeline import PictureClip

LINE_HEIGHT = 1.22
"""From one line of captions to the next, in ems."""

# A phone's picture is tall enough for captions between its middle and its foot.
_LOW_MIDDLE = 0.63
# Part of a face that captions may touch before they move, and room left around it, in parts of its size.
_TOUCHES = 0.04
_AROUND = 0.10
# A place is left for a higher one only when that covers clearly less.
_CLEARLY = 0.10
# Where else a card may stand, from the top of the picture to its foot.
_CARD_HEIGHTS = (0.2, 0.8, 0.1, 0.9)
# A title is never written over by more than this part of the captions.
_OVER_TITLE = 0.03


def block_size(width: float, lines: int, size: float, fmt: Format) -> tuple[float, float]:
    """Width and height of captions in letters of `size` pixels, as fractions of the picture."""
    return min(1.0, (width + 0.6 * size) / fmt.width), (lines * LINE_HEIGHT + 0.3) * size / fmt.height


def places(fmt: Format) -> tuple[str, ...]:
    """The places for captions in a format, the best first."""
    return ("bottom", "low", "top") if fmt.height > fmt.width else ("bottom", "top")


def block_box(place: str, block: tuple[float, float], fmt: Format) -> Box:
    """The part of the picture that captions of this size take at a place."""
    layout = CaptionLayout.of(fmt)
    width, height = block
    left = 0.5 - width / 2
    if place == "top":
        top = layout.top / fmt.height
    else:
        top = 1 - layout.bottom / fmt.height - height
        if place == "low":
            # A platform may cover more than what lies under it.
            top = min(top, _LOW_MIDDLE - height / 2)
    return (left, top, left + width, top + height)


def free_place(shot: PictureClip, block: tuple[float, float], fmt: Format) -> str:
    """The place for a shot's captions: as it says, else where they cover least; "" when a title takes all of it."""
    titles = title_boxes(shot, fmt)
    free = {place: block_box(place, block, fmt) for place in places(fmt)}
    open_places = [place for place, box in free.items() if all(_overlap(box, title) <= _OVER_TITLE for title in titles)]
    if shot.caption_place in open_places:
        return shot.caption_place
    best, least = "", 2.0
    for place in open_places:
        covered = _covered(free[place], shot.faces)
        if covered <= _TOUCHES:
            return place
        if covered < least - _CLEARLY:
            best, least = place, covered
    return best


def seated(shot: PictureClip, fmt: Format) -> PictureClip:
    """The shot with its card where it covers no face, or the least of one: where its design has it, if that will do."""
    if shot.card is None or not shot.faces:
        return shot
    choices = [shot.card, *(replace(shot.card, height=height) for height in _CARD_HEIGHTS)]
    covered = [_covered(text_box(card, fmt), shot.faces) for card in choices]
    if covered[0] <= _TOUCHES:
        return shot
    # One that covers hardly less is not worth leaving the design's place for.
    return replace(shot, card=min(zip(covered, choices, strict=True), key=lambda one: round(one[0], 1))[1])


def title_boxes(shot: PictureClip, fmt: Format) -> tuple[Box, ...]:
    """The parts of the picture that a card's words take."""
    if shot.card is None:
        return ()
    return (text_box(shot.card, fmt),)


def _covered(block: Box, faces: tuple[Box, ...]) -> float:
    """The largest part of a face that lies under the block."""
    return max((_overlap(_widened(face), block) for face in faces), default=0.0)


def _widened(face: Box) -> Box:
    left, top, right, bottom = face
    across, down = (right - left) * _AROUND, (bottom - top) * _AROUND
    return (left - across, top - down, right + across, bottom + down)


def _overlap(box: Box, other: Box) -> float:
    """How much of the first box lies in the other, 0 to 1."""
    across = min(box[2], other[2]) - max(box[0], other[0])
    down = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return max(0.0, across) * max(0.0, down) / area if area > 0 else 0.0
