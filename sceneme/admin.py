"""What administrators did here, and who is shut out for trying too often."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.admin.models import LogEntry

from entities.curation import History
from sceneme.models import SignInTries


@admin.register(LogEntry)
class LogEntryAdmin(History):
    """Every change that was made in the admin."""

    list_display = ["action_time", "user", "__str__", "content_type"]
    list_select_related = ["user", "content_type"]
    list_filter = ["action_flag", "action_time"]
    search_fields = ["object_repr", "change_message", "user__username"]
    date_hierarchy = "action_time"


@admin.register(SignInTries)
class SignInTriesAdmin(admin.ModelAdmin):
    """Deleting a row lets somebody try again at once."""

    list_display = ["key", "count", "last_at", "shut_until"]
    readonly_fields = ["key", "count", "last_at", "shut_until"]
    search_fields = ["key"]

    def has_add_permission(self, request: object) -> bool:
        """The door counts by itself."""
        return False
