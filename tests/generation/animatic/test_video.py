from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic import pool, video
from generation.providers.animatic.camera import Camera, keep_inside
from generation.providers.animatic.drawing.stage import Layer, Stage, View
from generation.providers.animatic.drawing.weather import draw_weather
from generation.providers.animatic.encode import ClipWriter
from generation.providers.animatic.video import AnimaticVideo
from generation.providers.base import BadAnswer, ClipRequest, MediaInput, SpokenPart, Unsupported
from tests.generation.animatic.stages import HEIGHT, WIDTH, backdrop, dot, frames, person, stage

RATE = 24


@pytest.fixture(autouse=True)
def work_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pool.PROCESSES_VARIABLE, "0")


def request(**changes: object) -> ClipRequest:
    given: dict[str, object] = {"prompt": "", "width": WIDTH, "height": HEIGHT, "duration_ms": 2000, "seed": 5}
    return ClipRequest(**(given | changes))  # type: ignore[arg-type]


def picture(tmp_path: Path, size: tuple[int, int] = (400, 300), name: str = "first.png") -> MediaInput:
    """A picture of grey and white squares, without black."""
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    for x in range(0, size[0], 40):
        for y in range(0, size[1], 40):
            if (x + y) // 40 % 2:
                canvas.drawRect(skia.Rect.MakeXYWH(x, y, 40, 40), skia.Paint(Color=skia.ColorGRAY))
    path = tmp_path / name
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return MediaInput("0" * 64, path, "image/png")


def shot(tmp_path: Path, drawn: Stage, asked: ClipRequest) -> list[NDArray[np.uint8]]:
    path, count = tmp_path / "shot.mp4", video.frame_count(asked)
    with ClipWriter(path, asked.width, asked.height, asked.rate) as clip:
        video.shoot(drawn, asked, clip, count)
    return frames(path)


def dot_positions(pictures: Sequence[NDArray[np.uint8]]) -> NDArray[np.float64]:
    """Return where the one dark dot is in each picture, in fractions of a pixel."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    places = []
    for each in pictures:
        dark = np.clip(235.0 - each.mean(axis=2), 0, None)
        dark[dark < 12] = 0
        places.append((np.sum(dark * columns) / dark.sum(), np.sum(dark * rows) / dark.sum()))
    return np.array(places)


def jitter(positions: NDArray[np.float64]) -> float:
    """Return the RMS of the velocity that no smooth movement explains, in pixels a frame."""
    velocity = np.diff(positions)
    moments = np.linspace(-1, 1, len(velocity))
    trend = np.polyval(np.polyfit(moments, velocity, 5), moments)
    return float(np.sqrt(np.mean((velocity - trend) ** 2)))


# What comes out


def test_a_clip_is_what_was_asked_for(tmp_path: Path) -> None:
    asked = request(first_frame=picture(tmp_path), duration_ms=1010)

    done = AnimaticVideo("", {}).submit(asked, tmp_path)

    with av.open(str(done.path)) as clip:
        stream, kinds = clip.streams.video[0], [stream.type for stream in clip.streams]
        context = stream.codec_context
        assert (kinds, context.name, context.pix_fmt) == (["video"], "h264", "yuv420p")
        assert (context.width, context.height, float(stream.average_rate or 0)) == (WIDTH, HEIGHT, RATE)
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
    assert len(frames(done.path)) == done.details["frames"] == 25


def test_colours_come_back_as_they_went_in(tmp_path: Path) -> None:
    drawn = stage(Layer("wall", 0.5, backdrop("#c04020")))

    last = shot(tmp_path, drawn, request(staging={}, duration_ms=200))[-1]

    assert np.abs(last.reshape(-1, 3).mean(axis=0) - (0xC0, 0x40, 0x20)).max() < 4


def test_the_same_request_makes_the_same_clip(tmp_path: Path) -> None:
    drawn = stage(
        Layer("wall", 0.2, backdrop("#ffffff")), Layer("cast", 1, person(160), "Jack"), end=View(1.1, 0.5, 0.5)
    )
    asked = request(staging={"move": "handheld", "weather": "snow", "set": {}}, duration_ms=500)

    first, again = (
        [hashlib.sha256(each.tobytes()).digest() for each in shot(tmp_path, drawn, asked)] for _ in range(2)
    )

    assert first == again


def half_of(path: Path) -> bytes:
    data = path.read_bytes()
    return data[: len(data) // 2]


@pytest.mark.parametrize("kind", ["garbage", "text", "half"])
def test_a_broken_first_frame_is_a_bad_answer_and_leaves_nothing_behind(kind: str, tmp_path: Path) -> None:
    whole = picture(tmp_path).path
    broken, folder = tmp_path / "broken.png", tmp_path / "out"
    contents = {"garbage": b"\x89PNG\r\n\x1a\nno", "text": b"not a picture at all " * 50, "half": half_of(whole)}
    broken.write_bytes(contents[kind])
    folder.mkdir()

    with pytest.raises(BadAnswer, match=r"not a picture that can be read|damaged"):
        AnimaticVideo("", {}).submit(request(first_frame=MediaInput("0" * 64, broken, "image/png")), folder)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "first frame or a staging"),
        ({"staging": {}, "duration_ms": 0}, "above zero"),
        ({"staging": {}, "width": 321}, "even numbers"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(changes: dict[str, object], words: str, tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match=words):
        AnimaticVideo("", {}).submit(request(**changes), tmp_path)


def test_a_first_frame_that_is_gone_is_a_bad_answer(tmp_path: Path) -> None:
    gone = MediaInput("0" * 64, tmp_path / "gone.png", "image/png")

    with pytest.raises(BadAnswer, match="cannot be read"):
        AnimaticVideo("", {}).submit(request(first_frame=gone), tmp_path)


def test_a_staging_becomes_a_clip_whatever_it_says(tmp_path: Path) -> None:
    staging = {
        "set": {"name": "The Blue Parrot", "kind": "bar", "interior": True},
        "move": "push_in",
        "size": "close",
        "cast": [{"name": "Jack Kane", "sex": "male", "position": "left", "speaking": True}, {}],
        "props": ["whiskey glass"],
    }
    speech = (SpokenPart("Jack Kane", 0, 400, (("a", 0, 400),)),)

    done = AnimaticVideo("", {}).submit(request(staging=staging, speech=speech, duration_ms=500), tmp_path)

    pictures = frames(done.path)
    assert len(pictures) == 12
    assert min(each.std() for each in pictures) > 10
    assert not np.array_equal(pictures[0], pictures[-1])


# The camera


def test_the_camera_moves_without_jitter(tmp_path: Path) -> None:
    drawn = stage(
        Layer("wall", 0.9, backdrop("#ffffff")),
        Layer("dot", 1.0, dot(130, 80, 9)),
        start=View(1.02, 0.46, 0.5),
        end=View(1.14, 0.53, 0.52),
    )

    positions = dot_positions(shot(tmp_path, drawn, request(staging={}, duration_ms=3000)))

    assert np.ptp(positions[:, 0]) > 10
    assert max(jitter(positions[:, 0]), jitter(positions[:, 1])) <= 0.1


def test_a_handheld_camera_drifts_softly(tmp_path: Path) -> None:
    drawn = stage(Layer("wall", 0.9, backdrop("#ffffff")), Layer("dot", 1.0, dot(130, 80, 9)))

    positions = dot_positions(shot(tmp_path, drawn, request(staging={"move": "handheld"}, duration_ms=3000)))

    steps = np.abs(np.diff(positions, axis=0))
    assert np.ptp(positions[:, 0]) > 0.5
    assert steps.max() < 1.0


def test_a_moving_picture_moves_without_jitter(tmp_path: Path) -> None:
    surface = skia.Surface(640, 480)
    surface.getCanvas().clear(skia.ColorWHITE)
    dot(250, 210, 16)(surface.getCanvas(), None)  # type: ignore[arg-type]
    surface.makeImageSnapshot().save(str(tmp_path / "dot.png"), skia.kPNG)
    asked = request(prompt="slow push in", first_frame=MediaInput("0" * 64, tmp_path / "dot.png", "image/png"))

    done = AnimaticVideo("", {}).submit(asked, tmp_path)

    positions = dot_positions(frames(done.path))
    assert np.ptp(positions[:, 0]) > 3
    assert max(jitter(positions[:, 0]), jitter(positions[:, 1])) <= 0.1


@pytest.mark.parametrize("move", ["push_in", "handheld"])
@pytest.mark.parametrize("end", [View(1.3, 0.95, 0.05), View(0.6, 0.5, 0.5), View(1.0, 0.0, 1.0)])
def test_no_edge_of_what_is_drawn_ever_shows(tmp_path: Path, move: str, end: View) -> None:
    layers = (Layer("wall", 0.0, backdrop("#ffffff")), Layer("floor", 0.9, backdrop("#ffffff")))
    drawn = stage(layers[0], end=end), stage(layers[1], end=end)
    asked = request(staging={"move": move}, duration_ms=1000)

    darkest = min(int(each.min()) for one in drawn for each in shot(tmp_path, one, asked))

    assert darkest > 240


def test_a_view_that_shows_only_what_is_drawn_is_left_alone() -> None:
    view = View(1.2, 0.53, 0.48)

    assert keep_inside(view, [0.1, 1.0, 1.5]) == view


def test_the_camera_starts_and_ends_at_rest() -> None:
    camera = Camera(stage(Layer("wall", 0.5, backdrop("#ffffff")), end=View(1.2, 0.5, 0.5)), 4)

    zooms = [camera.at(frame / RATE).zoom for frame in range(97)]
    steps = np.diff(zooms)
    assert (zooms[0], round(zooms[-1], 6)) == (1, 1.2)
    assert steps[0] < steps[48] / 8 > steps[-1]


def test_near_layers_slide_more_than_far_ones(tmp_path: Path) -> None:
    def slid(depth: float) -> float:
        layers = Layer("wall", 0.0, backdrop("#ffffff")), Layer("dot", depth, dot(160, 90, 9))
        drawn = stage(*layers, start=View(1.12, 0.46, 0.5), end=View(1.12, 0.54, 0.5))
        return float(np.ptp(dot_positions(shot(tmp_path, drawn, request(staging={}, duration_ms=1000)))[:, 0]))

    assert slid(0.1) < slid(0.6) < slid(1.0)


@pytest.mark.parametrize("size", [(90, 400), (1900, 100), (33, 21)])
def test_a_picture_of_any_shape_fills_the_clip(tmp_path: Path, size: tuple[int, int]) -> None:
    done = AnimaticVideo("", {}).submit(request(first_frame=picture(tmp_path, size), duration_ms=500), tmp_path)

    assert min(int(each.min()) for each in frames(done.path)) > 90


@pytest.mark.parametrize(("words", "right"), [("The camera pans left.", 1), ("Pan to the right", -1)])
def test_the_words_of_the_prompt_choose_the_move(tmp_path: Path, words: str, right: int) -> None:
    surface = skia.Surface(640, 360)
    surface.getCanvas().clear(skia.ColorWHITE)
    dot(320, 180, 16)(surface.getCanvas(), None)  # type: ignore[arg-type]
    surface.makeImageSnapshot().save(str(tmp_path / "dot.png"), skia.kPNG)
    first = MediaInput("0" * 64, tmp_path / "dot.png", "image/png")

    done = AnimaticVideo("", {}).submit(request(prompt=words, first_frame=first), tmp_path)

    positions = dot_positions(frames(done.path))[:, 0]
    assert np.sign(positions[-1] - positions[0]) == right


# Weather


@pytest.mark.parametrize("kind", ["rain", "snow", "fog", "storm"])
def test_weather_moves_and_is_the_same_at_the_same_moment(kind: str) -> None:
    def at(seconds: float) -> bytes:
        surface = skia.Surface(WIDTH, HEIGHT)
        surface.getCanvas().clear(0xFF404040)
        draw_weather(surface.getCanvas(), kind, WIDTH, HEIGHT, seconds, 3)
        return bytes(surface.makeImageSnapshot().tobytes())

    assert at(0.5) == at(0.5)
    assert at(0.5) != at(0.6)


def test_it_rains_out_of_doors_and_not_inside(tmp_path: Path) -> None:
    drawn = stage(Layer("wall", 0.2, backdrop("#303030")))

    def changes(interior: bool) -> int:  # noqa: FBT001
        asked = request(staging={"weather": "rain", "set": {"interior": interior}}, duration_ms=300)
        pictures = shot(tmp_path, drawn, asked)
        return int(np.abs(pictures[1].astype(int) - pictures[-1]).max())

    assert changes(False) > 20  # noqa: FBT003
    assert changes(True) < 6  # noqa: FBT003
