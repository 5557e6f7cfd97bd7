"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import cut_actions

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/cut/timeline/", cut_actions.cut, name="cut-timeline"),
    path("films/<int:film_id>/cut/shots/<int:shot_id>/trim/", cut_actions.trim, name="cut-trim"),
    path("films/<int:film_id>/cut/shots/<int:shot_id>/slip/", cut_actions.slip, name="cut-slip"),
    path("films/<int:film_id>/cut/edits/<int:edit_id>/undo/", cut_actions.undo, name="cut-undo"),
]
