"""Engagements: a walk-in or a call keeps a librarian from messages for a while."""

from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.duty.order import ENGAGED_WITH, Channel, Precedence, precedence_by_desk
from imref.desk.duty.standing import Standing, but_for_engagement, is_present, standing_at
from imref.desk.effects import Keep
from imref.desk.model import Session, SessionState
from imref.desk.occasions import when_due
from imref.desk.phrases import Lines, Phrase, Text, Words
from imref.desk.records import Engagement
from imref.desk.room import Room
from imref.desk.session.offering import look_for_work, withdraw_held_back

LONGEST: Final = 8 * 3600.0
"""Seconds that an engagement may be expected to last: who is away for longer is off duty."""

REMEMBERED: Final = 26 * 3600.0
"""Seconds for which those that have ended stay in memory, to tell somebody their day."""

OVER: Final = "engagement"
"""The occasion at which the time of an engagement is over; its key is the staff name."""

TO_PATRONS: Final = {
    Channel.WALK_IN: phrases.ENGAGED_WALK_IN,
    Channel.PHONE: phrases.ENGAGED_PHONE,
}
MORE: Final = {Channel.WALK_IN: "!walkin 5", Channel.PHONE: "!phone 5"}


def resume(room: Room) -> None:
    """Enter the engagements that were under way at the last stop into the agenda."""
    for name, engagement in room.engagements.items():
        due = engagement.asked + room.agreement.timings.engagement_objection
        room.agenda.enter(due if engagement.asked else engagement.until, OVER, name)


def begin(
    room: Room, member: StaffMember, kind: str, seconds: float, detail: str = "", status: str = ""
) -> None:
    """A librarian is engaged for about so many seconds; one that runs already ends here.

    Their patrons are told, their open offers go to others as the desks' order has it.
    """
    before = room.engagements.get(member.name)
    if before is not None:
        _conclude(room, before, room.now)
    engagement = Engagement(
        room.next_record(), member.name, kind, detail, room.now, room.now + seconds, status=status
    )
    room.engagements[member.name] = engagement
    away_since = before.began if before is not None else room.now
    _expect(room, engagement, TO_PATRONS[Channel(kind)], away_since)


def prolong(room: Room, engagement: Engagement, seconds: float) -> None:
    """An engagement lasts so many seconds more, from now."""
    engagement.until = room.now + seconds
    engagement.asked = 0.0
    _expect(room, engagement, phrases.ENGAGED_LONGER, engagement.began)


def _expect(room: Room, engagement: Engagement, to_patrons: Phrase, away_since: float) -> None:
    room.out.append(Keep(engagement))
    room.agenda.enter(engagement.until, OVER, engagement.staff)
    limit = room.agreement.timings.engagement_limit
    long = engagement.until - away_since > limit
    for session in _told(room, engagement):
        name = room.screen_name(engagement.staff)
        words: Text = to_patrons(name=name, age=phrases.age(engagement.until - room.now))
        if long and has_colleague(room, session):
            words = Lines((words, phrases.COLLEAGUE_OFFERED()))
        room.tell_patron(session, words)
    withdraw_held_back(room, engagement.staff)


def _told(room: Room, engagement: Engagement) -> list[Session]:
    """The patrons who were told of an engagement: those whose librarian it took away."""
    held = room.held.get(engagement.staff, {}).values()
    return [session for session in held if session.since <= engagement.began]


def end(room: Room, name: str, at: float | None = None) -> Engagement | None:
    """The engagement of a librarian is over, ``at`` a time if not now; gives it if there was one.

    What waits is offered to them again.
    """
    engagement = room.engagements.get(name)
    if engagement is not None:
        _conclude(room, engagement, room.now if at is None else at)
        room.agenda.strike(OVER, name)
        look_for_work(room, name, afresh=True)
    return engagement


def _conclude(room: Room, engagement: Engagement, at: float) -> None:
    del room.engagements[engagement.staff]
    engagement.ended = min(max(at, engagement.began), room.now)
    room.out.append(Keep(engagement))
    remember(room, engagement)
    room.back_since[engagement.staff] = room.now
    for session in room.held.get(engagement.staff, {}).values():
        room.wake(session, room.now + room.agreement.timings.silent_owner)


def remember(room: Room, engagement: Engagement) -> None:
    """Have one that has ended in memory for a day."""
    mine = room.engaged_before.get(engagement.staff, [])
    recent = [each for each in mine if each.ended > room.now - REMEMBERED]
    room.engaged_before[engagement.staff] = [*recent, engagement]


def come_back(room: Room, member: StaffMember) -> Engagement | None:
    """A librarian says that they are back, and so their patrons are told; gives what it was."""
    engagement = end(room, member.name)
    for session in _told(room, engagement) if engagement else ():
        room.tell_patron(session, phrases.ENGAGED_BACK(name=member.screen_name))
    return engagement


@when_due(OVER)
def _time_is_up(room: Room, name: str) -> None:
    """Ask once whether they are back; without an answer, or somebody to answer, they are.

    Nobody is asked over a lost link, or before we can have seen who is here.
    """
    engagement = room.engagements.get(name)
    if engagement is None:
        return
    patience = room.agreement.timings.engagement_objection
    member = room.agreement.member(name)
    here = is_present(room, name)
    if member is None or but_for_engagement(room, name) is Standing.OFF:
        end(room, name, engagement.until)
    elif not room.link or (not here and room.now < room.linked_at + patience):
        room.agenda.enter(room.now + patience, OVER, name)
    elif engagement.asked or not here:
        end(room, name, engagement.until)
        if here:
            more = MORE[Channel(engagement.kind)]
            room.tell_member(member, phrases.TAKEN_AS_BACK(more=more))
    else:
        engagement.asked = room.now
        room.out.append(Keep(engagement))
        room.agenda.enter(room.now + patience, OVER, name)
        more = MORE[Channel(engagement.kind)]
        room.tell_member(member, phrases.ARE_YOU_BACK(more=more))


def excused_until(room: Room, session: Session) -> float:
    """Until when the silence of a session's owner says nothing (Unix seconds).

    They told their patrons that they are engaged; whom they claimed after that they were not
    taken away from.
    """
    engagement = room.engagements.get(session.owner)
    if engagement is None:
        return room.back_since.get(session.owner, 0.0)
    return max(room.now, engagement.until) if session.since <= engagement.began else 0.0


def is_with_others(room: Room, session: Session) -> bool:
    """Whether the owner of a session is engaged."""
    return session.state is SessionState.ACTIVE and session.owner in room.engagements


def has_colleague(room: Room, session: Session) -> bool:
    """Whether somebody else at the desk can answer."""
    desk = room.agreement.desks.get(session.desk)
    return any(
        standing_at(room, name, session.desk) in (Standing.ON, Standing.FULL)
        for name in (desk.staff if desk else ())
        if name != session.owner
    )


def noted(room: Room, member: StaffMember) -> Lines:
    """What a librarian is told whose engagement has begun, or goes on."""
    engagement = room.engagements[member.name]
    what = ENGAGED_WITH[engagement.kind]()
    age = phrases.age(engagement.until - room.now)
    noted = phrases.ENGAGED_NOTED(what=what, age=age)
    return Lines((noted, *_what_is_offered(room, engagement)))


def _what_is_offered(room: Room, engagement: Engagement) -> tuple[Words, ...]:
    """What an engaged librarian can expect of offers; a line a desk where they differ."""
    by_desk = precedence_by_desk(room, engagement.staff, engagement.kind)
    said = {
        Precedence.FIRST: phrases.OFFERS_GO_ON,
        Precedence.EQUAL: phrases.OFFERS_LAST,
        Precedence.LAST: phrases.OFFERS_STOP,
    }
    ways = list(dict.fromkeys(by_desk.values()))
    if len(ways) <= 1:
        return tuple(said[way]() for way in ways)
    return tuple(
        phrases.OFFERS_AT_DESK(desk=room.desk_title(desk), offers=said[way]())
        for desk, way in by_desk.items()
    )
