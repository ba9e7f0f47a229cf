"""Messages whose id the store has and memory has forgotten.

The desk remembers the last few hundred ids of a conversation; the store all of them, and it has
no two rows with one id. Without this, a client that counts from 1 at each start could make every
commit fail for everybody. It costs nothing until such a batch has been refused.
"""

import sqlite3

from imref.store import schema
from imref.store.batch import Batch, Row

_KNOWN = "SELECT number, body FROM messages WHERE patron = ? AND speaker = ? AND id = ?"

_COLUMNS = [column.name for column in schema.messages.columns]
_NUMBER, _PATRON, _SPEAKER, _BODY, _ID, _ORIGIN = map(
    _COLUMNS.index, ("number", "patron", "speaker", "body", "id", "origin")
)
_OUTBOX = [column.name for column in schema.outbox.columns]
_SENT_ID, _WORDS = map(_OUTBOX.index, ("id", "message"))


def reconcile(batch: Batch, connection: sqlite3.Connection) -> bool:
    """Change ``batch`` so that its messages fit what is kept; False when they did already.

    The same id with the same words is the same message: no second row, and what was to be sent
    on its behalf refers to the first. The same id with other words gets an id of its own.
    """
    stands_for: dict[int, int] = {}
    renamed: dict[int, str] = {}
    kept: list[Row] = []
    taken: dict[tuple[object, ...], tuple[int, str]] = {}
    for row in batch.messages:
        key = (row[_PATRON], row[_SPEAKER], row[_ID])
        number, body = int(str(row[_NUMBER])), str(row[_BODY])
        known = taken.get(key) or connection.execute(_KNOWN, key).fetchone()
        if known is None:
            kept.append(row)
            taken[key] = (number, body)
        elif known[1] == body:
            stands_for[number] = known[0]
        else:
            renamed[number] = f"{row[_ID]}~{number}"
            kept.append(_under(row, renamed[number]))
    if not stands_for and not renamed:
        return False
    batch.messages = kept
    batch.outbox = [_follow(row, stands_for, renamed) for row in batch.outbox]
    return True


def _under(row: Row, new_id: str) -> Row:
    changed = list(row)
    changed[_ORIGIN] = row[_ORIGIN] or row[_ID]
    changed[_ID] = new_id
    return tuple(changed)


def _follow(row: Row, stands_for: dict[int, int], renamed: dict[int, str]) -> Row:
    message = row[_WORDS]
    if not isinstance(message, int) or (message not in stands_for and message not in renamed):
        return row
    changed = list(row)
    changed[_WORDS] = stands_for.get(message, message)
    changed[_SENT_ID] = renamed.get(message, row[_SENT_ID])
    return tuple(changed)
