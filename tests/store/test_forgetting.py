"""A patron is forgotten: nothing in the file leads from the alias to their address any more."""

import sqlite3
from contextlib import closing
from pathlib import Path

from imref.desk.effects import (
    ForgetPatron,
    ForgetPerson,
    Keep,
    KeepPatron,
    KeepSession,
    KeepTurn,
    Say,
)
from imref.desk.model import Moment, Patron, Turn
from imref.desk.records import FollowUp, Mail, MailFate, Parcel, Promise, Watcher
from imref.desk.talk.enclosure import Enclosure
from imref.store.batch import PREPARE, prepare
from imref.store.database import connect
from imref.store.journal import Journal

from .scenes import ANNA, OPENED, PATRON, Rows, Scene, session_of
from .test_round_trip import reopened

MAIL = "pat@mail.example"


def own_words(scene: Scene, patron: Patron, body: str, session: int | None) -> Say:
    number = next(scene.says)
    return Say(number, patron.desk, patron.address, body, f"im-{number}", OPENED, session)


async def conversation(scene: Scene, journal: Journal, patron: Patron) -> None:
    """A question, an answer, and words of the desk itself; the patron gave a mail address."""
    journal.add([own_words(scene, patron, "Write your question here.", None)])
    patron.email = MAIL
    journal.add(scene.opens(patron))
    number = session_of(patron).number
    journal.add([own_words(scene, patron, f"An answer goes to {MAIL}.", number)])
    journal.add(scene.says_patron(patron, "Where is the map?", "q", OPENED))
    journal.add(scene.claims(patron, "anna", OPENED))
    journal.add(scene.says_staff(patron, "anna", "In the map room.", "a", OPENED))
    journal.add(scene.closes(patron, OPENED))
    await journal.commit()


def traces(path: Path, word: str) -> list[str]:
    """In which tables a word stands, and whether it is anywhere in the files."""
    with closing(sqlite3.connect(path)) as connection:
        found = [
            line.partition("(")[0]
            for line in connection.iterdump()
            if line.startswith("INSERT") and word in line
        ]
    files = [file for file in path.parent.iterdir() if word.encode() in file.read_bytes()]
    return [*found, *(file.name for file in files)]


async def test_no_trace_of_the_address_is_left(journal: Journal, path: Path, rows: Rows) -> None:
    scene = Scene()
    patron = scene.patron()
    await conversation(scene, journal, patron)
    assert traces(path, PATRON)
    journal.add([ForgetPatron(patron.number)])
    await journal.commit()
    await journal.close()
    assert traces(path, PATRON) == []
    assert traces(path, MAIL) == []
    assert rows("SELECT body FROM messages") == [("Where is the map?",), ("In the map room.",)]
    assert rows(f"SELECT count(*) FROM outbox WHERE recipient = '{ANNA}'") == [(1,)]


async def test_others_are_not_forgotten(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron, same_at_law = scene.patron(), scene.patron(desk="law")
    somebody = scene.patron("else@home.example")
    for each in (patron, same_at_law, somebody):
        await conversation(scene, journal, each)
    journal.add([ForgetPatron(patron.number)])
    await journal.commit()
    assert rows("SELECT address, desk FROM patrons ORDER BY number") == [
        (f"forgotten {patron.number}", "ask"),
        (PATRON, "law"),
        ("else@home.example", "ask"),
    ]
    theirs = "SELECT count(*) FROM outbox WHERE recipient = '{}' AND sender = '{}'"
    assert rows(theirs.format(PATRON, "law")) == [(3,)]
    assert rows(theirs.format("else@home.example", "ask")) == [(3,)]
    assert rows(theirs.format(PATRON, "ask")) == [(0,)]


async def test_it_happens_after_what_the_same_commit_keeps(
    journal: Journal, path: Path, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add([ForgetPatron(patron.number)])
    await conversation(scene, journal, patron)
    await journal.close()
    assert traces(path, PATRON) == []


async def test_the_same_person_is_a_stranger_afterwards(journal: Journal) -> None:
    scene = Scene()
    patron = scene.patron()
    await conversation(scene, journal, patron)
    journal.add([ForgetPatron(patron.number)])
    await journal.commit()
    assert await journal.recall([(PATRON, "ask")]) == []
    again = scene.patron()
    await conversation(scene, journal, again)
    [(known, _)] = await journal.recall([(PATRON, "ask")])
    assert known.number == again.number != patron.number


async def test_the_last_session_of_who_waits_for_an_answer_comes_back(
    journal: Journal, path: Path
) -> None:
    scene = Scene()
    waiting, mailed, gave, other = (scene.patron(f"p{n}@home.example") for n in range(4))
    for patron in (waiting, waiting, mailed, gave, other):
        await conversation(scene, journal, patron)
    for patron in (waiting, mailed, other):
        patron.email = ""
        journal.add(scene.opens(patron))
        journal.add(scene.closes(patron, OPENED))
    followup = FollowUp(1, session_of(waiting).number, waiting.number, "anna", "", OPENED, OPENED)
    mail = Mail(2, session_of(mailed).number, mailed.number, "anna", MAIL, "", "", OPENED)
    journal.add([Keep(followup), Keep(mail)])
    for patron in (waiting, mailed, other):
        journal.add([KeepPatron(patron)])
    await journal.commit()
    ledger = await reopened(journal, path)
    assert [session.number for session in ledger.sessions] == sorted(
        session_of(patron).number for patron in (waiting, mailed, gave)
    )
    assert all(session.patron.session is session for session in ledger.sessions)

    journal = await Journal.open(path)
    followup.state, followup.forgotten = Promise.KEPT, OPENED
    mail.fate = MailFate.ARRIVED
    gave.email = ""
    journal.add([Keep(followup), Keep(mail), KeepPatron(gave)])
    await journal.commit()
    assert (await reopened(journal, path)).sessions == []


async def test_forgetting_looks_rows_up(journal: Journal, path: Path) -> None:
    scene = Scene()
    for number in range(40):
        await conversation(scene, journal, scene.patron(f"p{number}@home.example"))
    await journal.close()
    with closing(connect(path)) as connection:
        prepare(connection)
        updates = PREPARE[PREPARE.index("UPDATE outbox SET recipient") :].split(";")[:3]
        for update, index in zip(updates, ("outbox_session", "outbox_recipient", ""), strict=True):
            steps = connection.execute(
                "EXPLAIN QUERY PLAN " + update.replace("NEW.forgotten", "'[1001]'")
            ).fetchall()
            plans = [str(step[3]) for step in steps]
            assert index in "\n".join(plans)
            assert [plan for plan in plans if plan.startswith("SCAN")] == [
                plan for plan in plans if "json_each" in plan or "gone" in plan
            ]


# Somebody asks for it: then the words go as well.


async def test_no_word_of_who_asks_for_it_is_left(journal: Journal, path: Path, rows: Rows) -> None:
    scene = Scene()
    patron, same_at_law = scene.patron(), scene.patron(desk="law")
    patron.name = same_at_law.name = "Maria Curie"
    for each in (patron, same_at_law):
        await conversation(scene, journal, each)
    session = session_of(patron)
    session.why, session.reading, session.suggested = "1923 maps", "maps", ("maps", "hours")
    session.rating = 4
    nick = Enclosure(nick="Maria Curie")
    offer = Say(500, patron.alias, ANNA, "Maria Curie asks: Where is the map?", "o", OPENED, 1)
    queue = Say(501, "ask", ANNA, f"{patron.number} waits: Where is the map?", "q", OPENED)
    relay = Say(502, patron.alias, ANNA, "Where is the map?", "r", OPENED, 1, enclosed=nick)
    journal.add(
        [
            KeepSession(session),
            offer,
            queue,
            relay,
            KeepTurn(Turn(session.number, OPENED, Moment.TRANSFERRED, "anna", "1923 maps")),
            KeepTurn(Turn(session.number, OPENED, Moment.REACTED, "", "my map")),
            Keep(FollowUp(1, session.number, patron.number, "anna", "find the map", OPENED, 1.0)),
            Keep(Mail(2, session.number, patron.number, "anna", MAIL, "map", "the map", OPENED)),
            Keep(Watcher(3, PATRON, "ask")),
            Keep(
                Parcel(
                    4, PATRON, "x", "ask", "s", "https://map.example", "map", "", "", MAIL, OPENED
                )
            ),
        ]
    )
    await journal.commit()
    assert traces(path, "map")
    journal.add([own_words(scene, patron, "Good-bye.", None), ForgetPerson(PATRON)])
    await journal.commit()
    await journal.close()
    for word in (PATRON, MAIL, "Maria", "map", "Good-bye", "1923"):
        assert [trace for trace in traces(path, word) if "sqlite" not in trace] == [], word
        assert traces(path, word) == [], word
    assert rows("SELECT count(*), count(DISTINCT session) FROM messages") == [(4, 2)]
    assert rows("SELECT rating, closed > 0 FROM sessions WHERE number = 1") == [(4, 1)]
    assert rows("SELECT count(*) FROM outbox WHERE fate = 'owed' AND recipient = ''") == [(0,)]


async def test_words_of_others_stay(journal: Journal, rows: Rows) -> None:
    scene = Scene()
    patron, somebody = scene.patron(), scene.patron("else@home.example")
    for each in (patron, somebody):
        await conversation(scene, journal, each)
    journal.add([ForgetPerson(PATRON)])
    await journal.commit()
    assert rows("SELECT body FROM messages WHERE body <> ''") == [
        ("Where is the map?",),
        ("In the map room.",),
    ]
    assert rows("SELECT address FROM patrons ORDER BY number") == [
        (f"forgotten {patron.number}",),
        ("else@home.example",),
    ]
    assert rows("SELECT count(*) FROM outbox WHERE recipient = 'else@home.example'") == [(3,)]


async def test_nothing_owed_to_them_is_sent_after_a_crash(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    await conversation(scene, journal, patron)
    queue = Say(501, "ask", ANNA, f"{patron.number} waits: Where is the map?", "q", OPENED)
    journal.add([queue, own_words(scene, patron, "Good-bye.", None), ForgetPerson(PATRON)])
    await journal.commit()
    ledger = await reopened(journal, path)
    assert [say for say in ledger.owed if not say.recipient or not say.body] == []


async def test_the_name_that_they_gave_goes_with_the_address(
    journal: Journal, path: Path, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    patron.name = "Maria Curie"
    await conversation(scene, journal, patron)
    nick = Enclosure(nick="Maria Curie")
    offer = Say(500, patron.alias, ANNA, "Maria Curie asks: Where is the map?", "o", OPENED, 1)
    relay = Say(501, patron.alias, ANNA, "Or so", "r", OPENED, 1, 1, altered=True, enclosed=nick)
    journal.add([KeepPatron(patron), offer, relay])
    await journal.commit()
    assert traces(path, "Maria")
    journal.add([ForgetPatron(patron.number)])
    await journal.commit()
    await journal.close()
    assert traces(path, "Maria") == []
    assert rows("SELECT body FROM outbox WHERE number = 501") == [("Or so",)]
