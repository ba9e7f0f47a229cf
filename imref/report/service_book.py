"""The chapter of the one book: desk, phone and messages, promises, help pages, partners."""

from collections.abc import Iterator

from imref.report import spelling
from imref.report.document import Chapter, Picture, Table
from imref.report.grid import by_hour, together
from imref.report.model import Ledger, Report
from imref.report.spelling import count


def book(report: Report) -> Chapter:
    """The chapter; parts in which nothing was written are left out."""
    ledger = report.ledger
    tables = (
        *_channels(ledger),
        *_promises(ledger),
        *_read(ledger),
        *_ratings(ledger),
        *_pages(ledger),
        *_partners(ledger),
        *_undelivered(ledger),
    )
    everything = (
        f"{name} {together(grid)}"
        for name, grid in (
            ("walk-ins", ledger.walk_ins),
            ("calls", ledger.calls),
            ("messages", ledger.messages),
        )
    )
    return Chapter(
        "book",
        "Desk, phone and messages in one book",
        tables=tables,
        picture=Picture.BOOK if any(_channels(ledger)) else None,
        caption="All that was asked at the desk, by phone and here, by hour of the day.",
        alt=f"Bars for each hour of the day. All together: {', '.join(everything)}.",
    )


def _channels(ledger: Ledger) -> Iterator[Table]:
    columns = [by_hour(each) for each in (ledger.walk_ins, ledger.calls, ledger.messages)]
    engaged = [sum(ledger.engaged[day][hour] for day in range(7)) for hour in range(24)]
    rows = [
        (spelling.hour(hour), *(str(column[hour]) for column in columns), f"{engaged[hour]:.0f}")
        for hour in range(24)
        if engaged[hour] or any(any(column[hour]) for column in columns)
    ]
    if rows:
        yield Table(
            "By hour of the day",
            ("hour", "walk-ins", "calls", "messages", "engaged min"),
            tuple(rows),
            "Engaged: minutes of librarians with a walk-in or on a call. Walk-ins and calls are "
            "those that were written down.",
        )


def _promises(ledger: Ledger) -> Iterator[Table]:
    made = ledger.promises
    rows = (
        ("kept in time", count(made.kept)),
        ("answered late", count(made.late)),
        ("never answered", count(made.broken)),
        ("taken back with a word", count(made.dropped)),
        ("still due", count(made.open)),
    )
    if any(figure != "0" for _, figure in rows):
        yield Table("Answers promised for later", ("", "promises"), rows)


def _read(ledger: Ledger) -> Iterator[Table]:
    if any(number != 0 for number in ledger.read):
        yield Table(
            "Effort (READ scale)",
            ("level", "sessions"),
            tuple((str(level), count(number)) for level, number in enumerate(ledger.read, 1)),
            "From 1, under five minutes, to 6; only sessions of which a librarian said it.",
        )


def _ratings(ledger: Ledger) -> Iterator[Table]:
    if any(number != 0 for number in ledger.ratings):
        yield Table(
            "How it was for patrons",
            ("from 1 to 5", "patrons"),
            tuple((str(given), count(number)) for given, number in enumerate(ledger.ratings, 1)),
            "Only those who answered when they were asked; who is content answers more readily.",
        )


def _pages(ledger: Ledger) -> Iterator[Table]:
    if ledger.pages:
        yield Table(
            "Help pages",
            ("page", "shown to", "settled it for"),
            tuple((page.slug, count(page.read), count(page.settled)) for page in ledger.pages),
        )


def _partners(ledger: Ledger) -> Iterator[Table]:
    if ledger.partners:
        yield Table(
            "Partners who answer for us",
            ("library", "sent", "answered", "came back", "agreed h"),
            tuple(
                (
                    each.title,
                    count(each.sent),
                    count(each.answered),
                    count(each.came_home),
                    spelling.hours(each.minutes),
                )
                for each in ledger.partners
            ),
        )


def _undelivered(ledger: Ledger) -> Iterator[Table]:
    if ledger.undelivered != 0:
        yield Table(
            "Answers that did not arrive",
            ("", "answers"),
            (
                ("could not be delivered", count(ledger.undelivered)),
                ("  of these sent by mail", count(ledger.mailed)),
            ),
        )
