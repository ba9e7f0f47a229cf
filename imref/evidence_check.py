"""What `imref check` finds of the evidence: how the last daily check went, and the pilots."""

from collections.abc import Iterator
from datetime import UTC, tzinfo
from typing import Final

from imref.config import Config
from imref.desk.agreement import Agreement, DailyCheck, Desk
from imref.desk.records import Canary
from imref.desk.rehearsal.canary import PAUSE, daily_hour
from imref.desk.rehearsal.canary_news import Failure
from imref.findings import Finding, Mark
from imref.pilot.agreed import NotAgreed, Pilot
from imref.pilot.reckoning import pilots
from imref.pilot.saying import day, moment
from imref.report.spelling import length
from imref.store.errors import StoreError
from imref.store.inspection import Condition, condition_of, last_daily_check

_WHY: Final = {
    Failure.NO_LINK: (
        "imref had no link to the server",
        "Is the server up, and does it take imref? The log of imref says when its link was lost; "
        "the check is made again by itself once it is back.",
    ),
    Failure.NOT_KEPT: (
        "its question did not arrive at the desk, and patrons' questions may not arrive either",
        "Does the server deliver what imref's own domain sends to the desk's address? Look for a "
        "rule that blocks or limits it; then write to the desk from an account of your own.",
    ),
    Failure.NOT_HEARD: (
        "no word of the desk came back to who had asked, and patrons may hear nothing either",
        "Does the server deliver what the desk sends? Look for a rule that blocks or limits it; "
        "then write to the desk from an account of your own.",
    ),
    Failure.NOBODY: (
        "the desk was open, and nobody was on duty to be asked",
        "Look at who is to be there at that hour; or move canary.at to when somebody is, or let "
        "imref answer (canary.answered_by: service).",
    ),
    Failure.NOT_ANSWERED: (
        "a librarian was asked, and did not answer in time",
        "Do all know that a word in that window is enough? canary.within says how long they have.",
    ),
}


def check_evidence(config: Config, now: float) -> Iterator[Finding]:
    """How the last daily check went and which pilots run, at ``now`` (Unix seconds).

    Nothing where they are not used, and where the database cannot be read (`check_database` says
    so).
    """
    try:
        condition = condition_of(config.database)
        if condition not in (Condition.MISSING, Condition.EMPTY, Condition.CURRENT):
            return
        kept = condition is Condition.CURRENT
        agreement = config.agreement()
        if agreement.canary is not None:
            check = agreement.canary
            last = last_daily_check(config.database, check.desk) if kept else None
            yield daily_check(check, agreement.desks[check.desk], last, now)
        for pilot in pilots(config.database) if kept else ():
            if pilot.runs(now):
                yield from running_pilot(pilot, agreement, now)
    except (StoreError, OSError):
        return
    except NotAgreed as problem:
        yield Finding(Mark.WARNING, str(problem), "Has somebody written into the database?")


def daily_check(check: DailyCheck, desk: Desk, last: Canary | None, now: float) -> Finding:
    """When a daily check was made last, whether it passed, and what to do."""
    of, zone = f"the last daily check of the desk {desk.name}", desk.hours.zone
    if last is None:
        first = moment(daily_hour(check, desk, now, 1), zone)
        text = f"no daily check of the desk {desk.name} has been made yet"
        return Finding(Mark.NOTE, text, f"The first is made on {first}, if imref runs then.")
    when = moment(last.asked, zone)
    if last.failed:
        why, advice = _WHY[Failure(last.failed)]
        return Finding(Mark.WARNING, f"{of} failed on {when}: {why}", advice)
    took = length(max(1.0, last.answered - last.asked))
    text = f"{of} passed on {when}; its answer was back after {took}"
    if last.asked >= daily_hour(check, desk, now - check.within - PAUSE, 0):
        return Finding(Mark.FINE, text)
    return Finding(
        Mark.WARNING,
        f"{text}; none has been made since, though there is one every day",
        "Has imref been running, with its link to the server? A check that was missed is made "
        "a minute after the link is back.",
    )


def running_pilot(pilot: Pilot, agreement: Agreement, now: float) -> Iterator[Finding]:
    """That a pilot runs, or will, until when, and whether its targets stand."""
    row = pilot.row
    where = f"at the desk {row.desk}" if row.desk else "at all desks"
    zone = _zone(agreement, row.desk)
    begins = f" begins on {moment(row.started, zone)} and" if row.started > now else ""
    text = f"pilot {row.number} {where}{begins} runs until {day(row.until - 1, zone)}"
    if row.desk and row.desk not in agreement.desks:
        yield Finding(
            Mark.WARNING,
            f"{text}, and the config has no such desk",
            'Was it renamed? Nothing is counted for it now; `imref pilot stop --why "…"` ends it.',
        )
    elif not pilot.stands:
        yield Finding(
            Mark.WARNING,
            f"{text}, and its targets are not those that were set: the digest does not match",
            "Compare it with the one in the minutes. Every page of the pilot says so, too.",
        )
    else:
        yield Finding(Mark.FINE, text)


def _zone(agreement: Agreement, name: str) -> tzinfo:
    desk = agreement.desks.get(name) or next(iter(agreement.desks.values()), None)
    return desk.hours.zone if desk else UTC
