"""Prompts for clips that start from a picture: what moves, who speaks, how the camera moves, and nothing else.

The first frame shows already who and what is there. Saying it again makes models change it, so people are only told
apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import families, people, scenery
from .families import ClipWording
from .pieces import Piece, Worth, joined, sentence


def clip(staging: Mapping[str, Any], *, family: str = "", most: int | None = None) -> str:
    """Return the prompt for a moving shot whose first frame is given.

    `most` is how many characters the model takes: what matters least is left out whole.
    """
    wording = families.clips(family)
    cast = people.cast_of(staging)
    pieces = [
        Piece(str(staging.get("action") or "The scene is quiet."), Worth.ACTION),
        Piece(people.told_apart(cast), Worth.PEOPLE),
        *(Piece(part, Worth.PERSON_DETAIL) for person in cast for part in people.moving(person)),
        Piece(scenery.stirring(staging), Worth.PLACE_DETAIL),
        Piece(_camera(staging, wording), Worth.CAMERA),
        Piece(_steady(wording), Worth.STYLE),
    ]
    said = [Piece(sentence(piece.text), piece.worth) for piece in pieces]
    return joined(said, families.least(most, wording.most))


def _camera(staging: Mapping[str, Any], wording: ClipWording) -> str:
    move = str(staging.get("move") or "")
    if wording.bracketed:
        return scenery.BRACKETED.get(move, "[Static shot]")
    words = scenery.MOVES.get(move, scenery.STILL)
    return words if wording.clauses else f"During the whole shot {words}"


def _steady(wording: ClipWording) -> str:
    if wording.shuns_no:
        return "One continuous shot, natural motion, faces and clothes stay as they are"
    return "One continuous shot without a cut; faces and clothes stay as they are; no text, no subtitles"
