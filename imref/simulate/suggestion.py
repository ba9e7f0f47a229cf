"""A proposal of opening hours from what was asked, and how sure one can be of it.

Hours that are best for the weeks on record look better there than they will be: chance had a part
in which hours were asked most. So the choice is made again and again on weeks drawn from the record
(B. Efron: Bootstrap Methods, The Annals of Statistics 7 (1979), 1-26), and each is held against
the weeks that it has not seen. How often an hour is chosen says how much it is chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from random import Random
from statistics import fmean
from typing import Final

from imref.desk.calendar.hours import Span, Week
from imref.simulate.block import WEEK, mondays
from imref.simulate.estimate import Estimate
from imref.simulate.opening import HOURS_A_DAY, Grid, Limits, best_hours, met
from imref.store.past import Asked

DAYS: Final = 7
RESAMPLES: Final = 100

WORTH: Final = 1_000
"""What a question counts for against an hour that is open today (1): it decides between equals."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Which hours, and what they would meet.

    ``chosen`` is the proposal, ``sure`` in which part of the resamples each hour was chosen.
    ``today`` and ``then`` are shares of all that is asked, in %, asked while the desk is open:
    ``then`` in weeks that the choice had not seen. ``asked`` are questions a week.
    """

    chosen: Grid
    sure: tuple[tuple[float, ...], ...]
    today: Estimate
    then: Estimate
    asked: float
    weeks: int
    open_today: float

    @property
    def week(self) -> Week:
        """The proposal as hours of a week."""
        return week_of(self.chosen)


def suggest(
    asked: Sequence[Asked],
    start: float,
    end: float,
    zone: tzinfo,
    today: Week,
    limits: Limits,
    seed: int = 1,
) -> Iterator[float | Suggestion]:
    """Work out a proposal: parts of the work that are done (0 to 1), and then the proposal.

    Raises ValueError when there is no whole week on record, or nothing was asked in any.
    """
    weeks = _counts(asked, mondays(start, end, zone), zone)
    if not weeks or not any(each.total for each in weeks):
        raise ValueError("no whole week with questions is on record")
    usual = grid_of(today)
    chosen = best_hours(_worth(weeks, usual), limits)
    chance = Random(seed)
    grids, shares, todays = [], [], []
    for number in range(RESAMPLES):
        drawn = [chance.randrange(len(weeks)) for _ in weeks]
        grid = best_hours(_worth([weeks[place] for place in drawn], usual), limits)
        unseen = [each for place, each in enumerate(weeks) if place not in drawn] or weeks
        grids.append(grid)
        shares.append(_share(unseen, grid))
        todays.append(_share_today([weeks[place] for place in drawn], today))
        yield (number + 1) / RESAMPLES
    total = sum(each.total for each in weeks)
    yield Suggestion(
        chosen,
        _how_often(grids),
        _middle(todays, _share_today(weeks, today)),
        _middle(shares, fmean(shares)),
        total / len(weeks),
        len(weeks),
        sum(span.closes - span.opens for spans in today for span in spans) / 60,
    )


@dataclass(slots=True)
class _Week:
    """What was asked in one week: by hour, and by the minute of the week."""

    hours: list[list[int]]
    minutes: list[int]

    @property
    def total(self) -> int:
        return len(self.minutes)


def _counts(asked: Sequence[Asked], starts: Sequence[float], zone: tzinfo) -> list[_Week]:
    first = {datetime.fromtimestamp(at, zone).date(): place for place, at in enumerate(starts)}
    weeks = [_Week([[0] * HOURS_A_DAY for _ in range(DAYS)], []) for _ in starts]
    for each in asked:
        there = datetime.fromtimestamp(each.at, zone)
        monday = there.date() - WEEK / DAYS * there.weekday()
        if (place := first.get(monday)) is not None:
            day = there.weekday()
            weeks[place].hours[day][there.hour] += 1
            weeks[place].minutes.append((day * HOURS_A_DAY + there.hour) * 60 + there.minute)
    return weeks


def _worth(weeks: Sequence[_Week], today: Grid) -> list[list[int]]:
    return [
        [
            WORTH * sum(week.hours[day][hour] for week in weeks) + today[day][hour]
            for hour in range(HOURS_A_DAY)
        ]
        for day in range(DAYS)
    ]


def _share(weeks: Sequence[_Week], grid: Grid) -> float:
    total = sum(each.total for each in weeks)
    return 100.0 * sum(met(each.hours, grid) for each in weeks) / total if total else 0.0


def _share_today(weeks: Sequence[_Week], today: Week) -> float:
    """To the minute, since today's hours need not be whole ones."""
    spans = [
        (day * HOURS_A_DAY * 60 + span.opens, day * HOURS_A_DAY * 60 + span.closes)
        for day in range(-1, DAYS)
        for span in today[day]
    ]
    total = sum(each.total for each in weeks)
    inside = sum(
        any(opens <= minute < closes for opens, closes in spans)
        for each in weeks
        for minute in each.minutes
    )
    return 100.0 * inside / total if total else 0.0


def _how_often(grids: Sequence[Grid]) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(fmean(grid[day][hour] for grid in grids) for hour in range(HOURS_A_DAY))
        for day in range(DAYS)
    )


def _middle(values: Sequence[float], mean: float) -> Estimate:
    """The mean with the middle 95 % of the resamples."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return Estimate(mean, ordered[round(0.025 * last)], ordered[round(0.975 * last)])


def grid_of(week: Week) -> Grid:
    """The hours of a week of which at least half is open."""
    rows = [[0] * (HOURS_A_DAY * 2) for _ in range(DAYS)]
    for day, spans in enumerate(week):
        for span in spans:
            for hour in range(HOURS_A_DAY * 2):
                shared = min(span.closes, hour * 60 + 60) - max(span.opens, hour * 60)
                rows[day][hour] |= shared >= 30
    return tuple(
        tuple(rows[day][hour] | rows[day - 1][hour + HOURS_A_DAY] for hour in range(HOURS_A_DAY))
        for day in range(DAYS)
    )


def week_of(grid: Grid) -> Week:
    """Whole hours as spans."""
    return tuple(tuple(_spans(row)) for row in grid)


def _spans(row: Sequence[int]) -> Iterator[Span]:
    begun: int | None = None
    for hour, is_open in enumerate((*row, 0)):
        if is_open and begun is None:
            begun = hour
        elif not is_open and begun is not None:
            yield Span(begun * 60, hour * 60)
            begun = None
