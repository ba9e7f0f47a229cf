"""What a patron is told, and when: each occasion, with the sentence as it would be said."""

from collections.abc import Iterator
from datetime import timedelta

from imref.desk import phrases
from imref.desk.agreement import Agreement, Desk
from imref.desk.calendar.wallclock import date_at, moment
from imref.desk.phrases import Lines, Text, When, Words
from imref.paper.exact import exactly

_FIVE_O_CLOCK = 17 * 60
"""A time of day that a promise may name, in minutes."""

Occasion = tuple[Words, Text]
"""When something is said, and what."""


def occasions(agreement: Agreement, desk: Desk, now: float) -> Iterator[Occasion]:
    """All of them, with a desk's own title, people, hours and partners, as of ``now``."""
    yield from _arrivals(agreement, desk, now)
    yield from _conversations(agreement, desk)
    yield from _later(agreement, desk, now)


def _arrivals(agreement: Agreement, desk: Desk, now: float) -> Iterator[Occasion]:
    """What somebody is told before a librarian is with them."""
    title, place, timings = desk.title, phrases.PLACE(place=2), agreement.timings
    yield (
        phrases.PAPER_WHEN_STAFFED(),
        phrases.RECEIVED(desk=title, place=phrases.PLACE_NEXT()),
    )
    yield phrases.PAPER_WHEN_BUSY(), phrases.RECEIVED_BUSY(desk=title, place=place)
    yield phrases.PAPER_WHEN_NOBODY(), phrases.RECEIVED_NOBODY(desk=title, place=place)
    yield (
        phrases.PAPER_WHEN_WAITING(time=exactly(timings.reassure)),
        phrases.STILL_LOOKING(place=place),
    )
    yield (
        phrases.PAPER_WHEN_NOBODY_COMES(time=exactly(timings.choice)),
        phrases.STILL_NOBODY(place=place),
    )
    kept = phrases.KEPT_PLACE(place=2)
    yield (
        phrases.PAPER_WHEN_NOBODY_CAME(time=exactly(timings.hold)),
        phrases.KEPT_ALONE(place=kept),
    )
    opening = _an_opening(desk, now)
    if opening is not None:
        yield (
            phrases.PAPER_WHEN_DESK_CLOSED(),
            phrases.KEPT_CLOSED(desk=title, place=kept, when=opening),
        )
    for partner in desk.partners:
        yield (
            phrases.PAPER_WHEN_PARTNER(partner=partner.title),
            phrases.PARTNER_OFFER_ALWAYS(
                desk=title, partner=partner.title, pause=exactly(timings.partner_pause)
            ),
        )
    if agreement.pages:
        yield phrases.PAPER_WHEN_PAGES(), phrases.PAGES_OFFERED(pages=_some_pages(agreement))


def _conversations(agreement: Agreement, desk: Desk) -> Iterator[Occasion]:
    """What somebody is told while a librarian is with them, and at the end."""
    timings = agreement.timings
    name, colleague = _two_names(agreement, desk)
    yield phrases.PAPER_WHEN_CLAIMED(), phrases.JOINED(name=name)
    yield (
        phrases.PAPER_WHEN_PASSED_ON(),
        phrases.PASSED_TO_PERSON(name=name, colleague=colleague),
    )
    yield (
        phrases.PAPER_WHEN_ENGAGED(time=exactly(timings.engagement)),
        phrases.ENGAGED_WALK_IN(name=name, age=phrases.age(timings.engagement)),
    )
    yield phrases.PAPER_WHEN_SILENT(), phrases.OWNER_SILENT(name=name)
    yield phrases.PAPER_WHEN_LOST(), phrases.OWNER_LOST(name=name)
    yield (
        phrases.PAPER_WHEN_IDLE(time=exactly(timings.remind_idle)),
        phrases.IDLE_REMINDER(name=name),
    )
    yield (
        phrases.PAPER_WHEN_IDLE_CLOSED(time=exactly(timings.close_idle)),
        phrases.CLOSED_IDLE(),
    )
    yield phrases.PAPER_WHEN_CLOSED(), phrases.CLOSED_BY_STAFF(name=name)


def _later(agreement: Agreement, desk: Desk, now: float) -> Iterator[Occasion]:
    """What somebody is told whose question takes longer than a conversation."""
    name, _ = _two_names(agreement, desk)
    zone = desk.hours.zone
    tomorrow = date_at(zone, now) + timedelta(days=1)
    due = When(moment(zone, tomorrow, _FIVE_O_CLOCK), str(zone))
    mail = phrases.PROMISED_MAIL() if agreement.mails else ""
    yield phrases.PAPER_WHEN_PROMISED(), phrases.PROMISED(name=name, when=due, mail=mail)


def _an_opening(desk: Desk, now: float) -> When | None:
    """When the desk opens after its next closing; None when it does not close."""
    closed_at = desk.hours.closes(now) if desk.hours.is_open(now) else now
    opens = desk.hours.opens(closed_at) if closed_at is not None else None
    return When(opens, str(desk.hours.zone)) if opens is not None else None


def _some_pages(agreement: Agreement) -> Text:
    pages = list(agreement.pages.values())[:2]
    lines = (phrases.PAGE_LINE(number=n, title=page.title) for n, page in enumerate(pages, 1))
    return Lines(tuple(lines))


def _two_names(agreement: Agreement, desk: Desk) -> tuple[str, str]:
    members = [member for name in desk.staff if (member := agreement.member(name)) is not None]
    names = [member.screen_name for member in members] or [""]
    return names[0], names[-1]
