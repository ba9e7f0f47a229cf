"""`!practice`: a made-up patron comes through the real path, says its lines, thanks and goes."""

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.commands import StaffCall, staff_command
from imref.desk.effects import OWN_ID_PREFIX, Convey
from imref.desk.events import Said
from imref.desk.model import (
    Ending,
    Rehearsal,
)
from imref.desk.occasions import when_due
from imref.desk.patron.patron_side import patron_said
from imref.desk.phrases import Text
from imref.desk.rehearsal import canary
from imref.desk.rehearsal.rehearsals import leave, next_local, rehearsing, session_of
from imref.desk.room import Room
from imref.desk.session.sessions import close
from imref.desk.staff.calls import answer, ask_again
from imref.desk.talk.conversation import acknowledge

READS = 4.0
"""Seconds in which a made-up patron reads an answer and begins to type."""

TYPES = 0.15
"""Seconds a character: somebody in a hurry types about seven a second."""

GIVES_UP = 240.0
"""Seconds without an answer after which it leaves: requests are given up after four minutes."""

BYE = "bye"
"""The last line; it ends a conversation in every language."""

ALL, STOP = "all", "stop"


@staff_command(
    "practice",
    usage="!practice [DESK|all|stop]",
    about="rehearse with a made-up patron; it counts in no figures",
)
def _practice(room: Room, call: StaffCall) -> None:
    word = call.argument.lower()
    going_on = rehearsing(room, call.member.name)
    if word == STOP:
        _stop(room, call, going_on)
    elif going_on is not None:
        session = session_of(room, going_on)
        alias = session.patron.alias if session else phrases.PRACTICE_SOON()
        answer(room, call, phrases.PRACTICE_GOES_ON(alias=alias))
    elif word not in ("", ALL, *room.agreement.desks):
        ask_again(room, call, phrases.PRACTICE_HELP())
    elif (desk := _desk(room, call, word)) is None:
        answer(room, call, phrases.PRACTICE_NO_DESK())
    elif (reason := _needed(room, call.member.name)) is not None:
        answer(room, call, phrases.PRACTICE_LATER(reason=reason))
    else:
        begins = phrases.PRACTICE_BEGINS_FOR_ALL if word == ALL else phrases.PRACTICE_BEGINS
        answer(room, call, begins(desk=desk.title))
        _begin(room, call.member.name, desk.name, for_all=word == ALL)


def _desk(room: Room, call: StaffCall, word: str) -> Desk | None:
    """The desk that is meant: the one named, the window's, or the first that they serve."""
    name = call.member.name
    for local in (word, call.window):
        desk = room.agreement.desks.get(local)
        if desk is not None and name in desk.staff:
            return desk
    return room.first_desk(name)


def _needed(room: Room, name: str) -> Text | None:
    """Why this is no moment for a rehearsal, or None: real patrons come first."""
    if any(not session.practice for session in room.held.get(name, {}).values()):
        return phrases.PRACTICE_SERVING()
    if any(True for _ in room.waiting_for(name)):
        return phrases.PRACTICE_WAITING()
    return None


def _begin(room: Room, staff: str, desk: str, *, for_all: bool) -> None:
    """Bring a made-up patron in: its first words leave at once and come back from the server."""
    local = next_local(room)
    rehearsal = Rehearsal(local, staff, desk, _lines(room, room.next_rehearsal), for_all)
    room.rehearsals[local] = rehearsal
    _speak(room, rehearsal)


def _lines(room: Room, number: int) -> list[Text]:
    """What a made-up patron says: the scripts take turns."""
    own = room.agreement.practice
    scripts: list[tuple[Text, ...]] = (
        [(script.question, *script.further) for script in own]
        if own
        else [tuple(line() for line in script) for script in phrases.PRACTICE_SCRIPTS]
    )
    return [*scripts[number % len(scripts)], phrases.PRACTICE_THANKS(), BYE]


def _speak(room: Room, rehearsal: Rehearsal) -> None:
    """Say the next line, as a message to the desk's public address."""
    line = rehearsal.lines.pop(0)
    rehearsal.heard = False
    room.say(rehearsal.local, f"{rehearsal.desk}@{room.agreement.domain}", line)
    if not rehearsal.lines:
        # Its good-bye ends the session, and that the rehearsal; unless no session ever began.
        room.agenda.enter(room.now + GIVES_UP, "practice", rehearsal.local)
    elif rehearsal.lines == [BYE]:
        room.agenda.enter(room.now + READS, "practice", rehearsal.local)
    else:
        room.agenda.enter(room.now + GIVES_UP, "practice", rehearsal.local)


@when_due("practice")
def _turn_comes(room: Room, local: str) -> None:
    """A made-up patron has typed its next line, or has waited in vain and goes."""
    rehearsal = room.rehearsals.get(local)
    if rehearsal is None:
        return
    if not rehearsal.lines:
        _end(room, rehearsal)
        return
    if not rehearsal.heard:
        del rehearsal.lines[:-1]
    _speak(room, rehearsal)


def is_ours(room: Room, sender: str) -> bool:
    """Whether a bare JID is in our own domain: nobody but us can write from there."""
    return sender.endswith(f"@{room.agreement.domain}")


def own_words(room: Room, said: Said) -> None:
    """Take a message of ours that came back: a made-up patron's to a desk, or a desk's to one.

    What belongs to a rehearsal that is over has nobody to go to, and is let go.
    """
    said.language = ""  # COMPAT: Prosody 0.12 marks what has no language with the stream's.
    speaker = room.rehearsals.get(said.sender.partition("@")[0])
    listener = room.rehearsals.get(said.to)
    if speaker is not None and said.to == speaker.desk:
        patron_said(room, said)
        canary.has_arrived(room, speaker)
    elif listener is not None:
        acknowledge(room, said)
        if listener.canary is not None:
            canary.words_came_back(room, listener, said)
        elif not said.id.startswith(OWN_ID_PREFIX):
            _answered(room, listener)


def _answered(room: Room, rehearsal: Rehearsal) -> None:
    """A librarian's words have arrived: the next line follows, after the time that it takes."""
    if len(rehearsal.lines) <= 1:
        return
    rehearsal.heard = True
    words = room.in_words(rehearsal.lines[0], "")
    delay = READS + TYPES * len(words)
    room.agenda.enter(room.now + delay, "practice", rehearsal.local)
    desk = f"{rehearsal.desk}@{room.agreement.domain}"
    room.out.append(Convey(rehearsal.local, desk, "composing"))


def _stop(room: Room, call: StaffCall, rehearsal: Rehearsal | None) -> None:
    if rehearsal is None:
        answer(room, call, phrases.PRACTICE_NONE())
        return
    answer(room, call, phrases.PRACTICE_STOPPED())
    _end(room, rehearsal)


@when_due("practice_makes_way")
def _makes_way(room: Room, local: str) -> None:
    """Whoever rehearses has taken a real question."""
    rehearsal = room.rehearsals.get(local)
    if rehearsal is None:
        return
    if rehearsal.canary is not None:
        canary.make_way(room, rehearsal)
        return
    member = room.agreement.member(rehearsal.staff)
    if member is not None:
        room.tell_member(member, phrases.PRACTICE_MADE_WAY())
    _end(room, rehearsal)


def _end(room: Room, rehearsal: Rehearsal) -> None:
    """Send a made-up patron home, without a word on how it went."""
    session = session_of(room, rehearsal)
    leave(room, rehearsal)
    if session is not None and session.open:
        close(room, session, Ending.STAFF, phrases.CLOSED_BY_STAFF)
