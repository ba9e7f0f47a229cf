"""From a report to the document that people read: one chapter for each question they have."""

from collections.abc import Iterator, Mapping

from imref.report import spelling
from imref.report.document import Chapter, Document, Picture, Table
from imref.report.essentials import WORTH_SAYING, essentials
from imref.report.grid import by_day, by_hour, hours_shown, kept, promised
from imref.report.model import WITHIN, Breakdown, By, Coverage, Person, Report, Waits
from imref.report.service_book import book
from imref.report.spelling import count, length, percent, share

LONGEST_LIST = 30
"""Stretches without anybody that are listed one by one; a longer list is read by nobody."""

CURVE_AT = (10, 20, 30, 60, 90, 120, 300, 600, 1800, 3600)
"""Seconds at which a survival curve is told in figures."""

HEADS: Mapping[By, str] = {
    By.HOUR: "hour",
    By.WEEKDAY: "day",
    By.WEEK: "week",
    By.DESK: "desk",
    By.STAFF: "librarian",
    By.CHANNEL: "channel",
    By.OUTCOME: "outcome",
}


def document(report: Report, titles: Mapping[str, str]) -> Document:
    """The whole report for readers. ``titles`` are what people call the desks, by their names."""
    return Document(
        title="Reference by instant message",
        about=_about(report, titles),
        essentials=essentials(report, titles),
        chapters=tuple(
            chapter
            for chapter in (
                *_asked(report),
                _coverage(report, titles),
                _waits(report),
                _conversations(report),
                book(report),
                *(_breakdown(each, titles) for each in report.breakdowns),
                *_people(report.people),
            )
            if chapter.tables
        ),
        notes=tuple(_notes(report)),
    )


def _about(report: Report, titles: Mapping[str, str]) -> str:
    desks = ", ".join(titles.get(name, name) for name in report.desks)
    return f"{desks} · {spelling.days(report.period)} · {report.period.zone}"


def _asked(report: Report) -> Iterator[Chapter]:
    """What was asked and when; of nothing there is nothing to show."""
    fates = report.fates
    if any(number != 0 for number in (fates.asked, *fates.apart.values())):
        yield _fates(report)
    if fates.asked != 0:
        yield _week(report)


def _fates(report: Report) -> Chapter:
    fates = report.fates
    rows = [(name, count(n), share(n, fates.asked)) for name, n in fates.parts.items()]
    apart = [(f"apart: {name}", count(n), "") for name, n in fates.apart.items()]
    told = ", ".join(f"{name} {count(number)}" for name, number in fates.parts.items())
    return Chapter(
        "fates",
        "What was asked, and what became of it",
        tables=(
            Table(
                "Every question has one fate",
                ("", "questions", "share"),
                (("asked", count(fates.asked), ""), *rows, *apart),
                "Lost: the patron left before anybody said a word. Unanswered: the patron stayed, "
                "and no answer came. Held: the answer is still to come.",
                drawn=True,
            ),
        ),
        picture=Picture.FATES,
        caption="Each bar is a number of questions; together they are all that was asked.",
        alt=f"Bars of what became of {count(fates.asked)} questions: {told}.",
    )


def _week(report: Report) -> Chapter:
    demand = report.demand
    made, present = promised(report.coverage), kept(report.coverage)
    rows = [
        (spelling.hour(hour), *(count(demand.asked[day][hour]) for day in range(7)))
        for hour in hours_shown(report)
    ]
    sums = by_day(demand.asked)
    hours = [
        (
            spelling.hour(hour),
            *(str(by_hour(grid)[hour]) for grid in (demand.asked, demand.closed, demand.unstaffed)),
            spelling.hours(sum(made[day][hour] for day in range(7))),
            spelling.hours(sum(present[day][hour] for day in range(7))),
        )
        for hour in hours_shown(report)
    ]
    days = tuple(name[:3] for name in spelling.DAYS)
    told = ", ".join(f"{name} {number}" for name, number in zip(spelling.DAYS, sums, strict=True))
    return Chapter(
        "week",
        "When people ask",
        tables=(
            Table(
                "Questions by hour and day of the week, closed hours included",
                ("hour", *days),
                (*rows, ("all", *map(str, sums))),
            ),
            Table(
                "Questions by hour of the day, beside the hours promised and staffed",
                ("hour", "asked", "closed", "nobody there", "promised h", "staffed h"),
                tuple(hours),
                "Closed, and nobody there, are parts of asked. Staffed: promised and kept.",
            ),
        ),
        picture=Picture.WEEK,
        caption="The more an hour stands out, the more was asked in it. The bar below is what was "
        "promised, filled as far as somebody was there.",
        alt=f"A grid of the hours of the week, each with what was asked. Questions by day: {told}.",
    )


def _coverage(report: Report, titles: Mapping[str, str]) -> Chapter:
    rows, told = [], []
    for each in report.coverage:
        name, made, done = titles.get(each.desk, each.desk), _minutes(each), _minutes(each, "kept")
        rows.append(
            (
                name,
                spelling.hours(made),
                spelling.hours(done),
                percent(each.share),
                spelling.hours(_minutes(each, "down")),
                spelling.hours(_minutes(each, "staffed") - done),
            )
        )
        told.append(f"{name} {percent(each.share)}")
    table = Table(
        "Hours promised and kept",
        ("desk", "promised h", "kept h", "share", "imref down h", "beyond h"),
        tuple(rows),
        "Kept: promised, and somebody was on duty. Imref down: promised hours in which the "
        "service itself did not run. Beyond: staffed without a promise.",
    )
    return Chapter(
        "coverage",
        "What was promised, and whether somebody was there",
        tables=(table, *_gaps(report, titles)) if rows else (),
        picture=Picture.COVERAGE,
        caption="Hours of all desks together, by hour of the day: promised, and of these staffed.",
        alt=f"Promised against staffed hours, by hour of the day. Kept: {', '.join(told)}.",
    )


def _minutes(coverage: Coverage, what: str = "promised") -> float:
    return float(sum(map(sum, getattr(coverage, what))))


def _gaps(report: Report, titles: Mapping[str, str]) -> Iterator[Table]:
    every = [
        (gap, titles.get(each.desk, each.desk)) for each in report.coverage for gap in each.nobody
    ]
    gaps = [found for found in every if found[0].length >= WORTH_SAYING]
    if not gaps:
        return
    longest = sorted(gaps, key=lambda found: -found[0].length)[:LONGEST_LIST]
    rows = [
        (spelling.moment(gap.start, report.period.zone), length(gap.length), desk)
        for gap, desk in sorted(longest)
    ]
    told = [f"The {len(rows)} longest of {len(gaps)}."] if len(gaps) > len(rows) else []
    if len(every) > len(gaps):
        told.append(f"{len(every) - len(gaps)} more were shorter than {length(WORTH_SAYING)}.")
    yield Table(
        "Promised, but nobody was there", ("from", "for", "desk"), tuple(rows), " ".join(told)
    )


def _waits(report: Report) -> Chapter:
    both = (("while open", report.waits), ("while closed", report.kept_waits))
    shown = [(name, waits) for name, waits in both if waits.asked != 0]
    rows = [
        (
            name,
            count(waits.asked),
            count(waits.answered),
            count(waits.left),
            length(waits.median),
            length(waits.p90),
            *(_within(waits, seconds) for seconds in WITHIN),
        )
        for name, waits in shown
    ]
    within = (f"≤ {seconds:g} s" for seconds in WITHIN)
    table = Table(
        "From the question to the first words of a librarian",
        ("", "asked", "answ.", "left", "median", "9 of 10", *within),
        tuple(rows),
        "Left: before any answer. Median and nine of ten are of those who were answered; the "
        "shares are of all who asked, or a desk that never answers would look quick. What was "
        "asked while closed is kept and answered later.",
    )
    curve = _curve(report.waits)
    return Chapter(
        "waits",
        "How long people wait",
        tables=(table, *curve) if rows else (),
        picture=Picture.WAITS if curve else None,
        caption="How many still wait as time goes on, if nobody gave up. The lower, the sooner.",
        alt=" ".join(["The share still waiting, falling with time.", *_told(report.waits)]),
    )


def _within(waits: Waits, seconds: float) -> str:
    return share(waits.within.get(seconds), waits.asked)


def still_waiting(waits: Waits) -> Iterator[tuple[float, float, float, float]]:
    """The survival curve read off at some moments: seconds, share, and its 95 % bounds."""
    if not waits.curve:
        return
    last = waits.curve[-1].seconds
    for seconds in CURVE_AT:
        if seconds > last:
            return
        point = next((p for p in reversed(waits.curve) if p.seconds <= seconds), None)
        yield (seconds, point.share, point.low, point.high) if point else (seconds, 1.0, 1.0, 1.0)


def _curve(waits: Waits) -> tuple[Table, ...]:
    rows = tuple(
        (length(seconds), percent(still), f"{percent(low)} to {percent(high)}")
        for seconds, still, low, high in still_waiting(waits)
    )
    if not rows:
        return ()
    return (
        Table(
            "How many still wait after a time, if nobody gave up (Kaplan-Meier)",
            ("after", "still waiting", "95 % sure"),
            rows,
            "Who left unanswered counts as waiting until then, and not at all after.",
            drawn=True,
        ),
    )


def _told(waits: Waits) -> Iterator[str]:
    for seconds, still, _, _ in still_waiting(waits):
        yield f"After {length(seconds)} {percent(still)}."


def _conversations(report: Report) -> Chapter:
    talks = report.conversations
    rows = [
        ("conversations", count(talks.count)),
        ("length: half are no longer than", length(talks.median_length)),
        ("length: nine of ten are no longer than", length(talks.p90_length)),
        ("messages: half have no more than", _number(talks.median_messages)),
        ("messages: nine of ten have no more than", _number(talks.p90_messages)),
        ("messages of patrons", count(talks.asked_lines)),
        ("messages to patrons", count(talks.answer_lines)),
        ("most at once", str(talks.peak)),
    ]
    if talks.peak_at:
        rows.append(("  first at", spelling.moment(talks.peak_at, report.period.zone)))
    rows += [
        (f"time with {number} at once", length(seconds))
        for number, seconds in enumerate(talks.at_once, 1)
        if seconds
    ]
    table = Table("Sessions in which somebody answered", ("", "figure"), tuple(rows))
    return Chapter("conversations", "How they talk", tables=(table,) if talks.count != 0 else ())


def _number(value: float | None) -> str:
    return spelling.NOTHING if value is None else f"{value:g}"


def _breakdown(found: Breakdown, titles: Mapping[str, str]) -> Chapter:
    rows = [
        (
            titles.get(row.key, row.key)
            if found.by is By.DESK
            else spelling.key_of(found.by, row.key),
            count(row.fates.asked),
            *(count(number) for number in row.fates.parts.values()),
            count(row.closed),
            length(row.waits.median),
            _within(row.waits, 60.0),
        )
        for row in found.rows
    ]
    head = (HEADS[found.by], "asked", "answ.", "lost", "unansw.", "held", "ref.", "closed")
    table = Table(
        f"The figures by {HEADS[found.by]}",
        (*head, "median", "≤ 60 s"),
        tuple(rows),
        "Closed: asked while the desk was closed, part of asked. Median: the wait of those who "
        "were answered. 60 s: of all who asked while it was open.",
    )
    return Chapter(f"by-{found.by}", f"By {HEADS[found.by]}", tables=(table,))


def _people(people: tuple[Person, ...]) -> Iterator[Chapter]:
    rows = [
        (
            person.name,
            count(person.answered),
            spelling.hours(person.minutes),
            length(person.median_wait),
            f"{count(person.promises.kept)}/{count(person.promises.late)}/"
            f"{count(person.promises.broken)}",
            count(person.walk_ins),
            count(person.calls),
        )
        for person in people
    ]
    head = ("", "answered", "on duty h", "median wait", "promises", "walk-ins", "calls")
    if rows:
        yield Chapter(
            "people",
            "For those who may see it: the librarians",
            tables=(
                Table(
                    "Each librarian",
                    head,
                    tuple(rows),
                    "Promises: kept, late, broken. Who answers what is a matter of shifts and of "
                    "luck; these figures say nothing of how well.",
                ),
            ),
        )


def _notes(report: Report) -> Iterator[str]:
    yield (
        "Rehearsals and spam are left out of everything but the line that counts them. What each "
        "figure means, and how it is counted, stands in docs/figures.md."
    )
    if report.hidden:
        yield (
            "This copy may leave the house: behind a small number there may be somebody who can be "
            f"recognised. So counts of fewer than five are hidden ({spelling.HIDDEN}), now and "
            "then a larger one that would give them away, and others are rounded to five; 40+ is "
            "40 and some that are hidden, and few are only such."
        )
