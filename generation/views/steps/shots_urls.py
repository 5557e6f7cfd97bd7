"""Addresses of what can be done on a step of a film."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.steps import shots_changes as views
from generation.views.steps import shots_making as making
from generation.views.steps import shots_scene_changes as scenes
from generation.views.steps import shots_several as several

_SHOT = "films/<int:film_id>/shots/<int:shot_id>/"
_SCENE = "films/<int:film_id>/scenes/<int:scene_id>/"
_CASTING = "films/<int:film_id>/castings/<int:casting_id>/"

urlpatterns: list[URLPattern] = [
    path("films/<int:film_id>/shots/make/", making.make_all, name="shots-make-all"),
    path("films/<int:film_id>/shots/several/", several.change, name="shots-several"),
    path("films/<int:film_id>/shots/several/price/", several.price, name="shots-several-price"),
    path(f"{_SHOT}change/", views.change_shot, name="shots-change"),
    path(f"{_SHOT}prompt/", views.write_prompt, name="shots-prompt"),
    path(f"{_SHOT}move/", views.move_shot, name="shots-move"),
    path(f"{_SHOT}duplicate/", views.duplicate_shot, name="shots-duplicate"),
    path(f"{_SHOT}add/", views.add_shot, name="shots-add"),
    path(f"{_SHOT}join/", views.join_shot, name="shots-join"),
    path(f"{_SHOT}remove/", views.remove_shot, name="shots-remove"),
    path(f"{_SHOT}trim/", views.trim_shot, name="shots-trim"),
    path(f"{_SHOT}divide-scene/", scenes.divide_scene_at, name="shots-divide-scene"),
    path(f"{_SHOT}cast/", views.cast_in_shot, name="shots-cast"),
    path(f"{_SHOT}make/", making.make_shot, name="shots-make"),
    path(f"{_CASTING}change/", views.change_casting, name="shots-cast-change"),
    path(f"{_CASTING}remove/", views.uncast, name="shots-uncast"),
    path("films/<int:film_id>/scenes/add/", scenes.add_first_scene, name="shots-scene-first"),
    path(f"{_SCENE}change/", scenes.change_scene, name="shots-scene-change"),
    path(f"{_SCENE}move/", scenes.move_scene, name="shots-scene-move"),
    path(f"{_SCENE}add/", scenes.add_scene, name="shots-scene-add"),
    path(f"{_SCENE}duplicate/", scenes.duplicate_scene, name="shots-scene-duplicate"),
    path(f"{_SCENE}join/", scenes.join_scene, name="shots-scene-join"),
    path(f"{_SCENE}divide/", scenes.divide_scene, name="shots-scene-divide"),
    path(f"{_SCENE}remove/", scenes.remove_scene, name="shots-scene-remove"),
    path(f"{_SCENE}cast/", scenes.cast_in_scene, name="shots-scene-cast"),
    path(f"{_SCENE}dress/", scenes.dress, name="shots-scene-dress"),
    path(f"{_SCENE}plan/", making.plan_scene, name="shots-scene-plan"),
    path("films/<int:film_id>/edits/<int:edit_id>/undo/", views.undo, name="shots-undo"),
]
