"""Addresses of what can be done with takes, on whatever step they are shown."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import takes_actions as views

_TAKE = "films/<int:film_id>/takes/<int:take_id>/"
_SLOT = "films/<int:film_id>/slots/<int:slot_id>/"

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/takes/make/", views.make, name="takes-make"),
    path("films/<int:film_id>/takes/finish/", views.finish, name="takes-finish"),
    path("films/<int:film_id>/takes/price/", views.price, name="takes-price"),
    path("films/<int:film_id>/takes/model/", views.model, name="takes-model"),
    path(f"{_TAKE}select/", views.select, name="takes-select"),
    path(f"{_TAKE}keep/", views.keep, name="takes-keep"),
    path(f"{_TAKE}delete/", views.remove, name="takes-delete"),
    path(f"{_TAKE}restore/", views.restore, name="takes-restore"),
    path(f"{_SLOT}upload/", views.upload, name="takes-upload"),
    path(f"{_SLOT}change/", views.change, name="takes-change"),
    path(f"{_SLOT}cancel/", views.cancel, name="takes-cancel"),
]
