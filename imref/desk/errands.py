"""Errands: what the desk asks others to look up or bring, and hears of later as an event."""

from dataclasses import dataclass

from imref.desk.records import Mail, Parcel


@dataclass(slots=True)
class SearchFaq:
    """Look for pages of the library's FAQ that answer ``text``; the answer is a `FaqFound`."""

    session: int
    text: str
    language: str = ""


@dataclass(slots=True)
class CountFigures:
    """Count a librarian's own figures since ``since`` (Unix seconds): a `FiguresCounted`.

    ``window`` is where they asked, so that the answer comes there.
    """

    staff: str
    since: float
    window: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What one librarian did in a time, and what all did (for how even the load is).

    ``waits`` are the seconds until the first word to each patron of theirs, in no order;
    ``loads`` the sessions of each who had any, by staff name; ``kept``, ``late`` and ``broken``
    what became of their promises; ``ratings`` how many patrons said 1, 2, 3, 4 and 5.
    """

    answered: int = 0
    waits: tuple[float, ...] = ()
    loads: tuple[tuple[str, int], ...] = ()
    kept: int = 0
    late: int = 0
    broken: int = 0
    ratings: tuple[int, ...] = ()


@dataclass(slots=True)
class ReadTranscript:
    """Read what a patron and librarians said, in sessions since ``since`` (Unix seconds) and in
    the last one: a `TranscriptRead`.
    """

    patron: int
    since: float


@dataclass(slots=True)
class Line:
    """What somebody said ``at`` a time (Unix seconds): a staff name or a partner; "" the patron."""

    at: float
    staff: str
    body: str


@dataclass(slots=True)
class IssueLink:
    """Make a link that lets a librarian into the dashboard once: a `LinkIssued`.

    ``window`` is where they asked, so that the answer comes there.
    """

    staff: str
    window: str


@dataclass(slots=True)
class SendMail:
    """Send a mail that is kept already; what became of it is a `Mailed`."""

    mail: Mail


@dataclass(slots=True)
class FurnishRoom:
    """Let the staff, and them alone, into the staff room that we own; there is no answer to it.

    ``members`` are bare JIDs; a ``new`` room is first made one that shows who is who.
    """

    room: str
    members: tuple[str, ...]
    new: bool


@dataclass(slots=True)
class ListAlias:
    """Put an alias into the roster of ``owner`` (a bare JID): a `RosterAnswered`."""

    owner: str
    alias: str
    name: str
    group: str


@dataclass(slots=True)
class UnlistAlias:
    """Take an alias out of the roster of ``owner`` again: a `RosterAnswered`."""

    owner: str
    alias: str


@dataclass(slots=True)
class FetchFile:
    """Bring the file of a parcel, which is kept already, to our server: a `FileFetched`.

    It may have ``largest`` bytes and be of the MIME ``types``, of which a part may be ``*``.
    """

    parcel: Parcel
    largest: int
    types: tuple[str, ...]


@dataclass(slots=True)
class AskFeatures:
    """Ask a device of ``address`` what it can do, from our local part ``sender``: `FeaturesKnown`.

    ``caps`` is the name under which its features may be known already (XEP-0115), or "".
    """

    sender: str
    address: str
    resource: str
    caps: str


@dataclass(slots=True)
class ReadPilots:
    """Look up how the pilots stand that have not ended before ``since`` (Unix s): `PilotsRead`."""

    since: float


@dataclass(slots=True)
class WriteReport:
    """Make the figures from ``since`` until ``until`` (Unix seconds): a `ReportWritten`."""

    number: int
    since: float
    until: float


@dataclass(slots=True)
class MailReport:
    """Mail the report on that time, with some words and a page enclosed: a `ReportMailed`."""

    number: int
    recipients: tuple[str, ...]
    subject: str
    body: str
    since: float
    until: float


Errand = (
    ReadPilots
    | SearchFaq
    | CountFigures
    | IssueLink
    | SendMail
    | WriteReport
    | MailReport
    | ReadTranscript
    | FurnishRoom
    | ListAlias
    | UnlistAlias
    | FetchFile
    | AskFeatures
)
