"""A librarian at the dashboard: a browser that remembers its cookie, and sends forms as ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

from imref.config.dashboard import Dashboard
from imref.web.board.backstage import Backstage

from .conftest import HERE, Visitor

OURS: Mapping[str, str] = {"Origin": HERE, "Sec_Fetch_Site": "same-origin"}
"""What a browser says of a form of our own."""


def backstage(database: Path, **changes: Any) -> Backstage:
    """A dashboard over a store, with the section of the config changed."""
    return Backstage(Dashboard.model_validate(changes), database)


@dataclass
class Librarian:
    """Somebody of the staff with a browser."""

    visitor: Visitor
    name: str
    cookie: str = ""
    last: Any = field(default=None, repr=False)

    def asks(self) -> str:
        """A link as !dashboard gives it, by its path."""
        site = self.visitor.site
        member = site.room().agreement.member(self.name)
        assert member is not None
        assert site.backstage is not None
        return f"/dashboard/enter/{site.backstage.keys.issue(member, site.clock())}"

    async def presses(self, link: str, **headers: str) -> Any:
        """Press the button of the page behind a link; remembers the cookie that comes."""
        self.last = await self.visitor.post(link, **{**OURS, **headers})
        jar = SimpleCookie(self.last.headers.get("Set-Cookie", ""))
        if jar:
            self.cookie = "; ".join(f"{name}={each.value}" for name, each in jar.items())
        return self.last

    async def logs_in(self) -> "Librarian":
        """Go all the way in."""
        answer = await self.presses(self.asks())
        assert answer.status == 303, answer.status
        return self

    async def opens(self, path: str = "/dashboard") -> Any:
        """Open a page with the cookie."""
        return await self.visitor.get(path, Cookie=self.cookie)

    async def reads(self, path: str = "/dashboard") -> str:
        """The text of a page that is there."""
        answer = await self.opens(path)
        assert answer.status == 200, answer.status
        return str(await answer.text())

    async def starts_to_watch(self) -> Any:
        """The answer of the stream, as it begins; to be closed."""
        headers = {"Cookie": self.cookie}
        return await self.visitor.http.get("/dashboard/live", headers=headers)

    async def leaves(self) -> Any:
        """Log out."""
        return await self.visitor.post("/dashboard/leave", Cookie=self.cookie, **OURS)
