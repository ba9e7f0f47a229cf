"""Somebody's own figures, shown to them before anybody else has them, and who may have them."""

from collections import Counter
from datetime import timedelta
from math import ceil

from imref.desk import phrases
from imref.desk.agreement import PerPerson, StaffMember
from imref.desk.calendar.wallclock import date_at, midnight
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.hours import zone_of
from imref.desk.errands import CountFigures, Figures
from imref.desk.events import FiguresCounted
from imref.desk.figures.disclosure import may_see
from imref.desk.figures.nearest_rank import quantile
from imref.desk.form.slip import Slip
from imref.desk.occasions import when_due
from imref.desk.phrases import Lines, Listed, Text
from imref.desk.room import Room
from imref.desk.staff.calls import answer, ask_again, hand_back

FIGURES = "figures"
"""The occasion at which somebody has waited too long for figures; its key is their name."""

PATIENCE = 10.0
"""Seconds until they are told that the figures do not come."""

RATINGS_SHOWN = 3
"""Patrons who must have said how it was before anybody is shown what they said."""

SPANS = {
    "today": phrases.MINE_TODAY,
    "week": phrases.MINE_WEEK,
    "month": phrases.MINE_MONTH,
}


@staff_command("mine", usage="!mine [today|week|month]", about="your own figures")
def _mine(room: Room, call: StaffCall) -> None:
    span = call.argument.lower() or "week"
    if span not in SPANS:
        ask_again(room, call, phrases.MINE_WHICH())
        return
    if not may_see(room.agreement, call.member.name, call.member.name):
        answer(room, call, phrases.MINE_NONE())
        return
    first = room.first_desk(call.member.name) or room.first_desk()
    window = call.window if call.window in room.agreement.desks else first.name if first else ""
    since = _begin(room, call, span)
    if call.slip is not None:
        call.slip.later = True
    _give_up(room, call.member)
    room.figures_for[call.member.name] = span, call.slip
    room.out.append(CountFigures(call.member.name, since, window))
    room.agenda.enter(room.now + PATIENCE, FIGURES, call.member.name)


def _begin(room: Room, call: StaffCall, span: str) -> float:
    """When today, this week (on Monday) or this month began on their clock."""
    zone = zone_of(room, call.member)
    today = date_at(zone, room.now)
    match span:
        case "today":
            return midnight(zone, today)
        case "week":
            return midnight(zone, today - timedelta(days=today.weekday()))
        case _:
            return midnight(zone, today.replace(day=1))


def counted(room: Room, event: FiguresCounted) -> None:
    """Show the figures to whoever asked for them, in the window of a desk."""
    name = event.asked.staff
    member, (span, slip) = room.agreement.member(name), room.figures_for.pop(name, ("", None))
    room.agenda.strike(FIGURES, name)
    if member is not None and span:
        _tell(room, member, _page(room, name, span, event.figures), event.asked.window, slip)


@when_due(FIGURES)
def _too_late(room: Room, name: str) -> None:
    member = room.agreement.member(name)
    if member is not None:
        _give_up(room, member)


def _give_up(room: Room, member: StaffMember) -> None:
    span, slip = room.figures_for.pop(member.name, ("", None))
    if span:
        _tell(room, member, phrases.MINE_LATER(), "", slip)


def _tell(room: Room, member: StaffMember, text: Text, window: str, slip: Slip | None) -> None:
    if slip is None:
        room.tell_member(member, text, window)
    else:
        slip.said.append(text)
        hand_back(room, member, slip)


def _page(room: Room, name: str, span: str, figures: Figures) -> Text:
    taken = dict(figures.loads).get(name, 0)
    promised = figures.kept + figures.late + figures.broken
    if not taken and not promised:
        return phrases.MINE_NOTHING(span=SPANS[span]())
    shared = room.agreement.per_person is PerPerson.SUPERVISORS
    first = phrases.MINE_SHARED if shared else phrases.MINE
    lines: list[Text] = [first(span=SPANS[span](), count=figures.answered)]
    waits = Counter(figures.waits)
    half, most = quantile(waits, 0.5), quantile(waits, 0.9)
    if half is not None and most is not None:
        lines.append(phrases.MINE_WAITS(half=phrases.age(half), most=phrases.age(most)))
    if len(figures.loads) > 1 and taken:
        total = sum(number for _, number in figures.loads)
        even = ceil(total / len(figures.loads))
        lines.append(phrases.MINE_LOAD(taken=taken, total=total, even=even))
    if promised:
        lines.append(
            phrases.MINE_PROMISES(kept=figures.kept, late=figures.late, broken=figures.broken)
        )
    if sum(figures.ratings) >= RATINGS_SHOWN:  # Of fewer, they would know who said what.
        said = [
            phrases.MINE_RATING(number=number, rating=rating)
            for rating, number in enumerate(figures.ratings, 1)
            if number
        ]
        lines.append(phrases.MINE_RATINGS(ratings=Listed(tuple(reversed(said)))))
    return Lines(tuple(lines))
