"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import cast_changes as views

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/cast/add/", views.add, name="cast-add"),
    path("films/<int:film_id>/cast/draw/", views.draw_all, name="cast-draw-all"),
    path("films/<int:film_id>/cast/<int:entity_id>/remove/", views.remove, name="cast-remove"),
    path("films/<int:film_id>/cast/<int:entity_id>/draw/", views.draw, name="cast-draw"),
    path("films/<int:film_id>/cast/<int:character_id>/merge/", views.merge, name="cast-merge"),
]
