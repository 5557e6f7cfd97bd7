"""What YouTube's refusals mean. They are told apart by their reason, never by their text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import httpx

from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    NeedsSetup,
    PlatformError,
    QuotaGone,
    RateLimited,
    Rejected,
    SessionGone,
    StaleToken,
    Unavailable,
)
from publishing.platforms.wire import retry_after_s, words_of

PACIFIC = ZoneInfo("America/Los_Angeles")

_FIELDS = {
    "invalidTitle": ("title", "YouTube does not take this title."),
    "invalidDescription": ("description", "YouTube does not take this description."),
    "invalidTags": ("tags", "YouTube does not take these tags."),
    "invalidCategoryId": ("category", "YouTube does not have this category for uploads."),
    "invalidPublishAt": ("publish_at", "YouTube cannot publish at this time."),
    "invalidPublishScheduleForVideo": ("publish_at", "A video that was public once cannot be scheduled."),
    "defaultLanguageNotSet": ("language", "YouTube wants to know the language."),
    "invalidFilename": ("file", "YouTube does not take the name of the file."),
    "mediaBodyRequired": ("file", "YouTube saw no film in what was sent."),
    "forbiddenPrivacySetting": ("privacy", "This channel may not use this setting for who can watch."),
    "forbiddenLicenseSetting": ("licence", "This channel may not use this licence."),
    "playlistNotFound": ("playlist", "This playlist is no longer there."),
    "playlistContainsMaximumNumberOfVideos": ("playlist", "This playlist is full."),
    "invalidImage": ("cover", "YouTube does not take this picture."),
    "mediaBodyRequiredForThumbnail": ("cover", "YouTube saw no picture in what was sent."),
    "nameTooLong": ("captions", "The name of the captions is too long."),
    "contentRequired": ("captions", "The captions are empty."),
    "invalidVideoMetadata": ("", "YouTube does not take what was written for this film."),
    "invalidRecordingDetails": ("", "YouTube does not take what was written for this film."),
    "invalidVideoGameRating": ("", "YouTube does not take what was written for this film."),
}
_ACCOUNT = {
    "youtubeSignupRequired": "This Google account has no YouTube channel yet. Make one on YouTube, then connect again.",
    "channelNotFound": "This Google account has no YouTube channel.",
    "authenticatedUserAccountClosed": "This Google account was closed.",
    "authenticatedUserAccountSuspended": "This Google account is suspended.",
    "channelClosed": "This YouTube channel was closed.",
    "channelSuspended": "This YouTube channel is suspended.",
    "accountDelegationForbidden": "This Google account may not act for the channel.",
}
_SCOPE = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"})
_SETUP = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})
_QUOTA = frozenset({"quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"})
_SHARE = frozenset({"rateLimitExceeded", "RATE_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED"})
_RATE = _SHARE | {"userRateLimitExceeded", "uploadRateLimitExceeded"}


def next_midnight(now: datetime) -> datetime:
    """Return when YouTube's next day begins (UTC): at midnight in California, however long that day is."""
    tomorrow = now.astimezone(PACIFIC).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), PACIFIC).astimezone(UTC)


def reasons_of(response: httpx.Response) -> list[str]:
    """Return the reasons that an answer gives, the most telling first."""
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return []
    if not isinstance(error, dict):
        return [str(error)]
    lists = [error.get("errors") or [], error.get("details") or []]
    found = [str(one["reason"]) for rows in lists for one in rows if isinstance(one, dict) and one.get("reason")]
    return [*found, str(error.get("status") or "")]


def _is_of_a_minute(response: httpx.Response) -> bool:
    """Tell whether the limit that was met is named as one of a minute."""
    details = response.json()["error"].get("details") or []
    named = [(one.get("metadata") or {}).get("quota_limit", "") for one in details if isinstance(one, dict)]
    return any("PerMinute" in limit for limit in named)


def translate_for(bucket: str) -> Callable[[httpx.Response], PlatformError]:
    """Return what understands the refusals of requests that are paid from this bucket of the row's quotas."""

    def translate(response: httpx.Response) -> PlatformError:
        words, reasons = words_of(response), reasons_of(response)
        for reason in reasons:
            meant = _by_reason(reason, response, bucket, words)
            if meant is not None:
                return meant
        return _by_status(response, words)

    return translate


def _by_reason(reason: str, response: httpx.Response, bucket: str, words: str) -> PlatformError | None:
    if reason in _FIELDS:
        field, message = _FIELDS[reason]
        return Rejected(message, vendor_words=words, field=field)
    if reason in _ACCOUNT:
        return AccountTrouble(_ACCOUNT[reason], vendor_words=words)
    if reason in _SCOPE:
        return MissingScope("The channel's owner did not allow this part. Connect it again.", vendor_words=words)
    if reason in _SETUP:
        return NeedsSetup(
            "The YouTube API is not switched on for the studio's application in the Google Cloud console.",
            vendor_words=words,
        )
    return _by_share(reason, response, bucket, words)


def _by_share(reason: str, response: httpx.Response, bucket: str, words: str) -> PlatformError | None:
    now = datetime.now(UTC)
    # The bucket of uploads is one of days: that YouTube answers 429 for it does not make it a matter of seconds.
    is_upload_day = (
        bucket == "uploads" and reason in _SHARE and response.status_code == 429 and not _is_of_a_minute(response)
    )
    if reason in _QUOTA or is_upload_day:
        return QuotaGone(
            "Today's share of the studio's application at YouTube is used up.",
            vendor_words=words,
            until=next_midnight(now),
            bucket=bucket,
            everywhere=True,
        )
    if reason == "uploadLimitExceeded":
        return QuotaGone(
            "This channel has uploaded as much as YouTube lets it in a day. A verified phone number raises that.",
            vendor_words=words,
            until=now + timedelta(days=1),
        )
    if reason in _RATE:
        return RateLimited("YouTube wants us to slow down.", vendor_words=words, retry_after_s=retry_after_s(response))
    return None


def _by_status(response: httpx.Response, words: str) -> PlatformError:
    status = response.status_code
    if status == 401:
        return StaleToken("YouTube no longer takes the channel's token.", vendor_words=words)
    if status == 429:
        return RateLimited("YouTube wants us to slow down.", vendor_words=words, retry_after_s=retry_after_s(response))
    if status == 403:
        return AccountTrouble("YouTube does not let this channel do that.", vendor_words=words)
    if status >= 500 or status == 408:
        return Unavailable("YouTube has trouble.", vendor_words=words, retry_after_s=retry_after_s(response))
    if "upload_id" in response.request.url.params:
        return SessionGone("YouTube no longer knows this upload.", vendor_words=words)
    return Invalid("YouTube does not take this request.", vendor_words=words)
