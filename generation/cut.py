"""The cut as it stands: the selected takes of a loaded film, in order, on the frame grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from generation import cards, recipes, score, storage
from generation.film import Film
from generation.media.formats import CUT_RATIO, Format
from generation.media.framing import Box
from generation.media.timeline import (
    Captions,
    CaptionWord,
    Clip,
    PictureClip,
    SoundClip,
    Timeline,
    TimeRange,
    Track,
    Transition,
)
from generation.media.writing import runs_right_to_left
from generation.models import Asset, Slot, Take
from generation.recipes import finishing, framing
from projects import timing
from projects.models import Scene, Shot

TRANSITION_MS = {"dissolve": 400, "wipe": 500, "match": 330, "dip": 330, "dip_white": 330}
"""How long shots take to begin. A dip takes as long on either side of the cut, the others use the handle of a clip."""

FADE_IN_MS = 420
FADE_OUT_MS = 900
"""How a film comes out of black, and goes back into it after its end card."""

# Of a short shot, the part that its beginning may take.
_MOST_OF_SHOT = 0.5
# The sounds of a scene come softly, unless something in it happens at once.
_SOUNDS_COME_MS, _AT_ONCE_MS, _SUDDENLY_MS = 120, 250, 8


Files = Callable[[Asset], Path]
"""Where the file of an asset is, for whoever asks."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A timeline, and the names of the shots that have no clip yet and are shown as a slate."""

    timeline: Timeline
    missing: tuple[str, ...]


def cut(film: Film, fmt: Format, files: Files = storage.local_path) -> Cut:
    """Return the film as it stands, on the frame grid of `fmt`. The film must be timed and have shots.

    `files` says where to find what is seen and heard; nothing of it is opened here.
    """
    bounds = timing.frame_bounds(film.bounds_ms, fmt.rate)
    lengths = timing.lengths(bounds)
    picture = [
        _picture(film, shot, start, frames, fmt, files)
        for shot, start, frames in zip(film.shots, bounds, lengths, strict=False)
        if frames > 0
    ]
    timeline = Timeline(
        rate=fmt.rate,
        picture=tuple(picture),
        speech=Track(tuple(_speech(film, files))),
        music=Track(tuple(_music(film, files))),
        effects=Track(tuple(_effects(film, files))),
        words=tuple(words(film)),
        captions=Captions(recipes.caption_style(film), cards.palette(film), film.project.language),
        fade_out_frames=_fade_out(film, fmt.rate),
    )
    return Cut(timeline, tuple(clip.clip.name for clip in picture if clip.clip.media is None))


def shot_name(film: Film, shot: Shot) -> str:
    """Return what a shot is called on a slate and in messages: its scene and its place in it."""
    scene = film.scene_by_id[shot.scene_id]
    return f"Scene {scene.position + 1}, shot {shot.position + 1}"


def words(film: Film) -> list[CaptionWord]:
    """Return every word of the film with its time."""
    found = []
    for index, segment in enumerate(film.segments):
        asset = film.speech.get(segment.pk)
        if asset is None:
            continue
        at = film.segment_starts[index]
        found += [CaptionWord(str(text), at + int(start), at + int(end)) for text, start, end in film.words_of(segment)]
    return found


def _picture(film: Film, shot: Shot, start: int, frames: int, fmt: Format, files: Files) -> PictureClip:
    name = shot_name(film, shot)
    take = finishing.seen(film, shot)
    clip = _clip(name, take.asset, files, _seen(film, shot)) if take else Clip(name, None, f"slate {name}")
    return PictureClip(
        clip,
        start,
        frames,
        start_ms=film.span_ms[shot.pk][0],
        transition=transition(film, shot, frames, fmt.rate),
        card=cards.card(film, shot),
        faces=_faces(take, fmt),
        caption_place=shot.caption_place,
        follow=framing.follow(film, shot, fmt.shape) if framing.is_reframed(film, fmt.shape) else None,
    )


def transition(film: Film, shot: Shot, frames: int, rate: Fraction) -> Transition | None:
    """Return how a shot of so many frames begins; None for a cut. The film itself comes out of black."""
    if shot.pk == film.shots[0].pk:
        return Transition(_frames(FADE_IN_MS, frames, rate), "dip")
    kind = recipes.transition(film, shot)
    if kind not in TRANSITION_MS:
        return None
    # Pages are turned the way the film's writing runs.
    towards = "left" if runs_right_to_left(film.project.language) else "right"
    return Transition(_frames(TRANSITION_MS[kind], frames, rate), kind, towards)


def _frames(time_ms: int, frames: int, rate: Fraction) -> int:
    most = max(1, int(frames * _MOST_OF_SHOT))
    return max(1, min(most, timing.frame_at(time_ms, rate)))


def _fade_out(film: Film, rate: Fraction) -> int:
    """Over how many frames the film goes into black: only after an end card, for any other end comes by a cut."""
    return timing.frame_at(FADE_OUT_MS, rate) if film.shots[-1].card == Shot.Card.END else 0


def _faces(take: Take | None, fmt: Format) -> tuple[Box, ...]:
    """Where faces are in the frame, as far as whoever made the clip knows."""
    found = take.asset.details.get("faces") or () if take else ()
    return tuple(_in_frame((left, top, right, bottom), take.asset, fmt) for left, top, right, bottom in found if take)


def _in_frame(box: Box, clip: Asset, fmt: Format) -> Box:
    """A part of a clip's picture as a part of the frame, which a clip of another shape does not fill."""
    if not (clip.width and clip.height):
        return box
    across, down = fmt.width / clip.width, fmt.height / clip.height
    fills = max(across, down) <= CUT_RATIO * min(across, down)
    scale = max(across, down) if fills else min(across, down)
    wide, high = scale / across, scale / down
    left, top, right, bottom = box
    return (
        0.5 + (left - 0.5) * wide,
        0.5 + (top - 0.5) * high,
        0.5 + (right - 0.5) * wide,
        0.5 + (bottom - 0.5) * high,
    )


def _seen(film: Film, shot: Shot) -> TimeRange | None:
    """Return the part of a shot's clip that is seen; None where it is seen from its start."""
    start, end = film.span_ms[shot.pk]
    begins = recipes.clip_in_ms(film, shot)
    return TimeRange(begins, end - start) if begins else None


def _clip(name: str, asset: Asset, files: Files, part: TimeRange | None = None) -> Clip:
    return Clip(name, files(asset), asset.sha256, part)


def _speech(film: Film, files: Files) -> list[SoundClip]:
    return [
        SoundClip(_clip(f"line {index + 1}", finishing.heard(film, segment), files), film.segment_starts[index])
        for index, segment in enumerate(film.segments)
        if segment.pk in film.speech
    ]


def _music(film: Film, files: Files) -> list[SoundClip]:
    take = film.take("project", film.project.pk, Slot.Role.MUSIC)
    gain_db = film.project.music_gain_db
    return [SoundClip(_clip("music", take.asset, files), 0, gain_db, duration_ms=film.length_ms)] if take else []


def _effects(film: Film, files: Files) -> list[SoundClip]:
    """The sounds of each scene, which go while those of the next scene come."""
    found = []
    for scene in film.scenes:
        take = film.take("scene", scene.pk, Slot.Role.EFFECTS)
        if take:
            start, end = film.scene_span_ms(scene)
            heard = _heard_ms(take.asset, end - start)
            comes, goes = _comes_ms(film, scene), min(recipes.EFFECTS_TAIL_MS, heard // 4)
            clip = _clip(f"effects {scene.position + 1}", take.asset, files)
            level = take.asset.details.get("level_lufs")
            found.append(
                SoundClip(
                    clip,
                    start,
                    film.project.effects_gain_db,
                    duration_ms=heard,
                    fade_in_ms=comes,
                    fade_out_ms=goes,
                    level_lufs=level,
                )
            )
    return found + _foley(film, files)


def _foley(film: Film, files: Files) -> list[SoundClip]:
    """The sounds that were made for what clips show, as long as the clips are seen."""
    found = []
    for number, shot in enumerate(film.shots):
        sound = finishing.foley(film, shot)
        if sound is not None:
            start, end = film.span_ms[shot.pk]
            clip = _clip(f"foley {number + 1}", sound, files)
            gain_db = film.project.effects_gain_db
            found.append(SoundClip(clip, start, gain_db, duration_ms=end - start, fade_in_ms=40, fade_out_ms=120))
    return found


def _heard_ms(asset: Asset, seen_ms: int) -> int:
    """How long a scene's sounds are heard: over its end, as far as they go on there without beginning again."""
    made = asset.duration_ms or 0
    return min(made, seen_ms + recipes.EFFECTS_TAIL_MS) if made > seen_ms else seen_ms


def _comes_ms(film: Film, scene: Scene) -> int:
    cues = score.cues(film, scene)
    return _SUDDENLY_MS if cues and cues[0]["at_ms"] < _AT_ONCE_MS else _SOUNDS_COME_MS
