"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import story_changes as views

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/story/change/", views.change, name="story-change"),
    path("films/<int:film_id>/story/style/", views.choose_style, name="story-style"),
    path("films/<int:film_id>/story/write/", views.write, name="story-write"),
    path("films/<int:film_id>/story/version/", views.use, name="story-version"),
]
