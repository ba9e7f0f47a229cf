"""What ops read of it, while the service writes."""

from pathlib import Path

import pytest

from imref.desk.effects import Fate, Settle, SettleUpTo
from imref.desk.model import Moment, SessionState, Speaker
from imref.store.archive import Archive, Happened, SessionSummary, Spoken
from imref.store.errors import StoreError
from imref.store.journal import Journal

from .scenes import ANNA, OPENED, PATRON, Scene


async def a_whole_session(journal: Journal) -> Scene:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.says_patron(patron, "Is the reading room open?", "q1", OPENED))
    journal.add(scene.claims(patron, "anna", OPENED + 5))
    journal.add(scene.notes(patron, "anna", "a regular", OPENED + 6))
    journal.add(scene.says_staff(patron, "anna", "Until eight.", "a1", OPENED + 7))
    journal.add(scene.says_staff(patron, "anna", "Bye!", "a2", OPENED + 8))
    journal.add(scene.closes(patron, OPENED + 9))
    await journal.commit()
    journal.add([SettleUpTo(2), Settle(1, ANNA, Fate.DELIVERED)])
    journal.add([Settle(3, PATRON, Fate.UNDELIVERABLE)])
    await journal.commit()
    return scene


async def test_a_transcript_reads_as_it_happened(journal: Journal, path: Path) -> None:
    await a_whole_session(journal)
    with Archive(path) as archive:
        transcript = archive.transcript(1)
    assert transcript is not None
    assert transcript.session == SessionSummary(
        1, "patron-1001", "ask", SessionState.CLOSED, "anna", OPENED, OPENED + 9, "staff", "", 0, 4
    )
    question = "Is the reading room open?"
    assert transcript.lines == (
        Happened(OPENED, Moment.OPENED, "", ""),
        Spoken(OPENED, Speaker.PATRON, "", question, "q1", "", Fate.DELIVERED),
        Happened(OPENED + 5, Moment.CLAIMED, "anna", ""),
        Spoken(OPENED + 6, Speaker.NOTE, "anna", "a regular", "note-2", "", None),
        Spoken(OPENED + 7, Speaker.STAFF, "anna", "Until eight.", "a1", "", Fate.ACCEPTED),
        Spoken(OPENED + 8, Speaker.STAFF, "anna", "Bye!", "a2", "", Fate.UNDELIVERABLE),
        Happened(OPENED + 9, Moment.CLOSED, "anna", "staff"),
    )


async def test_sessions_are_listed_newest_first(journal: Journal, path: Path) -> None:
    scene = await a_whole_session(journal)
    for number in range(3):
        patron = scene.patron(f"p{number}@home.example")
        journal.add(scene.opens(patron, OPENED + 100 + number))
    journal.add(scene.closes(patron, OPENED + 200))
    await journal.commit()
    with Archive(path) as archive:
        assert [session.number for session in archive.sessions()] == [4, 3, 2, 1]
        assert [session.number for session in archive.sessions(limit=1)] == [4]
        assert [session.number for session in archive.sessions(only_open=True)] == [3, 2]


async def test_the_sessions_of_an_alias(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron, other = scene.patron(), scene.patron("q@home.example")
    for at in (OPENED, OPENED + 50):
        journal.add([*scene.opens(patron, at), *scene.closes(patron, at + 1)])
        journal.add([*scene.opens(other, at), *scene.closes(other, at + 1)])
        await journal.commit()
    with Archive(path) as archive:
        assert [session.number for session in archive.sessions_of("patron-1001")] == [1, 3]
        assert [session.number for session in archive.sessions_of("1002")] == [2, 4]
        assert archive.sessions_of("patron-x") == archive.sessions_of("ask") == []
        assert archive.sessions_of("patron-999999") == []


async def test_the_farthest_copy_counts(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    first, to_anna = scene.says_patron(patron, "to both", "q1", OPENED)
    _, to_bob = scene.says_patron(patron, "to both", "q1", OPENED, to="bob@library.example")
    to_bob.message = 1  # type: ignore[union-attr]
    journal.add([first, to_anna, to_bob])
    await journal.commit()
    journal.add([Settle(1, ANNA, Fate.UNDELIVERABLE)])
    journal.add([Settle(2, "bob@library.example", Fate.DELIVERED)])
    await journal.commit()
    with Archive(path) as archive:
        transcript = archive.transcript(1)
    assert transcript is not None
    assert [line.fate for line in transcript.lines if isinstance(line, Spoken)] == [Fate.DELIVERED]


async def test_a_session_that_is_not_there(journal: Journal, path: Path) -> None:
    with Archive(path) as archive:
        assert archive.transcript(7) is None
        assert archive.sessions() == []


async def test_it_reads_after_the_service_has_stopped(journal: Journal, path: Path) -> None:
    await a_whole_session(journal)
    await journal.close()
    with Archive(path) as archive:
        assert len(archive.sessions()) == 1


def test_what_is_not_an_archive_is_said(path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        Archive(path)
    path.write_text("")
    with pytest.raises(StoreError, match="not a database of imref"):
        Archive(path)
    path.write_text("something else entirely, and long enough to be looked at as a header" * 20)
    with pytest.raises(StoreError, match="not a database"):
        Archive(path)
