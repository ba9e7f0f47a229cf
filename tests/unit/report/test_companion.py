"""A report is the same with a companion as alone, whatever befalls it, and leaves nobody behind."""

import contextlib
import gc
import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from imref.config import read
from imref.demo.year import Year, fill_year
from imref.desk.agreement import Agreement
from imref.desk.figures.disclosure import HOUSE
from imref.report import shares
from imref.report.companion import Companion
from imref.report.compose import report
from imref.report.model import By, Report
from imref.report.period import Period
from imref.report.tally import Scope
from imref.store.evidence import Evidence

LIBRARY = Path(__file__).parents[3] / "docs" / "library.yaml"
MONDAY = 1_794_783_600.0
"""Monday 16 November 2026, midnight in Berlin: the end of what is in the store."""

WEEK = 7 * 86_400.0


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return read(LIBRARY, secret=False).agreement()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Path:
    path = tmp_path_factory.mktemp("year") / "imref.sqlite"
    fill_year(path, agreement, Year(MONDAY, weeks=4))
    return path


Reported = Callable[..., Report]


@pytest.fixture
def reported(year: Path, agreement: Agreement) -> Reported:
    """The report on the four weeks, by everything."""
    zone = next(iter(agreement.desks.values())).hours.zone
    period = Period(MONDAY - 4 * WEEK, MONDAY, zone)

    def made(
        shared_from: int | None = None, *desks: str, progress: shares.Progress | None = None
    ) -> Report:
        with Evidence(year) as evidence:
            return report(
                evidence,
                agreement,
                period,
                desks,
                now=MONDAY,
                by=tuple(By),
                viewer=HOUSE,
                progress=progress,
                shared_from=shared_from,
            )

    return made


Met = list[Companion]


def met(monkeypatch: pytest.MonkeyPatch, kind: type[Companion] = Companion) -> Met:
    """Whom reports have as a companion from now on; there are two processors."""
    found: Met = []

    def companion(database: Path) -> Companion:
        found.append(kind(database))
        return found[-1]

    monkeypatch.setattr(shares, "_processors", lambda: 2)
    monkeypatch.setattr(shares, "Companion", companion)
    return found


def gone(process: int) -> bool:
    """Whether there is no such process any more."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("desks", [(), ("law",)])
def test_it_is_the_report_that_one_makes_alone(
    monkeypatch: pytest.MonkeyPatch, reported: Reported, desks: tuple[str, ...]
) -> None:
    companions = met(monkeypatch)
    assert reported(1, *desks) == reported(None, *desks)
    (companion,) = companions
    assert companion.tally(lambda: None) is not None
    assert gone(companion.process)


def test_both_are_in_what_is_said_of_progress(
    monkeypatch: pytest.MonkeyPatch, reported: Reported
) -> None:
    companions, told = met(monkeypatch), []
    made = reported(1, progress=lambda *said: told.append(said))
    sessions = sum(each or 0 for each in [made.fates.asked, *made.fates.apart.values()])
    assert companions
    assert told[-1] == (sessions, sessions)
    assert told == sorted(told)


class Killed(Companion):
    """One that ends as soon as it is given something to do."""

    def begin(self, share: Scope) -> None:
        super().begin(share)
        os.kill(self.process, signal.SIGKILL)


class Dead(Companion):
    """One that never comes to look."""

    def looks(self) -> bool:
        os.kill(self.process, signal.SIGKILL)
        return super().looks()


class Lost(Companion):
    """One that does not find the database."""

    def __init__(self, database: Path) -> None:
        super().__init__(database.with_name("not there"))


@pytest.mark.parametrize("kind", [Killed, Dead, Lost])
def test_what_befalls_it_does_not_show_in_the_report(
    monkeypatch: pytest.MonkeyPatch, reported: Reported, kind: type[Companion]
) -> None:
    companions, told = met(monkeypatch, kind), []
    assert reported(1, progress=lambda *said: told.append(said)) == reported()
    (companion,) = companions
    assert companion.tally(lambda: None) is None
    assert told[-1][0] == told[-1][1] > 0
    assert gone(companion.process)


def test_where_none_can_be_started_the_report_is_made_alone(
    monkeypatch: pytest.MonkeyPatch, reported: Reported
) -> None:
    met(monkeypatch)
    monkeypatch.setattr(sys, "executable", "/not/there")
    assert reported(1) == reported()


def test_few_sessions_or_one_processor_want_none(
    monkeypatch: pytest.MonkeyPatch, reported: Reported
) -> None:
    companions = met(monkeypatch)
    reported(shares.MANY)
    reported()
    monkeypatch.setattr(shares, "_processors", lambda: 1)
    reported(1)
    assert companions == []


def test_it_ends_when_the_report_is_broken_off(year: Path) -> None:
    with contextlib.suppress(KeyboardInterrupt), Companion(year) as companion:
        os.kill(companion.process, signal.SIGSTOP)  # it does not even hear that nobody listens
        signal.raise_signal(signal.SIGINT)
    assert gone(companion.process)


@pytest.mark.parametrize("shared_from", [None, 1])
def test_a_report_that_is_broken_off_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, reported: Reported, shared_from: int | None
) -> None:
    def interrupt(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    met(monkeypatch)
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    with contextlib.suppress(KeyboardInterrupt):
        reported(shared_from, progress=interrupt)
    gc.collect()
    assert complaints == []


LEFT_ALONE = """
import os, signal, sys
from pathlib import Path
from imref.report.companion import Companion
companion = Companion(Path(sys.argv[1]))
assert companion.looks()
print(companion.process, flush=True)
sys.stdin.readline()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_when_whoever_started_it_is_killed(year: Path) -> None:
    starting = [sys.executable, "-c", LEFT_ALONE, str(year)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(starting, text=True, **pipes) as starter:
        assert starter.stdout is not None
        watched = os.pidfd_open(int(starter.stdout.readline()))
        try:
            starter.communicate("\n")
            assert starter.returncode == -signal.SIGKILL
            ended, _, _ = select.select([watched], [], [], 60)
            assert ended
        finally:
            os.close(watched)


def test_the_terminal_interrupts_it_not(year: Path) -> None:
    with Companion(year) as companion:
        assert os.getpgid(companion.process) != os.getpgid(0)
