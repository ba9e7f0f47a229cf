"""What a patron's client says of them with the words: a name, a mail address, and whence they come.

Only the library's page says it because its reader has typed it: a client tells the nick of its
account to everybody, and that often is half of an address, which staff must never see.

A name is for the librarians' eyes. The mail address is for nobody's: an answer goes there when it
cannot reach the patron here.
"""

from typing import Final
from unicodedata import category

from imref.desk.effects import KeepPatron
from imref.desk.events import Said
from imref.desk.model import Channel, Patron
from imref.desk.partner.abroad import sent_to_us
from imref.desk.promise.mailaddress import is_mail_address
from imref.desk.room import Room

LONGEST_NAME: Final = 40
"""Characters of a name that librarians read."""

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Characters that could hide something, or turn the words beside them around."""


def introduce(room: Room, patron: Patron, said: Said) -> None:
    """Keep what the page's form says of its writer, if it is new."""
    if not said.nick and not said.email:
        return  # as nearly always
    if channel_of(room, patron.address) is not Channel.WEB:
        return
    name = readable(said.nick) or patron.name
    email = patron.email
    if room.agreement.mails and is_mail_address(said.email):
        email = said.email
    if (name, email) != (patron.name, patron.email):
        patron.name, patron.email = name, email
        room.out.append(KeepPatron(patron))


def readable(name: str) -> str:
    """A name on one line, as librarians are shown it; "" for one without a letter or digit."""
    seen = "".join(" " if sign.isspace() else sign for sign in name)
    seen = " ".join("".join(sign for sign in seen if category(sign) not in _UNSEEN).split())
    return seen[:LONGEST_NAME].rstrip() if any(map(str.isalnum, seen)) else ""


def channel_of(room: Room, address: str) -> Channel:
    """Where somebody at this bare JID asks: on our page, from another library, or in a client."""
    guests = room.agreement.guest_domain
    if guests and address.rpartition("@")[2] == guests:
        return Channel.WEB
    return Channel.PARTNER if sent_to_us(room, address) else Channel.IM
