"""Tables fit to leave the house: small counts are hidden, and cannot be worked out from the others.

Counts from 1 to 4 are hidden, and all others said to the nearest five, totals too, each by itself.
A single hidden cell beside a total could still be computed back, as could several that leave the
total too little room: so others are hidden with it, smallest first, in every row and every column.

Primary and secondary suppression as in A. Hundepool et al., Statistical Disclosure Control (2012),
chapter 4; rounding to five as of the UK's Higher Education Statistics Agency.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from imref.report.model import Count

FEW: Final = 5
"""Counts below this are hidden; all others are said to the nearest multiple of it."""

_SLACK: Final = FEW // 2
"""How far a rounded count may be from the true one."""


def rough(number: Count) -> Count:
    """A single count: hidden from 1 to 4, else to the nearest five; 0 stays 0."""
    if number is None or 0 < number < FEW:
        return None
    return FEW * ((number + _SLACK) // FEW)


def parts_of(whole: Count, parts: Sequence[Count]) -> tuple[Count, ...]:
    """Counts that add up to a whole which is said as well, as far as they may be said.

    Of a whole that is hidden no part is said, not even that it is 0: four of four would be 1 each.
    """
    if whole is not None and 0 < whole < FEW:
        return (None,) * len(parts)
    (shown,) = table([parts], [whole], [None] * len(parts))
    return shown


def table(
    cells: Sequence[Sequence[Count]], rows: Sequence[Count], columns: Sequence[Count]
) -> list[tuple[Count, ...]]:
    """A table of counts, as far as it may be said.

    ``rows`` and ``columns`` are the totals of its lines that are said somewhere, exact ones; None
    for one that is not.
    """
    shown = [[rough(cell) for cell in row] for row in cells]
    lines = [*_rows(cells, rows), *_columns(cells, columns)]
    changed = True
    while changed:
        changed = False
        for places, whole in lines:
            while (place := _to_hide(shown, cells, places, rough(whole))) is not None:
                shown[place[0]][place[1]] = None
                changed = True
    return [tuple(row) for row in shown]


_Place = tuple[int, int]
_Line = tuple[Sequence[_Place], Count]


def _rows(cells: Sequence[Sequence[Count]], totals: Sequence[Count]) -> Iterator[_Line]:
    for at, (row, whole) in enumerate(zip(cells, totals, strict=True)):
        yield [(at, place) for place in range(len(row))], whole


def _columns(cells: Sequence[Sequence[Count]], totals: Sequence[Count]) -> Iterator[_Line]:
    for at, whole in enumerate(totals):
        yield [(place, at) for place in range(len(cells))], whole


def _to_hide(
    shown: Sequence[Sequence[Count]],
    cells: Sequence[Sequence[Count]],
    places: Sequence[_Place],
    whole: Count,
) -> _Place | None:
    """Which cell of a line must be hidden next: the smallest that says something; None if none."""
    if not _gives_away([shown[row][at] for row, at in places], whole):
        return None
    left = [(cells[row][at] or 0, (row, at)) for row, at in places if shown[row][at]]
    return min(left)[1] if left else None


def _gives_away(line: Sequence[Count], whole: Count) -> bool:
    """Whether a hidden count of a line can be narrowed down, knowing what is said of the whole."""
    hidden = sum(1 for each in line if each is None)
    if not hidden or whole is None:
        return False
    said = [each for each in line if each]
    most = whole + _SLACK - sum(each - _SLACK for each in said)
    least = whole - _SLACK - sum(each + _SLACK for each in said)
    at_most = most - (hidden - 1)
    at_least = least - (FEW - 1) * (hidden - 1)
    # Of two, one may have been hidden for the other's sake, so neither is known to be small.
    return hidden == 1 or at_most < FEW - 1 or (hidden > 2 and at_least > 1)
