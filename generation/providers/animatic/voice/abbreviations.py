"""Short forms, signs and letters of print, and what a reader says for them."""

from __future__ import annotations

TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Mt": "Mount",
    "Ft": "Fort",
    "Gen": "General",
    "Gov": "Governor",
    "Sen": "Senator",
    "Capt": "Captain",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Sgt": "Sergeant",
    "Cmdr": "Commander",
    "Rev": "Reverend",
    "Hon": "Honorable",
    "Pres": "President",
    "Cpl": "Corporal",
    "Maj": "Major",
    "Adm": "Admiral",
    "Fr": "Father",
    "Br": "Brother",
    "Mme": "Madame",
    "Mlle": "Mademoiselle",
    "Messrs": "Messers",
    "Insp": "Inspector",
    "Det": "Detective",
    "Supt": "Superintendent",
    "Amb": "Ambassador",
    "Rep": "Representative",
    "St": "Saint",
    "Ste": "Saint",
}
ABBREVIATIONS = {
    "jr": "Junior",
    "sr": "Senior",
    "st": "Street",
    "ave": "Avenue",
    "blvd": "Boulevard",
    "rd": "Road",
    "hwy": "Highway",
    "apt": "Apartment",
    "bldg": "Building",
    "ltd": "Limited",
    "inc": "Incorporated",
    "corp": "Corporation",
    "bros": "Brothers",
    "dept": "Department",
    "univ": "University",
    "approx": "approximately",
    "vs": "versus",
    "vol": "volume",
    "fig": "figure",
    "pp": "pages",
    "int": "interior",
    "ext": "exterior",
    "etc": "et cetera",
    "esq": "Esquire",
    "est": "established",
    "ed": "edition",
    "cf": "compare",
    "ca": "circa",
    "min": "minutes",
    "max": "maximum",
    "misc": "miscellaneous",
    "nos": "numbers",
    "assn": "association",
    "mfg": "manufacturing",
    "govt": "government",
    "mgr": "manager",
    "tel": "telephone",
    "temp": "temperature",
    "incl": "including",
    "orig": "originally",
    "sq": "square",
    "ln": "Lane",
    "pl": "Place",
    "ct": "Court",
    "pkwy": "Parkway",
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "jan": "January",
    "feb": "February",
    "aug": "August",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}

# These are also ordinary words, or the end of a sentence: they are short forms only before a capital or a figure.
NEEDS_A_NAME = frozenset(
    {"ed", "ct", "pl", "ln", "est", "ca", "tel", "temp", "max", "mon", "wed", "fri", "min", "fig", "sq"}
)
# What stands before a name or a figure, without a full stop of its own ("St Mary's", "Dr Brown").
BEFORE_NAMES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Ft", "Mme", "Mlle", "Sgt", "Capt", "Lt"})

LATIN_PHRASES = {"e.g": "for example", "i.e": "that is", "o.k": "okay", "n.b": "note well", "a.k.a": "also known as"}
WHOLE_WORDS = {
    "wwi": "World War 1",
    "wwii": "World War 2",
    "ww1": "World War 1",
    "ww2": "World War 2",
    "w/": "with",
    "w/o": "without",
    "b/c": "because",
    "c/o": "care of",
    "n/a": "not applicable",
    "and/or": "and or",
}
WEEKENDS = {"sat": "Saturday", "sun": "Sunday"}
DAY_PARTS = frozenset({"night", "morning", "afternoon", "evening", "noon", "at"})


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


REGNAL_NAMES = _set(
    "albert alexander alfonso alfred anne augustus benedict boris carlos carol catherine charles christian clement "
    "clovis cnut constantine cosimo darius david edmund edward elizabeth eric ferdinand franz frederick friedrich "
    "george gregory gustav haakon harald heinrich henri henry hugo innocent isabella ivan james jean john joseph juan "
    "julius karl leo leopold louis ludwig malcolm margaret maria mary matilda maximilian murad napoleon nicholas olaf "
    "oscar otto paul pedro peter philip philippe pius ptolemy ramses ramesses richard robert rudolf sigismund stephen "
    "theodore thutmose urban victor vittorio wilhelm william xerxes"
)
REGNAL_TITLES = _set("king queen pope emperor empress tsar czar kaiser prince princess duke sultan pharaoh")
CHAPTER_WORDS = _set(
    "chapter part act scene section volume book phase article war mark level stage class grade episode round apollo "
    "type figure appendix century"
)
# Numbers after these are names: "Room 101" is "one oh one".
NUMBERED_NAMES = _set("room flight route highway interstate apartment suite bus channel unit")
DIALLED = _set("call dial called dialed dialled calling dialing")

# In capitals these are letters, though in small letters they are words.
SPELLED = _set("US IT AM PM AD BC UK EU UN ID PR HR ER OR AI ET TV PC DJ MC ATM CEO FAQ USA SUV LA DC MIT")

SYMBOL_NAMES = {
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "%": " percent ",
    "°": " degrees ",
    "×": " times ",
    "÷": " divided by ",
    "±": " plus or minus ",
    "½": " one half ",
    "¼": " one quarter ",
    "¾": " three quarters ",
    "²": " squared ",
    "³": " cubed ",
    "©": " copyright ",
    "§": " section ",
    "~": " about ",
    "#": " hashtag ",
    "/": " ",
    "→": " to ",
    "<": " less than ",
    ">": " greater than ",
    "≈": " about ",
    "≥": " at least ",
    "≤": " at most ",
    "≠": " is not ",
    "№": " number ",
    "¢": " cents ",
    "√": " square root of ",
    "π": " pi ",
    "∞": " infinity ",
}
SAME_SOUND = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "―": "—",
        "。": ".",
        "、": ",",
        "，": ",",
        "！": "!",
        "？": "?",
        "；": ";",
        "：": ":",
        "٫": ".",
        "؟": "?",
        "،": ",",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "ı": "i",
        "œ": "oe",
        "Œ": "Oe",
        "ß": "ss",
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
    }
)
