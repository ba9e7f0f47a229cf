"""What is true at the moment: the gauges, read off the desks when somebody asks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from imref.desk.agreement import Desk
from imref.desk.duty.standing import is_on_duty_at
from imref.desk.model import SessionState
from imref.desk.records import Promise
from imref.desk.room import Room

DAY = 86_400.0

SHOWN = (SessionState.WAITING, SessionState.HELD, SessionState.ACTIVE, SessionState.ABROAD)


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a metric, with its labels in the order in which the catalogue has them."""

    name: str
    value: float
    labels: tuple[str, ...] = ()


def readings(room: Room, now: float) -> Iterator[Reading]:
    """The state of the desks at ``now`` (Unix seconds). It changes nothing in the room."""
    states = Counter(
        (session.desk, session.state) for session in room.sessions.values() if not session.practice
    )
    for desk in room.agreement.desks.values():
        yield from _desk(room, desk, now)
        for state in SHOWN:
            labels = (desk.name, state.value)
            yield Reading("imref_sessions", states[desk.name, state], labels)
    yield from _promises(room, now)


def _desk(room: Room, desk: Desk, now: float) -> Iterator[Reading]:
    labels = (desk.name,)
    line = room.lines.get(desk.name)
    first = line.first(1) if line else []
    on_duty = sum(is_on_duty_at(room, name, desk.name) for name in desk.staff)
    yield Reading("imref_desk_open", desk.hours.is_open(now), labels)
    yield Reading("imref_desk_alarm", desk.name in room.alarmed, labels)
    yield Reading("imref_on_duty", on_duty, labels)
    yield Reading("imref_oldest_wait_seconds", now - first[0].opened if first else 0.0, labels)


def _promises(room: Room, now: float) -> Iterator[Reading]:
    due = [each.due for each in room.followups.values() if each.state is Promise.OPEN]
    yield Reading("imref_follow_ups_open", len(due))
    yield Reading("imref_follow_ups_due", sum(now <= when < now + DAY for when in due))
    yield Reading("imref_follow_ups_overdue", sum(when < now for when in due))
