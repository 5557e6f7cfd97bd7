"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import script_changes as views
from generation.views.steps import voice_changes

_LINE = "films/<int:film_id>/lines/<int:line_id>/"

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/lines/speak/", views.speak_all, name="script-speak-all"),
    path(_LINE, views.tools, name="script-line"),
    path(f"{_LINE}change/", views.change, name="script-change"),
    path(f"{_LINE}sounds/", views.sounds, name="script-sounds"),
    path(f"{_LINE}add/", views.add, name="script-add"),
    path(f"{_LINE}divide/", views.divide, name="script-divide"),
    path(f"{_LINE}move/", views.move, name="script-move"),
    path(f"{_LINE}remove/", views.remove, name="script-remove"),
    path(f"{_LINE}speak/", views.speak, name="script-speak"),
    path(f"{_LINE}take/", views.use_take, name="script-take"),
    path("films/<int:film_id>/script/edits/<int:edit_id>/undo/", views.undo, name="script-undo"),
    path("films/<int:film_id>/voices/choose/", voice_changes.choose, name="script-voice"),
    path("films/<int:film_id>/voices/<int:voice_id>/sample/", voice_changes.sample, name="script-sample"),
]
