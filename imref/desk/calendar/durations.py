"""A length of time as people type it before other words: "5", "5 min", "24h", "3 days"."""

import re
from typing import Final

MINUTE: Final = 60.0
HOUR: Final = 3600.0
DAY: Final = 86_400.0

_UNITS = (
    (MINUTE, r"m|min|mins|minutes?|minuten?|minutos?|['’′]"),
    (HOUR, r"h|hrs?|hours?|std|stunden?|heures?|horas?"),
    (DAY, r"d|days?|tage?n?|jours?|j|d[ií]as?"),
    (7 * DAY, r"w|weeks?|wochen?|semaines?|semanas?"),
)
_LENGTH = re.compile(
    r"(?P<number>\d{1,4})\s*(?:(?P<unit>"
    + "|".join(pattern for _, pattern in _UNITS)
    + r")(?![^\W_])\.?)?(?!\w|:\d)",
    re.IGNORECASE,
)


def leading_length(text: str, unit: float = 0.0) -> tuple[float, str] | None:
    """The length that ``text`` begins with, in seconds, and what is said after it.

    A number alone counts in ``unit`` seconds; without one it is no length. None when the text
    begins with none.
    """
    match = _LENGTH.match(text.strip())
    if match is None or not (match["unit"] or unit):
        return None
    rest = text.strip()[match.end() :].lstrip(" \t\r\n,;:–—-")
    return int(match["number"]) * (_seconds(match["unit"]) if match["unit"] else unit), rest


def _seconds(unit: str) -> float:
    return next(
        seconds for seconds, pattern in _UNITS if re.fullmatch(pattern, unit, re.IGNORECASE)
    )
