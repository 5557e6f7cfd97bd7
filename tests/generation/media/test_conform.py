from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageDraw

from generation.media.captions import CaptionEvent, ShownWord
from generation.media.conform import SegmentPlan, fit, is_whole, make_segment, prune, segment_digest
from generation.media.errors import BrokenMedia
from generation.media.runner import run
from generation.media.timeline import Captions, Card, Clip, PictureClip, TimeRange, Transition

from .samples import QUIET, SMALL, luminance, make_clip, make_still, make_wav, tone

HI = CaptionEvent(0, 5, ((ShownWord("Hi", 0, 5),),))
FAST = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


def shot(path: Path | None, frames: int, **facts: object) -> PictureClip:
    clip = Clip("Shot 7", path, path.name if path else "")
    return PictureClip(clip, 0, frames, **facts)  # type: ignore[arg-type]


def plan(path: Path | None, frames: int, **facts: object) -> SegmentPlan:
    return SegmentPlan(shot(path, frames, **facts), SMALL)


def ntsc(folder: Path) -> Path:
    return make_clip(folder / "a.mp4", *FAST, source="testsrc2=s=320x240:r=30000/1001:d=0.8", sound=True)


def film(folder: Path) -> Path:
    return make_clip(folder / "a.mkv", *FAST, source="testsrc2=s=322x182:r=24000/1001:d=0.5")


def one_fast_frame(folder: Path) -> Path:
    return make_clip(folder / "a.mp4", "-frames:v", "1", *FAST, source="testsrc2=s=160x90:r=60")


def tall(folder: Path) -> Path:
    return make_clip(folder / "a.webm", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8",
                     source="testsrc2=s=100x200:r=12:d=0.5")  # fmt: skip


def wide_pixels(folder: Path) -> Path:
    return make_clip(folder / "a.mpg", "-c:v", "mpeg2video", source="testsrc2=s=352x288:r=25:d=0.5,setsar=16/11")


def interlaced(folder: Path) -> Path:
    return make_clip(folder / "a.ts", "-c:v", "mpeg2video", "-flags", "+ilme+ildct",
                     source="testsrc2=s=320x180:r=50:d=0.5,interlace")  # fmt: skip


def turned(folder: Path) -> Path:
    flat = make_clip(folder / "flat.mp4", *FAST)
    run([*QUIET, "-display_rotation", "90", "-i", str(flat), "-c", "copy", str(folder / "a.mp4")], timeout_s=30)
    return folder / "a.mp4"


def moving_gif(folder: Path) -> Path:
    return make_clip(folder / "a.gif", "-c:v", "gif", source="testsrc2=s=64x64:r=10:d=0.5")


def photo(folder: Path) -> Path:
    return make_still(folder / "a.jpg", "teal", (333, 187))


WILD = [ntsc, film, one_fast_frame, tall, wide_pixels, interlaced, turned, moving_gif, photo]


@pytest.mark.parametrize("frames", [1, 31])
@pytest.mark.parametrize("make", WILD)
def test_any_clip_becomes_exactly_its_frames(tmp_path: Path, make: Callable[[Path], Path], frames: int) -> None:
    wanted = plan(make(tmp_path), frames)

    segment = make_segment(wanted, tmp_path / "cache")

    times, _ = luminance(segment)
    assert times == [Fraction(index) / SMALL.rate for index in range(frames)]
    with av.open(str(segment)) as container:
        assert (container.streams.video[0].width, container.streams.video[0].height) == (160, 90)
        assert not container.streams.audio


def test_a_folder_with_an_awkward_name_works(tmp_path: Path) -> None:
    cache = tmp_path / "it's; [a], b:c=%d \\e"
    captions = (HI,)

    segment = make_segment(SegmentPlan(shot(make_still(tmp_path / "a.png", "gray"), 5), SMALL, captions), cache)

    assert is_whole(segment, 5)


def test_a_short_clip_holds_its_last_frame(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a.mp4", *FAST, source="color=black:s=160x90:r=24:d=0.5,fade=in:0:12:color=white")

    _, light = luminance(make_segment(plan(clip, 40), tmp_path / "cache"))

    assert light[0] > 200
    assert max(light[11:]) - min(light[11:]) < 2
    assert light[11] < 40


def test_a_clip_starts_where_its_source_range_says(tmp_path: Path) -> None:
    flash = "color=black:s=160x90:r=24:d=2,geq=lum='if(eq(N,30),255,16)':cb=128:cr=128"
    clip = make_clip(tmp_path / "a.mp4", *FAST, source=flash)
    used = replace(shot(clip, 10), clip=Clip("a", clip, "a", TimeRange(1000, 500)))

    _, light = luminance(make_segment(SegmentPlan(used, SMALL), tmp_path / "cache"))

    assert int(np.argmax(light)) == 6


def test_a_clip_without_an_index_can_start_late(tmp_path: Path) -> None:
    late = replace(shot(interlaced(tmp_path), 20), clip=Clip("late", tmp_path / "a.ts", "a", TimeRange(350, 500)))

    segment = make_segment(SegmentPlan(late, SMALL), tmp_path / "cache")

    assert is_whole(segment, 20)


def test_a_missing_take_is_a_slate(tmp_path: Path) -> None:
    _, light = luminance(make_segment(plan(None, 3), tmp_path / "cache"))

    assert len(light) == 3
    assert 15 < light[0] < 60
    assert list((tmp_path / "cache").iterdir()) == [tmp_path / "cache" / f"{segment_digest(plan(None, 3))}.mp4"]


def test_a_dissolve_goes_evenly_from_the_clip_before(tmp_path: Path) -> None:
    white, black = make_still(tmp_path / "w.png", "white"), make_still(tmp_path / "b.png", "black")
    wanted = SegmentPlan(shot(black, 12, transition=Transition(4)), SMALL, before=shot(white, 30))

    _, light = luminance(make_segment(wanted, tmp_path / "cache"))

    assert light[:5] == pytest.approx([204, 153, 102, 51, 0], abs=6)


def test_a_dissolve_shows_what_follows_in_the_clip_before(tmp_path: Path) -> None:
    flash = "color=black:s=160x90:r=24:d=2,geq=lum='if(eq(N,31),235,16)':cb=128:cr=128"
    before = make_clip(tmp_path / "a.mp4", *FAST, source=flash)
    black = make_still(tmp_path / "b.png", "black")
    wanted = SegmentPlan(shot(black, 12, transition=Transition(4)), SMALL, before=shot(before, 30))

    _, light = luminance(make_segment(wanted, tmp_path / "cache"))

    assert int(np.argmax(light)) == 1


def test_a_dissolve_from_a_clip_that_has_ended_holds_its_last_frame(tmp_path: Path) -> None:
    ends_white = "color=black:s=160x90:r=24:d=0.5,geq=lum='if(eq(N,11),235,16)':cb=128:cr=128"
    before = make_clip(tmp_path / "a.mp4", *FAST, source=ends_white)
    black = make_still(tmp_path / "b.png", "black")
    wanted = SegmentPlan(shot(black, 8, transition=Transition(4)), SMALL, before=shot(before, 100))

    _, light = luminance(make_segment(wanted, tmp_path / "cache"))

    assert light[:5] == pytest.approx([204, 153, 102, 51, 0], abs=6)


def test_a_dissolve_into_the_same_clip_works(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a.mp4", *FAST)
    here = Clip("here", clip, "a", TimeRange(500, 500))
    before = replace(shot(clip, 12), clip=Clip("before", clip, "a"))

    segment = make_segment(
        SegmentPlan(PictureClip(here, 12, 10, transition=Transition(4)), SMALL, before=before), tmp_path / "cache"
    )

    assert is_whole(segment, 10)


def test_a_wipe_moves_its_edge_over_the_picture(tmp_path: Path) -> None:
    white, black = make_still(tmp_path / "w.png", "white"), make_still(tmp_path / "b.png", "black")
    wanted = SegmentPlan(shot(black, 16, transition=Transition(12, "wipe")), SMALL, before=shot(white, 30))

    halves = [picture[:, :80].mean() - picture[:, 80:].mean() for picture in grey(make_segment(wanted, tmp_path / "c"))]

    assert min(halves[:12]) < -100
    assert max(abs(half) for half in halves[12:]) < 2


def test_a_match_comes_nearer_on_both_sides_of_the_cut(tmp_path: Path) -> None:
    ring = Image.new("L", (160, 90), 0)
    ImageDraw.Draw(ring).ellipse((50, 15, 110, 75), fill=255)
    ring.convert("RGB").save(tmp_path / "ring.png")
    still = tmp_path / "ring.png"
    wanted = SegmentPlan(
        PictureClip(Clip("b", still, "b"), 0, 12, transition=Transition(8, "match")), SMALL, before=shot(still, 30)
    )

    sizes = [float((picture > 128).sum()) for picture in grey(make_segment(wanted, tmp_path / "c"))]

    assert sizes[3] > sizes[11] * 1.02
    assert sizes[8:] == pytest.approx([sizes[11]] * 4, rel=0.01)


def test_a_dip_shows_nothing_of_the_shot_before(tmp_path: Path) -> None:
    white, grey_still = make_still(tmp_path / "w.png", "white"), make_still(tmp_path / "g.png", (60, 60, 60))
    dipped = SegmentPlan(shot(grey_still, 12, transition=Transition(6, "dip")), SMALL, before=shot(white, 30))

    _, light = luminance(make_segment(dipped, tmp_path / "cache"))

    assert light == sorted(light)
    assert light[0] < 20
    assert segment_digest(dipped) == segment_digest(replace(dipped, before=shot(grey_still, 99)))


@pytest.mark.parametrize(("colour", "end"), [("black", 16), ("white", 235)])
def test_a_segment_ends_in_the_colour_of_the_dip_that_follows(tmp_path: Path, colour: str, end: int) -> None:
    middle = make_still(tmp_path / "g.png", (120, 120, 120))
    wanted = SegmentPlan(shot(middle, 16), SMALL, out_frames=8, out_colour=colour)

    _, light = luminance(make_segment(wanted, tmp_path / "cache"))

    assert max(light[:8]) - min(light[:8]) < 3
    assert abs(light[15] - end) < 30


def test_captions_stay_bright_while_the_picture_goes(tmp_path: Path) -> None:
    middle = make_still(tmp_path / "g.png", (120, 120, 120))
    words = (replace(HI, end=16),)
    wanted = SegmentPlan(shot(middle, 16), SMALL, words, Captions("classic"), out_frames=8)

    pictures = grey(make_segment(wanted, tmp_path / "cache"))

    assert pictures[15].max() > 180
    assert np.median(pictures[15]) < 40


def test_a_card_comes_and_goes_over_a_picture_that_moves(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a.mp4", *FAST, source="testsrc2=s=320x180:r=24:d=2")
    card = Card("Night Train", design="modern")
    bare = grey(make_segment(plan(clip, 48), tmp_path / "cache"))

    titled = grey(make_segment(plan(clip, 48, card=card), tmp_path / "cache"))

    differs = [float(np.abs(one.astype(int) - other).mean()) for one, other in zip(bare, titled, strict=True)]
    assert differs[24] > 3 * max(differs[0], differs[47])
    assert np.abs(titled[20].astype(int) - titled[30]).max() > 30


def grey(segment: Path) -> list[np.ndarray]:
    """The frames of a segment as they are bright."""
    with av.open(str(segment)) as container:
        return [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]


def test_the_first_shot_fades_in_from_black(tmp_path: Path) -> None:
    white = make_still(tmp_path / "w.png", "white")

    _, light = luminance(make_segment(plan(white, 12, transition=Transition(6)), tmp_path / "cache"))

    assert light[0] < 60
    assert light[8] > 230


COLOURS = {
    "as television stores it": ("bt601", "tv", "yuv420p", "smpte170m"),
    "as HD stores it": ("bt709", "tv", "yuv420p", "bt709"),
    "in the full range": ("bt709", "pc", "yuv420p", "bt709"),
    "in the wide range of UHD": ("bt2020", "tv", "yuv420p", "bt2020nc"),
}


@pytest.mark.parametrize("name", COLOURS)
@pytest.mark.parametrize("rgb", [(208, 32, 48), (32, 192, 64)])
def test_colours_stay_what_they_were(tmp_path: Path, name: str, rgb: tuple[int, int, int]) -> None:
    matrix, span, pixels, tag = COLOURS[name]
    colour = "0x" + bytes(rgb).hex()
    source = f"color={colour}:s=320x180:r=24:d=0.2,format=gbrp,scale=out_color_matrix={matrix}:out_range={span},"
    source += f"format={pixels},setparams=colorspace={tag}:range={span}"
    clip = make_clip(tmp_path / "a.mkv", "-c:v", "libx264", "-crf", "4", source=source)

    segment = make_segment(SegmentPlan(shot(clip, 2), replace(SMALL, crf=4)), tmp_path / "cache")

    assert shown(segment) == pytest.approx(rgb, abs=5)


def shown(segment: Path) -> tuple[float, float, float]:
    """The colour in the middle, read as BT.709 in the limited range, which the tags must say it is."""
    with av.open(str(segment)) as container:
        frame = next(container.decode(video=0))
    tags = (frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc)
    assert tuple(int(tag) for tag in tags) == (1, 1, 1, 1)
    planes = [np.frombuffer(bytes(plane), np.uint8).reshape(-1, plane.line_size) for plane in frame.planes]
    luma = (float(planes[0][45, 80]) - 16) / 219
    blue, red = ((float(plane[22, 40]) - 128) / 224 for plane in planes[1:])
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    return 255 * r, 255 * (luma - 0.2126 * r - 0.0722 * b) / 0.7152, 255 * b


def test_a_picture_of_another_shape_is_shown_whole_on_black(tmp_path: Path) -> None:
    square = make_still(tmp_path / "a.png", "white", (90, 90))

    segment = make_segment(plan(square, 1), tmp_path / "cache")

    with av.open(str(segment)) as container:
        grey = next(container.decode(video=0)).to_ndarray(format="gray")
    assert grey[45, 10] < 20
    assert grey[45, 150] < 20
    assert grey[2, 80] > 230


def test_a_picture_with_a_focus_fills_the_frame_around_it(tmp_path: Path) -> None:
    tall_still = make_still(tmp_path / "a.png", "black", (90, 400))
    middle = fit(90, 400, SMALL, (0.5, 0.5))
    top = fit(90, 400, SMALL, (0.5, 0.0))
    bottom = fit(90, 400, SMALL, (0.5, 1.0))

    segment = make_segment(plan(tall_still, 1, focus=(0.5, 0.2)), tmp_path / "cache")

    assert is_whole(segment, 1)
    assert middle.covers
    assert top.y == 0 < middle.y < bottom.y == bottom.height - SMALL.height


@pytest.mark.parametrize(("width", "height"), [(160, 90), (1920, 1080), (854, 480), (160, 100), (34, 21)])
def test_a_picture_of_nearly_the_shape_fills_the_frame(width: int, height: int) -> None:
    found = fit(width, height, SMALL)

    assert found.width >= 160
    assert found.height >= 90
    assert found.x % 2 == found.y % 2 == 0


def test_the_same_segment_has_the_same_digest_wherever_it_stands(tmp_path: Path) -> None:
    here = plan(tmp_path / "a.mp4", 30)
    there = replace(here, shot=replace(here.shot, start_frame=500, start_ms=20_833))

    assert segment_digest(here) == segment_digest(there)


def test_whatever_shows_changes_the_digest(tmp_path: Path) -> None:
    base = plan(tmp_path / "a.mp4", 30, transition=Transition(4))
    base = replace(base, before=shot(tmp_path / "b.mp4", 40))
    others = [
        replace(base, shot=replace(base.shot, frames=31)),
        replace(base, shot=replace(base.shot, clip=replace(base.shot.clip, key="other"))),
        replace(base, shot=replace(base.shot, clip=replace(base.shot.clip, source_range=TimeRange(40, 1000)))),
        replace(base, shot=replace(base.shot, focus=(0.2, 0.5))),
        replace(base, shot=replace(base.shot, transition=Transition(5))),
        replace(base, shot=replace(base.shot, transition=None)),
        replace(base, before=shot(tmp_path / "c.mp4", 40)),
        replace(base, before=shot(tmp_path / "b.mp4", 41)),
        replace(base, shot=replace(base.shot, transition=Transition(4, "wipe"))),
        replace(base, shot=replace(base.shot, transition=Transition(4, "wipe", "up"))),
        replace(base, shot=replace(base.shot, transition=Transition(4, "match"))),
        replace(base, shot=replace(base.shot, transition=Transition(4, "dip"))),
        replace(base, shot=replace(base.shot, card=Card("Night Train", design="noir"))),
        replace(base, shot=replace(base.shot, card=Card("Night Train", design="epic"))),
        replace(base, captions=(HI,)),
        replace(base, captions=(replace(HI, place="top"),)),
        replace(base, captions=(HI,), look=Captions("pop")),
        replace(base, captions=(HI,), look=Captions("word", ("#ff0000",))),
        replace(base, out_frames=6),
        replace(base, out_frames=6, out_colour="white"),
        replace(base, fmt=replace(SMALL, crf=21)),
        replace(base, fmt=replace(SMALL, rate=Fraction(30))),
        replace(base, shot=replace(base.shot, clip=replace(base.shot.clip, media=None))),
    ]

    digests = {segment_digest(one) for one in [base, *others]}

    assert len(digests) == 1 + len(others)


def test_the_name_of_a_format_and_its_sound_do_not_change_the_picture(tmp_path: Path) -> None:
    base = plan(tmp_path / "a.mp4", 30)
    renamed = replace(base, fmt=replace(SMALL, key="other", label="Other", audio_bitrate=64))

    assert segment_digest(base) == segment_digest(renamed)


def test_a_broken_clip_is_named_and_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"nothing")

    with pytest.raises(BrokenMedia, match=r"Shot “Shot 7” cannot be used: bad\.mp4 cannot be read"):
        make_segment(plan(bad, 5), tmp_path / "cache")

    assert list((tmp_path / "cache").iterdir()) == []


def test_a_sound_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(BrokenMedia, match="sound but no picture"):
        make_segment(plan(make_wav(tmp_path / "a.wav", tone(0.5)), 5), tmp_path / "cache")


def test_pruning_deletes_what_was_used_longest_ago(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "middle", "old"]):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))

    freed = prune(tmp_path, 250)

    assert freed == 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["middle", "new"]


def test_pruning_spares_what_is_in_use(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "old"]):
        (tmp_path / name).write_bytes(b"x" * 100)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))

    prune(tmp_path, 100, keep=[tmp_path / "old"])

    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert prune(tmp_path / "nowhere", 0) == 0
