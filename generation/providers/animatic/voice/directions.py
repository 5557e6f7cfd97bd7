"""Stage directions in plain English ("barely above a whisper", "into phone"), and what each does to a voice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generation.providers.animatic.voice.voices import Shape


@dataclass(frozen=True, slots=True)
class Change:
    """What a direction changes: the shape of the voice, its level in dB, what it is heard through, its pauses."""

    shape: Shape = field(default_factory=Shape)
    level_db: float = 0.0
    channel: str = ""
    pauses: float = 1.0


# Stems of the words that scripts use in parentheses. All that match apply, except those inside a longer phrase above.
_TABLE: tuple[tuple[str, Change], ...] = (
    (
        r"whisper|under (?:his|her|their|its|my) breath|hiss|sotto voce|(?:in|with) (?:a )?hushed",
        Change(Shape(pace=0.94, throat=1.08, breath=1.0), -4.0),
    ),
    (
        r"shout|yell|scream|shriek|bellow|roar|hollers?\b|at the top of (?:his|her|their) (?:voice|lungs)|loud"
        r"|cr(?:y|ies|ying) out|(?:over|above) the (?:\w+ ){0,2}(?:noise|engine|wind|music|crowd|storm|din|roar)",
        Change(Shape(1.40, 1.02, 1.10, 1.05, 1.1, tilt=3.0, chest=-3.0, presence=4.0), 2.5),
    ),
    (
        r"call(?:s|ed|ing)? (?:out|to|after|from|back|up|down|across)|rais(?:es|ing) (?:his|her|their) voice|project",
        Change(Shape(1.18, 1.0, 1.05, 1.0, 1.15, tilt=1.8, presence=2.0), 1.5),
    ),
    (r"slow|drawl|hesita|halting|deliberate|measured|unhurried", Change(Shape(pace=0.80), pauses=1.3)),
    (
        r"fast|quick|hurr|rush|urgent|rapid|panick?|frantic|babbl",
        Change(Shape(1.04, pace=1.20, liveliness=1.05), pauses=0.7),
    ),
    (r"breathless|pant(?:s|ing)\b|out of breath|gasp|winded", Change(Shape(1.05, pace=1.08, breath=0.45), pauses=1.2)),
    (
        r"excit|thrill|eager|enthus|ecstatic|elated|amazed|delight|overjoyed",
        Change(Shape(1.16, 1.01, 1.0, 1.10, 1.45, tilt=0.8, lilt=1.0), 0.5),
    ),
    (
        r"happ[yi]|joy|cheer|bright|beam|smil|grin|playful|teas|amus",
        Change(Shape(1.07, 1.02, 1.0, 1.03, 1.25, tilt=0.4, lilt=0.5)),
    ),
    (
        r"laugh|giggl|chuckl|crack(?:s|ing) up|snicker",
        Change(Shape(1.12, 1.02, 1.0, 1.04, 1.35, breath=0.25, shake=0.5)),
    ),
    (
        r"\bsad|sorrow|grie[fv]|mourn|broken|wistful|forlorn|melanchol|heavy|dejected|resign",
        Change(Shape(0.92, pace=0.85, liveliness=0.55, breath=0.18, tilt=-1.2), -1.0, pauses=1.3),
    ),
    (
        r"weep|in tears|tearful|\bsob|\bcr(?:y|ies|ying)\b(?! out)|chok|voice breaking|sniff",
        Change(Shape(1.03, pace=0.88, liveliness=0.8, breath=0.3, tremor=0.04, shake=0.25), -1.0, pauses=1.4),
    ),
    (
        r"tired|wear[yi]|exhaust|sleep|drows|weak|faint|dying|sigh|yawn|groggy",
        Change(Shape(0.92, pace=0.82, liveliness=0.6, breath=0.25, rough=0.12, tilt=-1.6), -2.0, pauses=1.4),
    ),
    (
        r"angr|furious|fury|\brag(?:e|ing)|fierce|harsh|snap|snarl|growl|seeth|outraged|livid|gritted",
        Change(Shape(1.07, 1.0, 1.05, 1.06, 1.35, rough=0.18, tilt=1.6, presence=3.0), 1.5, pauses=0.8),
    ),
    (
        r"stern|bitter|command|firm|order(?:s|ing)\b|strict|sharp|insist",
        Change(Shape(0.97, liveliness=0.9, tilt=1.2), 0.5),
    ),
    (
        r"fear|afraid|scared|terrif|trembl|nervous|anxious|frighten|shak(?:y|ing|en)|quaver|timid|worried|stammer",
        Change(Shape(1.12, 1.0, 1.0, 1.06, 1.1, 0.25, tremor=0.035, tilt=-0.4), -0.5),
    ),
    (
        r"soft|gentl|tender|quiet|calm|hush|murmur|mutter|mumbl|loving|sooth|intimate|affection|low voice|kindly",
        Change(Shape(0.97, pace=0.93, liveliness=0.85, breath=0.35, tilt=-1.6), -2.0, pauses=1.1),
    ),
    (
        r"grave|serious|solemn|cold|grim|ominous|menac|threat|dark|sinister|mysterious",
        Change(Shape(0.93, 0.99, pace=0.92, liveliness=0.75, tilt=-0.4, chest=2.0), pauses=1.2),
    ),
    (
        r"flat|deadpan|monoton|bored|dull|emotionless|dry(?:ly)?\b|matter[- ]of[- ]fact|blank",
        Change(Shape(0.98, pace=0.95, liveliness=0.35)),
    ),
    (r"hoarse|rasp|gravel|croak|gruff", Change(Shape(0.96, breath=0.25, rough=0.35))),
    (
        r"drunk|slur|tips(?:y|ily)|woozy|dazed",
        Change(Shape(0.95, 0.98, 0.97, 0.80, 1.2, 0.15, 0.1, 0.02, tilt=-1.0), pauses=1.3),
    ),
    (
        r"question|puzzl|confus|uncertain|unsure|curious|surpris|incredul|disbelie",
        Change(Shape(1.03, liveliness=1.2, lilt=2.5)),
    ),
    (r"sarcas|ironic|mock|sneer|condescend", Change(Shape(0.97, pace=0.93, liveliness=1.35, nasal=3.0))),
    (
        r"plead|beg(?:s|ging)\b|desperate|implor",
        Change(Shape(1.10, pace=1.02, liveliness=1.3, breath=0.2, tremor=0.02)),
    ),
    (
        r"proud|triumph|victor|declar|announc|grand(?:ly|iose)",
        Change(Shape(1.02, liveliness=1.15, tilt=1.0, chest=2.0), 1.0),
    ),
    (
        r"(?:over|on|through|via|from|into|in) (?:(?:the|a|his|her|their) )?(?:\w+ )?(?:tele)?phone"
        r"|phone (?:voice|call|filter)|\bfiltered|on the line|voice ?mail|answering machine",
        Change(channel="phone"),
    ),
    (
        r"radio|walkie|intercom|loud ?speaker|megaphone|tannoy|over (?:the )?comms?\b|\bp\.?a\.? system|headset"
        r"|(?:on|from) (?:the )?(?:tv|television|screen)|recording|tape\b",
        Change(channel="radio"),
    ),
    (
        r"robot|mechanical|machine|computer|synthetic|electronic|android|digital",
        Change(Shape(liveliness=0.05), channel="robot"),
    ),
    (
        r"distan|far (?:away|off)|from afar|faraway|across the (?:valley|field|street|water|lake|river|hall|yard)"
        r"|from (?:upstairs|downstairs|outside|the (?:next|other) room)|\(?o\.? ?s\.?\)?(?![a-z])|off[- ]?screen"
        r"|\(?o\.? ?c\.?\)?(?![a-z])|off[- ]?camera",
        Change(channel="distant"),
    ),
    (r"echo|reverb|in (?:a|the) (?:cave|cathedral|tunnel)|boom|god[- ]?like", Change(channel="echo")),
    (
        r"muffled|through (?:the|a) (?:door|wall|mask|helmet|glass|window)|underwater|gagged|mouth full",
        Change(channel="muffled"),
    ),
    (
        r"inner voice|in (?:his|her|their) (?:head|mind)|thinks to|thoughts?\b|inner (?:thought|monologue)|internal",
        Change(Shape(breath=0.2, tilt=-0.6), -1.0, channel="mind"),
    ),
)

_DIRECTIONS = tuple((re.compile(rf"\b(?:{stems})", re.IGNORECASE), change) for stems, change in _TABLE)

CHANNEL_SOUND: dict[str, Change] = {"distant": Change(level_db=-4.0), "muffled": Change(level_db=-3.0)}
"""How much quieter what is heard through something is, besides its colour."""

# "Loudspeaker" is not loud, an answering machine is no robot; who is spoken to says nothing of the voice; and "not
# shouting" asks for the opposite.
_DEVICES = (
    (re.compile(r"loud ?speakers?", re.IGNORECASE), "intercom"),
    (re.compile(r"speaker ?phone|cell ?phone|answering machine", re.IGNORECASE), "on the phone"),
    (re.compile(r"\bto (?:the|a|an|his|her|their|my|its) \w+", re.IGNORECASE), "to"),
)
_DENIED = re.compile(
    r"\b(?:not|never|without|no longer|isn't|aren't|stops?|stopped|instead of|rather than)\s+"
    r"(?:(?:a|an|any|be|being|so|too|very|quite|really)\s+)*[\w-]+",
    re.IGNORECASE,
)


def changes_in(direction: str) -> list[Change]:
    """Return what the words of a direction ask for, in the order of the table; nothing for words it does not know."""
    plain = _DENIED.sub(" ", direction)
    for pattern, meant in _DEVICES:
        plain = pattern.sub(meant, plain)
    return [change for stems, change in _DIRECTIONS if stems.search(plain)]
