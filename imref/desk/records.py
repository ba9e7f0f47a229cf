"""Small things the desk keeps beside sessions: each is a row in a table of the same columns."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(slots=True)
class Engagement:
    """Something that kept a librarian busy beside the chat: a walk-in, a call.

    ``kind`` is one of the agreement's channels, ``detail`` a word of theirs on what it was.
    ``until`` is when they expect to be back, ``ended`` is 0 while it lasts; both Unix seconds.
    What was tallied and not timed has no ``until``, and a ``count``. ``status`` is the text of
    their own client that began it, if one did; ``asked`` is when they were asked whether they
    are back.
    """

    number: int
    staff: str
    kind: str
    detail: str
    began: float
    until: float = 0.0
    ended: float = 0.0
    count: int = 1
    status: str = ""
    asked: float = 0.0


class Promise(StrEnum):
    """What became of a follow-up: answered in time or late, taken back with a word, or nothing."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    DROPPED = "dropped"
    BROKEN = "broken"


@dataclass(slots=True)
class FollowUp:
    """A promise to a patron: who answers, by when, and what the librarian has to find.

    ``session`` is the patron's last one. ``what`` is staff's own note of the task and never leaves
    the house. ``owner`` is whoever it was handed to last. ``answered`` is when the first answer
    went out, ``settled`` when the state ceased to be open, ``forgotten`` when the patron's address
    was let go. ``told`` counts the reminders of the owner, ``raised`` is when supervisors heard
    of it. Times are Unix seconds, 0 while they have not come.
    """

    number: int
    session: int
    patron: int
    owner: str
    what: str
    made: float
    due: float
    state: Promise = Promise.OPEN
    answered: float = 0.0
    settled: float = 0.0
    told: int = 0
    raised: float = 0.0
    forgotten: float = 0.0


@dataclass(slots=True)
class Canned:
    """An answer kept ready under a keyword; ``owner`` is a staff name, "" for everybody's."""

    number: int
    owner: str
    keyword: str
    text: str


@dataclass(slots=True)
class Block:
    """A patron who is not listened to until ``until`` (Unix seconds), by whom and why.

    It holds for the ``address``, at every desk; ``patron`` is the number under which staff know
    them at the desk where it was said.
    """

    number: int
    address: str
    until: float
    by: str
    why: str
    patron: int = 0


@dataclass(slots=True)
class Watcher:
    """Somebody who has a desk in their roster and is shown its presence; a bare JID."""

    number: int
    address: str
    desk: str


class MailFate(StrEnum):
    """What became of a mail."""

    OWED = "owed"
    ARRIVED = "arrived"
    REFUSED = "refused"


@dataclass(slots=True)
class Mail:
    """An answer that goes out by mail since the patron's address is dead, or their transcript.

    ``author`` is the staff name that is told how it went, "" for a transcript; ``made`` is Unix
    seconds, ``attempts`` how often the mail server has put us off. Once its fate is known,
    ``recipient`` and ``body`` are empty: nobody needs them any more.
    """

    number: int
    session: int
    patron: int
    author: str
    recipient: str
    subject: str
    body: str
    made: float
    attempts: int = 0
    fate: MailFate = MailFate.OWED


@dataclass(slots=True)
class RosterItem:
    """A name that we put into the roster of ``owner`` (a bare JID) for the local part ``alias``."""

    number: int
    owner: str
    alias: str


@dataclass(slots=True)
class Parcel:
    """A file that is being brought to the library's own server, before its message goes on.

    ``sender`` is a bare JID, ``resource`` their device, ``window`` the local part they wrote to.
    ``stanza``, ``body``, ``language``, ``nick`` and ``email`` are those of their message, and
    ``url`` is where the file lies; ``made`` is Unix seconds. Once the file has come, or has not,
    this is let go.
    """

    number: int
    sender: str
    resource: str
    window: str
    stanza: str
    url: str
    body: str
    language: str
    nick: str
    email: str
    made: float


@dataclass(slots=True)
class Done:
    """A command that a staff member gave ``at`` a time (Unix seconds): ``mark`` stands for it."""

    number: int
    staff: str
    mark: str
    at: float


@dataclass(slots=True)
class Stint:
    """A stretch of time in which something was so, for the figures of coverage.

    ``staff`` was on duty at ``desk``, busy or not; with no ``staff`` the desk was open, as it was
    promised; with neither, imref ran and had its link to the server. ``until`` is renewed now and
    then while the stint is ``open``, so that little is lost when imref ends without notice. Times
    are Unix seconds.
    """

    number: int
    desk: str
    staff: str
    began: float
    until: float
    open: bool = True


@dataclass(slots=True)
class Canary:
    """A question of our own that goes the whole way once a day, to see that the way is there.

    ``asked`` is when it was sent at ``desk``, ``kept`` when the desk had it, ``heard`` when whoever
    answers had it, ``answered`` when the answer was back: Unix seconds, 0 while they have not come.
    ``failed`` says what went wrong, "" if nothing has; ``done`` is whether a later one has come to
    its end, so that nobody need know this one after a start.
    """

    number: int
    desk: str
    asked: float
    kept: float = 0.0
    heard: float = 0.0
    answered: float = 0.0
    failed: str = ""
    done: bool = False

    @property
    def over(self) -> bool:
        """Whether it has come to its end, a good one or not."""
        return bool(self.answered or self.failed)


@dataclass(slots=True)
class Edition:
    """One weekly report, on the time from ``since`` until ``until``; ``due`` is when it came.

    ``told`` is when staff were sent it, ``owed`` are the mail addresses, with spaces between, that
    it has not reached. Times are Unix seconds, 0 while they have not come.
    """

    number: int
    since: float
    until: float
    due: float
    told: float = 0.0
    owed: str = ""

    @property
    def settled(self) -> bool:
        """Whether everybody has it who is to have it."""
        return bool(self.told) and not self.owed


@dataclass(slots=True)
class Bulletin:
    """That supervisors are told every day how their pilots stand; there is one such record.

    ``told`` is the last hour at which they were, or before which nothing is made up for (Unix
    seconds).
    """

    number: int
    told: float


Record = (
    Engagement
    | FollowUp
    | Canned
    | Block
    | Watcher
    | Mail
    | RosterItem
    | Parcel
    | Done
    | Stint
    | Canary
    | Edition
    | Bulletin
)
