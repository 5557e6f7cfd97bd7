"""Ways in which a story says that it goes elsewhere, or what surrounds it, without naming the place."""

from __future__ import annotations

import re

FAR_FUTURE = re.compile(
    r"\b(?:20[4-9]\d|2[1-9]\d\d|on Mars|pressure suits?|space ?suits?|moon ?base|spaceship|starship|airlock|"
    r"in orbit|been in space|astronauts?|zero gravity)\b",
    re.IGNORECASE,
)
COMING_IN = re.compile(r"\b(?:came|come|went|got|hurried|ran) (?:back )?(?:in|inside|indoors|home)(?=[,.;]| again\b)")
GOING = (
    r"(?:jumped|leapt|leaped|scrambled|crept|went|stepped|slipped|walked|ran|climbed|hurried|crawled|came|goes|steps|"
    r"walks|(?:led|pulled|let) \w+)"
)
GOING_IN = re.compile(
    rf"\b{GOING}[^.;!?]{{0,28}}? (?:inside|indoors)(?=[,.;!]| and\b)|"
    rf"\b{GOING} (?:back )?(?:inside|indoors|aboard|on board|in)(?=[,.;!]| and\b)|"
    r"^Inside, |^Inside (?:it|he|she|they)\b"
)
GOING_OUT = re.compile(
    rf"\b{GOING} (?:back )?(?:outside|outdoors)(?=[,.;!]| and\b)|^Outside,? (?:he|she|they|we|I|[A-Z][a-z]+)\b"
)
SICKBED = re.compile(r"\b(?:[Tt]he ward|hospital|on nights|night nurse|stretcher|wheelchair|[Tt]he nurses?|drip)\b")
ON_THE_ROAD = re.compile(
    r"\b(?:been driving|(?:were|was) driving|(?:drove|driving) on\b|on the road again|behind the wheel|"
    r"(?:held|gripped|turned) the (?:steering )?wheel|windscreen|windshield|the back seat)"
)
COMING_HOME = re.compile(
    r"\bkey in (?:the|his|her|my|their)(?: own)?(?: front)? (?:door|lock)|"
    r"\b(?:opened|unlocked|closed|shut) (?:his|her|my|their)(?: own)? front door|"
    r"\blet (?:himself|herself|myself|themselves) into the (?:flat|apartment|house)"
)
WAKING = re.compile(r"\b(?:woke|awoke|wakes|(?:opened|opens) (?:his|her|my) eyes)\b")
SHIPS_ROOMS = re.compile(r"\b(?:engine|control|boiler|radio|chart)[ -]room|cabin\b|bunk", re.IGNORECASE)
OTHER_WORLD = re.compile(r"\b(?:on Mars|on the Moon|pressure suits?|moon ?base|airlock|the red planet|two moons)\b")
ASLEEP = re.compile(
    r"\b(?:lay in bed|asleep|sleep|slept|sleeping|pyjamas|pajamas|nightgown|blanket|bedtime|sleeping bag)\b",
    re.IGNORECASE,
)
