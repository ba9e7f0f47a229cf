"""The promise, as checks over the record of an ordeal: each gives a sentence for every breach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from fault_record import Diary, Entry, Kind, Record, Row, Turn

from imref.desk import phrases
from imref.desk.effects import OWN_ID_PREFIX
from imref.desk.wording import Wording

REFUSALS = ("was not sent", "nothing was sent", "has this one", "not yours")

Check = Callable[[Record], Iterator[str]]


def breaches(record: Record) -> dict[str, list[str]]:
    """What every check found, by its name; checks that found nothing are left out."""
    found = {name: list(check(record)) for name, check in CHECKS.items()}
    return {name: problems for name, problems in found.items() if problems}


# (1) and (2): nothing lost.


def acknowledged_reaches_staff(record: Record) -> Iterator[str]:
    """Every patron message with a receipt is kept, and its words came to an owner's client."""
    kept = {(row.patron, row.desk, row.origin): row for row in _said_by(record, "patron")}
    owners = _ever_owned(record)
    seen = {diary.name: _tokens_seen(diary) for diary in record.staff}
    for diary in record.patrons:
        for desk, stanza_id in _acknowledged(diary):
            row = kept.get((diary.address, desk, stanza_id))
            if row is None:
                yield f"{stanza_id}: a receipt, but no row"
            elif not any(row.token in seen[owner] for owner in owners[row.session]):
                yield f"{stanza_id}: a receipt, but no owner of session {row.session} saw it"


def kept_reaches_patron(record: Record) -> Iterator[str]:
    """Every kept message of a librarian, and every one with a receipt, came to the patron."""
    seen = {diary.address: _tokens_seen(diary) for diary in record.patrons}
    kept = set()
    for row in _said_by(record, "staff"):
        kept.add(row.token)
        if row.token not in seen[row.patron]:
            yield f"{row.token}: kept, but {row.patron} never saw it"
    for diary in record.staff:
        texts = _texts_sent(diary)
        for entry in diary.of(Kind.RECEIPT):
            text = texts.get(entry.refers)
            if text is not None and not text.text.startswith("!") and not kept & {*text.tokens}:
                yield f"{entry.refers}: {diary.name} has a receipt, but there is no row"


def every_answer_has_a_fate(record: Record) -> Iterator[str]:
    """What a librarian sent is kept, or they were told afterwards that it was not sent."""
    kept = {row.token for row in record.books.messages}
    for diary in record.staff:
        for stanza_id, entry in _texts_sent(diary).items():
            if not entry.tokens or kept & {*entry.tokens}:
                continue
            last = max(n for n, e in enumerate(diary.entries) if _is_sending(e, stanza_id))
            told = any(
                entry.peer == later.peer and is_refusal(later)
                for later in diary.of(Kind.TEXT, start=last)
            )
            if not told:
                yield f"{stanza_id}: {diary.name} was never told that it was not sent"


# (3) One owner.


def one_owner(record: Record) -> Iterator[str]:
    """No session is given to somebody before the one who has it lets go; words are the owner's."""
    for session, spells in _spells(record).items():
        for (owner, begin, end), (other, again, _) in pairwise(spells):
            if again.number < end:
                yield f"session {session}: {other} had it while {owner} had it from {begin.at}"
    spells = _spells(record)
    for session, owner in record.books.owners.items():
        if not spells[session] or (spells[session][-1][0], spells[session][-1][2]) != (
            owner,
            _NEVER,
        ):
            yield f"session {session}: {owner} has it, and no turn gave it to them"
    ends = {turn.number: turn.at for turn in record.books.turns}
    for row in _said_by(record, "staff"):
        held = any(
            owner == row.staff and begin.at <= row.at <= ends.get(end, float("inf"))
            for owner, begin, end in spells[row.session]
        )
        if not held:
            yield f"{row.token}: kept from {row.staff}, who did not have session {row.session}"


def patrons_hear_one_librarian(record: Record) -> Iterator[str]:
    """Between two introductions a patron hears only the librarian who was introduced."""
    authors = {row.token: row.staff for row in _said_by(record, "staff")}
    introductions = {
        Wording().render(words): staff.name
        for staff in record.staff
        for words in (
            phrases.JOINED(name=staff.name.capitalize()),
            phrases.BACK_WITH(name=staff.name.capitalize()),
        )
    }
    for diary in record.patrons:
        present: dict[str, str] = {}
        for entry in _first_arrivals(diary):
            if entry.text in introductions:
                present[entry.peer] = introductions[entry.text]
            for token in entry.tokens:
                author = authors.get(token)
                if author and _is_relay(entry) and author != present.get(entry.peer):
                    yield f"{diary.name}: {token} by {author} while {present.get(entry.peer)} spoke"


def relays_go_to_the_owner(record: Record) -> Iterator[str]:
    """A patron's words go on to whoever has the session, or to the asked while nobody has it."""
    spells = _spells(record)
    ends = {turn.number: turn.at for turn in record.books.turns}
    rows = {row.token: row for row in _said_by(record, "patron")}
    for diary in record.staff:
        for entry in diary.of(Kind.TEXT):
            row = rows.get(entry.tokens[0]) if entry.tokens and _is_relay(entry) else None
            if row is None:
                continue
            holders = {
                owner
                for owner, begin, end in spells[row.session]
                if begin.at < row.at < ends.get(end, float("inf"))
            }
            if holders and diary.name not in holders:
                yield f"{row.token}: went to {diary.name} while {holders} had the session"


# (4) Order.


def order_of_arrival(record: Record) -> Iterator[str]:
    """Messages come first in the order in which they were kept, for each reader and address."""
    numbers = {row.token: row for row in record.books.messages}
    for diary in record.diaries.values():
        latest: dict[str, Row] = {}
        for entry in _first_arrivals(diary):
            for token in entry.tokens:
                row = numbers.get(token)
                if row is None or (row.speaker == "patron") != diary.staff:
                    continue
                before = latest.get(entry.peer)
                if before is not None and row.number < before.number:
                    yield f"{diary.name} saw {token} after {before.token}"
                latest[entry.peer] = row


def order_of_keeping(record: Record) -> Iterator[str]:
    """What is kept of one sender at one address is in the order in which the client sent it."""
    for diary in record.diaries.values():
        sent: dict[str, list[str]] = defaultdict(list)
        for entry in diary.of(Kind.SENT):
            sent[entry.peer.partition("@")[0]].append(entry.id)
        kept: dict[str, list[str]] = defaultdict(list)
        for row in record.books.messages:
            if diary.staff and row.staff == diary.name:
                kept[row.alias].append(row.token.replace(":", "-"))
            elif row.speaker == "patron" and row.patron == diary.address:
                kept[row.desk].append(row.origin)
        for address, ids in kept.items():
            stream = iter(sent[address])
            strayed = next((id_ for id_ in ids if id_ not in stream), None)
            if strayed:
                yield f"{strayed}: kept out of the order in which {diary.name} sent it"


# (5) and (7): one id for one text, one row for one message.


def one_id_one_text(record: Record) -> Iterator[str]:
    """An id never stands for two texts, and a relayed text never comes under two ids."""
    for diary in record.diaries.values():
        texts: dict[tuple[str, str], str] = {}
        ids: dict[tuple[str, str], str] = {}
        for entry in diary.of(Kind.TEXT):
            if texts.setdefault((entry.peer, entry.id), entry.text) != entry.text:
                yield f"{diary.name}: {entry.id} from {entry.peer} has two texts"
            if _is_relay(entry) and ids.setdefault((entry.peer, entry.text), entry.id) != entry.id:
                yield f"{diary.name}: {entry.tokens} came under {entry.id} and another id"


def what_arrives_was_kept_first(record: Record) -> Iterator[str]:
    """Every text that a client saw is an outbox row to it, word for word."""
    outbox = {(row.recipient, row.sender, row.id): row for row in record.books.outbox}
    bodies = defaultdict(set)
    for row in record.books.outbox:
        bodies[row.recipient, row.sender, row.id].add(row.body)
    for diary in record.diaries.values():
        for entry in diary.of(Kind.TEXT):
            key = (diary.address, entry.peer.partition("@")[0], entry.id)
            if key not in outbox:
                yield f"{diary.name} saw {entry.id}, which is not in the outbox"
            elif entry.text not in bodies[key]:
                yield f"{diary.name} saw other words under {entry.id} than were kept"


def no_row_twice(record: Record) -> Iterator[str]:
    """One message, one row."""
    count = Counter((row.patron, row.desk, row.token) for row in record.books.messages)
    yield from (f"{key[2]}: kept {times} times" for key, times in count.items() if times > 1)


# (6) and (8): at each stop.


def receipt_after_commit(record: Record) -> Iterator[str]:
    """When the process was killed, every receipt that a client had seen had its row in the file."""
    kept: set[tuple[str, str, str]] = set()
    for number, stop in enumerate(record.stops, 1):
        kept |= stop.kept
        early = stop.receipts - kept
        yield from (f"stop {number}: {key[2]} had a receipt and no row" for key in sorted(early))


def kept_stays_kept(record: Record) -> Iterator[str]:
    """What was in the file at a stop is in it at the end."""
    final = {row.number for row in record.books.messages}
    for number, stop in enumerate(record.stops, 1):
        gone = stop.numbers - final
        yield from (f"stop {number}: message {key} is gone" for key in sorted(gone))


def interruption_is_told(record: Record) -> Iterator[str]:
    """After each unclean stop both sides of each open session read the last words kept of them."""
    for number, stop in enumerate(record.stops, 1):
        for owed in stop.notices:
            diary = record.diaries[owed.person]
            told = any(
                entry.peer.partition("@")[0] == owed.peer
                and "short interruption" in entry.text
                and entry.tokens == [owed.token]
                for entry in diary.of(Kind.TEXT, start=stop.marks[owed.person])
            )
            if not told:
                yield f"stop {number}: {owed.person} was not told that {owed.token} was the last"


# (9) The end.


def good_order_at_the_end(record: Record) -> Iterator[str]:
    """SIGTERM ends it with 0, with nothing owed and the file marked clean."""
    yield from (f"an exit code of {code}" for code in record.exit_codes if code != 0)
    owed = [row.number for row in record.books.outbox if row.fate == "owed"]
    if owed:
        yield f"{len(owed)} outbox rows are still owed: {owed[:5]}"
    if not record.books.clean:
        yield "the file is not marked clean"
    yield from record.troubles


CHECKS: dict[str, Check] = {
    "acknowledged patron messages reach an owner": acknowledged_reaches_staff,
    "kept librarian messages reach the patron": kept_reaches_patron,
    "every librarian message has a fate": every_answer_has_a_fate,
    "one owner at a time": one_owner,
    "patrons hear one librarian at a time": patrons_hear_one_librarian,
    "relays go to the owner": relays_go_to_the_owner,
    "first arrivals are in order": order_of_arrival,
    "rows are in the order of sending": order_of_keeping,
    "one id, one text": one_id_one_text,
    "what arrives was kept first": what_arrives_was_kept_first,
    "no row twice": no_row_twice,
    "no receipt before its commit": receipt_after_commit,
    "what was kept stays kept": kept_stays_kept,
    "people are told of the interruption": interruption_is_told,
    "good order at the end": good_order_at_the_end,
}


# What the checks read out of a record.


def _said_by(record: Record, speaker: str) -> Iterator[Row]:
    return (row for row in record.books.messages if row.speaker == speaker)


def _is_sending(entry: Entry, stanza_id: str) -> bool:
    return entry.kind is Kind.SENT and entry.id == stanza_id


def is_refusal(entry: Entry) -> bool:
    """Whether a librarian reads there that their words went to nobody, or that others have it."""
    return any(words in entry.text for words in REFUSALS)


def _is_relay(entry: Entry) -> bool:
    return entry.kind is Kind.TEXT and not entry.id.startswith(OWN_ID_PREFIX)


def _texts_sent(diary: Diary) -> dict[str, Entry]:
    return {entry.id: entry for entry in diary.of(Kind.SENT)}


def _tokens_seen(diary: Diary) -> set[str]:
    return {token for entry in diary.of(Kind.TEXT) for token in entry.tokens}


def _first_arrivals(diary: Diary) -> Iterator[Entry]:
    """Texts without those that came before under the same id."""
    seen = set()
    for entry in diary.of(Kind.TEXT):
        if (entry.peer, entry.id) not in seen:
            seen.add((entry.peer, entry.id))
            yield _only_new(entry, seen)


def _only_new(entry: Entry, seen: set[tuple[str, str]]) -> Entry:
    """The entry without the tokens that this reader has had from this peer before."""
    new = [token for token in entry.tokens if (entry.peer, f"token {token}") not in seen]
    seen.update((entry.peer, f"token {token}") for token in entry.tokens)
    if len(new) == len(entry.tokens):
        return entry
    return Entry(entry.kind, entry.peer, entry.id, " ".join(f"«{token}»" for token in new))


def _acknowledged(diary: Diary) -> Iterator[tuple[str, str]]:
    """Desk and id of each message with words that has a receipt."""
    texts = _texts_sent(diary)
    for entry in diary.of(Kind.RECEIPT):
        sent = texts.get(entry.refers)
        if sent is not None and sent.tokens:
            yield sent.peer.partition("@")[0], entry.refers


Spell = tuple[str, Turn, int]
"""An owner, the turn that began it, and the number of the turn that ended it."""

_BEGINS = frozenset({"claimed", "returned"})
_ENDS = frozenset({"released", "transferred", "closed"})
_NEVER = 2**62


def _spells(record: Record) -> dict[int, list[Spell]]:
    """Who had each session, from the turns alone."""
    spells: dict[int, list[Spell]] = defaultdict(list)
    for turn in record.books.turns:
        mine = spells[turn.session]
        if turn.what in _BEGINS:
            mine.append((turn.staff, turn, _NEVER))
        elif turn.what in _ENDS and mine and mine[-1][2] == _NEVER:
            mine[-1] = (*mine[-1][:2], turn.number)
    return spells


def _ever_owned(record: Record) -> dict[int, set[str]]:
    return defaultdict(
        set, {session: {who for who, _, _ in spells} for session, spells in _spells(record).items()}
    )
