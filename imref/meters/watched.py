"""The service, as far as the meters look at it."""

from typing import Protocol

from imref.desk.switchboard import Switchboard


class Watched(Protocol):
    """What is read of the service; ``imref.service`` is one."""

    @property
    def switchboard(self) -> Switchboard:
        """The rules and what they remember."""

    @property
    def linked(self) -> bool:
        """Whether the stream to the server is up."""

    @property
    def ailing(self) -> bool:
        """Whether the store is out of order."""

    @property
    def keeps_up(self) -> bool:
        """Whether the loop turns."""
