"""The meters of the running service: an observer of its loop, and what its web server tells."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from imref.desk.room import Room
from imref.meters.counts import Counts
from imref.meters.health import health_of
from imref.meters.watched import Watched
from imref.web.vitals import Health

if TYPE_CHECKING:
    from imref.meters.exposition import Exposition


class Meters:
    """Counts what a service does (``counts``), and says how it is.

    ``service`` is asked for when needed, since it is made with these as its observer; ``clock``
    gives Unix seconds.
    """

    def __init__(self, service: Callable[[], Watched], clock: Callable[[], float]) -> None:
        self._service = service
        self._clock = clock
        self.counts = Counts(self._room)

    def health(self) -> Health:
        """How the service is now."""
        service = self._service()
        return health_of(linked=service.linked, ailing=service.ailing, keeps_up=service.keeps_up)

    def exposition(self, accept: str) -> tuple[bytes, str]:
        """All metrics in a format that the header ``accept`` allows, and its content type."""
        return self._exposition.written(accept)

    def guest(self, *, let_in: bool) -> None:
        """Somebody new came to the page, and was let in or was one too many."""
        self.counts.count("imref_web_guests_total", "let in" if let_in else "turned away")

    def _room(self) -> Room:
        return self._service().switchboard.room

    @cached_property
    def _exposition(self) -> "Exposition":
        from imref.meters.exposition import Exposition  # of use to those who have Prometheus

        return Exposition(self.counts, self._service, self._clock)
