"""Contact sheets: a film's shots in a row, all people, all places. Small enough to be kept with the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
from PIL import Image, ImageDraw

COLUMNS, TILE = 5, 288
LARGEST_BYTES = 290_000
"""Files of more than 300 KB are not committed."""


def film_sheet(made: Any, target: Path) -> None:
    """Draw one frame of every shot, from its middle, in order."""
    film = made.film
    middles = [(start + end) / 2000 for start, end in film.span_ms.values()]
    pictures, wanted = [], iter(sorted(middles))
    next_at = next(wanted, None)
    with av.open(str(made.path)) as container:
        for frame in container.decode(video=0):
            while next_at is not None and frame.time is not None and frame.time >= next_at:
                pictures.append(Image.fromarray(frame.to_ndarray(format="rgb24")))
                next_at = next(wanted, None)
    _save(_sheet(pictures, []), target)


def people_sheet(projects: list[Any], target: Path) -> None:
    """Draw everybody of the films as they are kept for reference."""
    found = [found for project in projects for found in _references(project, "look")]
    _save(_sheet([picture for _, picture in found], [name for name, _ in found], columns=10, tile=160), target)


def places_sheet(projects: list[Any], target: Path) -> None:
    """Draw every place of the films, without people."""
    found = [found for project in projects for found in _references(project, "set")]
    _save(_sheet([picture for _, picture in found], [name for name, _ in found]), target)


def _references(project: Any, kind: str) -> list[tuple[str, Image.Image]]:
    from generation import storage
    from generation.film import load

    film, found = load(project.pk), []
    for slot in film.slots.values():
        if slot.role != "reference" or slot.selected_take is None:
            continue
        look, place = film.looks.get(slot.look_id or 0), film.sets.get(slot.entity_id or 0)
        name = film.characters[look.character_id].name if look else place.name if place else ""
        if name and (look is not None) == (kind == "look"):
            with Image.open(storage.local_path(slot.selected_take.asset)) as picture:
                found.append((name, picture.convert("RGB")))
    return found


def _sheet(pictures: list[Image.Image], names: list[str], *, columns: int = COLUMNS, tile: int = TILE) -> Image.Image:
    """Lay pictures out in rows, with their names under them where there are names."""
    tall = max((picture.height * tile // picture.width for picture in pictures), default=tile)
    foot = 16 if names else 4
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (tile + 4), max(1, rows) * (tall + foot)), "#101114")
    pen = ImageDraw.Draw(sheet)
    for at, picture in enumerate(pictures):
        x, y = at % columns * (tile + 4), at // columns * (tall + foot)
        sheet.paste(picture.resize((tile, picture.height * tile // picture.width), Image.Resampling.LANCZOS), (x, y))
        if names:
            pen.text((x + 2, y + tall + 1), names[at][: tile // 7], fill="#c9ccd3")
    return sheet


def _save(sheet: Image.Image, target: Path) -> None:
    for quality in (82, 72, 60, 48, 36):
        sheet.save(target, quality=quality, optimize=True)
        if target.stat().st_size <= LARGEST_BYTES:
            return
