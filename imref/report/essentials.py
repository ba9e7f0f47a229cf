"""The essentials of a report: one screen, one honest sentence each."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from imref.report import spelling
from imref.report.grid import most
from imref.report.model import Count, Report, total
from imref.report.spelling import length, percent, share, things

AT_LEAST = 5
"""Questions in one hour of the week below which "the busiest" would be chance."""

WORTH_SAYING = 300.0
"""Seconds without anybody that are worth a line; a change of shift takes two minutes."""


def essentials(report: Report, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The sentences, most important first. ``titles`` are what people call the desks."""
    if report.fates.asked == 0:
        return (f"Nobody asked anything {_when(report)}.", *_covered(report, titles))
    return (
        *_asked(report),
        *_unanswered(report),
        *_closed(report),
        *_waited(report),
        *_covered(report, titles),
        *_busiest(report),
        *_promised(report),
        *_apart(report),
    )


def _when(report: Report) -> str:
    one = report.period.days == 1
    return f"on {spelling.days(report.period)}" if one else f"from {spelling.days(report.period)}"


def _asked(report: Report) -> Iterator[str]:
    fates = report.fates
    asked = things(fates.asked, "question")
    about = f"about {asked}" if report.hidden and fates.asked else asked
    yield f"{_capital(about)} {_was(fates.asked)} asked {_when(report)}."
    parts = [_of(fates.answered, fates.asked, "answered")]
    if fates.referred != 0:
        parts.append(_of(fates.referred, fates.asked, "referred to others"))
    yield f"{_capital(' and '.join(parts))}."


def _unanswered(report: Report) -> Iterator[str]:
    fates = report.fates
    left = _of(fates.lost, fates.asked, "lost: the patron left before a word from anybody")
    never = _of(fates.unanswered, fates.asked, "never answered though the patron stayed")
    yield f"{_capital(left)}; {never}."
    if fates.held != 0:
        yield f"{_capital(things(fates.held, 'question'))} {_was(fates.held)} still kept for later."


def _closed(report: Report) -> Iterator[str]:
    closed, unstaffed = _shown(report.demand.closed), _shown(report.demand.unstaffed)
    if closed:
        yield (
            f"{_capital(things(closed, 'question'))} ({share(closed, report.fates.asked)}) came "
            "while the desk was closed."
        )
    if unstaffed:
        yield (
            f"{_capital(things(unstaffed, 'question'))} came while it was promised to be open and "
            "nobody was there."
        )


def _shown(counts: tuple[tuple[Count, ...], ...]) -> Count:
    """The total; None when part of it is hidden and the rest would be too low."""
    return None if any(each is None for day in counts for each in day) else total(counts)


def _waited(report: Report) -> Iterator[str]:
    waits = report.waits
    if waits.median is None or waits.p90 is None:
        return
    yield (
        f"Of those answered while the desk was open, half had the first words of a librarian "
        f"within {length(waits.median)}, nine of ten within {length(waits.p90)}."
    )
    within = waits.within.get(60.0)
    if within is not None and waits.asked:
        yield (
            f"{share(within, waits.asked)} of all who asked then "
            f"{_was(2 if waits.asked >= spelling.FEW else within)} answered within 60 s."
        )


def _covered(report: Report, titles: Mapping[str, str]) -> Iterator[str]:
    several = len(report.coverage) > 1
    for each in report.coverage:
        name = f"{titles.get(each.desk, each.desk)}: of" if several else "Of"
        promised, kept = (sum(map(sum, grid)) for grid in (each.promised, each.kept))
        if not promised:
            yield f"{name.removesuffix(' of').removesuffix('Of')} no hours were promised.".strip()
            continue
        text = (
            f"{name} {spelling.hours(promised)} promised hours {spelling.hours(kept)} "
            f"({percent(each.share)}) were staffed"
        )
        gaps = [gap for gap in each.nobody if gap.length >= WORTH_SAYING]
        if gaps:
            longest = max(gaps, key=lambda gap: gap.length)
            at = datetime.fromtimestamp(longest.start, report.period.zone)
            text += (
                f"; {things(len(gaps), 'time')} nobody was there for five minutes or more, the "
                f"longest for {length(longest.length)} on {at:%A, %-d %B at %-H:%M}"
            )
        yield f"{text}."


def _busiest(report: Report) -> Iterator[str]:
    asked = report.demand.asked
    highest = most(asked)
    if highest < AT_LEAST:
        return
    day, hour = next(
        (day, hour) for day in range(7) for hour in range(24) if asked[day][hour] == highest
    )
    yield (
        f"The busiest hour of the week was {spelling.DAYS[day]} from {spelling.hour(hour)}: "
        f"{'about ' * report.hidden}{highest} questions in {things(report.period.weeks, 'week')}."
    )


def _promised(report: Report) -> Iterator[str]:
    made = report.ledger.promises
    known = [each for each in (made.kept, made.late, made.broken) if each is not None]
    if None in (made.kept, made.late, made.broken) or not sum(known):
        return
    yield (
        f"Of {things(sum(known), 'promised answer')} that {'is' if sum(known) == 1 else 'are'} "
        f"settled, {made.kept} came in time, {made.late} late, {made.broken} never."
    )


def _apart(report: Report) -> Iterator[str]:
    practice, spam = report.fates.practice, report.fates.spam
    apart = []
    if practice != 0:
        apart.append(things(practice, "rehearsal"))
    if spam != 0:
        apart.append(things(spam, "piece of spam", "pieces of spam"))
    if apart:
        yield f"Not counted here: {' and '.join(apart)}."


def _of(part: Count, whole: Count, what: str) -> str:
    """A part with its share: "331 (80 %) were answered"."""
    number = things(part, "was", "were")
    known = part is not None and whole is not None and whole >= spelling.FEW
    head, _, verb = number.rpartition(" ")
    return f"{head} ({share(part, whole)}) {verb} {what}" if known else f"{number} {what}"


def _was(number: Count) -> str:
    return "was" if number == 1 else "were"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
