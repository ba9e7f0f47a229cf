"""The tally: what came to the desk and by phone, so that it stands beside what came by message."""

import re
from collections import Counter
from collections.abc import Iterable

from imref.desk import phrases
from imref.desk.calendar.wallclock import date_at, midnight
from imref.desk.commands import StaffCall, staff_command
from imref.desk.duty.engagement import remember
from imref.desk.duty.order import ENGAGED_WITH, ENGAGING, Channel
from imref.desk.effects import Keep
from imref.desk.phrases import Lines, Text
from imref.desk.records import Engagement
from imref.desk.room import Room
from imref.desk.staff.calls import answer, ask_again

MOST = 999
"""The highest count of one tally."""

_TALLY = re.compile(
    r"(?P<kind>walk[-_ ]?ins?|phone|calls?)\b\s*(?P<detail>.*?)\s*(?P<count>\d{1,9})?",
    re.IGNORECASE,
)
_LINES = {Channel.WALK_IN: phrases.TALLY_WALK_IN, Channel.PHONE: phrases.TALLY_PHONE}


@staff_command(
    "tally",
    usage="!tally [walkin|phone what count]",
    about="count what came to the desk or by phone; alone: your day so far",
)
def _tally(room: Room, call: StaffCall) -> None:
    if not call.argument:
        answer(room, call, day_so_far(room, call.member.name))
        return
    match = _TALLY.fullmatch(" ".join(call.argument.split()))
    count = int(match["count"] or 1) if match else 0
    if match is None or not 0 < count <= MOST:
        ask_again(room, call, phrases.TALLY_ASK())
        return
    kind = Channel.WALK_IN if match["kind"].lower().startswith("walk") else Channel.PHONE
    detail = match["detail"].lower()
    tallied = Engagement(
        room.next_record(), call.member.name, kind, detail, room.now, ended=room.now, count=count
    )
    room.out.append(Keep(tallied))
    remember(room, tallied)
    answer(room, call, phrases.TALLIED(count=count, what=detail or ENGAGED_WITH[kind]()))


def day_so_far(room: Room, name: str) -> Text:
    """What somebody was engaged with today, in the zone of their desk: a line a channel."""
    desk = room.first_desk(name) or room.first_desk()
    zone = desk.hours.zone if desk else None
    today = midnight(zone, date_at(zone, room.now)) if zone else 0.0
    mine = [each for each in room.engaged_before.get(name, ()) if each.ended >= today]
    if name in room.engagements:
        mine.append(room.engagements[name])
    lines = tuple(
        _line(room, kind, those)
        for kind in ENGAGING
        if (those := [each for each in mine if each.kind == kind])
    )
    return phrases.TALLY_TODAY(lines=Lines(lines)) if lines else phrases.TALLY_NONE()


def _line(room: Room, kind: Channel, those: Iterable[Engagement]) -> Text:
    details: Counter[str] = Counter()
    count, seconds = 0, 0.0
    for each in those:
        count += each.count
        seconds += (each.ended or room.now) - each.began
        if each.detail:
            details[each.detail] += each.count
    named = ", ".join(f"{what} {number}" for what, number in details.most_common())
    line = _LINES[kind](count=count, details=phrases.TALLY_DETAILS(details=named) if named else "")
    return phrases.TALLY_TIMED(line=line, age=phrases.age(seconds)) if seconds else line
