"""A judgement in plain words: the figure, how much luck is in it, and what would have met it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from math import inf

from imref.pilot.chance import Span
from imref.pilot.judging import Assessment, Judgement, Mark
from imref.pilot.measures import Figure, Kind, Measure
from imref.pilot.opening import Stretch, busiest, proposal
from imref.report.model import Report, total
from imref.report.spelling import DAYS

RANGES = (
    '"May lie between" means: where the usual figure lies in 19 of 20 such pilots. Shares: Wilson '
    "score interval; counts: exact Poisson interval (Garwood); waits: order statistics; all 95 %."
)


def day(at: float, zone: tzinfo) -> str:
    """A date as people write it: Monday, 5 October 2026."""
    on = datetime.fromtimestamp(at, zone)
    return f"{on:%A}, {on.day} {on:%B} {on.year}"


def moment(at: float, zone: tzinfo) -> str:
    """A date and the time of day."""
    return f"{day(at, zone)} at {datetime.fromtimestamp(at, zone):%H:%M}"


def value(judgement: Judgement) -> str:
    """The figure of a target with what it stands on: "31 of 38 = 82 %"."""
    figure, target = judgement.figure, judgement.target
    if figure is None:
        return "–"
    spelt = target.spell(figure.value)
    if target.measure.kind is not Kind.SHARE:
        return spelt
    if target.measure.thing:
        return f"{figure.some:g} of {figure.of:g} = {spelt}"
    return f"{length(figure.some)} of {length(figure.of)} = {spelt}"


def length(minutes: float) -> str:
    """A length of time in hours and minutes."""
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"


def explained(assessment: Assessment, judgement: Judgement) -> list[str]:
    """What is to be said of a target, a sentence or two each."""
    if judgement.figure is None:
        return [_nothing(judgement.target.measure, over=assessment.over)]
    if not judgement.settled:
        return _so_far(assessment.report, judgement, judgement.figure)
    lines = [_chance(judgement, judgement.figure)]
    if judgement.mark is Mark.MISSED:
        lines += _needed(assessment.report, judgement, judgement.figure)
    if judgement.target.measure.kind is Kind.TIME:
        lines.append(_who_left(assessment.report))
    if not judgement.pledge.still_means_that:
        lines.append(f"When the pilot was set up it meant: {judgement.pledge.means}")
    return [line for line in lines if line]


def _nothing(measure: Measure, *, over: bool) -> str:
    what = measure.among or "answers to questions that came while the desk was open"
    were = "was" if measure.name == "coverage" else "were"
    yet = "" if over else " yet"
    return f"There {were} no {what}, so nothing can be said{yet}."


def _so_far(report: Report, judgement: Judgement, figure: Figure) -> list[str]:
    """A target in the middle of a pilot: what it would be today, and where it leads."""
    if judgement.pace is not None:
        low, high = judgement.pace.span.low, judgement.pace.span.high
        return [
            f"At this pace about {judgement.pace.expected:.0f} by the end; by chance it may become "
            f"{low:.0f} to {high:.0f}."
        ]
    if not judgement.short and judgement.target.is_met_by(figure.value):
        return ["If it ended now: met."]
    return ["If it ended now: not met.", *_needed(report, judgement, figure)]


def _chance(judgement: Judgement, figure: Figure) -> str:
    span = figure.span
    if span is None:
        return ""  # every minute is counted; nothing is left to chance
    between = _between(judgement, span)
    if not between:
        return "There are too few answers to say how much luck is in it."
    luck = "Luck" if judgement.mark is Mark.MET else "Bad luck"
    if judgement.clear:
        return f"{luck} alone does not explain it: {between}."
    return f"{luck} alone may explain it, the numbers are small: {between}."


def _between(judgement: Judgement, span: Span) -> str:
    target = judgement.target
    what = {
        Kind.COUNT: "what usually comes in such a time",
        Kind.SHARE: "the usual share",
        Kind.TIME: "the usual wait",
    }[target.measure.kind]
    if span.high == inf:
        return f"{what} may lie anywhere above {target.spell(span.low)}" if span.low else ""
    if target.measure.kind is Kind.COUNT:
        return f"{what} may lie between {span.low:.0f} and {span.high:.0f}"
    if target.measure.kind is Kind.SHARE:
        return f"{what} may lie between {100 * span.low:.0f} % and {100 * span.high:.0f} %"
    return f"{what} may lie between {target.spell(span.low)} and {target.spell(span.high)}"


def _needed(report: Report, judgement: Judgement, figure: Figure) -> list[str]:
    """What would have met a target that was missed."""
    target, measure = judgement.target, judgement.target.measure
    more = "more" if target.comparison.wants_much else "fewer"
    if measure.kind is Kind.TIME:
        return _sooner(judgement, figure)
    if not measure.thing:
        return [f"{length(judgement.short)} {more} with somebody on duty would have met it."]
    short = round(judgement.short)
    things = measure.thing if short == 1 else measure.things
    instead = ""
    if measure.kind is Kind.SHARE:
        instead = f" ({target.edge(figure.of)} of the {figure.of:g}, not {figure.some:g})"
    lines = [f"{short} {more} {things}{instead} would have met it."]
    if measure.name == "closed-hours share":
        lines += _opening(report, judgement)
    return lines


def _sooner(judgement: Judgement, figure: Figure) -> list[str]:
    target, short = judgement.target, round(judgement.short)
    slow = sum(not target.is_met_by(each) for each in figure.values)
    if not short or not slow:
        return []
    return [f"{short} of the {slow} slower answers within {target.spell(target.number)} would do."]


def _opening(report: Report, judgement: Judgement) -> list[str]:
    """Which hours would have brought the share of closed hours down."""
    found = proposal(report, judgement.target)
    if found is None:
        return ["They are spread so thin that no two hours would change it."]
    hours = listed([stretch_words(each) for each in found.stretches])
    meets = "which meets the target" if found.meets else "which still misses the target"
    return [
        f"Opening {hours} would have moved {found.moved} of the {found.closed} closed-hours "
        f"questions into open hours: {100 * found.share:.0f} %, {meets}."
    ]


def _who_left(report: Report) -> str:
    left = report.waits.left or 0
    if left == 1:
        return "One patron who left before an answer is not in it."
    return f"{left} patrons who left before an answer are not in it." if left else ""


def demand(report: Report) -> list[str]:
    """What the demand says about hours."""
    closed, asked = total(report.demand.closed), report.fates.asked or 0
    if not asked:
        return ["Nobody has asked anything."]
    lines = [f"{closed} of {asked} questions came while the desk was closed."]
    if stretches := busiest(report.demand.closed):
        when = listed([f"{stretch_words(each)} ({each.asked})" for each in stretches])
        lines.append(f"Most of them: {when}.")
    elif closed:
        lines.append("No two hours of the week stand out among them.")
    if stretches := busiest(_while_open(report)):
        when = listed([f"{stretch_words(each)} ({each.asked})" for each in stretches])
        lines.append(f"While it was open, most came {when}.")
    if unstaffed := total(report.demand.unstaffed):
        came = "question came" if unstaffed == 1 else "questions came"
        lines.append(f"{unstaffed} {came} while it was open as promised and nobody was there.")
    return lines


def _while_open(report: Report) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple((one or 0) - (other or 0) for one, other in zip(all_day, closed, strict=True))
        for all_day, closed in zip(report.demand.asked, report.demand.closed, strict=True)
    )


def stretch_words(stretch: Stretch) -> str:
    """A stretch as people say it: Tuesday 19–21."""
    return f"{DAYS[stretch.weekday]} {stretch.hour}–{stretch.until}"


def listed(things: Sequence[str]) -> str:
    """Several things in one sentence."""
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last
