"""Puts publications into the schedule of a studio that lives in other processes: `published_order.py TOLD`.

TOLD is JSON: {"twin": {"addresses", "settings"}, "account": {"id", "access", "refresh", "facts"}, "count", "pad"}. The
platform is YouTube, all are due at once, and each has a title of its own.
"""

from __future__ import annotations

import json
import struct
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import django


def main(told: dict[str, Any]) -> None:
    """Write the rows."""
    django.setup()
    from django.utils import timezone

    from sceneme.embedded import prepare
    from tests.faults.published import Studio, film_bytes
    from tests.twins import youtube

    prepare()
    from publishing import services
    from publishing.models import Channel, PlatformRow
    from publishing.platforms.base import Tokens
    from publishing.services import tokens

    class Ordered(Studio):
        """A library with an account at YouTube."""

        def connect(self, remote_id: str) -> Channel:
            """Connect the account."""
            PlatformRow.objects.filter(key="youtube").update(addresses=told["twin"]["addresses"], is_local=True)
            services.keep_app(
                None, "youtube", "", client_id=youtube.CLIENT_ID, client_secret=youtube.CLIENT_SECRET, by_id=None,
                settings=told["twin"]["settings"],
            )  # fmt: skip
            one = told["account"]
            channel = Channel.objects.create(
                library=self.library, platform="youtube", login="google", remote_id=one["id"], name="A",
                facts=one["facts"],
            )  # fmt: skip
            tokens.keep(channel, Tokens(one["access"], one["refresh"], timezone.now() + timedelta(seconds=3599)))
            return channel

    room = told["pad"]
    content = film_bytes() + struct.pack(">I4s", room + 8, b"free") + bytes(room)
    studio = Ordered(twin=None, platform="youtube", login="google", content=content)  # type: ignore[arg-type]
    text = {"privacy": "public", "made_for_kids": False}
    for number in range(told["count"]):
        studio.publication(text={**text, "title": f"Lamp {number}"})


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
