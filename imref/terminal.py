"""What the command line shows: findings, lists of sessions, transcripts; 80 columns will do."""

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from imref.desk.agreement import Agreement, Desk
from imref.desk.calendar.hours import Hours
from imref.desk.calendar.timetable import Row, rows
from imref.desk.calendar.wallclock import date_at
from imref.desk.effects import Fate
from imref.desk.model import Ending, Moment, SessionState, Speaker
from imref.findings import Finding, Mark
from imref.store.archive import Happened, SessionSummary, Spoken, Transcript

COLOURS = {Mark.FINE: "green", Mark.NOTE: "cyan", Mark.WARNING: "yellow", Mark.PROBLEM: "bold red"}
UNPRINTABLE = re.compile(r"[^\n\t -~\xa0-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
"""Control characters and changes of writing direction: what people write must not steer it."""

NOT_DELIVERED = {Fate.UNDELIVERABLE: "not delivered", Fate.OWED: "not sent yet"}
HAPPENED: Mapping[Moment, tuple[str, str]] = {
    Moment.OPENED: ("opened", "opened"),
    Moment.RETURNED: ("the patron came back to {}", "the patron came back"),
    Moment.OFFERED: ("offered to {}", "offered"),
    Moment.DECLINED: ("declined by {}", "declined"),
    Moment.EXPIRED: ("the offer to {} ran out", "an offer ran out"),
    Moment.CLAIMED: ("claimed by {}", "claimed"),
    Moment.TRANSFERRED: ("passed on by {}", "passed on"),
    Moment.RELEASED: ("taken back from {}", "taken back"),
    Moment.CLOSED: ("closed while with {}", "closed"),
    Moment.PROMISED: ("an answer for later was promised by {}", "an answer was promised"),
    Moment.POSTPONED: ("the promise was moved by {}", "the promise was moved"),
    Moment.HANDED: ("the promise was handed to {}", "the promise was handed over"),
    Moment.RESOLVED: ("the promise of {} is settled", "the promise is settled"),
    Moment.REACTED: ("{} reacted", "the patron reacted"),
    Moment.FORGOTTEN: ("the patron's address was forgotten", "the patron's address was forgotten"),
    Moment.UNDELIVERED: ("a message bounced while with {}", "a message bounced"),
    Moment.PROPOSED: ("the patron was told of {}", "the patron was told of a partner"),
    Moment.REFUSED: ("the patron refused {}", "the patron refused a partner"),
    Moment.SENT_ON: ("sent on to {}", "sent on"),
    Moment.CAME_HOME: ("came back from {}", "came back"),
    Moment.INVITED: ("{} was invited", "somebody was invited"),
    Moment.LEFT: ("{} left", "a guest left"),
    Moment.HELD: ("kept for later", "kept for later"),
    Moment.READ: ("the patron read a help page", "the patron read a help page"),
    Moment.SETTLED: ("a help page answered it", "a help page answered it"),
    Moment.DEALT: ("given to {}", "given to somebody"),
}
"""What to say of each moment, with somebody's name and without."""

ENDED_BY: Mapping[str, str] = {
    Ending.STAFF: "by the librarian",
    Ending.PATRON: "by the patron",
    Ending.IDLE: "the patron was silent",
    Ending.BLOCKED: "the patron was blocked",
    Ending.HELP_PAGE: "a help page answered it",
    Ending.PROMISE: "an answer is promised",
    Ending.DEALT: "an answer was promised in the morning",
    Ending.JOINED: "it goes with an earlier promise",
    Ending.LEFT: "the patron left while waiting",
    Ending.RESTART: "a rehearsal, ended by a restart",
}
"""How a session ended, for ops."""


def safe(text: str) -> str:
    """Text from outside as a terminal may have it."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def show_finding(console: Console, finding: Finding) -> None:
    """One finding of `check` and its advice; in a pipe each stays one line, for `grep`."""
    if not console.is_terminal:
        advice = f" -> {finding.advice}" if finding.advice else ""
        console.print(f"{finding.mark}: {safe(finding.text)}{advice}", soft_wrap=True)
        return
    row = Table.grid(padding=(0, 1))
    row.add_column(width=len(Mark.PROBLEM))
    row.add_column(overflow="fold")
    row.add_row(Text(finding.mark, COLOURS[finding.mark]), Text(safe(finding.text)))
    if finding.advice:
        row.add_row("", Text(safe(finding.advice), "dim"))
    console.print(row)


def show_sessions(
    console: Console, sessions: Iterable[SessionSummary], agreement: Agreement
) -> None:
    """A table of sessions, one a line."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("no.", justify="right", no_wrap=True)
    table.add_column("patron", no_wrap=True)
    table.add_column("desk", max_width=16, overflow="fold")
    table.add_column("opened", no_wrap=True)
    table.add_column("messages", justify="right", no_wrap=True)
    table.add_column("state", overflow="fold")
    for session in sessions:
        table.add_row(
            str(session.number),
            session.alias,
            Text(session.desk),
            f"{_day(session.opened)} {_clock(session.opened)[:5]}",
            str(session.messages),
            Text(_state(session, agreement)),
        )
    _print_trimmed(console, table)


def show_transcript(console: Console, transcript: Transcript, agreement: Agreement) -> None:
    """One session: who said what and what happened, in the order of time, local times."""
    session = transcript.session
    state = _state(session, agreement)
    title = f"Session {session.number} · {session.desk} · {session.alias} · {state}"
    console.print(Text(title, "bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(max_width=16, overflow="fold")
    table.add_column(overflow="fold")
    day = ""
    for line in transcript.lines:
        if _day(line.at) != day:
            day = _day(line.at)
            table.add_row(day, "", "")
        who, text = _line(line, transcript, agreement)
        table.add_row(_clock(line.at), who, text)
    _print_trimmed(console, Padding(table, (0, 0, 1, 0)))


def _line(
    line: Spoken | Happened, transcript: Transcript, agreement: Agreement
) -> tuple[Text, Text]:
    if isinstance(line, Happened):
        return Text("-", "dim"), Text(_happened(line, agreement), "dim italic")
    text = Text("(taken back)", "dim") if line.retracted else Text(safe(line.body))
    if line.replaces:
        corrected = (
            _clock(other.at)
            for other in transcript.lines
            if isinstance(other, Spoken) and other.id == line.replaces
        )
        text = Text(f"(instead of {next(corrected, 'an earlier line')}) ", "dim").append_text(text)
    if line.fate in NOT_DELIVERED:
        text.append(f"  [{NOT_DELIVERED[line.fate]}]", "bold red")
    return _speaker(line, agreement), text


def _speaker(line: Spoken, agreement: Agreement) -> Text:
    match line.speaker:
        case Speaker.PATRON:
            return Text("patron", "cyan")
        case Speaker.STAFF:
            return Text(_name(line.staff, agreement), "green")
        case Speaker.NOTE:
            return Text(f"{_name(line.staff, agreement)} (note)", "magenta")


def _happened(line: Happened, agreement: Agreement) -> str:
    with_name, without = HAPPENED[line.what]
    text = with_name.format(_name(line.staff, agreement)) if line.staff else without
    detail = ENDED_BY.get(line.detail, line.detail)
    return safe(f"{text}: {detail}" if detail else text)


def _state(session: SessionSummary, agreement: Agreement) -> str:
    match session.state:
        case SessionState.WAITING:
            return "waiting"
        case SessionState.HELD:
            return "held"
        case SessionState.ACTIVE:
            return f"with {_name(session.owner, agreement)}"
        case SessionState.ABROAD:
            return f"with {_name(session.partner, agreement)}"
        case SessionState.CLOSED:
            ended = ENDED_BY.get(session.ended_by, session.ended_by)
            became = f"{session.outcome}{f' (READ {session.read})' if session.read else ''}"
            words = [f"closed {_clock(session.closed)[:5]}", became, ended]
            return ", ".join(word for word in words if word)


def _name(staff: str, agreement: Agreement) -> str:
    """The screen name of somebody who may have left since, or the title of a partner."""
    member = agreement.member(staff)
    return member.screen_name if member else agreement.partner_title(staff)


def _day(at: float) -> str:
    return time.strftime("%Y-%m-%d", time.localtime(at))


def _clock(at: float) -> str:
    return time.strftime("%H:%M:%S", time.localtime(at))


def show_hours(console: Console, desks: Iterable[Desk], now: float, weeks: int) -> None:
    """The hours of desks from today on, a block a week; desks with the same hours together."""
    tables: dict[tuple[str, tuple[tuple[Row, ...], ...]], list[str]] = {}
    for desk in desks:
        shown = tuple(_weeks(desk.hours, date_at(desk.hours.zone, now), weeks))
        tables.setdefault((str(desk.hours.zone), shown), []).append(f"{desk.title} ({desk.name})")
    for (zone, blocks), titles in tables.items():
        console.print(Text(f"{safe(', '.join(titles))} · {zone}", "bold"))
        for block in blocks:
            _show_week(console, block, ZoneInfo(zone))


def _weeks(hours: Hours, today: date, weeks: int) -> Iterator[tuple[Row, ...]]:
    first = today
    for _ in range(weeks):
        days = 7 - first.weekday()
        yield tuple(rows(hours, first, days))
        first += timedelta(days=days)


def _show_week(console: Console, block: Iterable[Row], zone: ZoneInfo) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=23)
    table.add_column(overflow="fold")
    for row in block:
        hours = Text(_open_hours(row, zone), "" if row.open else "dim")
        if row.name:
            hours.append(f" ({safe(row.name)})", "cyan")
        table.add_row(Text(_dates(row)), hours)
    _print_trimmed(console, Padding(table, (0, 0, 1, 0)))


def _open_hours(row: Row, zone: ZoneInfo) -> str:
    if row.all_day:
        return "24 h"
    return ", ".join(f"{_wall(one.start, zone)}–{_wall(one.end, zone)}" for one in row.open) or (
        "closed"
    )


def _wall(at: float, zone: ZoneInfo) -> str:
    return f"{datetime.fromtimestamp(at, zone):%-H:%M}"


def _dates(row: Row) -> str:
    """``Mon 30 Nov – Thu 3 Dec``, ``Mon 23 – Thu 26 Nov``, ``Fri 27 Nov``."""
    last = f"{row.last:%a %-d %b}"
    if row.first == row.last:
        return last
    same_month = row.first.month == row.last.month
    return f"{row.first:%a %-d}{'' if same_month else f'{row.first: %b}'} – {last}"


def _print_trimmed(console: Console, what: Table | Padding) -> None:
    """Print without the blanks that rich fills lines up with: people copy from here."""
    if console.is_terminal:
        console.print(what)
        return
    for line in _plain_lines(console, what):
        console.print(line, soft_wrap=True, markup=False, highlight=False)


def _plain_lines(console: Console, what: Table | Padding) -> Iterator[str]:
    for segments in console.render_lines(what, pad=False):
        yield "".join(segment.text for segment in segments).rstrip()
