"""Numbers of Instagram's twin: they grow with its clock, the way a reel's do."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from tests.twins.instagram_rules import METRICS, Refused
from tests.twins.instagram_shelf import Reel, Shelf
from tests.twins.server import Answer, Asked

_HALF_LIFE_H = 30.0


class Insights(Shelf):
    """What a reel's numbers are now."""

    def insights(self, asked: Asked, host: str, media: str) -> Answer:
        """Tell the numbers that are asked for; one that is not known spoils the whole answer."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, host, "manage_insights")
            self.settle()
            reel = self.reels.get(media)
            if reel is None or reel.is_deleted or reel.account != token.account:
                raise Refused(100, 33, f"Unsupported get request. Object with ID '{media}' does not exist")
            wanted = [name for name in asked.query.get("metric", [""])[0].split(",") if name]
            known = METRICS - set(self.knob("unsupported_metrics", []))
            for number, name in enumerate(wanted):
                if name not in known:
                    raise Refused(100, 0, f"(#100) metric[{number}] must be one of the following values")
            if not wanted:
                raise Refused(100, 0, "(#100) The parameter metric is required")
            if self.now() - reel.at < float(self.knob("insights_delay_s", 0)):
                return {"data": []}
            told = self.numbers(reel)
            return {
                "data": [
                    {
                        "name": name,
                        "period": "lifetime",
                        "values": [{"value": told[name]}],
                        "title": name,
                        "id": f"{media}/insights/{name}/lifetime",
                    }
                    for name in wanted
                ]
            }

        return self.answered(asked, make)

    def numbers(self, reel: Reel) -> dict[str, Any]:
        """Return a reel's numbers by now: as the knob says, or grown with its age."""
        luck = int(hashlib.sha256(reel.id.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
        age_h = max(0.0, self.now() - reel.at) / 3600
        most = float(self.knob("most_views", 400 + 9000 * luck**2))
        views = int(most * (1 - math.exp(-age_h / _HALF_LIFE_H)))
        average_ms = int(4000 + 6000 * luck)
        told = {
            "views": views,
            "reach": int(views * 0.8),
            "likes": int(views * (0.03 + 0.05 * luck)),
            "comments": int(views * 0.004),
            "shares": int(views * 0.01 * (1 + luck)),
            "saved": int(views * 0.008),
            "total_interactions": int(views * 0.09),
            "ig_reels_avg_watch_time": average_ms if views else 0,
            "ig_reels_video_view_total_time": views * average_ms,
            "reels_skip_rate": round(0.6 - 0.3 * luck, 3),
            "reposts": int(views * 0.002),
        }
        given: dict[str, dict[str, Any]] = self.knob("figures", {})
        return told | given.get("*", {}) | given.get(reel.id, {})
