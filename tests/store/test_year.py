"""The made-up year: a store like any other, the same for everybody, and plausible."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from imref.config import read
from imref.demo.year import Year, fill_year
from imref.desk.agreement import Agreement
from imref.desk.model import SessionState
from imref.desk.records import FollowUp
from imref.desk.session.fates import SessionFate, fate_of
from imref.store.archive import Archive
from imref.store.journal import Journal

HELD = SessionState.HELD
LIBRARY = Path(__file__).parents[2] / "docs" / "library.yaml"
MONDAY = 1_794_783_600.0
"""Monday 16 November 2026, midnight in Berlin."""


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return read(LIBRARY, secret=False).agreement()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Path:
    path = tmp_path_factory.mktemp("year") / "imref.sqlite"
    fill_year(path, agreement, Year(MONDAY, weeks=4))
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_the_same_seed_makes_the_same_year(
    year: Path, tmp_path: Path, agreement: Agreement
) -> None:
    fill_year(tmp_path / "again", agreement, Year(MONDAY, weeks=4))
    fill_year(tmp_path / "other", agreement, Year(MONDAY, weeks=4, seed=7))
    assert dump(tmp_path / "again") == dump(year)
    assert dump(tmp_path / "other") != dump(year)


def test_it_is_never_mixed_with_what_was(year: Path, agreement: Agreement) -> None:
    with pytest.raises(FileExistsError):
        fill_year(year, agreement, Year(MONDAY, weeks=1))


def test_every_fate_occurs_in_it(year: Path) -> None:
    query = """
        SELECT sessions.state, ended_by, outcome, first_answer > 0, practice,
               coalesce(followups.state, '')
        FROM sessions LEFT JOIN followups ON followups.session = sessions.number
    """
    with closing(sqlite3.connect(year)) as connection:
        fates = Counter(
            fate_of(
                state=state,
                ended_by=ended_by,
                outcome=outcome,
                answered=bool(answered),
                practice=bool(practice),
                promise=promise,
            )
            for state, ended_by, outcome, answered, practice, promise in connection.execute(query)
        )
    assert set(fates) >= {*SessionFate} - {SessionFate.UNANSWERED}
    assert fates[SessionFate.ANSWERED] > fates.total() / 2


def test_what_is_kept_of_a_session_is_of_one_piece(year: Path) -> None:
    with closing(sqlite3.connect(year)) as connection:
        wrong = connection.execute("""
            SELECT number FROM sessions
            WHERE (closed > 0) != (state = 'closed')
               OR first_answer > 0 AND first_answer < opened
               OR asked_lines != (SELECT count(*) FROM messages
                                  WHERE session = sessions.number AND speaker = 'patron')
               OR answer_lines != (SELECT count(*) FROM messages
                                   WHERE session = sessions.number AND speaker = 'staff')
        """).fetchall()
        overlapping = connection.execute("""
            SELECT one.number FROM stints AS one JOIN stints AS other USING (desk, staff)
            WHERE one.number < other.number AND other.began < one.until AND one.began < other.until
        """).fetchall()
    assert not wrong
    assert not overlapping


def test_a_patron_is_owed_one_answer_at_a_time_in_their_last_session(
    tmp_path: Path, agreement: Agreement
) -> None:
    busy = tmp_path / "busy"
    fill_year(busy, agreement, Year(MONDAY, weeks=4, a_week=200.0))
    with closing(sqlite3.connect(busy)) as connection:
        owed = connection.execute("""
            SELECT patron, session, (SELECT max(number) FROM sessions WHERE patron = owed.patron)
            FROM followups AS owed WHERE state = 'open'
        """).fetchall()
    assert owed
    assert len({patron for patron, _, _ in owed}) == len(owed)
    assert [each for each in owed if each[1] != each[2]] == []


async def test_the_service_can_go_on_from_it(year: Path) -> None:
    journal = await Journal.open(year)
    ledger = await journal.load(MONDAY)
    await journal.close()
    assert ledger.clean
    promised = {each.session for each in ledger.records if isinstance(each, FollowUp)}
    assert all(each.state is HELD or each.number in promised for each in ledger.sessions)
    with Archive(year) as archive:
        latest = archive.sessions(limit=1)[0]
        assert archive.transcript(latest.number)
