"""What is to be done: rows to keep, then stanzas to send, in the order of the list."""

from dataclasses import dataclass
from enum import StrEnum

from imref.desk.errands import Errand
from imref.desk.form.sheets import Action, Misuse, Sheet, Stage
from imref.desk.model import Duty, Message, Patron, Session, Speaker, Turn
from imref.desk.records import Record
from imref.desk.talk.enclosure import Enclosure

OWN_ID_PREFIX = "im-"
"""Begins the stanza ids of the desk's own words; what follows is the number in the outbox."""


def own_number(stanza_id: str) -> int | None:
    """The outbox number that one of our own stanza ids names, or None when it is not ours."""
    digits = stanza_id.removeprefix(OWN_ID_PREFIX)
    own = digits != stanza_id and digits.isascii() and digits.isdigit() and len(digits) < 19
    return int(digits) if own else None


@dataclass(slots=True)
class Say:
    """A message that must arrive: a row in the outbox, sent until the server has read it.

    ``number`` orders the outbox; ``sender`` is a local part of ours, ``recipient`` a bare JID.
    ``message`` is the kept message whose words these are, or None for the desk's own words;
    ``session`` the session it belongs to, or None. ``at`` is when it was first due (the
    XEP-0203 stamp of a replay), ``active`` adds an XEP-0085 state to it. ``altered`` is whether
    the words are not quite the kept message's, since the author's name stands before them.
    ``enclosed`` is what goes with them.
    """

    number: int
    sender: str
    recipient: str
    body: str
    id: str
    at: float
    session: int | None = None
    message: int | None = None
    replaces: str = ""
    active: bool = False
    sent: float = 0.0
    altered: bool = False
    enclosed: Enclosure | None = None


class Fate(StrEnum):
    """What became of an outbox row."""

    OWED = "owed"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    UNDELIVERABLE = "undeliverable"


@dataclass(slots=True)
class Settle:
    """The fate of an outbox row, by number and recipient. Losing this only repeats a send."""

    number: int
    recipient: str
    fate: Fate


@dataclass(slots=True)
class SettleUpTo:
    """The server has read every outbox row up to ``number``. Losing this only repeats a send."""

    number: int


@dataclass(slots=True)
class KeepMessage:
    """Keep these words."""

    message: Message


@dataclass(slots=True)
class TakeBack:
    """Let the words of a message go, in all its versions and wherever they are repeated.

    It is the one with this ``number``; 0 is for one that memory does not hold: the latest of
    ``speaker`` (and ``staff``) to this ``patron`` that its author called ``stanza``. ``words`` are
    its words as far as memory had them, since the same batch may keep them first.
    """

    patron: int
    speaker: Speaker
    staff: str
    stanza: str
    number: int = 0
    words: str = ""


@dataclass(slots=True)
class KeepPatron:
    """Keep this patron as they are at the end of the batch: a new alias, or news of a known one."""

    patron: Patron


@dataclass(slots=True)
class KeepSession:
    """Keep this session as it is at the end of the batch."""

    session: Session


@dataclass(slots=True)
class KeepTurn:
    """Keep this row of a session's history."""

    turn: Turn


@dataclass(slots=True)
class KeepDuty:
    """Keep a librarian's own settings as they are at the end of the batch."""

    duty: Duty


@dataclass(slots=True)
class Keep:
    """Keep this record as it is at the end of the batch, new or changed."""

    record: Record


@dataclass(slots=True)
class Remove:
    """Let go of this record."""

    record: Record


@dataclass(slots=True)
class ForgetPatron:
    """Let nothing that is kept lead from the patron ``number`` to their address any more.

    What figures and transcripts say of them stays, under the alias.
    """

    number: int


@dataclass(slots=True)
class ForgetPerson:
    """Let go of all that was said to and by whoever is at ``address`` (a bare JID), at every desk,
    and of the address. Figures stay. It is the last that a batch does with them.
    """

    address: str


@dataclass(slots=True)
class Acknowledge:
    """Send an XEP-0184 receipt for ``id``: to a patron it means *stored*, to staff *arrived*."""

    sender: str
    recipient: str
    id: str


@dataclass(slots=True)
class Mark:
    """Tell an author's client that their message ``id`` was looked at (XEP-0333). Not kept."""

    sender: str
    recipient: str
    id: str


@dataclass(slots=True)
class Convey:
    """Pass a chat state on (XEP-0085). Not kept, not repeated."""

    sender: str
    recipient: str
    state: str


class Refusal(StrEnum):
    """The stanza errors a sender may get from us (RFC 6120, section 8.3)."""

    NOT_ACCEPTABLE = "not-acceptable"
    FORBIDDEN = "forbidden"
    ITEM_NOT_FOUND = "item-not-found"
    RESOURCE_CONSTRAINT = "resource-constraint"
    BAD_REQUEST = "bad-request"
    NOT_ALLOWED = "not-allowed"


REFUSAL_TYPE = {
    Refusal.NOT_ACCEPTABLE: "modify",
    Refusal.FORBIDDEN: "auth",
    Refusal.ITEM_NOT_FOUND: "cancel",
    Refusal.RESOURCE_CONSTRAINT: "wait",
    Refusal.BAD_REQUEST: "modify",
    Refusal.NOT_ALLOWED: "cancel",
}
"""The error type that goes with each condition (RFC 6120, section 8.3.2)."""


@dataclass(slots=True)
class Refuse:
    """Answer a message with a stanza error; ``text`` is for people. ``recipient`` is a full JID."""

    sender: str
    recipient: str
    id: str
    condition: Refusal
    text: str = ""


@dataclass(slots=True)
class HandForm:
    """Answer the query of somebody who uses a form (XEP-0050).

    ``sender`` is the local part they asked, ``recipient`` a full JID, ``query`` the id to answer.
    ``node`` names the form, ``session`` this use of it. ``sheet`` is what to fill in now, and
    ``actions`` what can be done with it, the usual one first. ``note`` is for people, and about
    something ``amiss`` or not.
    """

    sender: str
    recipient: str
    query: str
    node: str
    session: str
    stage: Stage
    note: str = ""
    amiss: bool = False
    sheet: Sheet | None = None
    actions: tuple[Action, ...] = ()


@dataclass(slots=True)
class RefuseForm:
    """Answer such a query with a stanza error; ``misuse`` is what XEP-0050 calls it, if it does."""

    sender: str
    recipient: str
    query: str
    condition: Refusal
    text: str = ""
    misuse: Misuse | None = None


@dataclass(slots=True)
class ShowPresence:
    """Show presence of ``sender``: available, chat, away, xa, dnd or unavailable."""

    sender: str
    recipient: str
    show: str
    status: str = ""


@dataclass(slots=True)
class Probe:
    """Ask the server of ``recipient`` for their presence (RFC 6121, section 4.3)."""

    sender: str
    recipient: str


@dataclass(slots=True)
class AskSubscription:
    """Ask ``recipient`` to let ``sender`` see their presence."""

    sender: str
    recipient: str


@dataclass(slots=True)
class GrantSubscription:
    """Let ``recipient`` see the presence of ``sender``."""

    sender: str
    recipient: str


@dataclass(slots=True)
class JoinRoom:
    """Come into a group chat under a name, without what was said there before (XEP-0045, 7.2)."""

    room: str
    nick: str


@dataclass(slots=True)
class LeaveRoom:
    """Go out of a group chat."""

    room: str
    nick: str


@dataclass(slots=True)
class SayInRoom:
    """Say something in a group chat. Not kept, not repeated."""

    room: str
    id: str
    body: str


Kept = (
    Say
    | Settle
    | SettleUpTo
    | KeepMessage
    | TakeBack
    | KeepPatron
    | KeepSession
    | KeepTurn
    | KeepDuty
    | Keep
    | Remove
    | ForgetPatron
    | ForgetPerson
)
InRoom = JoinRoom | LeaveRoom | SayInRoom
Sent = (
    Say
    | Acknowledge
    | Mark
    | Convey
    | Refuse
    | HandForm
    | RefuseForm
    | ShowPresence
    | Probe
    | AskSubscription
    | GrantSubscription
    | InRoom
)
Effect = Kept | Sent | Errand
