"""The cut as it stands: the selected takes of a loaded film, in order, on the frame grid."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generation import recipes, storage
from generation.film import Film
from generation.media.formats import Format
from generation.media.timeline import CaptionWord, Clip, PictureClip, SoundClip, Timeline, TimeRange, Track, Transition
from generation.models import Asset, Slot, Take
from projects import timing
from projects.models import Shot

DISSOLVE_MS = 300


@dataclass(frozen=True, slots=True)
class Cut:
    """A timeline, and the names of the shots that have no clip yet and are shown as a slate."""

    timeline: Timeline
    missing: tuple[str, ...]


def cut(film: Film, fmt: Format) -> Cut:
    """Return the film as it stands, on the frame grid of `fmt`. The film must be timed and have shots."""
    bounds = timing.frame_bounds(film.bounds_ms, fmt.rate)
    lengths = timing.lengths(bounds)
    picture = [
        _picture(film, shot, start, frames, fmt)
        for shot, start, frames in zip(film.shots, bounds, lengths, strict=False)
        if frames > 0
    ]
    timeline = Timeline(
        rate=fmt.rate,
        picture=tuple(picture),
        speech=Track(tuple(_speech(film))),
        music=Track(tuple(_music(film))),
        effects=Track(tuple(_effects(film))),
        words=tuple(words(film)),
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
        found += [CaptionWord(str(text), at + int(start), at + int(end)) for text, start, end in _times(asset)]
    return found


def _times(asset: Asset) -> list[tuple[str, int, int]]:
    times: list[tuple[str, int, int]] = asset.details.get("words", [])
    return times


def _picture(film: Film, shot: Shot, start: int, frames: int, fmt: Format) -> PictureClip:
    name = shot_name(film, shot)
    take = film.take("shot", shot.pk, Slot.Role.CLIP)
    clip = _clip(name, take, _seen(film, shot)) if take else Clip(name, None, f"slate {name}")
    begins = transition(film, shot, frames, fmt.rate)
    return PictureClip(clip, start, frames, start_ms=film.span_ms[shot.pk][0], transition=begins)


def transition(film: Film, shot: Shot, frames: int, rate: Fraction) -> Transition | None:
    """Return how a shot of so many frames begins; None for a cut."""
    if recipes.transition(film, shot) != "dissolve":
        return None
    return Transition(max(1, min(frames, round(DISSOLVE_MS * rate / 1000))))


def _seen(film: Film, shot: Shot) -> TimeRange | None:
    """Return the part of a shot's clip that is seen; None where it is seen from its start."""
    start, end = film.span_ms[shot.pk]
    begins = recipes.clip_in_ms(film, shot)
    return TimeRange(begins, end - start) if begins else None


def _clip(name: str, take: Take, part: TimeRange | None = None) -> Clip:
    return Clip(name, storage.local_path(take.asset), take.asset.sha256, part)


def _speech(film: Film) -> list[SoundClip]:
    return [
        SoundClip(
            Clip(f"line {index + 1}", storage.local_path(film.speech[segment.pk]), film.speech[segment.pk].sha256),
            film.segment_starts[index],
        )
        for index, segment in enumerate(film.segments)
        if segment.pk in film.speech
    ]


def _music(film: Film) -> list[SoundClip]:
    take = film.take("project", film.project.pk, Slot.Role.MUSIC)
    gain_db = film.project.music_gain_db
    return [SoundClip(_clip("music", take), 0, gain_db, duration_ms=film.length_ms)] if take else []


def _effects(film: Film) -> list[SoundClip]:
    found = []
    for scene in film.scenes:
        take = film.take("scene", scene.pk, Slot.Role.EFFECTS)
        if take:
            start, end = film.scene_span_ms(scene)
            clip, gain_db = _clip(f"effects {scene.position + 1}", take), film.project.effects_gain_db
            found.append(SoundClip(clip, start, gain_db, duration_ms=end - start))
    return found
