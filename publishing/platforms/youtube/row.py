"""What YouTube takes, costs and promises. Numbers of YouTube's stand here and nowhere else."""

from __future__ import annotations

from datetime import date

from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec, QuotaSpec

_SCOPE = "https://www.googleapis.com/auth/"
UPLOAD = f"{_SCOPE}youtube.upload"
READ = f"{_SCOPE}youtube.readonly"
CHANGE = f"{_SCOPE}youtube.force-ssl"
FIGURES = f"{_SCOPE}yt-analytics.readonly"

_PACIFIC = "day:America/Los_Angeles"

_LOGIN = LoginSpec(
    key="google",
    label="Google account",
    login="publishing.platforms.youtube.login.YouTubeLogin",
    site="https://console.cloud.google.com/apis/credentials",
    setup=(
        "In the Google Cloud console, switch on the YouTube Data API v3 and the YouTube Analytics API, then create an "
        "OAuth client of the type Web application with the return address shown here. While the consent screen is in "
        "testing, every connection ends after seven days: publish it to keep them."
    ),
    scopes={
        UPLOAD: "Upload films",
        READ: "See the channel, its playlists and what became of an upload",
        CHANGE: "Change or delete what was uploaded, and add captions",
        FIGURES: "See how many people watch, and for how long",
    },
)

_MEDIA = MediaSpec(
    best="16:9 full",
    shapes=("16:9", "9:16", "1:1", "4:5"),
    longest_ms=12 * 3600 * 1000,
    largest_bytes=274_877_906_944,
    containers=("mp4", "mov", "webm"),
    video_codecs=("h264", "hevc", "vp9", "av1"),
    audio_codecs=("aac", "opus"),
    fps=(24, 60),
    loudness_lufs=-14.0,
    peak_dbtp=-1.0,
)

CATEGORIES = (
    ("1", "Film & animation"),
    ("2", "Cars & vehicles"),
    ("10", "Music"),
    ("15", "Pets & animals"),
    ("17", "Sports"),
    ("19", "Travel & events"),
    ("20", "Gaming"),
    ("22", "People & blogs"),
    ("23", "Comedy"),
    ("24", "Entertainment"),
    ("25", "News & politics"),
    ("26", "Howto & style"),
    ("27", "Education"),
    ("28", "Science & technology"),
    ("29", "Nonprofits & activism"),
)

_FIELDS = (
    FieldSpec("title", "Title", limit=100, is_required=True, forbids="<>"),
    FieldSpec("description", "Description", "text", limit=5000, unit="utf8", forbids="<>"),
    FieldSpec(
        "hashtags",
        "Hashtags",
        "tags",
        forbids="<>",
        # With more, YouTube ignores them all; older copies of its rules say 15, newer ones 60.
        counts={"hashtags": 15},
        hint="They stand below the description. Three of them are shown above the title.",
    ),
    FieldSpec("tags", "Tags", "tags", limit=500, unit="tags", forbids="<>", hint="Not shown; misspellings help here."),
    FieldSpec("category", "Category", "choice", default="1", choices=CATEGORIES),
    FieldSpec("playlist", "Playlist", "playlist"),
    FieldSpec(
        "privacy",
        "Who can watch",
        "choice",
        default="public",
        choices=(("public", "Everyone"), ("unlisted", "Everyone with the link"), ("private", "Only you")),
    ),
    FieldSpec(
        "made_for_kids",
        "Made for kids",
        "switch",
        default=None,
        hint="The law wants an answer for every video.",
    ),
    FieldSpec("is_ai", "Contains AI-made pictures or sound", "switch", default=True),
    FieldSpec(
        "licence",
        "Licence",
        "choice",
        default="youtube",
        choices=(("youtube", "Standard YouTube licence"), ("creativeCommon", "Creative Commons, with attribution")),
    ),
    FieldSpec("language", "Language", hint="As in en, de or zh-Hans."),
    FieldSpec("notify", "Tell subscribers", "switch", default=True),
    FieldSpec("embeddable", "May be shown on other sites", "switch", default=True),
    FieldSpec("paid", "Contains paid promotion", "switch", default=False),
)

_QUOTAS = (
    QuotaSpec("uploads", "Uploads a day", 100, _PACIFIC, per_app=True, costs={"start": 1}),
    QuotaSpec(
        "units",
        "Units a day",
        10_000,
        _PACIFIC,
        per_app=True,
        costs={
            "observe": 1,
            "reconcile": 3,
            "thumbnail": 51,
            "captions": 450,
            "playlist": 51,
            "take_down": 50,
            "set_privacy": 51,
            "requirements": 3,
        },
    ),
    QuotaSpec("stats", "Counts a day", 10_000, _PACIFIC, per_app=True, costs={"figures": 1}),
)

PLATFORM = PlatformSpec(
    key="youtube",
    label="YouTube",
    adapter="publishing.platforms.youtube.adapter.YouTube",
    logins=(_LOGIN,),
    media=_MEDIA,
    fields=_FIELDS,
    addresses={
        "api": "https://youtube.googleapis.com",
        "upload": "https://youtube.googleapis.com",
        "analytics": "https://youtubeanalytics.googleapis.com",
        "authorize": "https://accounts.google.com",
        "token": "https://oauth2.googleapis.com",
        "watch": "https://www.youtube.com",
    },
    quotas=_QUOTAS,
    zone="shorts",
    keeps_schedule=True,
    can=("take_down", "unlist", "reschedule"),
    figure_lag_h=72,
    breaks=(
        (
            date(2026, 8, 24),
            "views",
            "Since then views count every start of the film; what was counted before is called engaged views.",
        ),
    ),
    best_times=((2, 17), (3, 17), (4, 16), (5, 11), (6, 11)),
    settings={
        # What a session's address may have for a host, beside the addresses above.
        "session_hosts": ("youtube.googleapis.com", "www.googleapis.com"),
        # How long a session lives is documented nowhere; a week is often said. This is on the safe side.
        "upload_life_s": 86_400,
        "chunk_bytes": 8 * 1024 * 1024,
        "chunk_unit": 262_144,
        "longest_unverified_ms": 15 * 60 * 1000,
        "longest_short_ms": 180_000,
        "thumbnail_bytes": 52_428_800,
        "captions_bytes": 104_857_600,
        "page": 50,
        "report_ids": 200,
        # How many pages of the newest uploads are searched for a lost one.
        "pages_searched": 4,
        # A new upload is not told of everywhere at once. How long is documented nowhere.
        "shown_after_s": 120,
        "looked_for_s": 3600,
        "token_life_s": 3600,
    },
    facts_date=date(2026, 11, 20),
    facts_source="developers.google.com/youtube; discovery of youtube v3 (20261104), analytics v2 (20240707)",
)
