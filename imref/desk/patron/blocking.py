"""Blocks: a patron who is not listened to for a while, at no desk of the library."""

import re
from functools import partial
from typing import Final

from imref.desk import phrases
from imref.desk.calendar.durations import DAY, leading_length
from imref.desk.commands import StaffCall, staff_command
from imref.desk.effects import Keep, Refusal, Remove
from imref.desk.events import Said
from imref.desk.model import (
    ALIAS_PREFIX,
    DIGITS,
    Ending,
    Outcome,
    Patron,
    Session,
    Speaker,
)
from imref.desk.occasions import when_due
from imref.desk.patron.patron_side import refuse
from imref.desk.phrases import Lines, Text, When
from imref.desk.promise.promises import due_in_words, promise_to, session_of, settle
from imref.desk.records import Block, Promise
from imref.desk.rehearsal.rehearsals import is_made_up
from imref.desk.room import Room
from imref.desk.session.offering import withdraw_all
from imref.desk.session.sessions import close
from imref.desk.staff.calls import SHOWN, answer, ask_again

LONGEST_DAYS: Final = 366
"""Days that a block may last: nobody is shut out for ever by a word in a chat."""

OVER: Final = "block"
"""The occasion at which a block ends; its key is the number of the record."""

_NUMBER = re.compile(rf"(?:{ALIAS_PREFIX})?(\d{{1,{DIGITS}}})(?![^\s,;:])[\s,;:]*", re.IGNORECASE)


def resume(room: Room) -> None:
    """Enter the ends of the blocks that were kept into the agenda."""
    for block in room.blocks.values():
        room.agenda.enter(block.until, OVER, str(block.number))


def is_blocked(room: Room, address: str) -> bool:
    """Whether nobody listens now to whoever is at this bare JID."""
    block = room.blocks.get(address)
    return block is not None and block.until > room.now


def refuse_blocked(room: Room, said: Said) -> bool:
    """Refuse a message from somebody who is blocked; False when nobody blocks them."""
    if not is_blocked(room, said.sender):
        return False
    until = _when(room, said.to, room.blocks[said.sender].until)
    refuse(room, said, Refusal.FORBIDDEN, phrases.BLOCKED(until=until))
    return True


def _when(room: Room, desk_name: str, at: float) -> When:
    desk = room.desk_for(desk_name)
    return When(at, str(desk.hours.zone) if desk else "UTC")


@staff_command(
    "block",
    usage="!block [1042] [24h] [why]",
    about="stop a patron for a while; supervisors are told",
)
def _block(room: Room, call: StaffCall) -> None:
    patron, rest = _whom(room, call)
    length = leading_length(rest)
    seconds, why = length or (room.agreement.timings.block, rest)
    if patron is None:
        ask_again(room, call, phrases.BLOCK_WHOM())
    elif is_made_up(room, patron.address):
        answer(room, call, phrases.BLOCK_REHEARSAL())
    elif not 0 < seconds <= LONGEST_DAYS * DAY:
        ask_again(room, call, phrases.BLOCK_TOO_LONG(most=LONGEST_DAYS))
    else:
        block = _keep(room, patron, call.member.name, seconds, why)
        until = _when(room, patron.desk, block.until)
        done = phrases.BLOCK_DONE(alias=patron.alias, until=until, number=patron.number)
        answer(room, call, done)
        _end_sessions(room, block)
        _drop_promises(room, block)
        _tell_supervisors(room, block, patron)


def _whom(room: Room, call: StaffCall) -> tuple[Patron | None, str]:
    """The patron that is meant (by a number, or the window's), and the words after it."""
    number = None if leading_length(call.argument) else _NUMBER.match(call.argument)
    if number is not None:
        return room.patron_at(number[1]), call.argument[number.end() :]
    if call.window.startswith(ALIAS_PREFIX):
        return room.patron_at(call.window), call.argument
    return None, call.argument


def _keep(room: Room, patron: Patron, name: str, seconds: float, why: str) -> Block:
    before = room.blocks.get(patron.address)
    number = before.number if before else room.next_record()
    block = Block(
        number, patron.address, room.now + seconds, name, " ".join(why.split()), patron.number
    )
    room.blocks[patron.address] = block
    room.out.append(Keep(block))
    room.agenda.enter(block.until, OVER, str(number))
    return block


def _end_sessions(room: Room, block: Block) -> None:
    """End what the patron has open, at any desk; they are told once."""
    told = False
    for patron in [each for each in room.aliases.values() if each.address == block.address]:
        session = patron.session
        if session is None or not session.open:
            continue
        _tell_staff(room, session, block)
        if not any(line.speaker is Speaker.STAFF for line in session.lines):
            session.outcome = Outcome.SPAM  # What a librarian has answered was a question once.
        until = _when(room, patron.desk, block.until)
        words = partial(phrases.BLOCKED_PATRON, until=until)
        close(room, session, Ending.BLOCKED, None if told else words)
        told = True


def _tell_staff(room: Room, session: Session, block: Block) -> None:
    if session.owner and session.owner != block.by:
        name = room.colleague(block.by)
        room.tell_staff(session, session.owner, phrases.BLOCK_CLOSED(name=name))
    elif not session.owner:
        withdraw_all(room, session, phrases.BLOCK_WITHDRAWN(), spare=(block.by,))


def _drop_promises(room: Room, block: Block) -> None:
    """Nobody owes an answer to somebody who may not ask: whoever promised one is told."""
    for patron in [each for each in room.aliases.values() if each.address == block.address]:
        record = promise_to(room, patron)
        if record is None:
            continue
        text = phrases.BLOCK_DROPPED(alias=patron.alias, when=due_in_words(room, record))
        room.tell_staff(session_of(room, record), record.owner, text)
        settle(room, record, Promise.DROPPED)


def _tell_supervisors(room: Room, block: Block, patron: Patron) -> None:
    desk = room.agreement.desks.get(patron.session.desk if patron.session else patron.desk)
    text = phrases.BLOCK_TOLD(
        name=room.colleague(block.by),
        alias=patron.alias,
        until=_when(room, patron.desk, block.until),
        why=_why(block),
    )
    for name in desk.supervisors if desk else ():
        member = room.agreement.member(name)
        if member is not None and name != block.by:
            room.tell_member(member, text)


def _why(block: Block) -> Text:
    return phrases.WHY(why=phrases.snippet(block.why, 200)) if block.why else ""


@staff_command("unblock", usage="!unblock [1042]", about="let a patron write again")
def _unblock(room: Room, call: StaffCall) -> None:
    wanted = _NUMBER.match(call.argument or call.window)
    number = int(wanted[1]) if wanted else 0
    patron = room.aliases.get(number)
    block = next((each for each in room.blocks.values() if each.patron == number), None)
    if block is None and patron is not None:
        block = room.blocks.get(patron.address)
    if block is None:
        blocked = _all(room)
        answer(room, call, phrases.NOT_BLOCKED(list=blocked) if room.blocks else blocked)
        return
    _let_go(room, block)
    answer(room, call, phrases.UNBLOCKED(alias=f"{ALIAS_PREFIX}{number}"))


@staff_command("blocks", usage="!blocks", about="who is blocked, until when and why")
def _blocks(room: Room, call: StaffCall) -> None:
    answer(room, call, _all(room))


def _all(room: Room) -> Text:
    blocks = sorted(room.blocks.values(), key=lambda block: block.until)
    lines: list[Text] = [
        phrases.BLOCK_LINE(
            alias=f"{ALIAS_PREFIX}{block.patron}",
            until=_when(room, "", block.until),
            name=room.colleague(block.by),
            why=_why(block),
        )
        for block in blocks[:SHOWN]
    ]
    if len(blocks) > SHOWN:
        lines.append(phrases.QUEUE_MORE(count=len(blocks) - SHOWN))
    return phrases.BLOCKS(lines=Lines(tuple(lines))) if lines else phrases.BLOCKS_NONE()


@when_due(OVER)
def _is_over(room: Room, key: str) -> None:
    for block in list(room.blocks.values()):
        if block.number == int(key) and block.until <= room.now:
            _let_go(room, block)


def _let_go(room: Room, block: Block) -> None:
    del room.blocks[block.address]
    room.agenda.strike(OVER, str(block.number))
    room.out.append(Remove(block))
