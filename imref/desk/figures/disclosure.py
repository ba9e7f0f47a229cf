"""Who is shown the figures of a single librarian: themselves first, and others only as agreed."""

from collections.abc import Iterator
from typing import Final

from imref.desk.agreement import Agreement, PerPerson

HOUSE: Final = ""
"""Stands for whoever reads a whole report of the house, as at the command line: no librarian, and
as good as a supervisor of everybody."""


def may_see(agreement: Agreement, viewer: str, name: str) -> bool:
    """Whether ``viewer`` (a staff name, or `HOUSE`) may see the figures of the librarian ``name``.

    This is the one place where it is decided, for reports, the dashboard and ``!mine`` alike.
    """
    match agreement.per_person:
        case PerPerson.NOBODY:
            return False
        case PerPerson.SELF:
            return viewer == name
        case PerPerson.SUPERVISORS:
            return viewer == name or name in _supervised(agreement, viewer)


def seen_by(agreement: Agreement, viewer: str) -> tuple[str, ...]:
    """The names of all whose figures somebody may see, in the agreement's order."""
    names = (member.name for member in agreement.staff.values())
    return tuple(name for name in names if may_see(agreement, viewer, name))


def _supervised(agreement: Agreement, viewer: str) -> Iterator[str]:
    """The staff of the desks that somebody supervises."""
    for desk in agreement.desks.values():
        if viewer == HOUSE or viewer in desk.supervisors:
            yield from desk.staff
