"""When something is due: "tomorrow 17:00", "Friday", "in 2 days", "24.12.", in four languages."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from imref.desk.calendar.daynames import DayReader, Named
from imref.desk.calendar.daytime import names_today, time_at

LANGUAGES: Final = ("en", "es", "fr", "de")

END_OF_WORK: Final = time(17)
"""By when something is due whose day is named without a time."""

LONGEST: Final = 80
"""Characters in which the moment must be said."""

EndOfWork = time | Callable[[date], time]

_GAP = re.compile(r"[\s,]*")
_BETWEEN = re.compile(r"[\s,]+(?:(?:on|of|am|el|le|den)\s+)?", re.IGNORECASE)
_BARE = re.compile(r"\s+(\d{1,2})(?![\w:/%.-])\s*")
_DAY = timedelta(days=1)


def leading_time(
    text: str,
    now: float,
    zone: tzinfo,
    languages: Sequence[str] = LANGUAGES,
    end_of_work: EndOfWork = END_OF_WORK,
) -> tuple[float, str] | None:
    """The moment that ``text`` begins with, and what is said after it.

    ``now`` and the moment are Unix seconds; the words are meant in ``zone`` and in one of
    ``languages``. The longest phrase wins whose moment is still to come. A day without a time
    means its ``end_of_work``; a time without a day its next one; a weekday never means today;
    "3/4" is read as the language does. None when the text begins with no moment, or a past one,
    or with a day and a number that may be an hour or a count ("tomorrow 9 maps").
    """
    text = text.strip()
    best: tuple[float, int] | None = None
    for language in languages:
        for due, end in _moments(text[:LONGEST], _Here(language, now, zone, end_of_work)):
            if due > now and (best is None or end > best[1]):
                best = due, end
    if best is None:
        return None
    due, end = best
    return due, text[end:].lstrip(" \t\r\n,;:–—-")


def warm_up(languages: Sequence[str] = LANGUAGES) -> None:
    """Load what the first `leading_time` would wait for: about a third of a second of it."""
    for language in languages:
        leading_time("x 24", 0.0, UTC, (language,))


class _Here:
    """One language at one moment of one place."""

    def __init__(self, language: str, now: float, zone: tzinfo, end_of_work: EndOfWork) -> None:
        self.now = now
        self.zone = zone
        self.today = datetime.fromtimestamp(now, zone).date()
        self.days = DayReader(language, self.today)
        self.end_of_work = end_of_work

    def at(self, day: date, hour: time) -> float:
        """A time on a day here, in Unix seconds; one that the clock skips is an hour later."""
        return datetime.combine(day, hour, self.zone).timestamp()

    def by_end_of(self, day: date) -> float:
        """When the work of a day ends."""
        end = self.end_of_work
        return self.at(day, end if isinstance(end, time) else end(day))

    def next_at(self, hour: time) -> float:
        """The next time that the clock shows this."""
        due = self.at(self.today, hour)
        return due if due > self.now else self.at(self.today + _DAY, hour)


def _moments(text: str, here: _Here) -> Iterator[tuple[float, int]]:
    """Every reading of how ``text`` begins: Unix seconds, and where the phrase ends."""
    if span := here.days.hours(text, 0):
        later, end = span
        yield here.now + later.total_seconds(), end
    if first := time_at(text, 0):
        hour, end = first
        yield here.at(here.today, hour) if names_today(text, 0) else here.next_at(hour), end
        if between := _BETWEEN.match(text, end):
            for named in here.days.named(text, between.end()):
                if not named.needs_time:  # "17 Uhr die Karte" holds no "Die", Tuesday.
                    yield here.at(named.day, hour), named.end
    for named in here.days.named(text, 0):
        gap = _GAP.match(text, named.end)
        then = time_at(text, gap.end() if gap else named.end, after_day=True)
        if then:
            yield here.at(named.day, then[0]), then[1]
        elif not named.needs_time:
            yield from _by_end_of_day(text, named, here)


def _by_end_of_day(text: str, named: Named, here: _Here) -> Iterator[tuple[float, int]]:
    """A day without a time. A bare number right behind it is its hour when nothing follows
    ("tomorrow 9"); with words behind ("tomorrow 9 maps") nobody can tell, and it is no moment.
    """
    number = _BARE.match(text, named.end)
    if number is None or int(number[1]) == named.day.day:
        yield here.by_end_of(named.day), named.end
    elif number.end() == len(text) and (hour := time_at(f"at {number[1]}", 0)):
        yield here.at(named.day, hour[0]), number.end()
