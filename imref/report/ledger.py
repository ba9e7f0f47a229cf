"""The ledger: desk, phone and messages in one book, and what else belongs to the service."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import tzinfo

from imref.desk.agreement import Agreement
from imref.desk.intervals import Interval, common, joined
from imref.desk.model import Moment
from imref.desk.order import Channel
from imref.desk.rating import RATINGS
from imref.desk.records import Promise
from imref.report.model import Ledger, PageUse, PartnerUse, Promises, WeekCounts
from imref.report.period import Period
from imref.report.wall import QUARTER, HoursOfWeek
from imref.report.weekclock import minutes
from imref.store import daybook
from imref.store.daybook import Busy, Span
from imref.store.evidence import View

READ_LEVELS = range(1, 7)
"""The READ scale: from 1, under five minutes, to 6, a study of its own."""


def ledger(
    view: View,
    agreement: Agreement,
    period: Period,
    desks: Collection[str],
    messages: WeekCounts,
    now: float,
) -> Ledger:
    """The ledger of a period at these desks (none named: all); ``messages`` are those in the chat.

    Walk-ins and calls have no desk: they are those of whoever serves one of these.
    """
    over = period.until(now)
    span, whole = Span(period.start, period.end, desks), Interval(period.start, period.end)
    busy = list(_of_desks(engaged(view, over), agreement, desks))
    told = daybook.ratings(view.connection, span)
    levels = daybook.levels(view.connection, span)
    return Ledger(
        walk_ins=_by_hour(busy, Channel.WALK_IN, whole, period.zone),
        calls=_by_hour(busy, Channel.PHONE, whole, period.zone),
        messages=messages,
        engaged=minutes(_lengths(busy, over), period.zone),
        promises=kept_promises(daybook.promises(view.connection, span), lambda _: True),
        read=tuple(levels.get(level, 0) for level in READ_LEVELS),
        ratings=rated(told, lambda _: True),
        pages=tuple(_pages(view, span)),
        partners=tuple(_partners(view, agreement, over, span)),
        undelivered=daybook.undelivered(view.connection, span),
        mailed=daybook.mailed(view.connection, span),
    )


def engaged(view: View, over: Interval) -> list[Busy]:
    """The walk-ins and calls that touch a stretch of time; what goes on does so until its end."""
    return list(daybook.engagements(view.connection, over.start, over.end, over.end))


def _of_desks(busy: Iterable[Busy], agreement: Agreement, desks: Collection[str]) -> Iterable[Busy]:
    """Those of the staff of these desks; of everybody, also who has left, when it is all desks."""
    if not desks:
        return busy
    staff = {
        name for desk in desks if desk in agreement.desks for name in agreement.desks[desk].staff
    }
    return [each for each in busy if each.staff in staff]


def _by_hour(busy: Iterable[Busy], kind: Channel, when: Interval, zone: tzinfo) -> WeekCounts:
    """How many came, by the hour in which they did."""
    hours, found = HoursOfWeek(zone), Counter[int]()
    for each in busy:
        if each.kind == kind and when.start <= each.began < when.end:
            found[hours[int(each.began // QUARTER)]] += each.people
    return tuple(tuple(found[day * 24 + hour] for hour in range(24)) for day in range(7))


def _lengths(busy: Iterable[Busy], when: Interval) -> Iterable[Interval]:
    """The time for which librarians were engaged: that of each, also if several were at once."""
    parts = (common(Interval(each.began, each.ended), when) for each in busy)
    return [each for each in parts if each]


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
