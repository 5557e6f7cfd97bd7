"""A receiver's row: it is told where the film lies, and takes what it likes."""

from __future__ import annotations

from datetime import date

from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec

PLATFORM = PlatformSpec(
    key="webhook",
    label="A webhook",
    adapter="publishing.platforms.webhook.adapter.WebhookPlatform",
    logins=(
        LoginSpec(
            key="webhook",
            label="An address that is told",
            setup=(
                "Give the address of a program that waits for films (n8n, Make, your own). It gets one POST for each, "
                "as JSON, signed after Standard Webhooks (standardwebhooks.com) with the secret that you agree on. "
                "It answers with any 2xx; the answer may hold an id and a url. The film itself is fetched from the "
                "link in the message, which needs the studio to have an address that the program can reach."
            ),
            site="https://www.standardwebhooks.com/",
        ),
    ),
    media=MediaSpec(
        best="16:9 full",
        shapes=("16:9", "9:16", "1:1", "4:5"),
        containers=(),
        video_codecs=(),
        audio_codecs=(),
        audio_rates=(),
        allows_edit_lists=True,
        needs_moov_first=False,
    ),
    fields=(
        FieldSpec(name="title", label="Title", limit=200, is_required=True),
        FieldSpec(name="description", label="Description", kind="text"),
        FieldSpec(name="hashtags", label="Hashtags", kind="tags", default=()),
    ),
    settings={
        "timeout_s": 30,
        # Where a receiver is full and does not say for how long.
        "wait_s": 60,
        "largest_captions_bytes": 256 * 1024,
        # Nobody can look for a lost message by itself: a person is asked soon.
        "reconcile_for_s": 60,
        "look_again_s": 20,
        "longest_pause_s": 240,
    },
    facts_date=date(2026, 11, 20),
    facts_source="standardwebhooks.com",
)
