"""What a film shows: its scenes with their shots, and the finished film."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from generation.film import Film
from generation.models import Job, Rendition, Slot
from generation.services.progress import Progress
from generation.views import wording
from generation.views.folding import Fold, Folding
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.vocabulary import in_a_phrase
from projects.models import Scene, Shot


@dataclass(frozen=True)
class SceneCard:
    """The head of a scene."""

    number: int
    heading: str
    facts: str
    summary: str
    fold: Fold | None


@dataclass(frozen=True)
class ShotCard:
    """One shot: its picture, then its clip, and how it stands."""

    number: str
    camera: str
    action: str
    heard: str
    who: str
    length: str
    picture: str
    clip: str
    state: str
    word: str


@dataclass(frozen=True)
class Download:
    """A file to keep."""

    label: str
    about: str
    url: str


@dataclass(frozen=True)
class Player:
    """The finished film, or what there is of it."""

    title: str
    video: str
    poster: str
    captions: str
    language: str
    shape: str
    is_current: bool
    is_live: bool
    facts: tuple[str, ...]
    missing: tuple[str, ...]
    downloads: tuple[Download, ...]


def scenes(film: Film, asked: Mapping[str, str]) -> tuple[Part, Part]:
    """Return which scenes are open, and the scenes, each with a part for every shot."""
    shots = film.shots_by_scene
    folding = Folding(
        asked, {f"scene-{row.pk}": [f"shot-{shot.pk}" for shot in shots.get(row.pk, ())] for row in film.scenes}
    )
    children = tuple(_scene(film, folding, scene) for scene in film.scenes)
    return folding.part(), Part("scenes", "generation/film/_scenes.html", "", children)


def _scene(film: Film, folding: Folding, scene: Scene) -> Part:
    key, all_shots = f"scene-{scene.pk}", film.shots_by_scene.get(scene.pk, [])
    place = film.sets.get(scene.set_id or 0)
    facts = [
        place.name if place else "",
        in_a_phrase(scene.time_of_day),
        in_a_phrase(scene.weather if scene.weather != "clear" else ""),
        scene.mood,
    ]
    card = SceneCard(
        scene.position + 1,
        scene.heading or _("Scene %s") % (scene.position + 1),
        ", ".join(filter(None, facts)),
        scene.summary,
        folding.fold(
            key,
            wording.count(len(all_shots), _("shot"), _("shots")),
            (_standing(film, *_slots(film, shot)) for shot in all_shots),
        ),
    )
    shots = tuple(
        Part(f"shot-{shot.pk}", "generation/film/_shot.html", _shot(film, scene, shot))
        for shot in (all_shots if folding.is_open(key) else ())
    )
    return Part(key, "generation/film/_scene.html", card, shots)


def _slots(film: Film, shot: Shot) -> tuple[Slot | None, Slot | None]:
    """Return the slots of a shot's picture and clip."""
    return film.slot("shot", shot.pk, Slot.Role.FRAME), film.slot("shot", shot.pk, Slot.Role.CLIP)


def _shot(film: Film, scene: Scene, shot: Shot) -> ShotCard:
    frame, clip = _slots(film, shot)
    state, word = _standing(film, frame, clip)
    start, end = film.span_ms[shot.pk] if film.is_timed else (0, 0)
    return ShotCard(
        number=f"{scene.position + 1}.{shot.position + 1}",
        camera=wording.camera(shot.size, shot.angle, shot.move),
        action=shot.action,
        heard=_heard(film, shot),
        who=", ".join(
            film.characters[casting.entity_id].name
            for casting in film.shot_castings.get(shot.pk, ())
            if casting.entity_id in film.characters
        ),
        length=f"{(end - start) / 1000:.1f} s" if end > start else "",
        picture=_file(frame),
        clip=_file(clip),
        state=state,
        word=word,
    )


def _file(slot: Slot | None) -> str:
    return media_url(slot.selected_take.asset) if slot and slot.selected_take else ""


def _standing(film: Film, frame: Slot | None, clip: Slot | None) -> tuple[str, str]:
    failed = {slot_id for slot_id, _ in film.failures}
    under_way = [film.active[slot.pk] for slot in (clip, frame) if slot and slot.pk in film.active]
    if any(job.state == Job.State.UNCONFIRMED for job in under_way):
        return "failed", _("No answer seen")
    if clip and clip.pk in film.active:
        return "working", _("Shooting")
    if frame and frame.pk in film.active:
        return "working", _("Drawing")
    if clip and clip.selected_take:
        return "done", _("Clip")
    if any(slot and slot.pk in failed and not slot.selected_take for slot in (frame, clip)):
        return "failed", _("Failed")
    return ("picture", _("Picture")) if frame and frame.selected_take else ("waiting", _("Waiting"))


def _heard(film: Film, shot: Shot) -> str:
    """The words that are heard while a shot is seen, as the script has them."""
    index = film.shot_index[shot.pk]
    following = film.shots[index + 1] if index + 1 < len(film.shots) else None
    pieces = []
    for position in film.segments_of(shot):
        segment = film.segments[position]
        words = segment.text.split()
        end = following.from_word if following and following.segment_id == segment.pk else len(words)
        pieces.append(" ".join(words[shot.from_word if segment.pk == shot.segment_id else 0 : end]))
    return " ".join(filter(None, pieces))


def player(film: Film, progress: Progress) -> Part:
    """Return the finished film with what can be downloaded; a place for it while there is none."""
    rendition = progress.film
    first = film.slot("shot", film.shots[0].pk, Slot.Role.FRAME) if film.shots else None
    shows = Player(
        title=wording.title(film.project),
        video=media_url(rendition.take.asset) if rendition else "",
        poster=_file(first) or _newest_picture(film),
        captions=media_url(rendition.vtt) if rendition else "",
        language=(film.project.language or "en")[:5],
        shape=film.project.shape.replace(":", "x"),
        is_current=progress.is_film_current,
        is_live=progress.is_live,
        facts=_facts(rendition) if rendition else (),
        missing=tuple(str(shot) for shot in rendition.missing_shots) if rendition else (),
        downloads=_downloads(film, rendition, first) if rendition else (),
    )
    return Part("film", "generation/film/_player.html", shows)


def _newest_picture(film: Film) -> str:
    looks = (film.slot("look", pk, Slot.Role.REFERENCE) for pk in film.looks)
    return next((url for slot in looks if (url := _file(slot))), "")


def _facts(rendition: Rendition) -> tuple[str, ...]:
    asset = rendition.take.asset
    facts = [wording.clock(rendition.duration_ms), f"{asset.width} × {asset.height}", f"{asset.size / 1e6:.1f} MB"]
    if rendition.loudness_lufs is not None:
        facts.append(f"{rendition.loudness_lufs:.1f} LUFS")
    return tuple(facts)


def _downloads(film: Film, rendition: Rendition, first: Slot | None) -> tuple[Download, ...]:
    name = wording.title(film.project)
    files = [
        (_("Film"), "MP4", rendition.take.asset),
        (_("Captions"), "SRT", rendition.srt),
        (_("Captions"), "VTT", rendition.vtt),
    ]
    if first and first.selected_take:
        files.append((_("Poster"), _("picture"), first.selected_take.asset))
    return tuple(
        Download(label, about, f"{media_url(asset)}?{_query(name)}")
        for label, about, asset in files
        if asset is not None
    )


def _query(name: str) -> str:
    return urlencode({"download": name})
