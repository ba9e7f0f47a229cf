"""The config as a model: every key with its explanation, unit, default and bounds."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from imref.config.canned import CannedAnswers
from imref.config.hours import Hours
from imref.config.kinds import (
    SUGGESTION,
    BareJid,
    ConfiguredPath,
    CredentialPath,
    Decimal,
    Domain,
    Duration,
    LocalPart,
    Unit,
    Whole,
)
from imref.config.mail import MailOut
from imref.config.order import FIRST_COME, Order, StatusWords, channels_of
from imref.config.partners import Partner
from imref.config.secrets import read_secret
from imref.config.section import Section
from imref.config.wording import Language, OwnPhrases, wording
from imref.desk import agreement as desk
from imref.desk.agreement import Agreement, Strategy
from imref.desk.faq import Page
from imref.desk.model import ALIAS_PREFIX
from imref.desk.rehearsals import PRACTICE_PREFIX

LONGEST_DAY = 86400.0


class Component(Section):
    """How imref reaches its XMPP server (XEP-0114, the component protocol)."""

    domain: Domain = Field(
        description="The domain that imref answers for. Patrons write to a desk at this domain; "
        "the server must know it as an external component.",
        examples=["ref.library.example"],
    )
    host: str = Field(
        default="localhost",
        min_length=1,
        description="Where the XMPP server listens for components. The component protocol is not "
        "encrypted: keep it on one machine or on a trusted line.",
    )
    port: Whole = Field(
        default=5347,
        ge=1,
        le=65535,
        description="The port on which the server listens for components.",
    )
    secret: SecretStr | None = Field(
        default=None,
        min_length=1,
        description="The secret that the server and imref share. Give this or secret_file.",
        examples=["change-me"],
    )
    secret_file: CredentialPath | None = Field(
        default=None,
        validate_default=True,
        description="A file that holds nothing but the secret, so that this file may be read by "
        "more people. A relative path is looked up in the folder that systemd puts credentials "
        "into (LoadCredential, $CREDENTIALS_DIRECTORY), then in the folder of this file.",
    )

    @field_validator("secret_file")
    @classmethod
    def _exactly_one_secret(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if "secret" not in info.data:
            return path
        if path is None:
            if info.data["secret"] is None:
                raise ValueError("is missing: give component.secret or component.secret_file")
            return None
        if info.data["secret"] is not None:
            raise ValueError("give either component.secret or component.secret_file, not both")
        if (info.context or {}).get("secret", True):
            read_secret(path)
        return path

    def with_secret(self) -> Self:
        """The same with ``secret`` filled in from ``secret_file``, if it is kept there."""
        if self.secret_file is None:
            return self
        return self.model_copy(update={"secret": read_secret(self.secret_file)})

    @property
    def password(self) -> str:
        """The shared secret in the clear: for the handshake and nothing else."""
        return self.secret.get_secret_value() if self.secret else ""


def _check_desk_name(name: str) -> str:
    if name.startswith(ALIAS_PREFIX):
        raise ValueError(f'a desk must not begin with "{ALIAS_PREFIX}": patrons\' aliases do')
    if name.startswith(PRACTICE_PREFIX):
        raise ValueError(f'a desk must not begin with "{PRACTICE_PREFIX}": rehearsals do')
    return name


DeskName = Annotated[LocalPart, AfterValidator(_check_desk_name)]


class Desk(Section):
    """A public address and the staff behind it. The key is the part before the @."""

    title: str = Field(
        min_length=1,
        description="What patrons and staff see as the name of this desk.",
        examples=["Ask a librarian"],
    )
    strategy: Strategy = Field(
        default=Strategy.EVERYONE,
        description="How a waiting question is offered within a tier. everyone: to all at once, "
        "the first answer takes it. least_loaded: to one at a time, fewest sessions first, then "
        "whoever has had none for longest. in_order: to one at a time, as listed.",
    )
    tiers: list[Annotated[list[str], Field(min_length=1)]] = Field(
        min_length=1,
        description="Who serves this desk: lists of names from the staff section. A question goes "
        "to the first tier; when nobody takes it, the next tier is asked as well (timings.widen).",
        examples=[[["ana", "ben"], ["cleo"]]],
    )
    hours: Annotated[Hours | None, SUGGESTION] = Field(
        default=None,
        description="Where the hours of this desk differ from those of the section hours: the "
        "same keys, and what is left out is as there.",
        examples=[{"weekly": {"mon-fri": "10:00-16:00"}}],
    )
    order: Annotated[Order, SUGGESTION] = Field(
        default=FIRST_COME,
        description="The order of service: a list of walk_in, phone and im (messages). A librarian "
        "who is with somebody that comes before messages (!walkin, !phone) is offered none. "
        "first_come: they are asked only when nobody else can answer.",
        examples=[["walk_in", "phone", "im"]],
    )
    order_text: Annotated[str, SUGGESTION] = Field(
        default="",
        description="How the library says its order of service to a waiting patron, once. Without "
        "it, a sentence is made from order.",
        examples=["People at the desk come first, then the phone, then messages."],
    )
    supervisors: Annotated[list[str], SUGGESTION] = Field(
        default=[],
        description="Who is told when something at this desk is not as agreed: names from the "
        "staff section.",
        examples=[["cleo"]],
    )
    partners: Annotated[list[Partner], SUGGESTION] = Field(
        default=[],
        description="Other libraries that answer while this desk cannot; the first whose hours "
        "cover the moment is asked.",
        examples=[
            [
                {
                    "address": "ask@ref.other.example",
                    "title": "Other City Library",
                    "when": "22:00-8:00",
                }
            ]
        ],
    )


class StaffMember(Section):
    """One librarian. The key is the name that colleagues use in commands (!transfer ben)."""

    address: BareJid = Field(
        description="Their own Jabber address, without a device. Patrons never see it.",
        examples=["ana@library.example"],
    )
    screen_name: str | None = Field(
        default=None,
        min_length=1,
        description="The name that patrons read. Without it, the key with a capital letter.",
        examples=["Ana"],
    )
    real_name: str | None = Field(
        default=None,
        min_length=1,
        description="The name that colleagues read beside the screen name. No patron ever does.",
        examples=["Anna Meier"],
    )
    shift: Annotated[Hours | None, SUGGESTION] = Field(
        default=None,
        description="The hours of duty agreed with them, with the keys of the section hours; what "
        "is left out is as there. Outside these nothing is offered to them unless they say !on. "
        "Without it they are on duty whenever their client shows that they are available.",
        examples=[{"weekly": {"mon-thu": "9:00-13:00", "fri": "13:00-17:00"}}],
    )
    limit: Whole = Field(
        default=2,
        ge=1,
        le=20,
        description="How many patrons they serve at once, until they set their own with !limit.",
    )
    language: Language | None = Field(
        default=None,
        description="The language in which imref speaks with them. Without it, the library's.",
    )

    def agreed(self, name: str, library: Hours) -> desk.StaffMember:
        """What the rules know of this librarian, whose key is ``name``, at this library."""
        return desk.StaffMember(
            name,
            self.address,
            self.screen_name or name.capitalize(),
            self.limit,
            self.real_name or "",
            shift=self.shift.inheriting(library).agreed() if self.shift else None,
            language=self.language or "",
        )


class Timings(Section):
    """How long things may take: seconds, or with a unit ("20 s", "4 min", "1 h")."""

    offer: Duration = Field(
        default=20.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long one librarian is asked before the question goes to the next.",
    )
    widen: Duration = Field(
        default=40.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a question waits before the next tier is asked as well.",
    )
    decline_pause: Duration = Field(
        default=20.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long a librarian who declined is offered nothing.",
    )
    grace: Duration = Field(
        default=60.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long a librarian who goes offline in the middle of a session keeps it, "
        "before it is offered again and the patron is told.",
    )
    comeback: Duration = Field(
        default=600.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after the close a patron who writes again comes back to the same "
        "librarian.",
    )
    silent_owner: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a librarian may leave a patron without an answer. After that a "
        "session in which they have said nothing yet is offered again; in others they are "
        "reminded.",
    )
    reassure: Duration = Field(
        default=45.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a waiting patron goes without a word before they are told that "
        "the question is not forgotten, and their place. Each wait is twice the one before.",
    )
    remind_idle: Duration = Field(
        default=240.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long after the librarian's last word a silent patron is asked whether "
        "they are still there.",
    )
    close_idle: Duration = Field(
        default=360.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long after the librarian's last word the session of a silent patron is "
        "closed.",
    )

    closing_grace: Duration = Field(
        default=300.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after a desk has closed its staff are signed off, those in a "
        "session when it ends.",
    )
    unstaffed: Duration = Field(
        default=300.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a desk may be open with nobody on duty before its supervisors are "
        "told.",
    )
    choice: Duration = Field(
        default=60.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a patron waits at a desk without anybody on duty before they are "
        "offered to leave the question.",
    )
    hold: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long a question waits at an open desk with nobody on duty before it is "
        "kept: the patron need not stay, and whoever comes is dealt it.",
    )
    there: Duration = Field(
        default=30.0,
        ge=1,
        le=600,
        description="How long a patron may take for a sign of life (a receipt, a chat state, a "
        "word) when their kept question is dealt. Without one it becomes a follow-up.",
    )
    deal: Duration = Field(
        default=60.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long one librarian is left in peace between two kept questions; the next "
        "one comes only when the one before was answered, handed on or let run out.",
    )
    partner_pause: Duration = Field(
        default=15.0,
        ge=5,
        le=600,
        description="How long after a patron was told that a partner would answer their question "
        "goes there, if they have said neither yes nor no.",
    )
    partner_patience: Duration = Field(
        default=900.0,
        ge=60,
        le=LONGEST_DAY,
        description="How long a partner may leave a patron without an answer before the question "
        "comes back to us.",
    )
    shift_grace: Duration = Field(
        default=900.0,
        ge=0,
        le=LONGEST_DAY,
        description="How long after the end of their hours a librarian stays on duty, before they "
        "are signed off unless they say that they are still there.",
    )
    objection: Duration = Field(
        default=90.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long before that they are asked.",
    )
    overtime: Duration = Field(
        default=3600.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long they stay on duty when they do, and with !on outside their hours.",
    )
    swamped: Duration = Field(
        default=600.0,
        ge=1,
        le=LONGEST_DAY,
        description="How long the next tier is asked at once, and the caller last, after !swamped.",
    )
    engagement: Duration = Field(
        default=300.0,
        ge=60,
        le=8 * 3600.0,
        description="How long a walk-in or a call is expected to last when the librarian does not "
        "say (!walkin, !phone).",
    )
    engagement_limit: Duration = Field(
        default=600.0,
        ge=60,
        le=LONGEST_DAY,
        description="From how long a walk-in or a call the librarian's own patrons may choose a "
        "colleague instead.",
    )
    engagement_objection: Duration = Field(
        default=90.0,
        ge=10,
        le=LONGEST_DAY,
        description="How long a librarian whose walk-in or call should be over has to say that it "
        "is not, before they count as back.",
    )
    block: Duration = Field(
        default=LONGEST_DAY,
        ge=60,
        le=366 * LONGEST_DAY,
        description="How long a patron is blocked when the librarian does not say (!block).",
    )

    promise_reminder: Duration = Field(
        default=3600.0,
        ge=1,
        le=30 * LONGEST_DAY,
        description="How long before a promised answer is due its librarian is reminded, once, "
        "when they are online. They are told once more when it is late.",
    )
    promise_grace: Duration = Field(
        default=3600.0,
        ge=1,
        le=30 * LONGEST_DAY,
        description="How long after a promised answer was due the supervisors of the desk are "
        "told, once.",
    )

    @field_validator("close_idle")
    @classmethod
    def _closes_after_the_reminder(cls, value: float, info: ValidationInfo) -> float:
        if value <= info.data.get("remind_idle", 0.0):
            raise ValueError("must be longer than timings.remind_idle")
        return value


class Bounds(Section):
    """What one sender may ask of imref. The surplus is refused (resource-constraint)."""

    message_length: Annotated[Whole, Unit("characters")] = Field(
        default=16_000,
        ge=100,
        le=30_000,
        description="The longest message that is taken.",
    )
    patron_burst: Annotated[Decimal, Unit("messages")] = Field(
        default=20.0,
        ge=1,
        le=10_000,
        description="How many messages a patron may send in one go.",
    )
    patron_rate: Annotated[Decimal, Unit("messages a second")] = Field(
        default=1.0,
        gt=0,
        le=1_000,
        description="How many messages a patron may send in the long run.",
    )
    domain_burst: Annotated[Decimal, Unit("sessions")] = Field(
        default=30.0,
        ge=1,
        le=100_000,
        description="How many new sessions the patrons of one domain may open in one go.",
    )
    domain_rate: Annotated[Decimal, Unit("sessions a second")] = Field(
        default=0.5,
        gt=0,
        le=10_000,
        description="How many new sessions the patrons of one domain may open in the long run.",
    )


class Show(StrEnum):
    """What a client shows of its owner (RFC 6121, section 4.7.2.1)."""

    AVAILABLE = "available"
    CHAT = "chat"
    AWAY = "away"
    XA = "xa"
    DND = "dnd"


class DutyRule(Section):
    """Presence is duty: which of a librarian's states mean that questions may be offered."""

    shows: frozenset[Show] = Field(
        default=frozenset({Show.AVAILABLE, Show.CHAT}),
        min_length=1,
        description="The states that count as on duty, out of available, chat, away, xa and dnd.",
    )


class Script(Section):
    """What a made-up patron says in a rehearsal (!practice), after which it thanks and says bye."""

    question: Annotated[str, Field(min_length=1)] = Field(
        description="The question that it comes with.",
        examples=["Do you have a map of the town from about 1923?"],
    )
    further: list[Annotated[str, Field(min_length=1)]] = Field(
        default=[],
        description="What it says next, a line after each answer.",
        examples=[["Can I see it on a Saturday?"]],
    )


class LogFormat(StrEnum):
    """How a log line is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """The least important line that is written."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Log(Section):
    """What imref writes to standard error, where systemd picks it up."""

    format: LogFormat = Field(
        default=LogFormat.TEXT,
        description="text: key=value lines for people. json: one object a line.",
    )
    level: LogLevel = Field(
        default=LogLevel.INFO,
        description="The least important line that is written: debug, info, warning or error. "
        "What people write to each other is never logged.",
    )


class Config(Section):
    """Everything that imref is told."""

    component: Component = Field(description=Component.__doc__)
    database: ConfiguredPath = Field(
        default=Path("/var/lib/imref/imref.sqlite"),
        validate_default=True,
        description="The SQLite file that keeps every message. It is made when it is not there; "
        "its folder must exist, on a local disk, and belong to the user that imref runs as. A "
        "relative path is meant from the folder of this file.",
    )
    desks: dict[DeskName, Desk] = Field(
        min_length=1,
        description=Desk.__doc__,
        examples=[
            {
                "ask": {},
                "law": {"title": "Law library", "strategy": "in_order", "tiers": [["cleo", "ana"]]},
            }
        ],
    )
    staff: dict[LocalPart, StaffMember] = Field(
        min_length=1,
        description=StaffMember.__doc__,
        examples=[
            {
                "ana": {},
                "ben": {"address": "ben@library.example", "limit": 3},
                "cleo": {"address": "cleo@library.example", "screen_name": "Dr Cleo"},
            }
        ],
    )
    hours: Hours = Field(default_factory=Hours, description=Hours.__doc__)
    faq: Annotated[ConfiguredPath | None, SUGGESTION] = Field(
        default=None,
        description="The folder of the library's help pages (docs/faq.md). They are searched for "
        "what a patron asks while nobody is there, and up to three are offered. A relative path "
        "is meant from the folder of this file.",
        examples=["faq"],
    )
    timings: Timings = Field(default_factory=Timings, description=Timings.__doc__)
    bounds: Bounds = Field(default_factory=Bounds, description=Bounds.__doc__)
    mail: MailOut = Field(default_factory=MailOut, description=MailOut.__doc__)
    duty: DutyRule = Field(default_factory=DutyRule, description=DutyRule.__doc__)
    practice: Annotated[list[Script], SUGGESTION] = Field(
        default=[],
        description="Scripts for rehearsals (!practice), which take turns. Without any, imref has "
        "some of its own, in the library's language.",
        examples=[[{"question": "Is the 1923 map online?", "further": ["Can I come and see it?"]}]],
    )
    status_words: StatusWords = Field(default_factory=StatusWords, description=StatusWords.__doc__)
    canned: Annotated[CannedAnswers, SUGGESTION] = Field(
        default={},
        description="Answers kept ready for all librarians, by keyword: !say hours shows one, "
        "!send sends it. hours.de is what patrons who read German get instead. Librarians add "
        "others by command (!canned), and cannot change these.",
        examples=[{"hours": "We open at 9:00 and close at 18:00; on Saturdays at 13:00."}],
    )
    log: Log = Field(default_factory=Log, description=Log.__doc__)
    language: Language = Field(
        default="en",
        description="The language in which imref speaks with staff, and with patrons whose "
        "messages do not say theirs: en, de, es or fr, with the region if you like (en-US).",
    )
    doubted_languages: frozenset[Language] = Field(
        default=frozenset(),
        description="Languages in which imref does not believe a message to be only because it is "
        "marked so. Many clients mark every message as English; where few people write it, "
        "[en] keeps to the library's language. Whoever writes a command in it (help) reads it.",
    )
    phrases: OwnPhrases = Field(
        default_factory=dict,
        description="Sentences of your own in place of those in docs/phrases.md, by their key: "
        'one text for every language (closed_by_patron: "Good-bye!"), or one for each '
        '(closed_by_patron: {en: "Good-bye!", de: "Auf Wiedersehen!"}). Keep words in braces.',
    )

    _pages: tuple[Page, ...] = PrivateAttr(default=())

    @property
    def pages(self) -> tuple[Page, ...]:
        """The help pages in the folder ``faq``, once they have been read."""
        return self._pages

    def with_pages(self, pages: tuple[Page, ...]) -> Self:
        """The same config with these help pages."""
        copy = self.model_copy()
        copy._pages = pages
        return copy

    def agreement(self) -> Agreement:
        """What the rules need to know of the library."""
        return Agreement(
            domain=self.component.domain,
            desks={name: self._desk(name, section) for name, section in self.desks.items()},
            staff={
                section.address: section.agreed(name, self.hours)
                for name, section in self.staff.items()
            },
            timings=desk.Timings(**self.timings.model_dump()),
            bounds=desk.Bounds(**self.bounds.model_dump()),
            on_duty_shows=frozenset(show.value for show in self.duty.shows),
            language=self.language,
            mails=bool(self.mail.server),
            wording=wording(self.language, self.phrases, self.doubted_languages),
            pages={page.slug: page for page in self._pages},
            practice=tuple(
                desk.Script(script.question, tuple(script.further)) for script in self.practice
            ),
            status_words=self.status_words.agreed(),
            canned=self.canned,
        )

    def _desk(self, name: str, section: Desk) -> desk.Desk:
        hours = self.hours_of(section).agreed()
        return desk.Desk(
            name,
            section.title,
            tuple(tuple(tier) for tier in section.tiers),
            section.strategy,
            hours=hours,
            order=channels_of(section.order),
            order_text=section.order_text,
            supervisors=tuple(section.supervisors),
            partners=tuple(partner.agreed(hours) for partner in section.partners),
        )

    def hours_of(self, section: Desk) -> Hours:
        """The hours of a desk: its own, and what they leave out from the library's."""
        return section.hours.inheriting(self.hours) if section.hours else self.hours
