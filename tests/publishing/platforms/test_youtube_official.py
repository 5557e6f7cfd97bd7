"""Google's own client and its discovery documents: the twin is YouTube to them, and what we send is in them."""

from __future__ import annotations

import importlib
import io
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from publishing.platforms.youtube import sight
from publishing.platforms.youtube.login import YouTubeLogin
from publishing.platforms.youtube.row import PLATFORM
from tests.twins.server import Asked
from tests.twins.youtube import YouTubeTwin
from tests.twins.youtube_upload import related

from .on_youtube import UNIT, channel_on, film, now, published

discovery: Any = importlib.import_module("googleapiclient.discovery")
media: Any = importlib.import_module("googleapiclient.http")
credentials_of: Any = importlib.import_module("google.oauth2.credentials")
HttpError: Any = importlib.import_module("googleapiclient.errors").HttpError


@cache
def document(name: str) -> dict[str, Any]:
    """One of the discovery documents that come with Google's client."""
    folder = Path(importlib.import_module("googleapiclient").__file__ or "").parent
    told: dict[str, Any] = json.loads((folder / "discovery_cache" / "documents" / f"{name}.json").read_text())
    return told


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """YouTube."""
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        running.knobs["token_s"] = 40 * 24 * 3600
        yield running


def official(twin: YouTubeTwin, name: str) -> Any:
    """Google's client, which takes the twin for Google."""
    told = {**document(name), "rootUrl": f"{twin.url}/"}
    access, _ = twin.tokens()
    return discovery.build_from_document(told, credentials=credentials_of.Credentials(access))


def test_googles_client_uploads_to_the_twin(twin: YouTubeTwin) -> None:
    content = bytes(2 * UNIT + 5)
    body = {"snippet": {"title": "By Google", "categoryId": "22"}, "status": {"privacyStatus": "public"}}
    upload = media.MediaIoBaseUpload(io.BytesIO(content), "video/mp4", chunksize=UNIT, resumable=True)

    with official(twin, "youtube.v3") as youtube:
        request, response = youtube.videos().insert(part="snippet,status", body=body, media_body=upload), None
        while response is None:
            _, response = request.next_chunk()

    assert [(one["title"], one["size"]) for one in twin.posts] == [("By Google", len(content))]
    assert response["id"] == twin.posts[0]["id"]


def test_googles_client_goes_on_after_a_chunk_of_which_only_a_part_was_kept(twin: YouTubeTwin) -> None:
    twin.knobs["keep_bytes"] = [0, UNIT]
    body = {"snippet": {"title": "By Google"}, "status": {"privacyStatus": "public"}}
    upload = media.MediaIoBaseUpload(io.BytesIO(bytes(4 * UNIT)), "video/mp4", chunksize=2 * UNIT, resumable=True)

    with official(twin, "youtube.v3") as youtube:
        request, response = youtube.videos().insert(part="snippet,status", body=body, media_body=upload), None
        while response is None:
            _, response = request.next_chunk()

    assert [one["size"] for one in twin.posts] == [4 * UNIT]


def test_googles_client_understands_the_twins_refusals(twin: YouTubeTwin) -> None:
    twin.knobs["shares"] = {"uploads": 0}
    upload = media.MediaIoBaseUpload(io.BytesIO(b"x"), "video/mp4", chunksize=UNIT, resumable=True)

    with official(twin, "youtube.v3") as youtube:
        request = youtube.videos().insert(part="snippet", body={"snippet": {"title": "No"}}, media_body=upload)
        with pytest.raises(HttpError) as caught:
            request.next_chunk()

    assert caught.value.status_code == 429
    assert caught.value.error_details[0]["reason"] == "rateLimitExceeded"


def test_googles_client_reads_changes_and_counts_at_the_twin(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video = published(adapter, film(tmp_path, 1000))
    twin.pass_time(10 * 24 * 3600)
    picture = media.MediaIoBaseUpload(io.BytesIO(b"\xff\xd8\xff\xe0"), "image/jpeg")
    words = media.MediaIoBaseUpload(io.BytesIO(b"1\n00:00 --> 00:01\nHi\n"), "application/octet-stream")
    caption = {"snippet": {"videoId": video, "language": "en", "name": ""}}

    with official(twin, "youtube.v3") as youtube:
        seen = youtube.videos().list(part="status,fileDetails", id=video).execute()
        status = {"privacyStatus": "unlisted"}
        youtube.videos().update(part="status", body={"id": video, "status": status}).execute()
        counted = youtube.videos().batchGetStats(part="statistics", id=video).execute()
        youtube.thumbnails().set(videoId=video, media_body=picture).execute()
        youtube.captions().insert(part="snippet", body=caption, media_body=words).execute()
        uploads = youtube.playlistItems().list(part="contentDetails", playlistId=twin.channels[0].uploads).execute()
        youtube.videos().delete(id=video).execute()

    assert seen["items"][0]["fileDetails"]["fileSize"] == "1000"
    assert counted["items"][0]["statistics"]["viewCount"].isdigit()
    assert uploads["items"][0]["contentDetails"]["videoId"] == video
    assert (len(twin.videos[video].captions), bool(twin.videos[video].thumbnail)) == (1, True)
    assert not twin.posts


def test_googles_client_gets_reports_from_the_twin(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video = published(adapter, film(tmp_path, 1000))
    asked = {"ids": "channel==MINE", "startDate": now().date().isoformat(), "metrics": "views", "dimensions": "day"}

    with official(twin, "youtubeAnalytics.v2") as analytics:
        early = analytics.reports().query(endDate=asked["startDate"], **asked).execute()
        twin.pass_time(10 * 24 * 3600)
        later = (now() + timedelta(days=10)).date().isoformat()
        late = analytics.reports().query(endDate=later, filters=f"video=={video}", **asked).execute()

    assert "rows" not in early
    assert [column["name"] for column in late["columnHeaders"]] == ["day", "views"]
    assert late["rows"]


def test_googles_client_posts_twice_where_ours_posts_once(twin: YouTubeTwin, tmp_path: Path) -> None:
    upload = media.MediaIoBaseUpload(io.BytesIO(b"x"), "video/mp4", chunksize=UNIT, resumable=True)
    twin.fail("drop_after", method="POST", path="/upload/")
    with official(twin, "youtube.v3") as youtube:
        youtube.videos().insert(part="snippet", body={"snippet": {"title": "X"}}, media_body=upload).next_chunk()
    theirs = len(twin.asked_for("POST", "/upload/"))

    twin.seen.clear()
    twin.fail("drop_after", method="POST", path="/upload/")
    with channel_on(twin) as adapter, pytest.raises(Exception, match="did not answer"):
        adapter.start(film(tmp_path))

    assert theirs == 2
    assert len(twin.asked_for("POST", "/upload/")) == 1


METHODS = {
    ("POST", "/upload/youtube/v3/videos"): ("youtube.v3", "videos.insert"),
    ("POST", "/upload/youtube/v3/thumbnails/set"): ("youtube.v3", "thumbnails.set"),
    ("POST", "/upload/youtube/v3/captions"): ("youtube.v3", "captions.insert"),
    ("GET", "/youtube/v3/captions"): ("youtube.v3", "captions.list"),
    ("GET", "/youtube/v3/videos"): ("youtube.v3", "videos.list"),
    ("PUT", "/youtube/v3/videos"): ("youtube.v3", "videos.update"),
    ("DELETE", "/youtube/v3/videos"): ("youtube.v3", "videos.delete"),
    ("GET", "/youtube/v3/videos:batchGetStats"): ("youtube.v3", "videos.batchGetStats"),
    ("GET", "/youtube/v3/channels"): ("youtube.v3", "channels.list"),
    ("GET", "/youtube/v3/playlists"): ("youtube.v3", "playlists.list"),
    ("GET", "/youtube/v3/playlistItems"): ("youtube.v3", "playlistItems.list"),
    ("POST", "/youtube/v3/playlistItems"): ("youtube.v3", "playlistItems.insert"),
    ("GET", "/youtube/v3/videoCategories"): ("youtube.v3", "videoCategories.list"),
    ("GET", "/v2/reports"): ("youtubeAnalytics.v2", "reports.query"),
}


def everything(twin: YouTubeTwin, tmp_path: Path) -> None:
    """Let the adapter ask for all that it ever asks for."""
    cover, words = tmp_path / "cover.png", tmp_path / "en.srt"
    cover.write_bytes(b"\x89PNG")
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHi\n")
    text = {"playlist": "PLtwin-tales", "paid": True, "language": "en", "tags": ["sea"], "licence": "creativeCommon"}
    later = now() + timedelta(hours=1)
    post = film(tmp_path, 1000, text=text, cover_path=cover, captions={"en": words}, publish_at=later)
    with channel_on(twin) as adapter:
        adapter.requirements()
        video = published(adapter, post)
        adapter.observe(post, {}, video)
        for kind in adapter.side_steps(post):
            adapter.side_step(kind, post, {}, video)
        adapter.set_privacy(video, privacy="public")
        twin.knobs["sessions_gone"] = True
        adapter.reconcile(post, {"session": _any_session(twin)}, since=now(), taken=frozenset())
        adapter.figures([video], since=now(), now=now())
        adapter.retention(video, since=now(), now=now())
        adapter.channel_figures()
        adapter.take_down(video)


def _any_session(twin: YouTubeTwin) -> str:
    return twin.sessions.where(twin.url, "none")


def test_all_that_we_send_is_in_googles_own_documents(twin: YouTubeTwin, tmp_path: Path) -> None:
    everything(twin, tmp_path)

    asked = [one for one in twin.seen if "upload_id" not in one.query]
    assert {(one.method, one.path) for one in asked} == set(METHODS)
    for one in asked:
        name, method = METHODS[one.method, one.path]
        told = document(name)
        spec = told["resources"][method.split(".")[0]]["methods"][method.split(".")[1]]
        _check_query(one, spec, told)
        if body := _body(one):
            _check_object(body, told["schemas"][spec["request"]["$ref"]], told["schemas"], one.path)
            assert set(body) - {"id"} <= set(one.query["part"][0].split(","))


def test_the_addresses_of_the_row_are_googles() -> None:
    assert urlsplit(PLATFORM.addresses["api"]).netloc == urlsplit(document("youtube.v3")["rootUrl"]).netloc
    assert (
        urlsplit(PLATFORM.addresses["analytics"]).netloc == urlsplit(document("youtubeAnalytics.v2")["rootUrl"]).netloc
    )


def test_the_limits_of_the_row_are_googles() -> None:
    told = document("youtube.v3")
    sizes = {
        name: int(told["resources"][name]["methods"][method]["mediaUpload"]["maxSize"])
        for name, method in (("videos", "insert"), ("thumbnails", "set"), ("captions", "insert"))
    }
    status = told["schemas"]["VideoStatus"]["properties"]
    details = told["schemas"]["VideoProcessingDetails"]["properties"]
    assert sizes == {
        "videos": PLATFORM.media.largest_bytes,
        "thumbnails": PLATFORM.settings["thumbnail_bytes"],
        "captions": PLATFORM.settings["captions_bytes"],
    }
    assert set(sight.FAILURES) == set(status["failureReason"]["enum"])
    assert set(sight.REJECTIONS) == set(status["rejectionReason"]["enum"])
    assert set(sight.PROCESSING) == set(details["processingFailureReason"]["enum"])


def test_the_scopes_of_the_login_open_all_that_we_ask_for() -> None:
    for name, method in METHODS.values():
        told = document(name)
        spec = told["resources"][method.split(".")[0]]["methods"][method.split(".")[1]]
        assert set(spec["scopes"]) & set(YouTubeLogin.scopes), method


def _check_query(asked: Asked, spec: Mapping[str, Any], told: Mapping[str, Any]) -> None:
    known = {**spec["parameters"], **told["parameters"]}
    for name, values in asked.query.items():
        assert name in known, f"{asked.path} has no parameter {name}"
        if known[name].get("type") == "boolean":
            assert values[0] in {"true", "false"}
        if known[name].get("type") == "integer":
            assert int(values[0]) <= int(known[name].get("maximum", 10**9))
    missing = {name for name, one in spec["parameters"].items() if one.get("required")} - set(asked.query)
    assert not missing


def _body(asked: Asked) -> dict[str, Any]:
    if asked.headers.get("content-type", "").startswith("multipart/"):
        return related(asked)[0]
    return asked.json if isinstance(asked.json, dict) else {}


def _check_object(value: Mapping[str, Any], schema: Mapping[str, Any], schemas: Mapping[str, Any], where: str) -> None:
    for name, one in value.items():
        assert name in schema["properties"], f"{where} has no field {name}"
        spec = schema["properties"][name]
        kinds = {"string": str, "boolean": bool, "array": list, "integer": int}
        if "$ref" in spec:
            _check_object(one, schemas[spec["$ref"]], schemas, f"{where}.{name}")
            continue
        assert isinstance(one, kinds[spec["type"]]), f"{where}.{name}"
        if spec.get("enum"):
            assert one in spec["enum"], f"{where}.{name}"
