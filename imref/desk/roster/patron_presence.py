"""A patron's client shows itself to the desk: it is shown the desk, and what did not reach it.

The chat on a web page does so while it is open. Jabber clients show themselves to the desks in
their roster.
"""

from imref.desk.events import UNAVAILABLE, PresenceChanged
from imref.desk.patron.leaving import visitor_shows
from imref.desk.room import Room
from imref.desk.talk.conversation import send_unreached


def patron_shows(room: Room, event: PresenceChanged) -> None:
    """Hear of a coming or going (`leaving`); say again what bounced, when the patron is back."""
    visitor_shows(room, event)
    patron = room.patron(event.sender, event.to)
    if event.show == UNAVAILABLE or patron is None or patron.session is None:
        return
    if patron.session.unreached:
        send_unreached(room, patron.session)
