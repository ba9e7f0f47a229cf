"""The config as a whole: its sections, and the agreement that they make."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    Field,
    PrivateAttr,
)

from imref.config.bounds import Bounds
from imref.config.canary import Canary
from imref.config.canned import CannedAnswers
from imref.config.component import Component
from imref.config.dashboard import Dashboard
from imref.config.desks import Desk, DeskName
from imref.config.duty import DutyRule
from imref.config.figures import Figures
from imref.config.files import Files
from imref.config.hours import Hours
from imref.config.kinds import (
    SUGGESTION,
    ConfiguredPath,
    LocalPart,
)
from imref.config.log import Log
from imref.config.mail import MailOut
from imref.config.order import StatusWords, channels_of
from imref.config.pilot import Pilot
from imref.config.practice import Script
from imref.config.reports import Reports
from imref.config.section import Section
from imref.config.staff import StaffMember
from imref.config.staff_room import StaffRoom
from imref.config.timings import Timings
from imref.config.web import Web
from imref.config.wording import Language, OwnPhrases, wording
from imref.desk import agreement as desk
from imref.desk.agreement import Agreement
from imref.desk.night.faq import Page
from imref.pictures import Image


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
    files: Files = Field(default_factory=Files, description=Files.__doc__)
    staff_room: StaffRoom = Field(default_factory=StaffRoom, description=StaffRoom.__doc__)
    practice: Annotated[list[Script], SUGGESTION] = Field(
        default=[],
        description="Scripts for rehearsals (!practice), which take turns. Without any, imref has "
        "some of its own, in the library's language.",
        examples=[[{"question": "Is the 1923 map online?", "further": ["Can I come and see it?"]}]],
    )
    canary: Canary = Field(default_factory=Canary, description=Canary.__doc__)
    pilot: Pilot = Field(default_factory=Pilot, description=Pilot.__doc__)
    reports: Reports = Field(default_factory=Reports, description=Reports.__doc__)
    status_words: StatusWords = Field(default_factory=StatusWords, description=StatusWords.__doc__)
    ratings: bool = Field(
        default=True,
        description="Whether patrons are asked at the end of a conversation with a librarian how "
        "it was, from 1 to 5. Librarians see how many said what of theirs (!mine), never who.",
    )
    figures: Figures = Field(default_factory=Figures, description=Figures.__doc__)
    canned: Annotated[CannedAnswers, SUGGESTION] = Field(
        default={},
        description="Answers kept ready for all librarians, by keyword: !say hours shows one, "
        "!send sends it. hours.de is what patrons who read German get instead. Librarians add "
        "others by command (!canned), and cannot change these.",
        examples=[{"hours": "We open at 9:00 and close at 18:00; on Saturdays at 13:00."}],
    )
    web: Annotated[Web | None, SUGGESTION] = Field(
        default=None,
        description="The library's chat page, which imref then serves (docs/web.md). Without this "
        "section there is none.",
        examples=[
            {
                "address": "https://ask.library.example",
                "guests": "guest.library.example",
                "secret": "change-me-to-what-openssl-rand-prints",
                "origins": ["https://www.library.example"],
            }
        ],
    )
    dashboard: Dashboard = Field(default_factory=Dashboard, description=Dashboard.__doc__)
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

    @property
    def pictures(self) -> dict[str, Image]:
        """The library's pictures by the name of a desk; "" is for all that have no other."""
        own = {"": self.component.avatar, **{n: desk.avatar for n, desk in self.desks.items()}}
        return {name: picture for name, picture in own.items() if picture is not None}

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
            staff_room=self.staff_room.agreed(),
            ratings=self.ratings,
            guest_domain=self.web.guests if self.web else "",
            files=self.files.agreed(),
            canary=self.canary.agreed(next(iter(self.desks))),
            per_person=self.figures.per_person,
            pilot_at=self.pilot.agreed(),
            weekly_report=self.reports.agreed(),
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
            files=section.files,
        )

    def hours_of(self, section: Desk) -> Hours:
        """The hours of a desk: its own, and what they leave out from the library's."""
        return section.hours.inheriting(self.hours) if section.hours else self.hours
