"""The clerk runs the desk's errands beside the loop, and brings back what came of them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from imref.desk.errands import Errand
from imref.desk.events import Event

log = logging.getLogger(__name__)

Runner = Callable[[Any], Awaitable[Event | None]]
"""Runs one kind of errand and gives the event that tells of it, or None if there is no news."""


class Clerk:
    """Runs each errand as a task of its own, so that the loop waits for none of them."""

    def __init__(self, runners: Mapping[type[Errand], Runner]) -> None:
        self._runners = runners
        self._tasks: set[asyncio.Task[None]] = set()

    def run(self, errand: Errand, hear: Callable[[Event], None]) -> None:
        """Begin an errand; ``hear`` is told what came of it. One that nobody can run is left."""
        runner = self._runners.get(type(errand))
        if runner is None:
            log.debug("nobody runs errands of the kind %s", type(errand).__name__)
            return
        task = asyncio.create_task(self._finish(runner, errand, hear))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Leave what is under way; what must not be lost is kept and begun again at a start."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _finish(self, runner: Runner, errand: Errand, hear: Callable[[Event], None]) -> None:
        try:
            event = await runner(errand)
        except Exception:
            # The rules do without: each errand has a deadline of its own on the agenda.
            log.exception("an errand failed: %s", type(errand).__name__)
            return
        if event is not None:
            hear(event)
