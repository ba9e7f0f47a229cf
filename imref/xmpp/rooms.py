"""Group chats (XEP-0045): what a room tells its occupants, and how we come in, speak and go."""

from xml.etree.ElementTree import Element

from imref.desk.effects import JoinRoom, LeaveRoom, SayInRoom
from imref.desk.errands import FurnishRoom
from imref.desk.events import InRoom, OccupantGone, OccupantKnown, RoomJoined, RoomLeft
from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.wire import attribute, content

SEAT = "desk"
"""Our resource as an occupant: an occupant is a full JID."""

USER = "{http://jabber.org/protocol/muc#user}"
ITSELF, NOT_ANONYMOUS, CREATED, RENAMED = "110", "100", "201", "303"
"""Status codes (XEP-0045, section 15.6.2)."""

_ADMIN = "http://jabber.org/protocol/muc#admin"
_OWNER = "http://jabber.org/protocol/muc#owner"
_FORM = {
    "muc#roomconfig_membersonly": "1",
    "muc#roomconfig_whois": "anyone",
    "muc#roomconfig_persistentroom": "1",
    "muc#roomconfig_publicroom": "0",
}
"""What makes a room one for the staff: nobody else comes in, and everybody sees who is who."""


def occupant(presence: Element, room: str, nick: str) -> list[InRoom] | None:
    """What the presence of ``room/nick`` says of the room; None when it is no room's presence."""
    about = presence.find(f"{USER}x")
    if about is None or presence.get("type") == "error":
        return None
    codes = {status.get("code", "") for status in about.iterfind(f"{USER}status")}
    item = about.find(f"{USER}item")
    seen: dict[str, str] = {} if item is None else dict(item.attrib)
    if presence.get("type") == "unavailable":
        if ITSELF not in codes:
            return [OccupantGone(room, nick)]
        return [] if RENAMED in codes else [RoomLeft(room)]
    address = seen.get("jid", "").partition("/")[0].lower()
    events: list[InRoom] = [OccupantKnown(room, nick, address)]
    if ITSELF in codes:
        sees = NOT_ANONYMOUS in codes or seen.get("role") == "moderator"
        owner = seen.get("affiliation") == "owner"
        events.append(RoomJoined(room, nick, CREATED in codes, owner, sees))
    return events


def join(effect: JoinRoom, domain: str) -> str:
    """Come in, and ask for nothing of what was said before."""
    wish = "<x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x>"
    return _presence(effect, domain, "", wish)


def leave(effect: LeaveRoom, domain: str) -> str:
    """Go out."""
    return _presence(effect, domain, " type='unavailable'", "")


def say(effect: SayInRoom, domain: str) -> str:
    """Speak to everybody in the room."""
    return (
        f"<message type='groupchat' from='{attribute(f'{domain}/{SEAT}')}'"
        f" to='{attribute(effect.room)}' id='{attribute(effect.id)}'>"
        f"<body>{content(effect.body)}</body></message>"
    )


def _presence(effect: JoinRoom | LeaveRoom, domain: str, kind: str, inside: str) -> str:
    return (
        f"<presence from='{attribute(f'{domain}/{SEAT}')}'"
        f" to='{attribute(f'{effect.room}/{effect.nick}')}'{kind}>{inside}</presence>"
    )


async def furnish(asking: Asking, errand: FurnishRoom) -> str:
    """Make a new room of ours one for the staff, and the staff its members; "" or what is wrong.

    (XEP-0045, sections 10.1.3 and 9.3; a room that was there before keeps its own settings.)
    COMPAT: Prosody 0.12 heeds only the first of several new members, so each is asked for alone.
    """
    try:
        if errand.new:
            await asking.ask(_settings(), to=errand.room, kind="set")
        for address in errand.members:
            await asking.ask(_member(address), to=errand.room, kind="set")
    except AskedInVain as refusal:
        return f"{refusal.condition} {refusal.text}".strip()
    return ""


def _settings() -> str:
    form = {"FORM_TYPE": "http://jabber.org/protocol/muc#roomconfig"} | _FORM
    fields = "".join(
        f"<field var='{name}'><value>{value}</value></field>" for name, value in form.items()
    )
    return f"<query xmlns='{_OWNER}'><x xmlns='jabber:x:data' type='submit'>{fields}</x></query>"


def _member(address: str) -> str:
    item = f"<item affiliation='member' jid='{attribute(address)}'/>"
    return f"<query xmlns='{_ADMIN}'>{item}</query>"
