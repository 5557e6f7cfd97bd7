"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import story_changes as views
from generation.views.steps import story_models_changes as models

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/story/change/", views.change, name="story-change"),
    path("films/<int:film_id>/story/style/", views.choose_style, name="story-style"),
    path("films/<int:film_id>/story/write/", views.write, name="story-write"),
    path("films/<int:film_id>/story/version/", views.use, name="story-version"),
    path("films/<int:film_id>/models/choose/", models.choose, name="models-choose"),
    path("films/<int:film_id>/models/fallbacks/", models.fallbacks, name="models-fallbacks"),
    path("films/<int:film_id>/models/preference/", models.prefer, name="models-preference"),
    path("films/<int:film_id>/shots/<int:shot_id>/model/", models.choose_for_shot, name="models-of-shot"),
]
