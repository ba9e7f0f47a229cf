"""What all pages of the web server share: the section of the config, the desks, the guests."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from imref.config.web import Web
from imref.desk.agreement import Desk
from imref.desk.room import Room
from imref.desk.throttle import Throttle
from imref.web.board.backstage import Backstage
from imref.web.callers import caller
from imref.web.guests import GuestBook
from imref.web.vitals import Vitals

HOUR = 3600.0
MINUTE = 60.0
KNOCKS_A_MINUTE = 20.0
"""Links to the dashboard that one caller may try in a minute, right or wrong."""


@dataclass(slots=True)
class Site:
    """One web server's knowledge; handlers find it in their application under `SITE`.

    ``room`` gives what the desks remember now, to be read and not changed; ``clock`` Unix seconds;
    ``backstage`` what the dashboard needs beside it, None where there is none; ``vitals`` knows how
    the service is. ``knocks`` is how often one caller tries links to the dashboard.
    """

    settings: Web
    room: Callable[[], Room]
    clock: Callable[[], float] = time.time
    backstage: Backstage | None = None
    vitals: Vitals | None = None
    book: GuestBook = field(init=False)
    per_caller: Throttle = field(init=False)
    overall: Throttle = field(init=False)
    knocks: Throttle = field(init=False)

    def __post_init__(self) -> None:
        self.knocks = Throttle(KNOCKS_A_MINUTE, KNOCKS_A_MINUTE / MINUTE)
        self.exchange(self.settings)

    def exchange(self, settings: Web) -> None:
        """Go by another config from now on. Raises ValueError when its secret cannot be read."""
        self.book = GuestBook(settings.guests, settings.key, settings.proof, settings.lifetime)
        self.per_caller = Throttle(settings.guests_an_hour, settings.guests_an_hour / HOUR)
        self.overall = Throttle(settings.guests_a_minute, settings.guests_a_minute / MINUTE)
        self.settings = settings

    def count_guest(self, *, let_in: bool) -> None:
        """Somebody new came; ``let_in`` is whether there was room for them."""
        if self.vitals is not None:
            self.vitals.guest(let_in=let_in)

    def desk(self, name: str) -> Desk:
        """The desk of this name, the first one for "". Raises HTTPNotFound."""
        desks = self.room().agreement.desks
        desk = desks.get(name) if name else next(iter(desks.values()))
        if desk is None:
            raise web.HTTPNotFound(text="no such desk")
        return desk

    def caller(self, request: web.Request) -> str:
        """Who a request counts for."""
        forwarded = ",".join(request.headers.getall("X-Forwarded-For", []))
        return caller(request.remote or "", forwarded, self.settings.proxies)


SITE = web.AppKey("site", Site)
