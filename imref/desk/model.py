"""Patrons, sessions, messages: what the desk remembers."""

from dataclasses import dataclass, field
from enum import StrEnum

from imref.desk.phrases import Text
from imref.desk.records import Canary
from imref.desk.talk.enclosure import Enclosure

ALIAS_PREFIX = "patron-"


DIGITS = 18
"""Digits that a number may have: what people send may be absurd, and `int` refuses 5,000."""


def number_in(local: str) -> int | None:
    """The number in an alias, or in what somebody wrote for one; None when there is none."""
    digits = local.removeprefix(ALIAS_PREFIX)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > DIGITS:
        return None
    return int(digits)


class SessionState(StrEnum):
    """A session waits, is held for another hour, is claimed by one librarian, or is over.

    ``ABROAD`` is with another library, which answers for us.
    """

    WAITING = "waiting"
    HELD = "held"
    ACTIVE = "active"
    ABROAD = "abroad"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What became of a session, set when it closes; "" in a session that nobody judged."""

    ANSWERED = "answered"
    FOLLOW_UP = "follow-up"
    REFERRED = "referred"
    LOST = "lost"
    UNANSWERED = "unanswered"
    PRACTICE = "practice"
    SPAM = "spam"
    HELP_PAGE = "help page"


class Speaker(StrEnum):
    """Whose words a kept message holds. A note is staff's own and never leaves the house."""

    PATRON = "patron"
    STAFF = "staff"
    NOTE = "note"


@dataclass(slots=True)
class Message:
    """One kept message.

    ``id`` is the stanza id under which it is relayed, the same each time it is sent; ``origin``
    is the sender's own id where that differs (a client that counts from 1 at every start).
    ``replaces`` is the relayed id that this message corrects (XEP-0308). ``guest`` marks the words
    of a colleague invited into the session: the patron reads their name before them. ``enclosed``
    is what came with the words, ids in it being relayed ones; ``retracted`` words were taken back
    by their author, and are gone. ``seen_by`` are the addresses, with spaces between, of staff or
    a partner who got these words of the patron under their id; others have only been told of
    them. Times are Unix seconds.
    """

    number: int
    session: int
    patron: int
    at: float
    speaker: Speaker
    staff: str
    body: str
    id: str
    origin: str = ""
    replaces: str = ""
    guest: bool = False
    enclosed: Enclosure | None = None
    retracted: bool = False
    seen_by: str = ""


class Ending(StrEnum):
    """Who or what ended a session; kept with it, and with its last turn.

    DEALT has become a promise, for its patron was not there when it was dealt; JOINED is part of
    what its patron was promised before; LEFT has a patron who went away while they waited.
    """

    STAFF = "staff"
    PATRON = "patron"
    IDLE = "idle"
    BLOCKED = "blocked"
    HELP_PAGE = "help page"
    PROMISE = "promise"
    DEALT = "dealt"
    JOINED = "joined"
    RESTART = "restart"
    LEFT = "left"


class Channel(StrEnum):
    """Where a question came in: the library's page, a client of the patron's own, or a partner."""

    WEB = "web"
    IM = "im"
    PARTNER = "partner"


class Moment(StrEnum):
    """A turn in a session's life, kept for transcripts and figures."""

    OPENED = "opened"
    RETURNED = "returned"
    OFFERED = "offered"
    DECLINED = "declined"
    EXPIRED = "expired"
    CLAIMED = "claimed"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    CLOSED = "closed"
    UNDELIVERED = "undelivered"
    INVITED = "invited"
    LEFT = "left"
    PROPOSED = "proposed"
    REFUSED = "refused"
    SENT_ON = "sent on"
    CAME_HOME = "came home"
    HELD = "held"
    READ = "read"
    SETTLED = "settled"
    DEALT = "dealt"
    PROMISED = "promised"
    POSTPONED = "postponed"
    HANDED = "handed"
    RESOLVED = "resolved"
    FORGOTTEN = "forgotten"
    REACTED = "reacted"


@dataclass(slots=True)
class Turn:
    """One row of a session's history: what happened, when, and to whom.

    ``staff`` is a staff name, a partner's address, or "".
    """

    session: int
    at: float
    what: Moment
    staff: str = ""
    detail: str = ""


@dataclass(slots=True)
class Patron:
    """One person at one desk, known by bare JID; staff see only the alias.

    The same person at two desks is two patrons: no address links the two questions, and an
    alias always leads to exactly one conversation. ``language`` is what they write in ("": the
    library's own), ``email`` where an answer may go if this address is dead, if they gave it, and
    ``name`` what they call themselves.
    """

    number: int
    address: str
    desk: str
    session: "Session | None" = None
    language: str = ""
    email: str = ""
    asked_email: float = 0.0
    name: str = ""

    @property
    def alias(self) -> str:
        """The local part under which staff know this patron."""
        return f"{ALIAS_PREFIX}{self.number}"


@dataclass(slots=True)
class Offer:
    """A waiting question shown to one librarian: how often, and until when it is theirs to take.

    ``live`` ends with the time, a decline, or when somebody claims; a late reply still claims
    what nobody has.
    """

    expires: float
    times: int = 1
    live: bool = True
    declined: bool = False


@dataclass(slots=True)
class Awaited:
    """A message to the patron whose receipt has not come yet.

    ``number`` is its outbox row, ``author_id`` the id under which the author's client waits for
    the receipt ("" when it does not).
    """

    number: int
    message: Message
    author_id: str


Heard = dict[str, int | tuple[int, str]]
"""By the sender's id: a fingerprint of the words, and the id they went on under if another."""


@dataclass(slots=True)
class Session:
    """One reference transaction, from the first question to the close.

    ``desk`` is who serves it now and changes with a transfer; the patron's own address for it
    stays ``patron.desk``. ``since`` is when it began to wait, or was claimed. ``lines`` are the
    last messages, enough for whoever takes over. ``heard`` and ``answered`` hold the ids of
    earlier stanzas of the patron and of staff, so that one sent twice is one message (`repeats`
    has the rules). ``to_staff`` and ``to_patron`` hold, by relayed id, what no
    client has acknowledged yet; ``unreached`` are answers that bounced and wait for the patron's
    return. ``reserved`` and ``former`` are staff names: for whom a transfer is kept, and who
    had the session before; ``passed`` is whether they passed it on, and ``why`` their reason.
    ``rounded_off`` is the number of the patron's last message that was a mere courtesy after an
    answer (`courtesy`); ``patron_spoke`` leaves such messages out.
    ``order_told`` is whether the patron has been told in which order the desk serves.
    ``outcome`` and ``read`` (the READ level, 1 to 6; 0 is none) are what staff said of it at the
    close; ``practice`` marks a rehearsal. ``guests`` are colleagues invited into it, ``partner``
    the address of another library that has it, or is about to have it while it is held;
    ``suggested`` are the help pages offered, ``reading`` the one that was shown last.
    ``channel`` is where the question came in, "" for one from before that was kept; ``rating`` is
    what the patron gave it at the end, 1 to 5, 0 for none, ``rating_asked`` when they were asked.
    For the figures: ``first_answer`` is when a human first said a word to the patron,
    ``first_held`` when it was first kept for another hour (0: never); ``asked_lines`` and
    ``answer_lines`` count the messages of the patron and of who answered, without corrections.
    """

    number: int
    patron: Patron
    desk: str
    opened: float
    state: SessionState = SessionState.WAITING
    owner: str = ""
    since: float = 0.0
    closed: float = 0.0
    ended_by: str = ""
    patron_spoke: float = 0.0
    rounded_off: int = 0
    owner_spoke: float = 0.0
    lines: list[Message] = field(default_factory=list)
    offers: dict[str, Offer] | None = None
    shown: dict[str, int] | None = None
    heard: Heard | None = None
    answered: Heard | None = None
    to_staff: dict[str, int] | None = None
    to_patron: dict[str, Awaited] | None = None
    unreached: list[Message] | None = None
    owner_gone: float = 0.0
    reserved: str = ""
    former: str = ""
    passed: bool = False
    why: str = ""
    place_told: int = 0
    reassure_at: float = 0.0
    reassurances: int = 0
    order_told: bool = False
    reminded: float = 0.0
    due: float = 0.0
    earlier: tuple[Message, ...] = ()
    outcome: str = ""
    read: int = 0
    practice: bool = False
    guests: tuple[str, ...] = ()
    partner: str = ""
    suggested: tuple[str, ...] = ()
    reading: str = ""
    channel: str = ""
    rating: int = 0
    rating_asked: float = 0.0
    first_answer: float = 0.0
    first_held: float = 0.0
    asked_lines: int = 0
    answer_lines: int = 0

    @property
    def open(self) -> bool:
        """Whether it still waits, is held or is being served, here or abroad."""
        return self.state is not SessionState.CLOSED


@dataclass(frozen=True, slots=True)
class Preview:
    """A canned answer as somebody was shown it ``at`` a time (Unix seconds), not sent yet."""

    text: str
    at: float


@dataclass(slots=True)
class Duty:
    """One librarian's own settings, which no configuration overrides upward.

    ``signed_off`` by ``!off``; ``limit`` by ``!limit`` (None: as in the agreement);
    ``last_claim`` orders the least loaded. ``until`` is when their duty ends by their own word,
    ``ended`` when it has ended and not begun again, ``desks_off`` the desks they do not serve for
    now, ``swamped`` until when offers to them come slowly, ``asked`` when they were asked whether
    they are still there. All times are Unix seconds, 0 where there is none.
    """

    name: str
    signed_off: bool = False
    limit: int | None = None
    last_claim: float = 0.0
    subscribed: bool = False
    until: float = 0.0
    desks_off: tuple[str, ...] = ()
    swamped: float = 0.0
    asked: float = 0.0
    ended: float = 0.0


class Duties(dict[str, Duty]):
    """The settings of librarians by staff name, made on first need."""

    def __missing__(self, name: str) -> Duty:
        duty = self[name] = Duty(name)
        return duty


@dataclass(slots=True)
class Rehearsal:
    """One made-up patron, at the local part ``local``, asked for by the staff member ``staff``.

    ``lines`` are what it has still to say, ``heard`` whether it was answered since it spoke last,
    ``for_all`` whether everybody on duty may answer. It is not kept: a restart ends it.

    ``canary`` is the daily check that it is, if it is one; then nobody has asked for it, and
    ``awaits`` is the stanza id of the answer that imref itself has given.
    """

    local: str
    staff: str
    desk: str
    lines: list[Text]
    for_all: bool = False
    heard: bool = False
    canary: Canary | None = None
    awaits: str = ""
