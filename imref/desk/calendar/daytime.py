"""A time of day as people write it, in four languages: "5 pm", "17h30", "17 Uhr", "a las 9"."""

import re
from datetime import time
from typing import Final

NOON: Final = time(12)
"""By when something is due that is promised for "noon", and for "the morning"."""

AFTERNOON: Final = time(17)
EVENING: Final = time(20)

FIRST_HOUR: Final = 7
"""A bare hour before this one ("at 5") is in the afternoon: nobody promises for the small hours."""

_AT = (
    r"(?:at|by|before|around|um|gegen|bis|vor|(?:antes\s+de\s+|sobre\s+|para\s+)?a?\s?las?"
    r"|(?:avant\s+|vers\s+)?à|avant|vers|@)\s*"
)
_CLOCK = re.compile(
    rf"(?P<at>{_AT})?(?:"
    r"(?P<h1>\d{1,2})\s?(?:h|uhr|heures?|horas|o['’]clock)(?:\s?(?P<m1>[0-5]\d))?\b"
    r"|(?P<h2>\d{1,2})(?:[:.](?P<m2>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<h3>\d{1,2}):(?P<m3>[0-5]\d)(?:\s?(?P<mark>h|uhr)\b)?"
    r"|(?P<h4>\d{1,2})\.(?P<m4>[0-5]\d)\s?(?:h|uhr)\b"
    r"|(?P<h5>\d{1,2})"
    r")(?![\w/%]|[.,:-]\w)"
    r"(?:\s+(?:de|por)\s+la\s+(?P<part>mañana|tarde|noche)\b)?",
    re.IGNORECASE,
)
_PARTS = [
    (re.compile(pattern, re.IGNORECASE), due)
    for pattern, due in (
        (rf"(?:{_AT}|al?\s+)?(?:noon|midday|mediodía|midi|mittags?)\b", NOON),
        (
            r"(?:in\s+the\s+|this\s+)?morning\b|por\s+la\s+mañana\b|(?:ce\s+)?matin\b"
            r"|(?:am\s+)?(?:vormittags?|früh)\b",
            NOON,
        ),
        (
            r"(?:in\s+the\s+|this\s+)?afternoon\b|(?:por\s+la|esta)\s+tarde\b"
            r"|(?:cet\s+|cette\s+)?après-midi\b|(?:am\s+)?nachmittags?\b",
            AFTERNOON,
        ),
        (
            r"(?:in\s+the\s+|this\s+)?evening\b|tonight\b|(?:por\s+la|esta)\s+noche\b"
            r"|(?:ce\s+)?soir\b|(?:am\s+)?abends?\b",
            EVENING,
        ),
    )
]
_MORGEN = re.compile(r"morgens?\b", re.IGNORECASE)
_TODAYS = re.compile(r"tonight|(?:this|cet?|cette|esta)\s", re.IGNORECASE)


def time_at(text: str, start: int, *, after_day: bool = False) -> tuple[time, int] | None:
    """The time of day that begins at ``start`` and where it ends; None when there is none.

    ``after_day`` is whether a day was named just before: only then is German "morgen" the
    morning. A number alone is a time only after "at" and its like.
    """
    for pattern, due in _PARTS:
        if part := pattern.match(text, start):
            return due, part.end()
    if after_day and (part := _MORGEN.match(text, start)):
        return NOON, part.end()
    clock = _CLOCK.match(text, start)
    if clock is None or (clock["h5"] and not clock["at"]):
        return None
    due_at = _reading(clock)
    return (due_at, clock.end()) if due_at else None


def names_today(text: str, start: int) -> bool:
    """Whether the part of the day at ``start`` is today's: "tonight", "ce soir"."""
    return _TODAYS.match(text, start) is not None


def _reading(clock: re.Match[str]) -> time | None:
    hour = int(next(filter(None, clock.group("h1", "h2", "h3", "h4", "h5"))))
    minute = int(next(filter(None, clock.group("m1", "m2", "m3", "m4")), "0"))
    half, part = (clock["half"] or "").lower(), (clock["part"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif part:
        hour += 12 if part != "mañana" and hour < 12 else 0
    elif _is_bare(clock) and 0 < hour < FIRST_HOUR:
        hour += 12
    return time(hour, minute) if hour < 24 else None


def _is_bare(clock: re.Match[str]) -> bool:
    """Whether it is "5" or "5:30", which leaves the half of the day open; "05:30" does not."""
    hour = clock["h5"] or ("" if clock["mark"] else clock["h3"]) or ""
    return len(hour) == 1
