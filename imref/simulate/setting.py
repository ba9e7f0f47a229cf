"""What a run takes place in, before and after a change: the agreement, and who is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from imref.desk.agreement import Agreement
from imref.desk.wording import Wording
from imref.simulate.block import Block
from imref.simulate.rota import Present


class Mistaken(ValueError):  # noqa: N818 - a mistake of whoever asks
    """What was asked for is not understood; the message says what is."""


class Change(Protocol):
    """One thing that would be different."""

    def agreed(self, agreement: Agreement) -> Agreement:
        """The agreement with this change."""

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """Who is there in a block with this change, given who was there without it."""

    @property
    def partner_delay(self) -> float | None:
        """After how many seconds a partner answers, if it brings one."""

    def told(self) -> str:
        """What it is, in a sentence that says also what it takes for granted."""


class OfAgreement:
    """A change that lies in the agreement alone: whoever is there is there as before."""

    __slots__ = ()

    def present(self, was: Agreement, now: Agreement, there: Present, block: Block) -> Present:
        """The same."""
        del was, now, block
        return there

    @property
    def partner_delay(self) -> float | None:
        """It brings no partner."""
        return None


@dataclass(frozen=True, slots=True)
class Setting:
    """The library as it is, with some changes made to it one after the other.

    ``agreement`` is the one that holds then.
    """

    agreement: Agreement
    changes: tuple[tuple[Agreement, Agreement, Change], ...] = field(default=())

    def with_change(self, change: Change) -> "Setting":
        """The library with one more change. Raises Mistaken where it does not fit."""
        after = change.agreed(self.agreement)
        return Setting(after, (*self.changes, (self.agreement, after, change)))

    def present(self, there: Present, block: Block) -> Present:
        """Who is there, given who is there as the library is."""
        for was, now, change in self.changes:
            there = change.present(was, now, there, block)
        return there

    def partner_delay(self, usual: float) -> float:
        """After how many seconds partners answer: by the last change that says so, or as usual."""
        said = (change.partner_delay for _, _, change in reversed(self.changes))
        return next((each for each in said if each is not None), usual)

    def told(self) -> Sequence[str]:
        """The changes, a sentence for each."""
        return [change.told() for _, _, change in self.changes]


def without_shifts(agreement: Agreement) -> Agreement:
    """The same agreement, in which presence alone says who is on duty.

    Attendance is given to a run as it was, or shall be; whoever is there outside of their shift has
    said so.
    """
    staff = {address: replace(each, shift=None) for address, each in agreement.staff.items()}
    return replace(agreement, staff=staff)


def plainly_worded(agreement: Agreement) -> Agreement:
    """The same agreement in the house's own English: simulated people write that.

    Catalogues cannot be handed to another process, either.
    """
    return replace(agreement, wording=Wording(), language="en", canned={}, pages={})
