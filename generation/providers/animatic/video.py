"""The animatic's moving pictures: a staged scene photographed by a moving camera, or a given picture that moves."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import skia

from generation.providers.base import NO_TICKET, Access, ClipRequest, Finished, Submitted, Ticket, Unsupported

from . import pool, still
from .acting import Cue, play
from .camera import Camera
from .drawing.canvas import mix, rgb
from .drawing.figure import Actor
from .drawing.figure.puppet import Puppet
from .drawing.figure.stance import Stance
from .drawing.scene import build_stage, falling_weather
from .drawing.stage import Drift, Placement, Stage, place
from .drawing.weather import draw_weather
from .encode import ClipWriter
from .faces import faces_of, people_seen, tracking_of
from .pieces import Piece
from .plates import Plate, lay_out, paint_all

_SPARE_HEADS = 0.3
"""Painted of people above and below the picture: nods and breath bring it in."""

People = list[dict[str, Any]]
"""Where each face is, from moment to moment: see `faces.people_seen`."""

SWAY_PX, SWAY_PERIOD_S = 1.6, 6.0
"""How far leaves in front of the camera move, at a height of 720, and how slowly."""


class AnimaticVideo:
    """Makes clips on this computer: drawn scenes that move in depth, with mouths in time with the words."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.settings = settings

    def submit(self, request: ClipRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Make the clip and leave it in `folder`.

        It has exactly the frames that cover `duration_ms`. Raises `Unsupported` for a request without
        anything to show, `BadAnswer` for a first frame that cannot be read.
        """
        _check(request)
        path = folder / "clip.mp4"
        frames, people = pool.compute(make_clip, request, path)
        shown_ms = round(frames * 1000 / request.rate)
        details = {"frames": frames, "rate": request.rate, "duration_ms": shown_ms, "faces": faces_of(people)}
        details["people"] = people
        return Finished(path, "video/mp4", details | {"width": request.width, "height": request.height}, cost_micros=0)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Never asked: `submit` always answers with the finished clip."""
        raise Unsupported("The animatic finishes its clips at once; there is nothing to collect.")


def _check(request: ClipRequest) -> None:
    if request.staging is None and request.first_frame is None:
        raise Unsupported("A clip needs a first frame or a staging to start from.")
    if request.duration_ms <= 0 or request.rate <= 0:
        raise Unsupported("A clip needs a length and a rate above zero.")
    if request.width < 2 or request.height < 2 or request.width % 2 or request.height % 2:
        raise Unsupported("A clip's width and height must be even numbers.")


def frame_count(request: ClipRequest) -> int:
    """Return how many frames cover the request's length."""
    return math.ceil(request.duration_ms * request.rate / 1000)


def make_clip(request: ClipRequest, path: Path) -> tuple[int, People]:
    """Write the clip to `path` and return its number of frames and where faces are. Runs in a process of the pool."""
    frames, unfinished = frame_count(request), path.with_suffix(".part")
    people: People = []
    try:
        with ClipWriter(unfinished, request.width, request.height, request.rate) as clip:
            if request.staging is None:
                still.shoot(request, clip, frames)
            else:
                stage = build_stage(request.staging, request.width, request.height)
                people = shoot(stage, request, clip, frames)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return frames, people


def shoot(stage: Stage, request: ClipRequest, clip: ClipWriter, frames: int) -> People:
    """Photograph `stage` in `frames` frames with the camera, speech and weather of `request`; return its faces."""
    staging = request.staging or {}
    seconds = frames / request.rate
    actors = {layer.person: layer.actor for layer in stage.layers if layer.actor}
    track = tracking_of(staging, actors, seconds)
    camera = Camera(stage, seconds, handheld=staging.get("move") == "handheld", seed=request.seed, track=track)
    played = _played(stage, request, actors, camera, frames)
    shot = _Shot(stage, camera, request.width / stage.width, played)
    weather = falling_weather(staging)
    for frame in range(frames):
        moment = frame / request.rate
        shot.draw(clip.canvas, moment, frame)
        if weather:
            draw_weather(clip.canvas, weather, request.width, request.height, moment, request.seed)
        shot.finish(clip.canvas, moment)
        clip.add()
    return people_seen(stage, camera, actors, played, request.rate)


def _played(
    stage: Stage, request: ClipRequest, actors: Mapping[str, Actor], camera: Camera, frames: int
) -> dict[str, list[Stance]]:
    """Return how everybody stands in every frame."""
    if not actors:
        return {}
    cue = Cue(
        request.staging or {},
        request.speech,
        frames,
        request.rate,
        request.seed,
        stage.width,
        stage.height,
        request.width / stage.width,
        [camera.tracked(frame / request.rate) for frame in range(frames)] if camera.tracked(0) else (),
        *camera.edges(stage.width),
    )
    return play(actors, cue)


def _puppet(plate: Plate, actor: Actor, stances: Sequence[Stance]) -> Puppet:
    """Return the puppet of whoever is on a plate, painted as far as they are ever seen."""
    fine = plate.fineness
    head = actor.unit * fine
    aside = max(abs(stance.dx) for stance in stances) * head + head
    above = max(max(abs(stance.dy), stance.hop, abs(stance.size - 1) * actor.figure.height) for stance in stances)
    seen = skia.Rect(*(edge * fine for edge in plate.area)).makeOutset(aside, (above + _SPARE_HEADS) * head)
    return Puppet(actor, skia.Matrix.Scale(fine, fine), seen)


class _Shot:
    """A stage on plates and its people as puppets, drawn at any moment."""

    def __init__(
        self,
        stage: Stage,
        camera: Camera,
        pixels_per_unit: float,
        played: Mapping[str, Sequence[Stance]],
    ) -> None:
        self._stage, self._camera, self._pixels_per_unit = stage, camera, pixels_per_unit
        # What shows through a gap between two planes, as where a floor slides off its wall: a seam, not a hole.
        self._behind = rgb(mix(stage.light.fog, stage.light.shade, 0.6)).toColor()
        painted = paint_all(lay_out(stage, camera, pixels_per_unit), camera)
        self.plates = [plate for plate, _ in painted]
        self._pieces = [at_rest.pieces for _, at_rest in painted]
        self._played = played
        self._puppets = {
            index: _puppet(plate, plate.actor, played[plate.person])
            for index, plate in enumerate(self.plates)
            if plate.actor
        }

    def draw(self, canvas: skia.Canvas, moment: float, frame: int) -> None:
        """Draw the picture at `moment` seconds, which is in `frame`, without what lies on the lens."""
        canvas.clear(self._behind)
        view = self._camera.at(moment)
        canvas.save()
        canvas.scale(self._pixels_per_unit, self._pixels_per_unit)
        for index, plate in enumerate(self.plates):
            where = place(plate.depth, view, self._stage.width, self._stage.height)
            if index in self._puppets:
                self._perform(canvas, index, plate, where, frame)
            else:
                self._lay(canvas, plate, self._pieces[index], where, moment)
        canvas.restore()

    def finish(self, canvas: skia.Canvas, moment: float) -> None:
        """Draw what lies on the lens."""
        canvas.save()
        canvas.scale(self._pixels_per_unit, self._pixels_per_unit)
        self._stage.finish(canvas, moment)
        canvas.restore()

    def _perform(self, canvas: skia.Canvas, index: int, plate: Plate, where: Placement, frame: int) -> None:
        canvas.save()
        canvas.translate(where.dx, where.dy)
        canvas.scale(where.scale / plate.fineness, where.scale / plate.fineness)
        self._puppets[index].draw(canvas, self._played[plate.person][frame])
        canvas.restore()

    def _lay(self, canvas: skia.Canvas, plate: Plate, pieces: Sequence[Piece], where: Placement, moment: float) -> None:
        canvas.save()
        canvas.translate(where.dx, where.dy)
        canvas.scale(where.scale, where.scale)
        now = plate.drift(moment) if plate.drift else Drift()
        canvas.translate(now.dx, now.dy)
        canvas.rotate(now.turn, *now.pivot)
        if plate.live:
            plate.live(canvas, moment)
        else:
            canvas.scale(1 / plate.fineness, 1 / plate.fineness)
            self._lay_pieces(canvas, plate, pieces, where, moment, now.alpha)
        canvas.restore()

    def _lay_pieces(
        self,
        canvas: skia.Canvas,
        plate: Plate,
        pieces: Sequence[Piece],
        where: Placement,
        moment: float,
        alpha: float,
    ) -> None:
        if plate.sways:
            canvas.translate(self._sway(moment, plate) * plate.fineness / where.scale, 0)
        paint = skia.Paint(Alphaf=alpha) if alpha < 1 else None
        for piece in pieces:
            piece.draw(canvas, paint)

    def _sway(self, moment: float, plate: Plate) -> float:
        return SWAY_PX * self._stage.height / 720 * math.sin(math.tau * moment / SWAY_PERIOD_S + plate.depth)
