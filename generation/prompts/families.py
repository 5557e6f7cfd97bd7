"""How families of models want to be spoken to. Models are of one family where their prompts are worded alike.

A family that is not here gets whole sentences, which every model understands that was trained on captions written by
language models; only what is known to differ is written down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PictureWording:
    """How a model that makes pictures is asked.

    `numbered` is its own name for the pictures that are sent along ("Image" gives "Image 1"). `edits`: it changes the
    pictures that it is given, so it is told what to change and what to keep. `shuns_no`: what is named in a "no" comes
    into its pictures, so what should be missing is said in other words. `most` is how many characters it reads, where
    its row does not say; what comes later is not heard by its text encoder.
    """

    numbered: str = "Image"
    edits: bool = False
    shuns_no: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ClipWording:
    """How a model that makes clips is asked.

    `clauses`: short clauses, one after the other, are obeyed better than sentences. `bracketed`: camera moves are words
    in brackets. `shuns_no` as for pictures.
    """

    clauses: bool = True
    bracketed: bool = False
    shuns_no: bool = True
    most: int | None = None


_EDITOR = PictureWording(edits=True)

PICTURES: dict[str, PictureWording] = {
    "nano-banana": _EDITOR,
    "gemini": _EDITOR,
    "gpt-image": _EDITOR,
    "seedream": _EDITOR,
    "reve": _EDITOR,
    # Its own template calls the pictures so.
    "qwen-edit": replace(_EDITOR, numbered="Picture"),
    "flux": replace(_EDITOR, numbered="Image", shuns_no=True),
    "kontext": replace(_EDITOR, shuns_no=True),
    "pulid": PictureWording(shuns_no=True, most=1500),
}
"""Families of models for pictures that differ from the usual."""

CLIPS: dict[str, ClipWording] = {
    "hailuo": ClipWording(bracketed=True),
    "kling": ClipWording(most=2500),
    "wan": ClipWording(most=800),
    "hunyuan": ClipWording(),
    "seedance": ClipWording(),
    "veo": ClipWording(clauses=False, shuns_no=False),
    "gemini": ClipWording(clauses=False, shuns_no=False),
    "ltx": ClipWording(clauses=False),
    # Its text encoder reads 77 tokens.
    "animatediff": ClipWording(most=300),
}
"""Families of models for clips that differ from the usual."""

MUSIC_TAGS = frozenset({"ace-step", "stable-audio"})
"""Families of models for music that read a list of tags rather than sentences."""

EFFECTS_TAGS = frozenset({"mmaudio", "stable-audio"})
"""Families of models for sounds that read a list of tags rather than sentences."""


def pictures(family: str) -> PictureWording:
    """Return how a family of models for pictures is asked."""
    return PICTURES.get(family, PictureWording())


def clips(family: str) -> ClipWording:
    """Return how a family of models for clips is asked."""
    return CLIPS.get(family, ClipWording())


def least(*limits: int | None) -> int | None:
    """Return the smallest of limits; None where there is none."""
    known = [limit for limit in limits if limit]
    return min(known) if known else None
