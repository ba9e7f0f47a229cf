"""A companion: another process that tallies a share of the sessions on another processor.

It is started anew, never forked, so it has nothing of this process but one line to it. It ends with
the report, and if this process ends in any other way it finds nobody on the line and ends too. It
is in no group with the terminal, which therefore interrupts this process alone. Whatever befalls
it, the report is right: its share is then tallied here.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from types import TracebackType
from typing import Self

from imref.report.tally import Scope, Tally, tallied
from imref.store.errors import StoreError
from imref.store.evidence import Evidence

STEP = 10_000
"""Sessions after which it says how far it is."""


class Companion:
    """This end of the line; a context manager, at whose end there is no companion any more."""

    def __init__(self, database: Path) -> None:
        self.done = 0
        self._tally: Tally | None = None
        self._line, theirs = Pipe()
        with theirs:
            # Where Python looks for modules may have been changed in this process.
            where = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,
                env=os.environ | where,
            )
        self._tell(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._line.close()
        self._process.kill()  # it only reads
        self._process.wait()

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._process.pid

    def looks(self) -> bool:
        """Have it look at the database as it is now; whether it does."""
        self._tell(None)
        return self._hears() is True

    def begin(self, share: Scope) -> None:
        """Have it tally these sessions, as it sees them."""
        self._tell(share)

    def catch_up(self) -> None:
        """Hear what it has said so far: ``done`` is how many sessions it has tallied."""
        with suppress(OSError):
            while not self._line.closed and self._line.poll():
                self._take(self._hears())

    def tally(self, told: Callable[[], None]) -> Tally | None:
        """Wait for the tally of its share; None if it has come to harm. ``told`` now and then."""
        while self._tally is None and not self._line.closed:
            self._take(self._hears())
            told()
        return self._tally

    def _take(self, heard: object) -> None:
        match heard:
            case int(number):
                self.done += number
            case Tally():
                self._tally = heard

    def _tell(self, what: object) -> None:
        with suppress(OSError):
            self._line.send(what)

    def _hears(self) -> object:
        """What it says next; None, and the line is closed, when it is gone."""
        with suppress(OSError, EOFError):
            return self._line.recv()
        self._line.close()
        return None


def main() -> None:
    """The other end of the line, whose number is the one argument."""
    gc.disable()  # nothing in a tally is a cycle
    line: Connection = Connection(int(sys.argv[1]))
    with suppress(OSError, EOFError, StoreError):  # nobody listens; or it is read there, and said
        _serve(line, line.recv())


def _serve(line: Connection, database: Path) -> None:
    """Look at the database as often as is asked for, then tally a share of what was seen."""
    with Evidence(database) as evidence:
        share = line.recv()
        while share is None:
            with evidence.looked_at() as view:
                view.begin()
                line.send(True)
                share = line.recv()
                if share is not None:
                    steps = _Steps(line)
                    tally = tallied(view.cases(*share.chosen), share, steps)
                    steps.say()
                    line.send(tally)


class _Steps:
    """Says now and then how many sessions more are tallied."""

    def __init__(self, line: Connection) -> None:
        self._line, self._unsaid = line, 0

    def __call__(self, number: int) -> None:
        self._unsaid += number
        if self._unsaid >= STEP:
            self.say()

    def say(self) -> None:
        """Say what was not said yet."""
        self._line.send(self._unsaid)
        self._unsaid = 0


if __name__ == "__main__":
    main()
