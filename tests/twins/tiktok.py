"""TikTok's twin: login, direct posts, the Display API and signed messages, on one port.

Use it with `App("tiktok", CLIENT_KEY, CLIENT_SECRET, addresses=twin.addresses, allows_private=True)`; `grant()` gives
tokens without the page at /v2/auth/authorize/. `posts` are the posts there are (each a dict: id, publish_id, open_id,
caption, privacy, size, sha256, at, is_visible), `public_posts` those that everybody sees; `waiting` are uploads that
never got all their bytes. /_twin/posts tells the posts to another process.

Knobs (all may be set from another process under /_twin/knobs):
  login     token_life_s (86400), refresh_life_s (a year), rotates (true: a used refresh token is worth nothing),
            errors_as_200 (false), scopes (all asked; a list: what is granted), auto_consent (false), app_name
  account   is_private, longest_s, locked (["comments", "duet", "stitch"]), options (list), followers: of all accounts
  caps      unaudited (false), posters_a_day (5, unaudited), posts_a_day (15), cap (the code that both calls say),
            init_a_minute (6), creator_a_minute (20), status_a_minute (30), display_a_minute (600)
  upload    url_life_s (3600), repeat_put (416 or 206), tells_stored (true: status tells uploaded_bytes),
            tells_range (true: a 416 tells what is there), orphans_count (false: an init counts as a post)
  ladder    process_s (1), id_s (1: from complete to its id), never_ends, no_id, fail_reason, fail_after_s (process_s),
            status_value (said instead of PROCESSING_UPLOAD after the upload), id_form ("list", "text", "several"),
            forgets_after_s (publish_ids are unknown after that)
  messages  webhook_url, doubles (false), unordered (false), webhook_delay_s (0), webhook_skew_s (0: how old t is)
  numbers   views_an_hour (240), numbers ({post id: {"view_count": ...}}), hidden (ids that are made private or deleted)
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
import uuid
from typing import Any, ClassVar

from .server import Answer, Asked
from .tiktok_display import Display
from .tiktok_login import Login
from .tiktok_rules import STATUS_OF, Refused, Upload, User, check_info, check_source, enveloped, range_of
from .tiktok_state import CLIENT_KEY as CLIENT_KEY
from .tiktok_state import CLIENT_SECRET as CLIENT_SECRET
from .webhooks import Message

_LOCKS = {"comments": "comment_disabled", "duet": "duet_disabled", "stitch": "stitch_disabled"}


class TikTokTwin(Login, Display):
    """TikTok."""

    name: ClassVar[str] = "tiktok"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", r"/v2/auth/authorize/", "authorize"),
        ("GET", r"/v2/auth/authorize/decide", "decide"),
        ("POST", r"/v2/oauth/token/", "token"),
        ("POST", r"/v2/oauth/revoke/", "revoke"),
        ("GET", r"/v2/user/info/", "user_info"),
        ("POST", r"/v2/post/publish/creator_info/query/", "creator_info"),
        ("POST", r"/v2/post/publish/video/init/", "init"),
        ("POST", r"/v2/post/publish/status/fetch/", "status"),
        ("PUT", r"/upload/([\w-]+)", "upload"),
        ("POST", r"/v2/video/query/", "video_query"),
        ("POST", r"/v2/video/list/", "video_list"),
    )

    # --- Direct posts --------------------------------------------------------------------------------------

    def creator_info(self, asked: Asked) -> Answer:
        """Say what an account may do now. Caps come as 200, with a code."""
        grant = self._signed_in(asked, "video.publish")
        self._count(grant, "creator", 20, 60)
        code = self._cap(grant)
        if code:
            return enveloped({}, code, "try again later", status=STATUS_OF.get(code, 200))
        user = self._user(grant)
        data = {
            "creator_avatar_url": f"{self.url}/avatar/{user.username}.png",
            "creator_username": user.username,
            "creator_nickname": user.nickname,
            "privacy_level_options": list(self._options(user)),
            "max_video_post_duration_sec": self.knobs.get("longest_s", user.longest_s),
        }
        locked = self.knobs.get("locked", user.locked)
        return enveloped({**data, **{name: field in locked for field, name in _LOCKS.items()}})

    def init(self, asked: Asked) -> Answer:
        """Open an upload."""
        grant = self._signed_in(asked, "video.publish")
        self._count(grant, "init", 6, 60)
        body = asked.json if isinstance(asked.json, dict) else {}
        info = check_info(body.get("post_info"))
        size, each, count = check_source(body.get("source_info"))
        with self.lock:
            code = self._cap(grant)
            if code:
                raise Refused(code, "try again later")
            self._check_audience(self._user(grant), info["privacy_level"])
            name = uuid.uuid4().hex
            row = Upload(
                f"v_pub_file~v2-1.{int(self.now())}{name[:12]}",
                name,
                grant.open_id,
                info,
                size,
                each,
                count,
                self.now(),
            )
            self.uploads[row.publish_id] = row
        url = f"{self.url}/upload/{row.token}?upload_id={name[:8]}&upload_token={row.token}"
        return enveloped({"publish_id": row.publish_id, "upload_url": url})

    def _check_audience(self, user: User, level: str) -> None:
        if self.knobs.get("unaudited") and (level != "SELF_ONLY" or not self._is_private(user)):
            raise Refused("unaudited_client_can_only_post_to_private_accounts", "see the guidelines")
        if level not in self._options(user):
            raise Refused("privacy_level_option_mismatch", "privacy_level is not among the options")

    def upload(self, asked: Asked, token: str) -> Answer:
        """Take a chunk: in order, of the size that was said, within the hour, and without anybody's token."""
        with self.lock:
            row = next((one for one in self.uploads.values() if one.token == token), None)
            if row is None:
                return Answer(404)
            wrong = self._wrong_chunk(row, asked)
            if wrong is not None:
                return wrong
            row.content += asked.body
            told = {"Content-Range": f"bytes 0-{len(row.content) - 1}/{row.size}"}
            if len(row.content) < row.size:
                return Answer(206, headers=told)
            row.taken_at, row.post_id = self.now(), self._new_id()
            self._announce(row)
            return Answer(201, headers=told)

    def _wrong_chunk(self, row: Upload, asked: Asked) -> Answer | None:
        stored = len(row.content)
        told = {"Content-Range": f"bytes 0-{stored - 1}/{row.size}"} if stored else {}
        if self.now() - row.opened_at > self.knobs.get("url_life_s", 3600):
            return Answer(403)
        place = range_of(str(asked.headers.get("content-range", "")))
        if place is None or place[2] != row.size or place[1] - place[0] + 1 != len(asked.body):
            return Answer(400)
        if asked.headers.get("authorization") or not str(asked.headers.get("content-type", "")).startswith("video/"):
            return Answer(400)
        if not self.knobs.get("tells_range", True):
            told = {}
        if place[0] != stored:
            is_again = place[1] < stored and self.knobs.get("repeat_put", 416) == 206
            return Answer(206 if is_again else 416, headers=told)
        number = stored // row.each
        last = row.size if number >= row.count - 1 else (number + 1) * row.each
        return None if place[1] + 1 == last else Answer(400)

    def status(self, asked: Asked) -> Answer:
        """Say where an upload is."""
        grant = self._signed_in(asked, "video.publish")
        self._count(grant, "status", 30, 60)
        body = asked.json if isinstance(asked.json, dict) else {}
        row = self.uploads.get(str(body.get("publish_id", "")))
        if row is None or self.now() - row.opened_at > self.knobs.get("forgets_after_s", math.inf):
            raise Refused("invalid_publish_id", "publish_id is not known")
        if row.open_id != grant.open_id:
            raise Refused("token_not_authorized_for_specified_publish_id", "not yours")
        value, ids = self._stage(row)
        data: dict[str, Any] = {"status": value, "publicaly_available_post_id": ids}
        if value == "FAILED":
            data["fail_reason"] = self.knobs["fail_reason"]
        if self.knobs.get("tells_stored", True):
            data["uploaded_bytes"] = len(row.content)
        return enveloped(data)

    # --- Messages ------------------------------------------------------------------------------------------

    def _announce(self, row: Upload) -> None:
        """Send what TikTok tells of a post to where the app wants it: at least once, in whatever order."""
        url = self.knobs.get("webhook_url")
        if not url:
            return
        at = (row.taken_at or 0) + float(self.knobs.get("webhook_delay_s", 0))
        done = at + float(self.knobs.get("process_s", 1))
        about = {"publish_id": row.publish_id, "publish_type": "DIRECT_PUBLISH"}
        if self.knobs.get("fail_reason"):
            rows = [(done, "post.publish.failed", {**about, "reason": self.knobs["fail_reason"]})]
        else:
            rows = [(done, "post.publish.complete", about)]
            if row.is_public and not self.knobs.get("no_id"):
                seen = done + float(self.knobs.get("id_s", 1))
                rows.append((seen, "post.publish.publicly_available", {**about, "post_id": str(row.post_id)}))
        if self.knobs.get("unordered"):
            times = [when for when, _event, _content in rows]
            rows = [(when, event, content) for when, (_, event, content) in zip(times, reversed(rows), strict=True)]
        for when, event, content in rows:
            for _ in range(2 if self.knobs.get("doubles") else 1):
                self.send(event, content, open_id=row.open_id, url=url, at=when)

    def send(
        self, event: str, content: dict[str, Any], *, open_id: str, url: str = "", at: float | None = None
    ) -> None:
        """Send one message (now, unless told otherwise) to `url` or where the knob says."""
        created = int(self.now() if at is None else at)
        told = {
            "client_key": CLIENT_KEY,
            "event": event,
            "create_time": created,
            "user_openid": open_id,
            "content": json.dumps(content),
        }
        body = json.dumps(told).encode()
        self.messages.append(told)
        self.postman.post(
            Message(url or self.knobs["webhook_url"], created if at is None else at, lambda: (body, self.signed(body)))
        )

    def signed(self, body: bytes) -> dict[str, str]:
        """The headers of a message."""
        at = int(self.now() - float(self.knobs.get("webhook_skew_s", 0)))
        proof = hmac.new(CLIENT_SECRET.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
        return {"TikTok-Signature": f"t={at},s={proof}", "Content-Type": "application/json"}
