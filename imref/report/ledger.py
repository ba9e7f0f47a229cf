"""The ledger: desk, phone and messages in one book, and what else belongs to the service."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from imref.desk.agreement import Agreement
from imref.desk.duty.order import Channel
from imref.desk.intervals import Interval, joined
from imref.desk.model import Moment
from imref.desk.patron.rating import RATINGS
from imref.desk.records import Promise
from imref.report.demand import by_hour
from imref.report.model import (
    NO_COUNTS,
    Ledger,
    PageUse,
    PartnerUse,
    Promises,
    WeekCounts,
    WeekMinutes,
)
from imref.report.period import Period
from imref.report.wall import QUARTER, HoursOfWeek
from imref.report.weekclock import Minutes
from imref.store import daybook
from imref.store.daybook import Span
from imref.store.evidence import View

READ_LEVELS = range(1, 7)
"""The READ scale: from 1, under five minutes, to 6, a study of its own."""


def ledger(
    view: View,
    agreement: Agreement,
    period: Period,
    desks: Collection[str],
    now: float,
    hours: HoursOfWeek,
) -> Ledger:
    """The ledger of a period at these desks (none named: all), still without the chat's messages.

    Walk-ins and calls have no desk: they are those of whoever serves one of these.
    """
    over = period.until(now)
    span = Span(period.start, period.end, desks)
    others = _Others(view, over, _staff(agreement, desks), hours)
    told = daybook.ratings(view.connection, span)
    levels = daybook.levels(view.connection, span)
    return Ledger(
        walk_ins=others.came(Channel.WALK_IN),
        calls=others.came(Channel.PHONE),
        messages=NO_COUNTS,
        engaged=others.engaged(),
        promises=kept_promises(daybook.promises(view.connection, span), lambda _: True),
        read=tuple(levels.get(level, 0) for level in READ_LEVELS),
        ratings=rated(told, lambda _: True),
        pages=tuple(_pages(view, span)),
        partners=tuple(_partners(view, agreement, over, span)),
        undelivered=daybook.undelivered(view.connection, span),
        mailed=daybook.mailed(view.connection, span),
    )


def _staff(agreement: Agreement, desks: Collection[str]) -> Collection[str]:
    """Who serves these desks; nobody named is everybody, also who has left."""
    serve = (agreement.desks[name] for name in desks if name in agreement.desks)
    return {name for desk in serve for name in desk.staff}


class _Others:
    """Those who came to the desk or called, and for how long they kept librarians.

    The time is that of each librarian, also if several were engaged at once.
    """

    def __init__(
        self, view: View, over: Interval, staff: Collection[str], hours: HoursOfWeek
    ) -> None:
        self._came: dict[str, Counter[int]] = {kind: Counter() for kind in Channel}
        self._engaged = Minutes(hours)
        for rows in daybook.engagements(view.connection, over.start, over.end, staff):
            self._take(rows, over)

    def _take(self, rows: Iterable[tuple[str, float, float, int]], over: Interval) -> None:
        """Count some. (One method for all of them: there may be half a million.)"""
        start, end, came, engaged = over.start, over.end, self._came, self._engaged
        hours = engaged.hours
        for kind, began, ended, people in rows:
            if began >= start:
                came[kind][hours[int(began // QUARTER)]] += people
            if began < ended:
                engaged.add(max(start, began), min(end, ended))

    def came(self, kind: Channel) -> WeekCounts:
        """How many came, by the hour in which they did."""
        return by_hour(self._came[kind])

    def engaged(self) -> WeekMinutes:
        """Minutes of librarians."""
        return self._engaged.table()


def kept_promises(found: "dict[tuple[str, str], int]", wanted: Callable[[str], bool]) -> Promises:
    """What became of the promises of those owners who are ``wanted``."""
    counts = Counter[str]()
    for (owner, state), number in found.items():
        if wanted(owner):
            counts[state] += number
    return Promises(
        kept=counts[Promise.KEPT],
        late=counts[Promise.LATE],
        broken=counts[Promise.BROKEN],
        dropped=counts[Promise.DROPPED],
        open=counts[Promise.OPEN],
    )


def rated(found: "dict[tuple[str, int], int]", wanted: Callable[[str], bool]) -> tuple[int, ...]:
    """How many said 1, 2, 3, 4 and 5 of conversations with those who are ``wanted``."""
    return tuple(
        sum(number for (owner, said), number in found.items() if said == rating and wanted(owner))
        for rating in RATINGS
    )


def _pages(view: View, span: Span) -> Iterable[PageUse]:
    """The help pages that were read, the most useful first."""
    read = daybook.pages(view.connection, span, Moment.READ)
    settled = daybook.pages(view.connection, span, Moment.SETTLED)
    used = (PageUse(slug, read.get(slug, 0), settled.get(slug, 0)) for slug in {*read, *settled})
    return sorted(used, key=lambda each: (-(each.settled or 0), -(each.read or 0), each.slug))


def _partners(view: View, agreement: Agreement, over: Interval, span: Span) -> Iterable[PartnerUse]:
    """The partners of these desks, and those who had a question in this time."""
    sent = daybook.partners(view.connection, span, Moment.SENT_ON)
    came_home = daybook.partners(view.connection, span, Moment.CAME_HOME)
    answered = daybook.answered_abroad(view.connection, span)
    covered = _hours_covered(agreement, over, span.desks)
    for address in sorted({*covered, *sent, *came_home}):
        yield PartnerUse(
            agreement.partner_title(address),
            sent=sent.get(address, 0),
            answered=answered.get(address, 0),
            came_home=came_home.get(address, 0),
            minutes=covered.get(address, 0.0),
        )


def _hours_covered(
    agreement: Agreement, over: Interval, desks: Collection[str]
) -> dict[str, float]:
    """The minutes in which each partner was to cover for any of these desks, by the agreement."""
    found: dict[str, list[Interval]] = {}
    for desk in agreement.desks.values():
        for partner in desk.partners if not desks or desk.name in desks else ():
            promised = partner.when.promised(over.start, over.end)
            found.setdefault(partner.address, []).extend(promised)
    return {
        address: sum(each.length for each in joined(times)) / 60.0
        for address, times in found.items()
    }
