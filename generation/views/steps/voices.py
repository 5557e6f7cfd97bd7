"""Who speaks with which voice, and the voices there are, each to be heard before it is chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from entities.models import Character, Voice
from generation.film import Film
from generation.models import Job, Slot
from generation.views import wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.bills import Reckoning

NARRATOR = "narrator"


@dataclass(frozen=True)
class Speaker:
    """Somebody with lines, and their voice."""

    key: str
    name: str
    voice: str
    voice_id: int
    lines: str
    is_open: bool
    may_edit: bool


@dataclass(frozen=True)
class Sample:
    """What a voice sounds like: a sound, the making of one, or the offer to make it."""

    film_id: int
    voice_id: int
    name: str
    audio: str
    is_working: bool
    may_edit: bool


@dataclass(frozen=True)
class Choice:
    """One voice that can be chosen."""

    voice_id: int
    name: str
    about: str
    is_chosen: bool
    suits: bool
    sample: Sample


@dataclass(frozen=True)
class Chooser:
    """The voices for one speaker. Nothing is open where there is no `name`."""

    film_id: int
    key: str = ""
    name: str = ""
    chosen: int = 0
    lines: str = ""
    bill: str = ""
    choices: tuple[Choice, ...] = ()
    others: int = 0
    may_edit: bool = False


def speakers(studio: Studio) -> Part:
    """Return everybody who says something, the narrator first."""
    film = studio.film
    lines = Counter(segment.speaker_id or 0 for segment in film.spoken)
    rows = [_speaker(studio, None, lines[0])] if lines[0] or film.segments else []
    cast = [pk for pk in film.characters if lines[pk]]
    rows += [_speaker(studio, film.characters[pk], lines[pk]) for pk in sorted(cast, key=lambda pk: -lines[pk])]
    return Part("speakers", "generation/script/_speakers.html", tuple(rows))


def _speaker(studio: Studio, person: Character | None, lines: int) -> Speaker:
    film = studio.film
    voice_id = (person.voice_id if person else film.project.narrator_id) or 0
    voice = film.voices.get(voice_id)
    narrator = film.voices.get(film.project.narrator_id or 0)
    key = str(person.pk) if person else NARRATOR
    fallback = _("the narrator's voice") if person and narrator else _("no voice yet")
    return Speaker(
        key=key,
        name=person.name if person else _("Narrator"),
        voice=voice.name if voice else fallback,
        voice_id=voice_id,
        lines=wording.count(lines, _("line"), _("lines")),
        is_open=studio.asked.get("voice") == key,
        may_edit=studio.may_edit,
    )


def names(studio: Studio) -> Part:
    """Return who a line can be given to: kept once on the page, not in every line."""
    cast = tuple((person.pk, person.name) for person in studio.film.characters.values())
    return Part("speakernames", "generation/script/_names.html", cast)


def chooser(studio: Studio, reckoning: Reckoning) -> Part:
    """Return the voices to choose from for the speaker that the address names; nothing for none."""
    return Part("voicechooser", "generation/script/_chooser.html", _chooser(studio, reckoning))


def _chooser(studio: Studio, reckoning: Reckoning) -> Chooser:
    film, key = studio.film, studio.asked.get("voice", "")
    person = film.characters.get(int(key)) if key.isdecimal() else None
    if person is None and key != NARRATOR:
        return Chooser(film.project.pk)
    chosen = (person.voice_id if person else film.project.narrator_id) or 0
    spoken = [segment for segment in film.spoken if (segment.speaker_id or 0) == (person.pk if person else 0)]
    slots = (film.slot("segment", segment.pk, Slot.Role.SPEECH) for segment in spoken)
    able = voices_to_choose(film)
    choices = [
        _choice(studio, voice, person, chosen, samples) for samples in [samples_of(film, able)] for voice in able
    ]
    choices.sort(key=lambda choice: (not choice.is_chosen, not choice.suits, choice.name))
    return Chooser(
        film_id=film.project.pk,
        key=key,
        name=person.name if person else _("Narrator"),
        chosen=chosen,
        lines=wording.count(len(spoken), _("line"), _("lines")) if spoken else "",
        bill=reckoning.bill(slot for slot in slots if slot).words if spoken else "",
        choices=tuple(choices),
        others=sum(not choice.suits for choice in choices),
        may_edit=studio.may_edit,
    )


def voices_to_choose(film: Film) -> list[Voice]:
    """Return the voices that a film can be spoken with: on their shelf, and of a model that is switched on."""
    on = {offer.key for offer in film.offers if offer.is_on and offer.capability == "speech"}
    return [voice for voice in film.voices.values() if voice.offer in on and voice.removed_at is None]


def _choice(
    studio: Studio, voice: Voice, person: Character | None, chosen: int, samples: dict[int, tuple[str, bool]]
) -> Choice:
    audio, is_working = samples.get(voice.pk, ("", False))
    about = ", ".join(filter(None, [voice.sex, voice.age, voice.tone]))
    sample = Sample(studio.film.project.pk, voice.pk, voice.name, audio, is_working, studio.may_edit)
    is_chosen = voice.pk == chosen
    return Choice(voice.pk, voice.name, about, is_chosen, is_chosen or _suits(voice, person), sample)


def _suits(voice: Voice, person: Character | None) -> bool:
    if person is None:
        return True
    return (not person.sex or not voice.sex or voice.sex == person.sex) and voice.age == (person.age or "adult")


def samples_of(film: Film, voices: list[Voice]) -> dict[int, tuple[str, bool]]:
    """Return for each voice its sample's address, and whether one is being made."""
    slots = Slot.objects.filter(role=Slot.Role.SAMPLE, variant=str(film.project.library_id), voice__in=voices)
    rows = list(slots.select_related("selected_take__asset"))
    at_work = set(Job.objects.filter(slot__in=rows, state__in=Job.ACTIVE).values_list("slot", flat=True))
    return {
        slot.voice_id or 0: (media_url(slot.selected_take.asset) if slot.selected_take else "", slot.pk in at_work)
        for slot in rows
    }
