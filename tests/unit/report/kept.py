"""A real store for what a scene brings about, and the report on it."""

import asyncio
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from desk.scene import START, Scene

from imref.desk.agreement import Agreement
from imref.desk.effects import Effect, ForgetPatron, ForgetPerson
from imref.desk.events import Event
from imref.report.compose import report
from imref.report.model import By, Report
from imref.report.period import Period
from imref.store.evidence import Evidence
from imref.store.journal import Journal

UTC = ZoneInfo("UTC")
LONG = Period(0.0, START + 1000 * 86_400.0, UTC)
"""All the time that a scene may take."""


class Store:
    """A journal in a folder of its own, to which effects go batch by batch as they come."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        self.path = Path(self._folder.name) / "imref.sqlite"
        self._runner = asyncio.Runner()
        self._journal = self._runner.run(Journal.open(self.path))

    def keep(self, effects: Iterable[Effect]) -> None:
        """Keep what an event brought about, in the batch that is committed next.

        Somebody who is forgotten and comes back is not in the same batch twice.
        """
        effects = list(effects)
        self._journal.add(effects)
        if any(isinstance(effect, ForgetPatron | ForgetPerson) for effect in effects):
            self.commit()

    def commit(self) -> None:
        """Commit what came since the last time, as the service does when it is busy."""
        if self._journal.pending:
            self._runner.run(self._journal.commit())

    def report(
        self,
        agreement: Agreement,
        now: float,
        *desks: str,
        by: Sequence[By] = tuple(By),
        period: Period = LONG,
    ) -> Report:
        """The report on all that was kept."""
        self.commit()
        with Evidence(self.path) as evidence:
            return report(evidence, agreement, period, desks, now=now, by=by)

    def close(self) -> None:
        """Close the journal and let the folder go."""
        self._runner.run(self._journal.close())
        self._runner.close()
        self._folder.cleanup()


class KeptScene(Scene):
    """A scene whose every step is kept in a real store."""

    def __init__(self, store: Store, *args, **more) -> None:  # type: ignore[no-untyped-def]
        self.store = store
        super().__init__(*args, **more)

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        effects = super().happens(event, after)
        self.store.keep(effects)
        return effects

    def passes(self, seconds: float) -> list[Effect]:
        effects = super().passes(seconds)
        self.store.keep(effects)
        return effects

    def report(self, *desks: str, by: Sequence[By] = tuple(By)) -> Report:
        """The report on all that was kept, as of now."""
        return self.store.report(self.agreed, self.now, *desks, by=by)
