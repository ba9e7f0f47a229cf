"""Falsified records: each breaks the promise once, so that the checks are shown to catch it.

A falsification takes a true record and gives the check that has to complain. It changes the copy
that it is given, in the smallest way that is a breach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from fault_checks import CHECKS, is_refusal
from fault_record import Diary, Entry, Kind, Record, Row, Turn

Lie = Callable[[Record], str]


def undetected(record: Record) -> list[str]:
    """The falsifications of ``record`` that the check made for them has not caught."""
    missed = []
    for name in LIES:
        try:
            if not is_caught(record, name):
                missed.append(name)
        except (LookupError, StopIteration):
            missed.append(f"{name} (no occasion to tell it)")
    return missed


def is_caught(record: Record, name: str) -> bool:
    """Whether the right check complains when this lie is told."""
    falsified = record.copy()
    check = CHECKS[LIES[name](falsified)]
    return next(check(falsified), None) is not None


def _lose_for_staff(record: Record) -> str:
    row = _acknowledged_row(record)
    for diary in record.staff:
        _forget(diary, row.token)
    return "acknowledged patron messages reach an owner"


def _lose_the_row(record: Record) -> str:
    record.books.messages.remove(_acknowledged_row(record))
    return "acknowledged patron messages reach an owner"


def _lose_for_patron(record: Record) -> str:
    row = _answers(record)[-1]
    for diary in record.patrons:
        _forget(diary, row.token)
    return "kept librarian messages reach the patron"


def _lose_an_answer_silently(record: Record) -> str:
    lost = next(row for row in reversed(_answers(record)) if not _was_refused(record, row))
    record.books.messages.remove(lost)
    return "every librarian message has a fate"


def _claim_twice(record: Record) -> str:
    index, claim = next(
        (n, turn) for n, turn in enumerate(record.books.turns) if turn.what == "claimed"
    )
    other = next(diary.name for diary in record.staff if diary.name != claim.staff)
    record.books.turns.insert(index + 1, replace(claim, staff=other))
    return "one owner at a time"


def _let_somebody_else_answer(record: Record) -> str:
    row = _answers(record)[-1]
    other = next(diary.name for diary in record.staff if diary.name != row.staff)
    record.books.messages[record.books.messages.index(row)] = replace(row, staff=other)
    return "patrons hear one librarian at a time"


def _relay_to_another(record: Record) -> str:
    turn, row = _word_to_an_owner(record)
    other = next(diary for diary in record.staff if diary.name != turn.staff)
    peer = f"{row.alias}@{record.domain}"
    other.entries.append(Entry(Kind.TEXT, peer, row.id, row.body))
    return "relays go to the owner"


def _swap_arrivals(record: Record) -> str:
    diary, first, second = _two_answers_seen(record)
    entries = diary.entries
    entries[first], entries[second] = entries[second], entries[first]
    return "first arrivals are in order"


def _swap_rows(record: Record) -> str:
    rows = record.books.messages
    sent = Counter(entry.id for diary in record.patrons for entry in diary.of(Kind.SENT))
    asked = [n for n, row in enumerate(rows) if row.speaker == "patron"]
    first, second = next(
        (n, m)
        for n, m in combinations(asked, 2)
        if rows[n].alias == rows[m].alias and sent[rows[n].origin] == 1
    )
    rows[first], rows[second] = rows[second], rows[first]
    return "rows are in the order of sending"


def _second_id(record: Record) -> str:
    diary, first, _ = _two_answers_seen(record)
    entry = diary.entries[first]
    diary.entries.append(replace(entry, id=f"{entry.id}~2"))
    return "one id, one text"


def _second_text(record: Record) -> str:
    diary, first, _ = _two_answers_seen(record)
    entry = diary.entries[first]
    diary.entries.append(replace(entry, text=f"{entry.text} And more."))
    return "one id, one text"


def _send_before_keeping(record: Record) -> str:
    row = _answers(record)[-1]
    record.books.outbox = [posted for posted in record.books.outbox if posted.id != row.id]
    return "what arrives was kept first"


def _keep_twice(record: Record) -> str:
    row = _answers(record)[-1]
    record.books.messages.append(replace(row, number=row.number + 1000, id=f"{row.id}~2"))
    return "no row twice"


def _acknowledge_too_early(record: Record) -> str:
    early = min(next(stop.receipts for stop in record.stops if stop.receipts))
    record.stops = [replace(stop, kept=stop.kept - {early}) for stop in record.stops]
    return "no receipt before its commit"


def _unkeep(record: Record) -> str:
    stop = next(stop for stop in record.stops if stop.numbers)
    gone = min(stop.numbers)
    record.books.messages = [row for row in record.books.messages if row.number != gone]
    return "what was kept stays kept"


def _say_nothing_of_it(record: Record) -> str:
    owed = next(stop.notices[0] for stop in record.stops if stop.notices)
    diary = record.diaries[owed.person]
    diary.entries = [
        entry for entry in diary.entries
        if "short interruption" not in entry.text or entry.tokens != [owed.token]
    ]  # fmt: skip
    return "people are told of the interruption"


def _owe_something(record: Record) -> str:
    last = record.books.outbox[-1]
    record.books.outbox[-1] = replace(last, fate="owed")
    return "good order at the end"


def _exit_badly(record: Record) -> str:
    record.exit_codes.append(1)
    return "good order at the end"


LIES: dict[str, Lie] = {
    "a patron's message that no owner saw": _lose_for_staff,
    "a receipt without a row": _lose_the_row,
    "an answer that the patron never saw": _lose_for_patron,
    "an answer that is nowhere": _lose_an_answer_silently,
    "a second claim": _claim_twice,
    "an answer by somebody else": _let_somebody_else_answer,
    "a patron's words sent to another librarian": _relay_to_another,
    "two answers that changed places": _swap_arrivals,
    "two rows that changed places": _swap_rows,
    "a second id for one text": _second_id,
    "a second text for one id": _second_text,
    "a stanza that was not kept first": _send_before_keeping,
    "a row that is there twice": _keep_twice,
    "a receipt before its commit": _acknowledge_too_early,
    "a row that is gone after a stop": _unkeep,
    "an interruption of which nobody was told": _say_nothing_of_it,
    "a row that is still owed": _owe_something,
    "an exit code of 1": _exit_badly,
}


# Where to lie.


def _forget(diary: Diary, token: str) -> None:
    diary.entries = [
        entry for entry in diary.entries if entry.kind is not Kind.TEXT or token not in entry.tokens
    ]


def _acknowledged_row(record: Record) -> Row:
    receipts = {entry.refers for diary in record.patrons for entry in diary.of(Kind.RECEIPT)}
    return next(row for row in record.books.messages if row.origin in receipts)


def _answers(record: Record) -> list[Row]:
    return [row for row in record.books.messages if row.speaker == "staff"]


def _was_refused(record: Record, row: Row) -> bool:
    """Whether its author was told, after sending it last, that something there was not sent."""
    diary, window = record.diaries[row.staff], f"{row.alias}@{record.domain}"
    sent = [n for n, entry in enumerate(diary.entries) if entry.id == row.origin]
    later = diary.of(Kind.TEXT, start=sent[-1])
    return any(entry.peer == window and is_refusal(entry) for entry in later)


def _word_to_an_owner(record: Record) -> tuple[Turn, Row]:
    """A patron's message that came while somebody had the session for good."""
    turns = record.books.turns
    for row in reversed(record.books.messages):
        before = [turn for turn in turns if turn.session == row.session and turn.at < row.at]
        later = [turn for turn in turns if turn.session == row.session and turn.at == row.at]
        held = [turn for turn in before if turn.what not in ("offered", "declined", "expired")]
        if row.speaker == "patron" and held and held[-1].what == "claimed" and not later:
            return held[-1], row
    raise LookupError("nobody said anything to an owner")


def _two_answers_seen(record: Record) -> tuple[Diary, int, int]:
    """A patron, and where in the diary two answers of one librarian stand that came once each."""
    for diary in record.patrons:
        staff = {entry.id for entry in diary.of(Kind.TEXT) if not entry.id.startswith("im-")}
        found: dict[tuple[str, str], int] = {}
        for n, entry in enumerate(diary.entries):
            count = sum(other.id == entry.id for other in diary.of(Kind.TEXT))
            if entry.kind is not Kind.TEXT or entry.id not in staff or count != 1:
                continue
            key = (entry.peer, entry.id.partition("-")[0])
            if key in found:
                return diary, found[key], n
            found[key] = n
    raise LookupError("no patron has two answers of one librarian")
