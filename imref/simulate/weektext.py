"""Hours of the week as people write them on the command line, and as the config has them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from imref.config.weekly import DAYS, parse_days, parse_spans, spell_span
from imref.desk.calendar.hours import ROUND_THE_CLOCK, Span, Week

EVERY_DAY: Final = ("nights", "daily", "every day", "always", "")
"""What stands for all seven days."""

_PART = re.compile(r"(?P<days>[a-z ,\N{EN DASH}-]*?)\s*:?\s*(?P<hours>\d.*|closed)", re.IGNORECASE)


def parse_week(text: str) -> dict[int, tuple[Span, ...]]:
    """The hours by day (0 is Monday) in ``mon-thu 9-21; sat closed`` or ``nights 21-9``.

    Days that are not named are not in it. Raises ValueError with what was expected.
    """
    found: dict[int, tuple[Span, ...]] = {}
    for part in text.split(";"):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise ValueError(
                f'"{part.strip()}" is not understood; write days and hours, such as '
                '"mon-thu 9-21", "tue 13-17; sat 10-14" or "nights 21-9"'
            )
        named = match["days"].strip().lower()
        days = range(len(DAYS)) if named in EVERY_DAY else parse_days(named)
        found |= dict.fromkeys(days, parse_spans(match["hours"]))
    return found


def spell_week(week: Week | Mapping[int, Sequence[Span]]) -> dict[str, str]:
    """A week as hours.weekly in the config has it: days with the same hours together."""
    hours = {day: spell_spans(week[day]) for day in range(len(DAYS))}
    groups: list[tuple[list[int], str]] = []
    for day, spelled in hours.items():
        if groups and groups[-1][1] == spelled:
            groups[-1][0].append(day)
        else:
            groups.append(([day], spelled))
    return {_days(days): spelled for days, spelled in groups if spelled != "closed"}


def spell_spans(spans: Sequence[Span]) -> str:
    """The hours of a day as the config has them."""
    if not spans:
        return "closed"
    if tuple(spans) == ROUND_THE_CLOCK:
        return "24 h"
    return ", ".join(spell_span(span) for span in spans)


def in_a_line(week: Week | Mapping[int, Sequence[Span]]) -> str:
    """A week in one line: ``mon-thu 9:00-12:30, 14:00-18:00; fri 9:00-15:00``."""
    spelled = spell_week(week)
    return "; ".join(f"{days} {hours}" for days, hours in spelled.items()) or "never"


def _days(days: Sequence[int]) -> str:
    if len(days) == 1:
        return DAYS[days[0]]
    joint = ", " if len(days) == 2 else "-"
    return f"{DAYS[days[0]]}{joint}{DAYS[days[-1]]}"
