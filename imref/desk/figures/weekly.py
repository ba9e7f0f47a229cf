"""The weekly report: when it is due, who is told, and that nobody is told twice or not at all.

A report is about a whole week, Monday to Sunday, and known by the end of that week. The last one is
kept: what it says of itself is what was done, so a restart goes on where the last run was.
"""

from datetime import timedelta, tzinfo
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember, WeeklyReport
from imref.desk.calendar.wallclock import date_at, midnight, moment
from imref.desk.effects import Keep
from imref.desk.errands import MailReport, WriteReport
from imref.desk.events import ReportMailed, ReportWritten
from imref.desk.figures.brief import Brief
from imref.desk.occasions import when_due
from imref.desk.phrases import Lines, Text
from imref.desk.records import Edition
from imref.desk.room import Room

WEEKLY: Final = "weekly report"
"""The occasion at which it is looked at which report is due; it has no key."""

ATTEMPT: Final = "report attempt"
"""The occasion at which an unfinished report is tried again; it has no key."""

PAUSE: Final = 600.0
"""Seconds until what did not come, or could not be mailed, is tried again."""

GIVEN_UP: Final = 86_400.0
"""Seconds after which it is not tried any more; the next week's will come."""


def expect(room: Room) -> None:
    """Look at what is due, at a start and under a new agreement."""
    if room.agreement.weekly_report is None:
        room.agenda.strike(WEEKLY, "")
        room.agenda.strike(ATTEMPT, "")
    else:
        room.agenda.enter(room.now, WEEKLY, "")


@when_due(WEEKLY)
def _look(room: Room, _key: str) -> None:
    plan, first = room.agreement.weekly_report, room.first_desk()
    if plan is None or first is None:
        return
    zone, last = first.hours.zone, room.edition
    ended, coming = _due(plan, zone, room.now)
    room.agenda.enter(coming, WEEKLY, "")
    if last is None:  # Reports begin with the next one, not with one about a time before them.
        _keep(room, Edition(room.next_record(), ended, ended, room.now, told=room.now))
    elif last.until < ended:
        since = midnight(zone, date_at(zone, ended) - timedelta(weeks=1))
        edition = Edition(room.next_record(), since, ended, room.now, owed=" ".join(plan.mail))
        _keep(room, edition)
        _write(room, edition)
    elif not last.settled:
        _write(room, last)


def _due(plan: WeeklyReport, zone: tzinfo, now: float) -> tuple[float, float]:
    """The end of the week whose report is due now, and when the next report is due."""
    today = date_at(zone, now)
    day = today - timedelta(days=(today.weekday() - plan.day) % 7)
    if moment(zone, day, plan.minutes) > now:
        day -= timedelta(weeks=1)
    monday = day - timedelta(days=day.weekday())
    return midnight(zone, monday), moment(zone, day + timedelta(weeks=1), plan.minutes)


def _keep(room: Room, edition: Edition) -> None:
    room.file(edition)
    room.out.append(Keep(edition))


def _write(room: Room, edition: Edition) -> None:
    room.out.append(WriteReport(edition.number, edition.since, edition.until))
    room.agenda.enter(room.now + PAUSE, ATTEMPT, "")


@when_due(ATTEMPT)
def _try_again(room: Room, _key: str) -> None:
    edition = room.edition
    if edition is None or edition.settled:
        return
    if room.now - edition.due < GIVEN_UP:
        _write(room, edition)
        return
    if edition.told:
        _tell(room, _not_mailed(edition.owed.split(), "?"))
    else:
        _tell(room, phrases.WEEK_NOT_MADE())
    edition.told, edition.owed = edition.told or room.now, ""
    _keep(room, edition)


def written(room: Room, event: ReportWritten) -> None:
    """The figures are there: staff are told at once, and the mail goes out."""
    edition, plan = room.edition, room.agreement.weekly_report
    if edition is None or plan is None or edition.number != event.number or edition.settled:
        return
    if not edition.told:
        _tell(room, page(event.inside), only_readers=True)
        edition.told = room.now
        _keep(room, edition)
    if edition.owed:
        room.out.append(_letter(room, edition, plan, event.outside))
    else:
        room.agenda.strike(ATTEMPT, "")


def _letter(room: Room, edition: Edition, plan: WeeklyReport, brief: Brief) -> MailReport:
    first = room.first_desk()
    assert first is not None  # without a desk no report is due
    days = (date_at(first.hours.zone, at) for at in (edition.since, edition.until - 1.0))
    begin, end = (day.isoformat() for day in days)
    body = Lines((page(brief), "", phrases.WEEK_ENCLOSED()))
    return MailReport(
        edition.number,
        tuple(edition.owed.split()),
        room.in_words(phrases.WEEK_SUBJECT(first=begin, last=end), plan.language),
        room.in_words(body, plan.language),
        edition.since,
        edition.until,
    )


def mailed(room: Room, event: ReportMailed) -> None:
    """Some mails have arrived, some never will; the others are tried again."""
    edition = room.edition
    if edition is None or edition.number != event.number:
        return
    over = {*event.arrived, *event.refused}
    edition.owed = " ".join(each for each in edition.owed.split() if each not in over)
    _keep(room, edition)
    if event.refused:
        _tell(room, _not_mailed(event.refused, event.detail))
    if edition.settled:
        room.agenda.strike(ATTEMPT, "")


def _not_mailed(addresses: list[str] | tuple[str, ...], detail: str) -> Text:
    return phrases.WEEK_NOT_MAILED(addresses=", ".join(addresses), detail=detail or "?")


def _tell(room: Room, text: Text, *, only_readers: bool = False) -> None:
    """Tell those who read the report; of trouble, where nobody does, the supervisors."""
    for member in _readers(room, only_readers=only_readers):
        room.tell_member(member, text)


def _readers(room: Room, *, only_readers: bool) -> list[StaffMember]:
    plan, first = room.agreement.weekly_report, room.first_desk()
    names = plan.staff if plan else ()
    if not names and not only_readers and first is not None:
        names = first.supervisors
    return [member for name in names if (member := room.agreement.member(name)) is not None]


def page(brief: Brief) -> Text:
    """The report as some lines of text; what is not known or not said is left out."""
    lines: list[Text] = [_asked(brief)]
    if brief.before is not None:
        lines.append(phrases.WEEK_BEFORE(before=brief.before))
    if brief.asked != 0:
        lines.append(
            phrases.WEEK_FATES(
                answered=_number(brief.answered),
                lost=_number(brief.lost),
                unanswered=_number(brief.unanswered),
                held=_number(brief.held),
                referred=_number(brief.referred),
            )
        )
    if brief.closed:
        lines.append(phrases.WEEK_CLOSED(closed=brief.closed))
    lines += [*_waits(brief), *_coverage(brief)]
    if any(number != 0 for number in (brief.kept, brief.late, brief.broken)):
        kept, late, broken = map(_number, (brief.kept, brief.late, brief.broken))
        lines.append(phrases.WEEK_PROMISES(kept=kept, late=late, broken=broken))
    if brief.walk_ins or brief.calls:
        walk_ins, calls = _number(brief.walk_ins), _number(brief.calls)
        lines.append(phrases.WEEK_BESIDE(walk_ins=walk_ins, calls=calls))
    return Lines(tuple(lines))


def _asked(brief: Brief) -> Text:
    if brief.asked is None:
        return phrases.WEEK_FEW()
    return phrases.WEEK_ASKED(count=brief.asked) if brief.asked else phrases.WEEK_QUIET()


def _waits(brief: Brief) -> list[Text]:
    lines: list[Text] = []
    if brief.half is not None and brief.most is not None:
        half, most = phrases.age(brief.half), phrases.age(brief.most)
        lines.append(phrases.WEEK_WAITS(half=half, most=most))
    if brief.timed and brief.within is not None:
        lines.append(phrases.WEEK_WITHIN(within=brief.within, asked=brief.timed))
    return lines


def _coverage(brief: Brief) -> list[Text]:
    lines: list[Text] = []
    if brief.promised:
        promised, staffed = (f"{minutes / 60:.0f}" for minutes in (brief.promised, brief.staffed))
        lines.append(phrases.WEEK_STAFFED(promised=promised, staffed=staffed))
    if brief.gaps:
        lines.append(phrases.WEEK_NOBODY(count=brief.gaps, longest=phrases.age(brief.longest)))
    return lines


def _number(number: int | None) -> Text:
    return phrases.WEEK_HIDDEN() if number is None else str(number)
