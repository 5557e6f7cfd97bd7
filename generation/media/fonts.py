"""The typefaces that text is drawn in: our own, which come with packages, and the system's for every other script.

Our own faces look the same on every machine. What they do not hold, such as Arabic, Chinese or emoji, is drawn in
whatever the system has; what nothing holds is left out rather than shown as an empty box.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category, name

import skia

# The packages of our own faces, by family. One that is not installed is stood in for by the first.
_PACKAGES = {
    "Manrope": "font_manrope",
    "Source Serif": "font_source_serif_pro",
    "Fredoka": "font_fredoka_one",
    "Amatic": "font_amatic_sc",
}
_USUAL = "Manrope"
_LIGHTEST, _HEAVIEST = 100, 900
_BOLD = 600

# Signs that a script needs no glyph for: joiners, marks of direction, the choice between text and picture.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f")
_SCRIPTS_SPOKEN_OF = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface to draw in. `weight` goes from 100 (thin) to 900 (black)."""

    family: str = _USUAL
    weight: int = 400
    italic: bool = False

    @property
    def style(self) -> skia.FontStyle:
        slant = skia.FontStyle.kItalic_Slant if self.italic else skia.FontStyle.kUpright_Slant
        return skia.FontStyle(self.weight, skia.FontStyle.kNormal_Width, slant)


def fonts_folder() -> Path:
    """The folder of the usual face's files."""
    return _folder(_USUAL) or Path()


def is_there(family: str) -> bool:
    """Tell whether a family of our own is installed."""
    return _folder(family) is not None


@cache
def own_faces() -> skia.textlayout_TypefaceFontProvider:
    """Our own faces, by the families' names."""
    provider = skia.textlayout.TypefaceFontProvider()
    # A manager that knows no file of the system's: looking through those takes a while, and mostly nobody asks for one.
    reader = skia.FontMgr.New_Custom_Empty()
    for family in _PACKAGES:
        folder = _folder(family)
        for path in sorted(folder.glob("*.ttf")) if folder else ():
            # A face that holds every weight is found as the lightest one, and would be taken for it.
            if "Variable" not in path.name:
                provider.registerTypeface(reader.makeFromFile(str(path)), family)
    return provider


@cache
def system_faces() -> skia.FontMgr:
    """The faces that the machine has."""
    with _muted():
        return skia.FontMgr.RefDefault()


@contextmanager
def _muted() -> Iterator[None]:
    """Keep a library's complaints off the terminal.

    The fontconfig that comes with Skia is older than Debian's files and says so of every word in them that it does not
    know; it asks nobody before it writes.
    """
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


@lru_cache(maxsize=256)
def own_family(family: str) -> str:
    """The family, or the usual one where it is not installed."""
    return family if is_there(family) else _USUAL


@lru_cache(maxsize=1 << 14)
def is_own(sign: str, face: Face) -> bool:
    """Tell whether our own face has a glyph for a sign."""
    return sign in _UNSEEN or sign.isspace() or _own_typeface(face).unicharToGlyph(ord(sign)) != 0


@lru_cache(maxsize=1 << 14)
def is_drawable(sign: str) -> bool:
    """Tell whether any face, ours or the system's, has a glyph for a sign."""
    return is_own(sign, Face()) or _system_family(sign) is not None


@lru_cache(maxsize=1 << 12)
def drawable(text: str) -> str:
    """The text without the signs that no face on this machine has."""
    return "".join(sign for sign in text if is_drawable(sign))


def missing_scripts(text: str) -> list[str]:
    """The writings in a text that this machine has no face for, in words, in the order met."""
    found = (_script(sign) for sign in text if not is_drawable(sign))
    return list(dict.fromkeys(found))


def faces_used(text: str) -> list[str]:
    """The system's families that a text is drawn in where our own faces end: part of what decides a picture."""
    strange = {sign for sign in text if not is_own(sign, Face())}
    return sorted({_system_family(sign) or "" for sign in strange})


@lru_cache(maxsize=1 << 12)
def _system_family(sign: str) -> str | None:
    face = system_faces().matchFamilyStyleCharacter("", skia.FontStyle.Normal(), [], ord(sign))
    if face is None or face.unicharToGlyph(ord(sign)) == 0:
        return None
    family: str = face.getFamilyName()
    return family


@lru_cache(maxsize=64)
def _own_typeface(face: Face) -> skia.Typeface:
    return own_faces().matchFamilyStyle(own_family(face.family), face.style)


@cache
def _folder(family: str) -> Path | None:
    package = _PACKAGES.get(family)
    spec = find_spec(package) if package else None
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "files"


def _script(sign: str) -> str:
    if category(sign) in ("So", "Sk") or ord(sign) >= 0x1F000:
        return "emoji and symbols"
    word = name(sign, "unknown").split()[0]
    return _SCRIPTS_SPOKEN_OF.get(word, word.capitalize())
