from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.caption_drawing import draw_captions
from generation.media.caption_styles import STYLES
from generation.media.captions import shot_events
from generation.media.formats import Format, format_for
from generation.media.timeline import Captions, CaptionWord, Clip, PictureClip, Timeline

from .said import drawing, said

WIDE, TALL = format_for("16:9", "draft"), format_for("9:16", "draft")


def drawn(
    words: tuple[CaptionWord, ...], folder: Path, style: str = "word", fmt: Format = WIDE, language: str = ""
) -> dict[int, NDArray[np.uint8]]:
    """The frames of a shot's captions in the whole picture, by the frame from which each is seen."""
    look = Captions(style, language=language)
    shot = PictureClip(Clip("a", None, ""), 0, 96)
    (events,) = shot_events(Timeline(fmt.rate, (shot,), words=words, captions=look), fmt)
    overlay = draw_captions(events, look, fmt, folder / "captions.mov")
    found = {}
    with av.open(str(overlay.path)) as container:
        stream = container.streams.video[0]
        for frame in container.decode(stream):
            pixels = frame.to_ndarray(format="rgba")
            whole = np.zeros((fmt.height, fmt.width, 4), np.uint8)
            whole[overlay.y : overlay.y + pixels.shape[0], overlay.x : overlay.x + pixels.shape[1]] = pixels
            found[round((frame.pts or 0) * (stream.time_base or 0) * fmt.rate)] = whole
    return found


def columns(picture: NDArray[np.uint8]) -> tuple[int, int]:
    """The first and last column in which something is drawn."""
    used = np.flatnonzero(picture[..., 3].max(axis=0) > 128)
    return int(used[0]), int(used[-1])


def lit(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    red, green, blue, alpha = (picture[..., part].astype(int) for part in range(4))
    return np.asarray((alpha > 200) & (red > 200) & (green > 150) & (blue < 120))


def test_the_spoken_word_is_lit_from_its_frame_on(tmp_path: Path) -> None:
    frames = drawn(said("one two three", each_ms=500), tmp_path)

    middles = [float(np.flatnonzero(lit(frames[at]).any(axis=0)).mean()) for at in (0, 12, 24)]

    assert sorted(middles) == middles
    assert sorted(frames) == [0, 12, 24, 42]
    assert frames[42][..., 3].max() == 0


@drawing("א")
def test_words_from_right_to_left_are_lit_from_the_right(tmp_path: Path) -> None:
    frames = drawn(said("אני אוהב קולנוע", each_ms=500), tmp_path, language="he")

    middles = [float(np.flatnonzero(lit(frames[at]).any(axis=0)).mean()) for at in (0, 12, 24)]

    assert sorted(middles, reverse=True) == middles


def test_karaoke_fills_a_word_while_it_is_spoken(tmp_path: Path) -> None:
    frames = drawn((CaptionWord("lighthouse", 0, 1000),), tmp_path, "karaoke")

    filled = [int(lit(frames[at]).sum()) for at in (2, 8, 14, 20)]

    assert filled == sorted(filled)
    assert 0 < filled[0] < filled[-1] / 3


def test_classic_and_box_light_no_word(tmp_path: Path) -> None:
    for style in ("classic", "box"):
        frames = drawn(said("one two three", each_ms=500), tmp_path, style)

        assert not lit(frames[0]).any()


def test_the_box_is_seen_through(tmp_path: Path) -> None:
    frames = drawn(said("one two three"), tmp_path, "box")

    alphas = frames[0][..., 3]
    assert 0.6 < float(np.median(alphas[alphas > 20])) / 255 < 0.85


def test_pop_springs_to_its_size(tmp_path: Path) -> None:
    frames = drawn(said("storm came"), tmp_path, "pop", TALL)

    (first, wide) = ((columns(frames[at])[1] - columns(frames[at])[0]) for at in (0, 4))
    assert first < 0.9 * wide


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("fmt", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize(
    "text", ["Donaudampfschifffahrtskapitänsmütze", pytest.param("昨夜、灯台守は嵐の中で", marks=drawing("夜で"))]
)
def test_nothing_is_drawn_outside_the_safe_zone(tmp_path: Path, style: str, fmt: Format, text: str) -> None:
    frames = drawn((CaptionWord(text, 0, 3000),), tmp_path, style, fmt)

    zone = fmt.safe_zone
    for picture in frames.values():
        if picture[..., 3].max() < 128:
            continue
        left, right = columns(picture)
        assert left >= round(zone.left * fmt.width) - 30
        assert right <= fmt.width - round(zone.right * fmt.width) + 30
        rows = np.flatnonzero(picture[..., 3].max(axis=1) > 128)
        assert rows[-1] <= fmt.height * (1 - zone.bottom)
