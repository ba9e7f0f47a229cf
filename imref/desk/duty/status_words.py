"""What librarians write into their client's status: "at the desk till 3", "Telefon bis 15:30"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time, tzinfo
from typing import Final

from imref.desk.calendar.daytime import time_at
from imref.desk.calendar.durations import HOUR, MINUTE, leading_length
from imref.desk.calendar.wallclock import date_at, moment

FARTHEST: Final = 8 * HOUR
"""Seconds: "till 3" means no later moment. It is a time that has passed, in a status of before."""

_UNTIL = re.compile(
    r"(?:till?|until|bis|jusqu['’][aà]u?|jusque|hasta)\s*(?:las?\s+)?", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:(?:for|about|ca\.?|etwa|pour|environ|unos|por|~)\s*)*", re.IGNORECASE)
_JOINTS = " \t,;:.!–—-()"


@dataclass(frozen=True, slots=True)
class Reading:
    """An engagement that a status tells of; ``until`` is Unix seconds, 0 when it says no time."""

    kind: str
    until: float = 0.0


def read_status(
    status: str, words: Mapping[str, Sequence[str]], now: float, zone: tzinfo
) -> Reading | None:
    """What a status says, if it is one of ``words`` (by channel) and at most a time after it.

    Times are meant in ``zone``. Any other text, and a time that has passed, give None: a status
    is written for people, and only what is certain is taken for an engagement.
    """
    text = " ".join(status.split()).strip(_JOINTS)
    for kind, phrase in _longest_first(words):
        head, rest = text[: len(phrase)], text[len(phrase) :]
        if head.casefold() != phrase.casefold() or rest[:1].isalnum():
            continue
        rest = rest.strip(_JOINTS)
        if not rest:
            return Reading(kind)
        until = _end(rest, now, zone)
        return Reading(kind, until) if until else None
    return None


def _longest_first(words: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    pairs = [(kind, phrase) for kind, phrases in words.items() for phrase in phrases]
    return sorted(pairs, key=lambda pair: -len(pair[1]))


def _end(text: str, now: float, zone: tzinfo) -> float:
    """The moment that the end of a status names; 0 when it names none that is near enough."""
    if until := _UNTIL.match(text):
        named = f"at {text[until.end() :]}"
        found = time_at(named, 0)
        if found is None or named[found[1] :].strip(_JOINTS):
            return 0.0
        return _next(found[0], now, zone)
    length = leading_length(_ABOUT.sub("", text, count=1))
    if length is None or length[1].strip(_JOINTS) or not 0 < length[0] <= FARTHEST:
        return 0.0
    return now + length[0]


def _next(hour: time, now: float, zone: tzinfo) -> float:
    """When the clock next shows this, or half a day later where that is nearer: "till 3"."""
    minutes, today = hour.hour * 60 + hour.minute, date_at(zone, now)
    moments = [
        moment(zone, today, minutes + half * 12 * 60)
        for half in (range(3) if hour.hour < 12 else (0, 2))
    ]
    coming = [at for at in moments if now + MINUTE / 2 < at <= now + FARTHEST]
    return min(coming, default=0.0)
