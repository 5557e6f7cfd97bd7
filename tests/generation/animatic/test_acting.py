"""What people do in a clip: they walk without sliding, gesture while they speak, look at each other, and never jump."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic import pool
from generation.providers.animatic.acting import Cue, play
from generation.providers.animatic.acting.beats import phrases_of
from generation.providers.animatic.acting.cues import GESTURES, gesture_of
from generation.providers.animatic.acting.curves import bump, rise
from generation.providers.animatic.acting.performance import Performance
from generation.providers.animatic.acting.walking import Walk, walk
from generation.providers.animatic.camera import Camera
from generation.providers.animatic.drawing.figure import Actor, Figure
from generation.providers.animatic.drawing.figure.person import posed
from generation.providers.animatic.drawing.figure.poses import POSES
from generation.providers.animatic.drawing.figure.puppet import Puppet
from generation.providers.animatic.drawing.figure.stance import AT_EASE, Stance
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.stage import OVERSCAN, place
from generation.providers.animatic.video import AnimaticVideo
from generation.providers.base import ClipRequest, SpokenPart

WIDTH, HEIGHT, UNIT, RATE = 400, 300, 48.0, 24

JACK: dict[str, Any] = {
    "name": "Jack",
    "sex": "male",
    "hair": "short black",
    "wears": "grey suit, white shirt, green beanie",
    "pose": "stand",
    "expression": "neutral",
    "facing": "right",
    "position": "left",
}
MIA = JACK | {"name": "Mia", "sex": "female", "facing": "left", "position": "right"}


def actor(entry: dict[str, Any], x: float = 200.0) -> Actor:
    return Actor(Figure.from_cast(entry), x, HEIGHT - 12, UNIT, TIMES["day"], WIDTH)


def cue(*cast: dict[str, Any], speech: tuple[SpokenPart, ...] = (), seconds: float = 4, action: str = "") -> Cue:
    staging = {"cast": list(cast), "action": action, "size": "full"}
    return Cue(staging, speech, round(seconds * RATE), RATE, 3, WIDTH, HEIGHT)


def played(entry: dict[str, Any], **more: Any) -> list[Stance]:
    return play({entry["name"]: actor(entry)}, cue(entry, **more))[entry["name"]]


def words(speaker: str, start: int = 300, end: int = 3300) -> tuple[SpokenPart, ...]:
    phones = tuple((symbol, at, at + 100) for at in range(start, end, 200) for symbol in ("m", "ɑ"))
    return (SpokenPart(speaker, start, end, phones),)


def hands(stances: list[Stance], entry: dict[str, Any]) -> NDArray[np.float64]:
    figure, places = Figure.from_cast(entry), []
    for stance in stances:
        body = (posed(figure, stance.pose) if stance.pose else figure).body
        assert body is not None
        places.append((*body.joints.lead_arm[2], *body.joints.rear_arm[2]))
    return np.array(places)


def drawn(puppet: Puppet, stance: Stance) -> NDArray[np.float64]:
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    puppet.draw(canvas, stance)
    pixels: NDArray[np.float64] = surface.toarray(colorType=skia.kRGBA_8888_ColorType)[:, :, :3].astype(float)
    return pixels


def hat_at(picture: NDArray[np.float64]) -> tuple[float, float]:
    """Return the middle of the green hat, in fractions of a pixel."""
    green = np.clip(picture[:, :, 1] - picture[:, :, [0, 2]].max(axis=2) - 20, 0, None)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    return float((green * columns).sum() / green.sum()), float((green * rows).sum() / green.sum())


def jitter(positions: NDArray[np.float64], window: int = 13) -> float:
    """Return the RMS of the velocity that no smooth movement of half a second explains, in pixels a frame."""
    velocity, moments, left = np.diff(positions), np.linspace(-1, 1, window), []
    for first in range(len(velocity) - window + 1):
        part = velocity[first : first + window]
        left.append((part - np.polyval(np.polyfit(moments, part, 4), moments))[window // 2])
    return float(np.sqrt(np.mean(np.square(left))))


# Smoothness


@pytest.mark.parametrize(
    ("more", "speech"),
    [({}, ()), ({"speaking": True}, words("Jack")), ({"pose": "phone"}, ()), ({"pose": "sit"}, words("Jack"))],
)
def test_heads_move_without_jitter(more: dict[str, Any], speech: tuple[SpokenPart, ...]) -> None:
    entry = JACK | more
    puppet = Puppet(actor(entry), skia.Matrix())

    places = np.array([hat_at(drawn(puppet, stance)) for stance in played(entry, speech=speech, seconds=3)])

    assert np.ptp(places) > 0.2
    assert max(jitter(places[:, 0]), jitter(places[:, 1])) <= 0.1


@pytest.mark.parametrize("entry", [JACK | {"gesture": gesture} for gesture in sorted(GESTURES)])
def test_no_gesture_jumps(entry: dict[str, Any]) -> None:
    stances = played(entry)

    small = np.array([(s.dx, s.dy, s.hop, s.sway, s.lean, s.rise, s.glide, s.nod, s.tilt / 60) for s in stances])
    assert np.abs(np.diff(hands(stances, entry), axis=0)).max() < 0.5
    assert np.abs(np.diff(small, axis=0)).max() < 0.25
    assert np.abs(np.diff(small, axis=0, n=2)).max() < 0.12


@pytest.mark.parametrize("gesture", sorted(GESTURES))
def test_every_gesture_is_seen(gesture: str) -> None:
    still, moved = played(JACK), played(JACK | {"gesture": gesture})

    def way(stances: list[Stance]) -> NDArray[np.float64]:
        return np.array(
            [(s.dx, s.hop, s.lean, s.glide, s.nod, s.tilt / 30, s.facing == "left", s.face.mouth) for s in stances]
        )

    apart = np.abs(hands(still, JACK) - hands(moved, JACK)).max() + np.abs(way(still) - way(moved)).max()
    assert apart > 0.02


def test_what_rests_is_not_painted_twice() -> None:
    puppet = Puppet(actor(JACK), skia.Matrix())

    first, again = drawn(puppet, AT_EASE), drawn(puppet, Stance(pose=POSES["stand"]))

    assert np.array_equal(first, again)


def test_the_first_moment_is_the_still_picture() -> None:
    stance = played(JACK, speech=words("Jack"))[0]

    assert max(abs(stance.sway), abs(stance.lean), abs(stance.rise), abs(stance.dx), abs(stance.hop)) < 1e-3
    assert max(abs(stance.nod), abs(stance.glide), abs(stance.tilt) / 10) < 0.02
    assert np.abs(hands([stance], JACK) - hands([AT_EASE], JACK)).max() < 0.02


def test_the_same_shot_is_played_the_same_way() -> None:
    assert played(JACK, speech=words("Jack")) == played(JACK, speech=words("Jack"))


# Walking


def test_feet_on_the_ground_never_slide() -> None:
    figure = Figure.from_cast(JACK)
    part = Performance(figure, 96, RATE, 1)
    way = Walk(0.0, 3.0, 6.0, stops=True)

    walk(part, way, reach=1.0)

    gone = way.gone(part.times)
    for foot in ("lead_foot", "rear_foot"):
        x, y = (np.array([getattr(stance.pose, foot)[axis] for stance in part.stances()]) for axis in (0, 1))
        place = x + np.clip(gone, 0, 6.0)
        down = (y[1:] < 0.004) & (y[:-1] < 0.004)
        assert down.sum() > 20
        assert np.abs(np.diff(place))[down].max() < 0.03


@pytest.mark.parametrize("side", ["left", "right"])
def test_who_enters_comes_in_from_that_side_and_then_stands(side: str) -> None:
    entry = JACK | {"enters": side}

    stances = played(entry)

    outside = 200 + stances[0].dx * UNIT
    assert outside < -UNIT if side == "left" else outside > WIDTH + UNIT
    assert abs(stances[-1].dx) < 1e-6
    assert stances[0].facing == ("right" if side == "left" else "left")
    assert stances[-1].facing in {"right", ""}
    assert np.abs(hands(stances[-1:], entry) - hands([AT_EASE], JACK)).max() < 0.02


def test_who_leaves_is_gone_in_the_end() -> None:
    stances = played(JACK | {"leaves": "right"})

    assert abs(stances[0].dx) < 1e-6
    assert 200 + stances[-1].dx * UNIT > WIDTH


def test_people_who_walk_together_keep_together() -> None:
    first, second = JACK | {"pose": "walk"}, MIA | {"pose": "walk", "facing": "right"}
    actors = {"Jack": actor(first, 120), "Mia": actor(second, 220)}

    both = play(actors, cue(first, second))

    apart = [there.dx - here.dx for here, there in zip(both["Jack"], both["Mia"], strict=True)]
    assert abs(both["Jack"][-1].dx - both["Jack"][0].dx) > 1
    assert np.ptp(apart) < 1e-6


# Speaking and listening


def test_hands_help_who_speaks_and_rest_before_and_after() -> None:
    entry = JACK | {"expression": "angry", "speaking": True}

    moved = np.abs(hands(played(entry, speech=words("Jack", 1000, 3000), seconds=6), entry) - hands([AT_EASE], entry))

    assert moved[: RATE // 2].max() < 0.02
    assert moved[RATE : 3 * RATE].max() > 0.4
    assert moved[-RATE // 2 :].max() < 0.02


def test_a_sad_person_gestures_less_than_an_angry_one() -> None:
    def far(feeling: str) -> float:
        entry = JACK | {"expression": feeling}
        spans = [
            play({"Jack": actor(entry)}, Cue({"cast": [entry]}, words("Jack"), 96, RATE, seed, WIDTH, HEIGHT))["Jack"]
            for seed in range(6)
        ]
        return float(np.mean([np.ptp(hands(stances, entry), axis=0).max() for stances in spans]))

    assert far("sad") < 0.7 * far("angry")


def test_pauses_part_phrases() -> None:
    phones = (("ɑ", 0, 400), ("m", 400, 500), ("ɑ", 1200, 1500))

    phrases = phrases_of((SpokenPart("Jack", 0, 1500, phones),), "jack")

    assert [(phrase.start, phrase.end) for phrase in phrases] == [(0.0, 0.5), (1.2, 1.5)]


def test_eyes_go_to_who_is_looked_at() -> None:
    entry = JACK | {"facing": "camera", "looks_at": "Mia"}
    actors = {"Jack": actor(entry, 100), "Mia": actor(MIA, 300)}

    stances = play(actors, cue(entry, MIA))["Jack"]

    assert np.median([stance.face.gaze[0] for stance in stances]) > 0.3


def test_mouths_move_only_while_one_speaks() -> None:
    stances = played(JACK, speech=words("Jack", 1000, 2000))

    opened = [stance.face.mouth > 0 for stance in stances]
    assert not any(opened[: RATE - 1])
    assert any(opened[RATE : 2 * RATE])
    assert not any(opened[2 * RATE + 2 :])


def test_everybody_blinks_but_not_together() -> None:
    actors = {"Jack": actor(JACK, 100), "Mia": actor(MIA, 300)}

    both = play(actors, cue(JACK | {"looks_at": "camera"}, MIA | {"looks_at": "camera"}, seconds=6))

    shut = [[stance.face.blink > 0.5 for stance in both[name]] for name in ("Jack", "Mia")]
    assert all(2 <= sum(each) <= 16 for each in shut)
    assert not any(map(all, zip(*shut, strict=True)))


def test_everybody_breathes_and_the_frightened_faster() -> None:
    def breaths(feeling: str) -> int:
        rises = [stance.rise for stance in played(JACK | {"expression": feeling, "pose": "phone"}, seconds=12)]
        return int((np.diff(np.sign(np.diff(rises))) < 0).sum())

    assert 2 <= breaths("neutral") <= 4
    assert breaths("fear") > breaths("neutral")


# Words


@pytest.mark.parametrize(
    ("sentence", "gesture"),
    [
        ("Jack turns from the window.", "turn"),
        ("Mia laughs while Jack nods slowly.", "nod"),
        ("Jack knocks on the door.", "knock"),
        ("Jack walks along the river.", ""),
        ("Mia dances.", ""),
    ],
)
def test_what_somebody_does_is_read_from_the_sentence(sentence: str, gesture: str) -> None:
    assert gesture_of(JACK, sentence, alone=False) == gesture


@pytest.mark.parametrize(
    ("sentence", "gesture"),
    [
        ("Night falls over the city.", ""),
        ("The door opens.", ""),
        ("She shakes her head.", "shake_head"),
        ("Knocks three times.", "knock"),
        ("Jack waits while the curtain falls.", ""),
        ("Jack's hands rest on the table.", ""),
    ],
)
def test_what_the_world_does_nobody_in_it_does(sentence: str, gesture: str) -> None:
    assert gesture_of(JACK, sentence, alone=True) == gesture


def test_the_plan_s_own_word_counts_more_than_the_sentence() -> None:
    assert gesture_of(JACK | {"gesture": "bow"}, "Jack turns.", alone=True) == "bow"


def test_curves_start_and_end_at_rest() -> None:
    times = np.arange(0, 2, 1 / RATE)

    for curve in (rise(times, 0.3, 1.2), bump(times, 0.2, 0.6, 1.0, 1.6)):
        steps = np.abs(np.diff(curve))
        assert steps[0] == steps[-1] == 0
        assert np.abs(np.diff(steps)).max() < 0.08


# In the picture


def test_who_hugs_touches_the_other() -> None:
    cast = [JACK | {"pose": "hug"}, MIA | {"pose": "hug"}]

    stage = build_stage({"cast": cast, "size": "full", "set": {}}, 640, 360)

    places = {layer.person: layer.actor for layer in stage.layers if layer.actor}
    assert 0.8 < (places["Mia"].x - places["Jack"].x) / places["Jack"].unit < 1.5


def test_a_back_before_the_camera_moves_a_little_and_starts_where_it_is_painted() -> None:
    stage = build_stage({"cast": [JACK, MIA], "size": "medium", "angle": "over_shoulder", "set": {}}, 640, 360)

    drift = next(layer.drift for layer in stage.layers if layer.name == "near shoulder")

    assert drift is not None
    assert (drift(0.0).dx, drift(0.0).dy, drift(0.0).turn) == (0.0, 0.0, 0.0)
    moved = [drift(moment / 4) for moment in range(24)]
    assert 0.5 < max(abs(now.dx) + abs(now.dy) for now in moved) < 20


def test_a_clip_says_where_faces_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pool.PROCESSES_VARIABLE, "0")
    staging = {"cast": [JACK, MIA | {"enters": "right"}], "size": "medium", "set": {"interior": True}}
    request = ClipRequest("", 320, 180, 1500, staging=staging, seed=2)

    faces = AnimaticVideo("", {}).submit(request, tmp_path).details["faces"]

    assert len(faces) == 2
    for left, top, right, bottom in faces:
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom < 0.75
    assert faces[1][2] - faces[1][0] > faces[0][2] - faces[0][0]


def test_a_clip_says_from_moment_to_moment_whose_face_is_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pool.PROCESSES_VARIABLE, "0")
    staging = {"cast": [JACK, MIA | {"enters": "right"}], "size": "medium", "set": {"interior": True}}
    request = ClipRequest("", 320, 180, 1500, staging=staging, seed=2)

    details = AnimaticVideo("", {}).submit(request, tmp_path).details

    jack, mia = (person["boxes"] for person in details["people"])
    assert len({person["name"] for person in details["people"]}) == 2
    assert jack[0][0] == 0
    assert mia[-1][1] < mia[0][1] - 0.1
    for person, (left, top, right, bottom) in zip(details["people"], details["faces"], strict=True):
        times = [box[0] for box in person["boxes"]]
        assert times == sorted(times)
        assert min(box[1] for box in person["boxes"]) == left
        assert max(box[4] for box in person["boxes"]) == bottom
        assert (top, right) == (min(box[2] for box in person["boxes"]), max(box[3] for box in person["boxes"]))


def test_a_camera_that_follows_a_walker_shows_no_edge() -> None:
    stage = build_stage({"cast": [JACK | {"pose": "walk"}], "size": "medium", "set": {}}, 640, 360)

    camera = Camera(stage, 4.0, track=0.2)

    assert camera.tracked(4.0) - camera.tracked(0.0) > 0.1
    for layer in stage.layers:
        for moment in (0.0, 1.0, 2.5, 4.0):
            where = place(layer.depth, camera.at(moment), 640, 360)
            aside = 640 * (OVERSCAN - 1) / 2
            assert where.dx - aside * where.scale <= 0.01
            assert where.dx + (640 + aside) * where.scale >= 639.99


def test_a_person_half_turned_is_narrower_and_never_gone() -> None:
    stances = played(JACK | {"gesture": "turn"})

    widths = [stance.squash for stance in stances]
    assert 0.6 < min(widths) < 0.8
    assert {stance.facing for stance in stances} == {"left", "camera", "right"}
