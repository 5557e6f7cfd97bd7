"""The names of this app's messages. They are sent by `generation.queue`, the only sender."""

from __future__ import annotations

from typing import Final

from generation.queue import send as send

WORK_ON: Final = "publishing.work_on"
DO_SIDE_STEP: Final = "publishing.do_side_step"
LOOK_AT_CHANNEL: Final = "publishing.look_at_channel"
LOOK_AT_LIVE: Final = "publishing.look_at_live"
