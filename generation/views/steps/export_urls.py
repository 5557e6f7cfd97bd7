"""Addresses of what can be done on the export step."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import export_actions as views

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/export/make/", views.make, name="export-make"),
    path("films/<int:film_id>/export/captions/", views.captions, name="export-captions"),
    path("films/<int:film_id>/export/shots/<int:shot_id>/frame/", views.frame, name="export-frame"),
]
