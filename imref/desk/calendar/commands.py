"""``hours`` and ``!hours``: when a desk is open, for all who want to know."""

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.calendar.hours import Hours
from imref.desk.calendar.timetable import Row, rows
from imref.desk.calendar.wallclock import date_at
from imref.desk.commands import PatronCall, StaffCall, patron_command, staff_command
from imref.desk.intervals import Interval
from imref.desk.phrases import Clock, DayName, Lines, Listed, Text, When
from imref.desk.room import Room
from imref.desk.roster.beacon import face_of
from imref.desk.roster.face import DeskState
from imref.desk.staff.calls import answer

DAYS_SHOWN = 7


@patron_command("hours", "open?", about="when we are open")
def _hours(room: Room, call: PatronCall) -> None:
    desk = room.agreement.desks.get(call.desk) or room.first_desk()
    if desk is None:
        return
    room.say(call.desk, call.address, hours_words(room, desk), language=call.language)


@staff_command("hours", usage="!hours", about="when your desks are open")
def _staff_hours(room: Room, call: StaffCall) -> None:
    serves = [d for d in room.agreement.desks.values() if call.member.name in d.staff]
    desks = serves or list(room.agreement.desks.values())
    answer(room, call, Lines(tuple(hours_words(room, desk) for desk in desks)))


def hours_words(room: Room, desk: Desk) -> Text:
    """Whether a desk is open now, until when or when next, and the hours of the coming week."""
    lines = [_now(room, desk)]
    if not desk.hours.always:
        today = date_at(desk.hours.zone, room.now)
        lines += [_row(each, desk.hours) for each in rows(desk.hours, today, DAYS_SHOWN)]
    return Lines(tuple(lines))


def _now(room: Room, desk: Desk) -> Text:
    hours, zone = desk.hours, str(desk.hours.zone)
    if not hours.is_open(room.now):
        opens = hours.opens(room.now)
        if opens is None:
            return phrases.HOURS_CLOSED(desk=desk.title)
        return phrases.HOURS_CLOSED_UNTIL(desk=desk.title, opens=When(opens, zone))
    closes = hours.closes(room.now)
    if closes is None:
        words = phrases.HOURS_OPEN(desk=desk.title)
    else:
        words = phrases.HOURS_OPEN_UNTIL(desk=desk.title, closes=When(closes, zone, short=True))
    if face_of(room, desk).state is DeskState.STAFFED:
        return words
    return phrases.HOURS_NOBODY(hours=words)


def _row(row: Row, hours: Hours) -> Text:
    first, last = DayName(row.first), DayName(row.last)
    if row.days == DAYS_SHOWN:
        days: Text = phrases.HOURS_EVERY_DAY()
    elif row.days == 1:
        days = first
    else:
        days = phrases.HOURS_RANGE(first=first, last=last)
    times = _times(row, str(hours.zone))
    if row.name:
        return phrases.HOURS_ROW_NAMED(days=days, hours=times, name=row.name)
    return phrases.HOURS_ROW(days=days, hours=times)


def _times(row: Row, zone: str) -> Text:
    if row.all_day:
        return phrases.HOURS_ALL_DAY()
    if not row.open:
        return phrases.HOURS_SHUT()
    return Listed(tuple(_stretch(each, zone) for each in row.open))


def _stretch(each: Interval, zone: str) -> Text:
    return phrases.HOURS_RANGE(first=Clock(each.start, zone), last=Clock(each.end, zone))
