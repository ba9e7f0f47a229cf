"""The library's agreement: who serves which desk, in what order, for how long."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from imref.desk.calendar.hours import ALWAYS, Hours
from imref.desk.night.faq import Page
from imref.desk.talk.file_rules import FilePolicy, FileRules
from imref.desk.wording import Wording


class Strategy(StrEnum):
    """How a waiting question is offered within a tier."""

    EVERYONE = "everyone"
    LEAST_LOADED = "least_loaded"
    IN_ORDER = "in_order"


class PerPerson(StrEnum):
    """Who sees figures of one librarian: nobody, they themselves, or supervisors as well."""

    NOBODY = "nobody"
    SELF = "self"
    SUPERVISORS = "supervisors"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One librarian as the agreement knows them.

    ``name`` is the key in the config and in the store, ``address`` their bare JID (ops only),
    ``screen_name`` what patrons read, ``limit`` how many patrons at once, ``real_name`` what
    colleagues read if it is another, ``shift`` the hours of duty agreed with them (None: all),
    ``language`` what they read themselves ("": the library's own).
    """

    name: str
    address: str
    screen_name: str
    limit: int = 2
    real_name: str = ""
    shift: Hours | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """Another library that answers at certain hours: its public address (a bare JID)."""

    address: str
    when: Hours
    title: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A public address (``name`` is its local part) and the staff behind it, tier by tier.

    ``order`` is in which order the channels are served ("walk_in", "phone", "im"; none: first
    come, first served), ``order_text`` how the library says so to patrons. ``supervisors`` are
    staff names who hear of what is wrong, ``partners`` other libraries that cover at times,
    ``files`` what becomes of files here, where it is not what is agreed on for all desks.
    """

    name: str
    title: str
    tiers: tuple[tuple[str, ...], ...]
    strategy: Strategy = Strategy.EVERYONE
    hours: Hours = ALWAYS
    order: tuple[str, ...] = ()
    order_text: str = ""
    supervisors: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    files: FilePolicy | None = None

    staff: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Everybody who serves this desk, first tier first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "staff", tuple(name for tier in self.tiers for name in tier))


@dataclass(frozen=True, slots=True)
class Timings:
    """How long things may take, all in seconds. The defaults are the field's own numbers."""

    offer: float = 20.0
    widen: float = 40.0
    decline_pause: float = 20.0
    grace: float = 60.0
    comeback: float = 600.0
    silent_owner: float = 90.0
    reassure: float = 45.0
    remind_idle: float = 240.0
    close_idle: float = 360.0
    promise_reminder: float = 3600.0
    promise_grace: float = 3600.0
    closing_grace: float = 300.0
    unstaffed: float = 300.0
    choice: float = 60.0
    engagement: float = 300.0
    engagement_limit: float = 600.0
    engagement_objection: float = 90.0
    block: float = 86_400.0
    partner_pause: float = 15.0
    partner_patience: float = 900.0
    shift_grace: float = 900.0
    objection: float = 90.0
    overtime: float = 3600.0
    swamped: float = 600.0
    hold: float = 90.0
    there: float = 30.0
    left: float = 45.0
    left_waiting: float = 600.0
    deal: float = 60.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one sender may ask of us: message length in characters, and token buckets.

    A patron's bucket holds ``patron_burst`` messages and refills at ``patron_rate`` a second;
    new sessions from one domain are held to ``domain_burst`` and ``domain_rate`` likewise.
    ``unanswered`` is how many messages of a waiting patron are taken before anybody has answered.
    """

    message_length: int = 16_000
    patron_burst: float = 20.0
    patron_rate: float = 1.0
    domain_burst: float = 30.0
    domain_rate: float = 0.5
    unanswered: int = 50


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """A group chat of the staff (XEP-0045) in which the desk sits as ``nick``.

    ``address`` is the room's bare JID, ``desks`` the names of those that it hears of (none: all).
    ``show_questions`` is whether a question may be read there.
    """

    address: str
    nick: str
    desks: tuple[str, ...] = ()
    show_questions: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What a made-up patron says in a rehearsal: a question, then a line after each answer."""

    question: str
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DailyCheck:
    """A question of imref's own that takes the whole way once a day (`canary`).

    It comes ``at`` so many minutes after midnight, on the clock of its ``desk``, and is to be
    answered ``within`` seconds: ``by_staff``, or by imref itself.
    """

    desk: str
    at: int
    by_staff: bool = False
    within: float = 60.0


@dataclass(frozen=True, slots=True)
class WeeklyReport:
    """Who is sent the figures of the week, on which ``day`` (0 is Monday) and when.

    ``minutes`` are counted from midnight on the clock of the first desk; ``staff`` are names,
    ``mail`` addresses, ``language`` is that of the mail ("": the library's own).
    """

    day: int
    minutes: int
    staff: tuple[str, ...] = ()
    mail: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything the rules need to know of the library. ``staff`` is keyed by bare JID.

    ``language`` is the library's own (a language tag), ``wording`` how it says things in this one
    and in others, ``mails`` whether it sends mail. ``status_words`` are what librarians write
    into their own client's status, by the channel that keeps them busy; ``canned`` are answers kept
    ready for all of them, by keyword. ``practice`` are the scripts of rehearsals; without any, the
    house's own. ``pages`` are the library's help pages by name, ``staff_room`` is the group chat of
    the staff, if they have one. ``guest_domain`` is the host on which the visitors of the web page
    live, ``ratings`` whether patrons are asked at the end how it was, ``files`` what becomes of
    files, ``canary`` the daily check, if there is one. ``per_person`` is who sees the figures of
    one librarian (`disclosure`), ``weekly_report`` who is sent those of the week, if anybody is,
    ``pilot_at`` when supervisors are told of a pilot (minutes after midnight; None: never).
    """

    domain: str
    desks: Mapping[str, Desk]
    staff: Mapping[str, StaffMember]
    timings: Timings = field(default_factory=Timings)
    bounds: Bounds = field(default_factory=Bounds)
    on_duty_shows: frozenset[str] = frozenset({"available", "chat"})
    language: str = "en"
    mails: bool = False
    status_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    canned: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)
    practice: tuple[Script, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)
    staff_room: StaffRoom | None = None
    guest_domain: str = ""
    ratings: bool = True
    files: FileRules = field(default_factory=FileRules)
    canary: DailyCheck | None = None
    per_person: PerPerson = PerPerson.SELF
    pilot_at: int | None = None
    weekly_report: WeeklyReport | None = None

    _by_name: Mapping[str, StaffMember] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {person.name: person for person in self.staff.values()}
        object.__setattr__(self, "_by_name", by_name)

    def member(self, name: str) -> StaffMember | None:
        """The staff member with this name, or None when the agreement no longer has them."""
        return self._by_name.get(name)

    def partner_title(self, address: str) -> str:
        """What people read for a partner; the address when the agreement has them no longer."""
        partners = (partner for desk in self.desks.values() for partner in desk.partners)
        return next((each.title for each in partners if each.address == address), address)
