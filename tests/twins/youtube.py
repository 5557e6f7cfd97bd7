"""YouTube on loopback: consent, resumable uploads, processing, a day's share, numbers; one class for all its hosts.

Knobs (`self.knobs`):
- letting in: `client_id`, `client_secret`, `redirect_uris` (allowed ones), `token_s` (life of access tokens; 3599),
  `refresh_s` (life of refresh tokens; 604800 is an application in testing), `rotate_refresh`, `no_refresh`;
- uploads: `keep_bytes` (list: of the next chunks only so much is kept), `session_s`, `gone_status` (404 or 410),
  `sessions_gone` (nobody knows any session), `forgets_sessions` (those that are done), `final_status` (201 or 200),
  `moves_session` (each goes to another address after its first chunk), `slug_is_lost`;
- shares: `shares` ({"uploads": 100, "units": 10000, "stats": 10000}), `quota_form` ("429" or "403", of uploads),
  `channel_uploads` (a channel's own most in a day), `per_minute` (an owner's most requests);
- videos: `seconds` (of processing, by the twin's clock; 2), `end` ("processed", "never", "failed:codec",
  "rejected:duplicate", "terminated:transcodeFailed"), `shorts` (all are), `duration_ms`, `locked_privacy` (what each
  upload gets instead), `shows_after_s` (in lists of uploads), `answers_after_s` (by its id), `file_after_s`
  (fileDetails), `unverified` (no own thumbnails), `no_channel`, `region` (categories);
- numbers: `figures` ({"*" or id: {"views": 9, ...}}), `hidden` (counters that the owner hides), `lag_h` (60),
  `retention` ([[0.01, 1.0], ...]), `unsupported` (metrics that no report knows).

`posts` is what the public sees, `videos` all that was ever made. Over `/_twin/posts` and `/_twin/videos` too.
"""

from __future__ import annotations

import hashlib
import json
from html import escape
from typing import Any, ClassVar

from . import youtube_figures
from .server import Answer, Asked
from .youtube_consent import CLIENT_ID as CLIENT_ID
from .youtube_consent import CLIENT_SECRET as CLIENT_SECRET
from .youtube_desk import ALL_SCOPES as ALL_SCOPES
from .youtube_desk import YouTubeDesk
from .youtube_rules import (
    CATEGORIES,
    Channel,
    GoogleError,
    Video,
    check_snippet,
    check_status,
    listed,
)
from .youtube_shown import channel_shown, page_of, settle, video_shown
from .youtube_upload import Session, related


class YouTubeTwin(YouTubeDesk):
    """Google's servers, as far as a studio sees them."""

    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", r"/o/oauth2/v2/auth", "ask_owner"),
        ("POST", r"/o/oauth2/v2/answer", "owner_answered"),
        ("POST", r"/token", "token"),
        ("POST", r"/revoke", "revoke"),
        ("POST", r"(?:/resumable)?/upload/youtube/v3/videos", "insert"),
        ("PUT", r"(?:/resumable)?/upload/youtube/v3/videos", "put"),
        ("POST", r"(?:/resumable)?/upload/youtube/v3/thumbnails/set", "set_thumbnail"),
        ("POST", r"(?:/resumable)?/upload/youtube/v3/captions", "insert_captions"),
        ("GET", r"/youtube/v3/captions", "list_captions"),
        ("GET", r"/youtube/v3/videos", "list_videos"),
        ("PUT", r"/youtube/v3/videos", "update_video"),
        ("DELETE", r"/youtube/v3/videos", "delete_video"),
        ("GET", r"/youtube/v3/videos:batchGetStats", "stats"),
        ("GET", r"/youtube/v3/channels", "list_channels"),
        ("GET", r"/youtube/v3/playlists", "list_playlists"),
        ("GET", r"/youtube/v3/playlistItems", "list_items"),
        ("POST", r"/youtube/v3/playlistItems", "insert_item"),
        ("GET", r"/youtube/v3/videoCategories", "list_categories"),
        ("GET", r"/v2/reports", "report"),
        ("GET", r"/watch", "watch"),
    )

    # --- For tests ---------------------------------------------------------------------------------

    @property
    def posts(self) -> list[dict[str, Any]]:
        """What the public sees: a video that is being processed too, but none that YouTube gave up on."""
        shown = {"uploaded", "processed"}
        return [one for one in self._told() if one["privacy"] == "public" and one["upload_status"] in shown]

    def _told(self) -> list[dict[str, Any]]:
        with self.lock:
            return [
                {
                    "id": video.id,
                    "channel": video.channel,
                    "title": video.snippet.get("title", ""),
                    "file_name": video.file_name,
                    "size": video.size,
                    "sha256": video.sha256,
                    "privacy": "gone" if video.is_deleted else settle(video, self.now()).status["privacyStatus"],
                    "upload_status": video_shown(video, {"status"}, self.now(), self.knobs)["status"]["uploadStatus"],
                    "made_at": video.made_at,
                    "public_since": video.public_since,
                }
                for video in self.videos.values()
            ]

    # --- The server --------------------------------------------------------------------------------

    def _control(self, asked: Asked) -> Answer:
        if asked.path in {"/_twin/posts", "/_twin/videos"}:
            return Answer(body=self.posts if asked.path.endswith("posts") else self._told())
        return super()._control(asked)

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no route knows."""
        return GoogleError(404, "notFound", "Not Found", domain="global").answer

    def insert(self, asked: Asked) -> Answer:
        """Open a session; or take a whole film at once, as one should not."""
        channel = self._let_in(asked, "videos.insert")
        kind = asked.query.get("uploadType", [""])[0]
        parts = set(listed(asked.query.get("part")))
        resource, content = related(asked) if kind == "multipart" else (asked.json or {}, b"")
        if not parts:
            raise GoogleError(400, "missingRequiredParameter", "Required parameter: part", domain="global")
        if not set(resource) - {"id", "kind"} <= parts:
            raise GoogleError(400, "unexpectedPart", "A part was written that was not named.", domain="youtube.part")
        check_snippet(resource.get("snippet") or {})
        check_status(resource.get("status") or {})
        self._check_channel(channel)
        if kind == "multipart":
            return Answer(
                body=self._make(
                    Session("", resource, channel.id, len(content), "", opened_at=self.now(), stored=bytearray(content))
                )
            )
        if kind != "resumable":
            raise GoogleError(400, "badRequest", "Unknown uploadType.", domain="global")
        session = self.sessions.open(asked, resource, channel.id, self.now())
        return Answer(headers={"Location": self.sessions.where(self.url, session.id)})

    def _check_channel(self, channel: Channel) -> None:
        since = self.now() - 24 * 3600
        most = self.knobs.get("channel_uploads")
        made = [one for one in self.videos.values() if one.channel == channel.id and one.made_at > since]
        if most is not None and len(made) >= most:
            raise GoogleError(400, "uploadLimitExceeded", "The user has exceeded the number of videos they may upload.")

    def put(self, asked: Asked) -> Answer:
        """Take bytes."""
        if asked.headers.get("authorization"):
            self._granted(asked)
        return self.sessions.put(asked, self.url, self.now(), self.knobs, self._make)

    def _make(self, session: Session) -> dict[str, Any]:
        status = {"license": "youtube", "embeddable": True, "publicStatsViewable": True, "privacyStatus": "public"}
        status |= session.resource.get("status") or {}
        if self.knobs.get("locked_privacy"):
            status = {**status, "privacyStatus": self.knobs["locked_privacy"]}
        digest = hashlib.sha256(f"{session.id}{len(self.videos)}{self.now()}".encode()).hexdigest()
        video = Video(
            id=digest[:11],
            channel=session.channel,
            snippet={"categoryId": "22", **(session.resource.get("snippet") or {})},
            status=status,
            paid=bool((session.resource.get("paidProductPlacementDetails") or {}).get("hasPaidProductPlacement")),
            file_name="" if self.knobs.get("slug_is_lost") else session.file_name,
            size=len(session.stored),
            sha256=hashlib.sha256(session.stored).hexdigest(),
            made_at=self.now(),
            end=str(self.knobs.get("end", "processed")),
            seconds=float(self.knobs.get("seconds", 2)),
            duration_ms=int(self.knobs.get("duration_ms", 60_000)),
            is_short=bool(self.knobs.get("shorts")),
        )
        self.videos[video.id] = video
        return video_shown(settle(video, self.now()), {"snippet", "status"}, self.now(), self.knobs)

    def list_videos(self, asked: Asked) -> Answer:
        """Show videos by their ids. What is the owner's only is shown to nobody else."""
        channel = self._let_in(asked, "videos.list")
        parts, ids = set(listed(asked.query.get("part"))), listed(asked.query.get("id"))
        if not parts or not ids or len(ids) > 50:
            raise GoogleError(400, "missingRequiredParameter", "No filter selected.", domain="global")
        items = []
        for video in filter(None, map(self.videos.get, ids)):
            settle(video, self.now())
            is_late = self.now() - video.made_at < float(self.knobs.get("answers_after_s", 0))
            is_ours = video.channel == channel.id
            if video.is_deleted or is_late or (not is_ours and video.status["privacyStatus"] == "private"):
                continue
            shown = parts if is_ours else parts - {"fileDetails", "processingDetails", "suggestions"}
            items.append(video_shown(video, shown, self.now(), self.knobs))
        return Answer(body={"kind": "youtube#videoListResponse", "items": items})

    def update_video(self, asked: Asked) -> Answer:
        """Overwrite whole parts of a video: what is not said is no more."""
        channel = self._let_in(asked, "videos.update")
        body, parts = asked.json or {}, set(listed(asked.query.get("part")))
        video = self._own(channel, str(body.get("id") or ""))
        if "snippet" in parts:
            snippet = body.get("snippet") or {}
            if not snippet.get("categoryId"):
                raise GoogleError(400, "invalidCategoryId", "A category is needed.")
            check_snippet(snippet)
            video.snippet = dict(snippet)
        if "status" in parts:
            status = body.get("status") or {}
            check_status(status, was_public=video.public_since is not None)
            defaults = {
                "license": "youtube",
                "embeddable": True,
                "publicStatsViewable": True,
                "privacyStatus": "public",
            }
            video.status = {**defaults, **status}
        return Answer(body=video_shown(settle(video, self.now()), parts, self.now(), self.knobs))

    def delete_video(self, asked: Asked) -> Answer:
        """Delete a video."""
        channel = self._let_in(asked, "videos.delete")
        self._own(channel, asked.query.get("id", [""])[0]).is_deleted = True
        return Answer(204)

    def set_thumbnail(self, asked: Asked) -> Answer:
        """Set a video's picture."""
        channel = self._let_in(asked, "thumbnails.set")
        video = self._own(channel, asked.query.get("videoId", [""])[0])
        if self.knobs.get("unverified"):
            raise GoogleError(403, "forbidden", "The thumbnail can't be set for the specified video.")
        is_done = video_shown(video, {"status"}, self.now(), self.knobs)["status"]["uploadStatus"] == "processed"
        if video.is_short and not is_done:
            raise GoogleError(403, "forbidden", "Thumbnails of Shorts can be set once they are processed.")
        if not asked.body.startswith((b"\xff\xd8\xff", b"\x89PNG")) or len(asked.body) > 52_428_800:
            raise GoogleError(400, "invalidImage", "The image content is invalid.", domain="youtube.thumbnail")
        video.thumbnail = asked.body
        pictures = {"default": {"url": f"{self.url}/thumbnails/{video.id}.jpg", "width": 120, "height": 90}}
        return Answer(body={"kind": "youtube#thumbnailSetResponse", "items": [pictures]})

    def insert_captions(self, asked: Asked) -> Answer:
        """Add a language."""
        channel = self._let_in(asked, "captions.insert")
        resource, content = related(asked)
        snippet = resource.get("snippet") or {}
        video = self._own(channel, str(snippet.get("videoId") or ""))
        if len(str(snippet.get("name", ""))) > 150:
            raise GoogleError(400, "nameTooLong", "The name is too long.", domain="youtube.caption")
        if not content.strip():
            raise GoogleError(400, "contentRequired", "The content is missing.", domain="youtube.caption")
        key = (snippet.get("language"), snippet.get("name", ""))
        if any((one["language"], one["name"]) == key for one in video.captions if one["trackKind"] != "ASR"):
            raise GoogleError(409, "captionExists", "The track exists already.", domain="youtube.caption")
        row = {"name": "", "isDraft": False, **snippet, "trackKind": "standard", "content": content.decode()}
        video.captions.append(row)
        return Answer(body={"kind": "youtube#caption", "id": f"cap{len(video.captions)}", "snippet": _caption(row)})

    def list_captions(self, asked: Asked) -> Answer:
        """Show a video's languages."""
        channel = self._let_in(asked, "captions.list")
        video = self._own(channel, asked.query.get("videoId", [""])[0])
        items = [{"id": f"cap{n}", "snippet": _caption(row)} for n, row in enumerate(video.captions, 1)]
        return Answer(body={"kind": "youtube#captionListResponse", "items": items})

    def stats(self, asked: Asked) -> Answer:
        """Tell counters."""
        self._let_in(asked, "videos.batchGetStats")
        ids = listed(asked.query.get("id"))
        if not ids or len(ids) > 50:
            raise GoogleError(400, "invalidParameter", "Too many ids.", domain="global")
        given, hidden, items = self.knobs.get("figures", {}), self.knobs.get("hidden", []), []
        for video in filter(None, map(self.videos.get, ids)):
            if not video.is_deleted:
                settle(video, self.now())
                own = {**given.get("*", {}), **given.get(video.id, {})}
                found = youtube_figures.totals(video, self.now(), own)
                items.append({"id": video.id, "statistics": youtube_figures.statistics(found, hidden)})
        return Answer(body={"kind": "youtube#batchGetStatsResponse", "items": items})

    def report(self, asked: Asked) -> Answer:
        """Tell a report of the analytics."""
        channel = self._let_in(asked, "reports.query")
        ours = [settle(one, self.now()) for one in self.videos.values() if one.channel == channel.id]
        return Answer(body=youtube_figures.report(asked.query, ours, self.now(), self.knobs))

    def list_channels(self, asked: Asked) -> Answer:
        """Show the owner's channel."""
        channel = self._let_in(asked, "channels.list")
        parts = set(listed(asked.query.get("part")))
        ours = [one for one in self.videos.values() if one.channel == channel.id and not one.is_deleted]
        return Answer(body={"kind": "youtube#channelListResponse", "items": [channel_shown(channel, parts, len(ours))]})

    def list_playlists(self, asked: Asked) -> Answer:
        """Show the owner's playlists."""
        channel = self._let_in(asked, "playlists.list")
        items = [{"id": key, "snippet": {"title": title}} for key, title in channel.playlists.items()]
        return Answer(body={"kind": "youtube#playlistListResponse", "items": items})

    def list_items(self, asked: Asked) -> Answer:
        """Show what is in a playlist; in that of all uploads the newest first, and not at once."""
        channel = self._let_in(asked, "playlistItems.list")
        playlist, video_id = (asked.query.get(name, [""])[0] for name in ("playlistId", "videoId"))
        if playlist == channel.uploads:
            delay = float(self.knobs.get("shows_after_s", 0))
            shown = [one for one in self.videos.values() if one.channel == channel.id and not one.is_deleted]
            shown = [one for one in shown if self.now() - one.made_at >= delay]
            rows = [(f"UU{v.id}", playlist, v.id, v.made_at) for v in sorted(shown, key=lambda v: -v.made_at)]
        elif playlist in channel.playlists:
            rows = [row for row in channel.items if row[1] == playlist]
        else:
            raise GoogleError(404, "playlistNotFound", "The playlist cannot be found.", domain="youtube.playlistItem")
        return page_of(asked, [row for row in rows if not video_id or row[2] == video_id])

    def insert_item(self, asked: Asked) -> Answer:
        """Put a video into a playlist: again, if it is there already."""
        channel = self._let_in(asked, "playlistItems.insert")
        snippet = (asked.json or {}).get("snippet") or {}
        video_id = str((snippet.get("resourceId") or {}).get("videoId") or "")
        if snippet.get("playlistId") not in channel.playlists:
            raise GoogleError(404, "playlistNotFound", "The playlist cannot be found.", domain="youtube.playlistItem")
        self._own(channel, video_id)
        channel.items.append((f"PLI{len(channel.items)}", snippet["playlistId"], video_id, self.now()))
        return Answer(body={"kind": "youtube#playlistItem", "id": channel.items[-1][0], "snippet": snippet})

    def list_categories(self, asked: Asked) -> Answer:
        """Show categories; one of them is for nobody's uploads."""
        self._let_in(asked, "videoCategories.list")
        items = [{"id": key, "snippet": {"title": title, "assignable": True}} for key, title in CATEGORIES.items()]
        items.append({"id": "42", "snippet": {"title": "Shorts", "assignable": False}})
        return Answer(body={"kind": "youtube#videoCategoryListResponse", "items": items})

    def watch(self, asked: Asked) -> Answer:
        """Show a video's page to anybody."""
        video = self.videos.get(asked.query.get("v", [""])[0])
        if video is None or video.is_deleted or settle(video, self.now()).status["privacyStatus"] == "private":
            return Answer(404, "<h1>This video isn't available any more</h1>")
        title, text = escape(video.snippet.get("title", "")), escape(video.snippet.get("description", ""))
        views = round(
            youtube_figures.totals(video, self.now(), self.knobs.get("figures", {}).get(video.id, {}))["views"]
        )
        return Answer(
            body=f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{views} views</p><pre>{text}</pre>"
        )


def _caption(row: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps({name: value for name, value in row.items() if name != "content"}))  # type: ignore[no-any-return]
