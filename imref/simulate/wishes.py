"""Changes as they are asked for on the command line, in the words of the field and of the config.

What is not understood is answered with what is.
"""

import re
from collections.abc import Sequence
from typing import Final

from imref.config.kinds import parse_duration
from imref.config.order import channels_of, parse_order
from imref.config.problems import nearest
from imref.desk.agreement import Agreement, Strategy
from imref.desk.calendar.hours import Span
from imref.desk.duty.standing import MOST_PATRONS
from imref.simulate.changes import (
    NewLimit,
    NewOrder,
    NewStrategy,
    OneMore,
    OtherHours,
    PartnerAt,
)
from imref.simulate.opening import HOURS_A_DAY
from imref.simulate.rota import WalkIns
from imref.simulate.setting import Mistaken
from imref.simulate.weektext import in_a_line, parse_week

MOST_AN_HOUR: Final = 60.0
USUAL_STAY: Final = 300.0
"""Seconds that somebody at the counter stays, if nobody says otherwise."""

_COUNTS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_MORE = re.compile(r"(?P<count>one|two|three|four|\d{1,2}) more(?: librarians?| persons?)?")


def hours_in(agreement: Agreement, desk: str, texts: Sequence[str]) -> OtherHours:
    """``mon-thu 9-21``: days that are not named stay as they are. Raises Mistaken."""
    days = _week("; ".join(texts))
    weekly = agreement.desks[desk].hours.weekly
    text = in_a_line({day: days.get(day, spans) for day, spans in enumerate(weekly)})
    return OtherHours(desk, days, agreement.desks[desk].tiers[0], text)


def more_in(agreement: Agreement, desk: str, text: str) -> OneMore:
    """``one more, tue 13-17`` or ``cleo, tue 13-17``. Raises Mistaken."""
    who, comma, when = text.partition(",")
    who = who.strip().lower()
    if not comma:
        raise Mistaken(
            f'"{text}" is not understood; write who and when, such as "one more, tue 13-17"'
        )
    days = _week(when)
    week = tuple(days.get(day, ()) for day in range(7))
    if found := _MORE.fullmatch(who):
        count = _COUNTS.get(found["count"]) or int(found["count"])
        known = {member.name for member in agreement.staff.values()}
        free = (name for number in range(1, 1000) if (name := f"new-{number}") not in known)
        return OneMore(desk, tuple(next(free) for _ in range(count)), new=True, week=week)
    names = {member.name for member in agreement.staff.values()}
    if who not in names:
        raise Mistaken(
            f'Nobody is called "{who}"; write "one more", or a name: {", ".join(sorted(names))}'
            f"{nearest(who, names)}"
        )
    if who not in agreement.desks[desk].staff:
        raise Mistaken(f"{who} does not serve the desk {desk}.")
    return OneMore(desk, (who,), new=False, week=week)


def strategy_in(desk: str, text: str) -> NewStrategy:
    """``everyone``, ``in order`` or ``least loaded``. Raises Mistaken."""
    word = text.strip().lower().replace(" ", "_").replace("-", "_")
    if word not in {*Strategy}:
        raise Mistaken(f'"{text}" is no way to offer; {", ".join(Strategy)} are.')
    return NewStrategy(desk, Strategy(word))


def partner_in(desk: str, text: str, answers: float) -> PartnerAt:
    """``nights 21-9``. Raises Mistaken."""
    days = _week(text)
    return PartnerAt(desk, tuple(days.get(day, ()) for day in range(7)), answers)


def order_in(desk: str, text: str) -> NewOrder:
    """``walk_in, phone, im`` or ``first_come``. Raises Mistaken."""
    words = [re.sub(r"[\s-]+", "_", word.strip().lower()) for word in text.split(",")]
    try:
        order = parse_order(words[0] if words == ["first_come"] else words)
    except ValueError as error:
        raise Mistaken(f'The order "{text}" {error}.') from None
    return NewOrder(desk, channels_of(order))


def limit_in(desk: str, limit: int) -> NewLimit:
    """A number of patrons at once. Raises Mistaken."""
    if not 1 <= limit <= MOST_PATRONS:
        raise Mistaken(f"A limit of {limit} is none; 1 to {MOST_PATRONS} are.")
    return NewLimit(desk, limit)


def walk_ins_in(text: str) -> WalkIns:
    """``3 an hour, 4 min``. Raises Mistaken."""
    rate, _, stay = text.partition(",")
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(?:an|per|a)\s*hour", rate.strip().lower())
    if found is None or not 0.0 < float(found[1]) <= MOST_AN_HOUR:
        raise Mistaken(
            f'"{text}" is not understood; write how many and how long: "3 an hour, 4 min"'
        )
    return WalkIns(float(found[1]), duration_in(stay) if stay.strip() else USUAL_STAY)


def duration_in(text: str) -> float:
    """``90 s``, ``4 min``: seconds, more than none. Raises Mistaken."""
    try:
        seconds = parse_duration(text)
    except ValueError as error:
        raise Mistaken(f'The duration "{text}" {error}.') from None
    if seconds <= 0.0:
        raise Mistaken(f'The duration "{text}" is none.')
    return seconds


def hours_between(text: str) -> tuple[int, int]:
    """``7-23``: the whole hours of a day between which a desk may open. Raises Mistaken."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*[-\N{EN DASH}]\s*(\d{1,2})\s*", text)
    if found is None or not 0 <= int(found[1]) < int(found[2]) <= HOURS_A_DAY:
        raise Mistaken(f'"{text}" is not understood; write two whole hours of a day: "7-23"')
    return int(found[1]), int(found[2])


def _week(text: str) -> dict[int, tuple[Span, ...]]:
    try:
        return parse_week(text)
    except ValueError as error:
        raise Mistaken(str(error)) from None
