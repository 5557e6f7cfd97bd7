from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.assembly import assemble
from generation.media.boxes import boxes_of
from generation.media.conform import SegmentPlan, cut_out, make_segment, segment_digest
from generation.media.errors import BrokenMedia
from generation.media.formats import Format
from generation.media.framing import Follow, Framing, Pan, Person, Turn, Window
from generation.media.probe import Probed, probe
from generation.media.reframing import reframed
from generation.media.runner import run
from generation.media.saliency import look
from generation.media.timeline import CaptionWord, Card, Clip, PictureClip, SoundClip, Timeline, Track, Transition

from .samples import QUIET, make_clip, make_still, make_wav, tone

FAST = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_range", "tv")
RATE = Fraction(24)
SIZES = {"9:16": (90, 160), "16:9": (160, 90), "1:1": (120, 120), "4:5": (128, 160)}


def small(shape: str, **facts: object) -> Format:
    width, height = SIZES[shape]
    fmt = Format("small", width, height, RATE, 20, "ultrafast", 128, "small")
    return replace(fmt, **facts)  # type: ignore[arg-type]


TALL = small("9:16")


def stripes(folder: Path, size: str = "320x180", seconds: float = 1) -> Path:
    """A clip that is red at its left third, green in the middle and blue at its right."""
    colours = "r='if(lt(X,W/3),220,20)':g='if(between(X,W/3,2*W/3),220,20)':b='if(gt(X,2*W/3),220,20)'"
    return make_clip(
        folder / "stripes.mp4", *FAST, source=f"color=black:s={size}:r=24:d={seconds},format=gbrp,geq={colours}"
    )


def ball(folder: Path) -> Path:
    """A clip in which a bright ball goes from left to right over a grey ground, in two seconds."""
    ground = "color=0x404040:s=320x180:r=24:d=2"
    path = folder / "ball.mp4"
    graph = "[0][1]overlay=x='40+t*100':y=70"
    inputs = ["-f", "lavfi", "-i", ground, "-f", "lavfi", "-i", "color=0xf0d0b0:s=32x32:r=24:d=2"]
    run([*QUIET, *inputs, "-filter_complex", graph, *FAST, str(path)], timeout_s=60)
    return path


def shot(path: Path, frames: int = 24, **facts: object) -> PictureClip:
    return PictureClip(Clip("Shot 7", path, path.name), 0, frames, follow=Follow(), **facts)  # type: ignore[arg-type]


def pictures(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as container:
        return [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in container.decode(video=0)]


def made(one: PictureClip, fmt: Format, folder: Path) -> list[NDArray[np.uint8]]:
    (ready,) = reframed([one], fmt, folder / "looks")
    return pictures(make_segment(SegmentPlan(ready, fmt), folder / "segments"))


@pytest.mark.parametrize(("at", "channel"), [(0.0, 0), (0.5, 1), (1.0, 2)])
def test_the_window_is_where_somebody_put_it(tmp_path: Path, at: float, channel: int) -> None:
    by_hand = replace(shot(stripes(tmp_path)), follow=Follow(by_hand=at))

    frame = made(by_hand, TALL, tmp_path)[3]

    assert frame[:, 8:-8].reshape(-1, 3).mean(axis=0).argmax() == channel
    assert frame[:, 8:-8, channel].min() > 150


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("source", ["320x180", "180x320", "200x200"])
def test_no_shape_has_bars(tmp_path: Path, shape: str, source: str) -> None:
    clip = make_clip(tmp_path / "white.mp4", *FAST, source=f"color=white:s={source}:r=24:d=0.3")

    frames = made(shot(clip, 7), small(shape), tmp_path)

    assert len(frames) == 7
    assert frames[0].shape[:2] == SIZES[shape][::-1]
    assert min(frame.min() for frame in frames) > 200


def test_what_moves_is_followed_where_nobody_says_who_is_where(tmp_path: Path) -> None:
    frames = made(shot(ball(tmp_path), 48), TALL, tmp_path)

    # All of the ball is lighter than all of the ground.
    whole = (32 * 32) * (160 / 180) ** 2
    shown = [float((frame[:, :, 0] > 150).sum()) for frame in frames]
    assert min(shown[:44]) > 0.85 * whole


def test_faces_are_followed_from_moment_to_moment(tmp_path: Path) -> None:
    boxes = tuple((at, (left := 0.12 + 0.3125 * at / 1000, 0.38, left + 0.1, 0.58)) for at in range(0, 2001, 250))
    known = replace(shot(ball(tmp_path), 48), follow=Follow((Person("Mara", boxes),)))

    (ready,) = reframed([known], TALL, tmp_path / "looks")

    assert ready.framing is not None
    assert ready.framing.pans
    assert not (tmp_path / "looks").exists()
    assert len(ready.faces) == 1


def test_a_pan_shows_every_frame_once_and_goes_by_single_pixels(tmp_path: Path) -> None:
    # Along a slope of grey a place in the clip can be read from a frame.
    slope = "color=black:s=640x180:r=24:d=2,format=gray,geq=lum='16+X/640*219'"
    clip = make_clip(tmp_path / "slope.mp4", *FAST, source=slope)
    way = Framing(0.2, (Pan(6, 36, 0.6),))
    panned = replace(shot(clip, 48), framing=way)

    frames = pictures(make_segment(SegmentPlan(panned, TALL), tmp_path / "segments"))

    assert len(frames) == 48
    light = np.array([frame[:, 40:50, 0].mean() for frame in frames])
    come = (light - light[0]) / (light[-1] - light[0])
    wanted = (np.array([way.middle(frame) for frame in range(48)]) - 0.2) / 0.6
    assert np.abs(come - wanted).max() < 0.015
    assert np.diff(come).min() > -0.005


def test_a_dissolve_goes_on_with_the_window_of_the_shot_before(tmp_path: Path) -> None:
    clip = stripes(tmp_path)
    before = replace(shot(clip, 12), framing=Framing(0.15))
    after = replace(shot(clip, 12, transition=Transition(8)), framing=Framing(0.85))

    frames = pictures(make_segment(SegmentPlan(after, TALL, before=before), tmp_path / "segments"))

    red, blue = (np.array([frame[:, 20:-20, channel].mean() for frame in frames]) for channel in (0, 2))
    assert len(frames) == 12
    assert red[0] > 150 > blue[0]
    assert blue[-1] > 150 > red[-1]


def test_only_what_is_seen_is_scaled() -> None:
    wide = Probed("video", "mov", "h264", 1000, 1920, 1080, 1920, 1080)

    fit = cut_out(wide, Framing(0.5), 24, TALL)

    assert fit.part is not None
    assert fit.part.width < 1920 / 3
    assert (fit.width - TALL.width, fit.height) <= (6, TALL.height)


def film(folder: Path, follows: list[Follow], fmt: Format = TALL, text: str = "") -> Timeline:
    clip = stripes(folder)
    shots = [
        PictureClip(Clip(f"Shot {n}", clip, "stripes"), n * 24, 24, start_ms=n * 1000, follow=follow)
        for n, follow in enumerate(follows)
    ]
    voice = make_wav(folder / "voice.wav", tone(len(follows)))
    words = (CaptionWord(text, 100, 700),) if text else ()
    sound = Track((SoundClip(Clip("voice", voice, "voice"), 0),))
    return Timeline(fmt.rate, tuple(shots), speech=sound, words=words)


def test_moving_one_window_encodes_one_shot(tmp_path: Path) -> None:
    follows = [Follow(by_hand=0.2), Follow(by_hand=0.5), Follow(by_hand=0.8)]
    output, cache = tmp_path / "film.mp4", tmp_path / "cache"

    first = assemble(film(tmp_path, follows), TALL, output, cache)
    again = assemble(film(tmp_path, follows), TALL, output, cache)
    moved = assemble(film(tmp_path, [follows[0], Follow(by_hand=0.4), follows[2]]), TALL, output, cache)

    assert (first.encoded_segments, again.encoded_segments, moved.encoded_segments) == (3, 0, 1)
    assert len(list((cache / "sound").iterdir())) == 1 or moved.reused_segments == 2


def test_room_for_a_platform_encodes_only_shots_with_words(tmp_path: Path) -> None:
    follows = [Follow(by_hand=0.2), Follow(by_hand=0.5)]
    reels = replace(TALL, platform="reels")
    cache = tmp_path / "cache"
    assemble(film(tmp_path, follows, text="Hello"), TALL, tmp_path / "a.mp4", cache)

    found = assemble(film(tmp_path, follows, text="Hello"), reels, tmp_path / "b.mp4", cache)

    assert found.encoded_segments == 1


def test_a_platform_without_words_changes_no_digest(tmp_path: Path) -> None:
    one = shot(make_still(tmp_path / "a.png", "gray"))
    titled = replace(one, card=Card("Lamp"))
    reels = replace(TALL, platform="reels")

    assert segment_digest(SegmentPlan(one, TALL)) == segment_digest(SegmentPlan(one, reels))
    assert segment_digest(SegmentPlan(titled, TALL)) != segment_digest(SegmentPlan(titled, reels))


def test_a_version_has_no_edit_list_and_starts_at_nothing(tmp_path: Path) -> None:
    output = tmp_path / "film.mp4"

    assemble(film(tmp_path, [Follow(by_hand=0.2), Follow()]), TALL, output, tmp_path / "cache")

    found = boxes_of(output)
    with av.open(str(output)) as container:
        starts = [stream.start_time for stream in container.streams]
    assert found.edit_lists == 0
    assert found.is_index_first
    assert starts == [0, 0]


def test_a_clip_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no film at all")

    with pytest.raises(BrokenMedia, match="Shot 7"):
        reframed([shot(broken)], TALL, tmp_path / "looks")


def test_a_clip_is_looked_at_once(tmp_path: Path) -> None:
    clip = ball(tmp_path)
    first = look(clip, "ball", tmp_path / "looks")
    clip.unlink()

    again = look(clip, "ball", tmp_path / "looks")

    assert np.array_equal(first.columns, again.columns)
    assert np.array_equal(first.rows, again.rows)


def test_a_clip_that_is_stored_on_its_side_is_looked_at_upright(tmp_path: Path) -> None:
    flat = make_clip(
        tmp_path / "flat.mp4",
        *FAST,
        source="color=0x303030:s=160x90:r=24:d=0.6,drawbox=x=8:y=35:w=20:h=20:c=white:t=fill",
    )
    turned = tmp_path / "turned.mp4"
    run([*QUIET, "-display_rotation", "90", "-i", str(flat), "-c", "copy", str(turned)], timeout_s=30)

    found = look(turned, "turned", tmp_path / "looks")

    upright = pictures_upright(turned, tmp_path)
    rows = upright[0][:, :, 0].mean(axis=1)
    assert probe(turned).height > probe(turned).width
    assert (found.rows[0].argmax() > len(found.rows[0]) / 2) == (rows.argmax() > len(rows) / 2)


def pictures_upright(path: Path, folder: Path) -> list[NDArray[np.uint8]]:
    """A clip's pictures as ffmpeg turns them."""
    upright = folder / "upright.mp4"
    run([*QUIET, "-i", str(path), *FAST, str(upright)], timeout_s=30)
    return pictures(upright)


def test_where_people_are_meant_to_stand_helps_where_nothing_moves(tmp_path: Path) -> None:
    plain = make_clip(tmp_path / "plain.mp4", *FAST, source="color=0x808080:s=320x180:r=24:d=0.5")
    told = Follow(turns=(Turn("Tom", 0, 400),), spots=(("Mara", "left"), ("Tom", "right")))

    (ready,) = reframed([replace(shot(plain, 12), follow=told)], TALL, tmp_path / "looks")

    assert ready.framing is not None
    assert ready.framing.at > 0.6


def test_a_shape_that_is_the_clips_own_leaves_nothing_out() -> None:
    window = Window.of((1280, 720), (1920, 1080))

    assert window.share == pytest.approx(1)
