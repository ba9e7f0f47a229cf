"""What the staff say in their room: commands that need no patron's window are done there.

Who speaks is known by their real address alone, never by a nick. What such a command brings about
is told to all in the room; what is for its author goes to their own client, as always.
"""

from collections.abc import Callable, Iterable
from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.colleagues.room_news import colleague_in_room, concerns, say
from imref.desk.commands import STAFF, StaffCall, nearest, parse_staff
from imref.desk.duty.hours import still_there
from imref.desk.duty.standing import limit, load, standing, standing_words
from imref.desk.events import RoomSaid
from imref.desk.model import Session
from imref.desk.phrases import Lines, Listed, Phrase, Text
from imref.desk.room import Room
from imref.desk.session.recount import waiting_since
from imref.desk.staff.staff_side import is_done

SHOWN: Final = 15
"""Lines of a long queue that the room is shown."""

NAMED: Final = ("take", "queue", "who", "status", "on", "off")
"""Commands that the room's own help names."""

HERE: Final = frozenset(
    {
        *NAMED,
        *("back", "close", "decline", "desk", "done", "drop", "followups", "hand", "hours"),
        *("limit", "mine", "phone", "postpone", "swamped", "tally", "walkin"),
    }
)
"""Commands that are understood in the room; all others belong into a patron's window."""


def heard(room: Room, event: RoomSaid, *, in_private: bool = False) -> None:
    """Take what somebody said in the staff room, to everybody or to us alone.

    Our own words, what the room itself says and what was said before we came are no commands.
    """
    circle = room.circle
    if event.sent or event.nick in ("", circle.nick) or not circle.inside:
        return
    command = parse_staff(event.body)
    if command is None:
        return
    address = circle.occupants.get(event.nick, "")
    member = room.agreement.staff.get(address)
    if member is None:
        _refuse(room, event.nick, phrases.ROOM_STRANGER(nick=event.nick) if address else None)
    elif not (event.id and is_done(room, member.name, event)):
        _do(room, member, event.id, *command, in_private=in_private)
        still_there(room, member)


def _refuse(room: Room, nick: str, why: Text | None) -> None:
    """Say once in a while why a command is not done; without a reason, it is the room's."""
    if room.warnings.allow(f"room {nick}" if why else "room", room.now):
        say(room, why or phrases.ROOM_NAMELESS())


def _do(
    room: Room, member: StaffMember, stanza: str, word: str, argument: str, *, in_private: bool
) -> None:
    known = STAFF.get(word)
    name = known[0].name if known else ""
    to_all = None if in_private else IN_THE_ROOM.get(name)
    if to_all is not None:
        say(room, to_all(room, member))
    elif known and name in HERE:
        desk = room.first_desk(member.name) or room.first_desk()
        known[1](room, StaffCall(member, desk.name if desk else "", None, argument, stanza))
    elif known:
        say(room, _help(room, member))
    elif close := nearest(word):
        about = phrases.DID_YOU_MEAN(word=word, usage=close.usage, help=close.about())
        say(room, about)


def _queue(room: Room, member: StaffMember) -> Text:
    waiting = _lines(room, room.waiting_for(member.name), phrases.ROOM_QUEUE_LINE)
    kept = _lines(room, room.kept_for(member.name), phrases.ROOM_KEPT_LINE)
    return Lines((*waiting, *kept)) if waiting or kept else phrases.QUEUE_EMPTY()


def _lines(room: Room, sessions: Iterable[Session], phrase: Phrase) -> list[Text]:
    """A line for each question of the desks that the room hears of."""
    known = [each for each in sessions if concerns(room, each.desk)]
    lines: list[Text] = [
        phrase(
            number=session.patron.number,
            desk=room.desk_title(session.desk),
            age=phrases.age(room.now - waiting_since(session)),
        )
        for session in known[:SHOWN]
    ]
    if len(known) > SHOWN:
        lines.append(phrases.QUEUE_MORE(count=len(known) - SHOWN))
    return lines


def _who(room: Room, _: StaffMember) -> Text:
    lines = (
        phrases.WHO_LINE(
            name=colleague_in_room(room, person.name),
            duty=standing_words(room, person.name, standing(room, person.name)),
            load=load(room, person.name),
            limit=limit(room, person),
        )
        for person in room.agreement.staff.values()
    )
    return Lines(tuple(lines))


def _help(_: Room, __: StaffMember) -> Text:
    return phrases.ROOM_HELP(commands=Listed(tuple(STAFF[name][0].usage for name in NAMED)))


IN_THE_ROOM: Final[dict[str, Callable[[Room, StaffMember], Text]]] = {
    "queue": _queue,
    "who": _who,
    "help": _help,
}
"""Commands that everybody in the room reads the answer to."""
