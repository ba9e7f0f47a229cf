"""Changes to a library: what becomes of its agreement, and of who is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from imref.config.kinds import spell_duration
from imref.desk.agreement import Agreement, Desk, Partner, StaffMember, Strategy
from imref.desk.calendar.hours import Hours, Span, Week
from imref.desk.calendar.wallclock import date_at
from imref.desk.intervals import Interval, joined, without
from imref.simulate.block import Block
from imref.simulate.rota import Present, as_agreed
from imref.simulate.setting import Mistaken, OfAgreement
from imref.simulate.weektext import in_a_line

PARTNER_ADDRESS: Final = "desk@partner.invalid"
"""A partner that is only imagined; .invalid can be nobody's (RFC 6761, section 6.4)."""


@dataclass(frozen=True, slots=True)
class OtherHours:
    """A desk is open at other hours on some days; what is newly open is staffed by somebody.

    ``by`` are staff names who take the new hours in turns, a day each. Whoever was there in hours
    that are no longer open goes home, unless another of their desks needs them.
    """

    desk: str
    days: Mapping[int, tuple[Span, ...]]
    by: tuple[str, ...]
    text: str

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        hours = agreement.desks[self.desk].hours
        weekly = tuple(self.days.get(day, spans) for day, spans in enumerate(hours.weekly))
        return with_desk(agreement, self.desk, hours=replace(hours, weekly=weekly))

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """Who is there with this change."""
        return moved_hours(was, now, {self.desk: self.by}, there, block)

    @property
    def partner_delay(self) -> float | None:
        """It brings no partner."""
        return None

    def told(self) -> str:
        """What it is, in a sentence."""
        turns = " and ".join(self.by)
        how = f"{turns} in turns, a day each" if len(self.by) > 1 else turns
        return f"Hours: {self.text}; what is newly open is staffed by {how}."


@dataclass(frozen=True, slots=True)
class OneMore:
    """Somebody more is on duty at certain hours: of the staff, or new (``limit`` patrons at once).

    New people are in the first tier.
    """

    desk: str
    names: tuple[str, ...]
    new: bool
    week: Week
    limit: int = 2

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        if not self.new:
            return agreement
        members = [
            StaffMember(name, f"{name}@more.invalid", name, self.limit) for name in self.names
        ]
        staff = {**agreement.staff, **{each.address: each for each in members}}
        first, *others = agreement.desks[self.desk].tiers
        tiers = ((*first, *self.names), *others)
        return with_desk(replace(agreement, staff=staff), self.desk, tiers=tiers)

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """Who is there with this change."""
        del was
        hours = Hours(now.desks[self.desk].hours.zone, self.week)
        extra = hours.promised(block.first, block.last)
        return there | {name: joined([*there.get(name, ()), *extra]) for name in self.names}

    @property
    def partner_delay(self) -> float | None:
        """It brings no partner."""
        return None

    def told(self) -> str:
        """What it is, in a sentence."""
        who = ", ".join(self.names)
        limit = f", {self.limit} patrons at once" if self.new else ""
        return f"More staff: {who} is also on duty {in_a_line(self.week)}{limit}."


@dataclass(frozen=True, slots=True)
class NewStrategy(OfAgreement):
    """A waiting question is offered otherwise."""

    desk: str
    strategy: Strategy

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        return with_desk(agreement, self.desk, strategy=self.strategy)

    def told(self) -> str:
        """What it is, in a sentence."""
        how = {
            Strategy.EVERYONE: "to everybody at once",
            Strategy.LEAST_LOADED: "to one at a time, fewest sessions first",
            Strategy.IN_ORDER: "to one at a time, in order",
        }
        return f"Offers: {how[self.strategy]}."


@dataclass(frozen=True, slots=True)
class PartnerAt:
    """Another library answers at certain hours; its first words come after ``answers`` seconds."""

    desk: str
    week: Week
    answers: float

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        desk = agreement.desks[self.desk]
        hours = Hours(desk.hours.zone, self.week)
        partner = Partner(PARTNER_ADDRESS, hours, "Partner library")
        return with_desk(agreement, self.desk, partners=(partner, *desk.partners))

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """The same."""
        del was, now, block
        return there

    @property
    def partner_delay(self) -> float | None:
        """As stated."""
        return self.answers

    def told(self) -> str:
        """What it is, in a sentence."""
        answers = spell_duration(self.answers)
        return f"Partner: {in_a_line(self.week)}, answers after {answers} (stated)."


@dataclass(frozen=True, slots=True)
class NewOrder(OfAgreement):
    """Channels are served in another order."""

    desk: str
    order: tuple[str, ...]

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        return with_desk(agreement, self.desk, order=self.order, order_text="")

    def told(self) -> str:
        """What it is, in a sentence."""
        return f"Order of service: {', '.join(self.order) or 'first come, first served'}."


@dataclass(frozen=True, slots=True)
class NewLimit(OfAgreement):
    """Everybody at a desk has another limit of patrons at once."""

    desk: str
    limit: int

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""
        own = agreement.desks[self.desk].staff
        staff = {
            address: replace(each, limit=self.limit) if each.name in own else each
            for address, each in agreement.staff.items()
        }
        return replace(agreement, staff=staff)

    def told(self) -> str:
        """What it is, in a sentence."""
        return f"Limit: {self.limit} patrons at once for everybody at this desk."


@dataclass(frozen=True, slots=True)
class OtherConfig:
    """Everything as in another config. Who is new there is on duty as it has it agreed."""

    other: Agreement
    name: str

    def agreed(self, agreement: Agreement) -> Agreement:
        """The other agreement. Raises Mistaken when it lacks a desk."""
        for name in agreement.desks:
            if name not in self.other.desks:
                raise Mistaken(f'{self.name} has no desk "{name}", whose questions are recorded.')
        return replace(self.other, domain=agreement.domain)

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """Who is there with this change."""
        whole = Interval(block.first, block.last)
        known = {each.name for each in was.staff.values()}
        new = {each.name for each in now.staff.values()} - known
        stay = {name: there.get(name, ()) for name in known if now.member(name) is not None}
        by = {
            name: tuple(each for each in desk.tiers[0] if each not in new) or desk.tiers[0]
            for name, desk in now.desks.items()
        }
        moved = moved_hours(was, now, by, stay, block)
        agreed = as_agreed(self.other, whole)
        return moved | {name: agreed[name] for name in new}

    @property
    def partner_delay(self) -> float | None:
        """Partners answer as they do today."""
        return None

    def told(self) -> str:
        """What it is, in a sentence."""
        return f"Everything as in {self.name}; what is newly open is staffed by the first tier."


# How who is there follows the hours.


def moved_hours(
    was: Agreement,
    now: Agreement,
    by: Mapping[str, Sequence[str]],
    there: Present,
    block: Block,
) -> Present:
    """Who is there when desks open at other hours.

    ``by`` are, for each desk, the names that take what is newly open in turns, a day each.
    """
    moved = dict(there)
    for name, turns in by.items():
        before = (
            was.desks[name].hours.promised(block.first, block.last) if name in was.desks else ()
        )
        after = now.desks[name].hours.promised(block.first, block.last)
        closed = without(before, after)
        for each in now.desks[name].staff:
            needed = _elsewhere(now, each, block)
            moved[each] = without(moved.get(each, ()), without(closed, needed))
        zone = now.desks[name].hours.zone
        for stretch in without(after, before):
            whose = turns[date_at(zone, stretch.start).toordinal() % len(turns)]
            moved[whose] = joined([*moved.get(whose, ()), stretch])
    return moved


def _elsewhere(agreement: Agreement, name: str, block: Block) -> tuple[Interval, ...]:
    """When any desk that somebody serves is open."""
    own = (desk for desk in agreement.desks.values() if name in desk.staff)
    return joined(each for desk in own for each in desk.hours.promised(block.first, block.last))


def with_desk(agreement: Agreement, name: str, **other: object) -> Agreement:
    """The agreement with something else at one desk."""
    desk: Desk = replace(agreement.desks[name], **other)  # type: ignore[arg-type]
    return replace(agreement, desks={**agreement.desks, name: desk})
