"""What Instagram takes, what it allows in a day, and where it is asked."""

from __future__ import annotations

from datetime import date

from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec, QuotaSpec

_FACTS = date(2026, 11, 20)
_SOURCE = "developers.facebook.com: instagram-platform/content-publishing, ig-user/media, error-codes (2026)"

_INSTAGRAM = LoginSpec(
    key="instagram",
    label="Instagram",
    login="publishing.platforms.instagram.login.InstagramLogin",
    setup=(
        "Create an app of the kind Business at developers.facebook.com, add the product Instagram with Instagram "
        "Login, and enter the address below as its redirect address. The account must be a professional one. Instagram "
        "fetches films from the studio, so the studio needs a public https address."
    ),
    site="https://developers.facebook.com/apps/",
    scopes={
        "instagram_business_basic": "See the account's name and its posts",
        "instagram_business_content_publish": "Publish reels",
        "instagram_business_manage_insights": "Read the numbers of your reels",
    },
)

_FACEBOOK = LoginSpec(
    key="facebook",
    label="Instagram through a Facebook Page",
    login="publishing.platforms.instagram.login.FacebookLogin",
    setup=(
        "Create an app of the kind Business at developers.facebook.com, add Facebook Login for Business, and enter the "
        "address below as its redirect address. The Instagram account must be a professional one that is linked to a "
        "Facebook Page. Films are sent from here, so the studio needs no public address."
    ),
    site="https://developers.facebook.com/apps/",
    scopes={
        "instagram_basic": "See the account's name and its posts",
        "instagram_content_publish": "Publish reels",
        "instagram_manage_insights": "Read the numbers of your reels",
        "pages_show_list": "Find the Page that the account is linked to",
        "pages_read_engagement": "Use the account through its Page",
    },
)

PLATFORM = PlatformSpec(
    key="instagram",
    label="Instagram",
    adapter="publishing.platforms.instagram.adapter.Adapter",
    logins=(_INSTAGRAM, _FACEBOOK),
    media=MediaSpec(
        best="9:16 full",
        shapes=("9:16", "4:5", "1:1", "16:9"),
        shortest_ms=3_000,
        longest_ms=15 * 60_000,
        # Older pages say 1 GB; the smaller figure is safe in both readings.
        largest_bytes=300_000_000,
        containers=("mp4", "mov"),
        video_codecs=("h264", "hevc"),
        audio_codecs=("aac",),
        fps=(23, 60),
        largest_width=1920,
        largest_video_kbps=25_000,
        audio_rates=(48_000, 44_100),
    ),
    fields=(
        FieldSpec(
            "caption",
            "Caption",
            kind="text",
            limit=2200,
            counts={"hashtags": 30, "mentions": 20},
            hint="The first line is what people see before they tap.",
        ),
        FieldSpec("hashtags", "Hashtags", kind="tags", default=(), counts={"hashtags": 30}),
        FieldSpec(
            "is_ai",
            "Say that it was made with AI",
            kind="switch",
            default=True,
            hint="Instagram asks for this where something looks real that is not.",
        ),
        FieldSpec("share_to_feed", "Show it among the profile's posts too", kind="switch", default=True),
        FieldSpec("paid", "Contains paid promotion", kind="switch", default=False),
        FieldSpec(
            "collaborators",
            "Collaborators",
            kind="tags",
            default=(),
            hint="Up to three accounts that are asked to show it as theirs too.",
        ),
        FieldSpec("audio_name", "Name of the sound", hint="As people see it who use the sound in a reel of theirs."),
    ),
    addresses={
        "instagram": "https://graph.instagram.com",
        "instagram_token": "https://api.instagram.com",
        "instagram_consent": "https://www.instagram.com",
        "facebook": "https://graph.facebook.com",
        "facebook_consent": "https://www.facebook.com",
        "facebook_upload": "https://rupload.facebook.com",
    },
    quotas=(
        # The guide says 100, the references 50. What the account itself tells counts: it is asked before each start.
        QuotaSpec("posts", "Posts in a day", 100, "rolling:86400", costs={"commit": 1}),
        QuotaSpec("containers", "Posts begun in a day", 400, "rolling:86400", costs={"start": 1}),
    ),
    zone="reels",
    figure_lag_h=48,
    best_times=((0, 18), (1, 18), (2, 19), (3, 18), (4, 17), (5, 11), (6, 19)),
    settings={
        "version": "v26.0",
        "token_life_s": 60 * 86_400,
        # A container that was not published by then has expired.
        "upload_life_s": 86_400,
        # Instagram refuses to refresh a token that is younger, and an idle one dies after its sixty days.
        "refresh_from_s": 86_400,
        "refresh_after_s": 7 * 86_400,
        "most_collaborators": 3,
        "largest_cover_bytes": 8_000_000,
        # "Once a minute, for no more than five minutes"; longer films take longer, so after that ever more seldom.
        "look_s": 60,
        "looks_often": 5,
        "look_longest_s": 900,
        # A container that still says FINISHED after a lost answer may become PUBLISHED yet.
        "doubt_s": 30,
        "doubts": 3,
        "most_commits": 4,
        "fresh_s": 900,
        "rate_pause_s": 900,
    },
    facts_date=_FACTS,
    facts_source=_SOURCE,
)
