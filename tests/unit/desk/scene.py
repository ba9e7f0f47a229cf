"""People at a desk, for tests that read like a play.

    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.was_told(phrases.OFFER)
    ana.replies("In the map room.", to=pat)
    pat.was_told("In the map room.")

``was_told`` and its kin look at what the last step (one event, or one ``passes``) brought about.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from imref.config.weekly import parse_days, parse_spans
from imref.desk.agreement import Agreement, Bounds, Desk, StaffMember, Strategy, Timings
from imref.desk.calendar.hours import ALWAYS, Hours
from imref.desk.effects import OWN_ID_PREFIX, Acknowledge, Convey, Effect, Refuse, Say
from imref.desk.events import (
    Bounced,
    ClockTicked,
    Delivered,
    Event,
    LinkDown,
    LinkUp,
    PresenceChanged,
    Said,
    Typed,
)
from imref.desk.ledger import Ledger
from imref.desk.model import Patron, Session
from imref.desk.phrases import Phrase
from imref.desk.records import Done, Stint
from imref.desk.room import Room
from imref.desk.switchboard import Switchboard

START = 1_000_000.0
"""A Monday in 1970, at 13:46:40 UTC."""

DOMAIN = "ref.library.example"

E = TypeVar("E", bound=Effect)


def address_of(name: str) -> str:
    """The bare JID of somebody on the staff."""
    return f"{name}@staff.example"


def librarian(name: str, limit: int = 2, screen_name: str = "", **more: Any) -> StaffMember:
    """Somebody on the staff, whose screen name is their name with a capital."""
    return StaffMember(name, address_of(name), screen_name or name.capitalize(), limit, **more)


def desk(
    name: str,
    *tiers: Sequence[str],
    strategy: Strategy = Strategy.EVERYONE,
    title: str = "",
    hours: Hours = ALWAYS,
    supervisors: Sequence[str] = (),
    **more: Any,
) -> Desk:
    """A desk with these tiers of staff names."""
    title = title or f"The {name} desk"
    return Desk(
        name,
        title,
        tuple(map(tuple, tiers)),
        strategy,
        hours=hours,
        supervisors=tuple(supervisors),
        **more,
    )


def week(days: str, *spans: str, zone: str = "UTC") -> Hours:
    """Hours in the words of the config: ``week("mon-fri", "9:00-12:30", "14:00-18:00")``."""
    found = tuple(span for text in spans for span in parse_spans(text))
    on = parse_days(days)
    return Hours(ZoneInfo(zone), tuple(found if day in on else () for day in range(7)))


def agreement(
    *desks: Desk,
    staff: Iterable[StaffMember] = (),
    timings: Mapping[str, float] | None = None,
    bounds: Mapping[str, Any] | None = None,
    **more: Any,
) -> Agreement:
    """Two desks unless told otherwise: Ana and Ben at *ask*, Cleo behind them and at *law*."""
    desks = desks or (desk("ask", ("ana", "ben"), ("cleo",)), desk("law", ("cleo",)))
    members = {member.name: member for member in staff}
    for name in dict.fromkeys(name for each in desks for name in each.staff):
        members.setdefault(name, librarian(name))
    return Agreement(
        DOMAIN,
        {each.name: each for each in desks},
        {member.address: member for member in members.values()},
        replace(Timings(), **(timings or {})),
        replace(Bounds(), **(bounds or {})),
        **more,
    )


class Scene:
    """A switchboard, a clock, and what the last step brought about."""

    def __init__(
        self,
        agreed: Agreement | None = None,
        *,
        on_duty: Iterable[str] = ("ana", "ben"),
        ledger: Ledger | None = None,
        now: float = START,
    ) -> None:
        self.agreed = agreed or agreement()
        self.now = now
        self.switchboard = Switchboard(self.agreed, ledger or Ledger(), self.now)
        self.effects: list[Effect] = []
        self.ids = count(1)
        self.happens(LinkUp())
        for name in on_duty:
            self.staff(name).shows("available")

    @property
    def room(self) -> Room:
        """What the desk remembers."""
        return self.switchboard.room

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        """One step: ``event``, ``after`` seconds later than the last one."""
        self.now += after
        self.effects = self.switchboard.handle(event, self.now)
        return self.effects

    def passes(self, seconds: float) -> list[Effect]:
        """Let time pass, with a tick whenever one is due."""
        end = self.now + seconds
        effects: list[Effect] = []
        while (due := self.switchboard.next_due()) is not None and due <= end:
            self.now = max(self.now, due)
            effects += self.switchboard.handle(ClockTicked(), self.now)
        self.now = end
        effects += self.switchboard.handle(ClockTicked(), self.now)
        self.effects = effects
        return effects

    def until(self, time: str) -> list[Effect]:
        """Let time pass until the clock in UTC shows ``time`` ("18:00") the next time."""
        hour, minute = map(int, time.split(":"))
        return self.passes((hour * 3600 + minute * 60 - self.now) % 86400)

    def link_is_lost(self) -> None:
        """The stream to the server breaks."""
        self.happens(LinkDown())

    def link_is_back(self) -> None:
        """The stream is up again; presence has yet to come."""
        self.happens(LinkUp())

    def patron(self, name: str, desk: str = "ask") -> "PatronAt":
        """Somebody who writes to ``desk``."""
        return PatronAt(self, f"{name}@home.example", desk)

    def staff(self, name: str) -> "Librarian":
        """Somebody on the staff."""
        return Librarian(self, address_of(name), name)

    def partner(self, address: str) -> "PartnerLibrary":
        """Another library, at its public address."""
        return PartnerLibrary(self, address)

    def of_kind(self, kind: type[E]) -> list[E]:
        """The last step's effects of one kind, but for notes of commands done and of duty."""
        found = [effect for effect in self.effects if isinstance(effect, kind)]
        notes = Done | Stint
        return [each for each in found if not isinstance(getattr(each, "record", None), notes)]


class Person:
    """What patrons and librarians have in common: they write, and they are told."""

    def __init__(self, scene: Scene, address: str) -> None:
        self.scene = scene
        self.address = address

    def writes(self, body: str, to: str, **more: Any) -> str:
        """A message from one of their devices; returns its stanza id."""
        stanza = more.pop("id", None)
        name = f"{self.address.partition('@')[0]}-{next(self.scene.ids)}"
        stanza = name if stanza is None else stanza
        said = Said(
            self.address,
            more.pop("device", "phone"),
            to,
            stanza,
            body,
            more.pop("receipt", True),
            **more,
        )
        self.scene.happens(said)
        return stanza

    @property
    def told(self) -> list[Say]:
        """What the last step says to them."""
        return [say for say in self.scene.of_kind(Say) if say.recipient == self.address]

    def was_told(self, what: Phrase | str) -> Say:
        """The one message of the last step that says ``what``; there must be exactly one."""
        found = [say for say in self.told if says(say, what)]
        assert len(found) == 1, f"{self.address} was told {[say.body for say in self.told]}"
        return found[0]

    def was_not_told(self, what: Phrase | str) -> None:
        """Nothing of the last step says ``what`` to them."""
        assert not [say.body for say in self.told if says(say, what)]

    def was_told_nothing(self) -> None:
        """The last step says nothing to them."""
        assert [say.body for say in self.told] == []

    def was_refused(self, condition: str, device: str = "phone") -> Refuse:
        """The last step answers them with this stanza error, and with that alone."""
        refusals = self.scene.of_kind(Refuse)
        assert [(one.recipient, one.condition) for one in refusals] == [
            (f"{self.address}/{device}", condition)
        ]
        assert len(self.scene.effects) == 1
        return refusals[0]

    def got_receipt(self, stanza: str) -> bool:
        """Whether the last step acknowledges this message of theirs to them."""
        return any(
            receipt.id == stanza and receipt.recipient.partition("/")[0] == self.address
            for receipt in self.scene.of_kind(Acknowledge)
        )

    def saw_state(self) -> list[str]:
        """The chat states that the last step shows them."""
        return [one.state for one in self.scene.of_kind(Convey) if one.recipient == self.address]


class PatronAt(Person):
    """A patron at one desk."""

    def __init__(self, scene: Scene, address: str, desk: str) -> None:
        super().__init__(scene, address)
        self.desk = desk

    @property
    def known(self) -> Patron:
        """What the desk remembers of them."""
        return self.scene.room.patrons[self.desk][self.address]

    @property
    def alias(self) -> str:
        """Under what staff know them."""
        return self.known.alias

    @property
    def session(self) -> Session:
        """Their last session."""
        session = self.known.session
        assert session is not None
        return session

    @property
    def owner(self) -> str:
        """The staff name of who is with them, or ""."""
        return self.session.owner if self.session.open else ""

    def says(self, body: str, **more: Any) -> str:
        """Write to the desk."""
        return self.writes(body, self.desk, **more)

    def types(self, state: str = "composing") -> None:
        """Show a chat state."""
        self.scene.happens(Typed(self.address, "phone", self.desk, state))

    def receives(self, stanza: str) -> None:
        """Acknowledge a message from the desk."""
        self.scene.happens(Delivered(self.address, self.desk, stanza))

    def cannot_be_reached(self, stanza: str) -> None:
        """Bounce a message from the desk."""
        self.scene.happens(Bounced(self.address, self.desk, stanza, "service-unavailable"))


class PartnerLibrary(Person):
    """Another library, which answers for us at times."""

    def replies(self, body: str, to: PatronAt, **more: Any) -> str:
        """Somebody there writes to a patron's alias."""
        return self.writes(body, to.alias, **more)

    def says_by_itself(self, body: str, to: PatronAt) -> str:
        """The imref there says something; such words have ids of their own kind."""
        return self.writes(body, to.alias, id=f"{OWN_ID_PREFIX}{next(self.scene.ids)}")

    def types(self, to: PatronAt, state: str = "composing") -> None:
        """Show a chat state in a patron's window."""
        self.scene.happens(Typed(self.address, "pc", to.alias, state))

    def receives(self, stanza: str, of: PatronAt) -> None:
        """Acknowledge a message from a patron's alias."""
        self.scene.happens(Delivered(self.address, of.alias, stanza))

    def cannot_be_reached(self, stanza: str, of: PatronAt) -> None:
        """Bounce a message from a patron's alias."""
        self.scene.happens(Bounced(self.address, of.alias, stanza, "remote-server-not-found"))


class Librarian(Person):
    """Somebody on the staff."""

    def __init__(self, scene: Scene, address: str, name: str) -> None:
        super().__init__(scene, address)
        self.name = name

    def replies(self, body: str, to: PatronAt, **more: Any) -> str:
        """Write in a patron's window."""
        return self.writes(body, to.alias, **more)

    def commands(self, body: str, window: str = "ask", **more: Any) -> str:
        """Write in the window of a desk."""
        return self.writes(body, window, **more)

    def shows(self, show: str, device: str = "pc", status: str = "") -> None:
        """Show presence from one device."""
        self.scene.happens(PresenceChanged(self.address, device, "ask", show, status))

    def types(self, to: PatronAt, state: str = "composing") -> None:
        """Show a chat state in a patron's window."""
        self.scene.happens(Typed(self.address, "pc", to.alias, state))

    def receives(self, stanza: str, of: PatronAt) -> None:
        """Acknowledge a message from a patron's alias."""
        self.scene.happens(Delivered(self.address, of.alias, stanza))

    def cannot_be_reached(self, stanza: str, of: PatronAt) -> None:
        """Bounce a message from a patron's alias."""
        self.scene.happens(Bounced(self.address, of.alias, stanza, "recipient-unavailable"))


def says(say: Say, what: Phrase | str) -> bool:
    """Whether a message is this phrase, whatever fills its gaps, or contains these words."""
    if isinstance(what, str):
        return what in say.body
    return any(_fits(say.body, form) for form in (what.text, what.plural) if form)


def _fits(body: str, form: str) -> bool:
    parts = re.split(r"\{\w+\}", form.rstrip("\n"))
    pattern = ".*".join(map(re.escape, parts))
    return re.fullmatch(pattern + ".*", body, re.DOTALL) is not None
