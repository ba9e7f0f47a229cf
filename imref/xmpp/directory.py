"""Who our addresses are: the component, desks, and patrons under their aliases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from imref.pictures import Image


class Role(StrEnum):
    """What stands behind an address."""

    COMPONENT = "component"
    DESK = "desk"
    PATRON = "patron"


@dataclass(frozen=True, slots=True)
class Entry:
    """One address: its local part ("" is the component), its role, the name people read, a face.

    ``commands`` is whether whoever asked has commands there (XEP-0050).
    """

    local: str
    role: Role
    name: str
    picture: Image | None = None
    commands: bool = False


class Directory(Protocol):
    """Knows our addresses."""

    def find(self, local: str, asker: str) -> Entry | None:
        """Give the entry of an address as the bare JID ``asker`` may see it, or None."""

    def desks(self) -> Iterable[Entry]:
        """Give the desks, which everybody may see."""

    def commands(self, local: str, asker: str) -> Mapping[str, str]:
        """Give the commands (XEP-0050) that ``asker`` has at an address: node and name."""


class ComponentOnly:
    """A directory that knows nothing but the component itself."""

    def find(self, local: str, asker: str) -> Entry | None:  # noqa: ARG002 - the same for all
        """Give the component's entry, None for any other address."""
        return None if local else Entry("", Role.COMPONENT, "imref")

    def desks(self) -> Iterable[Entry]:
        """Give none."""
        return ()

    def commands(self, local: str, asker: str) -> Mapping[str, str]:  # noqa: ARG002 - as above
        """Give none."""
        return {}
