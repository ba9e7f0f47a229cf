"""Words taken back are in no row and no page of the file; everybody else's stay as they are."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from imref.desk.effects import Effect, KeepMessage, Say, SettleUpTo, TakeBack
from imref.desk.model import Patron, Speaker
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.repeats import relayed_as
from imref.store.archive import Archive
from imref.store.batch import PREPARE, prepare
from imref.store.database import connect
from imref.store.journal import Journal

from .scenes import ANNA, OPENED, Rows, Scene, session_of
from .test_forgetting import traces
from .test_round_trip import NOW, reopened

WORDS = "My card\nis 1234"


class Play(Scene):
    """A scene in which the desk repeats words, too."""

    def recounts(self, patron: Patron, text: str) -> list[Effect]:
        """The desk's own words to a librarian."""
        number = next(self.says)
        session = session_of(patron).number
        return [Say(number, patron.alias, ANNA, text, f"im-{number}", OPENED, session)]

    def takes_back(
        self, patron: Patron, stanza: str, number: int = 0, words: str = "", staff: str = ""
    ) -> list[Effect]:
        """Somebody takes back words."""
        speaker = Speaker.STAFF if staff else Speaker.PATRON
        return [TakeBack(patron.number, speaker, staff, stanza, number, words)]


@pytest.fixture
def play() -> Play:
    return Play()


@pytest.fixture
def pat(play: Play, journal: Journal) -> Patron:
    """A patron with Anna; what they said was retold and answered with a quotation."""
    pat = play.patron()
    journal.add(play.opens(pat))
    journal.add(play.says_patron(pat, WORDS, "q1", OPENED))
    journal.add(play.recounts(pat, "So far:\n> My card\n> is 1234\nAnna: hello"))
    journal.add(play.claims(pat, "anna", OPENED))
    kept, relay = play.says_staff(pat, "anna", "Which one?", "a1", OPENED + 1)
    assert isinstance(relay, Say)
    quoting = replace(relay, body="> My card\n> is 1234\nWhich one?", altered=True)
    journal.add([kept, quoting])
    return pat


async def test_nothing_of_them_is_left(
    play: Play, journal: Journal, path: Path, pat: Patron, rows: Rows
) -> None:
    await journal.commit()
    journal.add(play.takes_back(pat, "q1", 1, WORDS))
    await journal.commit()
    assert rows("SELECT body, retracted FROM messages") == [("", 1), ("Which one?", 0)]
    assert rows("SELECT body FROM outbox") == [
        (None,),
        ("So far:\n> …\n> …\nAnna: hello",),
        ("> …\n> …\nWhich one?",),
    ]
    await journal.close()
    assert traces(path, "1234") == []


async def test_lists_of_what_waits_are_seen_to(
    play: Play, journal: Journal, pat: Patron, rows: Rows
) -> None:
    for text in ("patron-1001: My card", "patron-1002: My card"):
        number = next(play.says)
        journal.add([Say(number, "ask", ANNA, text, f"im-{number}", OPENED)])
    journal.add(play.takes_back(pat, "q1", 1, WORDS))
    await journal.commit()
    lists = rows("SELECT body FROM outbox WHERE session IS NULL")
    assert lists == [("patron-1001: …",), ("patron-1002: My card",)]


async def test_also_in_the_batch_in_which_they_came(
    play: Play, journal: Journal, path: Path, pat: Patron
) -> None:
    journal.add(play.takes_back(pat, "q1", 1, WORDS))
    await journal.commit()
    await journal.close()
    assert traces(path, "1234") == []


async def test_what_memory_does_not_hold_is_found_by_its_author_s_id(
    play: Play, journal: Journal, pat: Patron, rows: Rows
) -> None:
    for body, stanza in (("one", "1"), ("two", "1~4")):
        kept, relay = play.says_patron(pat, body, stanza, OPENED)
        assert isinstance(kept, KeepMessage)
        kept.message.origin = "1" if "~" in stanza else ""
        journal.add([kept, relay])
    journal.add(play.takes_back(pat, "1"))
    journal.add(play.takes_back(pat, "never"))
    journal.add(play.takes_back(pat, "q1", staff="anna"))
    journal.add(play.takes_back(pat, "a1", staff="bob"))
    await journal.commit()
    assert rows("SELECT body FROM messages ORDER BY number") == [
        (WORDS,),
        ("Which one?",),
        ("one",),
        ("",),
    ]


async def test_all_versions_go_and_no_other_patron_s(
    play: Play, journal: Journal, pat: Patron, rows: Rows
) -> None:
    other = play.patron("q@home.example")
    journal.add(play.opens(other))
    journal.add(play.says_patron(other, "My card", "q1", OPENED))
    for stanza in ("q2", "q3"):
        kept, relay = play.says_patron(pat, f"My card is {stanza}", stanza, OPENED)
        assert isinstance(kept, KeepMessage)
        kept.message.replaces = "q1"
        journal.add([kept, relay])
    journal.add(play.takes_back(pat, "q2"))
    await journal.commit()
    kept_words = rows("SELECT body FROM messages WHERE body <> '' ORDER BY number")
    assert kept_words == [("Which one?",), ("My card",)]


async def test_what_was_not_sent_yet_is_not_sent(
    play: Play, journal: Journal, path: Path, pat: Patron
) -> None:
    journal.add(play.takes_back(pat, "q1", 1, WORDS))
    await journal.commit()
    ledger = await reopened(journal, path)
    assert [say.body for say in ledger.owed] == [
        "So far:\n> …\n> …\nAnna: hello",
        "> …\n> …\nWhich one?",
    ]


async def test_after_a_start_they_are_known_as_taken_back(
    play: Play, journal: Journal, path: Path, pat: Patron
) -> None:
    journal.add([SettleUpTo(99)])
    journal.add(play.takes_back(pat, "a1", 2, "Which one?", staff="anna"))
    await journal.commit()
    (session,) = (await reopened(journal, path)).sessions
    assert [(line.body, line.retracted) for line in session.lines] == [(WORDS, False), ("", True)]
    assert session.to_patron is None
    assert relayed_as(session, Speaker.STAFF, "a1") == "a1"
    with Archive(path) as archive:
        transcript = archive.transcript(1)
    assert transcript is not None
    assert [line.retracted for line in transcript.lines if hasattr(line, "retracted")] == [
        False,
        True,
    ]


async def test_who_knows_which_words_under_their_id_comes_back(
    play: Play, journal: Journal, path: Path, pat: Patron
) -> None:
    kept, relay = play.says_patron(pat, "for two", "q2", OPENED)
    assert isinstance(relay, Say)
    again = replace(relay, number=next(play.says), recipient="bob@library.example")
    journal.add([kept, relay, again, *play.recounts(pat, "for two")])
    enclosed = Enclosure(reply="a1", url="https://x.example/y")
    kept, relay = play.says_staff(pat, "anna", "see here", "a2", OPENED + 2)
    assert isinstance(kept, KeepMessage)
    kept.message.enclosed = enclosed
    journal.add([kept, relay])
    await journal.commit()
    (session,) = (await reopened(journal, path, NOW)).sessions
    assert [line.seen_by for line in session.lines] == [
        ANNA,
        "",
        f"{ANNA} bob@library.example",
        "",
    ]
    assert session.lines[-1].enclosed == enclosed


async def test_taking_back_looks_rows_up(journal: Journal, path: Path, play: Play) -> None:
    for number in range(40):
        pat = play.patron(f"p{number}@home.example")
        journal.add(play.opens(pat))
        journal.add(play.says_patron(pat, "words", "q", OPENED))
    await journal.commit()
    await journal.close()
    with closing(connect(path)) as connection:
        prepare(connection)
        erase = PREPARE[PREPARE.index("UPDATE outbox SET body = without") :].split(";")[:4]
        for statement in erase:
            steps = connection.execute(
                "EXPLAIN QUERY PLAN "
                + statement.replace("NEW.rows", """'[[1001,"patron","","q",0,""]]'""")
            ).fetchall()
            walks = [str(step[3]) for step in steps if str(step[3]).startswith("SCAN")]
            assert not [
                walk for walk in walks if not any(name in walk for name in ("gone", "repeated"))
            ], steps
