"""A day as people name it, in four languages: "tomorrow", "next Friday", "24 December", "24.12.".

The words are dateparser's. The numerals are ours, since it takes any number near a word for part
of a date ("tomorrow 3 books"), "17 Uhr" for the 17th and "a las 18h" for 18 hours ago.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

MONTH_FIRST: Final = ("en",)
"""Languages in which "3/4" is the 4th of March; with dots the day comes first everywhere."""

SHORT: Final = 3
"""Letters up to which a name ("Fri", but also "so", "do", "sam") is a day only with a time."""

NEXT_LEAP_DAY: Final = 9
"""Years in which there is a 29th of February for certain."""

_I = re.IGNORECASE
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?:,?\s+(?:del?\s+)?(?P<year>\d{4}))?(?!\w)"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\w-])")
_DOTS = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?P<year>\s?\d{4}|\d\d)?(?![\w:])")
_SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?(?![\w/])")
_DAY_MONTH = re.compile(rf"(?P<date>{_ORDINAL}\s+(?:of\s+|de\s+)?(?P<name>{_WORD})\.?){_YEAR}", _I)
_MONTH_DAY = re.compile(rf"(?P<date>(?P<name>{_WORD})\.?\s+{_ORDINAL})(?![:\w]){_YEAR}", _I)
_DAY_ALONE = re.compile(
    r"(?:(?:by|before|on|para|avant|pour|bis)\s+)?"
    r"(?:the\s+(?P<en>\d{1,2})(?:st|nd|rd|th)|(?:el|le)\s+(?P<day>\d{1,2})"
    r"|(?:am|zum)\s+(?P<de>\d{1,2})\.)(?![\w:./])",
    _I,
)
_WORDS = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,3}}")
_FILLERS = re.compile(
    r"(?:(?:by|until|till|before|on|this|coming|next|the"
    r"|para|antes\s+del?|hasta|este|el|próximo"
    r"|pour|avant|d['’]ici|jusqu['’](?:à|au)|ce|le"
    r"|bis|zum|am|vor|kommende[nrm]?|nächste[nrm]?|diese[nrm]?|den|dem)\s+)+",
    _I,
)
_AFTERTHOUGHT = re.compile(r"\s+(?:prochain|que\s+viene|próximo)\b", _I)
_JOINT = re.compile(r"[\s,]+(?:(?:the|el|le|den|dem)\s+)?", _I)
_TODAY = re.compile(r"today|hoy|heute|aujourd['’]hui", _I)
_KNOWN_OTHERWISE = [
    (re.compile(pattern, _I), words)
    for pattern, words in (
        (r"kommende woche", "nächste woche"),
        (r"sonnabend", "samstag"),
        (r"pasado mañana", "en 2 días"),
        (r"(?:la )?semana (?:que viene|próxima)", "la próxima semana"),
        (r"(?:la )?semaine prochaine", "la semaine prochaine"),
    )
]
_SPAN = re.compile(
    r"(?:in|within|en|dentro\s+de|dans|d['’]ici|binnen|innerhalb\s+von)\s+"
    rf"(?P<count>\d{{1,3}}|[^\W\d_]+)\s+(?P<unit>{_WORD})(?!\w)",
    _I,
)
_IN = {"en": "in", "es": "en", "fr": "dans", "de": "in"}
_COUNTS = {
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "diez": 10,
}
_HALF_HOUR = re.compile(
    r"(?:(?:with)?in\s+half\s+an\s+hour|(?:en|dentro\s+de)\s+media\s+hora"
    r"|dans\s+une\s+demi-heure|in\s+einer\s+halben\s+stunde)\b",
    _I,
)


class Found(NamedTuple):
    """What dateparser found: a date, if any, and how much of it was said."""

    obj: datetime | None
    period: str


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names, where the name ends, and whether it counts only with a time."""

    day: date
    end: int
    needs_time: bool = False


class DayReader:
    """Reads names of days in one language (a code of two letters), as seen from ``today``."""

    def __init__(self, language: str, today: date) -> None:
        self.language = language
        self.today = today
        self._noon = datetime.combine(today, time(12))
        self._parser = _parser(language, self._noon)

    def named(self, text: str, start: int) -> Iterator[Named]:
        """Each reading of the day that the text may name at ``start``; some may be past."""
        if span := self._span(text, start):
            what, end = span
            if what.obj is not None and what.period != "time":
                yield Named(what.obj.date(), end)
        if alone := _DAY_ALONE.match(text, start):
            number = next(filter(None, alone.group("en", "day", "de")))
            yield from self._of_next_months(int(number), alone.end())
        fillers = _FILLERS.match(text, start)
        for begin in {start, fillers.end() if fillers else start}:
            yield from self._dates(text, begin)
            yield from self._words(text, begin)

    def hours(self, text: str, start: int) -> tuple[timedelta, int] | None:
        """The hours or minutes ("in 2 hours") at ``start``, and where they end."""
        if half := _HALF_HOUR.match(text, start):
            return timedelta(minutes=30), half.end()
        if (span := self._span(text, start)) and span[0].obj and span[0].period == "time":
            return span[0].obj - self._noon, span[1]
        return None

    # Numerals.

    def _dates(self, text: str, start: int) -> Iterator[Named]:
        if found := _ISO.match(text, start) or _DOTS.match(text, start):
            yield from self._dated(found["day"], found["month"], found["year"], found.end())
        if found := _SLASHES.match(text, start):
            day, month = found.group("one", "two")
            if (self.language in MONTH_FIRST and int(day) <= 12) or int(month) > 12:
                day, month = month, day
            yield from self._dated(day, month, found["year"], found.end())
        for shape in (_DAY_MONTH, _MONTH_DAY):
            if (found := shape.match(text, start)) and (month := self._month(found["name"])):
                yield from self._dated(found["day"], month, found["year"], found.end())
                # The year of something else may follow: "24 December 1923 edition".
                yield from self._dated(found["day"], month, "", found.end("date"))

    def _month(self, name: str) -> str:
        """The number of the month with this name, or "" when it is none."""
        found = self._read(name) if len(name) >= SHORT else None
        return str(found.obj.month) if found and found.obj and found.period == "month" else ""

    def _dated(self, day: str, month: str, year: str | None, end: int) -> Iterator[Named]:
        """The date of these numbers; without a year the next one, today included."""
        this = self.today.year
        year = (year or "").strip()
        century = this // 100 * 100 if len(year) == 2 else 0
        for each in [int(year) + century] if year else range(this, this + NEXT_LEAP_DAY):
            with suppress(ValueError):
                named = date(each, int(month), int(day))
                if year or named >= self.today:
                    yield Named(named, end)
                    return

    def _of_next_months(self, day: int, end: int) -> Iterator[Named]:
        """The next day of a month that has this number, today included."""
        month = self.today.replace(day=1)
        for _ in range(3):
            with suppress(ValueError):
                named = month.replace(day=day)
                if named >= self.today:
                    yield Named(named, end)
                    return
            month = (month + timedelta(days=31)).replace(day=1)

    # Words.

    def _words(self, text: str, start: int) -> Iterator[Named]:
        """The longest name of a day whose every word has a part in it."""
        found = _WORDS.match(text, start)
        if found is None:
            return
        best: Named | None = None
        for word in re.finditer(_WORD, found[0]):
            name = found[0][: word.end()]
            day = self._day(name)
            if day is not None and (best is None or day != best.day):
                needs_time = max(map(len, name.split())) <= SHORT and not _TODAY.fullmatch(name)
                best = Named(day, start + word.end(), needs_time)
        if best is None:
            return
        if afterthought := _AFTERTHOUGHT.match(text, best.end):
            best = Named(best.day, afterthought.end())
        yield best
        if joint := _JOINT.match(text, best.end):
            # "Friday, 24 December": the date must agree with the day.
            yield from (
                each
                for each in self._dates(text, joint.end())
                if each.day == best.day or each.day.weekday() == best.day.weekday()
            )

    def _day(self, name: str) -> date | None:
        for pattern, words in _KNOWN_OTHERWISE:
            if pattern.fullmatch(name):
                name = words
        found = self._read(name)
        if found.obj is None or found.period not in ("day", "week", "part_of_day"):
            return None
        day = found.obj.date()
        return day if day > self.today or _TODAY.fullmatch(name) else None

    def _span(self, text: str, start: int) -> tuple["Found", int] | None:
        """What is meant by "in 2 days" and its like, and where it ends."""
        found = _SPAN.match(text, start)
        if found is None:
            return None
        count = _COUNTS.get(found["count"].lower(), found["count"])
        return self._read(f"{_IN.get(self.language, 'in')} {count} {found['unit']}"), found.end()

    def _read(self, words: str) -> Found:
        data = self._parser.get_date_data(words)
        return Found(data.date_obj, str(data.period))


@lru_cache(maxsize=8)
def _parser(language: str, noon: datetime) -> "DateDataParser":
    """dateparser for one language on one day; it sees neither the machine's clock nor its zone."""
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": noon,
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "RETURN_TIME_AS_PERIOD": True,
        "PREFER_DATES_FROM": "future",
        "PARSERS": ["relative-time", "absolute-time"],
    }
    return DateDataParser(languages=[language], settings=settings)
