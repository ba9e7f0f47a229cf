"""What our addresses are to whoever asks (service discovery): desks to all, aliases to staff."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from imref.desk.agreement import Desk
from imref.desk.form.filling import named_forms
from imref.desk.room import Room
from imref.desk.roster.names import name_of
from imref.pictures import Image, portrait
from imref.xmpp.directory import Entry, Role

NAME = "imref"
"""What the component itself is called."""


class Addresses:
    """The directory of a running service; ``room`` is asked anew for each query.

    ``pictures`` are the library's own by the name of a desk, "" being everything that has no
    other. They may be exchanged at any time.
    """

    def __init__(
        self, room: Callable[[], Room], pictures: Mapping[str, Image] | None = None
    ) -> None:
        self._room = room
        self.pictures = pictures or {}

    def find(self, local: str, asker: str) -> Entry | None:
        """The entry of an address as ``asker`` (a bare JID) may see it, or None."""
        if not local:
            commands = asker in self._room().agreement.staff
            return Entry("", Role.COMPONENT, NAME, self.pictures.get(""), commands)
        room = self._room()
        member = room.agreement.staff.get(asker)
        desk = room.agreement.desks.get(local)
        if desk is not None:
            return replace(self._of(desk), commands=member is not None)
        patron = room.patron_at(local) if member is not None else None
        if member is None or patron is None or patron.alias != local:
            return None
        name = room.in_words(name_of(patron), member.language)
        return Entry(local, Role.PATRON, name, portrait(patron.number), commands=True)

    def commands(self, local: str, asker: str) -> dict[str, str]:
        """The commands with forms that ``asker`` has at an address, by node, as they read them."""
        room = self._room()
        member = room.agreement.staff.get(asker)
        return {} if member is None else named_forms(room, member, local)

    def desks(self) -> Iterator[Entry]:
        """The desks, which everybody may see."""
        for desk in self._room().agreement.desks.values():
            yield self._of(desk)

    def _of(self, desk: Desk) -> Entry:
        picture = self.pictures.get(desk.name) or self.pictures.get("")
        return Entry(desk.name, Role.DESK, desk.title, picture)
