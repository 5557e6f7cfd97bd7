"""What a body does: one row of numbers per pose word."""

from __future__ import annotations

from dataclasses import dataclass

from generation.providers.animatic.drawing.canvas import Point


@dataclass(frozen=True, slots=True)
class Pose:
    """Targets that the bones reach for.

    Hands are given from their shoulder in lengths of the arm, feet as (step, lift) in heads of an adult.
    `pelvis` is its height as a share of the standing one; `shrug` raises the shoulders, in heads.
    `front_*` are the hands seen from the front, where they would be foreshortened.
    """

    lead: Point = (0.12, 0.96)
    rear: Point = (-0.10, 0.96)
    lead_foot: Point = (0.22, 0.0)
    rear_foot: Point = (-0.16, 0.0)
    lean: float = 0.0
    tilt: float = 0.0
    pelvis: float = 1.0
    shrug: float = 0.0
    lead_hand: str = "relaxed"
    rear_hand: str = "relaxed"
    front_lead: Point | None = None
    front_rear: Point | None = None
    seated: bool = False
    kneeling: bool = False
    ear: bool = False
    busy: bool = False
    """Whether the lead hand is needed for the pose and cannot be lifted to show what it holds."""
    asleep: bool = False
    prop: str = ""
    """What the hands hold when nothing was named."""


_SEAT = 0.52

POSES: dict[str, Pose] = {
    "stand": Pose(),
    "walk": Pose(
        lead=(0.40, 0.86), rear=(-0.46, 0.84), lead_foot=(-0.52, 0.16), rear_foot=(0.50, 0.0), lean=3, pelvis=0.96
    ),
    "run": Pose(
        lead=(0.50, 0.28), rear=(-0.52, 0.50), lead_foot=(-1.02, 0.62), rear_foot=(0.62, 0.22), lean=15, tilt=-6,
        pelvis=1.0, lead_hand="fist", rear_hand="fist", front_lead=(0.10, 0.36), front_rear=(-0.22, 0.62), busy=True,
    ),
    "sit": Pose(
        lead=(0.46, 0.78), rear=(0.42, 0.80), lead_foot=(1.16, 0.0), rear_foot=(0.92, 0.0), lean=-2, pelvis=_SEAT,
        seated=True, front_lead=(0.02, 0.78), front_rear=(-0.02, 0.78),
    ),
    "talk": Pose(
        lead=(0.66, 0.34), rear=(0.16, 0.86), lead_hand="open", lean=1, front_lead=(0.30, 0.44),
        front_rear=(-0.06, 0.94),
    ),
    "point": Pose(
        lead=(0.99, -0.10), rear=(-0.10, 0.95), lead_hand="point", lean=2, front_lead=(0.92, 0.02), busy=True
    ),
    "hold": Pose(lead=(0.56, 0.42), lead_hand="grip", front_lead=(-0.04, 0.50)),
    "phone": Pose(rear_hand="grip", ear=True, tilt=-3, prop="phone", busy=True),
    "lean": Pose(
        lead=(-0.30, 0.42), rear=(0.40, 0.46), lead_foot=(0.42, 0.0), rear_foot=(0.72, 0.0), lean=-9, tilt=4,
        pelvis=0.985, lead_hand="fist", rear_hand="fist", front_lead=(-0.42, 0.42), front_rear=(0.42, 0.48), busy=True,
    ),
    "kneel": Pose(
        lead=(0.42, 0.82), rear=(0.10, 0.86), lead_foot=(0.86, 0.0), rear_foot=(-0.98, 0.24), lean=7, tilt=4,
        pelvis=0.54, kneeling=True, front_lead=(0.02, 0.66), front_rear=(-0.06, 0.84),
    ),
    "fear": Pose(
        lead=(0.52, 0.06), rear=(0.46, 0.22), lead_foot=(0.10, 0.0), rear_foot=(-0.34, 0.0), lean=-7, tilt=-4,
        pelvis=0.97, shrug=0.06, lead_hand="open", rear_hand="open", front_lead=(-0.02, 0.20),
        front_rear=(0.02, 0.20), busy=True,
    ),
    "hug": Pose(
        lead=(0.80, 0.14), rear=(0.84, 0.24), lean=5, tilt=5, lead_hand="open", rear_hand="open",
        front_lead=(0.40, 0.42), front_rear=(-0.40, 0.42), busy=True,
    ),
    "read": Pose(
        lead=(0.44, 0.46), rear=(0.74, 0.42), tilt=7, lead_hand="grip", rear_hand="grip", front_lead=(-0.16, 0.44),
        front_rear=(0.16, 0.44), prop="book", busy=True,
    ),
    "drive": Pose(
        lead=(0.72, 0.22), rear=(0.88, 0.30), lead_foot=(1.42, 0.0), rear_foot=(1.20, 0.0), lean=-6, pelvis=_SEAT,
        lead_hand="fist", rear_hand="fist", seated=True, front_lead=(-0.02, 0.38), front_rear=(0.02, 0.38),
        prop="wheel", busy=True,
    ),
    "sleep": Pose(
        lead=(0.34, 0.80), rear=(0.46, 0.74), lead_foot=(1.30, 0.0), rear_foot=(1.06, 0.0), lean=-10, tilt=25,
        pelvis=_SEAT, seated=True, asleep=True, front_lead=(-0.05, 0.76), front_rear=(0.05, 0.76),
    ),
    "wave": Pose(
        lead=(0.52, -0.74), rear=(-0.08, 0.96), lead_hand="open", tilt=-2, front_lead=(0.50, -0.72), busy=True
    ),
}  # fmt: skip

_MEANS = {
    "standing": "stand", "walking": "walk", "running": "run", "sitting": "sit", "seated": "sit", "talking": "talk",
    "speak": "talk", "speaking": "talk", "pointing": "point", "holding": "hold", "leaning": "lean",
    "kneeling": "kneel", "crouch": "kneel", "crouching": "kneel", "afraid": "fear", "cower": "fear",
    "hugging": "hug", "embrace": "hug", "reading": "read", "driving": "drive", "sleeping": "sleep", "asleep": "sleep",
    "waving": "wave", "chase": "run", "lie": "sleep", "lying": "sleep",
}  # fmt: skip


def pose_of(word: str) -> Pose:
    """Return the pose that a word means; words it does not know mean standing."""
    return POSES.get(_MEANS.get(word, word), POSES["stand"])
