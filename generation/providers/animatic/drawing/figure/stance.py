"""How somebody stands at one moment of a clip: the pose, the side seen, the face, and small movements of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generation.providers.animatic.drawing.stage import AT_REST, Face

from .held import Held
from .poses import Pose


class Own(Enum):
    """The mark of a hand that holds what its figure holds."""

    OWN = "own"


OWN = Own.OWN


@dataclass(frozen=True, slots=True)
class Stance:
    """One moment of somebody; distances are in heads.

    `pose` and `facing` replace the figure's own. `dx`, `dy` is how far the whole figure is from its spot in the
    picture (down is positive), `hop` how high above the ground, `size` how large it is there, and `squash` how narrow
    while it turns round.

    The rest is small and seen along with the figure as it stands at its spot, +x being where it looks there: `sway`
    is how far the pelvis has gone aside, `lean` the shoulders beyond it, `rise` how far breath lifts them; `glide`
    and `nod` move the head ahead and down, `tilt` turns it by degrees, and `yaw` turns it aside, from -1 to 1 towards
    +x. `swing` is how far to the right in the picture hair and cloth hang off. `gait` is how many strides an animal
    has walked and `pace` how fast, from 0 to 2. `seat` shows a chair also while nobody sits on it.
    """

    pose: Pose | None = None
    facing: str = ""
    face: Face = AT_REST
    dx: float = 0.0
    dy: float = 0.0
    hop: float = 0.0
    size: float = 1.0
    squash: float = 1.0
    sway: float = 0.0
    lean: float = 0.0
    rise: float = 0.0
    glide: float = 0.0
    nod: float = 0.0
    tilt: float = 0.0
    yaw: float = 0.0
    swing: float = 0.0
    gait: float = 0.0
    pace: float = 0.0
    wag: float = 0.0
    seat: bool = False
    held: Held | Own | None = OWN
    """What is in the hand: nothing, something, or what the figure itself holds."""


AT_EASE = Stance()
