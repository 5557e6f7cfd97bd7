"""TikTok's Display API: an account's public videos, and numbers that grow with the twin's clock."""

from __future__ import annotations

import math
from typing import Any

from .server import Answer, Asked
from .tiktok_rules import Grant, Refused, Upload, enveloped
from .tiktok_state import State


class Display(State):
    """Reading what there is."""

    def user_info(self, asked: Asked) -> Answer:
        """Say who an account is, as far as that was allowed."""
        grant = self._signed_in(asked, "user.info.basic")
        self._count(grant, "display", 600, 60)
        user = self._user(grant)
        known = {
            "user.info.basic": {
                "open_id": user.open_id,
                "union_id": f"u-{user.open_id}",
                "avatar_url": f"{self.url}/avatar/{user.username}.png",
                "display_name": user.nickname,
            },
            "user.info.profile": {
                "username": user.username,
                "profile_deep_link": f"https://vm.tiktok.com/{user.username}",
            },
            "user.info.stats": {
                "follower_count": self.knobs.get("followers", user.followers),
                "following_count": 12,
                "likes_count": sum(self._numbers(row)["like_count"] for row in self._visible(grant)),
                "video_count": len(self._visible(grant)),
            },
        }
        wanted = asked.query.get("fields", [""])[0].split(",")
        told: dict[str, Any] = {}
        for name in wanted:
            scope = next((one for one, fields in known.items() if name in fields), None)
            if scope is None:
                raise Refused("invalid_params", f"fields: {name}")
            if scope not in grant.scopes:
                raise Refused("scope_not_authorized", f"{name} needs {scope}")
            told[name] = known[scope][name]
        return enveloped({"user": told})

    def video_query(self, asked: Asked) -> Answer:
        """Tell of videos by their ids."""
        grant = self._signed_in(asked, "video.list")
        self._count(grant, "display", 600, 60)
        ids = ((asked.json or {}).get("filters") or {}).get("video_ids")
        if not isinstance(ids, list) or not 1 <= len(ids) <= 20 or not all(isinstance(one, str) for one in ids):
            raise Refused("invalid_params", "video_ids")
        rows = [row for row in self._visible(grant) if str(row.post_id) in ids]
        return enveloped({"videos": [self._video(row, self._fields(asked)) for row in rows]})

    def video_list(self, asked: Asked) -> Answer:
        """Tell of an account's public videos, newest first."""
        grant = self._signed_in(asked, "video.list")
        self._count(grant, "display", 600, 60)
        body = asked.json or {}
        most, cursor = int(body.get("max_count", 10)), body.get("cursor")
        if not 1 <= most <= 20:
            raise Refused("invalid_params", "max_count")
        rows = sorted(self._visible(grant), key=lambda row: -(row.taken_at or 0))
        rows = [row for row in rows if cursor is None or (row.taken_at or 0) * 1000 < int(cursor)]
        shown = rows[:most]
        told = int((shown[-1].taken_at or 0) * 1000) if shown else int(self.now() * 1000)
        videos = [self._video(row, self._fields(asked)) for row in shown]
        return enveloped({"videos": videos, "cursor": told, "has_more": len(rows) > most})

    def _visible(self, grant: Grant) -> list[Upload]:
        return [row for row in self._taken() if row.open_id == grant.open_id and self._stage(row)[1]]

    @staticmethod
    def _fields(asked: Asked) -> list[str]:
        fields = asked.query.get("fields", [""])[0]
        if not fields:
            raise Refused("invalid_params", "fields")
        return fields.split(",")

    def _video(self, row: Upload, fields: list[str]) -> dict[str, Any]:
        user = next(one for one in self.users if one.open_id == row.open_id)
        known = {
            "id": str(row.post_id),
            "create_time": int(row.taken_at or 0),
            "title": row.info.get("title", ""),
            "video_description": row.info.get("title", ""),
            "duration": self.knobs.get("duration_s", 30),
            "share_url": f"https://www.tiktok.com/@{user.username}/video/{row.post_id}",
            **self._numbers(row),
        }
        if any(name not in known for name in fields):
            raise Refused("invalid_params", "fields")
        return {name: known[name] for name in fields}

    def _numbers(self, row: Upload) -> dict[str, int]:
        """Numbers that rise fast at first and slower with each day, unless they are set."""
        hours = max(0.0, self.now() - (row.taken_at or self.now())) / 3600
        views = int(self.knobs.get("views_an_hour", 240) * 36 * (1 - math.exp(-hours / 36)))
        told = {
            "view_count": views,
            "like_count": views * 7 // 100,
            "comment_count": views * 6 // 1000,
            "share_count": views // 100,
        }
        return {**told, **self.knobs.get("numbers", {}).get(str(row.post_id), {})}
