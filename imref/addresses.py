"""What our addresses are to whoever asks (service discovery): desks to all, aliases to staff."""

from collections.abc import Callable, Iterator

from imref.desk.room import Room
from imref.xmpp.directory import Entry, Role


class Addresses:
    """The directory of a running service; ``room`` is asked anew for each query."""

    def __init__(self, room: Callable[[], Room]) -> None:
        self._room = room

    def find(self, local: str, asker: str) -> Entry | None:
        """The entry of an address as ``asker`` (a bare JID) may see it, or None."""
        if not local:
            return Entry("", Role.COMPONENT, "imref")
        room = self._room()
        desk = room.agreement.desks.get(local)
        if desk is not None:
            return Entry(local, Role.DESK, desk.title)
        if asker in room.agreement.staff and room.patron_at(local) is not None:
            return Entry(local, Role.PATRON, local)
        return None

    def desks(self) -> Iterator[Entry]:
        """The desks, which everybody may see."""
        for desk in self._room().agreement.desks.values():
            yield Entry(desk.name, Role.DESK, desk.title)
