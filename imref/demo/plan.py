"""Who lives on a private server: its domain, its people, its component and its shared roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """What is the same on every server software.

    `users` maps a user name to its password. `roster` maps addresses (`ana@library.example`, but
    also a desk's `ask@ref.library.example`) to the names under which they appear: everybody who is
    in it sees everybody else in it, without asking. `rooms` is whether the server has group chats.
    """

    users: Mapping[str, str]
    roster: Mapping[str, str] = field(default_factory=dict)
    roster_title: str = "Reference"
    domain: str = "library.example"
    component_domain: str = "ref.library.example"
    secret: str = "not-a-secret-on-loopback"
    guest_secret: str = "no-secret-on-loopback-but-a-long-one"
    rooms: bool = False

    @property
    def guest_domain(self) -> str:
        """The host on which visitors of the web page live."""
        return f"guest.{self.domain}"

    @property
    def upload_domain(self) -> str:
        """The host that takes files (XEP-0363)."""
        return f"upload.{self.domain}"

    def address_of(self, user: str) -> str:
        """The bare JID of a user."""
        return f"{user}@{self.domain}"

    def desk_address(self, desk: str) -> str:
        """The bare JID of a desk."""
        return f"{desk}@{self.component_domain}"
