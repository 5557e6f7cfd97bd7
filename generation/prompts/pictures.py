"""Prompts for pictures, from the staging of a shot: who and what is seen, from where, in what light, in which style.

A picture is bonded: each person comes with the same words in every shot, and with the reference picture that shows
them, by its number in the order in which the pictures are sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import families, people, scenery
from .families import PictureWording
from .pieces import Piece, Worth, joined, listed, sentence

Sent = tuple[str, str]
"""A reference picture that is sent along: what it shows ("character", "set", "prop", "guide") and its name."""


def frame(
    staging: Mapping[str, Any], *, family: str = "", references: Sequence[Sent] = (), most: int | None = None
) -> str:
    """Return the prompt for the first frame of a shot.

    `references` are the pictures that are sent along, in their order. `most` is how many characters the model takes:
    what matters least is left out whole.
    """
    wording = families.pictures(family)
    pieces = [
        *_whose_pictures(references, wording),
        Piece(sentence(scenery.camera(staging)), Worth.CAMERA),
        Piece(sentence(str(staging.get("action") or "")), Worth.ACTION),
        *_people(staging, {name for kind, name in references if kind == "character"}),
        *_things(staging),
        *_place(staging),
        Piece(sentence(scenery.composition(staging)), Worth.COMPOSITION),
        *_style(staging),
        *_mood(staging),
        Piece(_rules(wording, staging), Worth.RULES),
    ]
    return joined(pieces, families.least(most, wording.most))


def change(words: str) -> str:
    """Return the prompt for changing a picture that is sent along, as somebody asked for it in `words`."""
    return f"{sentence(words)}{_AS_IT_IS}"


def wish(prompt: str) -> str:
    """Return the words that `change` made a prompt of."""
    return prompt.removesuffix(_AS_IT_IS)


_AS_IT_IS = "\n\nKeep everything else in the picture exactly as it is."


def reference(
    staging: Mapping[str, Any], *, family: str = "", references: Sequence[Sent] = (), most: int | None = None
) -> str:
    """Return the prompt for the reference picture of a character, a set or a prop.

    `references` are the user's own pictures of it that are sent along.
    """
    wording = families.pictures(family)
    subject = str(staging["subject"])
    pieces = [
        *_guides(references, wording),
        *_SUBJECTS[subject](staging, wording),
        *_style(staging),
        Piece(_UNLETTERED if wording.shuns_no else _NO_TEXT, Worth.RULES),
    ]
    return joined(pieces, families.least(most, wording.most))


_NO_TEXT = "No text, captions, logos or watermarks."
_UNLETTERED = "All surfaces are clean and unlettered."


# --- The pictures that are sent along ---------------------------------------------------------------------


def _whose_pictures(references: Sequence[Sent], wording: PictureWording) -> list[Piece]:
    if not references:
        return []
    known = [_shown(number, *sent, wording) for number, sent in enumerate(references, 1)]
    if not wording.edits:
        return [Piece(sentence("; ".join(known)), Worth.WHOSE_PICTURE)]
    one = f"{wording.numbered} 1" if len(references) == 1 else "these pictures"
    kept = _kept(references)
    return [
        Piece(sentence("; ".join(known)), Worth.WHOSE_PICTURE),
        Piece(
            f"Change the pose, the camera and the light of {one} to make the new picture described here.", Worth.NICE
        ),
        Piece(f"Keep {kept} exactly as shown.", Worth.WHOSE_PICTURE),
    ]


def _shown(number: int, kind: str, name: str, wording: PictureWording) -> str:
    what = {"set": f"the place, {name}", "prop": f"the prop, {name}"}.get(kind, name)
    return f"{wording.numbered} {number}: {what}"


def _kept(references: Sequence[Sent]) -> str:
    kinds = {kind for kind, _ in references}
    names = [name for kind, name in references if kind == "character"]
    return listed(
        [
            f"the face, hair, build and clothes of {listed(names)}" if names else "",
            "the place with its furnishings" if "set" in kinds else "",
            "the look of the props" if "prop" in kinds else "",
        ]
    )


def _guides(references: Sequence[Sent], wording: PictureWording) -> list[Piece]:
    """What the user's own pictures are for: the very face, place or thing, drawn anew."""
    if not references:
        return []
    numbers = listed(f"{wording.numbered} {number}" for number in range(1, len(references) + 1))
    shows = "show" if len(references) > 1 else "shows"
    words = f"{numbers} {shows} {references[0][1]}."
    if wording.edits:
        words += " Change the background, the light and the pose as described; keep what makes it unmistakable."
    return [Piece(words, Worth.WHOSE_PICTURE)]


# --- Who and what is seen ------------------------------------------------------------------------------------


def _people(staging: Mapping[str, Any], pictured: set[str]) -> list[Piece]:
    """Each person whole: who it is and does always, what it looks like where there is room beside its picture."""
    cast = people.cast_of(staging)
    pieces = []
    for person in cast:
        # A picture says what somebody looks like; without one only the words do.
        detail = Worth.PERSON_DETAIL if people.name_of(person) in pictured else Worth.PEOPLE
        pieces += [
            Piece(sentence(people.described(person)), detail),
            Piece(sentence(f"{people.name_of(person)} is {people.doing(person, staging)}"), Worth.PEOPLE),
        ]
    return pieces


def _things(staging: Mapping[str, Any]) -> list[Piece]:
    props = scenery.things(staging)
    return [Piece(sentence(f"Also seen: {props}"), Worth.PLACE)] if props else []


def _place(staging: Mapping[str, Any]) -> list[Piece]:
    place, detail, when = scenery.place_name(staging), scenery.place_detail(staging), scenery.when(staging)
    return [
        Piece(sentence(f"Setting: {place}") if place else "", Worth.PLACE),
        Piece(sentence(detail), Worth.PLACE_DETAIL),
        Piece(sentence(when), Worth.PLACE),
    ]


def _style(staging: Mapping[str, Any]) -> list[Piece]:
    return [
        Piece(sentence(scenery.style_name(staging)), Worth.STYLE),
        Piece(sentence(scenery.style_detail(staging)), Worth.STYLE_DETAIL),
    ]


def _mood(staging: Mapping[str, Any]) -> list[Piece]:
    mood = str(staging.get("mood") or "")
    return [Piece(sentence(f"{mood} mood"), Worth.NICE)] if mood else []


def _rules(wording: PictureWording, staging: Mapping[str, Any]) -> str:
    twice = "Nobody appears twice." if people.cast_of(staging) and not wording.shuns_no else ""
    return f"{twice} {_UNLETTERED if wording.shuns_no else _NO_TEXT}".strip()


# --- References ---------------------------------------------------------------------------------------------


def _character(staging: Mapping[str, Any], wording: PictureWording) -> list[Piece]:
    person = staging["cast"][0]
    return [
        Piece(
            "Character reference: one person alone, full figure from head to foot, standing, facing the camera, "
            "arms at the sides, calm face, even light, on a plain light grey backdrop.",
            Worth.ACTION,
        ),
        Piece(sentence(people.described(person)), Worth.PEOPLE),
    ]


def _set(staging: Mapping[str, Any], wording: PictureWording) -> list[Piece]:
    empty = "deserted and still" if wording.shuns_no else "empty: no people, no animals, no figures"
    return [
        Piece(f"Establishing view of a film set, wide, at eye level. The place is {empty}.", Worth.ACTION),
        *_place(staging),
    ]


def _prop(staging: Mapping[str, Any], wording: PictureWording) -> list[Piece]:
    alone = "alone on a plain light grey backdrop, whole, in even light"
    people_words = "" if wording.shuns_no else " No people, no hands."
    return [
        Piece(f"Product view of one prop: {staging['props'][0]}, {alone}.{people_words}", Worth.ACTION),
        Piece(sentence(str(staging.get("description") or "")), Worth.PEOPLE),
    ]


_SUBJECTS = {"character": _character, "set": _set, "prop": _prop}
