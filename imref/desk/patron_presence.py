"""A patron's client shows itself to the desk: what could not reach them is said now.

The chat on a web page does so while it is open. Jabber clients show themselves to the desks in
their roster.
"""

from imref.desk.conversation import send_unreached
from imref.desk.events import PresenceChanged
from imref.desk.room import Room

GONE = "unavailable"


def patron_shows(room: Room, event: PresenceChanged) -> None:
    """Say again what bounced, when the patron is back; their going brings nothing about."""
    patron = room.patron(event.sender, event.to)
    if event.show == GONE or patron is None or patron.session is None:
        return
    if patron.session.unreached:
        send_unreached(room, patron.session)
