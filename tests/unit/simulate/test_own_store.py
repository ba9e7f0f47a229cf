"""The simulator knows a desk that it has made itself: its record, played again, is met."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from imref.desk.agreement import Agreement, Desk, StaffMember
from imref.desk.calendar.hours import Hours, Span
from imref.desk.effects import Effect, Keep
from imref.desk.model import Channel
from imref.desk.records import Stint
from imref.desk.session.fates import SessionFate
from imref.simulate.compare import compared
from imref.simulate.engine import simulate
from imref.simulate.library import Library, Wanted
from imref.simulate.model import Arrival, Attendance, Manner, Run, Staffing
from imref.simulate.plausible import calibrated, checks
from imref.simulate.setting import Setting
from imref.simulate.study import Study
from imref.simulate.wishes import hours_in
from imref.store.journal import Journal
from imref.store.past import Past, past

MONDAY = datetime(2026, 9, 7, tzinfo=UTC).timestamp()
HOUR, DAY, WEEKS = 3600.0, 86_400.0, 5
UNTIL = MONDAY + WEEKS * 7 * DAY
REACTION = 25.0

LIBRARY = Agreement(
    "ref.library.example",
    {
        "ask": Desk(
            "ask",
            "Ask a librarian",
            (("ana", "ben"),),
            hours=Hours(UTC, ((Span(9 * 60, 15 * 60),),) * 5 + ((),) * 2),
        )
    },
    {
        f"{name}@library.example": StaffMember(name, f"{name}@library.example", name)
        for name in ("ana", "ben")
    },
)


def questions() -> list[Arrival]:
    """Some by day, some at night: more than two librarians answer at once, at times."""
    chance, at, found = Random(11), MONDAY, []
    while (at := at + chance.expovariate(1 / 3000.0)) < UNTIL:
        found.append(
            Arrival(
                at,
                "ask",
                chance.expovariate(1 / 240.0),
                chance.expovariate(1 / 900.0),
                channel=Channel.IM,
                stays=chance.random() < 0.4,
                cancels=chance.random() < 0.25,
            )
        )
    return found


def attendance() -> tuple[Attendance, ...]:
    days = [MONDAY + day * DAY for day in range(WEEKS * 7) if day % 7 < 5]
    return tuple(
        Attendance(name, day + begins * HOUR, day + 15 * HOUR)
        for day in days
        for name, begins in (("ana", 9), ("ben", 11))
    )


async def kept(path: Path) -> None:
    """Let the desk work for some weeks, and keep all that the service would."""
    journal = await Journal.open(path)
    staffing = Staffing(attendance(), manner=Manner(reaction=REACTION))
    run = Run(LIBRARY, questions(), staffing, MONDAY, UNTIL, seed=5)

    def tap(effects: Sequence[Effect]) -> None:
        journal.add(effects)

    simulate(run, tap=tap)
    numbers = range(1_000_000, 2_000_000)
    stints = (
        Stint(number, "ask", each.staff, each.start, each.end, open=False)
        for number, each in zip(numbers, attendance(), strict=False)
    )
    journal.add(Keep(stint) for stint in stints)
    await journal.commit()
    await journal.close()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Past:
    path = tmp_path_factory.mktemp("own") / "imref.sqlite"
    asyncio.run(kept(path))
    found = past(path)
    ours = tuple(each for each in found.duty if each.staff)
    return replace(found, duty=ours)


@pytest.fixture(scope="module")
def library(record: Past) -> Library:
    return Library.known(LIBRARY, record, MONDAY, UNTIL)


@pytest.fixture(scope="module")
def study(library: Library) -> Study:
    return calibrated(library.study(Wanted(weeks=2)), Setting(library.agreement))


def test_what_it_learns_is_what_was_put_in(library: Library, study: Study) -> None:
    known = library.lessons
    assert known.patience.draw(Random(1)) > 0
    assert "exponential" in known.patience.told()
    assert known.patience.mean == pytest.approx(240, rel=0.35)  # type: ignore[attr-defined]
    assert sum(known.works) / len(known.works) == pytest.approx(900, rel=0.2)
    assert known.cancels == pytest.approx(0.25, abs=0.1)
    assert study.manner.reaction == pytest.approx(REACTION, rel=0.5)


def test_today_comes_out_as_it_was(library: Library, study: Study) -> None:
    played = list(study.replications([Setting(library.agreement)], 4))
    found = {each.measure.key: each for each in checks(played)}
    assert set(found) >= {"at once", "lost", "kept", "minute"}
    assert [key for key, each in found.items() if not each.close] == []
    for one in played:
        assert one.figures[0]["asked"] == pytest.approx(one.recorded["asked"])


def test_a_check_can_fail(library: Library, study: Study) -> None:
    """With librarians who take ten minutes to look, the record is not met."""
    slow = replace(study, manner=Manner(reaction=600.0))
    found = {
        each.measure.key: each.close
        for each in checks(list(slow.replications([Setting(library.agreement)], 3)))
    }
    assert not found["minute"]
    assert not found["lost"]


def test_the_fates_of_each_play_add_up(library: Library, study: Study) -> None:
    keys = ("at once", "partner", "later", "page", "lost", "unanswered", "open")
    for one in study.replications([Setting(library.agreement)], 2):
        for figures in (*one.figures, one.recorded):
            assert sum(figures[key] for key in keys) == pytest.approx(figures["asked"])


def test_longer_hours_are_seen_and_the_same_hours_are_not(library: Library, study: Study) -> None:
    today = Setting(library.agreement)
    same = today.with_change(hours_in(library.agreement, "ask", ["mon-fri 9-15"]))
    longer = today.with_change(hours_in(library.agreement, "ask", ["mon-sun 8-22"]))
    short = replace(study, weeks=1)
    for line in compared(list(short.replications([today, same], 2))):
        assert line.difference is None or line.difference.mean == 0.0
    lines = {
        each.measure.key: each for each in compared(list(short.replications([today, longer], 3)))
    }
    assert lines["kept"].words.startswith("fewer kept")
    assert lines["hours"].words.startswith("more spent")
    assert lines["asked"].words == "no difference that can be seen"


def test_no_words_and_no_addresses_are_learnt(record: Past) -> None:
    assert record.asked
    assert all(each.fate in SessionFate for each in record.asked)
    assert "@" not in repr(record)
    assert "Where is it?" not in repr(record)
