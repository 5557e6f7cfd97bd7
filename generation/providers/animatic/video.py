"""The animatic's moving pictures: a staged scene photographed by a moving camera, or a given picture that moves."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import skia

from generation.providers.base import ClipRequest, Finished, Unsupported

from . import mouths, pool, still
from .camera import Camera
from .drawing.canvas import mix, rgb
from .drawing.scene import build_stage, falling_weather
from .drawing.stage import AT_REST, Drift, Face, Placement, Stage, place
from .drawing.weather import draw_weather
from .encode import ClipWriter
from .plates import LINEAR, Piece, Plate, lay_out, paint_all

SWAY_PX, SWAY_PERIOD_S = 1.6, 6.0
"""How far leaves in front of the camera move, at a height of 720, and how slowly."""


class AnimaticVideo:
    """Makes clips on this computer: drawn scenes that move in depth, with mouths in time with the words."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any]) -> None:
        self.endpoint = endpoint
        self.settings = settings

    def submit(self, request: ClipRequest, folder: Path) -> Finished:
        """Make the clip and leave it in `folder`.

        It has exactly the frames that cover `duration_ms`. Raises `Unsupported` for a request without
        anything to show, `BadAnswer` for a first frame that cannot be read.
        """
        _check(request)
        path = folder / "clip.mp4"
        frames = pool.compute(make_clip, request, path)
        shown_ms = round(frames * 1000 / request.rate)
        details = {"frames": frames, "rate": request.rate, "duration_ms": shown_ms}
        return Finished(path, "video/mp4", details | {"width": request.width, "height": request.height}, cost_micros=0)

    def collect(self, provider_job_id: str, folder: Path) -> Finished | None:
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


def make_clip(request: ClipRequest, path: Path) -> int:
    """Write the clip to `path` and return its number of frames. Runs in a process of the pool."""
    frames, unfinished = frame_count(request), path.with_suffix(".part")
    try:
        with ClipWriter(unfinished, request.width, request.height, request.rate) as clip:
            if request.staging is None:
                still.shoot(request, clip, frames)
            else:
                stage = build_stage(request.staging, request.width, request.height)
                shoot(stage, request, clip, frames)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return frames


def shoot(stage: Stage, request: ClipRequest, clip: ClipWriter, frames: int) -> None:
    """Photograph `stage` in `frames` frames with the camera, speech and weather of `request`."""
    staging = request.staging or {}
    seconds = frames / request.rate
    camera = Camera(stage, seconds, handheld=staging.get("move") == "handheld", seed=request.seed)
    shot = _Shot(stage, camera, request.width / stage.width, request.seed)
    faces = _faces([plate.person for plate in shot.plates if plate.person], request, frames)
    weather = falling_weather(staging)
    for frame in range(frames):
        moment = frame / request.rate
        shot.draw(clip.canvas, moment, {person: track[frame] for person, track in faces.items()})
        if weather:
            draw_weather(clip.canvas, weather, request.width, request.height, moment, request.seed)
        shot.finish(clip.canvas, moment)
        clip.add()


def _faces(people: Sequence[str], request: ClipRequest, frames: int) -> dict[str, list[Face]]:
    """Return every person's face for every frame."""
    shut = mouths.blinks(list(dict.fromkeys(people)), frames / request.rate, request.seed)
    faces = {}
    for person, spans in shut.items():
        levels = mouths.mouth_levels(request.speech, person, frames, request.rate)
        moments = [frame / request.rate for frame in range(frames)]
        faces[person] = [
            Face(level, float(any(start <= moment < end for start, end in spans)))
            for level, moment in zip(levels, moments, strict=True)
        ]
    return faces


class _Shot:
    """A stage on plates, drawn at any moment. Faces are painted when first seen and kept."""

    def __init__(self, stage: Stage, camera: Camera, pixels_per_unit: float, seed: int) -> None:
        self._stage, self._camera, self._pixels_per_unit, self._seed = stage, camera, pixels_per_unit, seed
        # What shows through a gap between two planes, as where a floor slides off its wall: a seam, not a hole.
        self._behind = rgb(mix(stage.light.fog, stage.light.shade, 0.6)).toColor()
        painted = paint_all(lay_out(stage, camera, pixels_per_unit), camera)
        self.plates = [plate for plate, _ in painted]
        self._painted = {(index, AT_REST): at_rest for index, (_, at_rest) in enumerate(painted)}
        self._changing: dict[int, skia.IRect | None] = {}

    def draw(self, canvas: skia.Canvas, moment: float, faces: Mapping[str, Face]) -> None:
        """Draw the picture at `moment` seconds, without what lies on the lens."""
        canvas.clear(self._behind)
        view = self._camera.at(moment)
        canvas.save()
        canvas.scale(self._pixels_per_unit, self._pixels_per_unit)
        for index, plate in enumerate(self.plates):
            where = place(plate.depth, view, self._stage.width, self._stage.height)
            pieces = self._pieces(index, faces.get(plate.person, AT_REST))
            self._lay(canvas, plate, pieces, where, moment)
        canvas.restore()

    def finish(self, canvas: skia.Canvas, moment: float) -> None:
        """Draw what lies on the lens."""
        canvas.save()
        canvas.scale(self._pixels_per_unit, self._pixels_per_unit)
        self._stage.finish(canvas, moment)
        canvas.restore()

    def _pieces(self, index: int, face: Face) -> tuple[Piece, ...]:
        if (index, face) not in self._painted:
            plate, at_rest = self.plates[index], self._painted[index, AT_REST]
            if index not in self._changing:
                self._changing[index] = plate.changes()
            self._painted[index, face] = plate.repaint(at_rest, face, self._changing[index])
        return self._painted[index, face].pieces

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
        if plate.person:
            self._breathe(canvas, plate.person, pieces, moment)
        elif plate.sways:
            canvas.translate(self._sway(moment, plate) * plate.fineness / where.scale, 0)
        paint = skia.Paint(Alphaf=alpha) if alpha < 1 else None
        for piece in pieces:
            canvas.drawImage(piece.image, piece.x, piece.y, LINEAR, paint)

    def _breathe(self, canvas: skia.Canvas, person: str, pieces: Sequence[Piece], moment: float) -> None:
        feet = max((piece.y + piece.image.height() for piece in pieces), default=0.0)
        canvas.translate(0, feet)
        canvas.scale(1, mouths.breath(person, moment, self._seed))
        canvas.translate(0, -feet)

    def _sway(self, moment: float, plate: Plate) -> float:
        return SWAY_PX * self._stage.height / 720 * math.sin(math.tau * moment / SWAY_PERIOD_S + plate.depth)
