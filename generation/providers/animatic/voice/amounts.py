"""How figures are read aloud: money, times, dates, ranges, addresses. One written word in, spoken words out.

Plain numbers, years and ordinals ("1947", "1,250", "21st") stay as figures: the pronunciation rules read them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
# Beyond this the names of numbers run out, and a listener has stopped counting.
LONGEST_NAMED_NUMBER = 15

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CURRENCIES = {
    "$": ("dollar", "cent"),
    "£": ("pound", "pence"),
    "€": ("euro", "cent"),
    "¥": ("yen", ""),
    "₹": ("rupee", ""),
}
_SINGLE_FRACTIONS = {"½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds"}
_HOURS_OF_A_CLOCK = 12
_SIGNS = "".join(CURRENCIES)
SCALES = {"k": "thousand", "m": "million", "b": "billion", "bn": "billion", "mn": "million"}
BIG_WORDS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_UNCHANGED_PLURALS = frozenset({"yen", "pence"})
_DENOMINATORS = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}

UNITS = {
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "m": "meter",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "ft": "foot",
    "in": "inch",
    "yd": "yard",
    "mi": "mile",
    "ml": "milliliter",
    "l": "liter",
    "km/h": "kilometer per hour",
    "kph": "kilometer per hour",
    "mph": "mile per hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "ms": "millisecond",
    "hz": "hertz",
    "khz": "kilohertz",
    "mhz": "megahertz",
    "ghz": "gigahertz",
    "kb": "kilobyte",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
    "kw": "kilowatt",
    "mw": "megawatt",
    "°": "degree",
    "°c": "degree Celsius",
    "°f": "degree Fahrenheit",
    "%": "percent",
    "x": "times",
    "¢": "cent",
    "p": "pence",
    "km²": "square kilometer",
    "m²": "square meter",
    "m³": "cubic meter",
    "kmh": "kilometer per hour",
    "m/s": "meter per second",
    "ly": "light year",
    "cal": "calorie",
    "kcal": "kilocalorie",
    "w": "watt",
    "v": "volt",
    "°k": "degree Kelvin",
}
_IRREGULAR_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "percent": "percent"}
_IRREGULAR_PLURALS |= {name: name for name in ("times", "pence", "square", "cubic", "light")}

_ADJECTIVES = frozenset({"square", "cubic", "light"})
_TENS = ("", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

_Rule = Callable[[re.Match[str], str], str | None]


def read_amount(core: str, after: str) -> str | None:
    """Return the spoken words for one written word without its punctuation, None when it is no figure we know.

    `after` is the next written word: it says whether "$5" goes on ("million") and whether "10:00" has its "p.m.".
    """
    for pattern, rule in _RULES:
        match = pattern.fullmatch(core)
        if match:
            spoken = rule(match, after)
            if spoken is not None:
                return spoken
    return None


def is_number(word: str) -> bool:
    """Tell whether `word` is a plain number such as "12", "1,250" or "-5.5"."""
    return re.fullmatch(rf"[-−]?(?:{NUMBER}|\d+,\d{{1,2}})", word) is not None


def unit_words(unit: str, number: str) -> str:
    """Return the name of `unit` (a key of `UNITS`), in the plural unless there is exactly one."""
    first, _, rest = UNITS[unit.lower()].partition(" ")
    if number not in {"1", "-1"}:
        # "Square kilometers", but "kilometers per hour".
        rest = f"{rest}s" if first in _ADJECTIVES else rest
        first = _IRREGULAR_PLURALS.get(first, first + "s")
    return f"{first} {rest}".strip()


def currency_words(sign: str, number: str) -> str:
    """Return "dollars", or "dollar" for exactly one."""
    return _counted(CURRENCIES[sign][0], number)


def digits_apart(text: str) -> str:
    """Return the figures of `text` as words apart, to be read one by one."""
    return " ".join(character for character in text if character.isdigit())


def _counted(name: str, number: str) -> str:
    return name if number in {"1", "01"} or name in _UNCHANGED_PLURALS else f"{name}s"


def _decade(match: re.Match[str], _after: str) -> str | None:
    """ "The '60s" and "the 1920s"; whole centuries ("the 1800s") are read by the pronunciation rules."""
    tens, rest = _TENS[int(match["tens"])], match["rest"]
    return f"{match['century'] or ''} {tens}{rest}".strip() if tens else None


def _short_year(match: re.Match[str], _after: str) -> str:
    return f"oh {match['year'][1]}" if match["year"][0] == "0" else match["year"]


def _mixed_number(match: re.Match[str], _after: str) -> str:
    return f"{match['number']} and {_SINGLE_FRACTIONS[match['part']]}"


def _version(match: re.Match[str], _after: str) -> str:
    return f"version {' point '.join(match['number'].split('.'))}"


def _dotted(match: re.Match[str], _after: str) -> str:
    return " point ".join(match[0].split("."))


def _score(match: re.Match[str], _after: str) -> str:
    return f"{match['first']} to {match['second']}"


def _decimal_comma(match: re.Match[str], _after: str) -> str:
    """ "2,5" as most of Europe writes it."""
    return f"{match['whole']} point {digits_apart(match['part'])}"


def _time(match: re.Match[str], after: str) -> str | None:
    hour, minute, second, half = match["hour"], match["minute"], match["second"], match["half"]
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None
    followed = half or re.match(r"[ap]\.?m\b|o'?clock|hours", after, re.IGNORECASE)
    minutes = "" if minute == "00" else f"oh {minute[1]}" if minute[0] == "0" else minute
    if minute == "00" and not followed and not second:
        minutes = "o'clock" if 0 < int(hour) <= _HOURS_OF_A_CLOCK else "hundred hours"
    seconds = f"and {int(second)} {_counted('second', str(int(second)))}" if second else ""
    return _joined(str(int(hour)), minutes, seconds, _half_of_day(half))


def _whole_hour(match: re.Match[str], _after: str) -> str:
    return _joined(match["hour"], _half_of_day(match["half"]))


def _half_of_day(half: str | None) -> str:
    return f"{half[0].upper()}.M." if half else ""


def _iso_date(match: re.Match[str], _after: str) -> str | None:
    return _date(match["year"], int(match["month"]), int(match["day"]))


def _slashed_date(match: re.Match[str], _after: str) -> str | None:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    if len(year) == 2:
        year = ("19" if int(year) > 30 else "20") + year
    month, day = (first, second) if first <= 12 else (second, first)
    return _date(year, month, day)


def _date(year: str, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{MONTHS[month - 1]} {ordinal_figure(day)}, {year}"


_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)


def ordinal_word(number: int) -> str:
    """Return "first", "second" ... as far as rulers go, figures beyond."""
    words = _ORDINAL_WORDS.split()
    return words[number - 1] if 1 <= number <= len(words) else ordinal_figure(number)


def ordinal_figure(number: int) -> str:
    """Return "1st", "22nd", "13th" ..."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in {11, 12, 13} else endings.get(number % 10, "th")
    return f"{number}{ending}"


def _money(match: re.Match[str], after: str) -> str:
    sign, number, cents, scale = match["sign"], match["number"], match["cents"], match["scale"]
    minus = "minus" if match["minus"] else ""
    if scale:
        return _joined(minus, number + (cents or ""), SCALES[scale.lower()], currency_words(sign, "2"))
    if after.lower() in BIG_WORDS:
        return _joined(minus, number + (cents or ""))
    return _joined(minus, _coins(sign, number, cents))


def _coins(sign: str, number: str, cents: str | None) -> str:
    whole, part = CURRENCIES[sign]
    pennies = (cents or "")[1:]
    if not pennies.strip("0"):
        return f"{number} {_counted(whole, number)}"
    if not part or len(pennies) != 2:
        return f"{number}{cents} {_counted(whole, '2')}"
    small = f"{int(pennies)} {_counted(part, str(int(pennies)))}"
    return small if number == "0" else f"{number} {_counted(whole, number)} and {small}"


def _measure(match: re.Match[str], _after: str) -> str | None:
    number, unit = match["number"], match["unit"].strip().lower()
    if unit not in UNITS:
        return None
    minus = "minus" if match["minus"] else ""
    return _joined(minus, _named(number), unit_words(unit, number))


def _feet_and_inches(match: re.Match[str], _after: str) -> str:
    inches = f"{match['inches']} inches" if match["inches"] else ""
    return _joined(match["feet"], "feet", inches)


def _negative(match: re.Match[str], _after: str) -> str:
    return f"minus {_named(match['number'])}"


def _range(match: re.Match[str], _after: str) -> str:
    return f"{match['first']} to {match['second']}"


def _phone(match: re.Match[str], _after: str) -> str:
    return ", ".join(digits_apart(part) for part in re.split(r"[-.]", match[0]))


def _fraction(match: re.Match[str], _after: str) -> str:
    top, bottom = int(match["top"]), int(match["bottom"])
    if (top, bottom) == (1, 2):
        return "one half"
    if 0 < top < bottom and bottom in _DENOMINATORS:
        return f"{top} {_counted(_DENOMINATORS[bottom], str(top))}"
    return f"{top} {bottom}"


def _numbered(match: re.Match[str], _after: str) -> str:
    return f"number {_named(match['number'])}"


def _plain(match: re.Match[str], _after: str) -> str | None:
    number = match["number"]
    return _named(number) if _named(number) != number else None


def _named(number: str) -> str:
    """Long numbers and those with leading zeros ("007") are read figure by figure."""
    whole = number.replace(",", "").split(".")[0]
    too_long = len(whole) > LONGEST_NAMED_NUMBER
    if too_long or (len(whole) > 1 and whole[0] == "0"):
        return digits_apart(number)
    return number


def _address(match: re.Match[str], _after: str) -> str:
    text = re.sub(r"^https?://", "", match[0], flags=re.IGNORECASE).rstrip("/")
    text = re.sub(r"^www\.", "W W W dot ", text, flags=re.IGNORECASE)
    for sign, name in (("@", "at"), (".", "dot"), ("/", "slash"), ("_", "underscore"), (":", "colon"), ("#", "hash")):
        text = text.replace(sign, f" {name} ")
    return " ".join(re.sub(r"[^\w'+\-]+", " ", text).split())


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), rule)
    for pattern, rule in (
        (r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<half>[ap]\.?m\.?)?", _time),
        (r"'?(?P<century>\d\d)?(?P<tens>[2-9])0'?s(?P<rest>(?:-\w+)?)", _decade),
        (r"'(?P<year>\d\d)", _short_year),
        (r"(?P<number>\d+)(?P<part>[½¼¾⅓⅔])", _mixed_number),
        (r"(?P<whole>\d+),(?P<part>\d{1,2})", _decimal_comma),
        (r"v\.?(?P<number>\d+(?:\.\d+)+)", _version),
        (r"\d+(?:\.\d+){2,}", _dotted),
        (r"(?P<first>\d{1,2}):(?P<second>\d)", _score),
        (r"(?P<hour>\d{1,2})(?P<half>[ap]\.?m\.?)", _whole_hour),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _iso_date),
        (r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)", _slashed_date),
        (
            rf"(?P<minus>[-−])?(?P<sign>[{_SIGNS}])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)"
            r"(?P<cents>\.\d+)?(?P<scale>k|mn?|bn?)?",
            _money,
        ),
        (rf"(?P<minus>(?!))?(?P<number>\d+)(?P<cents>\.\d+)?(?P<scale>(?!))?(?P<sign>[{_SIGNS}])", _money),
        (rf"(?P<minus>[-−])?(?P<number>{NUMBER})(?P<unit>°[cf]?|%|[a-z]{{1,4}}|km/h)", _measure),
        (r"(?P<feet>\d{1,2})'(?:(?P<inches>\d{1,2})(?:\"|'')?)?", _feet_and_inches),
        (rf"[-−](?P<number>{NUMBER})", _negative),
        (r"(?:\d{3}[-.])?\d{3}[-.]\d{4}", _phone),
        (r"(?P<first>\d{1,4})[-–](?P<second>\d{1,4})", _range),
        (r"(?P<top>\d{1,2})/(?P<bottom>\d{1,2})", _fraction),
        (rf"#(?P<number>{NUMBER})", _numbered),
        (rf"(?P<number>{NUMBER})", _plain),
        (r"https?://\S+|www\.\S+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", _address),
        (r"(?:[\w\-]+\.)+(?:com|org|net|edu|gov|io|tv)(?:/\S*)?", _address),
    )
)
