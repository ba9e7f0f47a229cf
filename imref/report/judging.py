"""What kind of session each is: its one fate, whether it was asked by night, whether answered."""

from dataclasses import dataclass, field
from datetime import tzinfo
from functools import cache

from imref.desk.model import SessionState
from imref.desk.session.fates import APART, SessionFate, fate_of
from imref.report.wall import QUARTER, HoursOfWeek
from imref.store.evidence import Cases


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What figures tell sessions apart by: its ``fate``, whether it was ``kept`` at once since the
    desk was closed, and whether a human ever ``answered``. There is one object for each.

    ``asked`` is whether it is a question of a patron: no rehearsal, no spam. ``live`` are those of
    them that came while the desk was open, ``talked`` those that a human answered. ``left`` is
    whether the patron went away before anybody answered.
    """

    fate: SessionFate
    kept: bool
    answered: bool
    asked: bool = field(init=False)
    live: bool = field(init=False)
    talked: bool = field(init=False)
    left: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "asked", self.fate not in APART)
        object.__setattr__(self, "live", self.asked and not self.kept)
        object.__setattr__(self, "talked", self.asked and self.answered)
        object.__setattr__(self, "left", self.fate is SessionFate.LOST and not self.answered)

    def __reduce__(self) -> "tuple[object, ...]":
        """What comes from another process is the one object here as well."""
        return kind_of, (self.fate, self.kept, self.answered)


@cache
def kind_of(fate: SessionFate, kept: bool, answered: bool) -> Kind:
    """The one object for what is said of a session."""
    return Kind(fate, kept, answered)


_Seen = tuple[bool, str, str, int, bool, str, int]


class Kinds(dict[_Seen, Kind]):
    """From what is seen of a session to its kind.

    There are some hundreds of different ones at most, so each is judged once and then looked up.
    """

    def __missing__(self, seen: _Seen) -> Kind:
        closed, ended_by, outcome, practice, answered, promise, kept = seen
        fate = fate_of(
            state=SessionState.CLOSED if closed else SessionState.WAITING,
            ended_by=ended_by,
            outcome=outcome,
            answered=answered,
            practice=bool(practice),
            promise=promise,
        )
        self[seen] = kind = kind_of(fate, bool(kept), answered)
        return kind


@dataclass(frozen=True, slots=True)
class Judged:
    """A batch of sessions, the kind of each, its hour of the week (0 to 167), and what it waited.

    ``waited`` are the seconds from the question to the first words of a human; without these, to
    the close, or until now while it is open.
    """

    cases: Cases
    kinds: list[Kind]
    hours: list[int]
    waited: list[float]


class Judge:
    """Judges batches of sessions as of ``now``; remembers kinds and hours from one to the next."""

    def __init__(self, zone: tzinfo, now: float) -> None:
        self._kinds = Kinds()
        self._hours = HoursOfWeek(zone)
        self._now = now

    def judge(self, cases: Cases) -> Judged:
        """The same sessions with what there is to say of each."""
        answered, kinds, hours, now = cases.first_answer, self._kinds, self._hours, self._now
        seen = zip(
            [at > 0 for at in cases.closed], cases.ended_by, cases.outcome, cases.practice,
            [at > 0 for at in answered], cases.promise, cases.kept_at_once, strict=True,
        )  # fmt: skip
        waits = zip(answered, cases.closed, cases.opened, strict=True)
        return Judged(
            cases,
            kinds=[kinds[each] for each in seen],
            hours=[hours[int(at // QUARTER)] for at in cases.opened],
            waited=[(answer or closed or now) - opened for answer, closed, opened in waits],
        )
