"""What the drawn people promise: the same words are the same person, everybody stands whole, only faces move."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import skia

from generation.providers.animatic.drawing.figure import Figure, draw_person
from generation.providers.animatic.drawing.figure.expressions import EXPRESSIONS
from generation.providers.animatic.drawing.figure.held import held_of
from generation.providers.animatic.drawing.figure.looks import look_of
from generation.providers.animatic.drawing.figure.poses import POSES
from generation.providers.animatic.drawing.figure.skeleton import bend
from generation.providers.animatic.drawing.figure.wardrobe import outfit_of
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.stage import AT_REST, Face

Pixels = npt.NDArray[np.uint8]

DETECTIVE: dict[str, Any] = {
    "name": "Jack Kane",
    "sex": "male",
    "age": "adult",
    "build": "average",
    "skin": "tan",
    "hair": "short dark brown",
    "features": "stubble",
    "wears": "grey trench coat, white shirt, black fedora",
    "pose": "stand",
    "expression": "neutral",
    "facing": "right",
}
FEET = (120.0, 205.0)
HEAD = 28.0


def drawn(entry: dict[str, Any], face: Face = AT_REST, *, time: str = "day", scale: float = 1.0) -> Pixels:
    surface = skia.Surface(int(240 * scale), int(230 * scale))
    canvas = surface.getCanvas()
    canvas.scale(scale, scale)
    draw_person(canvas, Figure.from_cast(entry), *FEET, HEAD, TIMES[time], face, width=240)
    return np.array(surface.toarray())


def differing(first: Pixels, second: Pixels) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    rows, columns = np.nonzero((first != second).any(axis=2))
    return rows, columns


def opaque(pixels: Pixels) -> npt.NDArray[np.bool_]:
    return np.equal(pixels[:, :, 3], 255)


def test_the_same_person_looks_the_same_in_every_shot() -> None:
    first = drawn(dict(DETECTIVE))

    again = drawn(dict(DETECTIVE))

    assert (first == again).all()


def test_a_name_alone_does_not_change_a_described_person() -> None:
    renamed = DETECTIVE | {"name": "The detective"}

    assert (drawn(DETECTIVE) == drawn(renamed)).all()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("skin", "dark"),
        ("hair", "long blond"),
        ("wears", "red dress"),
        ("build", "heavy"),
        ("age", "child"),
        ("features", "full beard"),
    ],
)
def test_other_words_are_another_person(field: str, words: str) -> None:
    other = DETECTIVE | {field: words}

    rows, _ = differing(drawn(DETECTIVE), drawn(other))

    assert len(rows) > 40


def test_people_of_whom_only_the_name_is_known_are_not_twins() -> None:
    looks = {look_of({"name": name}, sex="", age="adult") for name in ("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn")}

    assert len(looks) > 2


def test_a_new_costume_is_no_new_face() -> None:
    plain = {"sex": "female", "age": "adult"}

    undressed = look_of(plain, sex="female", age="adult")
    dressed = look_of(plain | {"wears": "blue coat"}, sex="female", age="adult")
    in_red = look_of(plain | {"wears": "red dress"}, sex="female", age="adult")

    assert dressed == in_red
    assert undressed.lips.startswith("#")


@pytest.mark.parametrize("face", [Face(mouth=0.6), Face(blink=1.0), Face(mouth=1.0, blink=0.5)])
@pytest.mark.parametrize("facing", ["right", "left", "camera"])
def test_speaking_and_blinking_move_nothing_but_the_head(face: Face, facing: str) -> None:
    entry = DETECTIVE | {"facing": facing}
    x, y = Figure.from_cast(entry).head_center

    rows, columns = differing(drawn(entry), drawn(entry, face))

    assert len(rows) > 4
    assert abs(rows - (FEET[1] + y * HEAD)).max() < 0.85 * HEAD
    assert abs(columns - (FEET[0] + x * HEAD)).max() < 0.85 * HEAD


def test_a_mouth_opens_by_degrees() -> None:
    entry = DETECTIVE | {"facing": "camera"}
    shut = drawn(entry, scale=3)

    changed = [len(differing(shut, drawn(entry, Face(mouth=opening), scale=3))[0]) for opening in (0.2, 0.5, 0.95)]

    assert changed == sorted(changed)
    assert changed[0] < changed[2]


def test_nobody_shows_a_face_from_behind() -> None:
    away = DETECTIVE | {"facing": "away"}

    assert (drawn(away) == drawn(away, Face(mouth=1.0, blink=1.0))).all()


@pytest.mark.parametrize("facing", ["right", "left", "camera", "away"])
@pytest.mark.parametrize("pose", [*POSES, "levitate"])
def test_every_pose_is_a_whole_person_with_the_head_where_it_is_said(pose: str, facing: str) -> None:
    entry = DETECTIVE | {"pose": pose, "facing": facing}
    figure = Figure.from_cast(entry)

    covered = opaque(drawn(entry))

    x, y = FEET[0] + figure.head_center[0] * HEAD, FEET[1] + figure.head_center[1] * HEAD
    around = covered[int(y - 8) : int(y + 8), int(x - 8) : int(x + 8)]
    assert around.mean() > 0.95
    assert covered[: int(FEET[1] - (figure.height + 1.4) * HEAD)].sum() == 0
    assert 0.03 < covered.mean() < 0.5


@pytest.mark.parametrize("pose", ["sit", "kneel", "drive", "sleep"])
def test_whoever_sits_or_kneels_is_lower(pose: str) -> None:
    standing = Figure.from_cast(DETECTIVE)

    low = Figure.from_cast(DETECTIVE | {"pose": pose})

    assert low.head_center[1] > standing.head_center[1] + 0.7
    assert low.height == standing.height


def test_facing_left_is_facing_right_mirrored() -> None:
    right, left = Figure.from_cast(DETECTIVE), Figure.from_cast(DETECTIVE | {"facing": "left"})

    assert left.head_center == (-right.head_center[0], right.head_center[1])


@pytest.mark.parametrize("expression", [word for word in EXPRESSIONS if word != "neutral"])
def test_every_expression_is_another_face(expression: str) -> None:
    calm = drawn(DETECTIVE | {"facing": "camera"}, scale=2)

    rows, _ = differing(calm, drawn(DETECTIVE | {"facing": "camera", "expression": expression}, scale=2))

    assert len(rows) > 20


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"name": None, "wears": 7, "pose": ["?"], "hair": {"x": 1}, "holds": ""},
        {"skin": "iridescent", "hair": "quantum", "wears": "a chronosuit of zeppelin foil", "age": "ageless"},
        {"sex": "unknown", "build": "gelatinous", "expression": "umami", "facing": "widdershins", "holds": "zorp"},
    ],
)
def test_unknown_words_still_give_a_person(entry: dict[str, Any]) -> None:
    covered = opaque(drawn(entry))

    assert covered.mean() > 0.03


def test_ages_have_their_heights() -> None:
    heights = {age: Figure.from_cast({"age": age}).height for age in ("child", "teen", "elder", "adult")}

    assert heights == {"child": 4.15, "teen": 5.0, "elder": 5.1, "adult": 5.45}
    assert Figure.from_cast({"build": "tall"}).height > 5.45 > Figure.from_cast({"build": "short"}).height


def test_night_is_darker_than_day() -> None:
    entry = DETECTIVE | {"wears": "white shirt, white trousers"}
    day, night = drawn(entry), drawn(entry, time="night")

    shown = opaque(day)

    assert night[shown][:, :3].mean() < day[shown][:, :3].mean() - 15


def test_a_lantern_lights_its_surroundings() -> None:
    dark = drawn(DETECTIVE | {"pose": "hold"}, time="night")

    lit = drawn(DETECTIVE | {"pose": "hold", "holds": "lantern"}, time="night")

    assert (lit[:, :, 3] > 0).sum() > (dark[:, :, 3] > 0).sum() + 3000


def test_a_closer_look_is_sharper_and_not_another_picture() -> None:
    near = drawn(DETECTIVE, scale=2)

    far = drawn(DETECTIVE).astype(float)

    halved = near.astype(float).reshape(230, 2, 240, 2, 4).mean(axis=(1, 3))
    assert abs(halved - far).mean() < 2.5
    assert len(np.unique(near.reshape(-1, 4), axis=0)) > len(np.unique(drawn(DETECTIVE).reshape(-1, 4), axis=0))


def test_clothes_are_what_the_words_say() -> None:
    outfit = outfit_of(
        {"wears": "Grey trench coat, white shirt and a red tie, black fedora with brown boots"}, sex="male", age="adult"
    )

    assert outfit.outer is not None and outfit.outer.kind == "trench"
    assert outfit.hat is not None and outfit.hat.kind == "fedora"
    assert (outfit.top.kind, outfit.shoes.kind) == ("shirt", "boots")
    assert outfit.tie is not None and int(outfit.tie[1:3], 16) > 2 * int(outfit.tie[3:5], 16)


def test_pieces_named_beside_a_uniform_replace_parts_of_it() -> None:
    outfit = outfit_of({"wears": "navy police uniform, black police cap"}, sex="female", age="adult")

    assert outfit.top.colour == outfit.trousers.colour
    assert outfit.hat is not None and outfit.hat.kind == "officer"
    assert outfit.badge


@pytest.mark.parametrize("words", ["lantern", "an old brass lantern", "a red umbrella", "two suitcases", "gizmo"])
def test_whatever_is_held_is_shown(words: str) -> None:
    rows, _ = differing(drawn(DETECTIVE | {"pose": "hold"}), drawn(DETECTIVE | {"pose": "hold", "holds": words}))

    assert held_of(words) is not None
    assert len(rows) > 30


@pytest.mark.parametrize("entry", [{"name": "Rex the dog"}, {"description": "a black cat"}, {"name": "Robot"}])
def test_animals_and_robots_are_not_people(entry: dict[str, Any]) -> None:
    figure = Figure.from_cast(entry)

    assert figure.being is not None
    assert opaque(drawn(entry)).mean() > 0.01


def test_an_animal_as_a_surname_is_still_a_person() -> None:
    figure = Figure.from_cast(DETECTIVE | {"name": "Detective Fox"})

    assert figure.being is None


@pytest.mark.parametrize("target", [(0.1, 0.1), (0.0, 0.0), (5.0, -3.0), (-0.7, 1.1)])
def test_no_limb_is_longer_than_its_bones(target: tuple[float, float]) -> None:
    start, joint, end = bend((0.0, 0.0), target, 0.8, 0.7, (1.0, 0.0))

    assert np.hypot(joint[0] - start[0], joint[1] - start[1]) == pytest.approx(0.8, abs=0.01)
    assert np.hypot(end[0] - joint[0], end[1] - joint[1]) == pytest.approx(0.7, abs=0.01)


@pytest.mark.parametrize("facing", ["right", "left", "camera"])
def test_an_open_mouth_has_a_whole_chin(facing: str) -> None:
    entry = DETECTIVE | {"facing": facing, "features": "full beard"}
    shut, wide = drawn(entry, scale=3), drawn(entry, Face(mouth=1.0), scale=3)
    _, y = Figure.from_cast(entry).head_center

    rows, _ = differing(shut, wide)

    chin = (FEET[1] + y * HEAD + 0.79 * HEAD) * 3
    assert rows.max() > chin
