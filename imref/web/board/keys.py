"""Links that let somebody in once, and the visits that they begin; in memory, and as hashes alone.

Whoever reads this memory, or a copy of it, finds no token that opens anything. A restart ends all
visits: a new link is one command away.
"""

import asyncio
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Final

from imref.desk.agreement import StaffMember

LINK_LASTS: Final = 300.0
"""Seconds within which a link must be used."""

LINKS_EACH: Final = 3
"""Unused links that somebody has at most: a new one drops the oldest."""

VISITS_EACH: Final = 5
"""Browsers in which somebody is logged in at most: a new one ends the oldest."""

_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class _Link:
    staff: str
    address: str
    expires: float


@dataclass(slots=True, eq=False)
class Visit:
    """One browser in which somebody is logged in; times are Unix seconds.

    ``address`` is the bare JID they asked from: a staff name that passes on to somebody else takes
    no visit with it. ``ended`` is set as soon as it is over.
    """

    staff: str
    address: str
    began: float
    used: float
    ended: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Lifetime:
    """How long a visit lasts without a page opened, and at most; in seconds."""

    idle: float
    longest: float

    def covers(self, visit: Visit, now: float) -> bool:
        """Whether a visit is not over by the clock."""
        return now - visit.used < self.idle and now - visit.began < self.longest


class Keys:
    """Makes links and visits, and knows them again."""

    def __init__(self) -> None:
        self._links: dict[str, _Link] = {}
        self._visits: dict[str, Visit] = {}

    def issue(self, member: StaffMember, now: float) -> str:
        """A token for a link that lets this person in once."""
        self._links = {hashed: link for hashed, link in self._links.items() if link.expires > now}
        theirs = [hashed for hashed, link in self._links.items() if link.staff == member.name]
        for hashed in theirs[: max(0, len(theirs) - LINKS_EACH + 1)]:
            del self._links[hashed]
        token = secrets.token_urlsafe(_BYTES)
        self._links[_hashed(token)] = _Link(member.name, member.address, now + LINK_LASTS)
        return token

    def opens(self, token: str, now: float) -> bool:
        """Whether a link would let somebody in. It is not used up by this."""
        link = self._links.get(_hashed(token))
        return link is not None and link.expires > now

    def redeem(self, token: str, now: float) -> tuple[str, Visit] | None:
        """Use a link up: the token of the visit that begins, for a cookie, and the visit."""
        link = self._links.pop(_hashed(token), None)
        if link is None or link.expires <= now:
            return None
        for hashed in self._theirs(link.staff)[: -VISITS_EACH + 1]:
            self._end(hashed)
        cookie, visit = secrets.token_urlsafe(_BYTES), Visit(link.staff, link.address, now, now)
        self._visits[_hashed(cookie)] = visit
        return cookie, visit

    def visit(self, cookie: str, lifetime: Lifetime, now: float) -> Visit | None:
        """The visit of a browser with this cookie, if it is not over."""
        hashed = _hashed(cookie)
        visit = self._visits.get(hashed)
        if visit is not None and not lifetime.covers(visit, now):
            self._end(hashed)
            return None
        return visit

    def end(self, visit: Visit) -> None:
        """End a visit: by log-out, or because its person has left."""
        for hashed in [key for key, each in self._visits.items() if each is visit]:
            self._end(hashed)

    def end_all(self) -> None:
        """End every visit, as the server stops."""
        for hashed in list(self._visits):
            self._end(hashed)

    def _theirs(self, staff: str) -> list[str]:
        return [hashed for hashed, visit in self._visits.items() if visit.staff == staff]

    def _end(self, hashed: str) -> None:
        visit = self._visits.pop(hashed, None)
        if visit is not None:
            visit.ended.set()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
