"""A folder's row: it takes everything, as long as there is room."""

from __future__ import annotations

from datetime import date

from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec

PLATFORM = PlatformSpec(
    key="folder",
    label="A folder on this machine",
    adapter="publishing.platforms.folder.adapter.FolderPlatform",
    logins=(
        LoginSpec(
            key="folder",
            label="A folder",
            setup=(
                "Give the full path of a folder that the studio may write in. Each film is put there under its title "
                "and date, with its text, captions and cover beside it."
            ),
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
        FieldSpec(
            name="title", label="Title", limit=120, is_required=True, hint="The file is called after it, and the day."
        ),
        FieldSpec(name="description", label="Description", kind="text"),
        FieldSpec(name="hashtags", label="Hashtags", kind="tags", default=()),
    ),
    can=("take_down",),
    settings={
        # As long as what we keep of a post's address.
        "longest_path": 200,
        "longest_name": 80,
        # What is left for others of a disk, in bytes.
        "spare_bytes": 64 * 1024 * 1024,
        "reconcile_for_s": 600,
    },
    facts_date=date(2026, 11, 20),
    facts_source="our own",
)
