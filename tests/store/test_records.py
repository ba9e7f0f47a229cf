"""Small records: kept as they are at the commit, brought back while they are of use."""

from pathlib import Path

import pytest

from imref.desk.effects import Keep, KeepDuty, KeepPatron, KeepSession, Remove
from imref.desk.model import Duty, Patron
from imref.desk.records import (
    Block,
    Bulletin,
    Canary,
    Canned,
    Done,
    Edition,
    Engagement,
    FollowUp,
    Mail,
    MailFate,
    Parcel,
    Promise,
    Record,
    RosterItem,
    Stint,
    Watcher,
)
from imref.store.journal import Journal
from imref.store.recollection import LATELY
from imref.store.schema import RECORDS

from .scenes import OPENED, PATRON, Rows, Scene, session_of
from .test_round_trip import reopened

ONE_OF_EACH: list[Record] = [
    Engagement(1, "anna", "walk_in", "a map", OPENED, OPENED + 300, status="at the desk"),
    FollowUp(2, 1, 1001, "anna", 'find the "1923" map', OPENED, OPENED + 86_400),
    Canned(3, "", "hours", "We open at 9.\nOn Sundays at 12."),
    Block(4, PATRON, OPENED + 86_400, "anna", "abuse", 1001),
    Watcher(5, PATRON, "ask"),
    Mail(6, 1, 1001, "anna", "pat@home.example", "Your question", "It is in the map room.", OPENED),
    RosterItem(7, "anna@staff.example", "patron-1001"),
    Parcel(8, PATRON, "phone", "ask", "m1", "https://home.example/a.png", "", "de", "", "", OPENED),
    Done(9, "anna", "0f1e2d3c", 5.0),
    Stint(10, "ask", "anna", OPENED, OPENED + 300),
    Canary(11, "ask", OPENED, kept=OPENED + 1),
    Edition(12, OPENED, OPENED + 604_800, OPENED + 700_000, owed="head@library.example"),
    Bulletin(13, OPENED),
]


def test_there_is_one_of_each() -> None:
    assert {type(record) for record in ONE_OF_EACH} == set(RECORDS)


async def test_what_was_kept_comes_back(journal: Journal, path: Path) -> None:
    journal.add(Keep(record) for record in ONE_OF_EACH)
    await journal.commit()
    ledger = await reopened(journal, path)
    assert ledger.records == ONE_OF_EACH
    assert ledger.next_record == 14
    promise, mail = ledger.records[1], ledger.records[5]
    assert isinstance(promise, FollowUp)
    assert promise.state is Promise.OPEN
    assert isinstance(mail, Mail)
    assert mail.fate is MailFate.OWED


async def test_it_is_kept_as_it_is_at_the_commit(journal: Journal, path: Path) -> None:
    engagement = Engagement(1, "anna", "phone", "", OPENED)
    journal.add([Keep(engagement)])
    engagement.until = OPENED + 300
    await journal.commit()
    engagement.detail = "a long call"
    journal.add([Keep(engagement)])
    await journal.commit()
    assert (await reopened(journal, path)).records == [engagement]


@pytest.mark.parametrize("apart", [True, False], ids=["in two commits", "in one"])
async def test_what_was_removed_is_gone(
    journal: Journal, path: Path, rows: Rows, apart: bool
) -> None:
    canned, block = Canned(1, "anna", "hi", "Hello."), Block(2, PATRON, OPENED, "anna", "")
    journal.add([Keep(canned), Keep(block)])
    if apart:
        await journal.commit()
    journal.add([Remove(canned)])
    await journal.commit()
    assert rows("SELECT count(*) FROM canned") == [(0,)]
    ledger = await reopened(journal, path)
    assert (ledger.records, ledger.next_record) == ([block], 3)


async def test_what_is_over_stays_on_the_disk_and_leaves_memory(
    journal: Journal, path: Path, rows: Rows
) -> None:
    over: list[Record] = [
        Engagement(1, "anna", "phone", "", OPENED, ended=OPENED + 60),
        Engagement(2, "anna", "walk_in", "directional", OPENED, ended=OPENED, count=3),
        FollowUp(3, 1, 1001, "anna", "", OPENED, OPENED, Promise.LATE, forgotten=OPENED + 5),
        Mail(4, 1, 1001, "anna", "", "", "", OPENED, 1, MailFate.ARRIVED),
    ]
    journal.add(Keep(record) for record in over)
    await journal.commit()
    assert rows("SELECT sum(count) FROM engagements") == [(4,)]
    ledger = await reopened(journal, path, OPENED + 2 * 86_400)
    assert (ledger.records, ledger.next_record) == ([], 5)


async def test_a_day_of_engagements_comes_back(journal: Journal, path: Path) -> None:
    mine = [
        Engagement(1, "anna", "phone", "", OPENED, ended=OPENED + 60),
        Engagement(2, "anna", "walk_in", "directional", OPENED, ended=OPENED + 120, count=3),
    ]
    journal.add(Keep(record) for record in mine)
    await journal.commit()
    assert (await reopened(journal, path, OPENED + LATELY + 90)).records == mine[1:]


async def test_what_is_known_of_people_comes_back(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    await journal.commit()
    session = session_of(patron)
    session.outcome, session.read, session.practice = "answered", 3, True
    session.guests, session.partner = ("bob", "carol"), "ask@ref.other.example"
    session.suggested, session.reading = ("renewals", "fines"), "fines"
    session.order_told = True
    patron.language, patron.email = "de", "pat@home.example"
    duty = Duty("anna", until=OPENED, desks_off=("law", "maps"), swamped=OPENED + 1, asked=OPENED)
    journal.add([KeepSession(session), KeepPatron(patron), KeepDuty(duty)])
    await journal.commit()
    ledger = await reopened(journal, path)
    (restored,) = ledger.sessions
    for name in ("outcome", "read", "practice", "guests", "partner", "suggested",
                 "reading", "order_told"):  # fmt: skip
        assert getattr(restored, name) == getattr(session, name), name
    assert (restored.patron.language, restored.patron.email) == ("de", "pat@home.example")
    assert ledger.duties == {"anna": duty}


async def test_a_patron_kept_again_stays_first_seen_when_they_were(
    journal: Journal, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    await journal.commit()
    again = Patron(patron.number, patron.address, patron.desk, language="fr")
    journal.add([KeepPatron(again)])
    await journal.commit()
    assert rows("SELECT first_seen, language FROM patrons") == [(OPENED, "fr")]
