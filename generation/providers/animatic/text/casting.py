"""Casts a script: who is in it and what they look like, where it plays, which things matter, who has which voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from . import choosing, costumes, dressing, ideas, places, things
from .figures import Figure
from .filling import Stage
from .persons import NARRATOR, Person
from .reading import Paragraph, Span
from .roster import Memory, Roster, roster_of
from .script import company_of
from .words import WORD, draw, given_names, kinds, lexicon, words_of

# Voices made for somebody special, and who they are for.
SPECIAL = {
    "robot": frozenset({"robot", "android", "machine", "cyborg", "drone", "clone"}),
    "giant": frozenset(
        {"giant", "monster", "ogre", "troll", "dragon", "bear", "golem", "demon", "beast", "yeti", "whale"}
    ),
    "fairy": frozenset({"fairy", "elf", "imp", "sprite", "butterfly", "firefly", "mouse", "ladybird", "dormouse"}),
}
COLOURS = words_of("things", "colours", "words")
SPECIAL_FIT = 8.0  # more than sex and age: a machine sounds like one, and nobody else does
STATES = words_of("grammar", "sets", "casting_states") | words_of("things", "colours", "words")
SET_TEXTS, MOST_STATES = 12, 2
SET_FEELINGS = {
    "joyful": "bright", "funny": "colourful", "sad": "quiet", "scary": "dark", "mysterious": "shadowy",
    "romantic": "warm",
    "tense": "shadowy", "epic": "grand", "calm": "quiet",
}  # fmt: skip
WORKING = frozenset({"venture", "belong", "make", "contest", "goal"})  # stories of somebody's trade
SIZES = frozenset({"small", "little", "tiny", "big", "huge", "giant", "enormous", "young", "old"})
AGES = ("child", "teen", "adult", "elder")


def cast(material: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the cast document for a script."""
    script = material.get("script") or {}
    segments: Sequence[Mapping[str, Any]] = script.get("segments") or []
    found, teller = _people(material, segments, seed)
    found = _seen(found, segments)
    known = [dict(entry) for entry in material.get("known") or ()]
    era = str(script.get("era") or "present")
    settings = places.scenes_of(segments)
    people = roster_of({"name": p.name, "aliases": p.aliases, "sex": p.sex} for p in found)
    changes = costumes.costumes(
        settings, segments, people, {p.name: (p.age or "adult", ", ".join(p.wears)) for p in found}
    )
    characters = _characters(found, known, era, seed, changes, str(script.get("title", "")))
    voices = [dict(voice) for voice in material.get("voices") or ()]
    narrator = _give_voices(characters, voices, teller, segments, seed)
    return {
        "narrator_voice": narrator,
        "characters": characters,
        "sets": _sets(settings, era, script, roster_of(characters)),
        "props": _props(segments, characters, _own_thing(material, seed)),
    }


# --- who ---------------------------------------------------------------------------------------------------------


def _people(material: Mapping[str, Any], segments: Sequence[Mapping[str, Any]], seed: int) -> tuple[list[Person], str]:
    """Return everybody who is seen, and the name of a first-person narrator or ""."""
    source, kind = str(material.get("source", "")), str(material.get("source_kind") or "story")
    if kind == "idea":
        found, teller = _invented(source, segments, seed)
    else:
        company = company_of(source, kind)
        found, teller = company.people, company.teller
    known = {name for person in found for name in (person.name, *person.aliases)}
    strangers = [str(s.get("speaker")) for s in segments if s.get("kind") == "line" and s.get("speaker") not in known]
    for name in dict.fromkeys(strangers):
        if name:
            found.append(Person(name, role=_role_in(name), sex=given_names().get(name.split()[0], "")))
    return found, teller


def _seen(found: Sequence[Person], segments: Sequence[Mapping[str, Any]]) -> list[Person]:
    """Leave out whoever is only talked about: the dead brother of a story is no figure on screen."""
    roster, memory = roster_of({"name": p.name, "aliases": p.aliases, "sex": p.sex} for p in found), Memory()
    speaking = {str(segment.get("speaker", "")).lower() for segment in segments}
    told = {
        name
        for segment in segments
        if segment.get("kind") == "narration"
        for name in roster.mentioned(str(segment.get("text", "")), memory)
    }
    return [p for p in found if p.name in told or speaking & {name.lower() for name in (p.name, *p.aliases)}]


def _role_in(name: str) -> str:
    roles = set(lexicon("people")["roles"]) | words_of("people", "animals", "words")
    return next((word.lower() for word in reversed(name.split()) if word.lower() in roles), "")


def _invented(source: str, segments: Sequence[Mapping[str, Any]], seed: int) -> tuple[list[Person], str]:
    """Return the people of the story that was made up for this idea, as far as they are still in the script."""
    stage = choosing.stage_for(ideas.read(source, seed), seed)
    told = [Paragraph((Span(str(s.get("text", "")), quoted=s.get("kind") == "line"),)) for s in segments]
    said = {word for paragraph in told for word in WORD.findall(paragraph.text.replace("’s", "").replace("'s", ""))}
    speaking = {str(s.get("speaker", "")) for s in segments}
    found: list[Person] = []
    for figure in choosing.company(stage):
        if figure.name in speaking or figure.name in said or (figure.surname and figure.surname in said):
            aliases = [figure.full_name, f"the {figure.role}", figure.surname]
            person = Person(
                figure.name,
                [alias for alias in dict.fromkeys(aliases) if alias and alias != figure.name],
                figure.role,
                figure.sex,
                figure.age,
            )
            person.wears, person.features = _own_looks(figure, stage)
            if person.name not in [other.name for other in found]:
                found.append(person)
    teller = stage.cast[stage.plot.teller].name if stage.plot.teller else ""
    if teller:
        next(person for person in [*found, Person(teller)] if person.name == teller).aliases.append("I")
    return found, teller if teller in [person.name for person in found] else ""


def _own_looks(figure: Figure, stage: Stage) -> tuple[list[str], list[str]]:
    """Return the clothes and features that an idea gives somebody: a dragon who opens a bakery wears an apron."""
    features = []
    if dressing.is_creature(figure.role):
        told = [word for word in figure.adjectives.split() if word in COLOURS or word in SIZES]
        whole = dressing.features_of((), figure.role, "", "", dressing.wardrobe("", draw(0), ()), draw(0)).split(", ")[
            0
        ]
        features = [" ".join([*told, whole])]
    works = figure is stage.premise.hero and stage.premise.conflict in WORKING
    keeper = str(lexicon("ideas")["keeper"].get(stage.premise.place_kind, "")).replace(" ", "-")
    worn = str(lexicon("people")["roles"].get(keeper, "")) if works and features and not figure.is_thing else ""
    return [part for part in worn.split(", ") if part][:3], features


def _characters(
    found: Sequence[Person],
    known: Sequence[dict[str, Any]],
    era: str,
    seed: int,
    changes: Mapping[str, Sequence[costumes.Costume]],
    film: str,
) -> list[dict[str, Any]]:
    rack = dressing.wardrobe(
        era, draw(seed, "wardrobe", film), [garment for person in found for garment in person.wears]
    )
    rack.used |= {str(entry.get("wears", "")) for entry in known}
    characters = []
    for person in found:
        before = _already_cast(person, known)
        source = draw(seed, "look", film, person.name)
        mine = changes.get(person.name, ())
        later = {garment for costume in mine for garment in costume.wears}
        person.wears = [garment for garment in person.wears if garment not in later]
        entry = before or _character(person, rack, source)
        entry["looks"] = [_look(costume, entry, rack, source) for costume in mine] or entry.get("looks", [])
        characters.append(entry)
    return characters


def _look(
    costume: costumes.Costume, entry: Mapping[str, Any], rack: dressing.Wardrobe, source: Random
) -> dict[str, str]:
    """Return one look of a character in the words of a plan; "" where it is as usual."""
    sex, age = str(entry["sex"]), costume.age or str(entry["age"])
    grown = bool(costume.age) or any(garment.split()[-1] in dressing.MAIN_GARMENTS for garment in costume.wears)
    hair = costume.hair
    if costume.age == "elder" and not hair:
        hair = dressing.hair_of("", "", sex, "elder", rack, source)
    features = [*costume.features, *(["wrinkles"] if costume.age == "elder" else [])]
    return {
        "name": costume.name,
        "wears": dressing.clothes(costume.wears, "", sex, rack, source, age=age) if grown else "",
        "hair": hair,
        "age": costume.age,
        "features": ", ".join(features),
    }


def _already_cast(person: Person, known: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the character of an earlier film of the series that this person is."""
    names = {person.name.lower(), *(alias.lower() for alias in person.aliases if not alias.startswith("the "))}
    for entry in known:
        if str(entry.get("name", "")).lower() in names:
            return dict(entry, aliases=list(dict.fromkeys([*entry.get("aliases", ()), *person.aliases])))
    return None


def _character(person: Person, rack: dressing.Wardrobe, source: Random) -> dict[str, Any]:
    sex = person.sex or source.choice(("male", "female"))
    age = person.age or "adult"
    wears = dressing.clothes(person.wears, person.role, sex, rack, source, age=age)
    hair = dressing.hair_of(person.hair, person.role, sex, age, rack, source)
    features = dressing.features_of(person.features, person.role, sex, age, rack, source)
    skins = dressing.SKIN_BY_CULTURE.get(_culture(person.name), dressing.SKINS)
    skin = dressing.hide_colour(person.role, skins, rack, source)
    skin = next((word for word in person.features[:1] for word in word.split() if word in COLOURS), "") or skin
    if dressing.is_creature(person.role) and skin in COLOURS and hair.endswith(("fur", "feathers")):
        hair = f"{skin} {hair.split()[-1]}"
    build = person.build or dressing.build_of(age, rack, source)
    role = "narrator" if person.name == NARRATOR and not person.role else person.role
    return {
        "name": person.name,
        "aliases": person.aliases,
        "role": role,
        "sex": sex,
        "age": age,
        "build": build,
        "skin": skin,
        "hair": hair,
        "features": features,
        "wears": wears,
        "description": _description(role, sex, age, hair, features, wears),
        "voice": "",
        "looks": [],
    }


def _culture(name: str) -> str:
    """Return whose name it is, for names that only one culture uses."""
    given = name.split()[0]
    table = lexicon("names")
    owners = {c for sex in ("male", "female") for c, names in table[sex].items() if given in names.split()}
    return owners.pop() if len(owners) == 1 else ""


def _description(role: str, sex: str, age: str, hair: str, features: str, wears: str) -> str:
    adult = {"male": "man", "female": "woman"}[sex]
    who = {"child": {"male": "boy", "female": "girl"}[sex], "teen": f"young {adult}", "elder": f"old {adult}"}.get(
        age, adult
    )
    if dressing.is_creature(role):
        covered = f"; {hair}" if not hair.startswith("smooth") else ""
        worn = f"; wears {wears}" if wears else ""
        return f"{features.split(', ')[0].capitalize()}{covered}{worn}."
    trade = f", {role}" if role and role not in {who, sex, "man", "woman", "boy", "girl"} else ""
    top = (
        hair
        if hair == "bald" or "hair" in hair or hair.endswith(("bun", "braid", "braids", "curls", "ponytail"))
        else f"{hair} hair"
    )
    return f"{who.capitalize()}{trade}; {top}, {features}; wears {wears}."


# --- voices ------------------------------------------------------------------------------------------------------


def _give_voices(
    characters: list[dict[str, Any]],
    voices: Sequence[Mapping[str, Any]],
    teller: str,
    segments: Sequence[Mapping[str, Any]],
    seed: int,
) -> str:
    """Give everybody a voice of their sex and age, no voice twice while there are others; return the narrator's.

    Whoever says most chooses first, so that the voices that fit best are heard most.
    """
    if not voices:
        return ""
    used = [str(entry["voice"]) for entry in characters if entry.get("voice")]
    told = _narrator(voices)
    spare = () if teller else (told,)
    mixed = list(voices)
    draw(seed, "voices").shuffle(mixed)
    speaking = [str(segment.get("speaker", "")) for segment in segments if segment.get("kind") == "line"]
    called = {id(entry): {entry["name"], *entry["aliases"]} for entry in characters}
    chatty = sorted(characters, key=lambda entry: -sum(name in called[id(entry)] for name in speaking))
    for entry in sorted(chatty, key=lambda entry: entry["name"] != teller):
        if not entry.get("voice"):
            entry["voice"] = _best_voice(entry, mixed, used, spare)
            used.append(str(entry["voice"]))
    mine = next((str(entry["voice"]) for entry in characters if entry["name"] == teller), "")
    return mine or told


def _narrator(voices: Sequence[Mapping[str, Any]]) -> str:
    """Return the voice that tells stories: one meant for it, else the first grown-up one."""
    for voice in voices:
        if "narrat" in f"{voice.get('tone', '')} {voice.get('name', '')} {voice.get('key', '')}".lower():
            return str(voice["key"])
    grown = [voice for voice in voices if voice.get("age") in {"adult", "", None}]
    return str((grown or list(voices))[0]["key"])


def _best_voice(
    entry: Mapping[str, Any], voices: Sequence[Mapping[str, Any]], used: Sequence[str], spare: Sequence[str]
) -> str:
    def fit(place_voice: tuple[int, Mapping[str, Any]]) -> tuple[float, int]:
        place, voice = place_voice
        score = 6.0 * (voice.get("sex") == entry["sex"]) + _age_fit(str(voice.get("age", "")), str(entry["age"]))
        key = str(voice["key"])
        kind = next((kind for kind in SPECIAL if kind in f"{key} {voice.get('tone', '')}".lower()), "")
        if kind:
            score += SPECIAL_FIT * (1 if str(entry.get("role", "")).split(" ")[-1] in SPECIAL[kind] else -1)
        score -= 5.0 * used.count(key) + 4.0 * (key in spare)
        return -score, place

    return str(min(enumerate(voices), key=fit)[1]["key"])


def _age_fit(voice: str, age: str) -> float:
    if voice not in AGES or age not in AGES:
        return 0
    apart = abs(AGES.index(voice) - AGES.index(age))
    # Two girls with one voice are better than a girl with her grandmother's.
    return 3.0 - 1.5 * apart - 2.0 * (apart > 1)


# --- where and what ----------------------------------------------------------------------------------------------


def _sets(
    settings: Sequence[places.Setting], era: str, script: Mapping[str, Any], roster: Roster
) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for setting in settings:
        if setting.name not in found:
            found[setting.name] = {
                "name": setting.name,
                "kind": setting.kind,
                "description": _set_description(setting, era, str(script.get("mood", "")), roster),
                "interior": setting.interior,
                "era": era,
            }
    return list(found.values())


def _set_description(setting: places.Setting, era: str, mood: str, roster: Roster) -> str:
    """Return a phrase for the set, of words that can be drawn: its state and colours, its kind, light and era."""
    del roster
    told = [word for text in setting.texts[:SET_TEXTS] for word in states_near(text, setting.kind)]
    named = [word for word in setting.name.lower().split() if word in STATES]
    states = [state for state in dict.fromkeys([*named, *told]) if state != setting.kind][:MOST_STATES]
    light = {"dawn": "early light", "day": "daylight", "dusk": "evening light", "night": "lamplight"}[setting.time]
    weather = {"rain": "rainy", "storm": "stormy", "snow": "snowy", "fog": "foggy"}.get(setting.weather, "")
    feeling = SET_FEELINGS.get(mood, "")
    parts = [*(states or ([feeling] if feeling else [])), *([weather] if weather and not setting.interior else [])]
    noun = setting.kind if setting.name.lower().endswith(setting.kind) else f"{setting.kind}"
    return f"{' '.join([*parts, noun])} in {light}, {era}".strip()


def states_near(text: str, kind: str) -> list[str]:
    """Return the words of a sentence that say what a place is like: before the place's own word, or after "was"."""
    said = [word.lower() for word in WORD.findall(text)]
    found = []
    for at, word in enumerate(said):
        if kinds().get(word) != kind:
            continue
        start = at
        while start > 0 and at - start < MOST_STATES + 1 and said[start - 1] in STATES:
            start -= 1
        found += said[start:at]
        if said[at + 1 : at + 2] and said[at + 1] in {"was", "is", "were", "looked", "stood", "lay"}:
            found += [state for state in said[at + 2 : at + 6] if state in STATES]
    return found


def _own_thing(material: Mapping[str, Any], seed: int) -> str:
    """Return the thing that an idea is about, or ""."""
    if str(material.get("source_kind") or "story") != "idea":
        return ""
    premise = ideas.read(str(material.get("source", "")), seed)
    if premise.form == "explain":
        return next(
            (noun for noun, _ in things.nouns_of_things(f"the {premise.topic}")), things.thing_noun(premise.topic)
        )
    return premise.thing if premise.own_thing else ""


def _props(
    segments: Sequence[Mapping[str, Any]], characters: Sequence[Mapping[str, Any]], own: str
) -> list[dict[str, Any]]:
    taken = frozenset(word.lower() for entry in characters for word in f"{entry['role']} {entry['name']}".split())
    roster = roster_of(characters)
    memory = Memory()
    owners: dict[str, str] = {}
    for segment in segments:
        text = str(segment.get("text", ""))
        present = roster.mentioned(text, memory)
        for noun, _ in things.nouns_of_things(text):
            if present and noun not in owners:
                owners[noun] = present[0]
    found = things.things_in(segments, taken)
    if own:
        noun = things.thing_noun(own) or own.split()[-1].lower()
        rest = [thing for thing in found if thing.noun != noun]
        found = [things.Thing(own.lower(), noun, 1), *rest][: things.MOST_PROPS]
    return [{"name": thing.name, "description": thing.name, "owner": owners.get(thing.noun, "")} for thing in found]
