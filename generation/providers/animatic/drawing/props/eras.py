"""Things that looked different in other times: which drawing a plain word means in which era."""

from __future__ import annotations

import re

ERAS = ("old", "1800s", "1920s", "1950s", "1990s", "now", "future")
"""Before machines, the century of steam, between the wars, after them, before the smartphone, today, and to come."""

_WORDS: dict[str, str] = {
    "medieval": "old", "ancient": "old", "renaissance": "old", "roman": "old", "viking": "old", "tudor": "old",
    "fantasy": "old",
    "baroque": "old", "egyptian": "old", "fairytale": "old", "feudal": "old", "victorian": "1800s",
    "western": "1800s", "steampunk": "1800s",
    "edwardian": "1800s", "regency": "1800s", "napoleonic": "1800s", "prohibition": "1920s", "wartime": "1920s",
    "vintage": "1920s",
    "antique": "1920s", "noir": "1920s", "retro": "1950s", "fifties": "1950s", "sixties": "1950s",
    "seventies": "1950s", "eighties": "1990s",
    "nineties": "1990s", "modern": "now", "contemporary": "now", "today": "now", "present": "now",
    "future": "future", "futuristic": "future",
    "cyberpunk": "future", "space": "future", "scifi": "future",
}  # fmt: skip
_YEAR = re.compile(r"\b(1[0-9]|20|21|22|23|24)(\d)\d(?:s|ies)?\b|\b(\d)0s\b")

_PHONES = {"old": "telephone", "1800s": "candlestick phone", "1920s": "candlestick phone", "1950s": "telephone",
    "1990s": "cordless phone",
           "future": "hologram"}  # fmt: skip
_CARS = {"old": "carriage", "1800s": "carriage", "1920s": "old car", "1950s": "classic car", "future": "hover car"}
_TRAINS = {"old": "carriage", "now": "bullet train", "future": "bullet train"}
_COMPUTERS = {"1920s": "typewriter", "1950s": "mainframe", "1990s": "desktop computer", "future": "hologram"}
_CAMERAS = {"old": "bellows camera", "1800s": "bellows camera", "1920s": "bellows camera", "future": "drone"}
_RADIOS = {
    "1800s": "cathedral radio",
    "1920s": "cathedral radio",
    "1990s": "boombox",
    "now": "speaker",
    "future": "speaker",
}
_LAMPS = {"old": "lantern", "1800s": "lantern", "1990s": "desk lamp", "now": "desk lamp", "future": "desk lamp"}
_GUNS = {"old": "flintlock", "1990s": "pistol", "now": "pistol", "future": "ray gun"}
_CLOCKS = {"old": "hourglass", "1800s": "grandfather clock", "1990s": "digital clock", "future": "digital clock"}
_SCREENS = {"now": "flat screen", "future": "flat screen"}
_LETTERS = {"old": "scroll"}

VARIANTS: dict[str, dict[str, str]] = {
    "phone": _PHONES, "telephone": {**_PHONES, "1990s": "cordless phone", "now": "smartphone", "old": "telephone"},
    "mobile": {"1990s": "flip phone"},
    "cell phone": {"1990s": "flip phone"}, "cellphone": {"1990s": "flip phone"},
    "mobile phone": {"1990s": "flip phone"},
    "car": _CARS, "automobile": _CARS, "vehicle": _CARS, "taxi": {"old": "carriage", "1800s": "carriage",
    "1920s": "old car", "future": "hover car"},
    "cab": {"old": "carriage", "1800s": "carriage", "1920s": "old car"}, "train": _TRAINS, "computer": _COMPUTERS,
    "terminal": _COMPUTERS,
    "camera": _CAMERAS, "radio": _RADIOS, "lamp": _LAMPS, "light": _LAMPS, "gun": _GUNS, "weapon": {**_GUNS,
    "old": "sword"}, "clock": _CLOCKS,
    "alarm clock": {"1990s": "digital clock", "now": "alarm clock"}, "tv": _SCREENS, "television": _SCREENS,
    "letter": _LETTERS,
    "document": _LETTERS, "map": {}, "suitcase": {"now": "trolley case", "old": "chest", "future": "trolley case"},
    "luggage": {"now": "trolley case"},
    "bag": {"old": "sack", "1800s": "doctor's bag", "now": "backpack", "future": "backpack"},
    "ship": {"old": "galleon", "1800s": "galleon",
    "future": "spaceship"}, "boat": {}, "plane": {"1920s": "biplane", "1800s": "biplane"},
    "airplane": {"1920s": "biplane"},
    "flashlight": {"old": "torch", "1800s": "lantern"}, "pen": {"old": "quill", "1800s": "quill"},
    "money": {"old": "bag of coins"},
    "bicycle": {}, "helmet": {"old": "knight helmet", "future": "space helmet"}, "glasses": {},
    "truck": {"old": "cart", "1800s": "cart"},
    "bus": {"old": "carriage", "1800s": "carriage"}, "stove": {}, "fridge": {}, "book": {},
    "watch": {"old": "hourglass"},
}  # fmt: skip
"""By the word that was said: the drawing for each era where it is not the usual one."""


def era_of(*texts: str) -> str:
    """Return the era that words tell ("1920s", "victorian", "the year 2210"), or ""."""
    for text in texts:
        low = text.casefold()
        year = _YEAR.search(low)
        if year:
            return _of_year(year)
        found = next((_WORDS[word] for word in re.findall(r"[a-z]+", low) if word in _WORDS), "")
        if found:
            return found
    return ""


def _of_year(match: re.Match[str]) -> str:
    decade = int(match.group(1) + match.group(2)) * 10 if match.group(1) else 1900 + int(match.group(3)) * 10
    for last, era in ((1790, "old"), (1890, "1800s"), (1930, "1920s"), (1970, "1950s"), (2000, "1990s"), (2030, "now")):
        if decade <= last:
            return era
    return "future"
