"""The draft as TikTok takes it, checked against what the account may do at this moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from publishing.platforms.base import App, Post
from publishing.platforms.counting import joined, length
from publishing.platforms.errors import Rejected

from .row import PLATFORM

ONLY_ME = "SELF_ONLY"
EVERYBODY = "PUBLIC_TO_EVERYONE"

_LABELS: Mapping[str, str] = PLATFORM.settings["privacy_labels"]
_CAPTION = next(field for field in PLATFORM.fields if field.name == "caption")
_LOCKS = {"comments": "comment_disabled", "duet": "duet_disabled", "stitch": "stitch_disabled"}


@dataclass(frozen=True, slots=True)
class Creator:
    """What TikTok says the account may do now."""

    username: str
    nickname: str
    picture_url: str
    privacy: tuple[str, ...]
    locked: tuple[str, ...]
    longest_ms: int | None

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Creator:
        """Read TikTok's answer."""
        options = found.get("privacy_level_options")
        longest = found.get("max_video_post_duration_sec")
        return cls(
            username=str(found.get("creator_username") or ""),
            nickname=str(found.get("creator_nickname") or ""),
            picture_url=str(found.get("creator_avatar_url") or ""),
            privacy=tuple(map(str, options)) if isinstance(options, list) else (),
            locked=tuple(field for field, name in _LOCKS.items() if found.get(name)),
            longest_ms=int(longest) * 1000 if isinstance(longest, int | float) and longest > 0 else None,
        )

    @property
    def is_private(self) -> bool:
        """Tell whether the account shows itself to its followers only."""
        return EVERYBODY not in self.privacy

    def choices(self, app: App) -> list[dict[str, str]]:
        """Return who may see a post, as this account and this app may choose."""
        return [{"value": one, "label": _LABELS.get(one, one)} for one in self._allowed(app)]

    def words(self, app: App) -> str:
        """Say what is in the way."""
        if is_audited(app):
            return ""
        told = "TikTok has not audited the studio's app yet: a post can be seen by you alone."
        return told if self.is_private else f"{told} Set this account to private in the TikTok app before posting."

    def _allowed(self, app: App) -> tuple[str, ...]:
        return self.privacy if is_audited(app) else tuple(one for one in self.privacy if one == ONLY_ME)

    def check(self, post: Post, app: App) -> None:
        """Raise `Rejected` where TikTok would, and where it would not say."""
        chosen = str(post.text.get("privacy") or "")
        if not chosen:
            raise Rejected(
                "Choose who can see the film: TikTok wants that to be chosen for each post.", field="privacy"
            )
        if post.text.get("brand_content") and chosen == ONLY_ME:
            raise Rejected("A paid partnership cannot be visible to you alone. Choose who can see it.", field="privacy")
        if chosen not in self._allowed(app):
            offered = ", ".join(_LABELS.get(one, one) for one in self._allowed(app))
            raise Rejected(
                f'The account does not offer "{_LABELS.get(chosen, chosen)}" now. It offers: {offered or "nothing"}.',
                field="privacy",
            )
        if self.longest_ms is not None and post.duration_ms > self.longest_ms:
            raise Rejected(
                f"The film has {post.duration_ms / 1000:.0f} seconds, and this account may post "
                f"{self.longest_ms / 1000:.0f}. Shorten it, or choose a shorter version.",
                field="file",
            )


def is_audited(app: App) -> bool:
    """Tell whether TikTok has audited the app. Where nobody said, TikTok itself will."""
    return bool(app.settings.get("is_audited", True))


def caption(post: Post) -> str:
    """Return the caption with its hashtags. Raise `Rejected` if it is too long as TikTok counts."""
    text = joined(str(post.text.get("caption") or ""), [str(tag) for tag in post.text.get("hashtags") or ()])
    used = length(text, _CAPTION.unit)
    if _CAPTION.limit is not None and used > _CAPTION.limit:
        raise Rejected(
            f"As TikTok counts, the caption has {used} characters with its hashtags; {_CAPTION.limit} are allowed.",
            field="caption",
        )
    return text


def check_file(post: Post) -> None:
    """Raise `Rejected` for a file that TikTok takes from nobody."""
    most = PLATFORM.media.largest_bytes
    if most is not None and post.size > most:
        raise Rejected(f"The file has {post.size / 1e9:.1f} GB, and TikTok takes {most / 1e9:.0f} GB.", field="file")
    if post.size <= 0:
        raise Rejected("The file is empty.", field="file")


def post_info(post: Post, creator: Creator) -> dict[str, Any]:
    """Return what TikTok is told of a post."""
    text = post.text

    def is_off(field: str) -> bool:
        # What the account has switched off stays off, whatever was wished when the draft was written.
        return field in creator.locked or not text.get(field, False)

    info: dict[str, Any] = {
        "title": caption(post),
        "privacy_level": str(text["privacy"]),
        "disable_comment": is_off("comments"),
        "disable_duet": is_off("duet"),
        "disable_stitch": is_off("stitch"),
        "brand_content_toggle": bool(text.get("brand_content", False)),
        "brand_organic_toggle": bool(text.get("brand_organic", False)),
        "is_aigc": bool(text.get("is_ai", True)),
    }
    if post.cover_ms is not None:
        info["video_cover_timestamp_ms"] = post.cover_ms
    return info
