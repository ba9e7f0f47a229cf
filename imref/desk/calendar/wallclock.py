"""From the time that a clock on the wall shows to the moment that it is, across its changes.

A time that the clock skips means the moment of the skip: it is the first at which the clock shows
that time or a later one. A time that comes twice (PEP 495) is the first or the last of the two.
"""

from datetime import date, datetime, timedelta, tzinfo


def moment(zone: tzinfo, on: date, minutes: int, *, last: bool = False) -> float:
    """The Unix time at which the clock shows ``minutes`` after the midnight of a date.

    Minutes beyond the day are counted on the wall: 26 h is two o'clock of the next day. Of two
    such moments it is the first, or the ``last``.
    """
    wall = datetime(on.year, on.month, on.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    early, late = (wall.replace(tzinfo=zone, fold=each).timestamp() for each in (0, 1))
    if early > late:  # in a skip the first is counted with the offset from before it
        return _skip(zone, late, early)
    return late if last else early


def midnight(zone: tzinfo, on: date) -> float:
    """The Unix time at which a date begins."""
    return moment(zone, on, 0)


def date_at(zone: tzinfo, at: float) -> date:
    """The date that it is at a Unix time."""
    return datetime.fromtimestamp(at, zone).date()


def next_midnight(zone: tzinfo, at: float) -> float:
    """When the day after a Unix time begins."""
    return midnight(zone, date_at(zone, at) + timedelta(days=1))


def _skip(zone: tzinfo, before: float, after: float) -> float:
    """The moment in between at which the offset changes, in whole seconds, by halving."""
    low, high = int(before) - 1, int(after)
    offset = datetime.fromtimestamp(high, zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == offset:
            high = middle
        else:
            low = middle
    return float(high)
