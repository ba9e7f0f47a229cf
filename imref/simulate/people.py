"""Simulated people as they are at some moment: a patron with a question, and a librarian."""

from collections import deque
from dataclasses import dataclass, field

from imref.desk.agreement import StaffMember
from imref.simulate.model import Arrival, Manner, Visit
from imref.simulate.stopwatch import Stopwatch


@dataclass(slots=True, eq=False)
class Case:
    """One question and its patron: ``place`` is its row, ``address`` the patron's bare JID.

    ``number`` is its session, ``alias`` what staff write to. ``owner`` is the staff name of who
    works on it since ``begun``; ``excused`` is how long they had been with visitors by then, in
    sum. ``claims`` counts who took it, so that what was planned by somebody else is not done.
    """

    place: int
    arrival: Arrival
    address: str
    number: int = 0
    alias: str = ""
    owner: str = ""
    begun: float = 0.0
    excused: float = 0.0
    claims: int = 0
    gone: bool = False


@dataclass(slots=True, eq=False)
class Librarian:
    """One of the staff: how they work, since when they are here, and what they are at.

    ``working`` counts their sessions and promises under way; ``leaving`` is whether their time is
    over and they only finish what they have; ``visitor`` is who is with them, ``queue`` who waits
    at the counter. ``offered`` are the sessions that they have seen and will look at.
    """

    member: StaffMember
    manner: Manner
    desk: str
    sessions: int = 0
    talking: float = 0.0
    working: int = 0
    online: bool = False
    leaving: bool = False
    visitor: Visit | None = None
    queue: deque[Visit] = field(default_factory=deque)
    offered: set[int] = field(default_factory=set)
    owing: list[Case] = field(default_factory=list)
    present: Stopwatch = field(default_factory=Stopwatch)
    on_duty: Stopwatch = field(default_factory=Stopwatch)
    busy: Stopwatch = field(default_factory=Stopwatch)
    visits: Stopwatch = field(default_factory=Stopwatch)
