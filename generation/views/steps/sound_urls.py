"""Addresses of what can be done on the sound step."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import sound_actions as views

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/sound/volume/", views.volume, name="sound-volume"),
    path("films/<int:film_id>/sound/scenes/<int:scene_id>/music/", views.music, name="sound-music"),
    path("films/<int:film_id>/sound/scenes/<int:scene_id>/beds/", views.beds, name="sound-beds"),
    path("films/<int:film_id>/sound/segments/<int:segment_id>/cues/", views.cues, name="sound-cues"),
]
