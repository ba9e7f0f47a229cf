"""The page of figures: what the last weeks were like, at the desks that somebody sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from aiohttp import web

from imref.desk import phrases
from imref.desk.agreement import Agreement
from imref.desk.calendar.wallclock import date_at
from imref.desk.figures.disclosure import may_see
from imref.desk.intervals import Interval
from imref.desk.phrases import Clock, DayName, Text
from imref.report.compose import report
from imref.report.model import PARTS, WITHIN, Coverage, Person, Report, total
from imref.report.period import Period
from imref.store.evidence import Evidence
from imref.web.board.gate import guarded, not_yours
from imref.web.board.sheet import part
from imref.web.board.visitor import Visitor
from imref.web.board.weekmap import WeekMap, percent, week_map

WEEKS: Final = (4, 13, 52)
"""Lengths of time to choose from, in weeks; the first is shown where nobody chooses."""

GOOD: Final = 300.0
"""Seconds for which a report is shown again before it is made anew."""

KEPT: Final = 20
"""Reports that are held at once."""

STRETCHES: Final = 10
"""Stretches without anybody that are shown, the latest ones."""

FEW: Final = 20
"""Below so many a share in per cent says more than is known; both counts are given instead."""

MONDAY: Final = date(2024, 1, 1)

FATES: Final = {
    "answered": phrases.BOARD_FATE_ANSWERED,
    "lost": phrases.BOARD_FATE_LOST,
    "unanswered": phrases.BOARD_FATE_UNANSWERED,
    "held": phrases.BOARD_FATE_HELD,
    "referred": phrases.BOARD_FATE_REFERRED,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants figures of: weeks back from today, at these desks."""

    weeks: int
    desk: str
    desks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that was promised and in which nobody was there."""

    desk: str
    when: Interval

    @property
    def seconds(self) -> float:
        """How long it was."""
        return self.when.end - self.when.start


@guarded
async def page(request: web.Request, who: Visitor) -> web.StreamResponse:
    """Figures of some weeks; of nobody in particular but whoever looks at them."""
    choice = _choice(request, who)
    if choice is None:
        return not_yours(request, who)
    told: dict[str, object] = {"report": None}
    if choice.desks:
        made = await _report(who, choice)
        told = _told(made) | {"people": _others(who, made), "mine": _own(who, made)}
    return part(request, who, "dashboard/figures", choice=choice, lengths=WEEKS, **told)


def _choice(request: web.Request, who: Visitor) -> Choice | None:
    """What the address asks for; None for a desk that they do not see."""
    weeks, desk = request.query.get("weeks", ""), request.query.get("desk", "")
    if desk and desk not in who.rights.sees:
        return None
    chosen = int(weeks) if weeks in map(str, WEEKS) else WEEKS[0]
    return Choice(chosen, desk, (desk,) if desk else who.rights.sees)


def _viewer(who: Visitor) -> str | None:
    """Who is to see single librarians in a report, where the agreement lets anybody see them."""
    name = who.rights.name
    return name if may_see(who.site.room().agreement, name, name) else None


def _own(who: Visitor, made: Report) -> list[Person]:
    """Whoever looks, if they serve at the desks of a report: as others see them in it."""
    return [each for each in made.people if each.name == who.rights.name]


def _others(who: Visitor, made: Report) -> list[Person]:
    """The colleagues in a report, for a supervisor of all of its desks."""
    if not set(made.desks) <= set(who.rights.supervises):
        return []
    return [each for each in made.people if each.name != who.rights.name]


async def _report(who: Visitor, choice: Choice) -> Report:
    """The report, which is good for some minutes, with the librarians whom somebody may see."""
    now, agreement = who.site.clock(), who.site.room().agreement
    zone = agreement.desks[choice.desks[0]].hours.zone
    today = date_at(zone, now)
    period = Period.of_days(today - timedelta(days=7 * choice.weeks - 1), today, zone)
    viewer = _viewer(who)
    key = (choice.desks, choice.weeks, today, viewer)
    reports = who.backstage.reports
    known = reports.get(key)
    if known is not None and known.made <= now < known.made + GOOD:
        return known
    made = await who.backstage.read(_made, agreement, period, choice.desks, viewer, now)
    for old in [*reports][: max(0, len(reports) - KEPT + 1)]:
        del reports[old]
    reports[key] = made
    return made


def _made(
    path: Path,
    agreement: Agreement,
    period: Period,
    desks: tuple[str, ...],
    viewer: str | None,
    now: float,
) -> Report:
    with Evidence(path) as evidence:
        return report(evidence, agreement, period, desks, now=now, viewer=viewer)


def _told(made: Report) -> dict[str, object]:
    drawn = week_map(made.demand, made.coverage)
    gaps = gaps_of(made.coverage)
    return {
        "report": made,
        "map": drawn,
        "days": [DayName(MONDAY + timedelta(days=day)) for day in range(7)],
        "hours": [Clock(3600.0 * hour, "UTC") for hour in range(drawn.first, drawn.last + 1)],
        "summary": _summary(made, drawn),
        "fates": _fates(made),
        "waits": _waits(made),
        "coverage": [(each, _kept(each.kept, each.promised)) for each in made.coverage],
        "down": sum(sum(map(sum, each.down)) for each in made.coverage),
        "staffed": staffed,
        "gaps": gaps[:STRETCHES],
        "more_gaps": max(0, len(gaps) - STRETCHES),
    }


def gaps_of(coverage: Iterable[Coverage]) -> list[Gap]:
    """The stretches of all desks that were promised and had nobody, the latest first."""
    found = (Gap(each.desk, when) for each in coverage for when in each.nobody)
    return sorted(found, key=lambda gap: gap.when.start, reverse=True)


def _summary(made: Report, drawn: WeekMap) -> Text:
    """One true sentence of the whole."""
    asked = made.fates.asked or 0
    if not asked:
        return phrases.BOARD_SUMMARY_NONE(days=made.period.days)
    day, hour, most = drawn.busiest
    return phrases.BOARD_SUMMARY(
        count=asked,
        days=made.period.days,
        closed=total(made.demand.closed),
        unstaffed=total(made.demand.unstaffed),
        day=DayName(MONDAY + timedelta(days=day)),
        hour=Clock(3600.0 * hour, "UTC"),
        most=most,
    )


def _fates(made: Report) -> list[tuple[Text, int, Text]]:
    """What became of the questions: a name, how many, and their share."""
    asked = made.fates.asked or 0
    return [
        (FATES[name](), number, share_of(number, asked))
        for name in PARTS
        for number in [made.fates.parts[name] or 0]
    ]


def _waits(made: Report) -> list[tuple[Text, Text]]:
    """How long people waited while the desk was open: what is said, and the figure."""
    waits = made.waits
    rows: list[tuple[Text, Text]] = []
    if waits.median is not None and waits.p90 is not None:
        rows.append((phrases.BOARD_WAIT_HALF(), phrases.age(waits.median)))
        rows.append((phrases.BOARD_WAIT_MOST(), phrases.age(waits.p90)))
    for seconds in WITHIN:
        answered, asked = waits.within.get(seconds) or 0, waits.asked or 0
        name = phrases.BOARD_WAIT_WITHIN(age=phrases.LAPSE_SECONDS(seconds=int(seconds)))
        rows.append((name, share_of(answered, asked)))
    return rows


def _kept(kept: tuple[tuple[float, ...], ...], promised: tuple[tuple[float, ...], ...]) -> Text:
    whole = sum(map(sum, promised))
    if not whole:
        return phrases.BOARD_NOTHING_PROMISED()
    return phrases.BOARD_PERCENT(share=percent(sum(map(sum, kept)), whole))


def staffed(minutes: float) -> Text:
    """A time that is made up of many: in hours, where a wait would be said in days."""
    if not minutes:
        return "–"
    if minutes < 59.5:
        return phrases.age(60.0 * minutes)
    return phrases.LAPSE_HOURS(hours=round(minutes / 60.0))


def share_of(number: int, whole: int) -> Text:
    """A share in per cent; of few, where one more would change much, "3 of 7"."""
    if not whole:
        return "–"
    if whole < FEW:
        return phrases.BOARD_OUT_OF(part=number, whole=whole)
    return phrases.BOARD_PERCENT(share=percent(number, whole))
