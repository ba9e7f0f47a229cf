"""What the store hands back at the start: everything the switchboard needs to go on."""

from dataclasses import dataclass, field

from imref.desk.effects import Say
from imref.desk.model import Duty, Session
from imref.desk.records import Record


@dataclass(slots=True)
class Ledger:
    """The kept state of the desk.

    ``sessions`` are the open ones (their patrons hang on them), oldest first; ``owed`` are the
    outbox rows that no server has accepted yet, in order; ``records`` are those that are still
    of use, by number; ``next_*`` are the first free numbers; ``clean`` is whether the last run
    said good-bye.
    """

    sessions: list[Session] = field(default_factory=list)
    duties: dict[str, Duty] = field(default_factory=dict)
    owed: list[Say] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    next_patron: int = 1001
    next_session: int = 1
    next_message: int = 1
    next_say: int = 1
    next_record: int = 1
    clean: bool = True
