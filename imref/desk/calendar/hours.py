"""When a desk is open: weekly hours, exceptions and holidays, as moments of real time.

Hours are written in wall-clock time, and rules ask in Unix time; this file is the way between.

*Days.* Hours belong to the day on which they begin: "Friday 22:00-02:00" is Friday's, and a closed
Saturday does not shorten it. What holds on a day: its dated exception; else the week's hours
(nothing, on a holiday), with what calendars open added and what they close taken away.

*Changes of the clock.* A time that the clock skips means the moment of the skip: it is the first
at which the clock shows that time or a later one. Of a time that comes twice, opening is the first
and closing the last: nobody stands before a closed door because of a change of the clock, and no
stretch falls into two. Lengths are real seconds, so a night may be an hour longer or shorter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta, tzinfo
from math import inf
from typing import Protocol

from imref.desk.calendar.wallclock import date_at, midnight, moment
from imref.desk.intervals import Interval, common, joined, without

MINUTES_A_DAY = 24 * 60
DAY = 86400.0
"""Seconds; only for margins: a day on the wall may be longer or shorter."""

HORIZON = 400
"""How many days ahead a change is looked for; what lies further is "never"."""

BLOCK = 32
"""How many days are worked out at once: a question to a calendar costs the same for one."""

MOST_BLOCKS = 40
"""How many blocks are remembered: more than the horizon, so that a search never forgets its own."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hours of a day in minutes after its midnight; ``closes`` may lie in the next day."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < MINUTES_A_DAY or not 0 < self.closes - self.opens <= MINUTES_A_DAY:
            raise ValueError(f"no hours of a day: {self.opens} to {self.closes} min")


ROUND_THE_CLOCK = (Span(0, MINUTES_A_DAY),)
Week = tuple[tuple[Span, ...], ...]
"""The hours of Monday to Sunday."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The hours of one date, whatever else holds; no spans: closed. ``name`` may say why."""

    spans: tuple[Span, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a calendar that opens or closes, on a whole day or for a stretch of time."""

    name: str
    when: date | Interval
    opens: bool = False


class Entries(Protocol):
    """A source of entries: public holidays, or a calendar."""

    def between(self, first: date, last: date) -> Iterable[Entry]:
        """Every entry that touches the days from ``first`` to ``last``, both included."""


@dataclass(frozen=True, slots=True)
class Day:
    """What holds on one date: the stretches that begin on it, and the name of what is special."""

    on: date
    open: tuple[Interval, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Open or closed all the while from ``start`` until ``end``."""

    start: float
    end: float
    open: bool
    changes: bool = True


@dataclass(slots=True)
class _Memory:
    """What has been worked out before: some blocks of days, and the stretch asked for last."""

    blocks: dict[int, tuple[Day, ...]] = field(default_factory=dict)
    stretch: _Stretch = field(default_factory=lambda: _Stretch(inf, -inf, open=False))


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a desk in its ``zone``. ``weekly`` has Monday first; without words: always.

    All moments that go in and come out are Unix seconds.
    """

    zone: tzinfo = UTC
    weekly: Week = (ROUND_THE_CLOCK,) * 7
    exceptions: Mapping[date, Dated] = field(default_factory=dict)
    holidays: tuple[Entries, ...] = ()
    calendars: tuple[Entries, ...] = ()

    _memory: _Memory = field(default_factory=_Memory, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.weekly) != 7:
            raise ValueError("a week has seven days")
        if self.always:
            self._memory.stretch = _Stretch(-inf, inf, open=True, changes=False)

    @property
    def always(self) -> bool:
        """Whether the desk never closes, as far as can be said without looking at a calendar."""
        special = self.exceptions or self.holidays or self.calendars
        return not special and all(spans == ROUND_THE_CLOCK for spans in self.weekly)

    def is_open(self, at: float) -> bool:
        """Whether the desk is open at this moment."""
        return self._stretch(at).open

    def closes(self, at: float) -> float | None:
        """When the stretch around ``at`` ends; None when it is closed or does not end."""
        stretch = self._stretch(at)
        return stretch.end if stretch.open and stretch.changes else None

    def opens(self, at: float) -> float | None:
        """The first moment from ``at`` on at which it is open: ``at`` itself when it is now.

        None when it does not open within the horizon.
        """
        stretch = self._stretch(at)
        if stretch.open:
            return at
        return stretch.end if stretch.changes else None

    def changes_after(self, at: float) -> float | None:
        """The next moment after ``at`` at which it opens or closes; None: not in the horizon."""
        stretch = self._stretch(at)
        return stretch.end if stretch.changes else None

    def promised(self, start: float, end: float) -> list[Interval]:
        """The open hours from ``start`` to ``end``: in order, apart from each other, cut to fit."""
        if start >= end:
            return []
        if self.always:
            return [Interval(start, end)]
        asked = Interval(start, end)
        parts = (common(stretch, asked) for stretch in self._open_from(start, end))
        return [part for part in parts if part]

    def day(self, on: date) -> Day:
        """What holds on a date: its stretches, each as long as it really is, and its name."""
        number, place = divmod(on.toordinal(), BLOCK)
        return self._block(number)[place]

    def _stretch(self, at: float) -> _Stretch:
        stretch = self._memory.stretch
        if not stretch.start <= at < stretch.end:
            stretch = self._memory.stretch = self._find(at)
        return stretch

    def _find(self, at: float) -> _Stretch:
        """The stretch around a moment. What does not change in the horizon is found for a day."""
        closed_since = at
        for each in self._open_from(at, at + HORIZON * DAY):
            if each.end <= at:
                closed_since = each.end
            elif each.start > at:
                return _Stretch(closed_since, each.start, open=False)
            elif each.end > at + HORIZON * DAY:
                return _Stretch(at, at + DAY, open=True, changes=False)
            else:
                return _Stretch(each.start, each.end, open=True)
        return _Stretch(at, at + DAY, open=False, changes=False)

    def _open_from(self, start: float, end: float) -> Iterator[Interval]:
        """The open stretches from the day before ``start``, joined, as far as they begin by end."""
        on, open_now = date_at(self.zone, start) - timedelta(days=2), None
        while True:
            for each in self.day(on).open:
                if open_now is None:
                    open_now = each
                elif each.start <= open_now.end:
                    open_now = Interval(open_now.start, max(open_now.end, each.end))
                else:
                    yield open_now
                    open_now = each
                if open_now.start >= end:
                    return
            on += timedelta(days=1)
            if midnight(self.zone, on) > end:
                break
        if open_now is not None:
            yield open_now

    def _block(self, number: int) -> tuple[Day, ...]:
        blocks = self._memory.blocks
        if number not in blocks:
            if len(blocks) >= MOST_BLOCKS:
                del blocks[next(iter(blocks))]
            blocks[number] = tuple(self._work_out(date.fromordinal(number * BLOCK)))
        return blocks[number]

    def _work_out(self, first: date) -> Iterator[Day]:
        days = [first + timedelta(days=count) for count in range(BLOCK)]
        after = days[-1] + timedelta(days=1)  # hours run past midnight, and a closing follows them
        holidays = _by_date(_asked(self.holidays, first, days[-1]))
        entries = _asked(self.calendars, first, after)
        for on in days:
            yield self._day(on, holidays.get(on, ""), entries)

    def _day(self, on: date, holiday: str, entries: list[Entry]) -> Day:
        dated = self.exceptions.get(on)
        if dated is not None:
            return Day(on, self._real(on, dated.spans), dated.name or holiday)
        today = Interval(midnight(self.zone, on), midnight(self.zone, on + timedelta(days=1)))
        usual = () if holiday else self._real(on, self.weekly[on.weekday()])
        there = [*usual, *_opened(entries, on, today)]
        closing = [each for each in entries if not each.opens]
        if any(each.when == on for each in closing):
            there = []
        away = [each.when for each in closing if isinstance(each.when, Interval)]
        names = [holiday, *_names(entries, on, today, there)]
        return Day(on, without(joined(there), away), ", ".join(dict.fromkeys(filter(None, names))))

    def _real(self, on: date, spans: Iterable[Span]) -> tuple[Interval, ...]:
        """Hours on the wall as stretches of real time; one that is skipped as a whole is none."""
        real = (
            Interval(
                moment(self.zone, on, span.opens), moment(self.zone, on, span.closes, last=True)
            )
            for span in spans
        )
        return joined(each for each in real if each.start < each.end)


ALWAYS = Hours()
"""A desk that never closes."""


def _asked(sources: Iterable[Entries], first: date, last: date) -> list[Entry]:
    return [entry for source in sources for entry in source.between(first, last)]


def _by_date(entries: Iterable[Entry]) -> dict[date, str]:
    return {each.when: each.name for each in entries if isinstance(each.when, date)}


def _opened(entries: Iterable[Entry], on: date, today: Interval) -> Iterator[Interval]:
    """The time of a day that entries open."""
    for each in entries:
        if not each.opens:
            continue
        if each.when == on:
            yield today
        elif isinstance(each.when, Interval) and (part := common(each.when, today)):
            yield part


def _names(
    entries: Iterable[Entry], on: date, today: Interval, there: list[Interval]
) -> Iterator[str]:
    """What is worth a word on a day: entries that are that day's, or cut its hours."""
    for each in entries:
        if not isinstance(each.when, Interval):
            touched = each.when == on
        else:
            touched = any(common(each.when, one) for one in ([today] if each.opens else there))
        if touched:
            yield each.name
