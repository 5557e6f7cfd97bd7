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
    seated: float = 0.0
    kneeling: float = 0.0
    ear: float = 0.0
    """How far somebody sits, kneels or has the rear hand at the ear: 0 or 1, and between them on the way."""
    lead_elbow: float = 1.0
    rear_elbow: float = 1.0
    """On which side of the arm the elbow is, seen from the side: 1 below and behind, -1 above; 0 towards us."""
    hips: float = 0.0
    """How far the pelvis has moved forward over feet that stay, in heads."""
    roll: float = 0.0
    """How far the whole body is laid over, in degrees."""
    busy: bool = False
    """Whether the lead hand is needed for the pose and cannot be lifted to show what it holds."""
    asleep: bool = False
    prop: str = ""
    """What the hands hold when nothing was named."""

    @property
    def ahead(self) -> tuple[Point, Point]:
        """Where the lead and the rear hand are when seen from the front."""
        lead = self.front_lead or (abs(self.lead[0]) * 0.3, self.lead[1])
        return lead, self.front_rear or (-abs(self.rear[0]) * 0.3, self.rear[1])


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
        lead_elbow=-1.0, pelvis=0.985, lead_hand="fist", rear_hand="fist", front_lead=(-0.42, 0.42),
        front_rear=(0.42, 0.48), busy=True,
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
        lead=(0.74, 0.14), rear=(0.72, 0.26), lean=4, tilt=6, lead_hand="open", rear_hand="open",
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
    "dance": Pose(
        lead=(0.42, -0.30), rear=(-0.10, 0.40), lead_foot=(0.34, 0.0), rear_foot=(-0.30, 0.06), lean=-3, tilt=-4,
        pelvis=0.965, hips=0.08, lead_hand="open", rear_hand="open", front_lead=(0.52, -0.30),
        front_rear=(-0.50, 0.30), busy=True,
    ),
    "crouch": Pose(
        lead=(0.62, 0.56), rear=(0.50, 0.70), lead_foot=(0.46, 0.0), rear_foot=(-0.34, 0.10), lean=26, tilt=-12,
        pelvis=0.56, hips=-0.12, front_lead=(0.06, 0.56), front_rear=(-0.06, 0.60), kneeling=True,
    ),
    "lie": Pose(
        lead=(0.26, 0.90), rear=(-0.16, 0.94), lead_foot=(0.10, 0.0), rear_foot=(-0.10, 0.0), roll=-88.0, tilt=2,
        busy=True,
    ),
    "carry": Pose(
        lead=(0.74, 0.40), rear=(0.90, 0.46), lean=-4, tilt=2, lead_hand="grip", rear_hand="grip",
        front_lead=(-0.08, 0.42), front_rear=(0.08, 0.42), prop="box",
    ),
    "climb": Pose(
        lead=(0.62, -0.66), rear=(0.66, -0.20), lead_foot=(0.62, 0.92), rear_foot=(0.20, 0.18), lean=6, tilt=-10,
        pelvis=1.02, lead_hand="grip", rear_hand="grip", front_lead=(0.20, -0.76), front_rear=(-0.20, -0.30), busy=True,
    ),
    "ground": Pose(
        lead=(0.60, 0.62), rear=(-0.44, 0.86), lead_foot=(1.42, 0.0), rear_foot=(1.90, 0.0), lean=-9, tilt=4,
        pelvis=0.15, kneeling=True, front_lead=(0.06, 0.62), front_rear=(-0.22, 0.90),
    ),
    "hips": Pose(
        lead=(0.08, 0.58), rear=(-0.06, 0.56), lead_foot=(0.30, 0.0),
        rear_foot=(-0.24, 0.0), lead_hand="fist", rear_hand="fist", lean=-2, front_lead=(-0.02, 0.56),
        front_rear=(0.02, 0.56), busy=True,
    ),
    "crossed": Pose(
        lead=(0.26, 0.44), rear=(0.64, 0.40), lead_hand="fist", rear_hand="fist", lean=-3, tilt=1,
        front_lead=(-0.52, 0.40), front_rear=(0.52, 0.46), busy=True,
    ),
    "pray": Pose(
        lead=(0.32, 0.20), rear=(0.78, 0.22), lead_hand="relaxed", rear_hand="relaxed", tilt=12, lean=2,
        front_lead=(-0.30, 0.26), front_rear=(0.30, 0.26), busy=True,
    ),
    "fight": Pose(
        lead=(0.70, 0.06), rear=(0.62, 0.16), lead_foot=(0.56, 0.0), rear_foot=(-0.52, 0.0), lean=7, tilt=5,
        pelvis=0.93, lead_hand="fist", rear_hand="fist", front_lead=(0.06, 0.06), front_rear=(-0.16, 0.16), busy=True,
    ),
}  # fmt: skip

_MEANS = {
    "standing": "stand", "walking": "walk", "running": "run", "sitting": "sit", "seated": "sit", "talking": "talk",
    "speak": "talk", "speaking": "talk", "pointing": "point", "holding": "hold", "leaning": "lean",
    "kneeling": "kneel", "crouching": "crouch", "squat": "crouch", "hide": "crouch", "hiding": "crouch",
    "afraid": "fear", "cower": "fear", "hugging": "hug", "embrace": "hug", "reading": "read", "driving": "drive",
    "sleeping": "sleep", "asleep": "sleep", "waving": "wave", "chase": "run", "lying": "lie", "dead": "lie",
    "unconscious": "lie", "dancing": "dance", "carrying": "carry", "climbing": "climb", "praying": "pray",
    "fighting": "fight", "box": "fight", "fistfight": "fight", "akimbo": "hips", "arms_crossed": "crossed",
    "crossed_arms": "crossed", "sit_ground": "ground", "sit_floor": "ground", "hands_on_hips": "hips",
    "folded": "crossed",
}  # fmt: skip


def word_of(word: object) -> str:
    """Return the pose's own word for whatever word is used for it, "stand" for one that is not known."""
    said = str(word or "").strip().lower().replace(" ", "_")
    known = _MEANS.get(said, said)
    return known if known in POSES else "stand"


def pose_of(word: str) -> Pose:
    """Return the pose that a word means; words it does not know mean standing."""
    return POSES[word_of(word)]
