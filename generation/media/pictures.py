"""A picture that somebody gives: looked at as a whole, set upright, and written anew with nothing but its colours.

What is kept is never the file that came. Where it was taken, by whom, with what, and whatever else hid in it, stays
behind; its colours are those of ordinary screens.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .errors import BrokenMedia

READABLE: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MOST_PIXELS: Final = 50_000_000
"""More than any phone's ordinary picture; decoded, it takes 200 MB."""

SMALLEST_EDGE: Final = 32
LARGEST_EDGE: Final = 4096
"""What is larger is made smaller: no model takes more."""

MOST_SLENDER: Final = 20
"""Times as long as wide."""

MOST_PNG_BYTES: Final = 8_000_000
"""A photograph kept without loss is larger than it is worth."""

_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, struct.error, MemoryError)
_LOSSLESS = ("PNG", "GIF")
_SQUEEZE = {"quality": 92, "method": 4}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_WHITE_16: Final = 65_535


def cleaned_picture(source: Path, folder: Path) -> tuple[Path, str]:
    """Write the picture in `source` anew into `folder`; return where, and its media type.

    JPEG for photographs, PNG for what has see-through parts or came without loss, WebP where a PNG would be too large.
    Of a moving picture the first frame is taken. Raises BrokenMedia, in one sentence, when it is no picture that we
    take, too large or too small.
    """
    try:
        with Image.open(source, formats=READABLE) as image:
            _measure(image)
            is_lossless = image.format in _LOSSLESS
            picture = _plain(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BrokenMedia(_too_many_pixels()) from error
    except UnidentifiedImageError as error:
        raise BrokenMedia(_what_it_is(source)) from error
    except _BROKEN as error:
        raise BrokenMedia("This picture is damaged, or ends too early.") from error
    return _written(picture, folder, is_lossless=is_lossless)


def _measure(image: Image.Image) -> None:
    """Judge a picture by what its first bytes say, before it takes any room."""
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise BrokenMedia(_too_many_pixels(width, height))
    if min(width, height) < SMALLEST_EDGE:
        raise BrokenMedia(f"This picture is too small ({width} × {height}); it needs {SMALLEST_EDGE} pixels each way.")
    if max(width, height) > MOST_SLENDER * min(width, height):
        raise BrokenMedia(f"This picture is too long and narrow ({width} × {height}).")


def _too_many_pixels(width: int = 0, height: int = 0) -> str:
    size = f" ({width:,} × {height:,})" if width else ""
    return f"This picture has too many pixels{size}; at most {MOST_PIXELS // 1_000_000} million are taken."


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture decoded, upright, no larger than we keep, in RGB or RGBA of ordinary screens."""
    profile = image.info.get("icc_profile")
    image.draft("RGB", (LARGEST_EDGE, LARGEST_EDGE))  # a JPEG can be decoded smaller; other kinds ignore it
    image.seek(0)
    image.load()
    picture = ImageOps.exif_transpose(image)
    picture = _eight_bits(picture)
    if max(picture.size) > LARGEST_EDGE:
        picture.thumbnail((LARGEST_EDGE, LARGEST_EDGE), Image.Resampling.LANCZOS)
    return _for_screens(picture, profile)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Bring the rarer ways to store pixels to one that can be worked on."""
    if picture.mode.startswith("I"):
        return picture.convert("F").point(lambda value: value * (255 / _WHITE_16) + 0).convert("L")
    if picture.mode in {"RGB", "RGBA", "CMYK"}:
        return picture
    has_alpha = picture.has_transparency_data
    return picture.convert("RGBA" if has_alpha else "RGB")


def _for_screens(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours as an ordinary screen shows them, without the profile that said how to read them."""
    wanted = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode=wanted)
        except (ImageCms.PyCMSError, *_BROKEN):
            turned = None  # a profile that cannot be read, or is for other pixels: the numbers are taken as they are
        if turned is not None:
            picture = turned
    plain = Image.new(wanted, picture.size)
    plain.paste(picture.convert(wanted))
    return plain


def _written(picture: Image.Image, folder: Path, *, is_lossless: bool) -> tuple[Path, str]:
    is_solid = picture.mode == "RGB" or picture.getchannel("A").getextrema() == (255, 255)
    if is_solid and not is_lossless:
        target = folder / "picture.jpg"
        picture.convert("RGB").save(target, "JPEG", quality=93, subsampling=0, optimize=True)
        return target, "image/jpeg"
    target = folder / "picture.png"
    (picture.convert("RGB") if is_solid else picture).save(target, "PNG", compress_level=6)
    if target.stat().st_size <= MOST_PNG_BYTES:
        return target, "image/png"
    target = folder / "picture.webp"
    picture.save(target, "WEBP", **_SQUEEZE)
    return target, "image/webp"


def _what_it_is(source: Path) -> str:
    with source.open("rb") as file:
        start = file.read(12)
    if not start:
        return "This file is empty."
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC_BRANDS:
        return (
            "HEIC pictures cannot be read here. Share it as JPEG; on an iPhone, Settings › Camera › Formats › "
            "Most Compatible does that from now on."
        )
    return "This is not a picture that can be used here. JPEG, PNG, WebP, AVIF and GIF can."
