"""A twin of Instagram: consent at both logins, containers that fetch or take a film, and one request that publishes.

One server stands for all of Meta's hosts (`addresses`). What is to be seen by everybody is in `posts`.

Knobs, all by name in `knobs`:

- tokens: `token_reply` ("data" or "flat"), `me_reply`, `permissions_as` ("list" or "comma"), `has_ending` (the "#_"),
  `declined_scopes`, `short_life_s`, `long_life_s`, `min_refresh_age_s` (86400), `rotates` (an old token ends when it
  is refreshed), `password_changed`, `needs_proof` (appsecret_proof), `account_type`, `page_size`
- limits: `quota_total` (50), `containers_total` (400), `rate_times` (so many requests are too many) with
  `rate_minutes`
- containers: `processing_s` (0), `container_life_s` (86400), `container_errors` (subcodes: each next one fails
  with one), `glitches` (so many looks at a container or a post say 100/33), `is_restricted` (25/2207050)
- uploads: `rupload_keeps` (a list: so many bytes are kept of each next body), `rupload_errors` (a list of debug_info,
  with "status"), `video_status_spelling` ("bytes_transferred" or "bytes_transfered")
- publishing: `publish_answers` (a list of {"effect": bool, "status", "code", "subcode"}: said instead of a success),
  `publish_delay_s` (it comes true so much later), `list_delay_s` (the account's list shows it so much later),
  `second_publish` ("doubles" or "refuses")
- figures: `figures` ({media id or "*": {metric: value}}), `most_views`, `insights_delay_s` (0), `unsupported_metrics`

Faults of its own: `fail("drop_after", path="media_publish")` publishes and hangs up.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from html import escape
from typing import Any, ClassVar
from urllib.parse import urlsplit

import httpx

from tests.twins.instagram_consent import Consent
from tests.twins.instagram_figures import Insights
from tests.twins.instagram_rules import Refused, check_container
from tests.twins.instagram_shelf import CLIENT_ID, CLIENT_SECRET, DAY_S, Account, Container, Reel, form
from tests.twins.server import Answer, Asked

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "InstagramTwin"]

_LARGEST = 300_000_000
_FETCH_WAIT_S = 5.0
_NOT_FETCHED = 2207052


class InstagramTwin(Consent, Insights):
    """Instagram."""

    name: ClassVar[str] = "instagram"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", r"/www/oauth/authorize", "ask_instagram"),
        ("GET", r"/fbwww/v[\d.]+/dialog/oauth", "ask_facebook"),
        ("GET", r"/decide", "decide"),
        ("POST", r"/api/oauth/access_token", "short_token"),
        ("GET", r"/ig/access_token", "long_token"),
        ("GET", r"/ig/refresh_access_token", "refreshed"),
        ("GET", r"/ig/v[\d.]+/me", "me"),
        ("GET", r"/fb/v[\d.]+/oauth/access_token", "facebook_token"),
        ("GET", r"/fb/v[\d.]+/me", "user"),
        ("GET", r"/fb/v[\d.]+/me/accounts", "pages"),
        ("GET", r"/fb/v[\d.]+/me/permissions", "permissions"),
        ("DELETE", r"/fb/v[\d.]+/me/permissions", "revoked"),
        ("POST", r"/(ig|fb)/v[\d.]+/(\d+)/media", "create"),
        ("POST", r"/(ig|fb)/v[\d.]+/(\d+)/media_publish", "publish"),
        ("GET", r"/(ig|fb)/v[\d.]+/(\d+)/media", "listed"),
        ("GET", r"/(ig|fb)/v[\d.]+/(\d+)/content_publishing_limit", "limits"),
        ("GET", r"/(ig|fb)/v[\d.]+/(\d+)/insights", "insights"),
        ("GET", r"/(ig|fb)/v[\d.]+/(\d+)", "node"),
        ("POST", r"/rupload/ig-api-upload/v[\d.]+/(\d+)", "upload"),
        ("GET", r"/reel/(\w+)/", "reel_page"),
    )

    @property
    def addresses(self) -> dict[str, str]:
        """Where the platform's servers are, by the names of its row."""
        return {
            "instagram": f"{self.url}/ig",
            "instagram_token": f"{self.url}/api",
            "instagram_consent": f"{self.url}/www",
            "facebook": f"{self.url}/fb",
            "facebook_consent": f"{self.url}/fbwww",
            "facebook_upload": f"{self.url}/rupload",
        }

    @property
    def settings(self) -> dict[str, Any]:
        """How an application is set up that uses the twin: it looks often, since nothing takes long here."""
        return {"look_s": 1, "look_longest_s": 5, "doubt_s": 1}

    def delete(self, media: str) -> None:
        """Take a reel down, as its owner would in the app."""
        with self.lock:
            self.settle()
            self.reels[media].is_deleted = True

    # --- Containers ----------------------------------------------------------------------------------

    def create(self, asked: Asked, host: str, account_id: str) -> Answer:
        """Make a container; where it has an address, begin to fetch what lies there."""

        def make() -> dict[str, Any]:
            account = self.own(self.let_in(asked, host, "content_publish"), account_id)
            fields = form(asked)
            check_container(fields, host)
            self._room(account.begun, int(self.knob("containers_total", 400)), "containers")
            fields.pop("appsecret_proof", None)
            container = Container(
                self.new_id("180"), account_id, fields, self.now(), error=self.pop("container_errors") or 0
            )
            self.containers[container.id] = container
            account.begun.append(self.now())
            if "video_url" not in fields:
                return {
                    "id": container.id,
                    "uri": f"{self.addresses['facebook_upload']}/ig-api-upload/v26.0/{container.id}",
                }
            container.fetching = threading.Thread(target=self._fetch, args=(container,), daemon=True, name="twin-fetch")
            container.fetching.start()
            return {"id": container.id}

        return self.answered(asked, make)

    def _fetch(self, container: Container) -> None:
        """Fetch the film as Meta's machines do: without a sign-in, without following anything."""
        url = container.fields["video_url"]
        content, told = bytearray(), {"url": url, "status": 0, "type": "", "size": 0}
        try:
            with httpx.stream("GET", url, timeout=10, follow_redirects=False) as answer:
                told |= {"status": answer.status_code, "type": answer.headers.get("content-type", "")}
                for block in answer.iter_bytes():
                    content += block
                    if len(content) > _LARGEST:
                        break
        except httpx.HTTPError as error:
            told["type"] = str(error)
        told["size"] = len(content)
        is_film = told["status"] == 200 and str(told["type"]).startswith("video/") and 0 < len(content) <= _LARGEST
        with self.lock:
            self.fetched.append(told)
            container.content = content
            container.ready_at = self.now() + float(self.knob("processing_s", 0))
            if not is_film:
                container.error = container.error or _NOT_FETCHED

    def upload(self, asked: Asked, container_id: str) -> Answer:
        """Take bytes from an offset on; what came before a connection broke is kept."""
        with self.lock:
            try:
                token = self.let_in(asked, "fb", "content_publish", scheme="OAuth")
            except Refused as refused:
                return _debug(401, "NotAuthorizedError", refused.message, retriable=False)
            container = self.containers.get(container_id)
            if container is None or container.account != token.account or "video_url" in container.fields:
                return _debug(404, "NotFoundError", "no such upload", retriable=False)
            wanted = self.pop("rupload_errors")
            if wanted:
                return Answer(wanted.pop("status", 400), {"debug_info": wanted})
            return self._taken(container, asked)

    def _taken(self, container: Container, asked: Asked) -> Answer:
        offset, size = asked.headers.get("offset", ""), asked.headers.get("file_size", "")
        if not offset.isdigit() or not size.isdigit() or not 0 < int(size) <= _LARGEST:
            return _debug(400, "HeaderError", "offset and file_size are required", retriable=False)
        if container.size not in {None, int(size)} or int(offset) != len(container.content):
            return _debug(400, "OffsetInvalidError", f"stored {len(container.content)} bytes", retriable=False)
        container.size = int(size)
        keeps = self.pop("rupload_keeps")
        container.content += asked.body if keeps is None else asked.body[: int(keeps)]
        if len(container.content) > container.size:
            container.error = 2207026
            return _debug(400, "ProcessingFailedError", "more bytes than announced", retriable=False)
        if len(container.content) < container.size:
            return _debug(400, "PartialRequestError", "Partial request", retriable=True)
        container.ready_at = self.now() + float(self.knob("processing_s", 0))
        return Answer(body={"success": True, "message": "Upload successful."})

    def status_of(self, container: Container) -> str:
        """How far a container is."""
        if container.media:
            # What is on its way to the public is not told to be there yet.
            return "PUBLISHED" if container.media in self.reels else "FINISHED"
        if self.now() - container.made_at >= float(self.knob("container_life_s", DAY_S)):
            return "EXPIRED"
        if container.ready_at is None or container.ready_at > self.now():
            return "IN_PROGRESS"
        return "ERROR" if container.error else "FINISHED"

    # --- Publishing ----------------------------------------------------------------------------------

    def publish(self, asked: Asked, host: str, account_id: str) -> Answer:
        """Make a container a post; or say that it is none although it is, as the knob says."""

        def make() -> dict[str, Any]:
            account = self.own(self.let_in(asked, host, "content_publish"), account_id)
            container = self.containers.get(form(asked).get("creation_id", ""))
            wanted = self.pop("publish_answers")
            if wanted is not None and not wanted.get("effect"):
                raise _said(wanted)
            media = self._publish(account, container)
            if wanted is not None:
                raise _said(wanted)
            return {"id": media}

        return self.answered(asked, make)

    def _publish(self, account: Account, container: Container | None) -> str:
        if container is None or container.account != account.id:
            raise Refused(24, 2207006, "The media could not be found")
        self._wait_for(container)
        self.settle()
        status = self.status_of(container)
        if status == "EXPIRED":
            raise Refused(24, 2207008, "The media builder with this creation id has expired")
        if status in {"IN_PROGRESS", "ERROR"}:
            raise Refused(9007, 2207027, "The media is not ready for publishing, please wait for a moment")
        if self.knobs.get("is_restricted"):
            raise Refused(25, 2207050, "The Instagram account is restricted")
        if container.media and self.knob("second_publish", "doubles") == "refuses":
            raise Refused(9007, 2207027, "The media was published before")
        self._room(account.posted, int(self.knob("quota_total", 50)), "posts")
        account.posted.append(self.now())
        container.media = self.new_id("179")
        container.live_at = self.now() + float(self.knob("publish_delay_s", 0))
        self.settle()
        return container.media

    def _room(self, times: list[float], most: int, what: str) -> None:
        times[:] = [at for at in times if at > self.now() - DAY_S]
        if len(times) >= most:
            raise Refused(9, 2207042, f"You reached maximum number of {what} that is allowed to be published")

    def _wait_for(self, container: Container) -> None:
        """Let a fetch that was begun come to its end. It needs the lock that we hold."""
        if container.fetching is None or not container.fetching.is_alive():
            return
        self.lock.release()
        try:
            container.fetching.join(_FETCH_WAIT_S)
        finally:
            self.lock.acquire()

    # --- Looking -------------------------------------------------------------------------------------

    def node(self, asked: Asked, host: str, node_id: str) -> Answer:
        """Tell of an account, a container or a post what is asked."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, host, "_basic")
            self.settle()
            wanted = asked.query.get("fields", ["id"])[0].split(",")
            if node_id in self.accounts:
                told = self._of_account(self.own(token, node_id))
            elif node_id in self.containers and self.containers[node_id].account == token.account:
                self.glitch(node_id)
                self._wait_for(self.containers[node_id])
                told = self._of_container(self.containers[node_id])
            else:
                self.glitch(node_id)
                told = self._of_reel(self._reel(node_id, token.account))
            unknown = [name for name in wanted if name not in told]
            if unknown:
                raise Refused(100, 0, f"(#100) Tried accessing nonexisting field ({unknown[0]})")
            return {"id": node_id} | {name: told[name] for name in wanted if told[name] is not None}

        return self.answered(asked, make)

    def listed(self, asked: Asked, host: str, account_id: str) -> Answer:
        """List an account's posts, newest first."""

        def make() -> dict[str, Any]:
            account = self.own(self.let_in(asked, host, "_basic"), account_id)
            self.settle()
            late = self.now() - float(self.knob("list_delay_s", 0))
            mine = [
                reel
                for reel in self.reels.values()
                if reel.account == account.id and not reel.is_deleted and reel.at <= late
            ]
            mine.sort(key=lambda reel: (reel.at, reel.id), reverse=True)
            wanted = asked.query.get("fields", ["id"])[0].split(",")
            start, most = int(asked.query.get("after", ["0"])[0]), min(50, int(asked.query.get("limit", ["25"])[0]))
            rows = [self._of_reel(reel) for reel in mine[start : start + most]]
            paging: dict[str, Any] = {"cursors": {"after": str(start + len(rows))}}
            if start + most < len(mine):
                paging["next"] = f"{self.url}{asked.path}?after={start + most}"
            return {"data": [{name: row[name] for name in wanted if name in row} for row in rows], "paging": paging}

        return self.answered(asked, make)

    def limits(self, asked: Asked, host: str, account_id: str) -> Answer:
        """Tell how many posts were made and may be."""

        def make() -> dict[str, Any]:
            account = self.own(self.let_in(asked, host, "content_publish"), account_id)
            used = len([at for at in account.posted if at > self.now() - DAY_S])
            config = {"quota_total": int(self.knob("quota_total", 50)), "quota_duration": int(DAY_S)}
            return {"data": [{"quota_usage": used, "config": config}]}

        return self.answered(asked, make)

    def reel_page(self, asked: Asked, shortcode: str) -> Answer:
        """Show a post to everybody."""
        for post in self.posts:
            if urlsplit(post["permalink"]).path == f"/reel/{shortcode}/":
                return Answer(body=f"<!doctype html><title>Reel</title><pre>{escape(post['caption'])}</pre>")
        return Answer(404, "<h1>Sorry, this page isn't available.</h1>")

    def _reel(self, media: str, account: str) -> Reel:
        reel = self.reels.get(media)
        if reel is None or reel.is_deleted or reel.account != account:
            raise Refused(100, 33, f"Unsupported get request. Object with ID '{media}' does not exist")
        return reel

    def _of_account(self, account: Account) -> dict[str, Any]:
        posts = [reel for reel in self.reels.values() if reel.account == account.id and not reel.is_deleted]
        gained = sum(self.numbers(reel)["views"] // 200 for reel in posts)
        return {
            "id": account.id,
            "username": account.username,
            "name": account.name,
            "profile_picture_url": f"{self.url}/picture/{account.id}.jpg",
            "followers_count": account.followers + gained,
            "media_count": len(posts),
        }

    def _of_container(self, container: Container) -> dict[str, Any]:
        status = self.status_of(container)
        words = {
            "ERROR": f"Error: Media upload has failed with error code {container.error}",
            "FINISHED": "Finished: Media has been uploaded and it is ready to be published.",
        }.get(status, f"{status.title()}: as told")
        spelt = self.knob("video_status_spelling", "bytes_transferred")
        is_whole = container.size is not None and len(container.content) == container.size
        phase = {"status": "complete" if is_whole else "in_progress", spelt: len(container.content)}
        is_upload = "video_url" not in container.fields
        return {
            "id": container.id,
            "status_code": status,
            "status": words,
            "video_status": {"uploading_phase": phase, "processing_phase": {"status": "in_progress"}}
            if is_upload
            else None,
            "copyright_check_status": {"status": "completed", "matches_found": False},
        }

    def _of_reel(self, reel: Reel) -> dict[str, Any]:
        told = self.numbers(reel)
        return {
            "id": reel.id,
            "caption": reel.caption or None,
            "timestamp": datetime.fromtimestamp(reel.at, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000"),
            "permalink": self.permalink(reel),
            "shortcode": reel.shortcode,
            "media_type": "VIDEO",
            "media_product_type": "REELS",
            "like_count": told["likes"],
            "comments_count": told["comments"],
            "view_count": told["views"],
            "is_ai_generated": reel.fields.get("is_ai_generated") == "true",
        }

    def _control(self, asked: Asked) -> Answer:
        if asked.path == "/_twin/posts":
            return Answer(body=self.posts)
        return super()._control(asked)


def _said(wanted: dict[str, Any]) -> Refused:
    status = int(wanted.get("status", 400))
    return Refused(int(wanted.get("code", 4)), int(wanted.get("subcode", 0)), "Action is blocked", status=status)


def _debug(status: int, kind: str, message: str, *, retriable: bool) -> Answer:
    return Answer(status, {"debug_info": {"retriable": retriable, "type": kind, "message": message}})
