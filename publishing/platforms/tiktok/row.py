"""TikTok's row: where it is asked, what a post may be, and what its guidelines want said before one."""

from __future__ import annotations

from datetime import date

from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec, QuotaSpec

PLATFORM = PlatformSpec(
    key="tiktok",
    label="TikTok",
    adapter="publishing.platforms.tiktok.adapter.TikTokPlatform",
    logins=(
        LoginSpec(
            key="tiktok",
            label="TikTok",
            login="publishing.platforms.tiktok.login.TikTokLogin",
            site="https://developers.tiktok.com/apps",
            setup=(
                "Register an app at developers.tiktok.com, add Login Kit and the Content Posting API with Direct Post, "
                "and enter this studio's address as the redirect URI. Until TikTok has audited the app it lets at most "
                "five people a day post, only to private accounts, and only so that nobody else can see it."
            ),
            scopes={
                "user.info.basic": "Know which account this is",
                "user.info.profile": "Know the account's user name, for links to its posts",
                "user.info.stats": "Read how many followers the account has",
                "video.list": "Read the numbers of the account's videos",
                "video.publish": "Post films to the account",
            },
        ),
    ),
    media=MediaSpec(
        best="9:16 full",
        shapes=("9:16", "1:1", "4:5", "16:9"),
        longest_ms=600_000,
        largest_bytes=4_000_000_000,  # 4 GB; decimal, which is right under both readings
        containers=("mp4", "mov", "webm"),
        video_codecs=("h264", "hevc", "vp8", "vp9"),
        audio_codecs=("aac",),
        fps=(23, 60),
        smallest_side=360,
        largest_side=4096,
    ),
    fields=(
        FieldSpec(
            name="caption",
            label="Caption",
            kind="text",
            limit=2200,
            unit="utf16",
            hint="Hashtags count with it, and an emoji counts as two or more characters.",
        ),
        FieldSpec(name="hashtags", label="Hashtags", kind="tags", default=()),
        FieldSpec(
            name="privacy",
            label="Who can see it",
            kind="choice",
            is_required=True,
            default=None,
            hint="TikTok wants this to be chosen anew for each post.",
        ),
        FieldSpec(name="comments", label="Allow comments", kind="switch", default=False),
        FieldSpec(name="duet", label="Allow duets", kind="switch", default=False),
        FieldSpec(name="stitch", label="Allow stitches", kind="switch", default=False),
        FieldSpec(
            name="is_ai",
            label="Made with AI",
            kind="switch",
            default=True,
            hint="TikTok wants realistic pictures and voices that were generated to be labelled.",
        ),
        FieldSpec(
            name="brand_organic",
            label="It promotes myself or my own business",
            kind="switch",
            default=False,
            hint="TikTok labels it as promotional content.",
        ),
        FieldSpec(
            name="brand_content",
            label="It promotes somebody else's brand",
            kind="switch",
            default=False,
            hint="TikTok labels it as a paid partnership. It cannot be visible to you alone then.",
        ),
    ),
    addresses={"site": "https://www.tiktok.com", "api": "https://open.tiktokapis.com"},
    quotas=(
        QuotaSpec("posts", "Posts a day", 15, "rolling:86400", costs={"start": 1}),
        QuotaSpec("inits", "Posts begun a minute", 6, "rolling:60", costs={"start": 1}),
        QuotaSpec(
            "creator_info", "Looks at the account a minute", 20, "rolling:60", costs={"requirements": 1, "start": 1}
        ),
        QuotaSpec("status", "Looks at posts a minute", 30, "rolling:60", costs={"observe": 1, "permalink": 1}),
        QuotaSpec("display", "Looks at numbers a minute", 600, "rolling:60", costs={"figures": 1, "permalink": 1}),
    ),
    zone="tiktok",
    figure_lag_h=0,
    webhook="publishing.platforms.tiktok.webhook.verify",
    # A guess that many agencies share: evenings of the working week.
    best_times=((1, 18), (2, 19), (3, 19), (4, 18)),
    consent="By posting, you agree to TikTok's Music Usage Confirmation.",
    settings={
        "consent_if": {
            "brand_content": "By posting, you agree to TikTok's Branded Content Policy and Music Usage Confirmation."
        },
        "consent_links": {
            "Music Usage Confirmation": "https://www.tiktok.com/legal/page/global/music-usage-confirmation/en",
            "Branded Content Policy": "https://www.tiktok.com/legal/page/global/bc-policy/en",
        },
        "take_down_words": (
            "TikTok lets no application delete or change a post. Open it in the TikTok app, tap the three dots, "
            "and delete it or change its privacy there."
        ),
        "privacy_labels": {
            "PUBLIC_TO_EVERYONE": "Everybody",
            "MUTUAL_FOLLOW_FRIENDS": "Friends: followers that you follow back",
            "FOLLOWER_OF_CREATOR": "Your followers",
            "SELF_ONLY": "Only you",
        },
        "upload_hosts": (".tiktokapis.com",),
        "access_life_s": 86_400,
        "upload_life_s": 3600,
        # TikTok's own example. A smaller last chunk makes the moment after which nothing can be undone short.
        "chunk_bytes": 10_000_000,
        "webhook_skew_s": 300,
        "ids_at_once": 20,
        # It usually looks a public post over within a minute.
        "id_wait_s": 900,
        # Posts that never left processing after this have been seen.
        "long_s": 1800,
    },
    facts_date=date(2026, 11, 20),
    facts_source="developers.tiktok.com: Content Posting API, Display API, content sharing guidelines",
)
