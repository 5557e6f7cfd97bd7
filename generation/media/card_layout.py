"""Where each word of a card stands: lines broken evenly, in letters as large as the design and the picture allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise

from .card_designs import Design, design
from .fonts import Face, is_there
from .formats import Format
from .framing import Box
from .lettering import ASCENT, DESCENT, Type, width
from .timeline import Card
from .writing import clusters, direction, line_pieces, seen_order, tear

_MOST_LINES = 4
# Of the picture's height, and of its width beside the safe margins.
_TALLEST = 0.42
_LEFT_ROOM = 0.84
# More lines are worth it only when the letters become this much larger.
_WORTH_A_LINE = 1.18
_SMALL_CAPITALS = 0.78
_BLANK = 0.27
_NOTE_SIZE = 0.03
_NOTE_GAP = 0.9
# A title that comes out smaller than this part of its size is set tighter, and its words of so many letters are torn.
_SMALL, _TIGHTER, _LONG_WORD = 0.55, 0.25, 16
_SOFT_HYPHEN = "\u00ad"
_EM = 100.0
_STAND_IN_WEIGHT = 800


@dataclass(frozen=True, slots=True)
class Letters:
    """A part of a word that is drawn at once: where its base line starts, and how large an em is, in pixels."""

    text: str
    x: float
    y: float
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a card, from left to right in parts; `number` counts words in the order in which they are read."""

    parts: tuple[Letters, ...]
    number: int
    line: int

    @property
    def left(self) -> float:
        return self.parts[0].x

    @property
    def right(self) -> float:
        return self.parts[-1].x + self.parts[-1].width


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card's words and its note in a picture. `size` is an em of the title; the box holds all words, in pixels."""

    design: Design
    base: str
    size: float
    words: tuple[Word, ...]
    note: Word | None
    left: float
    top: float
    right: float
    bottom: float
    title_bottom: float


def lay_out(card: Card, fmt: Format, tracking: float | None = None) -> CardLayout:
    """Lay a card out; with another `tracking` (in ems) than the design's, the letters keep their size."""
    base = direction(card.text) or "ltr"
    chosen, size, lines = _fitted(card.text, design(card.design), fmt, base)
    set_in = chosen if tracking is None else replace(chosen, tracking=tracking)
    return _placed(card, chosen, set_in, lines, size, fmt, base)


@lru_cache(maxsize=256)
def text_box(card: Card, fmt: Format) -> Box:
    """The part of the picture that a card's words take, with a little room around them."""
    layout = lay_out(card, fmt)
    room = 0.25 * layout.size
    return (
        (layout.left - room) / fmt.width,
        (layout.top - room) / fmt.height,
        (layout.right + room) / fmt.width,
        (layout.bottom + room) / fmt.height,
    )


def note_type(size: float) -> Type:
    """What the small line is set in, with an em of `size` pixels."""
    return Type(Face(weight=500), size, 0.06)


def letter_type(chosen: Design, size: float, tracking: float | None = None) -> Type:
    """What a design's letters are set in, with an em of `size` pixels."""
    # The face that stands in for one with a single weight is set as heavy as that one is.
    weight = chosen.weight if is_there(chosen.family) else _STAND_IN_WEIGHT
    face = Face(chosen.family, weight, chosen.italic)
    return Type(face, size, chosen.tracking if tracking is None else tracking)


def reading_order(words: Sequence[Word]) -> list[Word]:
    """The words as they are read."""
    return sorted(words, key=lambda word: word.number)


_Piece = tuple[str, bool]


def _fitted(text: str, chosen: Design, fmt: Format, base: str) -> tuple[Design, float, list[list[_Piece]]]:
    """The design as it is set, the size of an em, and the pieces of each line.

    A text that would come out small is set with less between its letters, and then with its longest words torn.
    """
    wanted = chosen.size * min(fmt.width, fmt.height)
    pieces = line_pieces(text) or [("", False)]
    tight = replace(chosen, tracking=chosen.tracking * _TIGHTER)
    best = (chosen, 0.0, [pieces])
    for setting, given in ((chosen, pieces), (tight, pieces), (tight, _torn(pieces))):
        size, lines = _broken_to_fit(given, setting, fmt, base)
        if size > best[1]:
            best = (setting, size, lines)
        if best[1] >= _SMALL * wanted:
            break
    return best


def _broken_to_fit(pieces: list[_Piece], chosen: Design, fmt: Format, base: str) -> tuple[float, list[list[_Piece]]]:
    """The size of an em and the lines: as few of them as keep the letters large."""
    wanted = chosen.size * min(fmt.width, fmt.height)
    room = _room(chosen, fmt)
    best: tuple[float, list[list[_Piece]]] = (0.0, [pieces])
    for count in range(1, min(_MOST_LINES, len(pieces)) + 1):
        lines = _broken(pieces, count, chosen, base)
        widest = max(_line_width(line, chosen, base) for line in lines)
        tallest = _TALLEST * fmt.height / (count * chosen.leading)
        size = min(wanted, room / max(widest, 0.01), tallest)
        if not best[0] or size > best[0] * _WORTH_A_LINE:
            best = (size, lines)
    return best


def _torn(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with long words in two halves, between which a line may end with a hyphen."""
    found: list[_Piece] = []
    for text, joined in pieces:
        if len(text) < _LONG_WORD or direction(text) != "ltr":
            found.append((text, joined))
            continue
        first, second = tear(text, 2)
        found += [(first + _SOFT_HYPHEN, joined), (second, True)]
    return found


def _ended(line: list[_Piece]) -> list[_Piece]:
    """The line with a hyphen where it ends inside a word, and none where it does not."""
    shown = [(text.replace(_SOFT_HYPHEN, ""), joined) for text, joined in line]
    if line[-1][0].endswith(_SOFT_HYPHEN):
        shown[-1] = (shown[-1][0] + "-", line[-1][1])
    return shown


def _room(chosen: Design, fmt: Format) -> float:
    zone = fmt.safe_zone
    free = 1 - 2 * max(zone.left, zone.right) if chosen.align == "center" else (1 - zone.left - zone.right) * _LEFT_ROOM
    return free * fmt.width


def _broken(pieces: list[_Piece], count: int, chosen: Design, base: str) -> list[list[_Piece]]:
    """The most even division into so many lines."""
    if count == 1:
        return [_ended(pieces)]
    # A text of very many words is divided by its length alone: trying every division would take too long.
    if len(pieces) > 24:
        return [_ended(line) for line in _evenly(pieces, count)]
    divisions = (
        [_ended(pieces[start:stop]) for start, stop in pairwise([0, *cuts, len(pieces)])]
        for cuts in combinations(range(1, len(pieces)), count - 1)
    )
    return min(divisions, key=lambda lines: max(_line_width(line, chosen, base) for line in lines))


def _evenly(pieces: list[_Piece], count: int) -> list[list[_Piece]]:
    total = sum(len(text) + 1 for text, _ in pieces)
    lines: list[list[_Piece]] = [[] for _ in range(count)]
    at = 0
    for piece in pieces:
        lines[min(count - 1, at * count // total)].append(piece)
        at += len(piece[0]) + 1
    return [line for line in lines if line]


def _line_width(line: Sequence[_Piece], chosen: Design, base: str) -> float:
    """In ems."""
    blanks = sum(_BLANK + max(0.0, chosen.tracking) for _, joined in line[1:] if not joined)
    return blanks + sum(
        _part_width(part, chosen, scale, base) for text, _ in line for part, scale in _cased(text, chosen)
    )


def _part_width(text: str, chosen: Design, scale: float, base: str) -> float:
    return width(text, letter_type(chosen, _EM * scale), base) / _EM


def _cased(text: str, chosen: Design) -> Iterator[tuple[str, float]]:
    """The text in the design's case, in parts with their sizes."""
    if chosen.case == "upper":
        yield text.upper(), 1.0
    elif chosen.case == "small" and text.upper() != text:
        first, *rest = clusters(text)
        yield first.upper(), 1.0
        if rest:
            yield "".join(rest).upper(), _SMALL_CAPITALS
    else:
        yield text, 1.0


def _placed(
    card: Card, chosen: Design, set_in: Design, lines: list[list[_Piece]], size: float, fmt: Format, base: str
) -> CardLayout:
    pitch = chosen.leading * size
    note = note_type(_NOTE_SIZE * min(fmt.width, fmt.height))
    noted = (_NOTE_GAP * size * 0.6 + 1.6 * note.size) if card.note else 0.0
    height = len(lines) * pitch + noted
    zone = fmt.safe_zone
    lowest, highest = (1 - zone.bottom) * fmt.height - height, zone.top * fmt.height
    middle = chosen.height if card.height is None else card.height
    top = max(highest, min(lowest, middle * fmt.height - height / 2))
    words: list[Word] = []
    for number, line in enumerate(lines):
        y = top + number * pitch + pitch / 2 + (ASCENT - DESCENT) / 2 * size
        x = _line_start(_line_width(line, set_in, base) * size, set_in, fmt, base)
        words += _line_words(line, (x, y), set_in, size, base, len(words), number)
    bottom = top + len(lines) * pitch
    small = _note_word(card.note, note, bottom + noted - 0.5 * note.size, chosen, fmt, base) if card.note else None
    every = [*words, *([small] if small else [])]
    return CardLayout(
        chosen,
        base,
        size,
        tuple(words),
        small,
        left=min(word.left for word in every),
        top=top,
        right=max(word.right for word in every),
        bottom=top + height,
        title_bottom=bottom,
    )


def _line_start(across: float, chosen: Design, fmt: Format, base: str) -> float:
    zone = fmt.safe_zone
    if chosen.align == "center":
        # The room behind the last letter is not seen.
        return (fmt.width - across + chosen.tracking * 0.5) / 2
    return fmt.width * (1 - zone.right) - across if base == "rtl" else fmt.width * zone.left


def _line_words(
    line: Sequence[_Piece], at: tuple[float, float], chosen: Design, size: float, base: str, first: int, row: int
) -> list[Word]:
    x, y = at
    found = []
    order = seen_order([text for text, _ in line], base)
    for seen, index in enumerate(order):
        parts = []
        for text, scale in _cased(line[index][0], chosen):
            reach = _part_width(text, chosen, scale, base) * size
            parts.append(Letters(text, x, y, size * scale, reach))
            x += reach
        found.append(Word(tuple(parts), first + index, row))
        after = order[seen + 1] if seen + 1 < len(order) else None
        if after is not None and not line[max(index, after)][1]:
            x += (_BLANK + max(0.0, chosen.tracking)) * size
    return found


def _note_word(text: str, note: Type, y: float, chosen: Design, fmt: Format, base: str) -> Word:
    reach = width(text, note, direction(text) or base)
    x = _line_start(reach, replace(chosen, tracking=0.0), fmt, base)
    return Word((Letters(text, x, y, note.size, reach),), 0, 0)
