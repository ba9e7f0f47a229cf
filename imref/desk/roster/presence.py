"""Presence and rosters: who came, who went, who may see whom, and what the desks show."""

from imref.desk.agreement import StaffMember
from imref.desk.duty.signs import status_changed
from imref.desk.duty.standing import Standing, is_off, is_present, shows_available, standing
from imref.desk.effects import (
    AskSubscription,
    GrantSubscription,
    KeepDuty,
    Probe,
    ShowPresence,
)
from imref.desk.events import (
    UNAVAILABLE,
    PresenceChanged,
    Subscription,
    SubscriptionChanged,
    device_of,
)
from imref.desk.model import ALIAS_PREFIX
from imref.desk.promise.followups import remind_of_promises
from imref.desk.room import Room
from imref.desk.roster import beacon
from imref.desk.session.offering import advance, show_waiting, withdraw_from, withdraw_held_back


def link_up(room: Room) -> None:
    """The stream is up: nobody's presence is known, so ask for it and show the desks'."""
    room.link = True
    room.linked_at = room.now
    room.presence.clear()
    beacon.show_anew(room)
    for member in room.agreement.staff.values():
        _probe(room, member)
    for held in room.held.values():
        for session in held.values():
            session.owner_gone = room.now
            room.wake(session, room.now + room.agreement.timings.grace)


def link_down(room: Room) -> None:
    """The stream is lost: from now on presence is hearsay, and nothing is offered on it."""
    room.link = False
    room.presence.clear()
    room.devices.forget()
    for member in room.agreement.staff.values():
        withdraw_from(room, member.name, keep_reserved=True)


def _probe(room: Room, member: StaffMember) -> None:
    desk = room.first_desk(member.name) or room.first_desk()
    if desk is not None:
        room.out.append(Probe(desk.name, member.address))
    if not room.duties[member.name].subscribed:
        _ask_subscription(room, member)


def _ask_subscription(room: Room, member: StaffMember) -> None:
    """Ask once to see a librarian's presence: one prompt for the desk, none in a shared roster.

    COMPAT: Prosody 0.12 and ejabberd 23 answer no probe from a stranger, not even with a no. A
    server that has the subscription already grants it without asking anybody (RFC 6121, 3.1.3).
    """
    desk = room.first_desk(member.name) or room.first_desk()
    if desk is not None and member.address not in room.subscription_asked:
        room.subscription_asked.add(member.address)
        room.out.append(AskSubscription(desk.name, member.address))


def staff_presence(room: Room, member: StaffMember, event: PresenceChanged) -> None:
    """A librarian's device changed its presence: duty begins, goes on or ends."""
    if event.to.startswith(ALIAS_PREFIX):
        return  # Directed at one patron: it says nothing of duty (RFC 6121, 4.6).
    name = member.name
    was_available, was_here = shows_available(room, name), is_present(room, name)
    devices = room.presence.setdefault(name, {})
    if event.show != UNAVAILABLE:  # An error looks like it, and proves no subscription.
        _subscribed(room, name, subscribed=True)
    if event.show == UNAVAILABLE:
        if event.resource:
            devices.pop(event.resource, None)
        else:
            devices.clear()
    else:
        devices[event.resource] = event.show
        status_changed(room, member, event)
    look_after_sessions(room, name)
    available = shows_available(room, name)
    if available and not was_available and not is_off(room, name):
        show_waiting(room, name)
    elif was_available and not available:
        withdraw_from(room, name)
    if is_present(room, name) and not was_here:
        remind_of_promises(room, name)


def look_after_sessions(room: Room, name: str) -> None:
    """Somebody offline keeps their sessions for a grace time; somebody back has them still."""
    online = bool(room.presence.get(name))
    for session in room.held.get(name, {}).values():
        if online:
            session.owner_gone = 0.0
        elif not session.owner_gone:
            session.owner_gone = room.now
            room.wake(session, room.now + room.agreement.timings.grace)


def subscription(room: Room, event: SubscriptionChanged) -> None:
    """Answer what is about rosters: desks are open to all, aliases to staff only."""
    member = room.agreement.staff.get(event.sender)
    match event.kind:
        case Subscription.SUBSCRIBE if member or event.to in room.agreement.desks:
            room.out.append(GrantSubscription(event.to, event.sender))
            if event.to in room.agreement.desks:
                beacon.watch(room, event.sender, event.to)
            _show_address(room, event.to, event.sender)
        case Subscription.UNSUBSCRIBE if event.to in room.watchers:
            beacon.unwatch(room, event.sender, event.to)
            room.out.append(ShowPresence(event.to, event.sender, UNAVAILABLE))
        case Subscription.PROBE if member or event.to in room.agreement.desks:
            if member is None:  # A server asks for those alone who have the desk in their roster.
                beacon.watch(room, event.sender, event.to)
            _show_address(room, event.to, device_of(event))
        case Subscription.SUBSCRIBED if member:
            _subscribed(room, member.name, subscribed=True)
            _probe(room, member)
        case Subscription.UNSUBSCRIBED if member:
            _subscribed(room, member.name, subscribed=False)
            _ask_subscription(room, member)
        case _:
            pass


def _subscribed(room: Room, name: str, *, subscribed: bool) -> None:
    duty = room.duties[name]
    if duty.subscribed != subscribed:
        duty.subscribed = subscribed
        room.out.append(KeepDuty(duty))


def _show_address(room: Room, local: str, recipient: str) -> None:
    """Show the presence of one of our addresses to somebody who asks."""
    desk = room.agreement.desks.get(local)
    if desk is not None:
        beacon.show_to(room, desk, recipient)
    elif local.startswith(ALIAS_PREFIX):
        patron = room.patron_at(local)
        here = patron is not None and patron.session is not None and patron.session.open
        room.out.append(ShowPresence(local, recipient, "available" if here else UNAVAILABLE))
    else:
        room.out.append(ShowPresence(local, recipient, "available"))


def agreement_changed(room: Room) -> None:
    """After the config was read again: ask for newcomers' presence, and look at what waits."""
    if room.link:
        for member in room.agreement.staff.values():
            if member.name not in room.presence:
                _probe(room, member)
    beacon.show_anew(room)
    for line in list(room.lines.values()):
        for session in line:
            advance(room, session)
    for name in list(room.asked):
        match standing(room, name):
            case Standing.ON | Standing.ENGAGED:
                withdraw_held_back(room, name)
            case _:
                withdraw_from(room, name)
