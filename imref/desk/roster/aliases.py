"""Patrons in librarians' clients: who sees an alias there, and where it stands in a roster.

An alias shows itself to those whom a question is offered, and to those who answer it: so their
clients know its name and picture, though it is in nobody's roster. Where a server lets us
(XEP-0356), it also stands in the roster of those who answer, for as long as they do. No patron's
own roster is ever touched, and nobody is ever asked to add an alias.

Whatever we have put into a roster is a record until the server has confirmed that it is gone. So
a crash leaves nothing there for good, nor does a server that refuses us for a while.
"""

from collections.abc import Collection

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.effects import Effect, Keep, KeepPatron, KeepSession, Remove, ShowPresence
from imref.desk.errands import ListAlias, UnlistAlias
from imref.desk.events import UNAVAILABLE, Privileged, RosterAnswered
from imref.desk.model import Session, SessionState
from imref.desk.records import RosterItem
from imref.desk.room import Room
from imref.desk.roster.names import name_of

UNKNOWN = frozenset({"remote-server-timeout"})
"""Conditions that leave open whether a roster was changed."""

GONE = frozenset({"item-not-found", "service-unavailable"})
"""Conditions that say that there is nothing (more) to take out: no such item, no such account."""

OF_A_SESSION = frozenset({KeepSession, KeepPatron})
"""Effects that tell that something about a session has changed."""


def look(room: Room, effects: Collection[Effect]) -> None:
    """After an event: follow the sessions in which it changed something."""
    kinds = set(map(type, effects))
    if OF_A_SESSION.isdisjoint(kinds) or not room.link or room.stopping:
        return
    sessions = [effect.session for effect in effects if type(effect) is KeepSession]
    changed = {session.number: session for session in sessions}
    if KeepPatron in kinds:
        known = [effect.patron.session for effect in effects if type(effect) is KeepPatron]
        changed |= {session.number: session for session in known if session is not None}
    for session in changed.values():
        if session.patron.session is session:
            _follow(room, session)


def link_up(room: Room) -> None:
    """Nobody knows what we showed before; what we may do the server tells us anew."""
    room.privileged.clear()
    room.seen_by.clear()
    room.named.clear()
    refresh(room)


def refresh(room: Room) -> None:
    """The agreement is another, or a link is new: look at everybody who is being answered."""
    if room.link:
        for held in list(room.held.values()):
            for session in held.values():
                _follow(room, session)


def hide(room: Room) -> None:
    """We are about to stop: the aliases go before we do. Names stay, since the sessions do."""
    for alias, addresses in room.seen_by.items():
        for address in sorted(addresses):
            room.out.append(ShowPresence(alias, address, UNAVAILABLE))
    room.seen_by.clear()


def privileged(room: Room, event: Privileged) -> None:
    """A server says whether we may change the rosters of its users."""
    if not event.may_write:
        room.privileged.discard(event.host)
        return
    room.privileged.add(event.host)
    refresh(room)
    for record in list(room.listed.values()):
        if _host(record.owner) == event.host and not _stands(room, record):
            _unlist(room, record)


def answered(room: Room, event: RosterAnswered) -> None:
    """A server has done what we asked of a roster, or has refused it."""
    key = event.owner, event.alias
    record, nobody = room.listed.get(key), event.condition in GONE
    if record is None or event.condition in UNKNOWN:
        return
    if event.condition and not nobody:
        room.privileged.discard(_host(event.owner))
    if event.removed and (nobody or not event.condition):
        if not _stands(room, record):  # else it was put there again meanwhile
            _forget(room, record)
    elif event.condition and not event.removed:
        _forget(room, record)
        if not nobody:
            room.named.pop(key, None)


def _follow(room: Room, session: Session) -> None:
    alias = session.patron.alias
    answering = _answering(room, session)
    seeing = set(answering) or _asked(room, session)
    before = room.seen_by.get(alias, set())
    if seeing != before:
        _show(room, alias, before, seeing)
    if room.privileged or room.listed:
        for address in sorted(before | seeing):
            _name(room, session, address, answering.get(address))


def _show(room: Room, alias: str, before: set[str], seeing: set[str]) -> None:
    """Show an alias to those who see it now and did not before, and the other way round."""
    for address in sorted(before - seeing):
        room.out.append(ShowPresence(alias, address, UNAVAILABLE))
    for address in sorted(seeing - before):
        room.out.append(ShowPresence(alias, address, "available"))
    if seeing:
        room.seen_by[alias] = seeing
    else:
        room.seen_by.pop(alias, None)


def _answering(room: Room, session: Session) -> dict[str, StaffMember]:
    """The owner and the guests of a session that is being answered, by address."""
    if session.state is not SessionState.ACTIVE:
        return {}
    members = (room.agreement.member(name) for name in (session.owner, *session.guests))
    return {member.address: member for member in members if member is not None}


def _asked(room: Room, session: Session) -> set[str]:
    """The addresses of those to whom an open session has been shown."""
    if not session.open:
        return set()
    names = {*(session.offers or ()), *(session.shown or ())}
    members = (room.agreement.member(name) for name in names)
    return {member.address for member in members if member is not None}


def _name(room: Room, session: Session, address: str, member: StaffMember | None) -> None:
    """Put the alias into somebody's roster, under its present name, or take it out."""
    patron = session.patron
    record = room.listed.get((address, patron.alias))
    if member is None:
        if record is not None:
            _unlist(room, record)
        return
    if _host(address) not in room.privileged:
        return
    words = phrases.PATRON_AT_DESK(patron=name_of(patron), desk=room.desk_title(session.desk))
    name = room.in_words(words, member.language)
    if room.named.get((address, patron.alias)) == name:
        return
    room.named[address, patron.alias] = name
    if record is None:
        record = room.listed[address, patron.alias] = RosterItem(
            room.next_record(), address, patron.alias
        )
        room.out.append(Keep(record))
    group = room.in_words(phrases.PATRONS_GROUP(), member.language)
    room.out.append(ListAlias(address, patron.alias, name, group))


def _unlist(room: Room, record: RosterItem) -> None:
    """Take an alias out of a roster; where we may not, the record waits until we may."""
    room.named.pop((record.owner, record.alias), None)
    if _host(record.owner) in room.privileged:
        room.out.append(UnlistAlias(record.owner, record.alias))


def _forget(room: Room, record: RosterItem) -> None:
    del room.listed[record.owner, record.alias]
    room.out.append(Remove(record))


def _stands(room: Room, record: RosterItem) -> bool:
    """Whether an alias belongs where we have put it."""
    patron = room.patron_at(record.alias)
    session = patron.session if patron else None
    return session is not None and record.owner in _answering(room, session)


def _host(address: str) -> str:
    return address.partition("@")[2]
