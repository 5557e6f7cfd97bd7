"""A card -> what is laid over the shot: a scrim that makes room for the words, and the words as a moving overlay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from .card_colours import CardColours, card_colours
from .card_layout import CardLayout, Letters, Word, lay_out, letter_type, note_type, reading_order, text_box
from .card_ornaments import draw_ornament
from .ffmpeg import Scrim
from .formats import Format
from .framing import Box
from .lettering import draw, width
from .overlay import Canvas, Overlay, Pixels, Region, write_overlay
from .timeline import Card
from .writing import clusters, direction

# Goes up when cards are drawn another way, so that no segment made the old way is used again.
DRAWING = 1

# Words come and go over this long, and over no more than these parts of a short shot.
_COMES_S, _GOES_S = 0.9, 0.5
_COMES_PART, _GOES_PART = 0.4, 0.25
# How much words grow over the whole card, and letters move apart, in ems.
_GROWS, _TRACKS = 0.035, 0.05
# Part of its coming in which one word of several comes.
_ONE_WORD = 0.55
# Motions that move nothing while the card comes, so that it fades in as a whole.
_FADING = ("track", "grow", "fade", "echo")
_SHADOW = 0.06
# Letters after Cyrillic and Armenian join or stack in most writings, so they are not moved one by one.
_LAST_UNJOINED = "\u058f"
# A scrim's ellipse in widths and heights of the words' box, where it ends, and how much of it lies everywhere.
_ELLIPSE, _FADE, _EVERYWHERE = 0.62, 2.4, 0.6


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """What is laid over a shot for its card."""

    letters: Overlay
    scrim: Scrim | None


@dataclass(frozen=True, slots=True)
class Moment:
    """How far a card has come: `whole` over all its frames, `come` and `gone` over its coming and going, 0 to 1."""

    whole: float
    come: float
    gone: float


def draw_card(card: Card, frames: int, fmt: Format, clip: Path, scrim: Path, letters: Path) -> DrawnCard:
    """Draw a card over a clip that is seen for `frames` frames, into two files."""
    layout = lay_out(card, fmt)
    colours = card_colours(card.palette, layout.design, clip, text_box(card, fmt))
    times = _times(card, frames, fmt)
    margin = 0.9 * layout.size
    region = Region.around(
        layout.left - margin,
        layout.top - margin * 0.6,
        layout.right + margin,
        layout.bottom + margin * 0.6,
        (fmt.width, fmt.height),
    )
    drawn = write_overlay(_frames(card, frames, fmt, colours, Canvas(region)), region, fmt.rate, letters)
    if colours.depth <= 0:
        return DrawnCard(drawn, None)
    _draw_scrim(colours, text_box(card, fmt), layout, fmt, scrim)
    return DrawnCard(drawn, Scrim(scrim, *times))


def draw_letters(canvas: skia.Canvas, card: Card, layout: CardLayout, colours: CardColours, now: Moment) -> None:
    """Draw a card's words and ornament as they are at a moment, in the picture's coordinates."""
    alpha = _eased(1 - now.gone) * (_eased(now.come) if layout.design.motion in _FADING else 1.0)
    if layout.design.motion == "flicker":
        alpha *= _flickers(now.come)
    _layer(canvas, alpha)
    canvas.save()
    if layout.design.motion in ("grow", "echo", "creep", "rise", "bounce"):
        _grow(canvas, layout, 1 + _GROWS * (now.whole - 0.5))
    draw_ornament(canvas, layout, colours, now.come, now.whole)
    words = reading_order(layout.words)
    for word in words:
        _draw_word(canvas, word, len(words), layout, colours, now)
    canvas.restore()
    if layout.note is not None:
        _draw_note(canvas, layout.note, layout, colours, now.come)
    canvas.restore()


def _times(card: Card, frames: int, fmt: Format) -> tuple[int, int]:
    """Over how many frames the card comes and goes."""
    come = max(1, round(min(_COMES_S * fmt.rate, frames * _COMES_PART)))
    gone = 0 if card.stays else max(1, round(min(_GOES_S * fmt.rate, frames * _GOES_PART)))
    return come, gone


def _frames(card: Card, frames: int, fmt: Format, colours: CardColours, canvas: Canvas) -> Iterator[tuple[int, Pixels]]:
    come, gone = _times(card, frames, fmt)
    still = lay_out(card, fmt)
    for number in range(frames):
        now = Moment(
            whole=number / max(1, frames - 1),
            come=min(1.0, (number + 1) / come),
            gone=max(0.0, (number + 1 - (frames - gone)) / gone) if gone else 0.0,
        )
        layout = still
        if still.design.motion == "track":
            layout = lay_out(card, fmt, still.design.tracking + _TRACKS * (now.whole - 1))
        canvas.clear()
        draw_letters(canvas.skia, card, layout, colours, now)
        yield number, canvas.pixels()


def _grow(canvas: skia.Canvas, layout: CardLayout, scale: float) -> None:
    middle = ((layout.left + layout.right) / 2, (layout.top + layout.bottom) / 2)
    canvas.translate(*middle)
    canvas.scale(scale, scale)
    canvas.translate(-middle[0], -middle[1])


def _draw_word(
    canvas: skia.Canvas, word: Word, count: int, layout: CardLayout, colours: CardColours, now: Moment
) -> None:
    motion = layout.design.motion
    # One after the other, each for a part of the whole coming.
    part = _one_of(word.number, count, now.come)
    canvas.save()
    if motion == "rise":
        canvas.translate(0, (1 - _eased(part)) * 0.45 * layout.size)
    if motion == "slide":
        way = 1 if layout.base == "rtl" else -1
        canvas.clipRect(skia.Rect.MakeLTRB(word.left - layout.size, layout.top - layout.size,
                                           word.right + layout.size, layout.bottom + layout.size))  # fmt: skip
        canvas.translate(way * (1 - _eased(now.come)) * 0.8 * layout.size, 0)
    shown = {"rise": _eased(part), "slide": _eased(now.come), "creep": _eased(_one_of(word.number, count, now.come))}
    _layer(canvas, shown.get(motion, 1.0))
    for letters in _single(word, layout):
        _draw_letters(canvas, letters, word, count, layout, colours, now)
    canvas.restore()
    canvas.restore()


def _single(word: Word, layout: CardLayout) -> list[Letters]:
    """The parts of a word, or its single letters where each moves by itself and letters do not join."""
    joins = direction(word.parts[0].text) == "rtl" or any(
        sign > _LAST_UNJOINED for part in word.parts for sign in part.text
    )
    if layout.design.motion != "bounce" or joins:
        return list(word.parts)
    found = []
    for part in word.parts:
        x, set_in = part.x, letter_type(layout.design, part.size)
        for cluster in clusters(part.text):
            reach = width(cluster, set_in)
            found.append(Letters(cluster, x, part.y, part.size, reach))
            x += reach
    return found


def _draw_letters(
    canvas: skia.Canvas, letters: Letters, word: Word, count: int, layout: CardLayout, colours: CardColours, now: Moment
) -> None:
    set_in = letter_type(layout.design, letters.size, _tracking(layout, now))
    base, at = layout.base, (letters.x, letters.y)
    colour = colours.text
    canvas.save()
    if layout.design.motion == "bounce":
        order = (letters.x - layout.left) / max(1.0, layout.right - layout.left)
        _bounce(canvas, letters, min(1.0, max(0.0, (now.come - order * 0.5) / 0.5)), order)
        colour = colours.many[round(order * 97) % len(colours.many)]
        draw(canvas, letters.text, at, set_in, _outline((18, 20, 30), 0.16 * letters.size), base)
    elif layout.design.ornament != "glow":
        soft = _paint(colours.ground, 0.55)
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, _SHADOW * layout.size))
        draw(canvas, letters.text, (at[0], at[1] + 0.02 * layout.size), set_in, soft, base)
    draw(canvas, letters.text, at, set_in, _paint(colour), base)
    canvas.restore()


def _tracking(layout: CardLayout, now: Moment) -> float | None:
    if layout.design.motion != "track":
        return None
    return layout.design.tracking + _TRACKS * (now.whole - 1)


def _bounce(canvas: skia.Canvas, letters: Letters, part: float, order: float) -> None:
    """Let a letter spring up from its foot and stand a little askew."""
    middle = (letters.x + letters.width / 2, letters.y)
    spring = 1 - cos(part * 2.5 * pi) * (1 - part) ** 2
    canvas.translate(*middle)
    canvas.rotate(5 * sin(order * 23))
    canvas.scale(max(0.01, spring), max(0.01, spring))
    canvas.translate(-middle[0], -middle[1] - 0.04 * letters.size * cos(order * 31))


def _draw_note(canvas: skia.Canvas, note: Word, layout: CardLayout, colours: CardColours, come: float) -> None:
    (letters,) = note.parts
    set_in = note_type(letters.size)
    part = _eased(max(0.0, (come - 0.5) / 0.5))
    way = direction(letters.text) or layout.base
    soft = _paint(colours.ground, 0.5 * part)
    soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.12 * letters.size))
    draw(canvas, letters.text, (letters.x, letters.y), set_in, soft, way)
    draw(canvas, letters.text, (letters.x, letters.y), set_in, _paint(colours.text, 0.82 * part), way)


def _draw_scrim(colours: CardColours, box: Box, layout: CardLayout, fmt: Format, path: Path) -> None:
    """A soft pool of the ground's colour around the words, and a little of it everywhere."""
    rows, columns = np.mgrid[0 : fmt.height, 0 : fmt.width].astype(np.float32)
    left, top, right, bottom = (edge * side for edge, side in zip(box, (fmt.width, fmt.height) * 2, strict=True))
    # An ellipse through the corners of the box, fading out over as much again.
    across = (columns - (left + right) / 2) / max(1.0, (right - left) * _ELLIPSE)
    down = (rows - (top + bottom) / 2) / max(1.0, (bottom - top) * _ELLIPSE)
    near = np.clip(_FADE - np.sqrt(across**2 + down**2), 0, _FADE - 1) / (_FADE - 1)
    near = near * near * (3 - 2 * near)
    # A deep pool on a bright picture would be a blot, so most of its depth lies everywhere.
    everywhere = max(layout.design.dims, _EVERYWHERE * colours.depth)
    alpha = everywhere + max(0.0, colours.depth - everywhere) * near
    # A little noise, or the steps of the shading would be seen.
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, alpha.shape)
    pixels = np.empty((fmt.height, fmt.width, 4), np.uint8)
    pixels[..., :3] = colours.ground
    pixels[..., 3] = np.clip(alpha * 255 + noise, 0, 255).round()
    Image.fromarray(pixels, "RGBA").save(path, compress_level=1)


def _one_of(number: int, count: int, come: float) -> float:
    """How far one of several that come one after the other has come."""
    starts = (1 - _ONE_WORD) * number / max(1, count - 1) if count > 1 else 0.0
    return min(1.0, max(0.0, (come - starts) / _ONE_WORD))


def _eased(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


def _flickers(come: float) -> float:
    """A lamp that catches: on and off, less and less."""
    if come >= 1:
        return 1.0
    return min(1.0, come * 1.2) * (0.35 if sin(come * 29) > 0.25 and come < 0.8 else 1.0)


def _layer(canvas: skia.Canvas, alpha: float) -> None:
    """Begin what is drawn see-through as a whole. A layer is dear, so there is none where nothing shows through."""
    if alpha >= 1:
        canvas.save()
    else:
        canvas.saveLayerAlpha(None, round(255 * alpha))


def _outline(colour: tuple[int, int, int], stroke: float) -> skia.Paint:
    paint = _paint(colour)
    paint.setStyle(skia.Paint.kStrokeAndFill_Style)
    paint.setStrokeWidth(stroke)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _paint(colour: tuple[int, int, int], alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.Color(*colour, round(255 * min(1.0, alpha))))
