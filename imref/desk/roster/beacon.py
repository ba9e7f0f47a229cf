"""The desk's own presence: the truth in every roster, as soon as it changes.

`look` is asked after every event that could change what a desk shows, so no rule has to think of
it. What a roster shows changes at once; only the text beside it may come a little later, since it
follows the queue and everybody who has the desk in a roster is sent it.
"""

from collections.abc import Iterable, Iterator

from imref.desk.agreement import Agreement, Desk
from imref.desk.calendar.wallclock import next_midnight
from imref.desk.duty.order import Channel, Precedence, engaged_at, precedence
from imref.desk.duty.standing import desk_has_time, desk_is_staffed
from imref.desk.effects import Keep, Remove, ShowPresence
from imref.desk.events import UNAVAILABLE, Bounced, PresenceRefused
from imref.desk.occasions import when_due
from imref.desk.phrases import Words
from imref.desk.records import Watcher
from imref.desk.room import Room
from imref.desk.roster.face import DeskState, Face, Shown

PAUSE = 15.0
"""Seconds between two texts of the same presence: a busy queue must not flood rosters."""

MOST_WATCHERS = 1000
"""How many are shown each change of a desk, besides its staff.

Who comes later is still shown the desk when they subscribe, and at each log-in (their server
probes); only what happens in between they are not sent.
"""

DEAD = frozenset({"gone", "item-not-found"})
"""Conditions that mean that there is no such account (RFC 6120, section 8.3.3)."""

UNWANTED = DEAD | {"forbidden", "not-allowed", "not-authorized"}
"""Conditions that mean that what we show is not looked at; others may pass."""


def face_of(room: Room, desk: Desk) -> Face:
    """What is true of a desk now."""
    hours, now = desk.hours, room.now
    if not hours.is_open(now):
        return Face(DeskState.CLOSED, hours.opens(now))
    if not desk_is_staffed(room, desk.name):
        return Face(DeskState.UNSTAFFED, hours.closes(now))
    waiting = len(room.lines.get(desk.name, ()))
    engaged = _engaged(room, desk) if room.engagements else ""
    return Face(DeskState.STAFFED, hours.closes(now), waiting, engaged)


def _engaged(room: Room, desk: Desk) -> str:
    """What keeps everybody on duty from messages, if that is a walk-in or a call.

    A walk-in is named before a call: whoever comes to the building sees it.
    """
    kinds = {each.kind for each in engaged_at(room, desk.name)}
    kinds = {kind for kind in kinds if precedence(desk, kind) is not Precedence.FIRST}
    if not kinds or desk_has_time(room, desk.name):
        return ""
    return Channel.WALK_IN if Channel.WALK_IN in kinds else Channel.PHONE


def _words(desk: Desk, face: Face) -> Words:
    return face.words(str(desk.hours.zone))


def news(room: Room) -> list[tuple[Desk, Face]]:
    """What is true of every desk of which rosters were shown something else; mostly of none.

    Without a link they are shown nothing, so then it is told of all.
    """
    faces = [(desk, face_of(room, desk)) for desk in room.agreement.desks.values()]
    if not room.link:
        return faces
    before = room.desk_shown
    return [(desk, face) for desk, face in faces if _is_news(before.get(desk.name), face)]


def _is_news(shown: Shown | None, face: Face) -> bool:
    return shown is None or shown.stale or face != shown.face


def look(room: Room, news: Iterable[tuple[Desk, Face]]) -> None:
    """Show the desks of which there is news to all who have them in a roster."""
    if room.link and not room.stopping:
        for desk, face in news:
            _look_at(room, desk, face)


def _look_at(room: Room, desk: Desk, face: Face) -> None:
    shown = room.desk_shown.get(desk.name)
    if shown is not None and face.state is shown.face.state:
        if room.now < shown.at + PAUSE:
            if room.agenda.when("status", desk.name) is None:
                room.agenda.enter(shown.at + PAUSE, "status", desk.name)
            return
        if room.in_words(_words(desk, face), "") == shown.text:
            shown.face, shown.stale = face, False
            return
    _show(room, desk, face)


@when_due("status")
def _status_is_due(room: Room, desk: str) -> None:
    """Nothing to do here: the look after each event finds what has changed."""


@when_due("new day")
def _day_begins(room: Room, desk: str) -> None:
    """What was "tomorrow" in a text is "today"."""
    if (shown := room.desk_shown.get(desk)) is not None:
        shown.stale = True
    _expect_day(room, desk)


def _expect_day(room: Room, name: str) -> None:
    desk = room.agreement.desks.get(name)
    if desk is not None and not desk.hours.always:
        room.agenda.enter(next_midnight(desk.hours.zone, room.now), "new day", name)


def _show(room: Room, desk: Desk, face: Face) -> None:
    words = _words(desk, face)
    room.desk_shown[desk.name] = Shown(face, room.in_words(words, ""), room.now)
    if room.agenda.when("new day", desk.name) is None:
        _expect_day(room, desk.name)
    texts: dict[str, str] = {}
    for address in _audience(room, room.agreement, desk):
        language = room.language_of(address, desk.name)
        if language not in texts:
            texts[language] = room.in_words(words, language)
        room.out.append(ShowPresence(desk.name, address, face.show, texts[language]))


def _audience(room: Room, agreement: Agreement, desk: Desk) -> Iterator[str]:
    """Everybody who is shown a desk: its staff, those who have it in a roster, and visitors."""
    members = (agreement.member(name) for name in desk.staff)
    staff = [member.address for member in members if member is not None]
    visitors = room.visitors.get(desk.name, ())
    yield from dict.fromkeys([*staff, *room.watchers.get(desk.name, ()), *visitors])


def show_to(room: Room, desk: Desk, recipient: str) -> None:
    """Show a desk to one who asks: a bare or full JID."""
    face = face_of(room, desk)
    language = room.language_of(recipient.partition("/")[0], desk.name)
    text = room.in_words(_words(desk, face), language)
    room.out.append(ShowPresence(desk.name, recipient, face.show, text))


def hide(room: Room) -> None:
    """Show everybody that the desks are gone, before they are."""
    room.stopping = True
    for desk in room.agreement.desks.values():
        for address in _audience(room, room.agreement, desk):
            room.out.append(ShowPresence(desk.name, address, UNAVAILABLE))


def show_anew(room: Room) -> None:
    """The server has forgotten, or the agreement is another: the next look shows everything."""
    room.desk_shown.clear()


def retire(room: Room, former: Agreement) -> None:
    """Take a desk out of the rosters of those who no longer see it under the new agreement."""
    for desk in former.desks.values():
        now = room.agreement.desks.get(desk.name)
        audience = set(_audience(room, room.agreement, now)) if now is not None else set()
        for address in _audience(room, former, desk):
            if address not in audience and room.link:
                room.out.append(ShowPresence(desk.name, address, UNAVAILABLE))


def watch(room: Room, address: str, desk: str) -> None:
    """Remember that somebody has a desk in their roster."""
    watchers = room.watchers.setdefault(desk, {})
    if address not in watchers and len(watchers) < MOST_WATCHERS:
        watcher = watchers[address] = Watcher(room.next_record(), address, desk)
        room.out.append(Keep(watcher))


def unwatch(room: Room, address: str, desk: str) -> None:
    """Forget it."""
    watcher = room.watchers.get(desk, {}).pop(address, None)
    if watcher is not None:
        room.out.append(Remove(watcher))


def bounced(room: Room, event: Bounced) -> None:
    """An account that does not exist has no roster.

    Its server says so of a message only: presence to nobody is dropped (RFC 6121, section 8.5.1).
    """
    if event.condition in DEAD:
        unwatch(room, event.sender, event.to)


def refused(room: Room, event: PresenceRefused) -> None:
    """Somebody's server does not take our presence, for good."""
    if event.condition in UNWANTED:
        unwatch(room, event.sender, event.to)
