"""Commands that were done, by text or by form: one that comes again is not done twice.

They are kept, so that a restart forgets none; a few dozen a person, and no longer than they matter.
"""

from hashlib import sha256
from typing import Final

from imref.desk.effects import Keep, Remove
from imref.desk.records import Done
from imref.desk.room import Room

REMEMBERED: Final = 64
"""Commands of one person that are remembered."""

REMEMBERED_FOR: Final = 6 * 3600.0
"""Seconds for which they are, at most: as long as a form may be open."""


def mark_of(*parts: str) -> str:
    """What stands for a command: the words themselves, which may be private, are not kept."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def was_done(room: Room, name: str, mark: str, within: float = REMEMBERED_FOR) -> bool:
    """Whether this person's command was done within so many seconds."""
    before = room.commanded.get(name, {}).get(mark)
    return before is not None and room.now - before.at < within


def note_done(room: Room, name: str, mark: str) -> None:
    """Remember that this person's command is done, and let go of what is too old or too much."""
    done = room.commanded.setdefault(name, {})
    before = done.pop(mark, None)
    record = Done(before.number if before else room.next_record(), name, mark, room.now)
    done[mark] = record
    room.out.append(Keep(record))
    while len(done) > REMEMBERED or room.now - _oldest(done).at >= REMEMBERED_FOR:
        room.out.append(Remove(done.pop(_oldest(done).mark)))


def _oldest(done: dict[str, Done]) -> Done:
    return next(iter(done.values()))
