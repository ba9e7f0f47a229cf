"""Getting to know devices: each is asked once what it can show, and what it says is remembered."""

from imref.desk.errands import AskFeatures
from imref.desk.events import UNAVAILABLE, FeaturesKnown, PresenceChanged, Said
from imref.desk.model import ALIAS_PREFIX
from imref.desk.rehearsal.rehearsals import is_made_up
from imref.desk.room import Room


def device_wrote(room: Room, said: Said) -> None:
    """Somebody whose words are kept wrote from a device that we do not know yet.

    A made-up patron has none: we would ask ourselves.
    """
    if not is_made_up(room, said.sender):
        _meet(room, said.sender, said.resource, said.to)


def device_shows(room: Room, event: PresenceChanged) -> None:
    """A device of staff, or of a patron who lets us see it, has come, changed or gone."""
    if event.show == UNAVAILABLE:
        if not event.to.startswith(ALIAS_PREFIX):  # They may go offline to one alias alone.
            room.devices.leave(event.sender, event.resource)
    elif event.sender in room.agreement.staff or room.patron(event.sender, event.to) is not None:
        _meet(room, event.sender, event.resource, event.to, event.caps)


def _meet(room: Room, address: str, resource: str, to: str, caps: str = "") -> None:
    if room.devices.meet(address, resource, caps):
        room.out.append(AskFeatures(to, address, resource, caps))


def learn(room: Room, event: FeaturesKnown) -> None:
    """A device has told what it can do."""
    room.devices.learn(event.sender, event.resource, event.features)
