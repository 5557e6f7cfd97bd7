"""The vendors that the studio ships rows for. A row is copied into the database once; there it may be changed.

Each vendor's folder has its own rows; this is all of them.
"""

from __future__ import annotations

from .elevenlabs.rows import VENDORS as ELEVENLABS
from .fal.rows import VENDORS as FAL
from .gateway.rows import VENDORS as GATEWAY
from .google.rows import VENDORS as GOOGLE
from .kling.rows import VENDORS as KLING
from .openai.rows import VENDORS as OPENAI
from .openweights.rows import VENDORS as OPENWEIGHTS
from .replicate.rows import VENDORS as REPLICATE
from .specs import VendorSpec

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec("animatic", "Animatic", "Everything, drawn and played on this machine"),
    *OPENAI,
    *FAL,
    *REPLICATE,
    *ELEVENLABS,
    *GOOGLE,
    *KLING,
    *GATEWAY,
    *OPENWEIGHTS,
)
