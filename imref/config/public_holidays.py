"""Public holidays by country and subdivision, from the `holidays` library.

The library is imported with the first question, since most small libraries never ask one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from imref.config.problems import nearest
from imref.desk.calendar.hours import Entry

if TYPE_CHECKING:
    from holidays import HolidayBase


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """The public holidays of a country (ISO 3166-1, ``DE``) or a subdivision of it (``BY``).

    ``left_out`` are names of holidays on which the desk is open all the same.
    """

    country: str
    subdivision: str | None = None
    left_out: frozenset[str] = frozenset()

    def between(self, first: date, last: date) -> Iterator[Entry]:
        """The holidays from ``first`` to ``last``, each with its name in the country's language."""
        known = _public_holidays(self.country, self.subdivision)
        for on in dates(first, last):
            names = [name for name in known.get_list(on) if not self._is_left_out(name)]
            if names:
                yield Entry(", ".join(names), on)

    def names(self, first: date, last: date) -> set[str]:
        """Every name of a holiday from ``first`` to ``last``, those that are left out too."""
        known = _public_holidays(self.country, self.subdivision)
        return {_plain(name) for on in dates(first, last) for name in known.get_list(on)}

    def _is_left_out(self, name: str) -> bool:
        return name in self.left_out or _plain(name) in self.left_out


def _plain(name: str) -> str:
    """``Independence Day (observed)`` is ``Independence Day`` on another day."""
    return name.partition(" (")[0]


def dates(first: date, last: date) -> Iterator[date]:
    """Every date from ``first`` to ``last``."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


@lru_cache(maxsize=32)
def _public_holidays(country: str, subdivision: str | None) -> "HolidayBase":
    """The library's own table. Its language is named, or the machine's locale would choose it."""
    from holidays import country_holidays

    language = country_holidays(country).default_language
    return country_holidays(country, subdiv=subdivision, language=language)


def check_country(country: str) -> str:
    """The code of a country whose holidays are known."""
    from holidays import list_supported_countries

    known, code = list_supported_countries(), country.upper()
    if code not in known:
        raise ValueError(
            f'no holidays are known of "{country}"; write a code of ISO 3166-1 such as DE, GB or '
            f"US{nearest(code, known)}"
        )
    return code


def check_subdivision(country: str, subdivision: str) -> str:
    """The code of a part of a country whose own holidays are known."""
    from holidays import list_supported_countries

    known = list_supported_countries()[country]
    for code in known:
        if code.lower() == subdivision.lower():
            return code
    choice = f"known are {', '.join(known)}" if known else f"{country} has none; leave it out"
    raise ValueError(f'"{subdivision}" is no part of {country} with holidays of its own; {choice}')
