"""What is known of pictures, and who describes them."""

from __future__ import annotations

from django.contrib import admin

from entities.curation import History
from generation.admin.shown import library_filter, preview
from generation.models import AssetAnalysis, Describer


@admin.register(AssetAnalysis)
class AssetAnalysisAdmin(History):
    """Pictures with what was found in them."""

    list_display = ["asset", "look_at", "state", "described_by", "description", "looked_at"]
    list_select_related = ["asset"]
    list_filter = ["state", "described_by", library_filter("asset__library"), "looked_at"]
    search_fields = ["words"]
    readonly_fields = ["look_at"]

    @admin.display(description="Picture")
    def look_at(self, analysis: AssetAnalysis) -> str:
        """The picture itself."""
        return preview(analysis.asset)


@admin.register(Describer)
class DescriberAdmin(admin.ModelAdmin):
    """Which model describes a library's pictures."""

    list_display = ["library", "offer", "chosen_at"]
    list_select_related = ["library"]
    list_filter = [library_filter("library")]
    search_fields = ["library__name", "offer"]
    autocomplete_fields = ["library"]
