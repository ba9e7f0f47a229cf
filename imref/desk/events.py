"""What can happen: everything the switchboard ever hears of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from imref.desk.agreement import Agreement
from imref.desk.errands import CountFigures, Figures, IssueLink, Line, ReadTranscript
from imref.desk.figures.brief import Brief
from imref.desk.figures.pilot_figures import PilotStands
from imref.desk.model import Patron, Session
from imref.desk.night.faq import Page
from imref.desk.records import MailFate


@dataclass(slots=True)
class Said:
    """A message with a body came in.

    ``sender`` is a bare JID, ``resource`` its device, ``to`` the local part written to ("" is
    the component itself). ``replaces`` is the sender's own id of the message it corrects
    (XEP-0308), ``receipt`` whether XEP-0184 asks for one, ``active`` whether a chat state came
    along (XEP-0085: this client understands them), ``sent`` the XEP-0203 stamp in Unix seconds
    or 0, ``language`` the tag that the words came with (``xml:lang``), or "".

    ``nick`` and ``email`` are what the sender says of themselves (XEP-0172; a field of a form,
    XEP-0004). ``reply`` is the id of the message that is answered (XEP-0461), and the first
    ``quoted`` characters of the body only repeat it; ``url`` is a file (XEP-0066); ``unstyled``
    asks for the words as they are (XEP-0393).
    """

    sender: str
    resource: str
    to: str
    id: str
    body: str
    receipt: bool = False
    active: bool = False
    replaces: str = ""
    sent: float = 0.0
    language: str = ""
    nick: str = ""
    email: str = ""
    reply: str = ""
    quoted: int = 0
    url: str = ""
    unstyled: bool = False


@dataclass(slots=True)
class Reacted:
    """All reactions that the sender has now for the message ``target`` (XEP-0444); () is none."""

    sender: str
    resource: str
    to: str
    id: str
    target: str
    emojis: tuple[str, ...]


@dataclass(slots=True)
class Retracted:
    """The sender takes back their message ``target`` (XEP-0424)."""

    sender: str
    resource: str
    to: str
    id: str
    target: str


@dataclass(slots=True)
class Marked:
    """The sender has looked at everything up to the message ``target`` (XEP-0333, displayed)."""

    sender: str
    resource: str
    to: str
    target: str


@dataclass(slots=True)
class FeaturesKnown:
    """What a device can do (XEP-0030, XEP-0115): the names of its features."""

    sender: str
    resource: str
    features: frozenset[str]


class Flaw(StrEnum):
    """Why a message cannot be taken."""

    ENCRYPTED = "encrypted"
    GROUPCHAT = "groupchat"


@dataclass(slots=True)
class Unusable:
    """A message that cannot be read by the person it is meant for."""

    sender: str
    resource: str
    to: str
    id: str
    flaw: Flaw
    language: str = ""


@dataclass(slots=True)
class FormUsed:
    """Somebody asks for a form of our address ``to``, or does something with it (XEP-0050).

    ``id`` is that of the query, ``node`` names the form, ``session`` the use of it that goes on
    ("" when it begins). ``action`` is the word for what they do; ``values`` are what they filled
    in, by field, or None where there was no form.
    """

    sender: str
    resource: str
    to: str
    id: str
    node: str
    session: str
    action: str
    values: Mapping[str, tuple[str, ...]] | None


@dataclass(slots=True)
class Typed:
    """A chat state without a body (XEP-0085): active, composing, paused, inactive or gone."""

    sender: str
    resource: str
    to: str
    state: str


@dataclass(slots=True)
class Delivered:
    """A client acknowledged the message ``id`` that went out from ``to`` (XEP-0184)."""

    sender: str
    to: str
    id: str


@dataclass(slots=True)
class Bounced:
    """The message ``id`` from our address ``to`` came back: ``sender`` cannot be reached."""

    sender: str
    to: str
    id: str
    condition: str


@dataclass(slots=True)
class Accepted:
    """The server has read every message up to this outbox number (the delivery barrier)."""

    upto: int


UNAVAILABLE = "unavailable"
"""What a device shows that has gone (RFC 6121, section 4.5)."""


@dataclass(slots=True)
class PresenceChanged:
    """A device's presence: available, chat, away, xa, dnd or unavailable (``show``).

    ``status`` is what its owner wrote beside it ("at the desk till 3"), ``caps`` the name under
    which the features of its client are known (XEP-0115, node and hash), or "".
    """

    sender: str
    resource: str
    to: str
    show: str
    status: str = ""
    caps: str = ""


@dataclass(slots=True)
class PresenceRefused:
    """What our address ``to`` showed came back with an error: ``sender`` does not see it."""

    sender: str
    to: str
    condition: str


class Subscription(StrEnum):
    """The presence stanzas that are about rosters, and a probe (RFC 6121, sections 3 and 4.3)."""

    SUBSCRIBE = "subscribe"
    SUBSCRIBED = "subscribed"
    UNSUBSCRIBE = "unsubscribe"
    UNSUBSCRIBED = "unsubscribed"
    PROBE = "probe"


@dataclass(slots=True)
class SubscriptionChanged:
    """Somebody asks for, grants or ends a subscription, or probes the address ``to``."""

    sender: str
    resource: str
    to: str
    kind: Subscription


@dataclass(slots=True)
class RoomSaid:
    """Somebody said something in a group chat (XEP-0045) to our address ``to``.

    ``room`` is its bare JID, ``nick`` who spoke ("" is the room itself), ``sent`` the XEP-0203
    stamp of what was said before we came, or 0.
    """

    room: str
    nick: str
    to: str
    id: str
    body: str
    sent: float = 0.0
    language: str = ""


@dataclass(slots=True)
class RoomJoined:
    """We are in a group chat, as ``nick``.

    ``created`` is whether it was not there before, ``owner`` whether it is ours to furnish,
    ``sees`` whether we are shown the real addresses of who else is there.
    """

    room: str
    nick: str
    created: bool
    owner: bool
    sees: bool


@dataclass(slots=True)
class RoomLeft:
    """We are in a group chat no longer: we went, were sent out, or it is closed."""

    room: str


@dataclass(slots=True)
class OccupantKnown:
    """Somebody is in a group chat; ``address`` is their real bare JID, "" if it is not shown."""

    room: str
    nick: str
    address: str


@dataclass(slots=True)
class OccupantGone:
    """Somebody has left a group chat, or goes by another name there from now on."""

    room: str
    nick: str


InRoom = RoomJoined | RoomLeft | OccupantKnown | OccupantGone
"""What happens in a group chat beside words."""


@dataclass(slots=True)
class LinkUp:
    """The stream to the server is up; nobody's presence is known yet."""


@dataclass(slots=True)
class LinkDown:
    """The stream to the server is lost; from now on staff presence is unknown."""


@dataclass(slots=True)
class ClockTicked:
    """Time has passed; deadlines may be due."""


@dataclass(slots=True)
class AgreementChanged:
    """The config was read again (SIGHUP)."""

    agreement: Agreement


@dataclass(slots=True)
class PatronRecalled:
    """The store knew a patron that memory had let go; ``session`` is their last one, closed."""

    patron: Patron
    session: Session | None


@dataclass(slots=True)
class FaqFound:
    """The answer to a `SearchFaq`: the pages that fit, best first; none is an answer too."""

    session: int
    pages: tuple[Page, ...]


@dataclass(slots=True)
class FiguresCounted:
    """The answer to a `CountFigures`."""

    asked: CountFigures
    figures: Figures


@dataclass(slots=True)
class LinkIssued:
    """The answer to an `IssueLink`: ``url`` is good for ``seconds``, "" if there is none."""

    asked: IssueLink
    url: str
    seconds: float = 0.0


@dataclass(slots=True)
class TranscriptRead:
    """The answer to a `ReadTranscript`: what was said, in order."""

    asked: ReadTranscript
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Mailed:
    """What became of the mail ``number``; ``detail`` is what the mail server said."""

    number: int
    fate: MailFate
    detail: str = ""


class FileTrouble(StrEnum):
    """Why a file was not brought over."""

    NOT_FETCHED = "not fetched"
    TOO_LARGE = "too large"
    OTHER_KIND = "other kind"
    NOT_STORED = "not stored"


@dataclass(slots=True)
class FileFetched:
    """What became of the file of the parcel ``number``, from ``sender`` to the local part ``to``.

    ``url`` is where it lies now, ``kind`` its MIME type, ``size`` in bytes; or there was trouble.
    """

    number: int
    sender: str
    to: str
    url: str = ""
    kind: str = ""
    size: int = 0
    trouble: FileTrouble | None = None


@dataclass(slots=True)
class PilotsRead:
    """The answer to a `ReadPilots`."""

    pilots: tuple[PilotStands, ...]


@dataclass(slots=True)
class Privileged:
    """The server ``host`` says whether we may change the rosters of its users (XEP-0356)."""

    host: str
    may_write: bool


@dataclass(slots=True)
class RosterAnswered:
    """What came of a `ListAlias`, or of an `UnlistAlias` (``removed``): a condition, or ""."""

    owner: str
    alias: str
    removed: bool
    condition: str = ""


@dataclass(slots=True)
class Interrupted:
    """The service starts after an unclean stop; people in open sessions deserve to know."""


@dataclass(slots=True)
class Stopping:
    """The service is about to stop in good order."""


def device_of(event: Said | Unusable | SubscriptionChanged | FormUsed) -> str:
    """The full JID of the device that an event came from; the bare one where it named none."""
    return f"{event.sender}/{event.resource}" if event.resource else event.sender


@dataclass(slots=True)
class ReportWritten:
    """The weekly report ``number`` is there: for the house, and for whoever reads the mail."""

    number: int
    inside: Brief
    outside: Brief


@dataclass(slots=True)
class ReportMailed:
    """What became of the mails of a weekly report; those not named are to be tried again.

    ``detail`` is what the mail server said of one that it ``refused``.
    """

    number: int
    arrived: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    detail: str = ""


Event = (
    Said
    | Reacted
    | Retracted
    | Marked
    | FeaturesKnown
    | Unusable
    | FormUsed
    | Typed
    | Delivered
    | Bounced
    | Accepted
    | PresenceChanged
    | PresenceRefused
    | SubscriptionChanged
    | RoomSaid
    | InRoom
    | LinkUp
    | LinkDown
    | ClockTicked
    | AgreementChanged
    | PatronRecalled
    | FaqFound
    | FiguresCounted
    | ReportWritten
    | ReportMailed
    | LinkIssued
    | TranscriptRead
    | PilotsRead
    | Mailed
    | Privileged
    | RosterAnswered
    | FileFetched
    | Interrupted
    | Stopping
)
