"""Somebody who is logged in, as one request finds them."""

from dataclasses import dataclass

from imref.desk.duty.hours import zone_of
from imref.web.board.backstage import Backstage
from imref.web.board.keys import Visit
from imref.web.board.rights import Rights
from imref.web.site import Site


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose browser it is, what they may see now, and the ``language`` that they read."""

    site: Site
    backstage: Backstage
    visit: Visit
    rights: Rights
    language: str

    @property
    def until(self) -> float:
        """When they are logged out at the latest (Unix seconds)."""
        return self.visit.began + self.backstage.settings.longest

    @property
    def zone(self) -> str:
        """The time zone of their clock, an IANA name."""
        return str(zone_of(self.site.room(), self.rights.member))
